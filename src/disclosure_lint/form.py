"""What an edition of the form is: sections, tables, rows and columns, relations. All of it is data.

Each form, row and column is one object for the whole run: they are compared by identity.
"""

from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from disclosure_lint.diagnostic import Severity
from disclosure_lint.records import NamedTuple, by_identity


class Kind(StrEnum):
    """What the figures of a column are: whole counts, counts with a sign, amounts with decimals.

    A `number` is a count in some rows and an amount in others.
    """

    COUNT = "count"
    NUMBER = "number"
    SIGNED = "signed"
    AMOUNT = "amount"


@by_identity
class ColumnForm(NamedTuple):
    """A column: `label` is the printed path from the outermost head to the innermost."""

    key: str
    label: tuple[str, ...]
    kind: Kind = Kind.COUNT
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The innermost printed label."""
        return self.label[-1]


@by_identity
class RowForm(NamedTuple):
    """A row: `label` is the printed path (empty for a row without a label); `columns` are its own.

    A `local` row is one that some provinces add: it may be missing, and it is none of the form's.
    """

    key: str
    label: tuple[str, ...]
    columns: tuple[ColumnForm, ...]
    block: int
    aliases: tuple[str, ...] = ()
    local: bool = False

    @property
    def name(self) -> str:
        """The innermost printed label, or an empty string."""
        return self.label[-1] if self.label else ""


@by_identity
class BlockForm(NamedTuple):
    """Rows of a table under heads of their own: a caption, the head over the labels, the columns.

    `stubs` are other words for the head over the labels.
    """

    columns: tuple[ColumnForm, ...]
    rows: tuple[RowForm, ...]
    caption: str = ""
    stub: str = ""
    note: str = ""
    stubs: tuple[str, ...] = ()


CellKey = tuple[str, str]


class Relation(NamedTuple):
    """One printed relation (勾稽关系): the cells on the left add up to the cells on the right.

    `key` names the relation of the form, `at` the row or column it holds for.
    """

    key: str
    at: str
    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...]


class Subset(NamedTuple):
    """A figure that is a part (其中) of another and cannot exceed it."""

    part: CellKey
    whole: CellKey


class Pair(NamedTuple):
    """Two figures that say the same in most reports; a difference is odd, not wrong."""

    one: CellKey
    other: CellKey


@by_identity
class TableForm(NamedTuple):
    """A table of the form: blocks of rows and columns, and the relations between their cells.

    `local_rows` are those that some provinces add. `units` are the words that may stand between a
    label and its figures, `unit_heads` the heads over them, `aside` the heads of other columns that
    hold no figure of the form (all folded).
    """

    key: str
    name: str
    blocks: tuple[BlockForm, ...]
    relations: tuple[Relation, ...]
    columns: tuple[ColumnForm, ...]
    rows: tuple[RowForm, ...]
    local_rows: tuple[RowForm, ...] = ()
    subsets: tuple[Subset, ...] = ()
    pairs: tuple[Pair, ...] = ()
    units: frozenset[str] = frozenset()
    unit_heads: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()

    def row(self, key: str) -> RowForm:
        """Return the row of a key; raise KeyError when the form has none."""
        return _by_key(self.rows + self.local_rows, key)

    def column(self, key: str) -> ColumnForm:
        """Return the column of a key; raise KeyError when the form has none."""
        return _by_key(self.columns, key)


class SectionForm(NamedTuple):
    """A section: its number, its exact title, the variants that are known, its tables.

    In an edition without fixed headings it is a topic: it has no number, and `cues` are words of
    which one stands in any report that deals with it (none where it need not be dealt with).
    """

    key: str
    number: str
    title: str
    aliases: tuple[str, ...]
    tables: tuple[TableForm, ...]
    cues: tuple[str, ...] = ()


class Regrade(NamedTuple):
    """A rule made graver, milder or (None) switched off, for reports of `first` to `last`."""

    rule: str
    severity: Severity | None
    first: int = 0
    last: int = 9999


@by_identity
class Edition(NamedTuple):
    """One edition of the form and the years it is prescribed for (`last` is None while in force).

    `basis` is the law that asks for the report. `fixed` says that headings are prescribed, so that a
    section is known by its number and words; `variant_of` names the edition for the same years that
    this one is a local variant of. There is one object for each: compared and hashed by identity.
    """

    id: str
    first: int
    last: int | None
    notice: str
    sections: tuple[SectionForm, ...]
    regrades: tuple[Regrade, ...] = ()
    basis: str = ""
    fixed: bool = True
    variant_of: str = ""

    @property
    def tables(self) -> tuple[TableForm, ...]:
        """Every table of the form, in order."""
        return _tables(self)

    def covers(self, year: int) -> bool:
        """Whether the form is prescribed for the reports of `year`."""
        return self.first <= year <= (self.last or year)


@lru_cache(maxsize=64)
def _tables(form: Edition) -> tuple[TableForm, ...]:
    return tuple(table for section in form.sections for table in section.tables)


_Form = TypeVar("_Form", RowForm, ColumnForm)


def _by_key(forms: tuple[_Form, ...], key: str) -> _Form:
    for form in forms:
        if form.key == key:
            return form
    raise KeyError(key)
