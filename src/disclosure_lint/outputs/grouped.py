"""The findings of a file under its name, in columns."""

from collections.abc import Iterable, Iterator

from disclosure_lint.outputs import Checked, Context, visible
from disclosure_lint.outputs._terminal import BOLD, paint, paint_severity


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield a block a file that has findings, an empty line after each."""
    for file in checked:
        if file.result.diagnostics:
            yield _block(file, context)


def _block(file: Checked, context: Context) -> str:
    diagnostics = file.result.diagnostics
    starts = [file.place(diagnostic.span)[0] for diagnostic in diagnostics]
    places = [f"{start.row}:{start.column}" for start in starts]
    place_width = max(len(place) for place in places)
    severity_width = max(len(str(diagnostic.severity)) for diagnostic in diagnostics)
    rule_width = max(len(diagnostic.rule) for diagnostic in diagnostics)
    lines = [paint(visible(context.name(file.result.filename)), BOLD, context)]
    for place, diagnostic in zip(places, diagnostics, strict=True):
        severity = paint_severity(
            str(diagnostic.severity).ljust(severity_width), diagnostic.severity, context
        )
        message = visible(diagnostic.message.to(context.lang))
        lines.append(
            f"  {place:>{place_width}}  {severity}  {diagnostic.rule:<{rule_width}}  {message}"
        )
    return "\n".join(lines) + "\n\n"
