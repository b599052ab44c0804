"""How much a report says it published through each of its channels: `通过审计信息栏目公开信息20条`."""

import re
from functools import cache

from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.topics.sentences import RunningText, running_text
from disclosure_lint.words import words

_VERBS = ("通过", "依托")


class Told(NamedTuple):
    """A figure as printed, its place, the word that counts it, and the words that tell what it is of."""

    figure: str
    span: Span
    unit: str
    what: str


def published(report: Report) -> dict[str, list[Told]]:
    """Return how many items were published through each channel that is told of more than once.

    Channels go by their names without their tails.
    """
    text = running_text(report)
    if sum(map(text.text.count, _VERBS)) < 2:
        return {}
    by_channel: dict[str, list[re.Match[str]]] = {}
    for match in _channel().finditer(text.text):
        by_channel.setdefault(_tail().sub("", match["where"]), []).append(match)
    found: dict[str, list[Told]] = {}
    for channel, matches in by_channel.items():
        if len(matches) > 1:
            found[channel] = [
                _told(it, text) for it in matches if _tells_all(it, text, report.year)
            ]
    return found


def _tells_all(match: re.Match[str], text: RunningText, year: int | None) -> bool:
    """Whether a sentence tells of the whole year, and of nothing else."""
    start = text.sentence(match.start())[0]
    lead = _lead().search(text.text[start : match.start()])
    sentence = text.text[start : match.end()]
    if not lead or any(part in sentence for part in words("claims")["channels"]["parts"]):
        return False
    return lead["year"] is None or int(lead["year"]) == year


def _told(match: re.Match[str], text: RunningText) -> Told:
    what = f"{match['where']}公开信息"
    return Told(match["figure"], text.span(*match.span("count")), match["unit"], what)


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
        rf"(?:{'|'.join(_VERBS)})(?P<where>[\u4e00-\u9fff]{{2,16}}?)(?:共|共计)?(?:主动)?(?:公开|发布)"
        r"(?:各类|政府|政务){0,2}信息(?:共|共计)?(?P<count>(?P<figure>\d+)\s*(?P<unit>条|篇|件))"
    )
