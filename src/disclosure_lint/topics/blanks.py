"""Which cells of a table lack a figure, how sure that is, and what the relations say they hold."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from disclosure_lint.diagnostic import Applicability, Edit, Fix, Message
from disclosure_lint.edition import CellKey, Kind, Relation, TableForm
from disclosure_lint.labels import LabelIndex, Role, label_index
from disclosure_lint.layout import strips
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.syntax import Cell
from disclosure_lint.table import BoundCell, BoundRow, BoundTable
from disclosure_lint.text import fold
from disclosure_lint.topics.cells import cell_name, cell_name_en, odd_cells
from disclosure_lint.topics.outdated import printed
from disclosure_lint.values import State, looks_like_value

# So many rows with too few figures, in a layout that loses blanks, are the habit of leaving blanks.
_HABIT = 3

_EMPTY = frozenset([State.BLANK, State.DROPPED])
_LACKING = _EMPTY | {State.UNPLACED}
_OPEN = _EMPTY | {State.PLACEHOLDER}

Number = int | Decimal


class Blanks(NamedTuple):
    """The blanks of a table.

    `cells` are blank for certain; `rows` lack figures in columns that cannot be told; `few` are rows
    with too few figures where nothing proves a blank. `bare` says that nearly all figures are gone.
    """

    cells: tuple[BoundCell, ...]
    rows: tuple[BoundRow, ...]
    few: tuple[BoundRow, ...]
    bare: bool

    @property
    def total(self) -> int:
        """How many cells are blank."""
        return len(self.cells) + sum(lack(row) for row in self.rows)


_NONE = Blanks((), (), (), bare=False)


def lack(row: BoundRow) -> int:
    """Return how many figures a row has too few; negative where it has too many."""
    return len(row.cells) - len(row.figures)


def find_blanks(table: BoundTable) -> Blanks:
    """Return the blanks of a table; each row that lacks figures counts once."""
    odd = odd_cells(table, lambda cell: cell.state in _LACKING) if table.doubtful else []
    if not odd:
        return _NONE
    proved: list[BoundRow] = []
    few: list[BoundRow] = []
    for row in table.rows:
        if row.form and not row.repeated and is_unplaced(row) and lack(row) > 0:
            sure = row.short or len(row.values) >= len(row.cells)
            (proved if sure else few).append(row)
    lacking = {row.form.key for row in proved + few if row.form}
    cells = [cell for cell in odd if cell.state in _EMPTY and cell.row.key not in lacking]
    bare = _is_bare(table)
    if bare or max(len(proved), len(few)) >= _HABIT:
        proved, few = proved + few, []
    return Blanks(tuple(cells), tuple(proved), tuple(few), bare)


def is_stripped(report: Report) -> bool:
    """Return whether the page's lines were kept once each, which took the figures away."""
    return report.layout == "deduplicated-lines"


def is_unplaced(row: BoundRow) -> bool:
    """Whether the figures of a row have no certain columns."""
    return any(cell.state is State.UNPLACED for cell in row.cells)


def _is_bare(table: BoundTable) -> bool:
    """Whether most rows have lost all their figures, with nothing to prove that they were blank."""
    rows = [row for row in table.rows if row.form]
    empty = [row for row in rows if not row.values and not row.short]
    return not table.grid and len(empty) >= _HABIT and len(empty) * 2 >= len(rows)


class Headed(NamedTuple):
    """A table of which only heads were recognised: its form, the first head, whether figures follow."""

    form: TableForm
    span: Span
    filled: bool


@once
def headed(report: Report) -> tuple[Headed, ...]:
    """Return the tables of the form that the report has heads of, and no row."""
    return tuple(_headed(report))


def _headed(report: Report) -> Iterator[Headed]:
    if report.form is None:
        return
    found = printed(report)
    for bound in report.sections:
        for form in bound.form.tables if bound.form else ():
            if form.key in found:
                continue
            index = label_index(report.editions)
            lines = strips(bound.section.blocks, index)
            pieces = [piece for line in lines for piece in line.pieces]
            heads = [piece for piece in pieces if _is_head(piece, form, index)]
            if len(heads) * 2 >= len({column.name for column in form.columns}):
                after = (piece.text for piece in pieces if piece.start > heads[-1].start)
                filled = any(map(looks_like_value, after))
                yield Headed(form, heads[0].span, filled)


def _is_head(piece: Cell, form: TableForm, index: LabelIndex) -> bool:
    roles = {ref.role for ref in index.find(fold(piece.text)) if ref.table == form.key}
    return bool(roles & {Role.COLUMN, Role.HEAD})


def restored(table: BoundTable) -> Mapping[CellKey, Number]:
    """Return the figures of blank and placeholder cells that the relations leave no doubt about.

    A relation with one open cell gives its figure; the cells still open then are 0 if all relations
    that come to be known by this hold, and at least one does.
    """
    values = {key: cell.value for key, cell in table.cells.items() if cell.value is not None}
    given: dict[CellKey, Number] = {
        key: 0 for key, cell in table.cells.items() if cell.state in _OPEN
    }
    solved: dict[CellKey, Number] = {}
    while step := dict(_single(table.form.relations, values | solved, given)):
        solved |= step
    whole = values | given | solved
    good: set[CellKey] = set()
    bad: set[CellKey] = set()
    for relation in table.form.relations:
        keys = relation.left + relation.right
        if all(key in whole for key in keys):
            holds = _sum(relation.left, whole) == _sum(relation.right, whole)
            (good if holds else bad).update(key for key in keys if key in given)
    return {key: whole[key] for key in good - bad if _fits(whole[key], table.cells[key])}


def _single(
    relations: Iterable[Relation], known: Mapping[CellKey, Number], given: Mapping[CellKey, Number]
) -> Iterator[tuple[CellKey, Number]]:
    """The cells that are the only open one of a relation, with the figure that makes it hold."""
    for relation in relations:
        left = [key for key in relation.left if key not in known]
        right = [key for key in relation.right if key not in known]
        if len(left) + len(right) == 1 and (left + right)[0] in given:
            sums = [
                sum(known[key] for key in side if key in known)
                for side in (relation.left, relation.right)
            ]
            yield (left + right)[0], (sums[1] - sums[0]) * (1 if left else -1)


def _sum(keys: Iterable[CellKey], values: Mapping[CellKey, Number]) -> Number:
    return sum(values[key] for key in keys)


def _fits(value: Number, cell: BoundCell) -> bool:
    return value >= 0 or cell.column.kind is Kind.SIGNED


def fill(cells: Iterable[BoundCell], values: Mapping[CellKey, Number]) -> Fix | None:
    """Return the suggestion to write into cells what the relations give, or None where they give nothing."""
    edits = tuple(Edit(it.span, str(values[it.key])) for it in cells if it.key in values)
    message = Message("填入勾稽关系推出的数值", "write what the relations give")
    return Fix(Applicability.SUGGESTION, message, edits) if edits else None


def hint(
    cells: Iterable[BoundCell], values: Mapping[CellKey, Number], table: BoundTable
) -> Message:
    """Return the end of a sentence that names the first cell which the relations say is not 0."""
    for cell in cells:
        if value := values.get(cell.key):
            return Message(
                f";按勾稽关系,{cell_name(cell, table)}应为{value}",
                f"; by the relations of the table {cell_name_en(cell, table)} is {value}",
            )
    return Message("", "")
