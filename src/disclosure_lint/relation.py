"""The printed relations (勾稽关系) of a table: they hold, are broken, or cannot be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosure_lint.edition import CellKey, Relation
from disclosure_lint.report import BoundTable, Judged, Outcome


def balanced(table: BoundTable) -> bool:
    """Whether every relation of the table's form is known and holds, as nearly all do."""
    values = {key: cell.value for key, cell in table.cells.items()}
    if None in values.values():
        return False
    for relation in table.form.relations:
        left = sum([values[key] or 0 for key in relation.left])
        if left != sum([values[key] or 0 for key in relation.right]):
            return False
    return True


def judge(table: BoundTable) -> tuple[Judged, ...]:
    """Return every relation of the table's form with its outcome, in the form's order."""
    return tuple(_judge(relation, table) for relation in table.form.relations)


def _judge(relation: Relation, table: BoundTable) -> Judged:
    left, all_left = _sum(relation.left, table)
    right, all_right = _sum(relation.right, table)
    if not (all_left and all_right):
        return Judged(relation, Outcome.UNKNOWN, left, right)
    outcome = Outcome.HOLDS if left == right else Outcome.BROKEN
    return Judged(relation, outcome, left, right)


def _sum(keys: Iterable[CellKey], table: BoundTable) -> tuple[int | Decimal, bool]:
    total: int | Decimal = 0
    known = True
    for key in keys:
        value = table.cells[key].value
        if value is None:
            known = False
        else:
            total += value
    return total, known


@dataclass(frozen=True)
class Ledger:
    """The relations of a table that are known: by how much each is off, and each cell's sign in it.

    `off` maps the numbers of broken relations to left minus right; `signs` maps a cell to the
    relations it stands in (+1 left, -1 right).
    """

    known: tuple[Judged, ...]
    off: Mapping[int, int | Decimal]
    signs: Mapping[CellKey, Mapping[int, int]]

    def after(self, changes: Mapping[CellKey, int | Decimal]) -> dict[int, int | Decimal]:
        """Return what is off once the changes are added to the cells; what holds is left out."""
        off = dict(self.off)
        for key, delta in changes.items():
            for at, sign in self.signs.get(key, {}).items():
                off[at] = off.get(at, 0) + sign * delta
        return {at: value for at, value in off.items() if value}


def ledger(judged: Iterable[Judged]) -> Ledger:
    """Return the known relations with the signs of their cells."""
    known = tuple(it for it in judged if it.outcome is not Outcome.UNKNOWN)
    signs: dict[CellKey, dict[int, int]] = {}
    for at, it in enumerate(known):
        for keys, sign in ((it.relation.left, 1), (it.relation.right, -1)):
            for key in keys:
                signs.setdefault(key, {})[at] = sign
    off = {at: it.difference for at, it in enumerate(known) if it.difference}
    return Ledger(known, off, signs)
