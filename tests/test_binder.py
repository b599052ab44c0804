"""Printed tables to the form's cells: odd rows cost only themselves, and no figure lands in a wrong column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from random import Random

import pytest

from defects.layouts import Blanks, Layout
from defects.model import Cell, Role, Row, Sheet, Table
from defects.shapes import Look, grid, markdown
from disclosure_lint.edition import CellKey, TableForm
from disclosure_lint.table import BoundRow, BoundTable, Match
from disclosure_lint.values import State
from printed_tables import (
    EDITIONS,
    GRID,
    LATEST,
    LOOK_IDS,
    LOOKS,
    PIPES,
    as_text,
    balanced,
    bind_text,
    cells_of,
    form_of,
    model_of,
    print_model,
    read_figures,
)

APPLICATIONS = form_of("applications")
ACTIVE = form_of("active")
OLDER = EDITIONS["2019"]
LITIGATION = form_of("litigation")
ROWS = [row.key for row in APPLICATIONS.rows]
each_look = pytest.mark.parametrize(("layout", "look"), LOOKS, ids=LOOK_IDS)


def distinct(layout: Layout, form: TableForm = APPLICATIONS) -> dict[CellKey, str]:
    """A figure of its own for every cell, so that each misplaced one shows; digits where they touch."""
    keys = cells_of(form)
    if layout.digits:
        return {key: str((7 * at + 3) % 10) for at, key in enumerate(keys)}
    return {key: str(1000 + at) for at, key in enumerate(keys)}


def printed_cells(sheet: Sheet, model: Table) -> dict[tuple[int, int], CellKey]:
    """Where each figure stands, and whose it is."""
    return {
        tuple(sheet.extents[cell]): (row.key, cell.key)
        for row in model.bodies
        for cell in row.values
        if cell.text
    }


def astray(tables: Iterable[BoundTable], where: dict[tuple[int, int], CellKey]) -> list[CellKey]:
    """Cells that were given what is printed for another."""
    return [
        cell.key
        for table in tables
        for cell in table.cells.values()
        if cell.raw and where.get(tuple(cell.span)) != cell.key
    ]


def unlisted(tables: Iterable[BoundTable], where: dict[tuple[int, int], CellKey]) -> list[CellKey]:
    """Printed figures that stand in no row, bound or stray."""
    listed = {tuple(it.span) for table in tables for row in table.rows for it in row.values}
    return [key for extent, key in where.items() if extent not in listed]


@each_look
def test_a_whole_table_binds_whole(layout: Layout, look: Look) -> None:
    forms = [(it, form) for it in (OLDER, LATEST) for form in it.tables]
    for edition, form in forms:
        model = model_of(form, distinct(layout, form))
        sheet = print_model(model, layout, look, edition)
        (table,) = bind_text(sheet.text, form.key, edition)
        where = printed_cells(sheet, model)
        assert table.form is form
        assert {tuple(cell.span): cell.key for cell in table.cells.values()} == where
        assert [row.form for row in table.rows] == list(form.rows)
        assert {row.match for row in table.rows} == {Match.EXACT}
        assert (table.gaps, table.foreign) == ((), ())
        assert not any(row.repeated or row.misordered or row.short for row in table.rows)
        assert {head.column for head in table.heads} == set(form.columns)


# What is done to a table before it is printed; each takes the place of a row among the rows.


def misspell(model: Table, at: int) -> None:
    label = model.bodies[at].label
    label.text = label.text[:4] + "某" + label.text[5:]


def leave_out(model: Table, at: int) -> None:
    model.rows.remove(model.bodies[at])


def print_twice(model: Table, at: int) -> None:
    row = model.bodies[at]
    model.rows.insert(model.rows.index(row) + 1, without_group(row))


def swap(model: Table, at: int) -> None:
    place = model.rows.index(model.bodies[at])
    model.rows[place : place + 2] = reversed(model.rows[place : place + 2])


def add_row(model: Table, at: int) -> None:
    row = model.bodies[at]
    extra = without_group(row)
    extra.key = "extra"
    extra.label.text = "某县自行增设的事项"
    for cell in extra.values:
        cell.text = "7"
    model.rows.insert(model.rows.index(row) + 1, extra)


def without_group(row: Row) -> Row:
    copy = deepcopy(row)
    copy.cells = [cell for cell in copy.cells if cell.role is not Role.GROUP]
    return copy


# Swapped rows must stand in one group, as no group's label may move.
FAULTS: list[tuple[Callable[[Table, int], None], tuple[int, ...]]] = [
    (misspell, (0, 5, 16, 24)),
    (leave_out, (0, 5, 16, 24)),
    (print_twice, (0, 5, 16, 24)),
    (add_row, (0, 5, 16, 23)),
    (swap, (0, 5, 17, 23)),
]


@each_look
@pytest.mark.parametrize(("fault", "places"), FAULTS, ids=[it.__name__ for it, _ in FAULTS])
def test_an_odd_row_costs_no_other(
    layout: Layout, look: Look, fault: Callable[[Table, int], None], places: tuple[int, ...]
) -> None:
    for place in places[LOOKS.index((layout, look)) % 2 :: 2]:  # two of them in each look
        model = model_of(APPLICATIONS, distinct(layout))
        touched = ROWS[place]
        fault(model, place)
        sheet = print_model(model, layout, look)
        tables = bind_text(sheet.text, "applications")
        where = printed_cells(sheet, model)
        assert len(tables) == 1, place
        assert astray(tables, where) == [], place
        assert unlisted(tables, where) == [], place
        bound = {cell.key for cell in tables[0].cells.values() if cell.raw}
        lost = {row for row, _ in where.values() if row not in {key for key, _ in bound}}
        # A label that is misspelt beyond recognition where the cells touch may stay a stray row.
        allowed = {touched} if fault is misspell and layout.digits else set()
        assert lost <= {"extra"} | allowed, place


def rows_by_key(table: BoundTable) -> dict[str, list[BoundRow]]:
    found: dict[str, list[BoundRow]] = {}
    for row in table.rows:
        found.setdefault(row.form.key if row.form else "", []).append(row)
    return found


def spoilt(fault: Callable[[Table, int], None], place: int) -> BoundTable:
    model = model_of(APPLICATIONS, distinct(PIPES))
    fault(model, place)
    (table,) = bind_text(print_model(model).text, "applications")
    return table


def test_a_misspelt_row_is_the_nearest() -> None:
    table = spoilt(misspell, 5)
    (row,) = rows_by_key(table)[ROWS[5]]
    assert row.match is Match.NEAR
    assert row.label == "2.其他某律行政法规禁止公开"
    assert table.gaps == ()


def test_a_missing_row_leaves_a_gap() -> None:
    table = spoilt(leave_out, 5)
    (gap,) = table.gaps
    assert [row.key for row in gap.rows] == [ROWS[5]]
    assert gap.span == rows_by_key(table)[ROWS[6]][0].label_span
    states = {table.cells[ROWS[5], column.key].state for column in APPLICATIONS.columns}
    assert states == {State.ABSENT}


def test_rows_missing_at_the_end_leave_one_gap() -> None:
    model = model_of(APPLICATIONS, distinct(PIPES))
    del model.rows[-3:]
    (table,) = bind_text(print_model(model).text, "applications")
    (gap,) = table.gaps
    assert [row.key for row in gap.rows] == ROWS[-3:]
    assert gap.span == table.rows[-1].label_span


def test_of_two_equal_rows_the_second_is_the_repeated_one() -> None:
    table = spoilt(print_twice, 5)
    first, second = rows_by_key(table)[ROWS[5]]
    assert (first.repeated, second.repeated) == (False, True)
    assert table.row_of[ROWS[5]] is first
    assert table.cells[ROWS[5], "total"] == first.cells[-1]


def test_of_swapped_rows_one_is_out_of_order() -> None:
    table = spoilt(swap, 5)
    assert [row.misordered for row in table.rows].count(True) == 1
    (odd,) = [row.form.key for row in table.rows if row.form and row.misordered]
    assert odd in ROWS[5:7]


def test_an_unknown_row_is_a_stray() -> None:
    table = spoilt(add_row, 5)
    (row,) = rows_by_key(table)[""]
    assert (row.label, row.match, row.cells) == ("某县自行增设的事项", Match.NONE, ())
    assert [value.text for value in row.figures] == ["7"] * 7


def test_a_second_row_of_figures_alone_is_a_stray() -> None:
    model = model_of(LITIGATION, {})
    model.rows.append(deepcopy(model.rows[-1]))
    sheet = print_model(model)
    (table,) = bind_text(sheet.text, "litigation")
    assert [(row.form is None, row.match) for row in table.rows] == [
        (False, Match.EXACT),
        (True, Match.NONE),
    ]
    assert unlisted([table], printed_cells(sheet, model)) == []


# Cells.

PRINTED = ["", "0", "/", "-", "无", "12件", "见附件"]
STATES = [
    State.BLANK,
    State.FIGURE,
    State.PLACEHOLDER,
    State.PLACEHOLDER,
    State.PLACEHOLDER,
    State.NOT_A_COUNT,
    State.NOT_A_COUNT,
]


def test_nothing_zero_and_marks_for_none_are_kept_apart() -> None:
    shown = {
        ("received", column.key): text
        for column, text in zip(APPLICATIONS.columns, PRINTED, strict=True)
    }
    table = read_figures(APPLICATIONS, shown, layout=GRID)
    cells = [table.cells["received", column.key] for column in APPLICATIONS.columns]
    assert [cell.state for cell in cells] == STATES
    assert [cell.raw for cell in cells] == PRINTED
    assert [cell.value for cell in cells] == [None, 0, None, None, None, 12, None]
    assert table.grid


@each_look
def test_a_blank_is_never_a_zero_and_moves_no_figure(layout: Layout, look: Look) -> None:
    """Wherever a blank is lost, the row's figures stay listed and without a column."""
    blank = [(ROWS[0], "organization.business"), (ROWS[9], "natural_person"), (ROWS[20], "total")]
    shown = distinct(layout) | dict.fromkeys(blank, "")
    model = model_of(APPLICATIONS, shown)
    sheet = print_model(model, layout, look)
    tables = bind_text(sheet.text, "applications")
    where = printed_cells(sheet, model)
    assert astray(tables, where) == []
    assert unlisted(tables, where) == []
    (table,) = tables
    for row, column in blank:
        cells = {cell.state for cell in table.row_of[row].cells}
        if layout.write in {grid, markdown}:
            assert table.grid
            assert table.cells[row, column].state is State.BLANK
            assert cells == {State.BLANK, State.FIGURE}
        elif layout.blanks is not Blanks.KEPT:
            assert cells == {State.UNPLACED}
            assert table.row_of[row].loose
        counted = layout.blanks is Blanks.COUNTED and table.row_of[row].span.end < sheet.text.index(
            "\n", table.row_of[row].span.start
        )
        assert table.row_of[row].short == counted
    assert {row.form.key for row in table.rows if row.form and row.loose} <= {
        row for row, _ in blank
    }


def test_a_grid_is_known_by_a_blank_before_a_figure() -> None:
    shown = distinct(GRID)
    before = read_figures(APPLICATIONS, shown | {(ROWS[3], "organization.other"): ""}, layout=GRID)
    assert before.grid
    assert before.cells[ROWS[3], "organization.other"].state is State.BLANK
    assert before.cells[ROWS[3], "total"].raw == shown[ROWS[3], "total"]
    assert not read_figures(APPLICATIONS, distinct(PIPES), layout=PIPES).grid


@pytest.mark.parametrize("count", range(1, 7))
def test_the_closing_run_counts_lost_blanks(count: int) -> None:
    columns = [column.key for column in APPLICATIONS.columns]
    shown = distinct(PIPES) | {(ROWS[4], key): "" for key in columns[:count]}
    (table,) = bind_text(print_model(model_of(APPLICATIONS, shown)).text, "applications")
    assert [row.short for row in table.rows] == [0] * 4 + [count] + [0] * 20
    assert len(table.row_of[ROWS[4]].figures) == 7 - count


def test_a_row_without_any_figure_has_dropped_ones() -> None:
    shown = {("licence", "decisions"): ""}
    (table,) = bind_text(print_model(model_of(ACTIVE, shown)).text, "active")
    cell = table.cells["licence", "decisions"]
    assert (cell.state, cell.value, cell.raw) == (State.DROPPED, None, "")
    assert cell.span == table.row_of["licence"].label_span
    others = {key: it.state for key, it in table.cells.items() if key != cell.key}
    assert set(others.values()) == {State.FIGURE}


@each_look
def test_a_figure_too_many_leaves_its_row_without_columns(layout: Layout, look: Look) -> None:
    model = model_of(APPLICATIONS, distinct(layout))
    row = model.bodies[4]
    row.cells.append(Cell("8", Role.VALUE, row.width, key="more"))
    sheet = print_model(model, layout, look)
    tables = bind_text(sheet.text, "applications")
    where = printed_cells(sheet, model)
    assert astray(tables, where) == []
    assert unlisted(tables, where) == []
    loose = [it.form.key for table in tables for it in table.rows if it.form and it.loose]
    assert loose == [ROWS[4]]


# Heads.


@each_look
def test_a_misspelt_head_is_known_by_its_place(layout: Layout, look: Look) -> None:
    model = model_of(ACTIVE, {})
    (head,) = [
        cell for row in model.rows for cell in row.cells if cell.key == "repealed" and not row.key
    ]
    head.text = "本年废除的数量"
    sheet = print_model(model, layout, look)
    (table,) = bind_text(sheet.text, "active")
    assert {it.column.key: (it.match, it.label) for it in table.heads}["repealed"] == (
        Match.PLACE,
        "本年废除的数量",
    )
    assert [it.match for it in table.heads].count(Match.EXACT) == 5
    assert astray([table], printed_cells(sheet, model)) == []


@each_look
def test_columns_in_another_order(layout: Layout, look: Look) -> None:
    """The heads say which column is which, where each stands over its own."""
    shown = {
        (row, key): str(at)
        for row in ("regulation", "normative_document")
        for at, key in enumerate(("issued", "repealed", "in_force"), 1)
    }
    model = model_of(ACTIVE, shown)
    for row in model.rows[1:4]:
        row.cells[1:] = [row.cells[3], row.cells[1], row.cells[2]]
        for at, cell in enumerate(row.cells):
            cell.at = at
    sheet = print_model(model, layout, look)
    (table,) = bind_text(sheet.text, "active")
    assert astray([table], printed_cells(sheet, model)) == []
    assert {key: table.cells[key].raw for key in shown} == shown


# Whole tables cut, parted, run together.


@each_look
def test_a_table_cut_off_anywhere_keeps_what_is_left(layout: Layout, look: Look) -> None:
    model = model_of(APPLICATIONS, distinct(layout))
    sheet = print_model(model, layout, look)
    extent = sheet.extents[model.bodies[0]]
    end = sheet.extents[model.bodies[-1]].end
    where = printed_cells(sheet, model)
    for cut in range(extent.start, end, (end - extent.start) // 9):
        tables = bind_text(sheet.text[:cut], "applications")
        left = {extent: key for extent, key in where.items() if extent[1] <= cut}
        # The figure at the cut may have lost digits.
        halved = {key for extent, key in where.items() if extent[0] < cut < extent[1]}
        assert set(astray(tables, left)) <= halved, cut
        figures = {cell.key for table in tables for cell in table.cells.values() if cell.raw}
        lacking = {row for row, _ in set(left.values()) - figures}
        # The row that is cut; or the one before it, when the next label's `3.` goes for a figure.
        assert len(lacking) <= 1, cut
        assert lacking <= {row for row, _ in list(left.values())[-7:]}, cut


@each_look
def test_words_between_the_rows(layout: Layout, look: Look) -> None:
    model = model_of(APPLICATIONS, distinct(layout))
    sheet = print_model(model, layout, look)
    at = sheet.extents[model.bodies[9]].start
    words = "（接上页）以下为本年度办理结果的其余各项；数据与上页合并计算。\n"
    tables = bind_text(sheet.text[:at] + words + sheet.text[at:], "applications")
    where = {
        (start + len(words) * (start >= at), end + len(words) * (start >= at)): key
        for (start, end), key in printed_cells(sheet, model).items()
    }
    assert astray(tables, where) == []
    assert unlisted(tables, where) == []
    assert len({cell.key for table in tables for cell in table.cells.values() if cell.raw}) == 175


@each_look
def test_tables_without_headings_between_them(layout: Layout, look: Look) -> None:
    """All three tables under one heading are still three, and each whole."""
    models = [model_of(form, {}) for form in (ACTIVE, APPLICATIONS, LITIGATION)]
    sheet = Sheet()
    sheet.write(f"二、{LATEST.sections[1].title}\n")
    for model in models:
        layout.write(sheet, model, look)
    tables = bind_text(sheet.text, "active")
    assert [table.form.key for table in tables] == ["active", "applications", "litigation"]
    for table, model in zip(tables, models, strict=True):
        where = printed_cells(sheet, model)
        assert astray([table], where) == []
        assert sum(bool(cell.raw) for cell in table.cells.values()) == len(where)


def test_lines_printed_once_give_no_wrong_figure() -> None:
    """The layout that leaves out every line it printed before: little is sure, nothing is wrong."""
    lines = next(layout for layout, _ in LOOKS if layout.name == "cell-per-line")
    for seed in range(8):
        figures = balanced(APPLICATIONS, Random(seed), most=seed % 3)
        sheet = print_model(model_of(APPLICATIONS, as_text(figures)), lines, lines.looks[0])
        seen: set[str] = set()
        kept = [
            it for it in sheet.text.split("\n") if it.strip() and not (it in seen or seen.add(it))
        ]
        for table in bind_text("\n".join(kept), "applications"):
            wrong = [
                cell.key
                for cell in table.cells.values()
                if cell.value is not None and cell.value != figures[cell.key]
            ]
            assert wrong == []


@each_look
def test_nothing_raises_whatever_is_lost(layout: Layout, look: Look) -> None:
    """Pieces cut out, doubled and moved at random: every cell still says what stands at its place."""
    sheet = print_model(model_of(APPLICATIONS, distinct(layout)), layout, look)
    for seed in range(5):
        rng = Random(seed)
        text = sheet.text
        for _ in range(8):
            start = rng.randrange(len(text))
            end = start + rng.randrange(1, 40)
            piece = rng.choice(("", text[start:end] * 2, text[end:start:-1], "|", "\n", "\t"))
            text = text[:start] + piece + text[end:]
        text = f"三、{LATEST.sections[2].title}\n" + text
        for table in bind_text(text, "applications"):
            for row in table.rows:
                for value in row.values:
                    assert value.text in text[value.start : value.end].replace("\n", "")
            for cell in table.cells.values():
                assert 0 <= cell.span.start <= cell.span.end <= len(text)
                assert cell.raw in text[slice(*cell.span)].replace("\n", "")


@pytest.mark.parametrize(
    ("layout", "look"), [(layout, look) for layout, look in LOOKS if not layout.digits]
)
def test_marks_without_width_around_figures_hide_none(layout: Layout, look: Look) -> None:
    """Editors on web pages leave them in cells."""
    figures = distinct(layout)
    text = print_model(model_of(APPLICATIONS, figures), layout, look).text
    for mark in ("\u200b", "\ufeff", "\u00a0"):
        for figure in set(figures.values()):
            text = text.replace(figure, f"{mark}{figure}{mark}")
        (table,) = bind_text(text, "applications")
        assert {key: cell.raw for key, cell in table.cells.items()} == figures


@pytest.mark.parametrize("form", [LITIGATION, ACTIVE], ids=["litigation", "active"])
def test_a_row_on_the_line_of_its_heads(form: TableForm) -> None:
    """A break between two rows is easily lost."""
    shown = {key: str(2000 + at) for at, key in enumerate(cells_of(form))}
    text = print_model(model_of(form, shown)).text
    first = min(shown[key] for key in cells_of(form))
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if f"{first} " in line)
    text = "\n".join([*lines[: at - 1], f"{lines[at - 1]} {lines[at]}", *lines[at + 1 :]])
    (table,) = bind_text(text, form.key)
    assert {key: cell.raw for key, cell in table.cells.items()} == shown


@pytest.mark.parametrize("layout", [PIPES, GRID], ids=lambda layout: layout.name)
@pytest.mark.parametrize("form", [APPLICATIONS, ACTIVE], ids=["applications", "active"])
def test_two_rows_on_a_line(form: TableForm, layout: Layout) -> None:
    """Rows, and the heads of the block after a row, whose line break was lost."""
    shown = {key: str(2000 + at) for at, key in enumerate(cells_of(form))}
    lines = print_model(model_of(form, shown), layout).text.split("\n")
    rows = [at for at, line in enumerate(lines) if line.count("|") > 2 and "20" in line]
    for at in rows[:-1]:
        joined = [*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :]]
        (table,) = bind_text("\n".join(joined), form.key)
        assert {key: cell.raw for key, cell in table.cells.items()} == shown
