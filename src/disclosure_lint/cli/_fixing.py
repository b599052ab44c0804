"""Mending the files of a run one by one: written back, or shown as a diff."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from disclosure_lint import baseline, outputs
from disclosure_lint.cli._job import Linted
from disclosure_lint.cli._tally import Tally
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity
from disclosure_lint.discovery import STDIN
from disclosure_lint.fixes import Fixed, diff, fix_text, write
from disclosure_lint.inputs import NO_TEXT, is_text
from disclosure_lint.privacy import mask
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Source, Span, encode

_LOSSY = Message("未修改:有无法解码的字节", "not mended: some bytes cannot be decoded")


class Mended(NamedTuple):
    """A file as it was and the text as it would be; `fixed` is None where there is nothing to mend."""

    linted: Linted
    fixed: Fixed | None


def written(
    linted: Iterable[Linted], tally: Tally, noted: str | None, *, unsafe: bool, show: bool
) -> Iterator[Linted]:
    """Write each text back (standard input: to standard output); yield what is left to find in it.

    Findings that the baseline `noted` knows are let be.
    """
    for one, fixed in _mended(linted, noted, unsafe=unsafe):
        source = one.checked.source
        after = fixed.source if fixed else source
        if source is None or after is None or not _put(one, source, after, tally) or not fixed:
            yield one
            continue
        _count(fixed, tally)
        if show:
            _show(fixed, source.filename, Message("已修改", "fixed"), one.settings.lang)
        result = one.checked.result._replace(diagnostics=fixed.left)
        yield one._replace(checked=outputs.Checked(result, after))


def diffs(
    linted: Iterable[Linted], tally: Tally, noted: str | None, *, unsafe: bool, show: bool
) -> Iterator[str]:
    """Yield the diff of each file that would change, in pieces; such a file counts as failing."""
    for one, fixed in _mended(linted, noted, unsafe=unsafe):
        result, source = one.checked
        tally.crashed += result.crashed
        if source is None:
            tally.failing += 1
            for diagnostic in result.diagnostics:
                _say(result.filename, diagnostic.message, one.settings.lang)
        elif fixed:
            _count(fixed, tally)
            tally.failing += bool(fixed.applied)
            if show:
                _show(fixed, source.filename, Message("将修改", "would fix"), one.settings.lang)
            yield from diff(source, fixed.source)


def _mended(linted: Iterable[Linted], noted: str | None, *, unsafe: bool) -> Iterator[Mended]:
    """Each file with its fixes applied in memory."""
    known = baseline.read(Path(noted)) if noted else {}
    folder = Path(noted).parent if noted else Path()
    for one in linted:
        result, source = one.checked
        if source is None or not any(it.finding.fix for it in result.diagnostics):
            yield Mended(one, None)
            continue
        lang = one.settings.lang
        if not is_text(result.filename):
            _say(result.filename, NO_TEXT, lang)
            yield Mended(one, None)
            continue
        entries = known.get(baseline.key(result.filename, folder), {}) if known else {}
        spared = {fingerprint for prints in entries.values() for fingerprint in prints}
        fixed = fix_text(source, one.settings, unsafe=unsafe, spared=spared)
        if source.lossy:
            _say(source.filename, _LOSSY, lang)
        for rule in sorted({diagnostic.rule for diagnostic in fixed.refused}):
            _say(source.filename, _refused(rule), lang)
        if fixed.looping:
            yield Mended(_crashed(one, fixed.looping), None)
        else:
            yield Mended(one, fixed)


def _put(one: Linted, before: Source, after: Source, tally: Tally) -> bool:
    """Write a text to where it came from; whether that went well."""
    try:
        if one.path == STDIN:
            sys.stdout.flush()
            sys.stdout.buffer.write(encode(before, after.text))
            sys.stdout.buffer.flush()
        elif after.text != before.text:
            write(one.path, before, after)
    except (OSError, ValueError) as error:
        tally.unwritten += 1
        _say(before.filename, _unwritten(error), one.settings.lang)
        return False
    return True


def _count(fixed: Fixed, tally: Tally) -> None:
    tally.fixed += len(fixed.applied)
    tally.changed += bool(fixed.applied)


def _show(fixed: Fixed, filename: str, done: Message, lang: str) -> None:
    for diagnostic, (row, column) in fixed.applied:
        fix = diagnostic.finding.fix
        what = mask(outputs.visible(fix.message.to(lang))) if fix else ""
        said = f"{filename}:{row}:{column}: {done.to(lang)} {diagnostic.rule} {what}"
        print(said.rstrip(), file=sys.stderr)


def _refused(rule: str) -> Message:
    return Message(
        f"{rule} 的修改未采用:会改动数据,或无法以原编码保存",
        f"the fix of {rule} is not applied: it would alter a figure or cannot be encoded",
    )


def _unwritten(error: Exception) -> Message:
    if isinstance(error, OSError):
        return Message(f"无法写入:{error.strerror}", f"cannot be written: {error.strerror}")
    return Message(
        "未写入:文件已被改动,或编码无法确定",
        "not written: the file has changed, or its encoding is not certain",
    )


def _say(filename: str, message: Message, lang: str) -> None:
    print(f"{filename}: {message.to(lang)}", file=sys.stderr)


def _crashed(one: Linted, rules: tuple[str, ...]) -> Linted:
    """The file, untouched, with a finding that names the rules whose fixes come to no end."""
    names = "、".join(rules)
    message = Message(
        f"规则 {names} 的修改反复出现,文件未改动。这是工具的缺陷,与报告无关,请反馈给开发者。",
        f"the fixes of {', '.join(rules)} come back; the file is as it was. "
        "This is a defect of the tool, not of the report; please report it.",
    )
    crash = Diagnostic(
        "internal-error", "input", Severity.ERROR, Finding(Span(0, 0), message), "internal-error"
    )
    found = (crash, *one.checked.result.diagnostics)
    result = Result(one.checked.result.filename, found, crashed=True)
    return one._replace(checked=one.checked._replace(result=result))
