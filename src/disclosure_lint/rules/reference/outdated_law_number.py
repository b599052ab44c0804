"""引用的国务院令号与年度不符。 / The order of the State Council does not fit the year.

作用:2019年及以后的报告应引用国务院令第711号(2019年修订);以前的报告适用第492号。

依据:国务院令第711号:修订后的条例自2019年5月15日起施行。

示例:

```report bad
青岩县水务局2021年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》(国务院令第⟦492⟧号)编制本报告。
一、总体情况
```

```report bad
青岩县水务局2018年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》(国令第⟦711⟧号)编制本报告。
一、概述
```

```report good
青岩县水务局2021年政府信息公开工作年度报告
《中华人民共和国政府信息公开条例》(2007年4月5日国务院令第492号公布,2019年4月3日国务院令第711号修订)。
一、总体情况
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》(国令第711号)编制,受理窗口在492号院。
一、总体情况
```

```report good
青岩县水务局2017年政府信息公开工作年度报告
按照条例(国务院第492号令)编制本报告。
一、概述
```

改法:核对后改为当年适用的国务院令号。

例外:同一句写明公布、修订沿革的不报告;年份不明的不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.citations import in_force, orders, tells_history
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.words import words


@rule(Report, Severity.WARNING, cues=("号",))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each order that is another text of the regulation than the year's."""
    text = report.source.text
    named = orders(text)
    if report.year is None or not named:
        return
    for law in words("references")["law"]:
        known = {it["number"]: it for it in law["numbers"]}
        right = next((it for it in law["numbers"] if in_force(it, report.year)), None)
        cited = [order for order in named if order.number in known]
        if right is None or any(order.number == right["number"] for order in cited):
            continue
        for order in cited:
            if tells_history(text, order.span):
                continue
            yield finding(
                order.figure,
                f"{report.year}年适用的条例为{law['order']}第{right['number']}号({right['year']}年),现引用第{order.number}号,请核对。",
                f"for {report.year} the regulation is order no. {right['number']}, not no. {order.number}.",
                fix=suggest(
                    [Edit(order.figure, str(right["number"]))],
                    f"改为第{right['number']}号",
                    f"Cite no. {right['number']}",
                ),
            )
