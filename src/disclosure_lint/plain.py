"""Blocks whose cells are cells of a table as they are printed: nothing has to be cut or put together.

Most tables are printed so. What their blocks say, places left out and each figure a 0, tells all that
`layout` would find in them; so it need not look again at what it has seen.
"""

from collections.abc import Iterable, Sequence

from disclosure_lint.labels import LabelIndex
from disclosure_lint.layout import MOST_CELLS, STOPS, Words, strips, words_of
from disclosure_lint.records import made
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Cell, Paragraph, Row
from disclosure_lint.text import any_figure

# No form prints so many rows in one section.
_MOST_LINES = 100
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


def plain_lines(
    blocks: Iterable[Said], index: LabelIndex
) -> tuple[tuple[Words, ...], tuple[bool, ...]] | None:
    """Return the words of the strips of such blocks, and whether the cells of each are among theirs.

    None where a strip's cells are others than those of its block: put together, or cut.
    """
    made_up: list[Block] = []
    at = 0
    for it in blocks:
        texts = it[-1] if isinstance(it, tuple) else (it or "。",)
        cells = tuple(Cell(text, n, n + 1) for n, text in enumerate(texts, at))
        span = Span(at, at + 1)
        made_up.append(
            Row(cells, span, *it) if isinstance(it, tuple) else Paragraph(texts[0], span)
        )
        at += len(cells) + 1
    found = strips(made_up, index)
    pieces = [piece for strip in found for piece in strip.pieces]
    starts = {piece.start for piece in pieces}
    kept = tuple([block_cells(it)[:1] != () and it.span.start in starts for it in made_up])
    if pieces != [
        cell for it, own in zip(made_up, kept, strict=True) if own for cell in block_cells(it)
    ]:
        return None
    return tuple(map(words_of, found)), kept


def block_cells(block: Block) -> tuple[Cell, ...]:
    """Return the cells of a row; a line is one."""
    if isinstance(block, Row):
        return block.cells
    return (made(Cell, (block.text, *block.span)),)


def are_rows(blocks: Sequence[Said]) -> bool:
    """Whether blocks are mostly rows, and no more than a table has: others seldom come again."""
    rows = [len(it[-1]) for it in blocks if isinstance(it, tuple)]
    words = [len(it) for it in blocks if isinstance(it, str)]
    mostly = len(rows) * 2 > len(blocks) and len(blocks) <= _MOST_LINES
    return mostly and sum(rows) + sum(words) <= MOST_CELLS
