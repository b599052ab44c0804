"""金额没有注明单位。 / An amount has no unit anywhere.

作用:2019年表样的“采购总金额”没有规定单位,填报时应在表头或格内注明元或万元,否则读者无法理解数额。

依据:国办公开办函〔2019〕60号统一格式;填报惯例。

示例:

```report bad edition=2019
二、主动公开政府信息情况
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额 | |
政府集中采购 | 1 | ⟦8040⟧ | |
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额(万元) | |
政府集中采购 | 1 | 477.35 | |
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额 | |
政府集中采购 | 1 | 251000元 | |
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额 | |
政府集中采购 | 0 | 0 | |
```

改法:在表头写“采购总金额(万元)”,或在数额后写明单位。

例外:金额为0时不报告;表头已规定单位的列不适用。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.cells import amounts, cell_name, cell_name_en
from disclosure_lint.topics.units import unit_in


@rule(Report, Severity.INFO, needs="tables")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each amount whose unit neither form nor head nor cell names."""
    for table, cell in amounts(report):
        if unit_in(cell.column.name) or unit_in(cell.raw):
            continue
        head = table.head_of.get(cell.column.key)
        if head is None or unit_in(head.label) is None:
            yield finding(
                cell.span,
                f"{table.form.name}{cell_name(cell, table)}为{cell.raw},没有注明单位,请写明是元还是万元。",
                f"{table.form.name}, {cell_name_en(cell, table)}: {cell.raw} of what unit?",
                where=table.where(cell),
            )
