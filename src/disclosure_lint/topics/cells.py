"""How findings speak of cells: by the printed names of row and column, one finding for many."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from disclosure_lint.diagnostic import Message, Related
from disclosure_lint.edition import CellKey, Kind, TableForm
from disclosure_lint.records import once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.table import BoundCell, BoundRow, BoundTable
from disclosure_lint.text import figure
from disclosure_lint.topics.wording import quoted, without_remark
from disclosure_lint.values import State

T = TypeVar("T")

# So many other places are named beside the first.
MOST_RELATED = 5
# So many findings of one rule in one table stand alone; more become one finding with a count.
MOST_APART = 3

_MORE = Message("另一处", "another one")


def column_name(cell: BoundCell, table: BoundTable) -> str:
    """Return the printed name of a cell's column, with the heads above it where it alone is not unique."""
    path = table.column_path(cell.column)
    names = [column.name for column in table.form.columns]
    return without_remark(path[-1]) if names.count(cell.column.name) == 1 else "/".join(path)


def cell_name(cell: BoundCell, table: BoundTable) -> str:
    """Return what a message calls a cell: `“2.重复申请”的“自然人”`."""
    row = table.row_path(cell.row)
    column = f"“{column_name(cell, table)}”"
    return f"{quoted(without_remark(row[-1]))}的{column}" if row else column


def cell_name_en(cell: BoundCell, table: BoundTable) -> str:
    """Return what an English message calls a cell."""
    row = table.row_path(cell.row)
    column = f"column “{column_name(cell, table)}”"
    return f"row {quoted(without_remark(row[-1]))}, {column}" if row else column


def odd_cells(table: BoundTable, wanted: Callable[[BoundCell], bool]) -> list[BoundCell]:
    """Return the cells that hold anything but a plain figure, those of them that are wanted, in printed order."""
    return [cell for cell in _odd(table) if wanted(cell)]


@once
def _odd(table: BoundTable) -> tuple[BoundCell, ...]:
    """Nearly all rows are nothing but digits; they are told by a look at their values."""
    if _is_plain(table.rows):
        return ()
    odd: list[BoundCell] = []
    for row in table.rows:
        if not row.repeated and not _is_plain([row]):
            odd += row.cells
    odd = [cell for cell in odd if not _is_figure(cell)]
    odd.sort(key=lambda cell: cell.span)
    return tuple(odd)


def is_negative(cell: BoundCell) -> bool:
    """Return whether a cell is below zero in a column that takes no sign."""
    return cell.value is not None and cell.value < 0 and cell.column.kind is not Kind.SIGNED


def _is_figure(cell: BoundCell) -> bool:
    """Whether a cell holds a plain figure, an amount with decimals perhaps: nothing is odd about it."""
    plain = cell.state is State.FIGURE and cell.value is not None and cell.value >= 0
    return plain and figure(cell.raw) is not None


def _is_plain(rows: Sequence[BoundRow]) -> bool:
    """Whether rows hold a value of plain digits for each cell, and nothing else."""
    if any(len(row.values) != len(row.cells) for row in rows):
        return False
    texts = [value.text for row in rows for value in row.values]
    digits = "".join(texts)
    return all(texts) and digits.isascii() and digits.isdigit()


def amounts(report: Report) -> Iterator[tuple[BoundTable, BoundCell]]:
    """Yield the cells with an amount above 0, each with its table."""
    for table in report.tables:
        for key in _amounts(table.form):
            cell = table.cells.get(key)
            if cell and cell.value:
                yield table, cell


@lru_cache(maxsize=64)
def _amounts(form: TableForm) -> tuple[CellKey, ...]:
    rows = (*form.rows, *form.local_rows)
    pairs = [(row, column) for row in rows for column in row.columns]
    return tuple((row.key, column.key) for row, column in pairs if column.kind is Kind.AMOUNT)


def side_by_side(
    report: Report, columns: tuple[str, ...]
) -> Iterator[tuple[BoundTable, list[BoundCell]]]:
    """Yield each table with the cells, in some columns, of each row of its form that has all of these."""
    for table in report.tables:
        for keys in _side_by_side(table.form, columns):
            yield table, [table.cells[key] for key in keys]


@lru_cache(maxsize=256)
def _side_by_side(form: TableForm, columns: tuple[str, ...]) -> tuple[tuple[CellKey, ...], ...]:
    rows = [row.key for row in form.rows if {it.key for it in row.columns}.issuperset(columns)]
    return tuple(tuple((row, column) for column in columns) for row in rows)


def clusters(found: Sequence[T]) -> Sequence[Sequence[T]]:
    """Part what was found into what gets one finding together: each alone while few, else all."""
    return [[it] for it in found] if len(found) <= MOST_APART else [found]


def others(spans: Iterable[Span], message: Message = _MORE) -> tuple[Related, ...]:
    """Return the first few places as related ones."""
    found = list(dict.fromkeys(spans))
    return tuple(Related(span, message) for span in found[:MOST_RELATED])
