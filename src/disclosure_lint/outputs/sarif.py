"""SARIF 2.1.0: one run, columns in code points, relative addresses, fingerprints and fixes.

The results come first and the rules last, so that nothing but the ids of the rules met has to be
kept; the order of keys means nothing in JSON.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import PurePath
from urllib.parse import quote

from disclosure_lint.diagnostic import Diagnostic, Fix, Message, Severity, Suspect
from disclosure_lint.outputs import TOOL, Checked, Context
from disclosure_lint.outputs.json import Record, array, dumps, where_record
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = Message("zh-CN", "en-US")
# A name of bytes that are no text holds surrogates U+DC80 to U+DCFF for them; others stand for nothing.
_STRAY = compiled("[\\ud800-\\udc7f\\udd00-\\udfff]")
_LINK = "]("
_BRACKETS = compiled(r"[\\\[\]]")


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the log."""
    rules: dict[str, tuple[int, str]] = {}
    crashed = False

    def results() -> Iterator[Record]:
        nonlocal crashed
        for file in checked:
            crashed = crashed or file.result.crashed
            for diagnostic in file.result.diagnostics:
                index, _ = rules.setdefault(diagnostic.rule, (len(rules), diagnostic.group))
                yield _result(file, diagnostic, index, context)

    yield f'{{"$schema": {dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{{"results": '
    yield from array(results())
    driver = {
        "name": TOOL,
        "version": context.version,
        "rules": [_rule(rule, group, context) for rule, (_, group) in rules.items()],
    }
    rest = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not crashed}],
        "columnKind": "unicodeCodePoints",
        "language": _LANGUAGES.to(context.lang),
    }
    yield f", {dumps(rest)[1:]}]}}\n"


def _rule(rule: str, group: str, context: Context) -> Record:
    page = _page(rule, group)
    zh, _, en = page.partition("\n")[0].partition(" / ")
    url = context.url(rule)
    return {
        "id": rule,
        "shortDescription": _message(Message(zh, en or zh).to(context.lang).strip() or rule),
        **({"help": {**_message(page), "markdown": _braced(page)}} if page else {}),
        **({"helpUri": url} if url else {}),
        "properties": {"tags": [group]},
    }


def _page(rule: str, group: str) -> str:
    """Return the docstring of a rule's module, or nothing where there is none."""
    name = f"disclosure_lint.rules.{group}.{rule.replace('-', '_')}"
    try:
        return (import_module(name).__doc__ or "").strip()
    except ModuleNotFoundError:
        return ""


def _result(file: Checked, diagnostic: Diagnostic, index: int, context: Context) -> Record:
    finding = diagnostic.finding
    fix = context.applicable(finding.fix)
    properties: Record = {"group": diagnostic.group, "maybe_extraction": finding.maybe_extraction}
    if finding.where:
        properties["where"] = where_record(finding.where, context)
    related = [(it.span, it.message.to(context.lang)) for it in finding.related]
    related += [(it.span, _suspicion(it, context)) for it in finding.suspects]
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(diagnostic.message.to(context.lang)),
        "locations": [_location(file, diagnostic.span, context)],
        "relatedLocations": [
            {"id": number, **_location(file, span, context), "message": _message(text)}
            for number, (span, text) in enumerate(related)
        ],
        "partialFingerprints": {"disclosureLint/v1": diagnostic.fingerprint},
        "fixes": [_fix(file, fix, context)] if fix else [],
        "properties": properties,
    }


def _message(text: str) -> Record:
    """Return a message that reads as `text`: no part of it is taken for a placeholder or a link."""
    text = _braced(text)
    return {"text": _BRACKETS.sub(r"\\\g<0>", text) if _LINK in text else text}


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _suspicion(suspect: Suspect, context: Context) -> str:
    value = context.mask(suspect.value)
    return Message(
        f"疑点:写作“{value}”,应为“{suspect.expected}”",
        f'suspect: says "{value}", would have to be "{suspect.expected}"',
    ).to(context.lang)


def _fix(file: Checked, fix: Fix, context: Context) -> Record:
    replacements = [
        {
            "deletedRegion": _region(file, edit.span),
            "insertedContent": {"text": edit.content},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(file, context), "replacements": replacements}
    return {
        "description": _message(fix.message.to(context.lang)),
        "artifactChanges": [change],
        "properties": {"applicability": str(fix.applicability)},
    }


def _location(file: Checked, span: Span, context: Context) -> Record:
    physical = {"artifactLocation": _artifact(file, context), "region": _region(file, span)}
    return {"physicalLocation": physical}


def _region(file: Checked, span: Span) -> Record:
    start, end = file.place(span)
    return {
        "startLine": start.row,
        "startColumn": start.column,
        "endLine": end.row,
        "endColumn": end.column,
    }


def _artifact(file: Checked, context: Context) -> Record:
    path = PurePath(_STRAY.sub("\ufffd", context.name(file.result.filename)))
    if path.is_absolute():
        return {"uri": path.as_uri()}
    address = quote(path.as_posix(), errors="surrogateescape")
    return {"uri": address, "uriBaseId": "%SRCROOT%"}
