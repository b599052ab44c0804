"""数量为负数。 / A count is negative.

作用:件数、金额不会小于0。统一格式里只有2019年表样的“本年增/减”一列可以是负数。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 1 | ⟦-1⟧ |
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(六)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政处罚 | 90 | -8 | 22 |
行政强制 | 4 | 0 | 0 |
```

改法:核对原始数据后填写实际数量。

例外:“本年增/减”列;写成“—8”的由 `not-a-count` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import Fault
from disclosure_lint.topics.cells import cell_name, cell_name_en, is_negative, odd_cells
from disclosure_lint.topics.sums import number, suspects


@rule(Report, Severity.ERROR, cues=("-", "－", "﹣"), needs="tables")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each cell below zero in a column that takes no sign."""
    for table in report.tables:
        plain = not table.doubtful and report.source.text.find("-", *table.span) < 0
        for cell in () if plain else odd_cells(table, is_negative):
            wrong = [it for it in table.verdicts if it.fault is Fault.WRONG_FIGURE]
            found = tuple(it for verdict in wrong for it in verdict.candidates if it.cell == cell)
            due = f",按勾稽关系应为{number(found[0].expected)}" if found else ""
            due_en = f" and should be {number(found[0].expected)}" if found else ""
            yield finding(
                cell.span,
                f"{table.form.name}{cell_name(cell, table)}不能为负数,现为“{cell.raw}”{due},请核对。",
                f"{table.form.name}, {cell_name_en(cell, table)}: {cell.raw} is negative{due_en}.",
                where=table.where(cell),
                suspects=suspects(found),
            )
