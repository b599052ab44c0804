"""索引号的年份与生成日期不一致。 / The year in the index number is not that of the date.

作用:索引号的年份一般就是信息生成的年份;两者不同,可能录错一处。

依据:《政府信息公开目录系统实施指引(试行)》(国办秘函〔2009〕6号)核心元数据“索引号”。

示例:

```report bad
索引号 | 620702078/⟦2023⟧-00002 | 生成日期 | 2024-01-11 |
一、总体情况
```

没有日期的,与报告年度比较(如系统时钟出错填成1970年):

```report bad
临川市水务局2023年政府信息公开工作年度报告
索引号 | 620702078/⟦1970⟧-00002 |
一、总体情况
```

```report good
索引号 | 620702078/2024-00002 | 生成日期 | 2024-01-11 09:51:00 |
一、总体情况
```

```report good
索引号 | 11341702486344515H/202110-00013 | 发布日期 | 2021-10-08 15:47 |
一、总体情况
```

```report good year=report
临川市水务局2023年政府信息公开工作年度报告
索引号 | 620702078/2023-00002 | 生成日期 | 2024-01-11 |
一、总体情况
```

```report good
临川市水务局2023年政府信息公开工作年度报告
索引号 | 620702078/2024-00002 | 生成日期 | 2023-12-19 |
一、总体情况
```

```report good
临川市水务局2017年政府信息公开工作年度报告
索引号 | 014416330/2018-04736 | 生成日期 | 2023-05-06 |
一、概述
```

改法:核对索引号年份和生成日期。

例外:有一个日期与索引号同年就不报告;日期不在报告年度次年的(补录、提前公布)由 `publication-date-out-of-window` 报告;本站索引号按报告年度编号的,把选项 `year` 设为 `report`。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.text import fold, narrow
from disclosure_lint.topics.index_number import is_dummy, split_index
from disclosure_lint.topics.publication import published
from disclosure_lint.topics.years import known_year


class Options(NamedTuple):
    """`year`: what year the site puts into its index numbers, of `publication` or of the `report`."""

    year: str = "publication"


@rule(Report, Severity.INFO, options=Options, needs="metadata")
def check(report: Report, _: Report, options: Options) -> Iterator[Finding]:
    """Yield a finding at the year of an index number when no date of the page is of that year."""
    entry = report.field("index_number")
    parts = split_index(fold(entry.value)) if entry else None
    if entry is None or parts is None or is_dummy(fold(entry.value)):
        return
    dates = [it.day for it in published(report)]
    if parts.year in [day.year for day in dates]:
        return
    year = known_year(report)
    at = narrow(entry.value).find(str(parts.year), len(parts.code))
    place = Span(entry.span.start + at, entry.span.start + at + 4) if at >= 0 else entry.span
    if not dates:
        if year is not None and parts.year < year:
            yield finding(
                place,
                f"索引号年份{parts.year}早于报告年度{year},请核对。",
                f"The index number says {parts.year}, the report is for {year}.",
            )
        return
    if year is not None and min(dates).year != year + 1:  # the date is the doubtful one
        return
    if options.year == "report" and year == parts.year:
        return
    yield finding(
        place,
        f"索引号年份{parts.year}与生成(发布)日期{min(dates)}不一致,请核对。",
        f"The index number says {parts.year}, the date is {min(dates)}.",
    )
