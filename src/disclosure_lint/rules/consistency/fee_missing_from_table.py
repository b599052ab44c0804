"""第六部分报告了信息处理费,表二收费金额没有包括。 / A fee for processing is reported and the table lacks it.

作用:信息处理费属于行政事业性收费。第六部分写明收取了信息处理费的,表二“行政事业性收费”的金额(万元)不应小于它。

依据:国办函〔2020〕109号《政府信息公开信息处理费管理办法》;国办公开办函〔2021〕30号所附统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0 |
六、其他需要报告的事项
2023年有1件申请收取信息处理费⟦380元⟧。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0.04 |
六、其他需要报告的事项
2023年有1件申请收取信息处理费380元。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0.00 |
六、其他需要报告的事项
2023年收取信息处理费30元。上年收取信息处理费1200元。
```

改法:核对收费台账;确已收取的,把金额(换算为万元)计入表二“行政事业性收费”。

例外:按表中小数位四舍五入后相符的不报告;表中金额更大的(含其他收费)不报告。
"""

from collections.abc import Iterator

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.check import agrees, in_form_units
from disclosure_lint.claims.tabled import tabled
from disclosure_lint.claims.wording import related
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the first amount taken that is more than the table's."""
    fees = words("claims")["fees"]
    for claim in claims_of(report):
        if claim.quantity != fees["stated"] or not claim.certain or not claim.number:
            continue
        taken, amount = tabled(report, fees["table"]), in_form_units(claim)
        if taken and amount > taken[0].value and not agrees(claim, taken[0]):
            stated = report.source.slice(claim.phrase)
            name = taken[0].name
            yield finding(
                claim.span,
                f"正文“{stated}”即{amount}万元,大于{name.zh}{taken[0].value},请核对后计入表内。",
                f"“{stated}” is {amount} in the table's unit, more than {name.en} {taken[0].value}.",
                related=related(taken[0]),
            )
            return
