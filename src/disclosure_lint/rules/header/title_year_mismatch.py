"""标题的年份与统计期限或第一部分的年份不一致。 / The year of the title is not that of the report.

作用:标题、统计期限和第一部分说的应是同一年;标题年份与多数不符时,多半是标题忘了改。

依据:《中华人民共和国政府信息公开条例》第五十条,年度报告反映上一年度情况。

示例:

```report bad
云溪镇人民政府⟦2023⟧年政府信息公开工作年度报告
本报告统计期限为2022年1月1日至12月31日。
一、总体情况
本镇按照条例开展工作。
```

```report bad
临川市水务局⟦2021⟧年政府信息公开工作年度报告
一、总体情况
2022年,我局主动公开信息30条。2022年未收到申请。
```

```report good
临川市水务局2023年政府信息公开工作年度报告
本报告按照国办公开办函〔2021〕30号编制,统计期限自2023年1月1日起至2023年12月31日止。
一、总体情况
根据条例(2019年修订)和“十四五”(2021—2025年)规划,公布《2022年工作要点》和《2022年决算》。2022年结转申请1件。
2023年公开信息30条。
```

```report good
临川市水务局2023年政府信息公开工作年度报告
一、总体情况
不予公开20件,占8.05%,比2022年(7.92%)高0.13个百分点;予以公开30件,较2022年多2件,与2022年基本持平。
落实2022年考核反馈意见,公开2022年度决算。2022年建成的公开专区继续开放。2024年我局将加强培训,2024年计划公开40条。
```

```report good
临川市水务局2023年政府信息公开工作年度报告
本报告统计期限为2022年1月1日至12月31日。
一、总体情况
2023年,我局主动公开信息30条。2023年未收到申请。
```

```report good
一、总体情况
2022年,我局主动公开信息30条。统计期限为2022年1月1日至12月31日。
```

改法:核对报告年度,把标题(或统计期限)改成同一年。

例外:文号〔2021〕、法规修订年份、规划期间、书名号里的年份不算;只有统计期限与全文不符时由 `wrong-period` 报告;标题与统计期限一致而正文残留上年文字的由 `stale-year` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.years import (
    first_section_year,
    period_is_wrong,
    period_year,
    title_year,
)


@rule(Report, Severity.ERROR, needs="title")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the title's year when the period, or else the first section, names another."""
    title = title_year(report)
    if title is None:
        return
    period = period_year(report)
    if period:
        if period.year != title.year and not period_is_wrong(report):
            yield finding(
                title.span,
                f"标题年份({title.year})与统计期限年份({period.year})不一致,请核对后改成同一年。",
                f"The title says {title.year}, the statistic period {period.year}.",
                related=(Related(period.span, Message("统计期限", "statistic period")),),
            )
        return
    other = first_section_year(report)
    if other:
        year, times = other
        yield finding(
            title.span,
            f"标题年份({title.year})与第一部分的年份({year},出现{times}次)不一致,请核对后改成同一年。",
            f"The title says {title.year}, the first section {year} ({times} times).",
        )
