"""JUnit XML: a suite a file, a test case a finding, one passing case for a file without findings.

Errors and warnings are failures. Infos are cases that pass and say so in their output: a report
that has nothing but infos is in order, and its pipeline stays green.
"""

from collections.abc import Iterable, Iterator

from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.outputs import TOOL, Checked, Context
from disclosure_lint.outputs._xml import DECLARATION, escape


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the document, a suite a file; a file that was left out has one skipped case."""
    yield f'{DECLARATION}<testsuites name="{TOOL}">\n'
    for file in checked:
        yield _suite(file, context)
    yield "</testsuites>\n"


def _suite(file: Checked, context: Context) -> str:
    diagnostics, skipped = file.result.diagnostics, file.result.skipped
    name = escape(context.name(file.result.filename))
    failures = sum(diagnostic.severity > Severity.INFO for diagnostic in diagnostics)
    cases = "".join(_case(file, diagnostic, context) for diagnostic in diagnostics)
    if not cases:
        inside = "<skipped/>" if skipped else ""
        cases = f'<testcase classname="{name}" name="{TOOL}" file="{name}">{inside}</testcase>\n'
    return (
        f'<testsuite name="{name}" tests="{len(diagnostics) or 1}" failures="{failures}"'
        f' errors="0" skipped="{int(skipped and not diagnostics)}">\n{cases}</testsuite>\n'
    )


def _case(file: Checked, diagnostic: Diagnostic, context: Context) -> str:
    start, _ = file.place(diagnostic.span)
    name = escape(context.name(file.result.filename))
    place = f"{start.row}:{start.column}"
    message = escape(diagnostic.message.to(context.lang))
    line = f"{name}:{place}: {diagnostic.severity} {diagnostic.rule} {message}"
    if diagnostic.severity > Severity.INFO:
        inside = f'<failure type="{diagnostic.severity}" message="{message}">{line}</failure>'
    else:
        inside = f"<system-out>{line}</system-out>"
    return (
        f'<testcase classname="{name}" name="{diagnostic.rule} {place}" file="{name}"'
        f' line="{start.row}">{inside}</testcase>\n'
    )
