"""Checkstyle XML: an element a file (also one without findings), an `error` in it a finding."""

from collections.abc import Iterable, Iterator

from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.outputs import TOOL, Checked, Context
from disclosure_lint.outputs._xml import DECLARATION, escape


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the document, file by file; files that were left out do not appear."""
    yield f'{DECLARATION}<checkstyle version="4.3">\n'
    for file in checked:
        if not file.result.skipped:
            yield f'<file name="{escape(context.name(file.result.filename))}">\n'
            for diagnostic in file.result.diagnostics:
                yield _error(file, diagnostic, context)
            yield "</file>\n"
    yield "</checkstyle>\n"


def _error(file: Checked, diagnostic: Diagnostic, context: Context) -> str:
    start, _ = file.place(diagnostic.span)
    message = escape(diagnostic.message.to(context.lang))
    return (
        f'<error line="{start.row}" column="{start.column}" severity="{diagnostic.severity}"'
        f' message="{message}" source="{TOOL}.{diagnostic.group}.{diagnostic.rule}"/>\n'
    )
