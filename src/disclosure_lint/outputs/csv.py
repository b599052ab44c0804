"""CSV for a spreadsheet, a finding a row, with a byte-order mark so that Excel reads it as UTF-8.

A cell that a spreadsheet would run as a formula gets an apostrophe in front.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from disclosure_lint.diagnostic import Diagnostic, Where
from disclosure_lint.outputs import Checked, Context, visible

_BOM = "\ufeff"
_HEAD = (
    "filename",
    "row",
    "column",
    "end_row",
    "end_column",
    "severity",
    "rule",
    "group",
    "message",
    "section",
    "table",
    "row_label",
    "column_label",
    "value",
    "expected",
    "fix",
    "maybe_extraction",
    "fingerprint",
)
# Full-width signs too: Excel takes them for a formula under Chinese and Japanese settings.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the head, then the rows of each file."""
    yield _BOM + table([_HEAD])
    for file in checked:
        if file.result.diagnostics:
            yield table(_row(file, diagnostic, context) for diagnostic in file.result.diagnostics)


def _row(file: Checked, diagnostic: Diagnostic, context: Context) -> tuple[str | int, ...]:
    start, end = file.place(diagnostic.span)
    finding = diagnostic.finding
    where = finding.where or Where()
    suspect = finding.suspects[0] if finding.suspects else None
    return (
        guarded(context.name(file.result.filename)),
        start.row,
        start.column,
        end.row,
        end.column,
        str(diagnostic.severity),
        diagnostic.rule,
        diagnostic.group,
        guarded(diagnostic.message.to(context.lang)),
        guarded(where.section),
        where.table,
        guarded(context.mask(" › ".join(where.row))),
        guarded(context.mask(" › ".join(where.column))),
        guarded(context.mask(suspect.value)) if suspect else "",
        guarded(suspect.expected) if suspect else "",
        guarded(finding.fix.message.to(context.lang)) if finding.fix else "",
        int(finding.maybe_extraction),
        diagnostic.fingerprint,
    )


def guarded(text: str) -> str:
    """Return `text` as a cell that is read as text."""
    return ("'" if text.startswith(_FORMULA) else "") + visible(text)


def table(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as lines of CSV."""
    sink = io.StringIO()
    csv.writer(sink).writerows(rows)
    return sink.getvalue()
