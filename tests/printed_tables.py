"""Tables of the forms with chosen figures, printed in any layout and read back; shared by the core's tests.

The printing is that of the defects package, which knows nothing of how tables are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from defects.grid import build_table
from defects.layouts import LAYOUTS, Layout
from defects.model import Sheet, Table
from defects.shapes import Look
from disclosure_lint.edition import CellKey, Edition, TableForm, load_editions
from disclosure_lint.landmarks import landmarks
from disclosure_lint.parser import parse
from disclosure_lint.placement import place
from disclosure_lint.shapes import bind_blocks
from disclosure_lint.source import Source
from disclosure_lint.suspects import explain
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.values import State

EDITIONS = {it.id: it for it in load_editions()}
LATEST = EDITIONS["2021"]
PIPES = next(layout for layout in LAYOUTS if layout.name == "pipe-rows")
GRID = next(layout for layout in LAYOUTS if layout.name == "grid")
LOOKS = [(layout, look) for layout in LAYOUTS for look in layout.looks]
LOOK_IDS = [f"{layout.name}-{layout.looks.index(look)}" for layout, look in LOOKS]

Figures = dict[CellKey, int]


def form_of(key: str, edition: Edition = LATEST) -> TableForm:
    """Return the table of a key; StopIteration when the edition has none."""
    return next(table for table in edition.tables if table.key == key)


def cells_of(form: TableForm) -> list[CellKey]:
    """Return the keys of every cell in printed order."""
    return [(row.key, column.key) for row in form.rows for column in row.columns]


def model_of(form: TableForm, shown: Mapping[CellKey, str]) -> Table:
    """Return a table to print; cells that are not in `shown` say 0."""
    return build_table(form, {key: shown.get(key, "0") for key in cells_of(form)})


def print_model(
    table: Table, layout: Layout = PIPES, look: Look | None = None, edition: Edition = LATEST
) -> Sheet:
    """Return the sheet that a table is printed on, among the headings of an empty report."""
    sheet = Sheet()
    for section in edition.sections:
        sheet.write(f"{section.number}、{section.title}\n")
        if section.key == table.key:
            layout.write(sheet, table, look or layout.looks[0])
    return sheet


def bind_text(text: str, key: str, edition: Edition = LATEST) -> list[BoundTable]:
    """Return the tables in the section that belongs to a table, bound and nothing more."""
    document = parse(Source(text), landmarks())
    title = next(section.title for section in edition.sections if section.key == key)
    section = next(it for it in document.sections if it.title == title)
    return bind_blocks(section.blocks, section.number, key, edition, load_editions())[0]


def read_figures(
    form: TableForm, shown: Mapping[CellKey, str], edition: Edition = LATEST, layout: Layout = PIPES
) -> BoundTable:
    """Print a table, read it back, place its short rows and explain what is broken."""
    sheet = print_model(model_of(form, shown), layout, edition=edition)
    (table,) = bind_text(sheet.text, form.key, edition)
    return explain(place(table))


def as_text(figures: Mapping[CellKey, int]) -> dict[CellKey, str]:
    """Return figures as they are printed."""
    return {key: str(value) for key, value in figures.items()}


def balanced(form: TableForm, rng: Random, most: int = 9) -> Figures:
    """Return figures of an applications table for which every relation holds.

    Written against the form's sentence, not with the relations of the edition file.
    """
    people = [column.key for column in form.columns if column.key != "total"]
    details = [row.key for row in form.rows if row.key.startswith("outcome.")]
    details.remove("outcome.total")
    figures: Figures = {(row, who): rng.randint(0, most) for row in details for who in people}
    for who in people:
        answered = sum(figures[row, who] for row in details)
        carried_in, carried_out = rng.randint(0, answered), rng.randint(0, most)
        figures["outcome.total", who] = answered
        figures["carried_in", who] = carried_in
        figures["carried_out", who] = carried_out
        figures["received", who] = answered + carried_out - carried_in
    for row in form.rows:
        figures[row.key, "total"] = sum(figures[row.key, who] for who in people)
    return figures


def altered(table: BoundTable, figures: Mapping[CellKey, int | None]) -> BoundTable:
    """Return a table that prints other figures in some cells; None leaves them blank."""
    rows = []
    cells = dict(table.cells)
    for row in table.rows:
        changed = tuple(
            _printing(cell, figures[cell.key]) if cell.key in figures else cell
            for cell in row.cells
        )
        rows.append(row._replace(cells=changed))
        cells |= {cell.key: cell for cell in changed}
    return table._replace(rows=tuple(rows), cells=cells, verdicts=(), balanced=False)


def _printing(cell: BoundCell, value: int | None) -> BoundCell:
    text = "" if value is None else str(value)
    state = State.BLANK if value is None else State.FIGURE
    return cell._replace(state=state, value=value, printed=cell.printed._replace(text=text))
