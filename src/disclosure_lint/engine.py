"""Read, walk once, call the rules of each node, add who and how severe. A rule's crash is a finding."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache

from disclosure_lint.config import Chosen, ConfigError, Settings, enabled, options_for
from disclosure_lint.config.renamed import first_id
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity, moved
from disclosure_lint.edition import Edition, EditionError
from disclosure_lint.patterns import compiled
from disclosure_lint.reading import read_report
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import Check, Rule
from disclosure_lint.rules import load, load_later, names
from disclosure_lint.several import parts
from disclosure_lint.source import Source, Span
from disclosure_lint.text import fold

_LONG_NUMBER = compiled(r"\d[\d -]{9,}")
NOT_A_REPORT = "not-a-report"


class _Call(NamedTuple):
    """A rule ready to be called on node and report: its options are read, its severity is fixed."""

    rule: Rule
    severity: Severity
    check: Check


def read(source: Source, settings: Settings | None = None) -> Report:
    """Return what `source` means. Never raises, whatever the text.

    Raises ConfigError for an edition that is not there or contradicts itself.
    """
    settings = settings or Settings()
    today = settings.today or datetime.now(tz=UTC).date()
    try:
        return read_report(source, settings.edition, today, settings.editions)
    except EditionError as error:
        raise ConfigError(Message(f"格式有误:{error}", f"wrong edition: {error}")) from error


def read_all(source: Source, settings: Settings | None = None) -> tuple[Report, ...]:
    """Return each of the reports in a file, in order; their rows are those of the file.

    Raises ConfigError as `read` does.
    """
    return tuple(read(piece, settings) for piece in parts(source))


def lint(source: Source, settings: Settings | None = None, *, named: bool = True) -> Result:
    """Return the diagnostics of a report in order of place.

    `named` says that a person named the file: then a text that is no report gets a finding; one met
    by walking a folder is skipped. Raises ConfigError for options that a rule does not have.
    """
    settings = settings or Settings()
    with _uncollected():  # until the report is gone again
        return _lint(source, settings, named=named)


def _lint(source: Source, settings: Settings, *, named: bool) -> Result:
    report = read(source, settings)
    if not report.recognized:
        if not named:
            return Result(source.filename, skipped=True)
        settings = _only(NOT_A_REPORT, settings)
    found = diagnose(report, settings)
    crashed = any(diagnostic.rule == "internal-error" for diagnostic in found)
    return Result(source.filename, found, crashed=crashed)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector from looking, again and again, through what a report is read into."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def diagnose(report: Report, settings: Settings) -> tuple[Diagnostic, ...]:
    """Return the findings of the enabled rules on a report, or on a piece of one, in order of place.

    Several reports in one file are judged one by one.
    """
    pieces = parts(report.source)
    found: list[Diagnostic] = []
    start = 0
    for piece in pieces:
        one = report if piece is report.source else read(piece, settings)
        found += (
            it._replace(finding=moved(it.finding, start)) if start else it
            for it in _findings(one, settings)
        )
        start += len(piece.text)
    found.sort(key=lambda it: (it.span, -it.severity, it.rule))
    return tuple(_with_fingerprints(found, report.source)) if found else ()


def _findings(report: Report, settings: Settings) -> Iterator[Diagnostic]:
    chosen = enabled(names(), settings, report.source.filename)
    year = report.year or (report.form.first if report.form else 0)
    yield from _walk(
        report, _calls(settings, chosen, report.form, year), archived=settings.archived
    )


def _only(rule: str, settings: Settings) -> Settings:
    """The settings with every other rule off; the rule itself stays off where it was."""
    chosen = {name.replace("_", "-") for _, name, _ in enabled(names(), settings)}
    return settings._replace(select=(rule,) if rule in chosen else (), extend_select=())


@lru_cache(maxsize=64)
def _calls(
    settings: Settings, chosen: tuple[Chosen, ...], form: Edition | None, year: int
) -> dict[type, list[_Call]]:
    """The chosen rules by the node type they look at; regraded by the form and by the settings."""
    calls: dict[type, list[_Call]] = {}
    grades = {
        grade.rule: grade.severity
        for grade in (form.regrades if form else ())
        if grade.first <= year <= grade.last
    }
    for group, name, by_id in chosen:
        given = name.replace("_", "-") in settings.rules
        rule = _load(group, name, load if given else load_later)
        if rule.preview and not by_id:
            continue
        severity = grades.get(rule.id, rule.severity)
        severity = settings.severity.get(rule.id, severity)
        if severity is None:
            continue
        options = options_for(rule, settings)
        check = rule.check if options is None else _with(rule.check, options)
        calls.setdefault(rule.each, []).append(_Call(rule, severity, check))
    return calls


def _with(check: Check, options: object) -> Check:
    return lambda node, report: check(node, report, options)


def _load(group: str, name: str, load: Callable[[str, str], Rule]) -> Rule:
    """Return a rule; one that cannot be imported becomes a rule that fails with the same error."""
    try:
        return load(group, name)
    except Exception as error:  # noqa: BLE001 - one bad file must not cost the other findings
        failure = error

    def check(_node: object, _report: Report) -> Iterator[Finding]:
        raise failure

    return Rule(name.replace("_", "-"), group, Severity.ERROR, Report, check, name)


def _nodes(report: Report) -> Iterator[object]:
    yield report
    yield from report.metadata
    yield from report.sections
    yield from report.prose
    yield from report.tables


def _walk(
    report: Report, calls: dict[type, list[_Call]], *, archived: bool
) -> Iterator[Diagnostic]:
    heard = {each: _heard(some, report.source.text) for each, some in calls.items()}
    for node in _nodes(report):
        for call in heard.get(type(node), ()):
            needs = call.rule.needs
            try:
                found = list(call.check(node, report)) if needs is None or needs(node) else ()
            except Exception as error:  # noqa: BLE001 - whatever a rule does, the other findings still appear
                yield _crash(call.rule, error)
                continue
            for finding in found:
                diagnostic = _diagnosed(call, finding)
                mild = archived and finding.maybe_extraction
                yield _lowered(diagnostic) if mild else diagnostic


def _heard(calls: list[_Call], text: str) -> list[_Call]:
    """Those rules that may have something to say of a text."""
    holds = text.__contains__
    return [it for it in calls if not it.rule.cues or any(map(holds, it.rule.cues))]


def _lowered(found: Diagnostic) -> Diagnostic:
    """One grade milder: in an archive what may be damage of the extraction is not the author's."""
    return found._replace(severity=Severity(max(found.severity - 1, Severity.INFO)))


def _diagnosed(call: _Call, finding: Finding) -> Diagnostic:
    rule = call.rule
    severity = finding.severity or rule.severity
    if call.severity is not rule.severity:
        severity = call.severity
    return Diagnostic(rule.id, rule.group, severity, _masked(finding), "")


def _masked(finding: Finding) -> Finding:
    """The finding with every number of a person masked: messages quote the report."""
    if not _LONG_NUMBER.search(finding.message.zh):
        return finding
    from disclosure_lint.privacy import mask  # noqa: PLC0415 - few messages hold so long a number

    return finding._replace(message=Message(*map(mask, finding.message)))


def _crash(rule: Rule, error: Exception) -> Diagnostic:
    from disclosure_lint.privacy import mask  # noqa: PLC0415 - as above

    what = mask(f"{type(error).__name__}: {error}")
    message = Message(
        f"规则 {rule.id} 内部错误:{what}。这是工具的缺陷,与报告无关,请把本行连同报告片段反馈给开发者。",
        f"rule {rule.id} failed: {what}. This is a defect of the tool, not of the report; please report it.",
    )
    return Diagnostic("internal-error", "input", Severity.ERROR, Finding(Span(0, 0), message), "")


def _with_fingerprints(found: Iterable[Diagnostic], source: Source) -> Iterator[Diagnostic]:
    """Give each diagnostic a fingerprint that survives moved lines: rule, folded line, place in the table."""
    from hashlib import blake2b  # noqa: PLC0415 - slow to import

    seen: dict[tuple[bytes, str], int] = {}
    begun: dict[str, blake2b] = {}
    row = 0
    for diagnostic in found:
        at = source.lines.row(diagnostic.span.start)
        if at != row:  # a line may be long and have many findings: it is hashed once for each rule
            row, begun = at, {}
        rule = diagnostic.rule
        if rule not in begun:
            line = fold(source.slice(source.lines.line(row)))
            begun[rule] = blake2b(_bytes(f"{first_id(rule)}\n{line}\n"), digest_size=8)
        where = diagnostic.finding.where
        place = f"{where.table}/{where.row}/{where.column}" if where else ""
        key = (begun[rule].digest(), place)
        seen[key] = count = seen.get(key, 0) + 1
        whole = begun[rule].copy()
        whole.update(_bytes(f"{place}\n{count}"))
        yield Diagnostic(
            rule, diagnostic.group, diagnostic.severity, diagnostic.finding, whole.hexdigest()
        )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
