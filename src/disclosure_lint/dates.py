"""Dates as they stand in metadata, signatures and prose, and whether the calendar has them."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple

# Every mark that parts year, month, day or the time of day, and the one that the patterns know.
_MARKS = str.maketrans("‐–—－／．：\u3000", "-----.: ")
_TIME = r"(?:[ T]{0,3}(?P<h>\d{1,2})[:时](?P<n>\d{1,2})(?:[:分](?P<s>\d{1,2})秒?|分)?(?!\d))?"
_PLAIN = (
    r"(?<!\d)(?P<y>\d{4}) *[-/.年] *(?P<m>\d{1,2}) *[-/.月] *(?P<d>\d{1,2})(?!\d)(?: *日)?" + _TIME
)
_COMPACT = r"(?<![\dA-Za-z])(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?![\dA-Za-z])" + _TIME
_NUMERALS = "〇零O○一二三四五六七八九十"
_CHINESE = (
    r"(?P<y>[0二一][〇零O○0一二三四五六七八九]{3}) *年 *"
    rf"(?P<m>[{_NUMERALS}]{{1,2}}) *月 *(?P<d>[{_NUMERALS}]{{1,3}}) *日"
)
_BEFORE_MONTH = frozenset(_NUMERALS + " ")
_DIGIT = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")}
_DIGIT |= dict.fromkeys("零O○0", "0")
_END_OF_DAY = 24
_DECEMBER = 12
# `二〇二四年十二月三十一日` with blanks, or a date with its time of day.
_LONGEST = 30


class DateText(NamedTuple):
    """A date in a text: its offsets, its year as written, and the day, None where there is no such one."""

    start: int
    end: int
    year: int
    day: date | None


def find_date(text: str) -> DateText | None:
    """Return the first date of `text`, or None."""
    return next(iter(find_dates(text)), None)


@lru_cache(maxsize=64)
def find_dates(text: str) -> tuple[DateText, ...]:
    """Return the dates of `text` in order: `2024-1-5 8:56`, `2024年01月05日`, `20240105`, `二〇二四年一月五日`."""
    text = text.translate(_MARKS)
    found = [_date(match, int) for match in compiled(_PLAIN).finditer(text)]
    if compiled(r"\d{8}").search(text):
        found += [_date(match, int) for match in compiled(_COMPACT).finditer(text)]
    if any(text[at - 1 : at] in _BEFORE_MONTH for at in occurrences(text, "月")):
        found += [_date(match, chinese_number) for match in compiled(_CHINESE).finditer(text)]
    return tuple(sorted(found))


def is_date(text: str) -> bool:
    """Whether `text` is a date and nothing else; brackets around it do not count."""
    body = text.strip(" \u3000()（）[]【】")
    if len(body) > _LONGEST or not body[:1].isnumeric():
        return False
    found = find_date(body)
    return found is not None and found.start == 0 and found.end == len(body)


def chinese_number(text: str) -> int:
    """Return the value of a Chinese number below 100 (`二十三`), or of numerals in a row (`二〇二四`)."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(_DIGIT[char] for char in text))
    return 10 * (int(_DIGIT.get(tens, "1"))) + int(_DIGIT.get(ones, "0"))


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month."""
    december = month == _DECEMBER
    return 31 if december else (date(year, month + 1, 1) - date(year, month, 1)).days


def _date(match: re.Match[str], number: Callable[[str], int]) -> DateText:
    year, month, day = (number(match[name]) for name in "ymd")
    return DateText(
        match.start(), match.end(), year, _day(year, month, day) if _time(match) else None
    )


def _time(match: re.Match[str]) -> bool:
    """Whether the time of day, if there is one, exists; 24:00 is the end of the day."""
    parts = match.groupdict()
    hour, minute, second = (int(parts.get(name) or 0) for name in "hns")
    if hour == _END_OF_DAY:
        return minute == second == 0
    return hour < _END_OF_DAY and minute < 60 and second < 60


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
