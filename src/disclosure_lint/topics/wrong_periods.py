"""The periods of the report that are not its year, and in what."""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Message
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.topics.extraction import lost_digits
from disclosure_lint.topics.periods import Period, is_meant, printed_periods
from disclosure_lint.topics.years import period_is_wrong

_FIRST, _LAST = (1, 1), (12, 31)
# The regulations came into force in the middle of this year.
_SHORT_YEAR = 2008


class WrongPeriod(NamedTuple):
    """A stated period and what is wrong with it."""

    period: Period
    fault: Message


@once
def wrong_periods(report: Report) -> tuple[WrongPeriod, ...]:
    """Return the stated periods that are not the report's year; what lost digits made is none."""
    return tuple(_wrong(report))


def _wrong(report: Report) -> Iterator[WrongPeriod]:
    for period in printed_periods(report):
        fault = _fault(period, report)
        if fault and is_meant(period) and not _is_lost(period.span, report):
            yield WrongPeriod(period, fault)


def _is_lost(span: Span, report: Report) -> bool:
    return any(map(span.overlaps, lost_digits(report.source.text)))


def _fault(period: Period, report: Report) -> Message | None:
    year = report.year
    if period.first > period.last:
        return Message("起止颠倒", "ends before it begins")
    if year is not None and year <= _SHORT_YEAR:
        return None
    if (period.first[1:], period.last[1:]) != (_FIRST, _LAST):
        return Message("不是全年", "is not a whole year")
    if period.first[0] != period.last[0]:
        return Message("跨了年度", "covers more than a year")
    if period.first[0] != year and period_is_wrong(report):
        return Message("与报告年度不符", "is of another year")
    return None
