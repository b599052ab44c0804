"""同一行在表中出现两次。 / A row of the form stands twice.

作用:表格的每一行在统一格式中只出现一次;出现两次时,读者不知道以哪一行为准。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
⟦二、上年结转政府信息公开申请数量⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

改法:核对两行的数据,保留正确的一行。

例外:跨页表格重复打印的表头不是数据行,不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable


@rule(BoundTable, Severity.ERROR, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding for each row that stands a second time."""
    for row in table.rows:
        if row.repeated and row.form:
            first = table.row_of[row.form.key]
            at = report.source.lines.row(first.label_span.start)
            yield finding(
                row.label_span,
                f"{table.form.name}“{row.label}”一行重复出现(第{at}行已有),请核对后只保留一行。",
                f"{table.form.name}: the row “{row.label}” stands twice (first on line {at}); keep the right one.",
                related=(Related(first.label_span, Message("第一次出现", "first one")),),
            )
