"""正文的申请人类别与表三不一致。 / The kinds of applicants differ from table three.

作用:正文写明的自然人、法人或其他组织的申请件数,应与表三“本年新收”一行各列相同;写“均为自然人提出”的,其他各列应为0。

依据:《中华人民共和国政府信息公开条例》第五十条;国办公开办函〔2021〕30号所附统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况
收到的申请中,自然人申请⟦89件⟧,法人或其他组织申请7件。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 88 | 7 | 0 | 0 | 0 | 0 | 95 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 88 | 7 | 0 | 0 | 0 | 0 | 95 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
收到政府信息公开申请10件,⟦均为自然人⟧提出。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 8 | 2 | 0 | 0 | 0 | 0 | 10 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 8 | 2 | 0 | 0 | 0 | 0 | 10 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
收到政府信息公开申请10件,申请人均为自然人。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 10 | 0 | 0 | 0 | 0 | 0 | 10 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 10 | 0 | 0 | 0 | 0 | 0 | 10 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
收到政府信息公开申请40件(其中自然人提出36件,商业企业提出4件)。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 36 | 4 | 0 | 0 | 0 | 0 | 40 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 36 | 4 | 0 | 0 | 0 | 0 | 40 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

办结的自然人申请与收到的不是一个数:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
收到政府信息公开申请40件,办结38件,其中自然人35件。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 36 | 4 | 0 | 0 | 0 | 0 | 40 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 35 | 3 | 0 | 0 | 0 | 0 | 38 | ||
四、结转下年度继续办理 | 1 | 1 | 0 | 0 | 0 | 0 | 2 | ||
```

改法:对照台账核对申请人类别,改正填错的一处。

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
    """Yield a finding for each number of requests by a kind of applicant that the table contradicts."""
    yield from mismatches(report, contradictions(report, "applicant-mismatch"))
