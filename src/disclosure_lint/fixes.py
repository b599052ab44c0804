"""Applying fixes: round by round until nothing is left to mend, and never a figure on its own.

A safe round that would alter a figure of a table, a metadata value or a number in the prose is taken
back, whatever the rule says of its fix. A file is written whole or not at all.
"""

import difflib
import os
from bisect import bisect, insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from tempfile import NamedTemporaryFile

from disclosure_lint.config import Settings, fixable
from disclosure_lint.diagnostic import Applicability, Diagnostic, Edit, Fix
from disclosure_lint.engine import diagnose, lint, read
from disclosure_lint.patterns import compiled
from disclosure_lint.privacy import mask
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.source import Position, Source, Span, encode
from disclosure_lint.text import fold

ROUNDS = 10

_FIGURE = compiled(r"[+−-]?\d+(?:[.,]\d+)*")
_DIGITS = compiled(r"\d+")
_PARTED = compiled(r"\d+[.,]\d+")


class Applied(NamedTuple):
    """A diagnostic whose fix was applied, and its place in the text as it then was."""

    diagnostic: Diagnostic
    at: Position


class Fixed(NamedTuple):
    """A text after its fixes: what was applied and what is left, in order.

    `refused` holds diagnostics whose fix was not applied since it would have altered a figure, or
    could not be written in the encoding of the file. `looping` names rules whose fixes undo each
    other or never come to an end: then nothing is applied at all.
    """

    source: Source
    left: tuple[Diagnostic, ...]
    applied: tuple[Applied, ...] = ()
    refused: tuple[Diagnostic, ...] = ()
    looping: tuple[str, ...] = ()


def fix_text(
    source: Source,
    settings: Settings | None = None,
    *,
    unsafe: bool = False,
    spared: Collection[str] = (),
) -> Fixed:
    """Return `source` with all safe fixes applied, with `unsafe` those too, until it is stable.

    Suggestions are never applied, nor the fixes of rules that are not `fixable`, nor those of
    diagnostics whose fingerprint is `spared`. Raises ConfigError for options that a rule does not
    have.
    """
    settings = settings or Settings()
    report = read(source, settings)
    if not report.recognized or source.lossy:
        return Fixed(source, lint(source, settings).diagnostics)
    first = found = diagnose(report, settings)
    applied: list[Applied] = []
    refused: dict[str, Diagnostic] = {}
    seen = {source.text: 0}
    while chosen := _chosen(_fixable(found, settings), {*spared, *refused}, unsafe=unsafe):
        if len(seen) > ROUNDS:
            return _loop(source, first, chosen)
        kept, after = _round(report, chosen, settings)
        refused |= {one.fingerprint: one for one in chosen if one not in kept}
        if not kept:
            continue
        place = report.source.lines.position
        applied += (Applied(one, place(one.span.start)) for one in kept)
        report, found = after, diagnose(after, settings)
        if report.source.text in seen:
            undoing = applied[seen[report.source.text] :]
            return _loop(source, first, (one.diagnostic for one in undoing))
        seen[report.source.text] = len(applied)
    return Fixed(report.source, found, tuple(applied), tuple(refused.values()))


def _loop(source: Source, first: tuple[Diagnostic, ...], last: Iterable[Diagnostic]) -> Fixed:
    return Fixed(source, first, looping=tuple(sorted({one.rule for one in last})))


def _fixable(found: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    return (one for one in found if fixable(one.group, one.rule, settings))


def _chosen(
    found: Iterable[Diagnostic], without: Collection[str], *, unsafe: bool
) -> tuple[Diagnostic, ...]:
    """The diagnostics to mend in one round: all safe, or all unsafe once no safe one is left.

    No two of their fixes touch each other: the earlier goes first, of equals the graver.
    """
    ordered = sorted(found, key=lambda one: (one.span.start, -one.severity))
    for kind in (Applicability.SAFE, Applicability.UNSAFE)[: 1 + unsafe]:
        taken: list[Span] = []
        chosen = []
        for one in ordered:
            fix = one.finding.fix
            if fix is None or fix.applicability is not kind or one.fingerprint in without:
                continue
            if not any(_touches(edit.span, taken) for edit in fix.edits):
                chosen.append(one)
                for edit in fix.edits:
                    insort(taken, edit.span)
        if chosen:
            return tuple(chosen)
    return ()


def _touches(span: Span, taken: list[Span]) -> bool:
    """Whether a span meets one of those taken; two insertions at one place have no order."""
    at = bisect(taken, span)
    return any(
        other.start <= span.end and span.start <= other.end
        for other in taken[max(0, at - 1) : at + 1]
    )


def _round(
    report: Report, chosen: tuple[Diagnostic, ...], settings: Settings
) -> tuple[tuple[Diagnostic, ...], Report]:
    """Apply the fixes of a round, without those that may not be; return which were, and the report."""
    sound = tuple(one for one in chosen if _is_sound(one, report))
    after = _mended(report, sound, settings)
    if _same_figures(report, after, sound):
        return sound, after
    kept: tuple[Diagnostic, ...] = ()
    after = report
    for one in sound:  # some of them alter a figure: find out which
        attempt = _mended(report, (*kept, one), settings)
        if _same_figures(report, attempt, (one,)):
            kept, after = (*kept, one), attempt
    return kept, after


def _mended(report: Report, chosen: Iterable[Diagnostic], settings: Settings) -> Report:
    edits = (edit for one in chosen for edit in _edits(one))
    return read(report.source._replace(text=apply(report.source.text, edits)), settings)


def _edits(diagnostic: Diagnostic) -> tuple[Edit, ...]:
    fix = diagnostic.finding.fix
    return fix.edits if fix else ()


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with the edits, which must not overlap; line feeds become the text's line ends."""
    crlf = text.count("\r\n") * 2 > text.count("\n")
    pieces: list[str] = []
    end = 0
    for (start, stop), content in sorted(set(edits)):
        if start < end:
            message = f"edits overlap at {start}"
            raise ValueError(message)
        ended = content.replace("\r\n", "\n").replace("\n", "\r\n") if crlf else content
        pieces += (text[end:start], ended)
        end = stop
    return "".join((*pieces, text[end:]))


def _is_sound(diagnostic: Diagnostic, report: Report) -> bool:
    """Whether the edits of a fix can be made at all, and a safe one keeps the numbers of the prose."""
    edits = _edits(diagnostic)
    spans = sorted({edit.span for edit in edits})
    apart = all(before.end <= after.start for before, after in pairwise(spans))
    if not apart or len(spans) != len(set(edits)):
        return False
    try:
        for edit in edits:
            edit.content.encode(report.source.encoding)
    except UnicodeEncodeError:
        return False
    prose = [edit for edit in edits if report.prose_at(edit.span.start)]
    text = report.source.text
    return not _is_safe(diagnostic) or all(_keeps_numbers(text, edit) for edit in prose)


def _keeps_numbers(text: str, edit: Edit) -> bool:
    """Whether an edit leaves every row of digits as it is, and no decimal point goes."""
    before, after = (
        text[max(0, edit.span.start - 1) : edit.span.start],
        text[edit.span.end : edit.span.end + 1],
    )
    old = before + text[edit.span.start : edit.span.end] + after
    new = before + edit.content + after
    parted = set(_PARTED.findall(old)) <= set(_PARTED.findall(new))
    return parted and _DIGITS.findall(old) == _DIGITS.findall(new)


def _is_safe(diagnostic: Diagnostic) -> bool:
    fix: Fix | None = diagnostic.finding.fix
    return fix is not None and fix.applicability is Applicability.SAFE


def _same_figures(before: Report, after: Report, chosen: Iterable[Diagnostic]) -> bool:
    """Whether every figure still stands in its place; a mended label may make more of them readable."""
    return not all(map(_is_safe, chosen)) or not figures(before) - figures(after)


def figures(report: Report) -> Counter[tuple[str, ...]]:
    """Return the digits of every cell, of rows without certain columns and of the metadata, by place."""
    cells = (
        (table.form.key, cell.row.key, cell.column.key, *_FIGURE.findall(cell.raw))
        for table in report.tables
        for cell in table.cells.values()
        if cell.raw
    )
    rows = (
        (
            table.form.key,
            row.form.key if row.form else fold(row.label),
            *_FIGURE.findall(value.text),
        )
        for table in report.tables
        for row in table.rows
        if row.loose or row.form is None
        for value in row.figures
    )
    fields = (
        (field.key, *_DIGITS.findall(field.value)) for field in report.metadata if field.value
    )
    return Counter((*cells, *rows, *fields))


def diff(before: Source, after: Source) -> Iterator[str]:
    """Yield a unified diff of two texts, with their line ends, line by line; nothing if they are equal.

    It is shown to people, so numbers of persons are masked in it; the texts themselves are not.
    """
    name = before.filename
    for written in difflib.unified_diff(_lines(before.text), _lines(after.text), name, name):
        line = mask(written)
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return lines if lines[-1] else lines[:-1]


def write(path: str, before: Source, after: Source) -> None:
    """Put the text of `after` into a file that holds `before`, at one stroke; its mode is kept.

    Raises OSError when that is not possible, ValueError when the file holds something else by now or
    its bytes could not be told exactly.
    """
    place = Path(path).resolve()  # a link stays a link
    data = encode(after, after.text)
    with place.open("r+b") as stream:  # a file that may not be written is not replaced either
        if stream.read() != encode(before, before.text):
            message = "the file has changed, or its encoding is not certain"
            raise ValueError(message)
        mode = os.fstat(stream.fileno()).st_mode & 0o7777
    with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.", delete=False) as stream:
        made = Path(stream.name)
        try:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            made.chmod(mode)
            made.replace(place)
        except BaseException:
            with suppress(OSError):
                made.unlink()
            raise
