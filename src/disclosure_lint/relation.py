"""The printed relations (勾稽关系) of a table: they hold, are broken, or cannot be known."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Any

from disclosure_lint.edition import CellKey, Relation, TableForm
from disclosure_lint.records import NamedTuple
from disclosure_lint.table import BoundTable, Judged, Outcome

# Takes the values of some cells out of those of a table.
Terms = Callable[[Sequence[Any]], tuple[Any, ...]]
Sides = tuple[Terms, Terms]


def balanced(table: BoundTable) -> bool:
    """Return whether every relation of the table's form is known and holds, as nearly all do."""
    if table.balanced:
        return True
    values = [cell[3] for cell in table.cells.values()]
    return None not in values and hold(sides_of(table.form, tuple(table.cells)), values)


def hold(relations: Sequence[Sides], values: Sequence[Any]) -> bool:
    """Return whether the sides of each relation come to the same with these values."""
    return all(sum(left(values)) == sum(right(values)) for left, right in relations)


@lru_cache(maxsize=64)
def sides_of(form: TableForm, keys: tuple[CellKey, ...]) -> Sequence[Sides]:
    """Return what takes the terms of each relation's sides from values in the order of these cells."""
    place = {key: at for at, key in enumerate(keys)}
    return [(_terms(it.left, place), _terms(it.right, place)) for it in form.relations]


def _terms(keys: tuple[CellKey, ...], place: Mapping[CellKey, int]) -> Terms:
    places = [place[key] for key in keys]
    if len(places) == 1:  # of one place `itemgetter` gives its value, not a tuple
        return lambda values: (values[places[0]],)
    return itemgetter(*places)


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


class Ledger(NamedTuple):
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


def ledger(form: TableForm, judged: Sequence[Judged]) -> Ledger:
    """Return the known ones of a form's relations, all of them judged, with the signs of their cells."""
    numbers = [at for at, it in enumerate(judged) if it.outcome is not Outcome.UNKNOWN]
    known = tuple([judged[at] for at in numbers])
    off = {at: it.difference for at, it in enumerate(known) if it.difference}
    return Ledger(known, off, _signs(form, tuple(numbers)))


@lru_cache(maxsize=64)
def _signs(form: TableForm, numbers: tuple[int, ...]) -> Mapping[CellKey, Mapping[int, int]]:
    """The sign of each cell in each of some relations of a form, which count from 0 anew."""
    signs: dict[CellKey, dict[int, int]] = {}
    for at, number in enumerate(numbers):
        relation = form.relations[number]
        for keys, sign in ((relation.left, 1), (relation.right, -1)):
            for key in keys:
                signs.setdefault(key, {})[at] = sign
    return signs
