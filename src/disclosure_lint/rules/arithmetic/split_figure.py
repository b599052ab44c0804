"""一个数被拆成两格。 / One figure was split over two cells.

作用:由版式文件转成文字时,“12”常被拆成“1”“2”两格,使本行多出一格。

依据:统一格式的列数;合并相邻两格后勾稽关系成立。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | ⟦1 | 2⟧ | 0 | 0 | 0 | 0 | 0 | 12 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:把两格合并为一个数。

例外:只有一种合并方法使勾稽关系成立时才报告;否则由 `wrong-cell-count` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.table import BoundTable, Fault


@rule(BoundTable, Severity.WARNING, needs="verdicts")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield a finding on two neighbours that were one figure."""
    for verdict in table.verdicts:
        if verdict.fault is Fault.SPLIT_FIGURE and verdict.row:
            row = verdict.row
            left, right = row.figures[verdict.at : verdict.at + 2]
            whole = left.text + right.text
            count, columns = len(row.figures), len(row.cells)
            yield finding(
                Span(left.span.start, right.span.end),
                f"{table.form.name}“{row.label}”有{count}个数据,应为{columns}个;“{left.text}”“{right.text}”疑似同一数字{whole}被拆成两格,合并后勾稽关系成立。",
                f"{table.form.name} “{row.label}” has {count} figures, not {columns}; “{left.text}” and “{right.text}” seem to be {whole} split in two: joined, the relations hold.",
                where=table.where(row.cells[min(verdict.at, columns - 1)]),
                maybe_extraction=True,
            )
