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
    words = _words(own)
    places = [head.span for head in table.heads if fold(head.column.name) not in words]
    places += [
        row.label_span
        for row in table.rows
        if row.form and row.form.label and fold(row.form.name) not in words
    ]
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
def _words(form: TableForm) -> frozenset[str]:
    """The folded labels of a table's rows and columns, known variants among them; not those of groups."""
    rows = [word for row in form.rows for word in (row.name, *row.aliases)]
    columns = [word for column in form.columns for word in (column.name, *column.aliases)]
    return frozenset(map(fold, rows + columns))
