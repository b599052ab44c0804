"""Faults of a whole row: two figures that were one, a row shifted by one, a figure in the wrong place."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from disclosure_lint.relation import Ledger, judge
from disclosure_lint.syntax import Cell
from disclosure_lint.table import (
    BoundCell,
    BoundRow,
    BoundTable,
    Candidate,
    Fault,
    Judged,
    Outcome,
    Verdict,
)
from disclosure_lint.values import read

# A shifted row breaks at least so many relations; fewer are no evidence.
_EVIDENCE = 3

Number = int | Decimal
Found = tuple[list[Verdict], frozenset[int]]


def with_row(table: BoundTable, row: BoundRow, cells: Sequence[BoundCell]) -> BoundTable:
    """Return the table with the cells of one row replaced."""
    rows = tuple(it._replace(cells=tuple(cells)) if it is row else it for it in table.rows)
    return table._replace(rows=rows, cells={**table.cells, **{cell.key: cell for cell in cells}})


def split(table: BoundTable) -> tuple[BoundTable, list[Verdict]]:
    """Find rows with one figure too many where joining two neighbours restores the relations.

    Returns the table with such rows mended, so that other faults show, and a verdict for each.
    """
    found = []
    mended = table
    for row in table.rows:
        if row.loose and not row.repeated and len(row.figures) == len(row.cells) + 1:
            joined = _joinings(mended, row)
            if len(joined) == 1:
                at, values, mended = joined[0]
                found.append(
                    Verdict(Fault.SPLIT_FIGURE, (), row.cells[:1], row=row, values=values, at=at)
                )
    return mended, found


def _joinings(table: BoundTable, row: BoundRow) -> list[tuple[int, tuple[Cell, ...], BoundTable]]:
    """The ways to join two neighbours of a row after which its relations hold."""
    found = []
    figures = row.figures
    for at in range(len(figures) - 1):
        left, right = figures[at], figures[at + 1]
        text = left.text + right.text
        if not text.isdigit() or text[0] == "0":
            continue
        values = (
            *figures[:at],
            Cell(text, left.start, right.end),
            *figures[at + 2 :],
        )
        whole = with_row(table, row, cells_of(row, values))
        touched = [it for it in judge(whole) if row.form and row.form.key in _rows_of(it)]
        known = [it for it in touched if it.outcome is not Outcome.UNKNOWN]
        if known and all(it.outcome is Outcome.HOLDS for it in known):
            found.append((at, values, whole))
    return found


def _rows_of(judged: Judged) -> set[str]:
    return {row for row, _ in judged.relation.left + judged.relation.right}


def cells_of(row: BoundRow, values: Sequence[Cell]) -> list[BoundCell]:
    """The cells of a row with other values, one for each column."""
    cells = []
    for cell, value in zip(row.cells, values, strict=True):
        reading = read(value.text, cell.column.kind)
        cells.append(BoundCell(cell.row, cell.column, reading.state, reading.value, value))
    return cells


def shifted(table: BoundTable, books: Ledger, broken: frozenset[int]) -> Found:
    """Find rows that fit after moving all their figures one place, where the column relations agree."""
    found: list[Verdict] = []
    touched: defaultdict[str, set[int]] = defaultdict(set)
    for at in broken:
        for key in _rows_of(books.known[at]):
            touched[key].add(at)
    for row in table.rows:
        if row.form is None or row.repeated:
            continue
        mine = broken & touched[row.form.key]
        if len(mine) < _EVIDENCE or not _known(row):
            continue
        fits = [values for values in _shifts(row) if _fits(books, row, values)]
        if len(fits) == 1:
            broken -= mine
            candidates = tuple(
                Candidate(cell, value, len(mine))
                for cell, value in zip(row.cells, fits[0], strict=True)
                if cell.value != value
            )
            told = tuple(books.known[at] for at in sorted(mine))
            found.append(Verdict(Fault.SHIFTED_ROW, told, row.cells, candidates, row))
    return found, broken


def _known(row: BoundRow) -> bool:
    return all(cell.value is not None for cell in row.cells)


def _shifts(row: BoundRow) -> Iterator[list[Number]]:
    """What a row would have to read if its figures had been moved one place to a side.

    What fell off at an end is restored from the row's own sum; nothing else may have been lost. With
    the total in place a single figure that moves is a misplaced figure, not a shifted row.
    """
    values = [cell.value or 0 for cell in row.cells]
    parts, total = values[:-1], values[-1]
    seen: list[list[Number]] = [values]
    moved = [[*values[1:], values[0]], [values[-1], *values[:-1]]]
    if not values[0]:
        moved.append([*values[1:], sum(values[1:])])
    if not total:
        moved.append([parts[-1] - sum(parts[:-1]), *parts])
    if sum(map(bool, parts)) > 1:
        if not parts[0]:
            moved.append([*parts[1:], total - sum(parts), total])
        if not parts[-1]:
            moved.append([total - sum(parts), *parts[:-1], total])
    for whole in moved:
        if whole not in seen and min(whole) >= 0:
            seen.append(whole)
            yield whole


def _fits(books: Ledger, row: BoundRow, values: Sequence[Number]) -> bool:
    """Whether every known relation of the row holds with these values."""
    changes = {
        cell.key: value - (cell.value or 0) for cell, value in zip(row.cells, values, strict=True)
    }
    touched = {at for key in changes for at in books.signs.get(key, ())}
    return bool(touched) and touched.isdisjoint(books.after(changes))


def misplaced(table: BoundTable, books: Ledger, broken: frozenset[int]) -> Found:
    """Find two columns, or two rows, that are off by the same amounts in opposite directions."""
    places: dict[str, set[int]] = {}
    for at in broken:
        places.setdefault(books.known[at].relation.at, set()).add(at)
    offsets = [
        (one, two)
        for one, two in combinations(sorted(places), 2)
        if _amounts(books, places[one], 1) == _amounts(books, places[two], -1)
    ]
    uses = Counter(place for pair in offsets for place in pair)
    found: list[Verdict] = []
    for one, two in offsets:
        if uses[one] > 1 or uses[two] > 1:
            continue
        moves = list(_moves(table, books, places[one], (one, two)))
        if moves:
            mine = places[one] | places[two]
            found.append(_misplaced(table, books, mine, moves))
            broken -= mine
    return found, broken


def _amounts(books: Ledger, place: set[int], sign: int) -> dict[str, Number]:
    """The relations that a place breaks, by name, and by how much each is off."""
    return {books.known[at].relation.key: sign * books.off[at] for at in place}


def _misplaced(
    table: BoundTable, books: Ledger, mine: set[int], moves: Sequence[tuple[Candidate, Candidate]]
) -> Verdict:
    source, target = moves[0]
    return Verdict(
        Fault.MISPLACED_FIGURE,
        tuple(books.known[at] for at in sorted(mine)),
        (source.cell, target.cell),
        tuple(candidate for move in moves for candidate in move),
        table.row_of.get(source.cell.row.key) if len(moves) == 1 else None,
        at=len(moves),
        amount=target.expected - (target.cell.value or 0),
    )


def _moves(
    table: BoundTable, books: Ledger, place: set[int], ends: tuple[str, str]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs of cells in line with each other, one in each place, between which the amount moves.

    Moving it must mend both places and break nothing; the cell that holds too much comes first.
    """
    one, two = ends
    at = min(place)
    mended = 2 * len(place)
    for key, signs in books.signs.items():
        if at not in signs or one not in key:
            continue
        row, column = (two if part == one else part for part in key)
        other = table.cells.get((row, column))
        delta = -books.off[at] * signs[at]
        cell = table.cells[key]
        if other is None or cell.value is None or other.value is None:
            continue
        left, right = cell.value + delta, other.value - delta
        if min(left, right) < 0:
            continue
        after = books.after({cell.key: delta, other.key: -delta})
        if len(after) == len(books.off) - mended and set(after) <= set(books.off):
            pair = (Candidate(cell, left, mended), Candidate(other, right, mended))
            yield pair if delta < 0 else (pair[1], pair[0])
