"""正文的结转数与表三不一致。 / The number of requests carried over differs from table three.

作用:正文写明的上年结转、结转下年度件数,应与表三第二项、第四项的总计相同。

依据:《中华人民共和国政府信息公开条例》第五十条;国办公开办函〔2021〕30号所附统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况
新收申请20件,上年结转1件,另有⟦5件⟧申请转结下年度办理。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 20 | 0 | 0 | 0 | 0 | 0 | 20 | ||
二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
(七)总计 | 18 | 0 | 0 | 0 | 0 | 0 | 18 | ||
四、结转下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 3 | ||
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况
新收申请95件,上年结转8件,作出答复98件,结转下年度继续办理5件。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 95 | 0 | 0 | 0 | 0 | 0 | 95 | ||
二、上年结转政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 | ||
(七)总计 | 98 | 0 | 0 | 0 | 0 | 0 | 98 | ||
四、结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5 | ||
```

写明年份的结转:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2022年结转的政府信息公开申请6件已全部办结,结转2024年办理4件。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 15 | 0 | 0 | 0 | 0 | 0 | 15 | ||
二、上年结转政府信息公开申请数量 | 6 | 0 | 0 | 0 | 0 | 0 | 6 | ||
(七)总计 | 17 | 0 | 0 | 0 | 0 | 0 | 17 | ||
四、结转下年度继续办理 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
```

结转的不是申请:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
上年结转资金12万元,项目3个结转下年度实施。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:对照台账核对两处,改正填错的一处;上年报告的结转数也应一致。

例外:口径不能确定的数字不比较:其中的一部分、上年数、累计数、备案数、计划数、约数,下属单位、全辖区或其他机关的数。
"""

from collections.abc import Iterator

from disclosure_lint.claims.check import contradicted, contradictions
from disclosure_lint.claims.wording import mismatches
from disclosure_lint.diagnostic import Finding, Severity
from disclosure_lint.report import Report
from disclosure_lint.rule import rule


@rule(Report, Severity.ERROR, needs=contradicted)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each number of requests carried over that the table contradicts."""
    yield from mismatches(report, contradictions(report, "carry-over-mismatch"))
