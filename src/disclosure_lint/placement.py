"""Where the figures of a short row belong, when its layout swallowed a blank.

The relations decide, and only when they leave a single possibility. Inside this search a blank part
counts as 0 and a blank total as anything; outside it a blank stays unknown.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from disclosure_lint.edition import CellKey, Relation
from disclosure_lint.records import NamedTuple
from disclosure_lint.syntax import Cell
from disclosure_lint.table import BoundCell, BoundRow, BoundTable
from disclosure_lint.values import State, read

# So many placements of one row, and so many steps for all rows together, are looked at.
_MOST = 10_000
_STEPS = 50_000

Number = int | Decimal
Numbers = tuple[Number | None, ...]


class _Way(NamedTuple):
    """One way to place a row: the index of the figure in each column, None for a blank."""

    figures: tuple[int | None, ...]
    numbers: Numbers


def place(table: BoundTable) -> BoundTable:
    """Return the table with the figures of its short rows in their columns, as far as that is certain."""
    rows = [row for row in table.rows if row.loose and _short(row)] if table.doubtful else []
    if not rows or not table.form.relations:
        return table
    ways = {row.form.key: _ways(row, table) for row in rows if row.form}
    if any(len(found) > _MOST for found in ways.values()):
        return table
    kept = _solve(table, ways)
    if kept is None:
        return table
    cells = dict(table.cells)
    done = []
    for row in table.rows:
        placed = row
        if row.form and row.form.key in kept and row.loose and _short(row):
            placed = row._replace(cells=tuple(_cells(row, kept[row.form.key])))
            cells |= {cell.key: cell for cell in placed.cells}
        done.append(placed)
    return table._replace(rows=tuple(done), cells=cells)


def _short(row: BoundRow) -> bool:
    return not row.repeated and 0 < len(row.figures) < len(row.cells)


def _ways(row: BoundRow, table: BoundTable) -> list[_Way]:
    """Every order-keeping placement of a row's figures after which its own relations may hold."""
    columns = len(row.cells)
    numbers = [read(value.text, row.cells[0].column.kind).value for value in row.figures]
    own = [it for it in table.form.relations if _within(it, row)]
    totals = {key for it in own for key in it.right}
    found = []
    for blanks in combinations(range(columns), columns - len(numbers)):
        figures = iter(range(len(numbers)))
        indexes = tuple(None if at in blanks else next(figures) for at in range(columns))
        placed: list[Number | None] = []
        for cell, index in zip(row.cells, indexes, strict=True):
            if index is None:
                placed.append(None if cell.key in totals else 0)
            else:
                placed.append(numbers[index])
        values = {cell.key: number for cell, number in zip(row.cells, placed, strict=True)}
        if all(_balanced(it, values) for it in own):
            found.append(_Way(indexes, tuple(placed)))
        if len(found) > _MOST:
            break
    return found


def _within(relation: Relation, row: BoundRow) -> bool:
    keys = {cell.key for cell in row.cells}
    return keys.issuperset(relation.left + relation.right)


def _balanced(relation: Relation, values: Mapping[CellKey, Number | None]) -> bool:
    """Whether a relation holds, or cannot be known."""
    left = [values[key] for key in relation.left]
    right = [values[key] for key in relation.right]
    if None in left or None in right:
        return True
    return sum(it for it in left if it is not None) == sum(it for it in right if it is not None)


def _solve(
    table: BoundTable, ways: Mapping[str, Sequence[_Way]]
) -> Mapping[str, Sequence[_Way]] | None:
    """The ways of each row that stand in some joint solution; None when the work limit is reached.

    Ways of one row with the same numbers stand or fall together, so they are tried once.
    """
    choices = {
        key: sorted({way.numbers for way in found}, key=lambda it: tuple(map(str, it)))
        for key, found in ways.items()
    }
    steps = iter(range(_STEPS))
    surviving: dict[str, set[Numbers]] = {key: set() for key in choices}
    for solution in _joint(table, choices, steps):
        for key, numbers in solution.items():
            surviving[key].add(numbers)
    if next(steps, None) is None or not all(surviving.values()):
        return None
    # A blank total says nothing, so a row that may have one has no certain place.
    return {
        key: [way for way in found if way.numbers in surviving[key]]
        for key, found in ways.items()
        if all(None not in numbers for numbers in surviving[key])
    }


def _joint(
    table: BoundTable, choices: Mapping[str, Sequence[Numbers]], steps: Iterator[int]
) -> Iterator[dict[str, Numbers]]:
    """Every choice of numbers for all short rows together after which the relations may hold."""
    values: dict[CellKey, Number | None] = {
        key: cell.value for key, cell in table.cells.items() if key[0] not in choices
    }
    order = sorted(choices, key=lambda key: len(choices[key]))
    across = {
        key: [it for it in table.form.relations if _ready(it, key, order[: at + 1], choices)]
        for at, key in enumerate(order)
    }
    chosen: dict[str, Numbers] = {}

    def descend(at: int) -> Iterator[dict[str, Numbers]]:
        if at == len(order):
            yield dict(chosen)
            return
        key = order[at]
        columns = [column.key for column in table.form.row(key).columns]
        for numbers in choices[key]:
            if next(steps, None) is None:
                return
            values.update({(key, c): it for c, it in zip(columns, numbers, strict=True)})
            chosen[key] = numbers
            if all(_balanced(it, values) for it in across[key]):
                yield from descend(at + 1)

    yield from descend(0)


def _ready(
    relation: Relation, key: str, placed: Sequence[str], choices: Mapping[str, object]
) -> bool:
    """Whether a relation can be judged once the row `key` is placed, and not before."""
    rows = {row for row, _ in relation.left + relation.right}
    return key in rows and all(row in placed for row in rows if row in choices)


def _cells(row: BoundRow, ways: Sequence[_Way]) -> Iterator[BoundCell]:
    """The cells of a row: what all ways agree on; where they do not, the cell stays unplaced."""
    for at, cell in enumerate(row.cells):
        indexes = {way.figures[at] for way in ways}
        index = indexes.pop() if len(indexes) == 1 else -1
        if index == -1:
            yield cell
        elif index is None:
            yield cell._replace(state=State.DROPPED)
        else:
            yield _filled(cell, row.figures[index])


def _filled(cell: BoundCell, value: Cell) -> BoundCell:
    reading = read(value.text, cell.column.kind)
    return cell._replace(state=reading.state, value=reading.value, printed=value)
