"""The numbers that paragraphs and clauses begin with, and where their order breaks.

Numbers come in styles: `一、` `(一)` `1.` `(1)` at the beginning of a paragraph, `一是` inside one.
Every style is counted by itself, for writers nest them as they like; a style further out begins the
inner ones anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from disclosure_lint.literals import occurrences
from disclosure_lint.opening import NUMERALS, numeral
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, made, once
from disclosure_lint.report import Prose, Report
from disclosure_lint.source import Span

_OPENING = (
    rf"(?:([{NUMERALS}]{{1,3}})[、.．](?!\d)|[(（]([{NUMERALS}]{{1,3}})[)）]|(\d{{1,2}})[.．、](?!\d)"
    r"|[(（](\d{1,2})[)）])"
)
# So many characters tell whether a paragraph begins with a number: `二十一、` and one more.
_LONGEST = 5
_OPENS = frozenset(NUMERALS + "(（0123456789０１２３４５６７８９")
# A series has no more than `十二是`.
_SERIES = 2
_NUMERALS = frozenset(NUMERALS)
# What stands before a series that begins inside a paragraph; the first item may follow words (`我局一是`),
# but `统一是` begins none.
_JOINED = frozenset("统唯之其第单任划归同合逐专惟不万进每某另哪这那首独")
_MARKS = frozenset("。；;，,：:、！!？?）)”… \t\u3000\u00a0")


class Style(IntEnum):
    """How a number is written, from the outermost style to the innermost."""

    HEADING = 0  # 一、
    CLAUSE = 1  # (一)
    ITEM = 2  # 1.
    SUBITEM = 3  # (1)
    SERIES = 4  # 一是

    def write(self, value: int) -> str:
        """Return a number in this style, as the form writes it."""
        spelt = chinese(value)
        return (f"{spelt}、", f"({spelt})", f"{value}.", f"({value})", f"{spelt}是")[self]


_STYLES = tuple(Style)
_INNERMOST = _STYLES[-1]


class Ordinal(NamedTuple):
    """A number as printed, its offsets, and the one where its paragraph begins."""

    style: Style
    value: int
    text: str
    start: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)


class Break(NamedTuple):
    """A number out of order, the one before it in its style, and what had been due.

    `mixed` names a number of another style that stands in for the one that was due.
    """

    ordinal: Ordinal
    before: Ordinal
    due: int
    mixed: Ordinal | None = None


class _Count:
    """How far a style has counted; `outer` are the series that one nested inside them interrupted.

    `meant` is what a number that stands twice may have been meant to be: 二、三、三、五.
    """

    def __init__(self, last: Ordinal) -> None:
        self.last = last
        self.outer: list[Ordinal] = []
        self.meant = 0


def chinese(value: int) -> str:
    """Return a number from 1 to 99 in characters."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return head + (NUMERALS[ones - 1] if ones else "")


def ordinals(paragraphs: Iterable[Prose], *, openings: bool = True) -> tuple[Ordinal, ...]:
    """Return the numbers of paragraphs in order of place; without `openings` only the series in them."""
    found: list[Ordinal] = []
    for paragraph in paragraphs:
        text, (at, _) = paragraph.text, paragraph.span
        if openings and text[:1] in _OPENS and (opening := _opening(text[:_LONGEST])):
            style, value, printed = opening
            found.append(made(Ordinal, (style, value, printed, at, at + len(printed), at)))
        if "是" in text:
            found += _series(text, at)
    return tuple(found)


@lru_cache(maxsize=1024)
def _opening(text: str) -> tuple[Style, int, str] | None:
    """The number that the beginning of a paragraph is: its style, its value, and as printed."""
    match = compiled(_OPENING).match(text)
    if match is None or match.lastindex is None:
        return None
    return _STYLES[match.lastindex - 1], _value(match[match.lastindex]), match[0]


def _series(text: str, at: int) -> list[Ordinal]:
    """The numbers before 是 in a paragraph that begins at an offset, by what stands before them."""
    found = []
    for end in occurrences(text, "是"):
        start = end
        while end - start < _SERIES and text[start - 1 : start] in _NUMERALS:
            start -= 1
        if start < end:
            number, before = text[start:end], text[start - 1 : start]
            if not before or before in _MARKS or (number == "一" and before not in _JOINED):
                fields = (_INNERMOST, _value(number), number + "是", at + start, at + end + 1, at)
                found.append(made(Ordinal, fields))
    return found


def _breaks(found: Iterable[Ordinal]) -> Iterator[Break]:
    counts: dict[Style, _Count] = {}
    seen: list[Ordinal] = []
    for ordinal in found:
        for style in [style for style in counts if style > ordinal.style]:
            del counts[style]
        count = counts.get(ordinal.style)
        if count is None:
            counts[ordinal.style] = _Count(ordinal)
        elif (broken := _step(count, ordinal)) is not None:
            yield broken._replace(mixed=_stand_in(broken, seen))
        seen.append(ordinal)


def _step(count: _Count, ordinal: Ordinal) -> Break | None:
    """Count on; return a break when the number is not the one that is due."""
    before, meant = count.last, count.meant
    count.last, count.meant = ordinal, 0
    if ordinal.value == before.value + 1 or (meant and ordinal.value == meant + 1):
        return None
    if ordinal.value == 1:
        if ordinal.paragraph == before.paragraph:
            count.outer.append(before)
        else:
            count.outer = [it for it in count.outer if it.paragraph == before.paragraph]
        return None
    for outer in reversed(count.outer):
        if ordinal.value == outer.value + 1:
            del count.outer[count.outer.index(outer) :]
            return None
    count.meant = before.value + 1 if ordinal.value == before.value else 0
    return Break(ordinal, before, before.value + 1)


def _stand_in(broken: Break, seen: list[Ordinal]) -> Ordinal | None:
    """`(一)… 2.… (三)`: the number of another style, between the two, that has the value due."""
    start = seen.index(broken.before)
    between = [it for it in seen[start + 1 :] if it.style is not broken.ordinal.style]
    for it in between:
        own = any(it.style is other.style and other.value == it.value - 1 for other in between)
        if it.value == broken.due and not own:
            return it
    return None


@once
def numbered_sections(report: Report) -> tuple[tuple[Ordinal, ...], ...]:
    """Return the numbers of each part of a report, the front first.

    Where the form puts tables only the series inside paragraphs count: labels of a table that was
    not read begin with numbers too.
    """
    parts: dict[int, list[Prose]] = {}
    tabled: set[int] = set()
    for prose in report.prose:
        bound = prose.section
        parts.setdefault(id(bound), []).append(prose)
        if bound and bound.form and bound.form.tables:
            tabled.add(id(bound))
    return tuple(
        ordinals(paragraphs, openings=part not in tabled) for part, paragraphs in parts.items()
    )


@lru_cache(maxsize=256)
def _value(number: str) -> int:
    return int(number) if number.isdigit() else numeral(number)


@once
def broken(report: Report) -> tuple[Break, ...]:
    """Return the breaks in the parts of a report, in order."""
    return tuple(it for part in numbered_sections(report) for it in breaks(part))


def breaks(found: Iterable[Ordinal]) -> tuple[Break, ...]:
    """Return the numbers that neither continue their series nor begin one nor go back to an outer one.

    A series that begins late is let pass: its beginning may stand where numbers are not seen.
    """
    found = tuple(found)
    return () if _goes_on(found) else tuple(_breaks(found))


def _goes_on(found: Sequence[Ordinal]) -> bool:
    """Whether each number is the next of its style, or the first: in nearly all reports."""
    last = [0] * len(_STYLES)
    for style, value, _, _, _, _ in found:
        if value != 1 and value != last[style] + 1 and (last[style] or not value):
            return False
        last[style] = value
        if style is not _INNERMOST:
            last[style + 1 :] = [0] * (_INNERMOST - style)
    return True


def headings(report: Report) -> tuple[Ordinal, ...]:
    """Return the Chinese numbers of the first-level headings."""
    found = []
    for bound in report.sections:
        value = numeral(bound.section.number)
        if value:
            start = report.source.text.find(bound.section.number, bound.section.heading.start)
            end = start + len(bound.section.number)
            text = Style.HEADING.write(value)
            found.append(Ordinal(Style.HEADING, value, text, start, end, start))
    return tuple(found)
