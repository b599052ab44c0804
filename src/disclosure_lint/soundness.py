"""Whether a table is printed just as its form has it, as most are: told once for each shape."""

from collections.abc import Iterator, Sequence

from disclosure_lint.form import BlockForm
from disclosure_lint.table import BoundTable, Match
from disclosure_lint.text import figure, fold
from disclosure_lint.values import State


def is_sound(table: BoundTable, texts: Sequence[str]) -> bool:
    """Return whether nothing is wrong with a shape but what its figures say.

    The rows are the form's, in its order, the words over them and before them too, and every cell holds
    a figure. `texts` are those of the cells whose numbers are the places of the shape.
    """
    if not table.heads or table.foreign or tuple(it.form for it in table.rows) != table.form.rows:
        return False
    matches = [it.match for it in table.rows] + [it.match for it in table.heads]
    if any(match is not Match.EXACT for match in matches):
        return False
    if any(len(row.values) != len(row.cells) for row in table.rows):
        return False
    if {cell.state for cell in table.cells.values()} != {State.FIGURE}:
        return False
    if any(figure(raw) is None for raw in {cell.raw for cell in table.cells.values()}):
        return False
    return all(_is_framed(block, texts[first:last]) for block, first, last in _leads(table))


def _leads(table: BoundTable) -> Iterator[tuple[BlockForm, int, int]]:
    """The blocks, each with the places of what stands before its first row."""
    start, seen = table.span.start, None
    for row in table.rows:
        block = table.form.blocks[row.form.block] if row.form else None
        if block and block is not seen:
            yield block, start, row.span.start
        start, seen = row.span.end, block


def _is_framed(block: BlockForm, lead: Sequence[str]) -> bool:
    """Whether the caption of a block and its note stand among the words over it."""
    words = [fold(text) for text in lead]
    note = fold(block.note.strip("()（）"))
    captioned = not block.caption or fold(block.caption) in words
    return captioned and (not note or any(note in it for it in words))
