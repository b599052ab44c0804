"""Every printed label of every edition, by its folded text: what a cell's words may stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property, lru_cache

from disclosure_lint.edition import ColumnForm, Edition, RowForm, TableForm, load_editions
from disclosure_lint.records import NamedTuple, by_identity
from disclosure_lint.text import fold, strip_note, strip_ordinal


class Role(StrEnum):
    """What a label does: name a row, group rows, head a column, group columns, or caption a block."""

    ROW = "row"
    GROUP = "group"
    COLUMN = "column"
    HEAD = "head"


class Ref(NamedTuple):
    """One meaning of a label: in which edition and table, in which role, for which key.

    `official` says that the form prints it so; otherwise it is a known variant. `width` is the number
    of figures in a row, `units` the words that may stand between the label and them.
    """

    edition: str
    table: str
    role: Role
    key: str
    official: bool
    width: int = 0
    units: frozenset[str] = frozenset()

    def groups(self, figures: int) -> bool:
        """Whether so many figures are those of several rows like it, whose own labels a page lost."""
        return figures > self.width > 0 and figures % self.width == 0


class Meaning(tuple[Ref, ...]):  # noqa: SLOT001 - the cached answers live in its __dict__
    """What a label may stand for; what is asked of it for every cell is worked out once."""

    @cached_property
    def of_row(self) -> bool:
        """Whether it may be a label of a row or of a group of rows."""
        return any(ref.role in {Role.ROW, Role.GROUP} for ref in self)

    @cached_property
    def of_head(self) -> bool:
        """Whether it may stand at the head of a block."""
        return any(ref.role in {Role.COLUMN, Role.HEAD} for ref in self)

    @cached_property
    def names_row(self) -> bool:
        """Whether it is a row's and cannot be a group's: an edition may split a row into several."""
        roles = {ref.role for ref in self}
        return Role.ROW in roles and Role.GROUP not in roles

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tables that it may belong to."""
        return frozenset(ref.table for ref in self)

    @cached_property
    def widths(self) -> frozenset[int]:
        """The numbers of figures that its row may have."""
        return frozenset(ref.width for ref in self if ref.width)

    @cached_property
    def units(self) -> frozenset[str]:
        """The words that may stand between it and its figures."""
        return frozenset().union(*(ref.units for ref in self))


NOTHING = Meaning()


@by_identity
class LabelIndex(NamedTuple):
    """Folded label to its meanings, and every proper beginning of a label (cells get broken).

    `widths` are the numbers of figures that rows have, `bare` those of rows without a label with the
    tables that have such a row, `units` the words that may stand between label and figures in some
    table; `unnumbered` the words of rows without the numbers before them.
    """

    refs: dict[str, Meaning]
    beginnings: frozenset[str]
    widths: frozenset[int]
    bare: Mapping[int, frozenset[str]]
    units: frozenset[str]
    unnumbered: frozenset[str]

    def find(self, folded: str) -> Meaning:
        """Return the meanings of folded text; a remark in brackets at its end does not count."""
        found = self.refs.get(folded)
        if found is None and folded.endswith(")"):
            found = self.refs.get(strip_note(folded))
        return found or NOTHING


def bare_words(label: str) -> str:
    """Return the folded words of a label without its number and without a remark in brackets."""
    return strip_note(strip_ordinal(fold(label)))


@lru_cache(maxsize=64)
def rows_by_words(form: TableForm) -> dict[str, list[RowForm]]:
    """Return the rows of a form by their bare words."""
    rows: defaultdict[str, list[RowForm]] = defaultdict(list)
    for row in form.rows:
        rows[bare_words(row.name)].append(row)
    return dict(rows)


def label_index(editions: tuple[Edition, ...] = ()) -> LabelIndex:
    """Return the index over `editions`, by default those that ship with the package."""
    return _label_index(editions or load_editions())


@cache
def _label_index(editions: tuple[Edition, ...]) -> LabelIndex:
    refs: defaultdict[str, list[Ref]] = defaultdict(list)
    widths: set[int] = set()
    bare: defaultdict[int, set[str]] = defaultdict(set)
    for edition in editions:
        for table in edition.tables:
            for label, ref in _labels(edition.id, table):
                if ref not in refs[fold(label)]:
                    refs[fold(label)].append(ref)
            for row in table.rows:
                widths.add(len(row.columns))
                if not row.label:
                    bare[len(row.columns)].add(table.key)
    return LabelIndex(
        refs={label: Meaning(found) for label, found in refs.items()},
        beginnings=frozenset(label[:end] for label in refs for end in range(1, len(label))),
        widths=frozenset(widths),
        bare={count: frozenset(tables) for count, tables in bare.items()},
        units=frozenset().union(*(table.units for it in editions for table in it.tables)),
        unnumbered=_unnumbered(editions),
    )


def _unnumbered(editions: Iterable[Edition]) -> frozenset[str]:
    forms = [table for edition in editions for table in edition.tables]
    names = {fold(row.name) for table in forms for row in table.rows}
    return frozenset(word for table in forms for word in rows_by_words(table)) - names


def _labels(edition: str, table: TableForm) -> Iterator[tuple[str, Ref]]:
    for block in table.blocks:
        for head in filter(None, (block.caption, block.stub, block.note)):
            yield head, Ref(edition, table.key, Role.HEAD, "", official=True)
        for head in block.stubs:
            yield head, Ref(edition, table.key, Role.HEAD, "", official=False)
    rows = {row.label for row in table.rows}
    for row in (*table.rows, *table.local_rows):
        group = Ref(edition, table.key, Role.GROUP, "", official=True, units=table.units)
        for at, label in enumerate(row.label[:-1], 1):
            if row.label[:at] not in rows:  # else it stands over others and has figures of its own
                yield label, group
        yield from _names(
            row,
            Ref(
                edition,
                table.key,
                Role.ROW,
                row.key,
                official=True,
                width=len(row.columns),
                units=table.units,
            ),
        )
    for column in table.columns:
        for label in column.label[:-1]:
            yield label, Ref(edition, table.key, Role.HEAD, "", official=True)
        yield from _names(column, Ref(edition, table.key, Role.COLUMN, column.key, official=True))


def _names(form: RowForm | ColumnForm, ref: Ref) -> Iterator[tuple[str, Ref]]:
    """The innermost label of a row or column and its known variants."""
    if form.label:
        yield form.label[-1], ref
    for alias in form.aliases:
        yield alias, ref._replace(official=False)
