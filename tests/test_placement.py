"""Figures of rows that lost a blank: placed only where the relations leave one place, never wrong."""

from __future__ import annotations

from random import Random

import pytest

from counting import count_calls
from disclosure_lint.edition import CellKey
from disclosure_lint.placement import place
from disclosure_lint.relation import judge
from disclosure_lint.table import BoundTable, Outcome
from disclosure_lint.values import State
from printed_tables import (
    EDITIONS,
    as_text,
    balanced,
    bind_text,
    cells_of,
    form_of,
    model_of,
    print_model,
)

FORM = form_of("applications")
ROWS = [row.key for row in FORM.rows]
PEOPLE = [column.key for column in FORM.columns]
Figures = dict[CellKey, int]


def bound(figures: Figures, blanks: set[CellKey]) -> BoundTable:
    """Print figures in rows of pipes, which swallow blanks, and bind them; nothing is placed yet."""
    shown = as_text(figures) | dict.fromkeys(blanks, "")
    (table,) = bind_text(print_model(model_of(FORM, shown)).text, "applications")
    return table


def wrongly_placed(table: BoundTable, figures: Figures, blanks: set[CellKey]) -> list[CellKey]:
    """Cells that say what they should not: another figure, or a figure where nothing was printed."""
    return [
        cell.key
        for cell in table.cells.values()
        if cell.value is not None and (cell.key in blanks or cell.value != figures[cell.key])
    ]


def zeros(figures: Figures, row: str) -> list[CellKey]:
    return [(row, column) for column in PEOPLE if figures[row, column] == 0]


def test_a_whole_table_is_left_as_it_is() -> None:
    table = bound(balanced(FORM, Random(1)), set())
    assert place(table) is table


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_one_short_row_is_placed_whole(edition: str) -> None:
    """Every zero of a busy table, left blank in turn: each figure of the row is in its column."""
    form = form_of("applications", EDITIONS[edition])
    figures = balanced(form, Random(7), most=3)
    tried = 0
    for blank in cells_of(form):
        if figures[blank] or blank[1] == "total" or not any(figures[blank[0], it] for it in PEOPLE):
            continue
        shown = as_text(figures) | {blank: ""}
        text = print_model(model_of(form, shown), edition=EDITIONS[edition]).text
        (before,) = bind_text(text, "applications", EDITIONS[edition])
        table = place(before)
        assert wrongly_placed(table, figures, {blank}) == []
        row = before.row_of[blank[0]]
        placed = [table.cells[blank[0], it] for it in PEOPLE]
        # Where zeros stand side by side, one of them is the blank, and nobody can tell which.
        sure = {it.key for it in placed if it.state is not State.UNPLACED}
        assert sure >= {key for key in figures if key[0] == blank[0] and figures[key]}
        assert table.row_of[blank[0]].cells == tuple(placed)
        assert row.loose
        tried += 1
    assert tried > 20


def test_a_lost_blank_stays_unknown() -> None:
    """A blank counts as 0 in the search only: afterwards it is a dropped cell without a value."""
    figures = figures_with_one_zero()
    (blank,) = zeros(figures, "received")
    table = place(bound(figures, {blank}))
    cell = table.cells[blank]
    assert (cell.state, cell.value, cell.raw) == (State.DROPPED, None, "")
    others = [table.cells["received", column] for column in PEOPLE if column != blank[1]]
    assert {it.state for it in others} == {State.FIGURE}
    unknown = [it.relation for it in judge(table) if it.outcome is Outcome.UNKNOWN]
    assert {(it.key, it.at) for it in unknown} == {
        ("applicants", "received"),
        ("balance", blank[1]),
    }
    assert not [it for it in judge(table) if it.outcome is Outcome.BROKEN]


def figures_with_one_zero() -> Figures:
    """A table whose new requests have a single zero, between figures that are all different."""
    figures = dict.fromkeys(cells_of(FORM), 0)
    for row in ("received", "outcome.granted", "outcome.total"):
        for column, value in zip(PEOPLE, (5, 1, 2, 0, 3, 4, 15), strict=True):
            figures[row, column] = value
    return figures


@pytest.mark.parametrize(
    ("count", "tables", "least"), [(2, 30, 30), (3, 30, 30), (5, 12, 20), (12, 2, 0)]
)
def test_several_short_rows_are_never_placed_wrong(count: int, tables: int, least: int) -> None:
    placed = 0
    for seed in range(tables):
        rng = Random(seed)
        figures = balanced(FORM, rng, most=rng.choice((1, 3, 9)))
        rows = [row for row in ROWS if zeros(figures, row)]
        blanks = {
            key
            for row in rng.sample(rows, min(count, len(rows)))
            for key in rng.sample(zeros(figures, row), 1)
        }
        before = bound(figures, blanks)
        after = place(before)
        assert wrongly_placed(after, figures, blanks) == [], seed
        placed += sum(it.loose for it in before.rows) - sum(it.loose for it in after.rows)
    assert placed >= least


def test_blank_totals_are_never_guessed() -> None:
    """A row that may lack its total says nothing of itself: it may be a part that is blank as well."""
    for seed in range(30):
        rng = Random(seed)
        figures = balanced(FORM, rng, most=3)
        blanks = {(row, "total") for row in rng.sample(ROWS, rng.randint(1, 6))}
        before = bound(figures, blanks)
        after = place(before)
        assert wrongly_placed(after, figures, blanks) == [], seed
        assert all(after.row_of[row].loose == before.row_of[row].loose for row, _ in blanks), seed


def test_zeros_alone_stay_unplaced() -> None:
    """Six zeros for seven columns: which one is blank makes no difference, so nobody says."""
    figures = dict.fromkeys(cells_of(FORM), 0)
    table = place(bound(figures, {("received", "natural_person")}))
    states = {table.cells["received", column].state for column in PEOPLE}
    assert states <= {State.UNPLACED}
    assert [it for it in judge(table) if it.outcome is Outcome.BROKEN] == []


def test_interchangeable_columns_stay_unplaced() -> None:
    """The figures beside the zeros are certain, the zeros are not."""
    figures = dict.fromkeys(cells_of(FORM), 0)
    for row in ("received", "outcome.granted", "outcome.total"):
        for column in ("natural_person", "total"):
            figures[row, column] = 8
    table = place(bound(figures, {("received", "organization.research")}))
    cells = {column: table.cells["received", column] for column in PEOPLE}
    assert (cells["natural_person"].value, cells["total"].value) == (8, 8)
    middle = [column for column in PEOPLE if column.startswith("organization.")]
    assert {cells[column].state for column in middle} == {State.UNPLACED}


def test_figures_that_fit_nowhere_stay_unplaced() -> None:
    figures = figures_with_one_zero()
    (blank,) = zeros(figures, "received")
    figures["received", "total"] += 1
    table = bound(figures, {blank})
    assert place(table) is table


def test_a_figure_too_many_is_not_placed() -> None:
    figures = balanced(FORM, Random(3))
    text = print_model(model_of(FORM, as_text(figures))).text
    line = next(it for it in text.split("\n") if it.startswith("二、上年结转"))
    (table,) = bind_text(text.replace(line, line.replace("|", "| 0 |", 1)), "applications")
    assert table.row_of["carried_in"].loose
    assert place(table) is table


def test_the_work_is_limited() -> None:
    """All details short by several zeros: more ways than may be tried, so the table is as it was."""
    figures = balanced(FORM, Random(5), most=1)
    details = [row for row in ROWS if row.startswith("outcome.") and row != "outcome.total"]
    blanks = {key for row in details for key in zeros(figures, row)[:2] if key[1] != "total"}
    assert len(blanks) > 30
    table = bound(figures, blanks)
    found = [table]
    assert count_calls(lambda: found.append(place(table)), most=3_000_000) > 1000
    assert found[1] is table
