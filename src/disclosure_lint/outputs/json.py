"""One JSON array, an object a finding and line; its keys follow ruff's where ruff has them.

Rows and columns are counted from 1 in code points, ends are exclusive.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from disclosure_lint.diagnostic import Diagnostic, Fix, Related, Suspect, Where
from disclosure_lint.outputs import Checked, Context
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Span

Record = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False).encode
# Characters that some readers take for the end of a line, and lone surrogates, which many refuse.
_UNSAFE = compiled("[\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff]")


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the array; it is `[]` where nothing was found."""
    return array(
        record(file, diagnostic, context)
        for file in checked
        for diagnostic in file.result.diagnostics
    )


def array(records: Iterable[Record]) -> Iterator[str]:
    """Yield a JSON array of `records`, one a line."""
    opening = "["
    for item in records:
        yield f"{opening}\n{dumps(item)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def dumps(value: object) -> str:
    """Return `value` as JSON on one line, Chinese as it is, lone surrogates as U+FFFD."""
    return _UNSAFE.sub(_escaped, _encode(value))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return "\ufffd" if code >= ord("\ud800") else f"\\u{code:04x}"


def record(file: Checked, diagnostic: Diagnostic, context: Context) -> Record:
    """Return one finding as an object with all its keys, in their order."""
    finding = diagnostic.finding
    return {
        "filename": context.name(file.result.filename),
        "code": diagnostic.rule,
        "rule": diagnostic.rule,
        "group": diagnostic.group,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message.to(context.lang),
        **_place(file, diagnostic.span),
        "where": finding.where and where_record(finding.where, context),
        "related": [_related(file, related, context) for related in finding.related],
        "suspects": [_suspect(file, suspect, context) for suspect in finding.suspects],
        "fix": _fix(file, context.applicable(finding.fix), context),
        "maybe_extraction": finding.maybe_extraction,
        "fingerprint": diagnostic.fingerprint,
        "url": context.url(diagnostic.rule),
    }


def where_record(where: Where, context: Context) -> Record:
    """Return a place in a table by its printed labels."""
    return {
        "section": where.section,
        "table": where.table,
        "row": [context.mask(label) for label in where.row],
        "column": [context.mask(label) for label in where.column],
    }


def _place(file: Checked, span: Span) -> Record:
    start, end = file.place(span)
    return {"location": start._asdict(), "end_location": end._asdict()}


def _related(file: Checked, related: Related, context: Context) -> Record:
    return {"message": related.message.to(context.lang), **_place(file, related.span)}


def _suspect(file: Checked, suspect: Suspect, context: Context) -> Record:
    return {
        **_place(file, suspect.span),
        "value": context.mask(suspect.value),
        "expected": suspect.expected,
        "restores": suspect.restores,
    }


def _fix(file: Checked, fix: Fix | None, context: Context) -> Record | None:
    return fix and {
        "applicability": str(fix.applicability),
        "message": fix.message.to(context.lang),
        "edits": [{"content": edit.content, **_place(file, edit.span)} for edit in fix.edits],
    }
