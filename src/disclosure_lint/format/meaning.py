"""What a report means, to be held against what it means rewritten."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from disclosure_lint.config import Settings
from disclosure_lint.engine import read
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.table import BoundCell, BoundRow, BoundTable, Match
from disclosure_lint.values import State

_SEPARATORS = str.maketrans(dict.fromkeys("|｜│┃ \t\r\n\u3000\xa0", ""))
# The line under the heads of a Markdown table.
_RULE = compiled(r"^[ \t]*(?=.*\|)(?=.*--)[ :|\t\r-]*$", re.MULTILINE)


def words(text: str) -> str:
    """Return a text without bars, blanks and line breaks."""
    return text.translate(_SEPARATORS)


class Check:
    """What a report means: rewritten, it must mean the same."""

    def __init__(self, report: Report, settings: Settings | None) -> None:
        """Remember what `report`, read with `settings`, means."""
        expected = report.expected.id if report.expected else None
        self._source = report.source
        self._settings = (settings or Settings())._replace(edition=expected, today=report.today)
        self._meaning = _meaning(report)
        self._letters = _letters(report.source.text)

    def same(self, text: str) -> bool:
        """Whether `text` holds the same characters and means the same."""
        if text == self._source.text:
            return True
        if _letters(text) != self._letters:
            return False
        return _meaning(read(self._source._replace(text=text), self._settings)) == self._meaning


def _letters(text: str) -> Counter[str]:
    """The characters of a text without its bars, blanks and line breaks."""
    return Counter(words(_RULE.sub("", text)))


def _meaning(report: Report) -> tuple[object, ...]:
    """All that is read from a report, without places; a blank is a blank, visible or not."""
    sections = list(report.sections)
    return (
        report.title,
        report.year,
        report.edition,
        report.recognized,
        [line.text for line in report.document.title],
        [(it.key, it.label, it.value) for it in report.metadata],
        [(it.section.number, it.section.title, it.form, it.exact, it.repeated) for it in sections],
        [
            (it.text, it.kind, sections.index(it.section) if it.section else None)
            for it in report.prose
            if not _in_table(it.span, report.tables)
        ],
        [line.text for line in report.document.trailer],
        [_table_meaning(table) for table in report.tables],
    )


def _in_table(span: Span, tables: Sequence[BoundTable]) -> bool:
    """Whether words stand on a line with cells of a table, as a column that the form has not may."""
    at = bisect_left(tables, span.end, key=lambda table: table.span.start) - 1
    return at >= 0 and span.start < tables[at].span.end


def _table_meaning(table: BoundTable) -> tuple[object, ...]:
    return (
        table.form,
        table.section,
        [(it.column, it.match, it.label) for it in table.heads],
        [_row_meaning(row) for row in table.rows if not _only_groups(row, table)],
        {key: _cell_meaning(cell) for key, cell in table.cells.items()},
        len(table.foreign),
    )


def _only_groups(row: BoundRow, table: BoundTable) -> bool:
    """Whether a row holds no figure of the form: the name of a group, and maybe its code."""
    return row.match is Match.GROUP and bool(table.form.aside)


def _row_meaning(row: BoundRow) -> tuple[object, ...]:
    return (
        row.form,
        row.match,
        row.path,
        [piece.text for piece in row.figures],
        [_cell_meaning(cell) for cell in row.cells],
        row.short if any(cell.state is State.UNPLACED for cell in row.cells) else 0,
        row.repeated,
        row.misordered,
    )


def _cell_meaning(cell: BoundCell) -> tuple[object, ...]:
    state = State.BLANK if cell.state is State.DROPPED else cell.state
    return (state, cell.value, cell.raw)
