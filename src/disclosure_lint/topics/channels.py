"""How much a report says it published through each of its channels: `通过审计信息栏目公开信息20条`."""

import re
from functools import cache
from typing import NamedTuple

from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


class Told(NamedTuple):
    """A figure as printed, its place, the word that counts it, and the words that tell what it is of."""

    figure: str
    span: Span
    unit: str
    what: str


def published(report: Report) -> dict[str, list[Told]]:
    """Return how many items were published through each channel, by its name without its tail."""
    text = running_text(report)
    found: dict[str, list[Told]] = {}
    for match in _channel().finditer(text.text):
        start = text.sentence(match.start())[0]
        lead = _lead().search(text.text[start : match.start()])
        sentence = text.text[start : match.end()]
        if not lead or any(part in sentence for part in words("claims")["channels"]["parts"]):
            continue
        if lead["year"] is None or int(lead["year"]) == report.year:
            place = text.span(*match.span("count"))
            told = Told(match["figure"], place, match["unit"], f"{match['where']}公开信息")
            found.setdefault(_tail().sub("", match["where"]), []).append(told)
    return found


@cache
def _tail() -> re.Pattern[str]:
    return compiled(f"(?:{any_of(words('claims')['channels']['tails'])})$")


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before the channel: nothing but the year and who reports."""
    leads = any_of(words("claims")["channels"]["leads"])
    return compiled(rf"(?:^|[,，])\s*(?:(?P<year>20\d\d)年度?[,，]?)?(?:(?:{leads})[,，]?)*$")


@cache
def _channel() -> re.Pattern[str]:
    return compiled(
        r"(?:通过|依托)(?P<where>[\u4e00-\u9fff]{2,16}?)(?:共|共计)?(?:主动)?(?:公开|发布)"
        r"(?:各类|政府|政务){0,2}信息(?:共|共计)?(?P<count>(?P<figure>\d+)\s*(?P<unit>条|篇|件))"
    )
