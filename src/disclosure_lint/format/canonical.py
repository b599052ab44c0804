"""A table in canonical rows: a line a row, a bar before each cell and after the last, blanks in place.

Labels stand in the column of their level and figures in the columns of the form, so the lines of
every layout come out alike. Only the places of words change: what is not printed is not added.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import groupby

from disclosure_lint.bars import bars
from disclosure_lint.edition import ColumnForm
from disclosure_lint.format.lines import Run, by_block, goes_on, is_row, runs
from disclosure_lint.format.measured import measured_lines
from disclosure_lint.labels import LabelIndex
from disclosure_lint.layout import Strip
from disclosure_lint.records import NamedTuple
from disclosure_lint.syntax import Block, Cell, Paragraph
from disclosure_lint.table import BoundRow, BoundTable
from disclosure_lint.text import fold
from disclosure_lint.values import State


class Style(Enum):
    """How rows are printed: on the grid of the form, with the cells they have, or line by line.

    `CELLS` keeps closing runs where blanks have no certain place, `LINES` whatever else stands in the
    lines, such as numbers of rows and units.
    """

    GRID = auto()
    CELLS = auto()
    LINES = auto()


class _Block(NamedTuple):
    """A block of the form as it is printed: its columns in order, how many columns its labels take."""

    columns: Sequence[ColumnForm]
    depth: int


def table_lines(
    table: BoundTable, blocks: Sequence[Block], style: Style, index: LabelIndex
) -> list[str] | None:
    """Return the lines of a table that stands in `blocks`, or None where the style cannot hold it.

    `index` is that of the labels that the report was read by.
    """
    if style is Style.LINES:
        return _same_lines(blocks, index)
    if table.form.units:
        return measured_lines(table, blocks, index) if style is Style.GRID else None
    lines: list[str] = []
    printed = _blocks(table)
    heads = _heads(table)
    found = list(runs(table, blocks, index))
    for run, number in zip(found, _numbers(found, table), strict=True):
        block = printed[number]
        if run.row is None:
            lines += _head_lines(run, block, heads)
        elif style is Style.CELLS:
            lines.append(bars((piece.text for piece in run.pieces), run.pads))
        else:
            cells = _grid_row(run.pieces, table.rows[run.row], block)
            if cells is None:
                return None
            lines.append(bars(cells))
        lines += run.after
    return lines


def _same_lines(blocks: Sequence[Block], index: LabelIndex) -> list[str] | None:
    """The lines of a table as they are, each in bars; None where a line does not hold a row."""
    lines = []
    rows = 0
    before: Sequence[Cell] = ()
    for block, here in by_block(blocks, index):
        for strip, pieces in groupby(here, key=lambda pair: pair[1]):
            rows += is_row(strip)
            before = [piece for piece, _ in pieces]
            lines.append(bars((piece.text for piece in before), strip.pads))
        if not here and isinstance(block, Paragraph) and not goes_on(before, block):
            lines.append(block.text)
    return lines if rows * 2 > len(lines) else None


def _blocks(table: BoundTable) -> list[_Block]:
    columns: dict[int, Sequence[ColumnForm]] = {}
    depth: dict[int, int] = {}
    for row in table.rows:
        if form := row.form:
            columns.setdefault(form.block, [cell.column for cell in row.cells])
            depth[form.block] = max(len(form.label), depth.get(form.block, 0))
    return [
        _Block(columns.get(at, block.columns), depth.get(at, 0))
        for at, block in enumerate(table.form.blocks)
    ]


def _numbers(found: Sequence[Run], table: BoundTable) -> list[int]:
    """The number of the block that each run belongs to: that of the next row that the form has."""
    numbers: list[int] = []
    forms = [row.form for row in table.rows if row.form]
    number = forms[-1].block if forms else 0
    for run in reversed(found):
        form = None if run.row is None else table.rows[run.row].form
        number = form.block if form else number
        numbers.append(number)
    return numbers[::-1]


# --- heads -----------------------------------------------------------------------------------------


class _Heads(NamedTuple):
    """What stands over columns: heads by their place, and the words that stand over the labels."""

    columns: Mapping[int, ColumnForm]
    stubs: frozenset[str]


def _heads(table: BoundTable) -> _Heads:
    words = (
        word
        for block in table.form.blocks
        for word in (block.caption, block.stub, block.note, *block.stubs)
    )
    columns = {head.span.start: head.column for head in table.heads}
    return _Heads(columns, frozenset(fold(word) for word in words if word))


def _head_lines(run: Run, block: _Block, heads: _Heads) -> Iterator[str]:
    """Yield the lines of a run of heads: a new one wherever a head stands no further right than the last.

    Lines of several heads stay apart. Unknown words on a line of their own before or after the heads
    are left as they are.
    """
    found = [
        (piece.text, strip, _column(piece, block, heads))
        for piece, strip in zip(run.pieces, run.lines, strict=True)
        if piece.text
    ]
    known = [
        at
        for at, (_, strip, at_column) in enumerate(found)
        if at_column is not None or is_row(strip)
    ]
    first, last = (known[0], known[-1] + 1) if known else (len(found), len(found))
    yield from (text for text, _, _ in found[:first])
    cells: list[str] = []
    before: Strip | None = None
    for text, strip, column in found[first:last]:
        apart = strip is not before and any(it and is_row(it) for it in (strip, before))
        if cells and (apart or (column is not None and column < len(cells))):
            yield _line(cells, block)
            cells = []
        cells += [""] * ((column or 0) - len(cells))
        cells.append(text)
        before = strip
    if cells:
        yield _line(cells, block)
    yield from (text for text, _, _ in found[last:])


def _line(cells: list[str], block: _Block) -> str:
    """A line of heads, with blanks up to the width of the table."""
    return bars(cells + [""] * (block.depth + len(block.columns) - len(cells)))


def _column(piece: Cell, block: _Block, heads: _Heads) -> int | None:
    """The column of the grid that a head stands over, or begins over; None for unknown words."""
    head = heads.columns.get(piece.start)
    if head in block.columns:
        return block.depth + block.columns.index(head)
    word = fold(piece.text)
    if word in heads.stubs:
        return 0
    over = (at for at, it in enumerate(block.columns) if word in map(fold, it.label[:-1]))
    at = next(over, None)
    return None if at is None else block.depth + at


# --- rows ------------------------------------------------------------------------------------------


def _grid_row(pieces: Sequence[Cell], row: BoundRow, block: _Block) -> list[str] | None:
    """The cells of a row: labels by level, then a cell for each column.

    A row that the form has not, or whose figures have no certain columns, has its figures right after
    the labels: with fewer cells than its neighbours it says that their columns are not known.
    """
    filled = [piece for piece in pieces if piece.text]
    labels = [piece for piece in filled if row.label and piece.start <= row.label_span.start]
    figures = [piece.text for piece in filled[len(labels) :]]
    names = _label_cells(labels, row)
    if names is None:
        return None
    blanks = [""] * (block.depth - len(names))
    if row.form is None:
        return [*names, *(blanks if len(figures) == len(block.columns) else ()), *figures]
    if any(cell.state is State.UNPLACED for cell in row.cells):
        return [*names, *figures]
    values = [cell.raw for cell in row.cells]
    return [*names, *blanks, *values] if [it for it in values if it] == figures else None


def _label_cells(labels: Sequence[Cell], row: BoundRow) -> list[str] | None:
    """The labels of a row, each at its level; None where they cannot stand so in this order."""
    path = [fold(name) for name in row.form.label] if row.form else []
    cells: list[str] = []
    for piece in labels:
        level = len(cells)
        if piece is labels[-1] and path:
            level = len(path) - 1
        elif fold(piece.text) in path[level:-1]:
            level = path.index(fold(piece.text), level)
        if level < len(cells):
            return None
        cells += [""] * (level - len(cells))
        cells.append(piece.text)
    return cells
