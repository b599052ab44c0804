"""What is wrong with a date in the words of a report."""

import re
from collections.abc import Iterator
from functools import lru_cache

from disclosure_lint.dates import last_day
from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple

_DATE = compiled(r"(?:([0-9]{1,5})([年./-]))?([0-9]{1,2})月(?:([0-9]{1,2})([日号]?))?")
_BEFORE = compiled(r"(?:[0-9]{1,5}[年./-])?[0-9]{1,2}$")
_REACH = 8  # characters of a date before its 月
_DIGITS = frozenset("0123456789")
_NO_MONTH = compiled(r"年[0-9]{1,2}日(?!内)")
# After a day without 日: it is the first of several days, or the day lacks its word.
_RANGE = compiled(r"[-—–~～至到、和及或][0-9]{1,2}[日号]")
_DAY_ENDS = compiled(r"[止起前，,。；;）)]|[至到][0-9]{1,4}[年月]")
_AHEAD = 6
_BEHIND = len("月31日") + _AHEAD
_LEAP_YEAR = 2024
_MONTHS = 12
_WHOLE_YEAR = 4
# Two digits are a year only near the report's; else they count years (15年3月).
_NEAR = 2


class DateFault(NamedTuple):
    """Where a faulty date stands, what is wrong in both languages, and how to write it if that is sure."""

    start: int
    end: int
    zh: str
    en: str
    right: str = ""


def date_faults(text: str, year: int | None) -> Iterator[DateFault]:
    """Yield the faulty dates of `text`; `year` is the report's. Damage by lost digits is not told apart."""
    for at in occurrences(text, "月"):
        if text[at - 1 : at] in _DIGITS:
            base = max(0, at - _REACH - 1)
            fault = _fault(text[base:at], text[at : at + _BEHIND], year)
            if fault:
                yield fault._replace(start=base + fault.start, end=base + fault.end)
    for match in _NO_MONTH.finditer(text):
        start = max(0, match.start() - _WHOLE_YEAR)
        if text[start : match.start()].isdigit() and not text[max(0, start - 1) : start].isdigit():
            yield DateFault(start, match.end(), "缺少月份", "the month is missing")


@lru_cache(maxsize=1024)
def _fault(ahead: str, behind: str, year: int | None) -> DateFault | None:
    """What is wrong with the date around 月: the same few dates stand in every report of a year."""
    text = ahead + behind
    before = _BEFORE.search(ahead, max(0, len(ahead) - _REACH))
    match = _DATE.match(text, before.start()) if before else None
    if not match or text[max(0, match.start() - 1) : match.start()].isdigit():
        return None
    rest = text[match.end() : match.end() + _AHEAD]
    fault = _year_fault(match, year) or _day_fault(match, rest)
    return DateFault(*match.span(), *fault) if fault else None


def _year_fault(match: re.Match[str], year: int | None) -> tuple[str, ...] | None:
    printed, separator = match[1], match[2]
    if not printed:
        return None
    if len(printed) == _WHOLE_YEAR and separator != "年":
        right = match[0].replace(separator, "年", 1)
        return "混用了两种写法", "two styles are mixed", right
    if len(printed) == _WHOLE_YEAR - 1 and separator == "年" and printed.startswith(("19", "20")):
        return "年份少一位数字", "the year lacks a digit"
    if (
        len(printed) == 2
        and separator == "年"
        and year
        and abs(2000 + int(printed) - year) <= _NEAR
    ):
        return "年份应写四位数字", "write the year with four digits", f"20{match[0]}"
    return None


def _day_fault(match: re.Match[str], rest: str) -> tuple[str, ...] | None:
    """What is wrong with month and day; `rest` is what follows them."""
    printed, _, month, day, unit = match.groups()
    if printed and len(printed) != _WHOLE_YEAR:
        return None
    if not 1 <= int(month) <= _MONTHS:
        return f"没有{month}月", f"there is no month {month}"
    known = int(printed) if printed and int(printed) else _LEAP_YEAR
    last = last_day(known, int(month))
    if day and unit and not 1 <= int(day) <= last:
        return f"这一天不存在,{int(month)}月只有{last}天", f"the month has {last} days"
    if day and not unit and _DAY_ENDS.match(rest) and not _RANGE.match(rest):
        return "缺“日”字", "日 is missing after the day", match[0] + "日"
    return None
