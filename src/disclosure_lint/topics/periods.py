"""The period that a report says its figures cover, and where it speaks of itself."""

from collections.abc import Iterator

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, once
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
# What stands between two dates, from the month of the first on: few texts have it anywhere else.
_JOINT = r"月[^\S\n]*\d{1,2}[^\S\n]*日?[^\S\n]*[起始]?[^\S\n]*[,，]?[^\S\n]*[至到\-—–－~～―]"
# A date is no longer than this, with all the blanks that a page may leave in it.
_DATE = 200
_STATED = r"1月1日|12月31日?|1月?(?:[-—–~至到]+)12月|12[./-]31|十二月|期限|时限"
# How far before and after two dates the words stand that say what they are.
_BEFORE, _AFTER = 16, 12


class Period(NamedTuple):
    """Two dates as printed; `first` and `last` are year, month, day and need not be real dates.

    A year that is not printed with the second date is that of the first. `start` is an offset in the
    running text `words`.
    """

    text: str
    first: Date
    last: Date
    start: int
    words: RunningText

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.words.span(self.start, self.start + len(self.text))


def stated_periods(report: Report) -> Iterator[Period]:
    """Yield the periods that the front and the overview state for the figures of the report."""
    return filter(is_meant, printed_periods(report))


@once
def printed_periods(report: Report) -> tuple[Period, ...]:
    """Return the periods printed in the front and in the overview, whatever they are of."""
    words, found, end = running_text(report), [], 0
    for joint in compiled(_JOINT).finditer(words.text):
        at, start = joint.start(), max(end, joint.start() - _DATE)
        match = compiled(_RANGE).search(words.text, start, joint.end() + _DATE)
        if match is None or match.start() > at:
            continue
        start, end = match.span()
        if opens(words.paragraph(start)):
            year, month, day, other, *last = match.groups()
            until = (int(other or year), int(last[0]), int(last[1]))
            since = (int(year), int(month), int(day))
            found.append(Period(match[0], since, until, start, words))
    return tuple(found)


def names_period(report: Report) -> bool:
    """Whether anything in the front or the overview looks like the period of the report."""
    stated = compiled(_STATED).search
    opening = (it.text for it in report.prose if opens(it))
    return any(stated(it) or stated(fold(it)) for it in opening)


def describes_itself(report: Report) -> Span | None:
    """Return the place where the front says how the report was made, or None."""
    words = running_text(report)
    for match in any_of("periods", "made").finditer(words.text):
        in_front = words.paragraph(match.start()).section is None
        if in_front and says(words.around(match.start()), "periods", "report"):
            return words.span(*match.span())
    return None


def is_meant(period: Period) -> bool:
    """Whether two dates are the period of the report, and not of some work done in it."""
    words, start, end = period.words, period.start, period.start + len(period.text)
    before = fold(words.text[max(0, start - _BEFORE) : start])
    after = fold(words.text[end : end + _AFTER])
    if says(before + "\n" + after, "periods", "other"):
        return False
    in_front = words.paragraph(start).section is None
    of_report = says(words.around(start), "periods", "report")
    if (of_report or in_front) and says(before, "periods", "period"):
        return True
    return of_report and (period.first[1:] == (1, 1) or period.last[1:] == (12, 31))
