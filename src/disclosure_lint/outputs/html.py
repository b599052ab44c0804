"""One HTML page that holds everything: no script, no request to anywhere, made for printing too."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape

from disclosure_lint.diagnostic import Diagnostic, Message, Severity
from disclosure_lint.outputs import TOOL, Checked, Context, visible
from disclosure_lint.outputs._frame import Line, cut, lines_of, notes
from disclosure_lint.source import Span

_TITLE = Message("政府信息公开工作年度报告检查结果", "Findings in annual reports on disclosure")
_SUMMARY = Message("检查文件 {files} 个", "{files} file(s) checked")
_SEVERITIES = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("警告", "warning"),
    Severity.INFO: Message("提示", "info"),
}
_LANGUAGES = Message("zh-CN", "en")
_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
article { border-inline-start: .3rem solid gray; margin: 1rem 0; padding: 0 .8rem; break-inside: avoid; }
.error { border-color: #c62828; } .warning { border-color: #b26a00; } .info { border-color: #1565c0; }
p { margin: .2rem 0; }
code, pre { font-family: ui-monospace, monospace; }
pre { margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
mark:empty::before { content: "‸"; }
dl { margin: .2rem 0; display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; }
dd { margin: 0; overflow-wrap: anywhere; }
"""


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the page's head, a section a file that has findings, and the counts."""
    yield _head(context)
    files, counts = 0, Counter[Severity]()
    for file in checked:
        files += not file.result.skipped
        if file.result.diagnostics:
            counts.update(diagnostic.severity for diagnostic in file.result.diagnostics)
            yield f"<section>\n<h2>{_text(context.name(file.result.filename))}</h2>\n"
            line_of = lines_of(file, context)
            for diagnostic in file.result.diagnostics:
                yield _article(file, diagnostic, context, line_of)
            yield "</section>\n"
    words = [_SUMMARY.to(context.lang).format(files=files)]
    words += [f"{word.to(context.lang)} {counts[it]}" for it, word in _SEVERITIES.items()]
    yield f"<footer><p>{' · '.join(words)}</p></footer>\n</body>\n</html>\n"


def _head(context: Context) -> str:
    title = escape(_TITLE.to(context.lang))
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGES.to(context.lang)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f'<meta name="generator" content="{TOOL} {escape(context.version)}">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    )


def _article(
    file: Checked, diagnostic: Diagnostic, context: Context, line_of: Callable[[Span], Line]
) -> str:
    start, _ = file.place(diagnostic.span)
    severity = diagnostic.severity
    line = ""
    if file.source is not None:
        shown = cut(line_of(diagnostic.span), context.width, context.ambiguous_width)
        before, inside, after = map(escape, shown)
        line = f"<pre>{before}<mark>{inside}</mark>{after}</pre>\n"
    listed = "".join(
        f"<dt>{escape(note.label)}</dt><dd>{escape(note.text)}</dd>\n"
        for note in notes(file, diagnostic, context, line_of)
    )
    details = f"<dl>\n{listed}</dl>\n" if listed else ""
    return (
        f'<article class="{severity}">\n'
        f"<p><b>{start.row}:{start.column}</b> {_SEVERITIES[severity].to(context.lang)}"
        f" <code>{escape(diagnostic.rule)}</code> {_text(diagnostic.message.to(context.lang))}</p>\n"
        f"{line}{details}</article>\n"
    )


def _text(text: str) -> str:
    return escape(visible(text))
