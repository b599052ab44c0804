"""A table of the form as a report prints it: rows, cells, relations, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from operator import itemgetter

from disclosure_lint.diagnostic import Where
from disclosure_lint.edition import (
    CellKey,
    ColumnForm,
    Edition,
    Relation,
    RowForm,
    TableForm,
)
from disclosure_lint.form import Pair, Subset
from disclosure_lint.records import NamedTuple, by_identity
from disclosure_lint.source import Span
from disclosure_lint.syntax import Cell
from disclosure_lint.values import State

_TEXT = itemgetter(0)  # of a cell


class Match(StrEnum):
    """How sure it is which row or column of the form a printed label means.

    `exact` and `alias` are known words, `near` the nearest label of the form, `place` a head known
    only by its place; `foreign` belongs to another edition, `group` is a group's label that carries
    figures, `none` is unknown.
    """

    EXACT = "exact"
    ALIAS = "alias"
    NEAR = "near"
    PLACE = "place"
    FOREIGN = "foreign"
    GROUP = "group"
    NONE = "none"


class BoundCell(NamedTuple):
    """A cell of the form and what the report says there.

    `value` is None where nothing can be computed with. `printed` is the figure; for a cell without
    one it has an empty text, at the blank's place, else at the label of its row. (A tuple for the
    reason that `Cell` is.)
    """

    row: RowForm
    column: ColumnForm
    state: State
    value: int | Decimal | None
    printed: Cell

    @property
    def raw(self) -> str:
        """What is printed, an empty text where nothing is."""
        return self.printed.text

    @property
    def span(self) -> Span:
        """The place of the figure, or of what stands for it."""
        return self.printed.span

    @property
    def key(self) -> CellKey:
        """The keys of row and column."""
        return (self.row.key, self.column.key)


class BoundRow(NamedTuple):
    """A printed row. `form` is None for one that the form has not.

    `path` is the printed path of labels; `values` what stands after the label, in order, an empty
    text for a blank that the layout kept; `cells` one for each column of the form's row. `short` counts the blanks that the closing run proves to
    have been swallowed. `repeated` and `misordered` tell of its place among the others.
    """

    form: RowForm | None
    match: Match
    label: str
    label_span: Span
    span: Span
    path: tuple[str, ...]
    values: tuple[Cell, ...]
    cells: tuple[BoundCell, ...]
    short: int = 0
    repeated: bool = False
    misordered: bool = False

    @property
    def loose(self) -> bool:
        """Whether its figures have no certain columns."""
        return bool(self.cells) and self.cells[0].state is State.UNPLACED

    @property
    def filled(self) -> bool:
        """Whether any value is not blank."""
        return any(map(_TEXT, self.values))

    @property
    def figures(self) -> tuple[Cell, ...]:
        """The values that are not blank."""
        return tuple(filter(_TEXT, self.values))


class BoundHead(NamedTuple):
    """A printed head of a column."""

    column: ColumnForm
    match: Match
    label: str
    span: Span


class Gap(NamedTuple):
    """Rows of the form that are missing, and the printed row or place that follows."""

    rows: tuple[RowForm, ...]
    span: Span


class Outcome(StrEnum):
    """What can be said of a relation; an unknown one is never reported as wrong."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Judged(NamedTuple):
    """A relation with the sums of both sides; the sums are of the known cells only."""

    relation: Relation
    outcome: Outcome
    left: int | Decimal
    right: int | Decimal

    @property
    def difference(self) -> int | Decimal:
        """By how much the left side is greater than the right."""
        return self.left - self.right


class Fault(StrEnum):
    """What broken relations, or a row with too many figures, amount to; each has a rule of its name."""

    WRONG_FIGURE = "wrong-figure"
    MISPLACED_FIGURE = "misplaced-figure"
    SHIFTED_ROW = "shifted-row"
    SPLIT_FIGURE = "split-figure"
    UNBALANCED_TOTAL = "unbalanced-total"


class Candidate(NamedTuple):
    """A cell that may be wrong, the value that would mend it, and how many relations that restores."""

    cell: BoundCell
    expected: int | Decimal
    restores: int


class Verdict(NamedTuple):
    """One fault of a table: the relations it breaks and what explains them, the likeliest first.

    `cells` are those the fault is about (the wrong cell, both misplaced ones, the total, a row's).
    `values` are what a shifted row or a split figure would have to read; `row` is their row, or the
    one that a misplaced figure is known to stand in. `at` says where a figure was split, in how many
    places a misplaced one may stand, how many suspects of an unbalanced total are wrong together, if any.
    """

    fault: Fault
    broken: tuple[Judged, ...]
    cells: tuple[BoundCell, ...]
    candidates: tuple[Candidate, ...] = ()
    row: BoundRow | None = None
    values: tuple[Cell, ...] = ()
    at: int = 0
    amount: int | Decimal = 0


class _Table(NamedTuple):
    form: TableForm
    edition: Edition
    section: str
    span: Span
    rows: Sequence[BoundRow]
    heads: Sequence[BoundHead]
    gaps: tuple[Gap, ...]
    cells: Mapping[CellKey, BoundCell]
    foreign: tuple[Span, ...] = ()
    grid: bool = False
    spread: bool = False
    verdicts: tuple[Verdict, ...] = ()
    doubtful: bool = True
    balanced: bool = False


@by_identity
class BoundTable(_Table):
    """A table of the form as the report prints it.

    `rows` stand in printed order, `cells` holds every cell of the form. `foreign` lists the places
    where words of another edition's form stand; `grid` says that the layout keeps blanks in place;
    `spread` that merged cells were printed once for each of their columns; `doubtful` that anything but what its figures say may be wrong, as it may not with a table that is
    known to be printed just as its form has it, a figure in every cell; `balanced` that its relations
    are known to hold.
    """

    @property
    def subsets(self) -> tuple[Subset, ...]:
        """The figures of the form that are parts of others."""
        return self.form.subsets

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The figures of the form that say the same in most reports."""
        return self.form.pairs

    def where(self, cell: BoundCell) -> Where:
        """The printed path of a cell."""
        return Where(
            self.section, self.form.key, self.row_path(cell.row), self.column_path(cell.column)
        )

    def row_path(self, form: RowForm) -> tuple[str, ...]:
        """The path of a row as printed, or as the form prints it."""
        row = self.row_of.get(form.key)
        return row.path if row else form.label

    def column_path(self, form: ColumnForm) -> tuple[str, ...]:
        """The path of a column as printed, or as the form prints it."""
        head = self.head_of.get(form.key)
        return (*form.label[:-1], head.label) if head else form.label

    @cached_property
    def row_of(self) -> Mapping[str, BoundRow]:
        """The first printed row of each key."""
        found: dict[str, BoundRow] = {}
        for row in self.rows:
            if row.form and not row.repeated:
                found.setdefault(row.form.key, row)
        return found

    @cached_property
    def head_of(self) -> Mapping[str, BoundHead]:
        """The printed head of each column."""
        return {head.column.key: head for head in self.heads}
