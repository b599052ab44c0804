"""公布日期早于报告年度结束,或晚于法定期限。 / Published before the year ended, or too late.

作用:年度报告在次年公布:政府部门1月31日前,县级以上地方人民政府3月31日前(2018年及以前的报告一律3月31日前)。

依据:《中华人民共和国政府信息公开条例》第四十九条;2007年条例第三十一条。

示例:

```report bad
临川市水务局2023年政府信息公开工作年度报告
生成日期 | ⟦2024-02-19⟧ |
一、总体情况
```

```report bad
临川市林业局2009年政府信息公开年度报告
生成日期:⟦2009-12-28⟧
发布时间:2009-12-28 09:41
一、概述
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
发布日期 | ⟦2024-02-19 10:00⟧ |
一、总体情况
```

```report good
甘泉区人民政府西街街道办事处2023年政府信息公开工作年度报告
生成日期 | 2024-01-11 09:51:00 |
一、总体情况
```

```report good
青岩县人民政府2023年政府信息公开工作年度报告
生成日期 | 2024-03-29 |
一、总体情况
```

```report good
临川市水务局2018年政府信息公开工作年度报告
生成日期 | 2019-03-20 |
一、概述
```

```report good
临川市水务局2023年政府信息公开工作年度报告
生成日期 | 2024-06-11 | 发布日期 | 2024-01-20 |
一、总体情况
```

```report good
生成日期 | 2024-06-11 |
一、总体情况
```

改法:核对公布日期;确属逾期的,按实际情况说明。

例外:有几个日期时,有一个在期限内就不报告;乡镇、街道条例没有点名,只作提示;隔年以后的日期多半是网站迁移日期,只作提示;机关层级看不出来的按3月31日算;标题和统计期限都没有年份的不报告。
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.organ import organ_of
from disclosure_lint.topics.organ_name import Kind, Level, Organ
from disclosure_lint.topics.publication import Published, published
from disclosure_lint.topics.years import known_year, title_year
from disclosure_lint.words import words

_NOT_NAMED = {Level.TOWNSHIP, Level.STREET}


@rule(Report, Severity.WARNING, needs="metadata")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding when every date of publication is too early, or every one is too late."""
    dates = published(report)
    title = title_year(report) if dates else None
    if title and _is_in_time(dates, title.year):  # if another year is the report's, none is known
        return
    year = known_year(report) if dates else None
    if year is None:
        return
    if max(dates).day.year <= year:
        day, span, label = dates[0]
        yield finding(
            span,
            f"{label}{day}早于报告年度结束({year}年12月31日),统计期限尚未届满,请核对日期。",
            f"Dated {day}, before the year of the report ended ({year}-12-31).",
        )
        return
    first = min(dates).day
    if _is_in_time(dates, year):
        return
    term, grade = _term(organ_of(report), year)
    limit = date(year + 1, term["month"], term["day"])
    if first <= limit:
        return
    day, span, label = next(it for it in dates if it.day == first)
    moved = first.year > year + 1
    yield finding(
        span,
        f"{label}{day}晚于{limit.month}月{limit.day}日({term['law']}),"
        + ("若为网站迁移日期可不改,请核实。" if moved else "请核实。"),
        f"Dated {day}, later than {limit} (the regulation's deadline); please check.",
        severity=Severity.INFO if moved else grade,
    )


def _is_in_time(dates: Sequence[Published], year: int) -> bool:
    """Whether the year was over at the last date, and the first is before all deadlines."""
    first, last = min(dates).day, max(dates).day
    return last.year > year and first <= date(year + 1, *_earliest())


@cache
def _earliest() -> tuple[int, int]:
    return min((it["month"], it["day"]) for it in words("deadlines").values())


def _term(organ: Organ | None, year: int) -> tuple[dict[str, Any], Severity | None]:
    """The deadline, and a milder severity where the law does not name the organ."""
    terms = words("deadlines")
    if year <= terms["old"]["until"]:
        return terms["old"], None
    if organ and organ.level in _NOT_NAMED:
        return terms["department"], Severity.INFO
    if organ and organ.kind in {Kind.DEPARTMENT, Kind.OFFICE}:
        return terms["department"], None
    if organ and organ.kind is Kind.VERTICAL:
        return terms["department"], Severity.INFO
    return terms["government"], None
