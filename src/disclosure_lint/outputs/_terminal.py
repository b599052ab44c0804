"""What the formats for a terminal share: colours, and the line that names place and fault."""

from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.outputs import Checked, Context, visible

BOLD = "1"
DIM = "2"
_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def paint(text: str, style: str, context: Context) -> str:
    """Return `text` in a style (an SGR parameter), or as it is where colours are off."""
    return f"\x1b[{style}m{text}\x1b[0m" if context.color and text else text


def paint_severity(text: str, severity: Severity, context: Context) -> str:
    """Return `text` in the colour of a severity."""
    return paint(text, _COLORS[severity], context)


def headline(file: Checked, diagnostic: Diagnostic, context: Context) -> str:
    """Return `path:row:col: severity rule message` without a line end."""
    start, _ = file.place(diagnostic.span)
    name = visible(context.name(file.result.filename))
    place = paint(f"{name}:{start.row}:{start.column}:", BOLD, context)
    severity = paint_severity(str(diagnostic.severity), diagnostic.severity, context)
    message = visible(diagnostic.message.to(context.lang))
    return f"{place} {severity} {diagnostic.rule} {message}"
