"""Each finding with its source line, carets under the very text, and all that helps to mend it."""

from collections.abc import Callable, Iterable, Iterator

from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.outputs import Checked, Context
from disclosure_lint.outputs._frame import Line, cut, lines_of, notes
from disclosure_lint.outputs._terminal import BOLD, DIM, headline, paint, paint_severity
from disclosure_lint.source import Span, display_width

_NARROWEST = 20


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield a block a finding, an empty line after each."""
    for file in checked:
        line_of = lines_of(file, context)
        for diagnostic in file.result.diagnostics:
            yield "\n".join(_block(file, diagnostic, context, line_of)) + "\n\n"


def _block(
    file: Checked, diagnostic: Diagnostic, context: Context, line_of: Callable[[Span], Line]
) -> Iterator[str]:
    yield headline(file, diagnostic, context)
    row = str(file.place(diagnostic.span)[0].row)
    margin = " " * len(row)
    room = max(context.width - len(row) - len(" | "), _NARROWEST)
    if file.source is not None:
        ambiguous = context.ambiguous_width
        shown = cut(line_of(diagnostic.span), room, ambiguous)
        indent = " " * display_width(shown.before, ambiguous=ambiguous)
        carets = "^" * max(1, display_width(shown.inside, ambiguous=ambiguous))
        bar = paint(f"{margin} |", DIM, context)
        yield bar
        yield f"{paint(f'{row} |', DIM, context)} {''.join(shown)}".rstrip(" ")
        yield f"{bar} {indent}{paint_severity(carets, diagnostic.severity, context)}"
    for note in notes(file, diagnostic, context, line_of):
        yield f"{paint(f'{margin} =', DIM, context)} {paint(f'{note.label}:', BOLD, context)} {note.text}"
