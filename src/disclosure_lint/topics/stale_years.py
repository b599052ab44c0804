"""Sentences on the report's own work that name last year, or the next: text left over from another report."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from disclosure_lint.dates import find_date
from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Prose, Report
from disclosure_lint.topics.sentences import RunningText
from disclosure_lint.words import words

_STARTS = frozenset("。；;：:！!\n）)")
_DAY_OF_YEAR_END = compiled(r"年(?:12月(?:31日?|底)?|年?底|末)")
_COUNT = compiled(r"[0-9]+[\u4e00-\u9fff]")
_BLANKS = " \u3000"
_REACH = 300  # characters of a sentence that are looked at
_NAME = 3  # characters at the end of the organ's name that tell it
_SIGNATURE = 40  # characters of a line with organ and date, at most
_HALF_YEAR = 6


class StaleYear(NamedTuple):
    """A year that should be the report's: where its digits begin in the running text."""

    start: int
    year: int


def _data() -> dict[str, Any]:
    return words("stale_year")


def stale_years(running: RunningText, year: int, organ: str) -> Iterator[StaleYear]:
    """Yield the years left over from another report; `organ` is the report's, or empty."""
    text = running.text
    for other in (year - 1, year + 1):
        # Where the words never name the report's own year, it is the title that may be wrong.
        for at in occurrences(text, f"{other}年") if f"{year}年" in text else ():
            if _is_stale(running, at, year, other, organ):
                yield StaleYear(at, other)


def _is_stale(running: RunningText, at: int, year: int, other: int, organ: str) -> bool:
    text = running.text
    start, end = running.sentence(at)
    start, end = max(start, at - _REACH), min(end, at + _REACH)
    sentence, ahead = text[start:end], text[start:at].rstrip(_BLANKS)
    behind = text[at + 5 : end].removeprefix("度").lstrip(_BLANKS)
    if f"{year}年" in sentence or f"{year}年" in text[end : _paragraph_end(text, at)]:
        return False
    if behind.startswith(_behind()) or any(word in sentence for word in _data()["exempt"]["words"]):
        return False
    if other > year and any(word in sentence for word in _data()["exempt"]["plans"]):
        return False
    if ahead.endswith(tuple(_data()["own"]["until"])):
        return bool(_DAY_OF_YEAR_END.match(text, at + 4)) and bool(_COUNT.search(behind))
    stem = organ.removesuffix("人民政府").removesuffix("办事处")  # 槐荫街道 speaks for its office
    name = stem[-_NAME:] if len(stem) >= _NAME else ""
    if ahead and ahead[-1] not in _STARTS and not _names_speaker(ahead[-8:], name):
        return False
    return _tells_of_work(behind.lstrip("，,"), name, later=other > year)


def _tells_of_work(words_behind: str, name: str, *, later: bool) -> bool:
    """Whether what follows the year reports work done by the organ itself."""
    data = _data()
    told = _COUNT.search(words_behind) or any(it in words_behind for it in data["work"]["denied"])
    if words_behind[:1].isdigit() or (later and not told):
        return False
    if words_behind.startswith(tuple(data["work"]["bare"])):
        return True
    spoken = _names_speaker(words_behind[:24], name) or any(
        it in words_behind for it in data["own"]["totals"]
    )
    return spoken and any(verb in words_behind for verb in data["work"]["verbs"])


def early_signatures(report: Report) -> Iterator[tuple[Prose, int]]:
    """Yield a signature dated at the beginning of the report's year, not after its end, and its date's offset."""
    for prose in report.prose[-2:]:
        found = find_date(prose.text) if len(prose.text) <= _SIGNATURE else None
        if not found or not found.day or found.end != len(prose.text) or "。" in prose.text:
            continue
        if found.year == report.year and found.day.month <= _HALF_YEAR:
            yield prose, found.start


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n", at, at + 2 * _REACH)
    return end if end >= 0 else at + 2 * _REACH


@cache
def _behind() -> tuple[str, ...]:
    """What may not follow the year: the other end of a span, or the title of a document."""
    return (*_data()["exempt"]["behind"], *_data()["exempt"]["documents"])


def _names_speaker(piece: str, name: str) -> bool:
    """Whether words say who did what the sentence tells: 我局, 全镇, the end of the organ's name."""
    return (bool(name) and name in piece) or bool(_speaker().search(piece))


@cache
def _speaker() -> re.Pattern[str]:
    own = _data()["own"]
    bodies, whole = "|".join(own["bodies"]), "|".join(own["whole"])
    return compiled(rf"[{''.join(own['pronouns'])}](?:{bodies})|{whole}")
