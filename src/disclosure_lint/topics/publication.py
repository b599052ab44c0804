"""When a page says that it was published."""

from datetime import date

from disclosure_lint.dates import find_date
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.words import words


class Published(NamedTuple):
    """A real date of publication, its place, and what the page calls it."""

    day: date
    span: Span
    label: str


@once
def published(report: Report) -> tuple[Published, ...]:
    """Return the dates of publication among the metadata, those left out that no calendar has."""
    found, keys = [], words("metadata")["keys"]["dates"]
    for entry in report.metadata:
        it = find_date(entry.value) if entry.key in keys else None
        if it and it.day:
            at = entry.span.start
            span = Span(at + it.start, at + it.end)
            found.append(Published(it.day, span, entry.label or "公布日期"))
    return tuple(found)
