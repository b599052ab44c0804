"""Which cell is wrong, and what it should say: DESIGN §9, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest

from defects.model import Cell, Role
from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.edition import CellKey
from disclosure_lint.engine import lint
from disclosure_lint.slips import likelihood
from disclosure_lint.source import Source
from disclosure_lint.suspects import explain
from disclosure_lint.table import BoundTable, Candidate, Fault, Verdict
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

REPORTS = Path(__file__).parent.parent / "fixtures/reports"
TODAY = Settings(today=date(2026, 6, 30))
FORM = form_of("applications")
LITIGATION = form_of("litigation")
FIGURES = balanced(FORM, Random(1))
WHOLE = read_figures(FORM, as_text(FIGURES))
PEOPLE = [column.key for column in FORM.columns]
ROWS = [row.key for row in FORM.rows]


def verdicts(figures: Mapping[CellKey, int | None]) -> tuple[Verdict, ...]:
    """The verdicts on the balanced table with some figures changed."""
    return explain(altered(WHOLE, figures)).verdicts


def explanation(verdict: Verdict) -> dict[CellKey, int]:
    return {it.cell.key: int(it.expected) for it in verdict.candidates}


def test_a_balanced_table_has_no_verdict() -> None:
    assert WHOLE.verdicts == ()
    assert explain(WHOLE) is WHOLE


# One wrong figure.


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("most", [0, 1, 9, 400])
def test_a_single_wrong_figure_is_named_wherever_it_stands(edition: str, most: int) -> None:
    """Every cell of the table, by several amounts: the very cell, with the value it should have."""
    form = form_of("applications", EDITIONS[edition])
    figures = balanced(form, Random(most), most)
    whole = read_figures(form, as_text(figures), EDITIONS[edition])
    keys = cells_of(form)
    assert len(keys) == {"2021": 175, "2019": 161}[edition]
    missed = []
    for key in keys:
        for wrong in (figures[key] + 1, figures[key] + 30, max(figures[key] - 1, 0)):
            found = explain(altered(whole, {key: wrong})).verdicts
            told = [(it.fault, it.cells[0].key, explanation(it)) for it in found]
            right = [(Fault.WRONG_FIGURE, key, {key: figures[key]})]
            if told != (right if wrong != figures[key] else []):
                missed.append((key, wrong, told))
    assert missed == []


def test_the_broken_relations_are_told_with_it() -> None:
    key = ("outcome.total", "organization.research")
    (verdict,) = verdicts({key: FIGURES[key] + 2})
    assert {(it.relation.key, it.relation.at) for it in verdict.broken} == {
        ("balance", "organization.research"),
        ("outcome", "organization.research"),
        ("applicants", "outcome.total"),
    }
    assert verdict.candidates[0].restores == 3
    (verdict,) = verdicts({("received", "total"): FIGURES["received", "total"] + 2})
    assert len(verdict.broken) == verdict.candidates[0].restores == 2


def test_without_the_totals_of_the_details_only_28_cells_can_be_named() -> None:
    """The others stand in one relation: something is wrong there, but nobody is accused."""
    details = [row for row in ROWS if row.startswith("outcome.") and row != "outcome.total"]
    blanks: dict[CellKey, int | None] = {(row, "total"): None for row in details}
    named = set()
    for key in cells_of(FORM):
        if key in blanks:
            continue
        for verdict in verdicts(blanks | {key: FIGURES[key] + 1}):
            if verdict.fault is Fault.WRONG_FIGURE:
                assert explanation(verdict) == {key: FIGURES[key]}
                named.add(key)
            else:
                assert verdict.fault is Fault.UNBALANCED_TOTAL
                assert explanation(verdict)[key] == FIGURES[key]
    assert {row for row, _ in named} == {"received", "carried_in", "outcome.total", "carried_out"}
    assert len(named) == 28


# Two and more.


def test_two_wrong_figures_are_named_only_where_they_are() -> None:
    """Two cells at random: whoever is accused is wrong, and both are among the candidates."""
    accused = 0
    for seed in range(150):
        rng = Random(seed)
        keys = rng.sample(cells_of(FORM), 2)
        changes = {key: FIGURES[key] + rng.choice((1, 2, 7, 30)) for key in keys}
        found = verdicts(changes)
        candidates = {key for it in found for key in explanation(it)}
        assert candidates >= set(keys), seed
        for verdict in found:
            if verdict.fault is Fault.WRONG_FIGURE:
                accused += 1
                ((key, value),) = explanation(verdict).items()
                assert (key in keys, value) == (True, FIGURES[key]), seed
    assert accused > 200


def test_two_explanations_accuse_nobody() -> None:
    """Two parts off by the same amount: the other corners of their rectangle would do as well."""
    one, two = "outcome.granted", "outcome.not_processed.petition"
    wrong, others = [(one, PEOPLE[0]), (two, PEOPLE[1])], [(one, PEOPLE[1]), (two, PEOPLE[0])]
    assert min(FIGURES[key] for key in others) > 0
    (verdict,) = verdicts({key: FIGURES[key] + 1 for key in wrong})
    assert verdict.fault is Fault.UNBALANCED_TOTAL
    assert explanation(verdict) == {key: FIGURES[key] for key in wrong} | {
        key: FIGURES[key] - 1 for key in others
    }


@pytest.mark.parametrize("seed", range(6))
def test_a_table_wrong_everywhere_comes_to_an_end(seed: int) -> None:
    rng = Random(seed)
    changes = {key: rng.randint(0, 99) for key in cells_of(FORM)}
    found = verdicts(changes)
    assert found
    broken = [it for verdict in found for it in verdict.broken]
    assert len(broken) == len({(it.relation.key, it.relation.at) for it in broken}) <= 39


# Not arithmetic at all.


def test_a_row_that_is_wrong_with_its_total_is_one_fault() -> None:
    """The slip shows in two columns; each row that may hold it is a suspect as a whole."""
    row, columns = "outcome.granted", ("natural_person", "total")
    figures = dict(FIGURES)
    for column in columns:
        figures[row, column] += 2
    (verdict,) = verdicts(figures)
    assert (verdict.fault, verdict.at) == (Fault.UNBALANCED_TOTAL, 2)
    rows = {it.cell.row.key for it in verdict.candidates}
    assert row in rows
    assert "outcome.total" not in rows  # it would break what holds
    expected = {it.cell.key: it.expected for it in verdict.candidates}
    assert {expected[row, column] for column in columns} == {
        FIGURES[row, column] for column in columns
    }


def test_a_row_that_was_never_filled_in_is_the_first_suspect() -> None:
    row = "carried_out"
    figures = FIGURES | {key: 0 for key in FIGURES if key[0] == row}
    lost = sum(bool(FIGURES[key]) for key in FIGURES if key[0] == row)
    assert lost > 1
    (verdict,) = verdicts(figures)
    assert verdict.at == lost
    assert {it.cell.row.key for it in verdict.candidates[:lost]} == {row}
    assert all(it.expected == FIGURES[it.cell.key] for it in verdict.candidates[:lost])


def test_unknown_is_never_wrong() -> None:
    """Cells without a figure, however many: no relation over them is held against anyone."""
    for seed in range(40):
        rng = Random(seed)
        shown = as_text(FIGURES)
        for key in rng.sample(cells_of(FORM), rng.randint(1, 60)):
            shown[key] = rng.choice(("", "/", "-", "无", "见附件"))
        assert read_figures(FORM, shown, layout=GRID).verdicts == (), seed


# Figures in the wrong place.


@pytest.mark.parametrize("amount", [1, 5])
def test_a_figure_in_the_next_column(amount: int) -> None:
    """One column has too many, one too few, the totals balance: the columns are certain."""
    wrong = ("received", "natural_person"), ("received", "organization.other")
    figures = FIGURES | {wrong[0]: FIGURES[wrong[0]] + amount, wrong[1]: FIGURES[wrong[1]] - amount}
    (verdict,) = verdicts(figures)
    assert verdict.fault is Fault.MISPLACED_FIGURE
    assert [cell.column.key for cell in verdict.cells] == ["natural_person", "organization.other"]
    assert verdict.amount == amount
    assert {(it.relation.key, it.relation.at) for it in verdict.broken} == {
        ("balance", "natural_person"),
        ("balance", "organization.other"),
    }
    assert wrong[0] in explanation(verdict)


def test_a_figure_in_the_next_row() -> None:
    rows = "outcome.granted", "outcome.partly_granted"
    column = "organization.business"
    over, under = (rows[0], column), (rows[1], column)
    (verdict,) = verdicts({over: FIGURES[over] + 1, under: FIGURES[under] - 1})
    assert verdict.fault is Fault.MISPLACED_FIGURE
    assert [cell.row.key for cell in verdict.cells] == list(rows)
    assert explanation(verdict)[over] == FIGURES[over]
    assert explanation(verdict)[under] == FIGURES[under]


@pytest.mark.parametrize("to_the", ["left", "right"])
def test_a_row_shifted_by_one(to_the: str) -> None:
    row = "outcome.unavailable.not_held"
    values = [FIGURES[row, column] for column in PEOPLE]
    moved = [*values[1:], 0] if to_the == "left" else [0, *values[:-1]]
    (verdict,) = verdicts({(row, column): it for column, it in zip(PEOPLE, moved, strict=True)})
    assert verdict.fault is Fault.SHIFTED_ROW
    assert verdict.row is not None
    assert verdict.row.form is FORM.row(row)
    assert explanation(verdict) == {
        (row, column): value
        for column, value, was in zip(PEOPLE, values, moved, strict=True)
        if value != was
    }


def print_split(row: str, column: str, left: str, right: str) -> BoundTable:
    """A table that prints one figure as two."""
    model = model_of(FORM, as_text(FIGURES))
    (body,) = [it for it in model.bodies if it.key == row]
    (cell,) = [it for it in body.values if it.key == column]
    cell.text = left
    body.cells.insert(body.cells.index(cell) + 1, Cell(right, Role.VALUE, cell.at, key="rest"))
    (table,) = bind_text(print_model(model).text, "applications")
    return explain(table)


def test_a_figure_split_over_two_cells() -> None:
    row, column = "outcome.total", "total"
    text = str(FIGURES[row, column])
    assert len(text) >= 3
    table = print_split(row, column, text[:1], text[1:])
    (verdict,) = table.verdicts
    assert verdict.fault is Fault.SPLIT_FIGURE
    assert [value.text for value in verdict.values] == [str(FIGURES[row, it]) for it in PEOPLE]
    assert verdict.at == PEOPLE.index(column)
    assert verdict.row is not None
    assert verdict.row.form is FORM.row(row)


def test_a_figure_too_many_that_was_not_split_is_no_split_figure() -> None:
    row, column = "outcome.total", "natural_person"
    table = print_split(row, column, str(FIGURES[row, column]), "3")
    assert table.verdicts == ()
    assert table.row_of[row].loose


def test_a_figure_that_may_be_joined_in_two_ways_is_no_split_figure() -> None:
    """`1 | 1 | 1` for twelve in all: 11 and 1, or 1 and 11, and nothing else is known."""
    shown = {("received", "total"): "12"} | {("carried_in", column): "" for column in PEOPLE[:2]}
    model = model_of(FORM, shown)
    (row,) = [it for it in model.bodies if it.key == "received"]
    for cell in row.values[:2]:
        cell.text = "1"
    row.cells.insert(row.cells.index(row.values[1]), Cell("1", Role.VALUE, 1, key="rest"))
    (table,) = bind_text(print_model(model).text, "applications")
    assert len(table.row_of["received"].figures) == 8
    assert explain(table).verdicts == ()


def test_each_fault_has_its_own_verdict() -> None:
    """A wrong figure, a misplaced one and a shifted row far apart are three, not one heap."""
    row = "outcome.refused.deliberative"
    values = [FIGURES[row, column] for column in PEOPLE]
    moved = zip(PEOPLE, [*values[1:], 0], strict=True)
    changes = {(row, column): value for column, value in moved}
    changes["carried_in", "organization.research"] = (
        FIGURES["carried_in", "organization.research"] + 9
    )
    found = verdicts(changes)
    assert {it.fault for it in found} == {Fault.SHIFTED_ROW, Fault.WRONG_FIGURE}
    assert len(found) == 2


# The litigation table: one relation a group.


def litigation(**groups: Sequence[int]) -> BoundTable:
    kinds = ("upheld", "corrected", "other", "pending", "total")
    shown = {
        ("cases", f"{group}.{kind}"): str(value)
        for group, values in groups.items()
        for kind, value in zip(kinds, values, strict=True)
    }
    return read_figures(LITIGATION, shown)


def test_a_wrong_part_of_litigation_leaves_five_explanations() -> None:
    table = litigation(direct_suit=(3, 0, 2, 1, 7))
    (verdict,) = table.verdicts
    assert verdict.fault is Fault.UNBALANCED_TOTAL
    assert verdict.cells[0].key == ("cases", "direct_suit.total")
    assert explanation(verdict) == {
        ("cases", "direct_suit.total"): 6,
        ("cases", "direct_suit.upheld"): 4,
        ("cases", "direct_suit.corrected"): 1,
        ("cases", "direct_suit.other"): 3,
        ("cases", "direct_suit.pending"): 2,
    }
    assert verdict.candidates[0].cell.key == ("cases", "direct_suit.total")


def test_a_part_that_would_fall_below_zero_is_no_suspect() -> None:
    table = litigation(direct_suit=(3, 0, 0, 1, 2))
    (verdict,) = table.verdicts
    assert set(explanation(verdict)) == {
        ("cases", "direct_suit.total"),
        ("cases", "direct_suit.upheld"),
    }


def test_totals_that_were_never_filled_in() -> None:
    """A published report: 行政复议 10+1+0+0 and 复议后起诉 5+0+0+0, both 总计 0."""
    table = litigation(reconsideration=(10, 1, 0, 0, 0), suit_after_reconsideration=(5, 0, 0, 0, 0))
    first, second = table.verdicts
    assert {it.fault for it in table.verdicts} == {Fault.UNBALANCED_TOTAL}
    assert first.candidates[0].cell.key == ("cases", "reconsideration.total")
    assert first.candidates[0].expected == 11
    assert second.candidates[0].cell.key == ("cases", "suit_after_reconsideration.total")
    assert second.candidates[0].expected == 5


@pytest.mark.parametrize(
    ("printed", "expected", "kind"),
    [
        (21, 12, "two digits changed places"),
        (1, 12, "a digit was dropped"),
        (112, 12, "a digit was doubled"),
        (120, 12, "a digit was added"),
    ],
)
def test_a_slip_of_the_hand_comes_before_the_total(printed: int, expected: int, kind: str) -> None:
    parts = {"upheld": expected, "corrected": 40, "other": 40, "pending": 40}
    total = sum(parts.values())
    parts["upheld"] = printed
    table = litigation(direct_suit=(*parts.values(), total))
    (verdict,) = table.verdicts
    first = verdict.candidates[0]
    assert (first.cell.key, first.expected) == (("cases", "direct_suit.upheld"), expected), kind


def rank(
    value: int, expected: int, *, restores: int = 1, is_total: bool = False
) -> tuple[int, ...]:
    cell = WHOLE.cells["received", "natural_person"]._replace(value=value)
    return likelihood(Candidate(cell, expected, restores), is_total=is_total)


def test_the_likeliest_come_first() -> None:
    order = [
        rank(3, 9, restores=2),
        rank(0, 9, is_total=True),
        rank(21, 12),
        rank(8, 9, is_total=True),
        rank(8, 9),
    ]
    assert order == sorted(order)
    assert len(set(order)) == len(order)
    # A zero that should be a number is no slip, and neither is a number of the same digits twice.
    assert rank(0, 10) == rank(8, 9)
    assert rank(33, 33) == rank(8, 9)


# Whole reports.


def arithmetic(name: str) -> list[Diagnostic]:
    text = (REPORTS / f"{name}.txt").read_text("utf-8")
    found = lint(Source(text, name), TODAY).diagnostics
    return [it for it in found if it.group == "arithmetic"]


def line_of(name: str, diagnostic: Diagnostic) -> str:
    source = Source((REPORTS / f"{name}.txt").read_text("utf-8"))
    return source.slice(source.lines.line(source.lines.row(diagnostic.span.start)))


def test_published_totals_left_at_zero() -> None:
    found = arithmetic("unfilled-totals-2022")
    assert [it.rule for it in found] == ["unbalanced-total"] * 2
    firsts = [it.finding.suspects[0] for it in found]
    assert [(it.value, it.expected) for it in firsts] == [("0", "11"), ("0", "5")]
    assert [it.span for it in found] == [it.span for it in firsts]


def test_published_figure_in_a_neighbouring_column() -> None:
    """自然人 60+0≠61+0 beside 其他 1+0≠0+0, 总计 balanced: one figure in the wrong column."""
    (found,) = arithmetic("misplaced-figure-2023")
    assert found.rule == "misplaced-figure"
    assert "自然人" in found.message.zh
    assert "其他" in found.message.zh


def test_the_older_table_in_a_newer_report_is_not_blamed_for_its_rows() -> None:
    """Its 23 rows are judged by their own relations: they hold, and only the form is out of date."""
    text = (REPORTS / "older-form-2023.txt").read_text("utf-8")
    found = lint(Source(text), TODAY).diagnostics
    assert [it.rule for it in found if it.group == "arithmetic"] == []
    assert [it.rule for it in found if it.rule == "outdated-form"] == ["outdated-form"]
    spoilt = text.replace("（一）予以公开 | 2 | 1 |", "（一）予以公开 | 2 | 7 |")
    assert spoilt != text
    rules = [it.rule for it in lint(Source(spoilt), TODAY).diagnostics if it.group == "arithmetic"]
    assert rules == ["wrong-figure"]


def test_two_cells_that_only_together_explain_are_named_side_by_side() -> None:
    """Two wrong figures may be two others as well; each pair is told as one."""
    figures = dict(FIGURES)
    for row, column in (
        ("outcome.granted", "natural_person"),
        ("outcome.partly_granted", "organization.business"),
    ):
        figures[row, column] += 1
    (verdict,) = verdicts(figures)
    assert (verdict.fault, verdict.at) == (Fault.UNBALANCED_TOTAL, 2)
    pairs = [
        {it.cell.key for it in verdict.candidates[at : at + 2]}
        for at in range(0, len(verdict.candidates), 2)
    ]
    assert {
        ("outcome.granted", "natural_person"),
        ("outcome.partly_granted", "organization.business"),
    } in pairs
