"""勾稽关系不成立。 / A printed relation does not hold.

作用:总计应等于各分项之和。不成立而又不能确定是哪一格填错时,指出总计、差额和最可疑的几格。

依据:统一格式表头所印勾稽关系;表四各组“结果维持+结果纠正+其他结果+尚未审结=总计”。

示例:

```report bad
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
1 | 0 | 0 | 1 | ⟦1⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

总计从未填写(0)而分项不为零:

```report bad
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
10 | 1 | 0 | 0 | ⟦0⟧ | 0 | 0 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | ⟦0⟧ |
```

空白格为未知,不报告:

```report good
四、政府信息公开行政复议、行政诉讼情况
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | / | 3 |
```

改法:核对各分项和总计;消息给出差额和改正任一格后应填的数。

例外:能确定是哪一格填错时由 `wrong-figure` 报告;空白视为未知,不视为0。
"""

from collections.abc import Iterator, Sequence

from disclosure_lint.claims.check import witnesses
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable, Candidate, Fault
from disclosure_lint.topics.cells import cell_name
from disclosure_lint.topics.sums import SHOWN, equation, number, place_of, related, suspects


@rule(BoundTable, Severity.ERROR, needs="verdicts")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding at the total of each group of broken relations that nothing else explains."""
    for verdict in table.verdicts:
        if verdict.fault is not Fault.UNBALANCED_TOTAL:
            continue
        first = verdict.broken[0]
        words = equation(table, first)
        where = place_of(table, first)
        more = len(verdict.broken) - 1
        others_zh = f";另有{more}处勾稽关系不成立" if more else ""
        others_en = f"; {more} more relation(s) broken" if more else ""
        candidates = _by_witness(report, verdict.candidates)
        hint = _hint(table, candidates)
        yield finding(
            verdict.cells[0].span,
            f"{table.form.name}{where}:{words.zh}{others_zh}。{hint}",
            f"{table.form.name} {where}: {words.en}{others_en}.",
            where=table.where(verdict.cells[0]),
            related=related(table, verdict),
            suspects=suspects(candidates),
        )


def _by_witness(report: Report, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Put what a sentence of the report bears out first, but for a total that was never filled in."""
    if not candidates or not candidates[0].cell.value:
        return candidates
    return tuple(sorted(candidates, key=lambda it: not witnesses(report, it)))


def _hint(table: BoundTable, candidates: Sequence[Candidate]) -> str:
    """What may have to be changed: the likeliest cells with the values that would do."""
    shown = "、".join(
        f"{cell_name(it.cell, table)}{it.cell.raw}→{number(it.expected)}"
        for it in candidates[:SHOWN]
    )
    if not shown:
        return "请逐项核对。"
    count = len(candidates)
    rest = f"等{count}格之一" if count > SHOWN else ""
    return f"{'可能应改' if count == 1 else '可能是其中一格有误'}:{shown}{rest}。"
