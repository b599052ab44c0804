"""The numbers that paragraphs and clauses begin with, and where their order breaks.

Numbers come in styles: `一、` `(一)` `1.` `(1)` at the beginning of a paragraph, `一是` inside one.
Every style is counted by itself, for writers nest them as they like; a style further out begins the
inner ones anew.
"""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from disclosure_lint.literals import occurrences
from disclosure_lint.outline import NUMERALS, numeral
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Prose, Report
from disclosure_lint.source import Span

_OPENING = (
    rf"(?:([{NUMERALS}]{{1,3}})[、.．](?!\d)|[(（]([{NUMERALS}]{{1,3}})[)）]|(\d{{1,2}})[.．、](?!\d)"
    r"|[(（](\d{1,2})[)）])"
)
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


class Ordinal(NamedTuple):
    """A number as printed; `paragraph` is the offset where its paragraph begins."""

    style: Style
    value: int
    text: str
    span: Span
    paragraph: int


class Break(NamedTuple):
    """A number out of order, the one before it in its style, and what had been due.

    `mixed` names a number of another style that stands in for the one that was due.
    """

    ordinal: Ordinal
    before: Ordinal
    due: int
    mixed: Ordinal | None = None


class _Count:
    """How far a style has counted; `outer` are the series that one nested inside them interrupted."""

    def __init__(self, last: Ordinal) -> None:
        self.last = last
        self.outer: list[Ordinal] = []


def chinese(value: int) -> str:
    """Return a number from 1 to 99 in characters."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return head + (NUMERALS[ones - 1] if ones else "")


def ordinals(paragraphs: Iterable[Prose], *, openings: bool = True) -> Iterator[Ordinal]:
    """Yield the numbers of paragraphs in order of place; without `openings` only the series in them."""
    for paragraph in paragraphs:
        at = paragraph.span.start
        text = paragraph.text
        opening = compiled(_OPENING).match(text) if openings and text[:1] in _OPENS else None
        if opening and opening.lastindex:
            style = Style(opening.lastindex - 1)
            digits = opening[opening.lastindex]
            value = int(digits) if digits.isdigit() else numeral(digits)
            yield Ordinal(style, value, opening[0], Span(at, at + opening.end()), at)
        for end in occurrences(text, "是"):
            start = end
            while end - start < _SERIES and text[start - 1 : start] in _NUMERALS:
                start -= 1
            inside = start > 0 and text[start - 1] not in _MARKS
            begins = text[start:end] == "一" and text[start - 1] not in _JOINED
            if start == end or (inside and not begins):
                continue
            span = Span(at + start, at + end + 1)
            yield Ordinal(Style.SERIES, numeral(text[start:end]), text[start : end + 1], span, at)


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
    before = count.last
    count.last = ordinal
    if ordinal.value == before.value + 1:
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


@lru_cache(maxsize=4)
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
        tuple(ordinals(paragraphs, openings=part not in tabled))
        for part, paragraphs in parts.items()
    )


@lru_cache(maxsize=32)
def breaks(found: tuple[Ordinal, ...]) -> tuple[Break, ...]:
    """Return the numbers that neither continue their series nor begin one nor go back to an outer one.

    A series that begins late is let pass: its beginning may stand where numbers are not seen.
    """
    return tuple(_breaks(found))


def headings(report: Report) -> tuple[Ordinal, ...]:
    """Return the Chinese numbers of the first-level headings."""
    found = []
    for bound in report.sections:
        value = numeral(bound.section.number)
        if value:
            start = report.source.text.find(bound.section.number, bound.section.heading.start)
            span = Span(start, start + len(bound.section.number))
            found.append(Ordinal(Style.HEADING, value, Style.HEADING.write(value), span, start))
    return tuple(found)
