"""Reviewdog's diagnostic format as one JSON object; its columns are UTF-8 bytes from 1.

A fix of a single edit is a suggestion. One of several edits is left out: reviewdog offers each
suggestion by itself, and half a fix is none. Related places are left out as well, since older
readers refuse keys they do not know.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.outputs import TOOL, Checked, Context
from disclosure_lint.outputs.json import Record, array, dumps
from disclosure_lint.source import Span


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the object."""
    yield f'{{"source": {dumps({"name": TOOL})}, "diagnostics": '
    yield from array(
        rd_record(file, diagnostic, context)
        for file in checked
        for diagnostic in file.result.diagnostics
    )
    yield "}\n"


def rd_record(file: Checked, diagnostic: Diagnostic, context: Context) -> Record:
    """Return one finding in this format."""
    url = context.url(diagnostic.rule)
    fix = context.applicable(diagnostic.finding.fix)
    edits = fix.edits if fix and len(fix.edits) == 1 else ()
    return {
        "message": diagnostic.message.to(context.lang),
        "location": {
            "path": PurePath(context.name(file.result.filename)).as_posix(),
            "range": _range(file, diagnostic.span),
        },
        "severity": str(diagnostic.severity).upper(),
        "code": {"value": diagnostic.rule, **({"url": url} if url else {})},
        "suggestions": [{"range": _range(file, edit.span), "text": edit.content} for edit in edits],
    }


def _range(file: Checked, span: Span) -> Record:
    return {"start": _position(file, span.start), "end": _position(file, span.end)}


def _position(file: Checked, offset: int) -> Record:
    if file.source is None:
        return {"line": 1, "column": 1}
    lines = file.source.lines
    return {"line": lines.row(offset), "column": lines.utf8_column(offset)}
