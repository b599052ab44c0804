"""正文称没有复议诉讼或均获维持,与表四不符。 / The prose says no disputes, or all upheld; table four says otherwise.

作用:正文写“未发生行政复议、行政诉讼”“均获维持”“零败诉”的,表四对应的件数应为0。

依据:《中华人民共和国政府信息公开条例》第五十条;国办公开办函〔2021〕30号所附统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
全年发生政府信息公开行政复议7件,行政诉讼9件,⟦均获维持⟧。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
5 | 0 | 0 | 2 | 7 | 4 | 0 | 0 | 1 | 5 | 4 | 0 | 0 | 0 | 4 |
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
本年度没有因政府信息公开工作引起的行政复议、⟦行政诉讼⟧。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
全年发生政府信息公开行政复议3件,均获维持;行政诉讼1件,正在审理。没有败诉案件,没有发生责任追究。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
3 | 0 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |
```

改法:对照案件台账核对正文和表四,改正不符的一处;有尚未审结案件的,不能写“均获维持”。

例外:上年的、备案的、下属单位的案件不比较;写明件数的由 `disputes-mismatch` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.claims.check import Contradiction, contradicted, contradictions
from disclosure_lint.claims.wording import related, verdict_of
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span


@rule(Report, Severity.WARNING, needs=contradicted)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each statement in words about disputes that table four contradicts."""
    by_words: dict[Span, list[Contradiction]] = {}
    for it in contradictions(report, "disputes-mismatch"):
        if not it.claim.number and not it.claim.measure:
            by_words.setdefault(it.claim.span, []).append(it)
    for span, found in by_words.items():
        words = report.source.slice(found[0].claim.phrase)
        zh = "、".join(f"{it.tabled.name.zh}{it.tabled.value}" for it in found)
        en = "; ".join(f"{it.tabled.name.en} {it.tabled.value}" for it in found)
        verdict = verdict_of(found[0])
        yield finding(
            span,
            f"正文称“{words}”,与{zh}不符:{verdict.zh}。",
            f"“{words}” does not agree with {en}: {verdict.en}.",
            related=tuple(place for it in found for place in related(it.tabled)),
        )
