"""What a run comes to: the counts, the line that sums them up and the exit status."""

from collections import Counter
from collections.abc import Iterable, Iterator

from disclosure_lint.cli._job import Linted
from disclosure_lint.config import fixable
from disclosure_lint.diagnostic import Applicability, Message, Severity

FOUND, NOT_DONE, CRASHED = 1, 2, 3


class Tally:
    """Counts that grow while a run goes on; `failing` are findings at or above `fail_on`.

    `fixed` findings are mended in `changed` files; `unwritten` files could not be written back.
    """

    def __init__(self) -> None:
        self.read = self.skipped = self.failing = self.fixable = self.crashed = 0
        self.fixed = self.changed = self.unwritten = 0
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[tuple[str, Severity]] = Counter()


def counted(linted: Iterable[Linted], tally: Tally) -> Iterator[Linted]:
    """Pass the files on, one by one, and count them."""
    for one in linted:
        result, source = one.checked
        tally.read += source is not None and not result.skipped
        tally.skipped += result.skipped
        tally.crashed += result.crashed
        for diagnostic in result.diagnostics:
            fix = diagnostic.finding.fix
            tally.failing += diagnostic.severity >= one.settings.fail_on
            safe = fix is not None and fix.applicability is Applicability.SAFE
            tally.fixable += safe and fixable(diagnostic.group, diagnostic.rule, one.settings)
            tally.severities[diagnostic.severity] += 1
            tally.rules[diagnostic.rule, diagnostic.severity] += 1
        yield one


def status(tally: Tally, max_warnings: int | None, *, exit_zero: bool) -> int:
    """Return the exit status of a run that came to its end; the highest that applies."""
    if tally.crashed:
        return CRASHED
    if tally.unwritten:
        return NOT_DONE
    warned = tally.severities[Severity.WARNING]
    failed = tally.failing or (max_warnings is not None and warned > max_warnings)
    return FOUND if failed and not exit_zero else 0


def statistics(tally: Tally) -> str:
    """Return the number of findings of each rule, the commonest first, a line each."""
    ordered = sorted(tally.rules.items(), key=lambda item: (-item[1], item[0][0]))
    return "".join(f"{count:6}  {grade!s:7}  {rule}\n" for (rule, grade), count in ordered)


def summary(tally: Tally, lang: str) -> str:
    """Return the line that sums a run up."""
    if not (tally.read or tally.skipped or tally.severities):  # a wrong folder is not a clean one
        return Message("没有找到要检查的文件。", "No file to check was found.").to(lang)
    return _summary_en(tally) if lang == "en" else _summary_zh(tally)


def _summary_zh(tally: Tally) -> str:
    grades = tally.severities
    files = f"检查 {tally.read} 个文件"
    if tally.skipped:
        files += f",跳过 {tally.skipped} 个"
    if tally.fixed:
        files += f"。已修改 {tally.fixed} 个问题"
    if not grades:
        return f"{files},没有其他问题。" if tally.fixed else f"{files}。未发现问题。"
    found = "、".join(
        f"{name} {grades[grade]}"
        for grade, name in zip(reversed(Severity), ("错误", "警告", "提示"), strict=True)
        if grades[grade]
    )
    fixable = f",其中可自动修改 {tally.fixable}" if tally.fixable else ""
    left = "还有" if tally.fixed else "发现"
    return f"{files}。{left} {grades.total()} 个问题:{found}{fixable}。"


def _summary_en(tally: Tally) -> str:
    grades = tally.severities
    files = _many(tally.read, "file") + " checked"
    if tally.skipped:
        files += f", {tally.skipped} skipped"
    if tally.fixed:
        files += f". {_many(tally.fixed, 'finding')} fixed"
    if not grades:
        return f"{files}, none left." if tally.fixed else f"{files}. No findings."
    found = ", ".join(
        _many(grades[grade], str(grade)) for grade in reversed(Severity) if grades[grade]
    )
    fixable = f"; {tally.fixable} fixable" if tally.fixable else ""
    left = " left" if tally.fixed else ""
    return f"{files}. {_many(grades.total(), 'finding')}{left}: {found}{fixable}."


def would_change(tally: Tally, lang: str) -> str:
    """Return the line that says what the fixes would come to."""
    if lang == "en":
        files = _many(tally.changed, "file")
        return f"{_many(tally.fixed, 'finding')} would be fixed in {files}."
    return f"将修改 {tally.changed} 个文件中的 {tally.fixed} 个问题。"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
