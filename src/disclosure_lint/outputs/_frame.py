"""What a person needs beside the message: the source line cut around the span, and the notes."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from disclosure_lint.diagnostic import Applicability, Diagnostic, Edit, Message, Where
from disclosure_lint.outputs import Checked, Context, visible
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Span, display_width

_TAB = "    "
_ELLIPSIS = "…"
_QUOTE_CELLS = 40
_EDITS_SHOWN = 3

_WHERE = Message("位置", "where")
_RANGE = Message("范围", "range")
_SUSPECT = Message("疑点", "suspect")
_RELATED = Message("相关", "related")
_FIX = Message("修改", "fix")
_EDIT = Message("改动", "edit")
_HINT = Message("注意", "note")
_EXTRACTION = Message(
    "可能是网页或文档转成文字时造成的,请对照原件",
    "may come from the conversion to text; compare with the original",
)
_APPLICABILITY = {
    Applicability.SAFE: Message("可自动修改", "safe"),
    Applicability.UNSAFE: Message("须确认后修改", "unsafe"),
    Applicability.SUGGESTION: Message("仅供选用", "suggestion"),
}


class Note(NamedTuple):
    """A line under the source line: what it is about, and what it says."""

    label: str
    text: str


class Excerpt(NamedTuple):
    """A source line as it is shown: what stands before, inside and after the span."""

    before: str
    inside: str
    after: str


class Line(NamedTuple):
    """A source line, masked and visible, and where in it a span lies."""

    text: str = ""
    start: int = 0
    end: int = 0


def lines_of(file: Checked, context: Context) -> Callable[[Span], Line]:
    """Return the function that gives the first line of a span; nothing where there is no text.

    The last line is kept: one line may have many findings, and be very long.
    """
    source = file.source
    if source is None:
        return lambda _: Line()
    index, text_of = source.lines, source.slice

    @lru_cache(maxsize=1)
    def shown(row: int) -> tuple[str, Span]:
        whole = index.line(row)
        return visible(context.mask(text_of(whole))), whole

    def line(span: Span) -> Line:
        text, whole = shown(index.row(span.start))
        start = min(span.start, whole.end) - whole.start
        return Line(text, start, max(start, min(span.end, whole.end) - whole.start))

    return line


def cut(shown: Line, room: int, ambiguous: int) -> Excerpt:
    """Return a line cut to `room` cells around its span, with … where something is left out.

    A combining mark stays with its base, on either side of a cut and of the span.
    """
    line, start, end = shown
    while 0 < start < len(line) and not _cells(line[start], ambiguous):
        start -= 1
    while start < end < len(line) and not _cells(line[end], ambiguous):
        end += 1
    left, right = 0, len(line)
    if _reach(line, 0, right, room, ambiguous)[0] < right:
        room -= 2 * display_width(_ELLIPSIS, ambiguous=ambiguous)
        end, used = _reach(line, start, end, room, ambiguous)
        _, before = _reach(line, start, 0, (room - used) // 2, ambiguous)
        right, after = _reach(line, end, right, room - used - before, ambiguous)
        left, _ = _reach(line, start, 0, room - used - after, ambiguous)
        while 0 < left < start and not _cells(line[left], ambiguous):
            left += 1
    return Excerpt(
        _ELLIPSIS * (left > 0) + _spaced(line[left:start]),
        _spaced(line[start:end]),
        _spaced(line[end:right]) + _ELLIPSIS * (right < len(line)),
    )


def _reach(line: str, start: int, stop: int, room: int, ambiguous: int) -> tuple[int, int]:
    """Return how far from `start` towards `stop` fits into `room` cells, and the cells it takes."""
    step = 1 if start < stop else -1
    at, used = start, 0
    while at != stop:
        cells = _cells(line[at if step > 0 else at - 1], ambiguous)
        if used + cells > room:
            break
        at, used = at + step, used + cells
    return at, used


@lru_cache(maxsize=8192)
def _cells(char: str, ambiguous: int) -> int:
    return len(_TAB) if char == "\t" else display_width(char, ambiguous=ambiguous)


def _spaced(text: str) -> str:
    return text.replace("\t", _TAB)


def notes(
    file: Checked, diagnostic: Diagnostic, context: Context, line_of: Callable[[Span], Line]
) -> Iterator[Note]:
    """Yield what belongs to a finding beside its message, in the language of the context.

    `line_of` is what `lines_of` gives for the file.
    """
    lang, finding = context.lang, diagnostic.finding
    start, end = file.place(diagnostic.span)
    if end.row > start.row:
        yield Note(_RANGE.to(lang), f"{start.row}:{start.column}-{end.row}:{end.column}")
    if finding.where and (path := _path(finding.where, context)):
        yield Note(_WHERE.to(lang), path)
    for suspect in finding.suspects:
        value, expected = visible(context.mask(suspect.value)), visible(suspect.expected)
        sentence = Message(
            f"写作“{value}”,应为“{expected}”,可恢复{suspect.restores}项勾稽关系",
            f'says "{value}", would have to be "{expected}"; restores {suspect.restores} relation(s)',
        )
        yield Note(_SUSPECT.to(lang), f"{_at(file, suspect.span)} {sentence.to(lang)}")
    for related in finding.related:
        message = visible(related.message.to(lang))
        yield Note(_RELATED.to(lang), f"{_at(file, related.span)} {message}")
    if finding.fix:
        degree = _APPLICABILITY[finding.fix.applicability].to(lang)
        yield Note(_FIX.to(lang), f"{visible(finding.fix.message.to(lang))} [{degree}]")
        for edit in finding.fix.edits[:_EDITS_SHOWN]:
            yield Note(_EDIT.to(lang), _edit(file, edit, context, line_of(edit.span)))
        if (more := len(finding.fix.edits) - _EDITS_SHOWN) > 0:
            yield Note(_EDIT.to(lang), Message(f"另有{more}处", f"{more} more").to(lang))
    if finding.maybe_extraction:
        yield Note(_HINT.to(lang), _EXTRACTION.to(lang))


def _at(file: Checked, span: Span) -> str:
    start, _ = file.place(span)
    return f"{start.row}:{start.column}"


def _path(where: Where, context: Context) -> str:
    row, column = (
        visible(" › ".join(context.mask(label) for label in path))
        for path in (where.row, where.column)
    )
    parts = (
        (where.section, Message(f"第{where.section}部分", f"section {where.section}")),
        (row, Message(f"行“{row}”", f'row "{row}"')),
        (column, Message(f"列“{column}”", f'column "{column}"')),
    )
    separator = Message(",", ", ").to(context.lang)
    return separator.join(words.to(context.lang) for given, words in parts if given)


def _edit(file: Checked, edit: Edit, context: Context, line: Line) -> str:
    ambiguous = context.ambiguous_width
    replaced = Line(line.text[line.start : line.end])
    old = "".join(cut(replaced, _QUOTE_CELLS, ambiguous))
    if file.source and file.source.slice(edit.span).count("\n"):
        old += "␊…"
    new = "".join(cut(Line(visible(context.mask(edit.content))), _QUOTE_CELLS, ambiguous))
    if not new:
        sentence = Message(f"删除“{old}”", f'delete "{old}"')
    elif not old:
        sentence = Message(f"插入“{new}”", f'insert "{new}"')
    else:
        sentence = Message(f"“{old}”改为“{new}”", f'"{old}" becomes "{new}"')
    return f"{_at(file, edit.span)} {sentence.to(context.lang)}"
