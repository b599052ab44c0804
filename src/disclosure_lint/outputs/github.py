"""Workflow commands of GitHub Actions, which become annotations beside the lines."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.outputs import TOOL, Checked, Context, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = _DATA | {ord(":"): "%3A", ord(","): "%2C"}


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield a command a finding.

    The message repeats place and rule, since the log shows the message alone. A finding over several
    lines is given by its start: the runner drops the column of one that ends on another line.
    """
    for file in checked:
        for diagnostic in file.result.diagnostics:
            yield _command(file, diagnostic, context)


def _command(file: Checked, diagnostic: Diagnostic, context: Context) -> str:
    start, end = file.place(diagnostic.span)
    name = PurePath(context.name(file.result.filename)).as_posix()
    properties: dict[str, str | int] = {
        "title": f"{TOOL} ({diagnostic.rule})",
        "file": name,
        "line": start.row,
        "col": start.column,
    }
    if end.row == start.row:
        properties |= {"endLine": end.row, "endColumn": end.column}
    listed = ",".join(f"{key}={_safe(str(it), _PROPERTY)}" for key, it in properties.items())
    message = diagnostic.message.to(context.lang)
    data = f"{name}:{start.row}:{start.column}: {diagnostic.rule} {message}"
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_safe(data, _DATA)}\n"


def _safe(text: str, escapes: dict[int, str]) -> str:
    return visible(text.translate(escapes))
