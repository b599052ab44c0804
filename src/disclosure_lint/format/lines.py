"""The printed lines of a table, cut into cells: which lines it stands in, which cells make a row."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from disclosure_lint.labels import LabelIndex
from disclosure_lint.layout import Strip, strips
from disclosure_lint.syntax import Block, Cell, Paragraph, Row
from disclosure_lint.table import BoundRow, BoundTable


@dataclass(slots=True)
class Run:
    """The pieces of a row (`row` is its number), or of heads that follow each other (None).

    `lines` holds the printed line of each piece, `after` the lines that are no cells and stand in or
    after the run.
    """

    row: int | None
    pieces: list[Cell] = field(default_factory=list)
    lines: list[Strip] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    @property
    def pads(self) -> int:
        """The closing run of a row that stands on one line."""
        first = self.lines[0]
        return first.pads if all(line is first for line in self.lines) else 0


def region(table: BoundTable, blocks: Sequence[Block]) -> range:
    """Return which blocks a table stands in, lines of bars alone before and after it included."""
    first = max(0, bisect_right(blocks, table.span.start, key=lambda it: it.span.start) - 1)
    last = bisect_left(blocks, table.span.end, key=lambda it: it.span.start)
    while first and _is_bars(blocks[first - 1]):
        first -= 1
    while last < len(blocks) and _is_bars(blocks[last]):
        last += 1
    return range(first, last)


def _is_bars(block: Block) -> bool:
    """Whether a line holds nothing but separators."""
    return isinstance(block, Row) and not block.cells


def runs(table: BoundTable, blocks: Sequence[Block], index: LabelIndex) -> Iterator[Run]:
    """Yield rows and runs of heads in printed order."""
    run = Run(None)
    for block, here in by_block(blocks, index):
        if not here:
            if isinstance(block, Paragraph) and not goes_on(run.pieces, block):
                run.after.append(block.text)
            continue
        for row, owned in _by_row(here, table.rows):
            if run.row != row or (row is None and run.after):
                yield run
                run = Run(row)
            run.pieces += [piece for piece, _ in owned]
            run.lines += [strip for _, strip in owned]
    yield run


def by_block(
    blocks: Sequence[Block], index: LabelIndex
) -> Iterator[tuple[Block, Sequence[tuple[Cell, Strip]]]]:
    """Yield each block with the pieces in it and their lines; none for one without words in cells."""
    found = strips(blocks, index)
    pieces = [(piece, strip) for strip in found for piece in strip.pieces]
    done = end = 0
    for block in blocks:
        start = done
        while done < len(pieces) and pieces[done][0].start <= block.span.end:
            done += 1
        here = pieces[start:done]
        left = _left_out(block, here, end)
        yield block, [*left, *here] if any(piece.text for piece, _ in here) else ()
        end = max([end, *(piece.end for piece, _ in here)])


def _left_out(
    block: Block, here: Sequence[tuple[Cell, Strip]], end: int
) -> Iterator[tuple[Cell, Strip]]:
    """What stands on a line between `end` and its first piece: a number that is not the table's."""
    if here and isinstance(block, Paragraph):
        first, strip = here[0]
        start = max(end, block.span.start)
        text = block.text[start - block.span.start : max(0, first.start - block.span.start)].strip()
        if text:
            yield Cell(text, start, start + len(text)), strip


def goes_on(pieces: Sequence[Cell], block: Paragraph) -> bool:
    """Whether a line is the rest of a cell that a line break cut."""
    return any(
        piece.end >= block.span.end
        or (len(piece.text) > piece.end - piece.start and piece.text.endswith(block.text))
        for piece in pieces
    )


def _by_row(
    here: Sequence[tuple[Cell, Strip]], rows: Sequence[BoundRow]
) -> Iterator[tuple[int | None, list[tuple[Cell, Strip]]]]:
    """Part the pieces of a line by the row they stand in; a blank goes with what stands before it."""
    owners: list[int | None] = []
    for piece, _ in here:
        if piece.text or not owners:
            first = piece if piece.text else next(it for it, _ in here if it.text)
            at = bisect_right(rows, first.start, key=lambda row: row.span.start) - 1
            owners.append(at if at >= 0 and first.start < rows[at].span.end else None)
        else:
            owners.append(owners[-1])
    for owner, group in groupby(zip(owners, here, strict=True), key=lambda pair: pair[0]):
        yield owner, [it for _, it in group]


def is_row(strip: Strip) -> bool:
    """Whether a printed line holds several cells."""
    return sum(bool(piece.text) for piece in strip.pieces) > 1
