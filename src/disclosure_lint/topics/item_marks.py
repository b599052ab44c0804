"""The marks between the items of a series: 一是……;二是……。三是……。"""

from collections.abc import Iterator

from disclosure_lint.literals import occurrences
from disclosure_lint.report import BoundSection
from disclosure_lint.topics.sentences import RunningText

NUMERALS = "一二三四五六七八九"
# The marks that part items, by what they are in full width.
SEPARATORS = {"；": "；", ";": "；", "。": "。"}
BLANKS = " \u3000\n"
_STARTS = frozenset("。；;，,：:、！!？?）)”\n")
# So many blanks and line breaks may stand between a mark and the next item.
MOST_BLANKS = 4


class _Series:
    """A series being read: where it stands, its last number, its marks."""

    def __init__(self, section: BoundSection | None) -> None:
        self.section = section
        self.last = 1
        self.marks: list[int] = []


def item_marks(running: RunningText) -> Iterator[list[int]]:
    """Yield for each series the offsets of the separators before its second and further items.

    A series may stand inside an item of another one; that goes on where the inner one has ended.
    """
    every: list[_Series] = []
    open_series: list[_Series] = []
    for at, value, mark in _items(running.text):
        section = running.paragraph(at).section
        if value == 1:
            every.append(_Series(section))
            open_series.append(every[-1])
            continue
        while open_series and not _goes_on(open_series[-1], value, section):
            open_series.pop()
        if open_series:
            open_series[-1].last = value
            if mark is not None:
                open_series[-1].marks.append(mark)
    for series in every:
        yield series.marks


def _goes_on(series: _Series, value: int, section: BoundSection | None) -> bool:
    return series.last == value - 1 and series.section is section


def _items(text: str) -> Iterator[tuple[int, int, int | None]]:
    """Yield the offset and number of each 一是 at the start of a clause, and of the separator before it."""
    for found in occurrences(text, "是"):
        at = found - 1
        value = NUMERALS.find(text[at]) + 1 if at >= 0 else 0
        if not value:
            continue
        start = max(0, at - MOST_BLANKS)
        before = text[start:at].rstrip(BLANKS)
        if not before or before[-1] in _STARTS:
            mark = start + len(before) - 1
            yield at, value, mark if before[-1:] in SEPARATORS else None
