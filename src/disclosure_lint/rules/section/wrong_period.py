"""数据统计期限不对。 / The period that the figures cover is wrong.

作用:数据统计期限应为报告年度的1月1日至12月31日;年份不对、起止颠倒、跨年、月日不对的,提示改正。
导语说明了报告怎样编制、却没有写统计期限的,降为提示。

依据:《中华人民共和国政府信息公开条例》第四十九条(上一年度);各地年度报告编制规范。

示例:

```report bad
云溪镇人民政府2009年政府信息公开工作年度报告
本报告数据统计期限自⟦2010年1月1日起至2009年12月31日⟧止。
一、概述
2009年公开信息61条。
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
本报告中所列数据的统计期限为⟦2022年1月1日至2023年12月31日⟧。
一、总体情况
2023年公开信息61条。
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
本报告统计期限自⟦2022年1月1日起至2022年12月31日⟧止。
一、总体情况
2023年公开信息61条。2023年收到申请2件。
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
本报告所列数据的期限自⟦2023年1月1日起,至11月30日⟧止。全年公开信息61条。
```

终止日期日历上没有的,也在这里一并指出:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
本报告数据统计期限为⟦2023年1月1日至2023年9月31日⟧。
一、总体情况
2023年公开信息61条。
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》,⟦编制⟧本报告。
一、总体情况
2023年公开信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
根据《条例》编制本报告。统计期限自2023年1月1日起,至12月31日止。
一、总体情况
2023年3月1日至5月31日开展专项行动,公开信息61条。
```

```report good
云溪镇人民政府2024年政府信息公开工作年度报告
根据《条例》编制本报告,数据期限为2024 年 1 月 1 日—12 月 31 日。
一、总体情况
2024年公开信息61条。
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
本报告统计期限自2022年1月1日起至2022年12月31日止。
一、总体情况
2022年公开信息61条。2022年收到申请2件。
```

```report good
云溪镇人民政府2024年政府信息公开工作年度报告
根据《条例》编制2024年1—12月本报告。
一、总体情况
本镇数据局2024年3月1日至12月31日(3月1日成立)公开信息61条。
```

```report good
云溪镇人民政府2017年政府信息公开工作年度报告
根据《条例》编制本报告,统计期限为201711日至20171231日。
一、概述
2017年公开信息61条。
```

改法:改为“自×年1月1日起至×年12月31日止”,×为报告年度。

例外:后一个日期可以省略年份;整年的期限与标题年份不同、正文也不支持标题年份的由 `title-year-mismatch` 报告;
转换中丢失数字的由 `lost-digits` 报告;2008年(条例自5月1日起施行)和年中成立的机关不查月日。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.extraction import lost_digits
from disclosure_lint.topics.periods import describes_itself, names_period, stated_periods
from disclosure_lint.topics.wrong_periods import wrong_periods

# Reports of the first years were not asked to say which time they cover.
_ASKED_SINCE = 2010


@rule(Report, Severity.ERROR)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at each stated period that is not the year; one info where none is stated."""
    year = report.year
    proper = f"{year}年1月1日至{year}年12月31日" if year else "报告年度的1月1日至12月31日"
    proper_en = f"1 January to 31 December {year or 'of the report year'}"
    for period, fault in wrong_periods(report):
        yield finding(
            period.span,
            f"统计期限{fault.zh}:“{period.text}”,应为{proper}。",
            f"the period “{period.text}” {fault.en}; it is {proper_en}",
        )
    if report.whole and not names_period(report) and not any(stated_periods(report)):
        yield from _absent(report)


def _absent(report: Report) -> Iterator[Finding]:
    """A report that says how it was made, and not which time it covers."""
    if report.year is not None and report.year < _ASKED_SINCE:
        return
    place = describes_itself(report)
    if place and not lost_digits(report.source.text):
        year = report.year
        wanted = f"“自{year}年1月1日起至{year}年12月31日止”" if year else "起止日期"
        yield finding(
            place,
            f"未写明数据统计期限,建议在导语中写明{wanted}。",
            "the report does not say which period its figures cover",
            severity=Severity.INFO,
        )
