"""正文的复议、诉讼件数与表四不一致。 / The number of disputes differs from table four.

作用:正文写明的因政府信息公开引起的行政复议、行政诉讼件数及其结果,应与表四相同;行政诉讼为未经复议直接起诉与复议后起诉两组之和。

依据:《中华人民共和国政府信息公开条例》第五十条;国办公开办函〔2021〕30号所附统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
因政府信息公开被申请行政复议1件,被提起行政诉讼⟦1件⟧。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
全年政府信息公开行政复议351件(维持72、纠正⟦46⟧、其他178、未审结37)。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
72 | 64 | 178 | 37 | 351 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

行政诉讼是两组之和:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年发生政府信息公开行政复议2件、行政诉讼46件。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
1 | 0 | 1 | 0 | 2 | 29 | 0 | 0 | 0 | 29 | 10 | 3 | 3 | 1 | 17 |
```

备案的、作为复议机关办理的,是另外的数:

```report good
岚州市人民政府2023年政府信息公开工作年度报告
一、总体情况
全市各级行政机关报送备案的政府信息公开行政复议134件。
全年办理行政复议案件56件、行政应诉案件12件。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
100 | 40 | 20 | 10 | 170 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
涉及政府信息公开的行政复议、行政诉讼均为0件。
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

改法:对照案件台账核对,改正填错的一处。

例外:表四的总计与分项本身不符、正文恰好指出其中一格的,由 `unbalanced-total` 报告,这里降为提示;一般行政复议、应诉案件不属于政府信息公开;口径不能确定的数字不比较:其中的一部分、上年数、累计数、备案数、计划数、约数,下属单位、全辖区或其他机关的数。“未发生”“均获维持”由 `dispute-outcome-contradicted` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.claims.check import contradicted, contradictions
from disclosure_lint.claims.wording import mismatches
from disclosure_lint.diagnostic import Finding, Severity
from disclosure_lint.report import Report
from disclosure_lint.rule import rule


@rule(Report, Severity.ERROR, needs=contradicted)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each number of disputes or of their results that the table contradicts.

    A group of this table has one relation only: whatever suspect a sentence bears out, `unbalanced-total`
    names it, that sentence's first; the fault is said there.
    """
    found = contradictions(report, "disputes-mismatch")
    stated = (it for it in found if it.claim.number or it.claim.measure)
    yield from mismatches(report, (it._replace(settled=it.candidate is not None) for it in stated))
