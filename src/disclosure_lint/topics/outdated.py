"""Which words of a table belong to another form than the one the report is to be judged by."""

from functools import lru_cache

from disclosure_lint.edition import Edition, TableForm
from disclosure_lint.records import once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.table import BoundRow, BoundTable, Match
from disclosure_lint.text import fold


def is_table(table: BoundTable) -> bool:
    """Whether this is a table or a piece of one, and not a menu's words that happen to be labels."""
    return bool(table.heads) or any(row.figures for row in table.rows)


@once
def printed(report: Report) -> frozenset[str]:
    """Return the keys of the tables that a report prints."""
    return frozenset([it.form.key for it in report.tables if not it.doubtful or is_table(it)])


@lru_cache(maxsize=16)
def foreign_places(table: BoundTable, form: Edition | None) -> tuple[Span, ...]:
    """Return the places of a table's heads and labels that `form` does not have, in order.

    Empty where the table is on the form, and where the forms do not differ in this table.
    """
    if form is None or not is_table(table):
        return ()
    if table.edition is form:
        if not table.foreign:
            return ()
        filled = {row.label_span for row in table.rows if is_filled_group(row, table)}
        return tuple(span for span in table.foreign if span not in filled)
    own = next((it for it in form.tables if it.key == table.form.key), None)
    if own is None:
        return tuple(row.label_span for row in table.rows[:1])
    names = _names_beside(table.form, own)
    if not names:
        return ()
    places = [head.span for head in table.heads if head.column.name in names]
    places += [row.label_span for row in table.rows if row.form and row.form.name in names]
    return tuple(sorted(places))


def is_outdated(table: BoundTable, report: Report) -> bool:
    """Whether a table is on another form or holds its words: then no label of it is judged."""
    form = report.form
    if table.edition is form and not table.foreign:
        return False
    return bool(foreign_places(table, form))


def is_filled_group(row: BoundRow, table: BoundTable) -> bool:
    """Whether a row is a group's label with figures of its own, beside the rows of the group.

    Another edition may have one row where this one has a group: then the group's rows are missing.
    """
    if not row.figures or row.match not in {Match.GROUP, Match.FOREIGN}:
        return False
    label = fold(row.label)
    members = [it.key for it in table.form.rows if label in map(fold, it.label[:-1])]
    return any(key in table.row_of for key in members)


@lru_cache(maxsize=64)
def _names_beside(form: TableForm, own: TableForm) -> frozenset[str]:
    """The names of rows and columns that another form of the same table has not, variants of them included."""
    rows = [word for row in own.rows for word in (row.name, *row.aliases)]
    columns = [word for column in own.columns for word in (column.name, *column.aliases)]
    words = {*map(fold, rows + columns)}
    names = [it.name for it in form.columns] + [it.name for it in form.rows if it.label]
    return frozenset(name for name in names if fold(name) not in words)
