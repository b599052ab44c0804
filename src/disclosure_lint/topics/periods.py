"""The period that a report says its figures cover, and where it speaks of itself."""

from collections.abc import Iterator
from re import Match
from typing import NamedTuple

from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.text import fold
from disclosure_lint.topics.passages import any_of, opens, says
from disclosure_lint.topics.sentences import RunningText, running_text

Date = tuple[int, int, int]

_RANGE = (
    r"([12][09]\d\d)[^\S\n]*年[^\S\n]*(\d{1,2})[^\S\n]*月[^\S\n]*(\d{1,2})[^\S\n]*日?[^\S\n]*[起始]?[^\S\n]*[,，]?[^\S\n]*(?:[至到]|[-—–－~～―]+)[^\S\n]*"
    r"(?:((?:19|20)\d\d)[^\S\n]*年[^\S\n]*)?(\d{1,2})[^\S\n]*月[^\S\n]*(\d{1,2})[^\S\n]*日?"
)
_STATED = r"1月1日|12月31日?|1月?(?:[-—–~至到]+)12月|12[./-]31|十二月|期限|时限"
# How far before and after two dates the words stand that say what they are.
_BEFORE, _AFTER = 16, 12


class Period(NamedTuple):
    """Two dates as printed; `first` and `last` are year, month, day and need not be real dates.

    A year that is not printed with the second date is that of the first.
    """

    span: Span
    text: str
    first: Date
    last: Date


def stated_periods(report: Report) -> Iterator[Period]:
    """Yield the periods that the front and the overview state for the figures of the report."""
    words = running_text(report)
    for match in compiled(_RANGE).finditer(words.text):
        year, *rest = (int(group) for group in match.group(1, 2, 3, 5, 6))
        period = Period(
            words.span(*match.span()),
            match[0],
            (year, rest[0], rest[1]),
            (int(match[4] or year), rest[2], rest[3]),
        )
        if opens(words.paragraph(match.start())) and _is_meant(match, period, words):
            yield period


def names_period(report: Report) -> bool:
    """Whether anything in the front or the overview looks like the period of the report."""
    paragraphs = running_text(report).paragraphs
    return any(compiled(_STATED).search(fold(it.text)) for it in paragraphs if opens(it))


def describes_itself(report: Report) -> Span | None:
    """Return the place where the front says how the report was made, or None."""
    words = running_text(report)
    for match in any_of("periods", "made").finditer(words.text):
        in_front = words.paragraph(match.start()).section is None
        if in_front and says(words.around(match.start()), "periods", "report"):
            return words.span(*match.span())
    return None


def _is_meant(match: Match[str], period: Period, words: RunningText) -> bool:
    """Whether two dates are the period of the report, and not of some work done in it."""
    before = fold(words.text[max(0, match.start() - _BEFORE) : match.start()])
    after = fold(words.text[match.end() : match.end() + _AFTER])
    if says(before + "\n" + after, "periods", "other"):
        return False
    in_front = words.paragraph(match.start()).section is None
    of_report = says(words.around(match.start()), "periods", "report")
    if (of_report or in_front) and says(before, "periods", "period"):
        return True
    return of_report and (period.first[1:] == (1, 1) or period.last[1:] == (12, 31))
