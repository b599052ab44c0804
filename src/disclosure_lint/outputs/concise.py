"""One line a finding: `path:row:col: severity rule message`."""

from collections.abc import Iterable, Iterator

from disclosure_lint.outputs import Checked, Context
from disclosure_lint.outputs._terminal import headline


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield a line a finding."""
    for file in checked:
        for diagnostic in file.result.diagnostics:
            yield headline(file, diagnostic, context) + "\n"
