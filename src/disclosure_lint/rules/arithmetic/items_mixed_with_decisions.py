"""疑似把“事项数”与“办件量”混填。 / Numbers of items and of decisions look mixed up.

作用:2019年表样中,“上一年项目数量”“本年增/减”填权力事项的个数,“处理决定数量”填当年办件的数量,三列不是一组加减关系。处理决定数量恰好等于前两列之和,多半是把三列当成了一组。

依据:国办公开办函〔2019〕60号统一格式各列的含义。

示例:

```report bad edition=2019
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 21 | +19 | ⟦40⟧ |
其他对外管理服务事项 | 117 | 0 | 165 |
```

增减为0,或者数字太小、可能是巧合的,不报告:

```report good edition=2019
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 21 | 0 | 21 |
其他对外管理服务事项 | 3 | 1 | 4 |
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 21 | +19 | 93 |
其他对外管理服务事项 | 117 | 0 | 165 |
```

改法:“处理决定数量”填当年作出的决定(办件)数量。

例外:确属巧合的可不改,所以只作提醒。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.cells import column_name, side_by_side
from disclosure_lint.words import words

# Smaller numbers add up by chance.
_LEAST = 10


@rule(Report, Severity.WARNING, needs="tables")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at each number of decisions that is just the items before plus their change."""
    keys = words("tables")["items"]
    columns = (keys["before"], keys["change"], keys["decisions"])
    for table, (before, change, decisions) in side_by_side(report, columns):
        if before.value is None or not change.value or decisions.value is None:
            continue
        if before.value + change.value == decisions.value >= _LEAST:
            label = table.row_path(decisions.row)[-1]
            names = [f"“{column_name(it, table)}”{it.raw}" for it in (before, change, decisions)]
            yield finding(
                decisions.span,
                f"“{label}”的{names[2]}恰等于{names[0]}加{names[1]},疑似把事项数与办件量混填:"
                "前两列填事项的个数,后一列填当年办件的数量,请核对。",
                f"“{label}”: {names[2]} is just {names[0]} plus {names[1]}; "
                "numbers of items and of decisions may have been mixed up.",
                where=table.where(decisions),
            )
