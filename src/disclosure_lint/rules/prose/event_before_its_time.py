"""提到了报告年度之后才发生的事。 / An event is mentioned before it took place.

作用:2021年度的工作不可能贯彻2022年10月才召开的会议。多是套用了后来的文字,或者填错了年份。

依据:会议、学习教育的公开日期(`grammar/words/events.toml`)。

示例:

```report bad
青岩县水务局2021年政府信息公开工作年度报告
发布日期:2022-01-12
一、总体情况
2021年,我局深入学习贯彻⟦党的二十大⟧精神和十九届六中全会精神。
```

报告公布时已经召开的,只作提示:

```report bad
青岩县水务局2024年政府信息公开工作年度报告
发布日期:2025-11-03
一、总体情况
2024年,我局以⟦二十届四中全会⟧精神为指导,主动公开信息126条。
```

展望、报告年度内的会议和不是会议的“二十大”不报告:

```report good
青岩县水务局2021年政府信息公开工作年度报告
一、总体情况
2021年,我局组织党史学习教育,贯彻党的十九大和十九届历次全会精神,位列前二十大企业名录,以优异成绩迎接党的二十大胜利召开。
```

改法:核对年份和所引会议,改为报告年度之内的内容。

例外:迎接、筹备会议的说法不报告;年份不明的报告不看。
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from disclosure_lint.dates import find_date
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words

_DECEMBER, _LAST_DAY = 12, 31
# Where the day of publication is not known, it was at the latest this day of the next year.
_USUAL = (3, 31)
_PUBLISHED = frozenset(["published", "created"])


class _Event(NamedTuple):
    name: str
    day: date


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for the first mention of each event after the report's year."""
    if report.year is None:
        return
    running = running_text(report)
    if not any(map(running.text.__contains__, words("events")["events"]["probes"])):
        return
    end = date(report.year, _DECEMBER, _LAST_DAY)
    known = _publication(report) or date(report.year + 1, *_USUAL)
    seen = set()
    for word, event in _events().items():
        if event.day <= end or event in seen:
            continue
        at = running.text.find(word)
        if at < 0 or any(it in running.around(at) for it in words("events")["events"]["ahead"]):
            continue
        seen.add(event)
        yield finding(
            running.span(at, at + len(word)),
            f"{report.year}年度报告中出现{event.day.year}年{event.day.month}月才有的“{event.name}”,请核对。",
            f"the report for {report.year} mentions an event of {event.day:%Y-%m}: {event.name}.",
            severity=Severity.INFO if known >= event.day else None,
        )


def _publication(report: Report) -> date | None:
    """The day the report was published, as its metadata say."""
    found = (find_date(it.value) for it in report.metadata if it.key in _PUBLISHED)
    return max((it.day for it in found if it and it.day), default=None)


@cache
def _events() -> Mapping[str, _Event]:
    """Every spelling of every event."""
    return {
        word: _Event(entry["name"], date.fromisoformat(entry["date"]))
        for entry in words("events")["events"]["event"]
        for word in entry["words"]
    }
