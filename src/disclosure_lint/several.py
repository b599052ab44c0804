"""Several reports in one file: told apart by their titles, each read as a file of its own."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from disclosure_lint.front import full_title, is_furniture, is_title, key_at
from disclosure_lint.landmarks import landmarks
from disclosure_lint.literals import holds, occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Source, Span
from disclosure_lint.syntax import Landmarks, Paragraph
from disclosure_lint.text import fold

# The end of a line that may be a title's last: nearly all texts have one or two.
_WORDS = ("报告", "年报", "報告", "年報")
_ENDING = compiled(r"(?:[(（][^()（）\n]{1,12}[)）])?[ \t\r\u3000|]*(?:\n|$)")
_HEADING = compiled(r"^[ \t\u3000]*[一二三四五六七八九][、.．]", re.MULTILINE)
_TRAIL = compiled(r"[>›»]|当前位置|當前位置|您的位置")
# A report has at least so many headings, or rows that begin like one.
_LEAST = 2
# A line of a page's menu or of metadata is at most so long.
_LONGEST = 100
# A title takes so many lines at most.
_LINES = 3


def parts(source: Source) -> tuple[Source, ...]:
    """Return the reports in a file, in order; together they hold all of its text.

    A second title begins a report of its own when it is another one than the first and headings
    stand between the two and after it. Copies of one report stay together.
    """
    text = source.text
    ends = sorted(_ends(text))
    later = [end for end in ends[1:] if _headings(text, end, len(text))]
    marks = landmarks()
    if next(_titles(text, later, marks), None) is None:
        return (source,)
    titles = list(_titles(text, ends, marks))
    if len(titles) < _LEAST:
        return (source,)
    nexts = [span.start for span, _ in titles[1:]] + [len(text)]
    starts = [0]
    seen: set[str] = set()
    for (span, title), following in zip(titles, nexts, strict=True):
        another = bool(seen) and title not in seen and _headings(text, starts[-1], span.start)
        if another and _headings(text, span.end, following):
            starts.append(_with_header(text, span.start, marks))
            seen = set()
        seen.add(title)
    return tuple(
        source._replace(text=text[start:end], first_row=source.lines.row(start))
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    )


def _ends(text: str) -> Iterator[int]:
    for word in filter(partial(holds, text), _WORDS):
        for at in occurrences(text, word):
            if match := _ENDING.match(text, at + len(word)):
                yield match.end()


def _headings(text: str, start: int, end: int) -> bool:
    """Whether a piece of text has the headings that a report needs."""
    return len(list(islice(_HEADING.finditer(text, start, end), _LEAST))) == _LEAST


def _titles(text: str, ends: list[int], marks: Landmarks) -> Iterator[tuple[Span, str]]:
    """The titles that name a year and an organ: where each stands, and its folded words."""
    for end in ends:
        lines = tuple(islice(_lines_before(text, end), _LINES))[::-1]
        found = full_title(lines, marks)
        if found:
            words = fold("".join(line.text for line in found))
            yield Span(found[0].span.start, found[-1].span.end), words


def _lines_before(text: str, end: int) -> Iterator[Paragraph]:
    """The lines with words that end at or before an offset, the last first."""
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        line = text[start:end].strip(" \t\r\n\u3000|")
        if line:
            at = text.index(line, start)
            yield Paragraph(line, Span(at, at + len(line)))
        end = start


def _with_header(text: str, start: int, marks: Landmarks) -> int:
    """Where the metadata, the page's menu and the page's own title before a title begin.

    Page furniture above all of these ends the report before.
    """
    for line in _lines_before(text, text.rfind("\n", 0, start) + 1):
        if _heads_page(line.text, marks):
            start = line.span.start
        elif not is_furniture(line.text, marks):
            break
    return text.rfind("\n", 0, start) + 1


def _heads_page(line: str, marks: Landmarks) -> bool:
    if len(line) > _LONGEST or "。" in line:
        return False
    trail = _TRAIL.search(line) or key_at(line, 0, marks.keys)
    return bool(trail) or is_title(fold(line), marks)
