"""Reviewdog's diagnostic format, an object a line."""

from collections.abc import Iterable, Iterator

from disclosure_lint.outputs import TOOL, Checked, Context
from disclosure_lint.outputs.json import dumps
from disclosure_lint.outputs.rdjson import rd_record


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield a line a finding, each with the name of this tool."""
    for file in checked:
        for diagnostic in file.result.diagnostics:
            yield dumps({**rd_record(file, diagnostic, context), "source": {"name": TOOL}}) + "\n"
