"""Faults of figures: the form is whole, and what is written in it is not true."""

from __future__ import annotations

from random import Random

from .fault import Kind, Planted
from .model import Cell, Draft, Row, Table

_BALANCE = ("received", "carried_in", "carried_out")
_SUMS = frozenset({"outcome.total", *_BALANCE})
# A wrong figure may also contradict what the words say of it.
_RULES = frozenset(
    {
        "wrong-figure",
        "unbalanced-total",
        "misplaced-figure",
        "split-figure",
        "received-mismatch",
        "answered-mismatch",
        "carry-over-mismatch",
        "applicant-mismatch",
        "disputes-mismatch",
        "none-contradicted",
    }
)
_GROUPS = frozenset({"arithmetic"})


def _misstate(rng: Random, text: str, *, digits: bool) -> str:
    """Return another count than `text` states, wrong the way people and keyboards are wrong."""
    right = int(text)
    slips = [right + rng.randint(1, 9), right - rng.randint(1, 9), rng.randint(0, 9)]
    if not digits:
        slips += [right * 10 + rng.randint(0, 9), right + rng.randint(1, max(right, 2))]
        slips += [int(text[:-1] or "0"), int(text[1:] or "0"), int(text[::-1])]
    slips = [slip for slip in slips if slip >= 0 and slip != right and not (digits and slip > 9)]
    return str(rng.choice(slips or [right + 1 if right < 9 or not digits else right - 1]))


def _spoil(draft: Draft, rng: Random, table: Table, cell: Cell) -> Planted:
    right = cell.text
    cell.text = _misstate(rng, right, digits=draft.digits)
    return Planted((cell,), table.key, (cell,), right)


def _pick(rng: Random, table: Table, rows: list[str], *, total: bool | None) -> Cell:
    """Return a random cell of the rows; from the totals, from the parts or (None) from all."""
    return rng.choice(
        [
            cell
            for row in table.bodies
            if row.key in rows
            for cell in row.values
            if total is None or total == cell.key.endswith("total")
        ]
    )


def _details(table: Table) -> list[str]:
    return [row.key for row in table.bodies if row.key not in _SUMS]


def _wrong_leaf(draft: Draft, rng: Random) -> Planted:
    table = draft.table("applications")
    return _spoil(draft, rng, table, _pick(rng, table, _details(table), total=False))


def _wrong_row_total(draft: Draft, rng: Random) -> Planted:
    table = draft.table("applications")
    return _spoil(draft, rng, table, _pick(rng, table, _details(table), total=True))


def _wrong_column_total(draft: Draft, rng: Random) -> Planted:
    table = draft.table("applications")
    return _spoil(draft, rng, table, _pick(rng, table, ["outcome.total"], total=None))


def _wrong_balance(draft: Draft, rng: Random) -> Planted:
    table = draft.table("applications")
    return _spoil(draft, rng, table, _pick(rng, table, list(_BALANCE), total=None))


def _wrong_case(draft: Draft, rng: Random, *, total: bool) -> Planted:
    """A case table has one relation a group: the group is the place, for its total or any part may be wrong."""
    table = draft.table("litigation")
    cell = _pick(rng, table, ["cases"], total=total)
    planted = _spoil(draft, rng, table, cell)
    group = cell.key.split(".")[0]
    (row,) = table.bodies
    cells = tuple(other for other in row.values if other.key.split(".")[0] == group)
    return Planted(cells, table.key, planted.cells, planted.right)


def _wrong_case_part(draft: Draft, rng: Random) -> Planted:
    return _wrong_case(draft, rng, total=False)


def _wrong_case_total(draft: Draft, rng: Random) -> Planted:
    return _wrong_case(draft, rng, total=True)


def _leaves(table: Table) -> list[tuple[str, Cell]]:
    """Return the parts (no totals) of every row, with their row."""
    return [
        (row.key, cell)
        for row in table.bodies
        if row.key != "outcome.total"
        for cell in row.values
        if not cell.key.endswith("total")
    ]


def _swapped_cells(draft: Draft, rng: Random) -> Planted:
    """Two parts change places; inside one column nobody could tell, so they stand in two."""
    table = draft.table("applications")
    leaves = _leaves(table)
    here, one = rng.choice([(row, cell) for row, cell in leaves if cell.text != "0"])
    others = [(row, c) for row, c in leaves if c.key != one.key and c.text != one.text]
    beside = [place for place in others if place[0] == here and rng.random() < 0.5]
    _, other = rng.choice(beside or others)
    one.text, other.text = other.text, one.text
    return Planted((table,), table.key, (one, other))


def _offset_columns(draft: Draft, rng: Random) -> Planted:
    """Some requests of a row are counted for another kind of applicant: the row's total still holds."""
    table = draft.table("applications")
    leaves = _leaves(table)
    giver_row, giver = rng.choice([(row, cell) for row, cell in leaves if cell.text != "0"])
    taker = rng.choice([cell for row, cell in leaves if row == giver_row and cell is not giver])
    moved = rng.randint(1, int(giver.text))
    if draft.digits:
        moved = min(moved, 9 - int(taker.text))
    giver.text, taker.text = str(int(giver.text) - moved), str(int(taker.text) + moved)
    return Planted((table,), table.key, (giver, taker))


def _two_wrong_cells(draft: Draft, rng: Random) -> Planted:
    """Two parts in different rows and columns are wrong, each in its own way."""
    table = draft.table("applications")
    leaves = _leaves(table)
    row, one = rng.choice(leaves)
    other = rng.choice([cell for key, cell in leaves if key != row and cell.key != one.key])
    for cell in (one, other):
        cell.text = _misstate(rng, cell.text, digits=draft.digits)
    return Planted((table,), table.key, (one, other))


def _shifted_row(draft: Draft, rng: Random) -> Planted:
    """A row is written one column too far to a side; what falls off is a zero, or the total."""
    table = draft.table("applications")
    row, moved = rng.choice([(row, texts) for row in table.bodies for texts in _shifts(row)])
    wrong = []
    for cell, text in zip(row.values, moved, strict=True):
        if cell.text != text:
            wrong.append(cell)
        cell.text = text
    return Planted((row,), table.key, tuple(wrong))


def _shifts(row: Row) -> list[list[str]]:
    """Return the figures of a row one place to the right or left, with the total or without it."""
    *parts, total = (cell.text for cell in row.values)
    shifts = [["0", *parts]]
    if parts[0] == "0":
        shifts += [[*parts[1:], total, "0"], [*parts[1:], "0", total]]
    if parts[-1] == "0":
        shifts.append(["0", *parts[:-1], total])
    return [texts for texts in shifts if texts != [*parts, total]]


KINDS = (
    Kind("wrong-leaf", _wrong_leaf, _GROUPS, _RULES),
    Kind("wrong-row-total", _wrong_row_total, _GROUPS, _RULES),
    Kind("wrong-column-total", _wrong_column_total, _GROUPS, _RULES),
    Kind("wrong-balance", _wrong_balance, _GROUPS, _RULES),
    Kind("wrong-case-part", _wrong_case_part, _GROUPS, _RULES),
    Kind("wrong-case-total", _wrong_case_total, _GROUPS, _RULES),
    Kind("swapped-cells", _swapped_cells, _GROUPS, _RULES, exact=False, figured=True),
    Kind("offset-columns", _offset_columns, _GROUPS, _RULES, exact=False, figured=True),
    Kind("two-wrong-cells", _two_wrong_cells, _GROUPS, _RULES, exact=False),
    Kind(
        "shifted-row",
        _shifted_row,
        _GROUPS | {"table"},
        _RULES | {"shifted-row"},
        exact=False,
        figured=True,
    ),
)
