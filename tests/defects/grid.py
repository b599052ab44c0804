"""A table of the form as a grid of merged cells, filled with figures.

Heads and labels are paths. Walking a path from outside in, a level is printed anew where it differs
from its neighbour, and the innermost level fills what is left: so the merged cells of the official
form come out of the data and no table is drawn by hand.
"""

from __future__ import annotations

from decimal import Decimal

from disclosure_lint.edition import BlockForm, ColumnForm, TableForm

from .model import Cell, Role, Row, Table

Figure = int | Decimal
Figures = dict[tuple[str, str], Figure]


def build_table(form: TableForm, shown: dict[tuple[str, str], str]) -> Table:
    """Return the table of a form with the text of each figure by row and column key."""
    labels = max(len(row.label) for row in form.rows)
    width = labels + max(len(block.columns) for block in form.blocks)
    rows: list[Row] = []
    for block in form.blocks:
        if block.caption:
            rows.append(Row("", [Cell(block.caption, Role.CAPTION, 0, width)], width))
        rows += _head_rows(block, labels, width)
        rows += _body_rows(block, labels, width, shown)
    return Table(form.key, rows)


def _head_rows(block: BlockForm, labels: int, width: int) -> list[Row]:
    depth = max(len(column.label) for column in block.columns)
    rows = [Row("", _heads(block.columns, level, labels, width), width) for level in range(depth)]
    stub = block.stub or block.note
    if stub:
        rows[0].cells.insert(0, Cell(stub, Role.STUB, 0, labels))
    return rows


def _heads(columns: tuple[ColumnForm, ...], level: int, labels: int, width: int) -> list[Cell]:
    """Return the heads that begin at a level; equal neighbours are merged, the last fills the row."""
    cells: list[Cell] = []
    before: tuple[str, ...] = ()
    for at, column in enumerate(columns, labels):
        path = column.label[: level + 1]
        if len(path) <= level:
            before = ()
        elif path == before:
            cells[-1].across += 1
        else:
            key = column.key if len(column.label) == level + 1 else ""
            cells.append(Cell(path[-1], Role.HEAD, at, key=key))
            before = path
    if cells and cells[-1].at == labels + len(columns) - 1:
        cells[-1].across = width - cells[-1].at
    return cells


def _body_rows(
    block: BlockForm, labels: int, width: int, shown: dict[tuple[str, str], str]
) -> list[Row]:
    rows = []
    before: tuple[str, ...] = ()
    for form in block.rows:
        cells = []
        for level, name in enumerate(form.label):
            if level == len(form.label) - 1:
                cells.append(Cell(name, Role.LABEL, level, labels - level, form.key))
            elif form.label[: level + 1] != before[: level + 1]:
                cells.append(Cell(name, Role.GROUP, level))
        before = form.label
        for at, column in enumerate(form.columns, labels):
            cells.append(Cell(shown[form.key, column.key], Role.VALUE, at, key=column.key))
        cells[-1].across = width - cells[-1].at
        rows.append(Row(form.key, cells, width))
    return rows
