"""“其中”项大于总数。 / A part exceeds the whole that it is a part of.

作用:统计表中“其中:……”一行是上一行的一部分,不能大于上一行。

依据:国办发〔2014〕32号《政府信息公开情况统计表》中“其中”各项的含义。

示例:

```report bad
云溪镇2017年政府信息公开工作年度报告
附件:政府信息公开情况统计表
统计指标 | 单位 | 统计数 |
一、主动公开情况 | —— | |
(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条) | 条 | 10 |
其中:主动公开规范性文件数 | 条 | ⟦12⟧ |
制发规范性文件总数 | 件 | 12 |
```

```report good
云溪镇2017年政府信息公开工作年度报告
附件:政府信息公开情况统计表
统计指标 | 单位 | 统计数 |
一、主动公开情况 | —— | |
(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条) | 条 | 12 |
其中:主动公开规范性文件数 | 条 | 12 |
制发规范性文件总数 | 件 | 20 |
1.参加或举办新闻发布会总次数 | 次 | |
其中:主要负责同志参加新闻发布会次数 | 次 | 1 |
```

改法:核对台账后改正其中一行。

例外:空白视为未知,不比较;“制发规范性文件总数”是另一个口径,不与主动公开数比较。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.cells import cell_name_en
from disclosure_lint.topics.wording import quoted, without_remark


@rule(BoundTable, Severity.ERROR, needs="subsets")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield a finding at each figure that is greater than the one it is a part of."""
    for subset in table.subsets:
        part, whole = table.cells[subset.part], table.cells[subset.whole]
        if part.value is None or whole.value is None or part.value <= whole.value:
            continue
        names = [without_remark(table.row_path(cell.row)[-1]) for cell in (part, whole)]
        yield finding(
            part.span,
            f"{quoted(names[0])}{part.raw}大于{quoted(names[1])}{whole.raw},"
            f"多{part.value - whole.value},请核对这两行。",
            f"{cell_name_en(part, table)} says {part.raw}, "
            f"more than the {whole.raw} that it is a part of.",
            where=table.where(part),
            related=(Related(whole.span, Message("总数在这里", "the whole")),),
        )
