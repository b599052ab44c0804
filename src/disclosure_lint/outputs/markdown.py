"""A Markdown table, for the summary of a pipeline or a comment."""

import html
from collections.abc import Iterable, Iterator

from disclosure_lint.diagnostic import Diagnostic, Message
from disclosure_lint.outputs import Checked, Context, visible
from disclosure_lint.patterns import compiled

_HEAD = (
    Message("位置", "Place"),
    Message("级别", "Severity"),
    Message("规则", "Rule"),
    Message("说明", "Message"),
)
_NOTHING = Message("未发现问题。", "No finding.")
_SPECIAL = compiled(r"[\\`*_{}\[\]|~#]")


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the head before the first finding, then a row a finding; a sentence if there is none."""
    started = False
    for file in checked:
        for diagnostic in file.result.diagnostics:
            if not started:
                started = True
                yield _row(*(word.to(context.lang) for word in _HEAD))
                yield _row(*("---" for _ in _HEAD))
            yield _finding(file, diagnostic, context)
    if not started:
        yield _NOTHING.to(context.lang) + "\n"


def _finding(file: Checked, diagnostic: Diagnostic, context: Context) -> str:
    start, _ = file.place(diagnostic.span)
    return _row(
        f"{_plain(context.name(file.result.filename))}:{start.row}:{start.column}",
        str(diagnostic.severity),
        f"`{diagnostic.rule}`",
        _plain(diagnostic.message.to(context.lang)),
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _plain(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", html.escape(visible(text), quote=False))
