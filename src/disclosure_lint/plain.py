"""Blocks whose cells are cells of a table as they are printed: none has to be cut.

Most tables are printed so. What their blocks say, places left out and each figure a 0, tells all that
`layout` would find in them; so it need not look again at what it has seen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress
from typing import overload

from disclosure_lint.labels import LabelIndex
from disclosure_lint.layout import MOST_CELLS, STOPS, Words, strips, words_of
from disclosure_lint.records import NamedTuple, made, shared
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Cell, Paragraph, Row
from disclosure_lint.text import any_figure, figure

# What a block says without its places, each figure as `0`: the fields of a row, a line's text, or None
# for prose.
Said = tuple[int, bool, bool, bool, tuple[str, ...]] | str | None


def said(blocks: Iterable[Block]) -> tuple[Said, ...]:
    """Return what each of a run of blocks says."""
    return tuple(
        [
            block[2:]
            if isinstance(block, Row)
            else None
            if block.text[-1] in STOPS
            else any_figure(block.text)
            for block in blocks
        ]
    )


class Plain(NamedTuple):
    """What strips come to whose cells are those of blocks, whole ones or several put together.

    `lines` are their words; `kept` tells of each block whether its cells are among theirs. `parts` has
    the numbers of the cells, of those kept, that make each of theirs; it is None where each is one.
    """

    lines: tuple[Words, ...]
    kept: tuple[bool, ...]
    parts: tuple[Span, ...] | None


def plain_lines(blocks: Iterable[Said], index: LabelIndex) -> Plain | None:
    """Return what such blocks come to; None where one of their cells is cut."""
    made_up: list[Block] = []
    at = 0
    for it in blocks:
        texts = it[-1] if isinstance(it, tuple) else (it or "。",)
        pieces = tuple((text, n, n + 1) for n, text in enumerate(texts))
        span = Span(at, at + 1)
        made_up.append(
            Row(pieces, span, *it) if isinstance(it, tuple) else Paragraph(texts[0], span)
        )
        at += len(pieces) + 1  # so that no two cells of two blocks have a place in common
    found = strips(made_up, index)
    parts = _parts(made_up, [cell for strip in found for cell in strip.pieces])
    return None if parts is None else Plain(tuple([shared(words_of(it)) for it in found]), *parts)


def _parts(
    blocks: Sequence[Block], pieces: Sequence[Cell]
) -> tuple[tuple[bool, ...], tuple[Span, ...] | None] | None:
    starts = {piece.start for piece in pieces}
    cells = [_cells(block) for block in blocks]
    kept = tuple([own[:1] != () and own[0].start in starts for own in cells])
    printed = [*chain.from_iterable(compress(cells, kept))]
    if printed == pieces:
        return kept, None
    return _put_together([*chain.from_iterable(cells)], cells, pieces)


def _put_together(
    every: Sequence[Cell], cells: Sequence[tuple[Cell, ...]], pieces: Sequence[Cell]
) -> tuple[tuple[bool, ...], tuple[Span, ...]] | None:
    """The blocks whose cells are pieces, or parts of them, and the numbers of these for each piece."""
    begins = {cell.start: number for number, cell in enumerate(every)}
    ends = {cell.end: number for number, cell in enumerate(every, 1)}
    spans = [Span(begins.get(it.start, 0), ends.get(it.end, 0)) for it in pieces]
    for piece, (first, last) in zip(pieces, spans, strict=True):
        if piece.text != "".join([cell.text for cell in every[first:last]]):
            return None
    taken = {number for span in spans for number in range(*span)}
    numbers = [[begins[cell.start] for cell in own] for own in cells]
    kept = tuple([not taken.isdisjoint(own) for own in numbers])
    places = {number: at for at, number in enumerate(chain(*compress(numbers, kept)))}
    return kept, tuple([Span(places[first], places[last - 1] + 1) for first, last in spans])


class Cells(Sequence[Cell]):
    """The cells of blocks, one after the other, each made when it is asked for."""

    def __init__(self, blocks: Iterable[Block], parts: Sequence[Span] | None = None) -> None:
        self._blocks = list(blocks)
        self._parts = parts
        self._ends: list[int] = []
        texts: list[str] = []
        for block in self._blocks:
            texts += [piece[0] for piece in block[0]] if isinstance(block, Row) else [block[0]]
            self._ends.append(len(texts))
        if parts is not None:
            texts = ["".join(texts[first:last]) for first, last in parts]
        self.texts = texts

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Cell]:
        if self._parts is None:
            return chain.from_iterable(map(_cells, self._blocks))
        return map(self.__getitem__, range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Cell: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Cell]: ...

    def __getitem__(self, at: int | slice) -> Cell | Sequence[Cell]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if self._parts is None and step == 1:
                return self._run(start, stop)
            return [self[number] for number in range(start, stop, step)]
        if self._parts is None:
            return self._cell(at)
        first, last = self._parts[at]
        return made(Cell, (self.texts[at], self._cell(first)[1], self._cell(last - 1)[2]))

    def _run(self, start: int, stop: int) -> Sequence[Cell]:
        """The cells of a row of the form, say, which are mostly those of one block."""
        first, last = bisect_right(self._ends, start), bisect_left(self._ends, stop)
        before = self._ends[first - 1] if first else 0
        cells = [*chain.from_iterable(map(_cells, self._blocks[first : last + 1]))]
        return cells[start - before : stop - before]

    def _cell(self, number: int) -> Cell:
        at = bisect_right(self._ends, number)
        block = self._blocks[at]
        if isinstance(block, Row):
            start = block[1][0]
            text, first, last = block[0][number - self._ends[at]]
            return made(Cell, (text, start + first, start + last))
        return made(Cell, (block[0], *block[1]))


def _cells(block: Block) -> tuple[Cell, ...]:
    """The cells of a row; a line is one."""
    if isinstance(block, Row):
        return block.cells
    return (made(Cell, (block.text, *block.span)),)


def are_plain(blocks: Sequence[Said]) -> bool:
    """Whether blocks may be the cells of a table, and are no more than one has.

    A line of words that ends with a figure is a row of cells that have yet to be cut.
    """
    lines = [it for it in blocks if isinstance(it, str)]
    cut = any(it[-1].isdigit() and figure(it) is None for it in lines)
    rows = [len(it[-1]) for it in blocks if isinstance(it, tuple)]
    return not cut and sum(rows) + len(lines) <= MOST_CELLS
