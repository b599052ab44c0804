"""Rows whose figures run together: `120000012` may be seven figures, so its length proves nothing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from disclosure_lint.edition import CellKey
from disclosure_lint.table import BoundRow, BoundTable

# With more digits than this beyond one for each column, any number of figures is taken for possible.
_MOST = 4


def may_be_glued(row: BoundRow, table: BoundTable) -> bool:
    """Whether a row's digits touch and can be cut into one figure for each column.

    No figure begins with 0 unless it is 0, and the relations within the row hold.
    """
    digits = "".join(value.text for value in row.figures)
    count = len(row.cells)
    if len(row.figures) == 1 and "." in digits:  # where the label and another figure may touch it
        return row.label_span.end == row.figures[0].span.start
    touching = all(left.span.end == right.span.start for left, right in pairwise(row.figures))
    if not touching or not digits.isdecimal() or not 1 < len(row.figures) >= count:
        return False
    if len(digits) - count > _MOST:
        return True
    keys = [cell.key for cell in row.cells]
    return any(_holds(dict(zip(keys, cut, strict=True)), table) for cut in _cuts(digits, count))


def _cuts(digits: str, count: int) -> Iterator[Sequence[int]]:
    for places in combinations(range(1, len(digits)), count - 1):
        parts = [digits[start:end] for start, end in pairwise((0, *places, len(digits)))]
        if all(part == "0" or part[0] != "0" for part in parts):
            yield [int(part) for part in parts]


def _holds(values: Mapping[CellKey, int], table: BoundTable) -> bool:
    for relation in table.form.relations:
        if all(key in values for key in relation.left + relation.right):
            left = sum(values[key] for key in relation.left)
            if left != sum(values[key] for key in relation.right):
                return False
    return True
