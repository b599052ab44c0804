"""Which cell explains the broken relations, and with what value.

A single wrong figure breaks exactly the relations it stands in, so the broken relations of a table
point at it. They are looked at together: the smallest set of cells whose change restores every
broken relation and breaks none is the explanation, if there is only one. All work is bounded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from disclosure_lint.edition import CellKey, Kind
from disclosure_lint.records import NamedTuple
from disclosure_lint.relation import Ledger, balanced, judge, ledger
from disclosure_lint.rowfaults import misplaced, shifted, split
from disclosure_lint.slips import likelihood
from disclosure_lint.table import BoundTable, Candidate, Fault, Judged, Outcome, Verdict

# So many explanations are looked at; more of them are as good as none.
_MOST = 60
# So many steps may one search take; a table with every cell wrong ends here.
_STEPS = 4000

Number = int | Decimal


class Change(NamedTuple):
    """A cell, what to add to it, and the broken relations that this restores."""

    key: CellKey
    delta: Number
    mends: frozenset[int]


def explain(table: BoundTable) -> BoundTable:
    """Return the table with its verdicts: one for each fault, none where nothing is broken."""
    if balanced(table):
        return table
    whole, found = split(table)
    judged = judge(whole)
    if any(it.outcome is Outcome.BROKEN for it in judged):
        found += _explain(whole, ledger(table.form, judged))
    if not found:
        return table
    found.sort(key=lambda verdict: verdict.cells[0].span)
    return table._replace(verdicts=tuple(found))


def _explain(table: BoundTable, books: Ledger) -> list[Verdict]:
    """Causes before symptoms: a shifted row, a figure in the wrong place, wrong cells, then totals."""
    verdicts: list[Verdict] = []
    broken = frozenset(books.off)
    for find in (shifted, misplaced):
        found, broken = find(table, books, broken)
        verdicts += found
    groups = list(_groups(books, broken))
    for group in _alike(books, groups):
        if rows := list(_rows(table, books, group)):
            verdicts.append(_one_row(table, books, group, rows))
            groups = [it for it in groups if it.isdisjoint(group)]
    for group in groups:
        verdicts += _explain_group(table, books, group)
    return verdicts


def _alike(books: Ledger, groups: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Broken relations of one kind in several columns, none of which shares a cell with another."""
    kinds: defaultdict[str, set[int]] = defaultdict(set)
    for group in groups:
        if len(group) == 1:
            kinds[books.known[min(group)].relation.key] |= group
    return [frozenset(group) for group in kinds.values() if len(group) > 1]


def _rows(
    table: BoundTable, books: Ledger, group: frozenset[int]
) -> Iterator[tuple[Candidate, ...]]:
    """The rows whose cells in these relations, changed together, restore them and break none.

    A slip that was carried into the row's own total shows in the columns only.
    """
    for row in table.rows:
        changes: dict[CellKey, Number] = {}
        for at in group:
            keys = [key for key in _cells(books.known[at]) if row.form and key[0] == row.form.key]
            if len(keys) == 1 and not row.repeated:
                delta = -books.off[at] * books.signs[keys[0]][at]
                changes |= {keys[0]: delta} if _possible(table, keys[0], delta) else {}
        after = books.after(changes)
        if (
            len(changes) == len(group)
            and group.isdisjoint(after)
            and after.keys() <= set(books.off)
        ):
            cells = sorted(changes, key=lambda key: table.cells[key].span)
            yield tuple(
                _candidate(table, Change(key, changes[key], frozenset([1]))) for key in cells
            )


def _one_row(
    table: BoundTable, books: Ledger, group: frozenset[int], rows: list[tuple[Candidate, ...]]
) -> Verdict:
    """One of some rows is wrong as a whole; one that was never filled in goes first."""
    broken = tuple(books.known[at] for at in sorted(group))
    rows.sort(key=lambda row: any(it.cell.value for it in row))
    candidates = tuple(candidate for row in rows for candidate in row)
    total = table.cells[_total(broken[0])]
    return Verdict(Fault.UNBALANCED_TOTAL, broken, (total,), candidates, at=len(group))


def _groups(books: Ledger, broken: frozenset[int]) -> Iterator[frozenset[int]]:
    """Part broken relations into those connected by shared cells."""
    left = {at: set(_cells(books.known[at])) for at in sorted(broken)}
    while left:
        first, cells = next(iter(left.items()))
        group = {first}
        while grown := {at for at in left if at not in group and not cells.isdisjoint(left[at])}:
            group |= grown
            cells = cells.union(*(left[at] for at in grown))
        for at in group:
            del left[at]
        yield frozenset(group)


def _cells(judged: Judged) -> tuple[CellKey, ...]:
    return judged.relation.left + judged.relation.right


def _explain_group(table: BoundTable, books: Ledger, group: frozenset[int]) -> list[Verdict]:
    covers = _covers(table, books, group) or _pairs(table, books, group)
    # One relation alone tells no cell from another, even where only one could be changed.
    if len(covers) == 1 and len(group) > 1:
        return [_wrong(table, books, change) for change in covers[0]]
    return [_unbalanced(table, books, group, covers)]


def _possible(table: BoundTable, key: CellKey, delta: Number) -> bool:
    """Whether the cell would still hold what its column may hold."""
    cell = table.cells[key]
    if cell.value is None:
        return False
    return cell.column.kind is Kind.SIGNED or cell.value + delta >= 0


def _covers(table: BoundTable, books: Ledger, group: frozenset[int]) -> list[tuple[Change, ...]]:
    """The smallest sets of cells, each off by one amount in all its relations, that restore the group."""
    by_relation: dict[int, list[Change]] = {at: [] for at in group}
    for key in {key for at in group for key in _cells(books.known[at])}:
        signs = books.signs[key]
        deltas = {-books.off.get(at, 0) * sign for at, sign in signs.items()}
        if len(deltas) == 1 and signs.keys() <= group:
            change = Change(key, deltas.pop(), frozenset(signs))
            if _possible(table, key, change.delta):
                for at in change.mends:
                    by_relation[at].append(change)
    for size in range(1, len(group) + 1):
        steps = iter(range(_STEPS // size))
        covers = list(islice(_exact(group, by_relation, size, steps), _MOST))
        if covers or next(steps, None) is None:
            return covers
    return []


def _exact(
    rest: frozenset[int],
    by_relation: Mapping[int, Sequence[Change]],
    size: int,
    steps: Iterator[int],
) -> Iterator[tuple[Change, ...]]:
    """Every way to restore `rest` with `size` changes that do not touch one another."""
    if not rest:
        yield ()
    elif size:
        narrowest = min(rest, key=lambda at: (len(by_relation[at]), at))
        for change in by_relation[narrowest]:
            if next(steps, None) is None:
                return
            if change.mends <= rest:
                for others in _exact(rest - change.mends, by_relation, size - 1, steps):
                    yield (change, *others)


def _pairs(table: BoundTable, books: Ledger, group: frozenset[int]) -> list[tuple[Change, ...]]:
    """Pairs of cells that share a relation and together restore the whole group."""
    found: dict[frozenset[CellKey], tuple[Change, ...]] = {}
    outside = {at: off for at, off in books.off.items() if at not in group}
    shortest = min(group, key=lambda at: (len(_cells(books.known[at])), at))
    for key in _cells(books.known[shortest]):
        signs = books.signs[key]
        for delta in {-books.off[at] * signs[at] for at in signs.keys() & group}:
            if not _possible(table, key, delta):
                continue
            after = books.after({key: delta})
            rest = frozenset(after) - frozenset(outside)
            for other in _single(table, books, after, rest):
                if other.key != key:
                    first = Change(key, delta, frozenset(signs) & group)
                    found.setdefault(frozenset([key, other.key]), (first, other))
    return list(found.values())


def _single(
    table: BoundTable, books: Ledger, off: Mapping[int, Number], rest: frozenset[int]
) -> Iterator[Change]:
    """The cells that alone restore `rest`."""
    if rest:
        for key in _cells(books.known[min(rest)]):
            signs = books.signs[key]
            if signs.keys() == rest:
                deltas = {-off[at] * sign for at, sign in signs.items()}
                if len(deltas) == 1 and _possible(table, key, delta := deltas.pop()):
                    yield Change(key, delta, rest)


def _candidate(table: BoundTable, change: Change) -> Candidate:
    cell = table.cells[change.key]
    return Candidate(cell, (cell.value or 0) + change.delta, len(change.mends))


def _wrong(table: BoundTable, books: Ledger, change: Change) -> Verdict:
    candidate = _candidate(table, change)
    broken = tuple(books.known[at] for at in sorted(books.signs[change.key]))
    return Verdict(Fault.WRONG_FIGURE, broken, (candidate.cell,), (candidate,))


def _unbalanced(
    table: BoundTable,
    books: Ledger,
    group: frozenset[int],
    covers: Sequence[tuple[Change, ...]],
) -> Verdict:
    """No cell explains the group alone: the finding sits at the total, the likeliest cells are named."""
    broken = tuple(books.known[at] for at in sorted(group))
    if covers and len(covers[0]) > 1:
        return _together(table, broken, covers)
    changes = [change for cover in covers for change in cover]
    if not covers:
        changes = [change for at in sorted(group) for change in _alone(table, books, at)]
    found: dict[CellKey, Change] = {}
    for change in sorted(changes, key=lambda it: -len(it.mends)):
        found.setdefault(change.key, change)
    totals = {_total(it) for it in broken}
    ranked = sorted(
        (_candidate(table, change) for change in found.values()),
        key=lambda it: likelihood(it, is_total=it.cell.key in totals),
    )
    return Verdict(Fault.UNBALANCED_TOTAL, broken, (table.cells[_total(broken[0])],), tuple(ranked))


def _together(
    table: BoundTable, broken: tuple[Judged, ...], covers: Sequence[tuple[Change, ...]]
) -> Verdict:
    """Cells of which only several together explain the group: each such set, side by side."""
    totals = {_total(it) for it in broken}

    def rank(cover: Sequence[Candidate]) -> list[tuple[int, int, int]]:
        return sorted(likelihood(it, is_total=it.cell.key in totals) for it in cover)

    sets = [tuple(_candidate(table, change) for change in cover) for cover in covers]
    candidates = tuple(it for cover in sorted(sets, key=rank) for it in cover)
    cells = (table.cells[_total(broken[0])],)
    return Verdict(Fault.UNBALANCED_TOTAL, broken, cells, candidates, at=len(covers[0]))


def _total(judged: Judged) -> CellKey:
    """The cell that a relation adds up to: the first on its right side."""
    return judged.relation.right[0]


def _alone(table: BoundTable, books: Ledger, at: int) -> Iterator[Change]:
    """Every cell of one broken relation, with the change that restores it."""
    for key in _cells(books.known[at]):
        delta = -books.off[at] * books.signs[key][at]
        if _possible(table, key, delta):
            after = books.after({key: delta})
            mends = frozenset(number for number in books.signs[key] if number not in after)
            yield Change(key, delta, mends)
