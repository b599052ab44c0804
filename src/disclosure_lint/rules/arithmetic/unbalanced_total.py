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

from disclosure_lint.claims.check import defended, witnesses
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable, Candidate, Fault, Verdict
from disclosure_lint.topics.sums import equation, hint, place_of, related, suspects


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
        together = _together(verdict)
        rows = (
            sorted(together, key=lambda row: _doubt(report, row)) if _filled(together) else together
        )
        told = hint(table, rows)
        yield finding(
            verdict.cells[0].span,
            f"{table.form.name}{where}:{words.zh}{others_zh}。{told.zh}",
            f"{table.form.name} {where}: {words.en}{others_en}. {told.en}",
            where=table.where(verdict.cells[0]),
            related=related(table, verdict),
            suspects=suspects(tuple(it for row in rows for it in row)),
        )


def _together(verdict: Verdict) -> list[tuple[Candidate, ...]]:
    """The suspects, those that are wrong together side by side."""
    size = verdict.at or 1
    return [verdict.candidates[at : at + size] for at in range(0, len(verdict.candidates), size)]


def _filled(rows: Sequence[Sequence[Candidate]]) -> bool:
    """Whether the first suspect is no total that was never filled in: no sentence changes that."""
    return bool(rows) and bool(len(rows[0]) > 1 or rows[0][0].cell.value)


def _doubt(report: Report, row: Sequence[Candidate]) -> int:
    """How far a sentence of the report bears suspects out: they come first, what it states as it is last."""
    if any(witnesses(report, it) for it in row):
        return 0
    return 2 if any(defended(report, it) for it in row) else 1
