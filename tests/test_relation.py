"""The printed relations: they hold, are broken, or cannot be known, and unknown is never broken."""

from __future__ import annotations

from random import Random

import pytest

from disclosure_lint.edition import CellKey
from disclosure_lint.relation import judge, ledger
from disclosure_lint.table import BoundTable, Judged, Outcome
from printed_tables import (
    EDITIONS,
    GRID,
    altered,
    as_text,
    balanced,
    bind_text,
    cells_of,
    form_of,
    model_of,
    print_model,
    read_figures,
)

FORM = form_of("applications")
FIGURES = balanced(FORM, Random(1))
WHOLE = read_figures(FORM, as_text(FIGURES))
LITIGATION = form_of("litigation")


def outcomes(table: BoundTable) -> dict[tuple[str, str], Outcome]:
    return {(it.relation.key, it.relation.at): it.outcome for it in judge(table)}


def standing_in(key: CellKey) -> set[tuple[str, str]]:
    """The relations of a cell, read off the form's sentence: its column's, its row's."""
    row, column = key
    found = {("applicants", row)}
    if row in {"received", "carried_in", "carried_out", "outcome.total"}:
        found.add(("balance", column))
    if row.startswith("outcome."):
        found.add(("outcome", column))
    return found


def test_a_balanced_table_holds() -> None:
    for edition in (EDITIONS["2019"], EDITIONS["2021"]):
        form = form_of("applications", edition)
        table = read_figures(form, as_text(balanced(form, Random(2))), edition)
        assert set(outcomes(table).values()) == {Outcome.HOLDS}
        assert [it.relation for it in judge(table)] == list(form.relations)


@pytest.mark.parametrize("key", cells_of(FORM), ids="@".join)
def test_a_wrong_cell_breaks_the_relations_it_stands_in(key: CellKey) -> None:
    found = outcomes(altered(WHOLE, {key: FIGURES[key] + 1}))
    broken = {relation for relation, outcome in found.items() if outcome is Outcome.BROKEN}
    assert broken == standing_in(key)
    assert {found[it] for it in found.keys() - broken} == {Outcome.HOLDS}


@pytest.mark.parametrize("key", cells_of(FORM)[::6], ids="@".join)
@pytest.mark.parametrize("printed", ["", "/", "-", "无", "见附件"])
def test_over_a_cell_without_a_figure_nothing_is_known(key: CellKey, printed: str) -> None:
    """Other figures are wrong too, and yet no relation over the cell is broken."""
    column = next(column.key for column in FORM.columns if column.key != key[1])
    wrong = (key[0], column)
    shown = as_text(FIGURES | {wrong: FIGURES[wrong] + 5}) | {key: printed}
    found = outcomes(read_figures(FORM, shown, layout=GRID))
    unknown = {relation for relation, outcome in found.items() if outcome is Outcome.UNKNOWN}
    assert unknown == standing_in(key)
    assert {it for it in found if found[it] is Outcome.BROKEN} == standing_in(wrong) - unknown


def test_over_a_missing_row_nothing_is_known() -> None:
    model = model_of(FORM, as_text(FIGURES))
    (row,) = [row for row in model.bodies if row.key == "outcome.other.other"]
    model.rows.remove(row)
    (table,) = bind_text(print_model(model).text, "applications")
    found = outcomes(table)
    columns = {("outcome", column.key) for column in FORM.columns}
    unknown = {it for it in found if found[it] is Outcome.UNKNOWN}
    assert unknown == columns | {("applicants", row.key)}
    assert Outcome.BROKEN not in found.values()


def test_a_count_with_its_unit_is_known() -> None:
    shown = as_text(FIGURES) | {("received", "total"): f"{FIGURES['received', 'total']}件"}
    assert set(outcomes(read_figures(FORM, shown)).values()) == {Outcome.HOLDS}


def test_the_difference_has_a_direction() -> None:
    shown = {("cases", "reconsideration.upheld"): "10", ("cases", "reconsideration.total"): "7"}
    first, *others = judge(read_figures(LITIGATION, shown))
    assert (first.left, first.right, first.difference) == (10, 7, 3)
    assert first.outcome is Outcome.BROKEN
    assert {(it.outcome, it.difference) for it in others} == {(Outcome.HOLDS, 0)}


def books(table: BoundTable) -> dict[str, int]:
    """What is off, by the names of the relations."""
    found = ledger(table.form, judge(table))
    return {_name(found.known[at]): off for at, off in found.off.items()}


def _name(judged: Judged) -> str:
    return f"{judged.relation.key}/{judged.relation.at}"


def test_the_ledger_knows_what_is_off_and_what_a_change_does() -> None:
    key = ("outcome.total", "natural_person")
    table = altered(WHOLE, {key: FIGURES[key] - 4})
    found = ledger(table.form, judge(table))
    assert books(table) == {
        "balance/natural_person": 4,
        "outcome/natural_person": 4,
        "applicants/outcome.total": -4,
    }
    assert {_name(found.known[at]): sign for at, sign in found.signs[key].items()} == {
        "balance/natural_person": -1,
        "outcome/natural_person": -1,
        "applicants/outcome.total": 1,
    }
    assert found.after({key: 4}) == {}
    assert found.after({}) == found.off
    worse = {_name(found.known[at]): off for at, off in found.after({key: -1}).items()}
    assert worse == {name: 5 if off > 0 else -5 for name, off in books(table).items()}


def test_what_is_unknown_is_not_in_the_books() -> None:
    key = ("received", "natural_person")
    table = altered(WHOLE, {key: None, ("received", "total"): 0})
    found = ledger(table.form, judge(table))
    assert len(found.known) == len(FORM.relations) - 2
    assert key not in found.signs
    assert {_name(it) for it in found.known}.isdisjoint(
        {"applicants/received", "balance/natural_person"}
    )


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_table_without_relations_has_nothing_to_judge(edition: str) -> None:
    form = form_of("active", EDITIONS[edition])
    shown = dict.fromkeys(cells_of(form), "7")
    assert judge(read_figures(form, shown, EDITIONS[edition])) == ()
