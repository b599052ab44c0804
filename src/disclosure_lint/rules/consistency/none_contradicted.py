"""正文称没有申请,表三却有。 / The prose says that there were no requests, the table has some.

作用:正文写“未收到政府信息公开申请”“申请0件”,而表三“本年新收”总计大于0,两处必有一处是上年或模板留下的文字。

依据:《中华人民共和国政府信息公开条例》第五十条;国办公开办函〔2021〕30号所附统一格式。

示例:

```report bad
青岩县云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年,我镇⟦未收到政府信息公开申请⟧。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
本年度政府信息公开申请数量为⟦零⟧。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局未收到政府信息公开申请,也无上年结转。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

没有收到的是别的:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况
收到政府信息公开申请4件。未收到关于政府信息公开工作的投诉举报,未收到行政复议。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

未按时补正不等于没有申请:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
有1件申请因未按期补正不再处理。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:核对台账:确无申请的,改表三;有申请的,改正文。

例外:“未收到投诉、举报、复议”与申请数无关;口径不能确定的数字不比较:其中的一部分、上年数、累计数、备案数、计划数、约数,下属单位、全辖区或其他机关的数。
"""

from collections.abc import Iterator

from disclosure_lint.claims.check import contradicted, contradictions
from disclosure_lint.claims.wording import mismatches
from disclosure_lint.diagnostic import Finding, Severity
from disclosure_lint.report import Report
from disclosure_lint.rule import rule


@rule(Report, Severity.ERROR, needs=contradicted)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each statement that no request was received that the table contradicts."""
    found = contradictions(report, "received-mismatch")
    yield from mismatches(report, (it for it in found if not it.claim.number))
