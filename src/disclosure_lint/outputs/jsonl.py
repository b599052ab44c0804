"""One JSON object a line, each the same as in the array of the format `json`."""

from collections.abc import Iterable, Iterator

from disclosure_lint.outputs import Checked, Context
from disclosure_lint.outputs.json import dumps, record


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield a line a finding."""
    for file in checked:
        for diagnostic in file.result.diagnostics:
            yield dumps(record(file, diagnostic, context)) + "\n"
