"""申请办结数与申请答复数不一致。 / Requests closed and requests answered differ in number.

作用:办结的申请一般都已答复,统计表中“申请办结数”与“申请答复数”通常相等;不等时提请核对。

依据:国办发〔2014〕32号《政府信息公开情况统计表》各行的含义。

示例:

```report bad
云溪镇2017年政府信息公开工作年度报告
附件:政府信息公开情况统计表
统计指标 | 单位 | 统计数 |
(一)收到申请数 | 件 | 6 |
(二)申请办结数 | 件 | 6 |
1.按时办结数 | 件 | 6 |
2.延期办结数 | 件 | 0 |
(三)申请答复数 | 件 | ⟦5⟧ |
```

```report good
云溪镇2017年政府信息公开工作年度报告
附件:政府信息公开情况统计表
统计指标 | 单位 | 统计数 |
(一)收到申请数 | 件 | 7 |
(二)申请办结数 | 件 | 6 |
1.按时办结数 | 件 | 6 |
2.延期办结数 | 件 | 0 |
(三)申请答复数 | 件 | 6 |
```

改法:核对台账,漏统计的补上;确有撤回等情形的不必改。

例外:申请人撤回申请的,办结而不答复,所以只作提醒;收到数与办结数可以不等(跨年度办理)。这两个数中有一个与自己的分项之和不符时,先由 `unbalanced-total` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.wording import quoted, without_remark


@rule(BoundTable, Severity.WARNING, needs="pairs")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield a finding at each pair of figures that usually agree and do not."""
    broken = {
        key
        for verdict in table.verdicts
        for judged in verdict.broken
        for key in (*judged.relation.left, *judged.relation.right)
    }
    for pair in table.pairs:
        one, other = table.cells[pair.one], table.cells[pair.other]
        if one.value is None or other.value is None or one.value == other.value:
            continue
        if not broken.isdisjoint(pair):
            continue
        names = [quoted(without_remark(table.row_path(cell.row)[-1])) for cell in (one, other)]
        yield finding(
            other.span,
            f"{names[0]}{one.raw}与{names[1]}{other.raw}不一致,请核对;有撤回申请等情形的可不改。",
            f"{names[0]} says {one.raw} and {names[1]} {other.raw}; they usually agree.",
            where=table.where(other),
            related=(Related(one.span, Message("与这里比较", "compared with this")),),
        )
