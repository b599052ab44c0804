"""Faults of rows, labels and heads: the form itself was altered."""

from __future__ import annotations

import re
from copy import copy
from random import Random

from .fault import Kind, Planted
from .model import Cell, Draft, Role, Row, Table
from .typo import misspell

_TABLE = frozenset({"table"})
# Rows that no form has, and whose labels are near none that a form has.
_STRANGERS = {
    "applications": ("9.涉及个人隐私", "6.并案办理", "（八）撤回申请件数", "合并答复件数"),
    "active": ("备案审查报告", "信用评价结果", "便民指南手册"),
}
_CORE = re.compile(r"^(?:[一二三四]、|[(（].[)）]|\d\.)?([^(（]{4,})")


def _pick_table(draft: Draft, rng: Random) -> Table:
    return draft.table(rng.choice(("applications", "applications", "active")))


def _following(table: Table, row: Row) -> tuple[Row, ...]:
    """Return the row printed after a row, and the next one with figures."""
    rest = table.rows[table.rows.index(row) + 1 :]
    return rest[0], next(row for row in rest if row.key)


def _groups(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.role is Role.GROUP]


def _hand_on(row: Row, to: Row) -> None:
    """Let the labels that a row shares with the rows below it begin in another row."""
    first = to.cells[0].at
    shared = [cell for cell in _groups(row) if cell.at < first]
    for cell in shared:
        row.cells.remove(cell)
    to.cells[:0] = shared


def _missing(draft: Draft, rng: Random) -> Planted:
    table = _pick_table(draft, rng)
    row = rng.choice(table.bodies[:-1])
    places = _following(table, row)
    if places[0].key:
        _hand_on(row, places[0])
    table.rows.remove(row)
    return Planted(places, table.key)


def _doubled(draft: Draft, rng: Random) -> Planted:
    table = _pick_table(draft, rng)
    row = rng.choice(table.bodies)
    again = Row(row.key, [copy(c) for c in row.cells if c.role is not Role.GROUP], row.width)
    table.rows.insert(table.rows.index(row) + 1, again)
    return Planted((row, again), table.key)


def _swapped(draft: Draft, rng: Random) -> Planted:
    """Two neighbours under the same labels change places with all they hold."""
    table = _pick_table(draft, rng)
    pairs = [
        (upper, lower)
        for upper, lower in zip(table.rows, table.rows[1:], strict=False)
        if upper.key and lower.key and not _groups(lower) and upper.label.at == lower.label.at
    ]
    upper, lower = rng.choice(pairs)
    _hand_on(upper, lower)
    at = table.rows.index(upper)
    table.rows[at : at + 2] = lower, upper
    return Planted((upper, lower), table.key)


def _stranger(draft: Draft, rng: Random) -> Planted:
    """A row of zeros that the form has not."""
    table = _pick_table(draft, rng)
    beside = rng.choice(table.bodies)
    label = copy(beside.label)
    label.text = rng.choice(_STRANGERS[table.key])
    row = Row("stranger", [label, *(copy(cell) for cell in beside.values)], beside.width)
    for cell in row.values:
        cell.text = "0"
    table.rows.insert(table.rows.index(beside) + 1, row)
    return Planted((row,), table.key)


def _misspelt(rng: Random, table: Table, cells: list[Cell]) -> Planted:
    """Misspell one of the labels that are long enough to be recognised all the same."""
    cell, core = rng.choice([(c, match) for c in cells if (match := _CORE.match(c.text))])
    start, end = core.span(1)
    cell.text = cell.text[:start] + misspell(rng, cell.text[start:end]) + cell.text[end:]
    return Planted((cell,), table.key)


def _misspelt_label(draft: Draft, rng: Random) -> Planted:
    table = _pick_table(draft, rng)
    return _misspelt(rng, table, [row.label for row in table.bodies])


def _misspelt_head(draft: Draft, rng: Random) -> Planted:
    table = rng.choice(draft.tables)
    heads = [c for row in table.rows for c in row.cells if c.role is Role.HEAD and c.key]
    return _misspelt(rng, table, heads)


KINDS = (
    Kind("missing-row", _missing, _TABLE, frozenset({"missing-row"})),
    Kind("doubled-row", _doubled, _TABLE, frozenset({"repeated-row"})),
    Kind("swapped-rows", _swapped, _TABLE, frozenset({"misordered-row"})),
    Kind("unknown-row", _stranger, _TABLE, frozenset({"unknown-row"})),
    Kind("misspelt-row-label", _misspelt_label, _TABLE, frozenset({"altered-row-label"})),
    Kind("misspelt-column-label", _misspelt_head, _TABLE, frozenset({"altered-column-label"})),
)
