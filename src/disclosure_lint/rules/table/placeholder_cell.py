"""用符号或文字代替数字。 / A mark stands in place of a figure.

作用:“/”“-”“无”等不是数值,没有数据应填“0”,否则合计无法核对,汇总时也会出错。一张表只报告一次。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式;填报惯例。

示例:

```report bad
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | ⟦/⟧ | / | / |
行政规范性文件 | 0 | 0 | 0 |
```

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 | ||
二、上年结转政府信息公开申请数量 | ⟦无⟧ | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 0 | 0 |
```

负数的减号不是占位符号:

```report good edition=2019
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 8 | -1 | 93 |
其他对外管理服务事项 | 117 | 0 | 165 |
```

改法:没有数据填“0”;本机关没有该项职权的,也填“0”。

例外:勾稽关系推出的数值不是0的,按推出的数值给出建议。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.blanks import fill, hint, restored
from disclosure_lint.topics.cells import cell_name, cell_name_en, odd_cells, others
from disclosure_lint.values import State


@rule(BoundTable, Severity.WARNING, needs="doubtful")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield one finding for the placeholders of a table, at the first."""
    found = odd_cells(table, lambda cell: cell.state is State.PLACEHOLDER)
    if not found:
        return
    first = found[0]
    marks = "".join(f"“{mark}”" for mark in dict.fromkeys(cell.raw for cell in found))
    values = restored(table)
    known = hint(found, values, table)
    count = f"等{len(found)}格" if len(found) > 1 else ""
    yield finding(
        first.span,
        f"{table.form.name}{cell_name(first, table)}{count}填的是{marks},不是数值,没有数据请填“0”{known.zh}。",
        f"{table.form.name}, {cell_name_en(first, table)}: {marks} "
        f"in {len(found)} cell(s) is no figure; where there is nothing to report, write 0{known.en}.",
        where=table.where(first),
        related=others(cell.span for cell in found[1:]),
        fix=fill(found, values),
    )
