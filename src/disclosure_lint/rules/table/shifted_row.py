"""整行数据错位一列。 / The figures of a row stand one column off.

作用:整行数据左移或右移一列后,本行和各列的勾稽关系同时成立,说明该行填错了位置。

依据:统一格式表头所印勾稽关系。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 4 | 2 | 0 | 0 | 1 | 0 | 7 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | ⟦0 | 4 | 2 | 0 | 0 | 1 | 0⟧ | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

改法:对照台账,把本行数据移到正确的列。

例外:只有一个非零数据时证据太弱,由 `misplaced-figure` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.table import BoundTable, Fault
from disclosure_lint.topics.sums import number, related, suspects


@rule(BoundTable, Severity.WARNING, needs="verdicts")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield one finding for each row whose figures fit one place to the side."""
    for verdict in table.verdicts:
        if verdict.fault is Fault.SHIFTED_ROW and verdict.row:
            row = verdict.row
            expected = {it.cell.key: number(it.expected) for it in verdict.candidates}
            should = "、".join(expected.get(cell.key, cell.raw) for cell in row.cells)
            yield finding(
                Span(row.cells[0].span.start, row.cells[-1].span.end),
                f"{table.form.name}“{row.label}”一行数据疑似整体错位一列,应为{should},改正后本行和各列的勾稽关系同时成立。",
                f"{table.form.name}: the figures of “{row.label}” stand one column off; {should} restores the row and its columns.",
                where=table.where(row.cells[0]),
                related=related(table, verdict),
                suspects=suspects(verdict.candidates),
            )
