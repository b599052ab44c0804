"""正文的申请数据不平衡。 / The requests told in prose do not balance.

作用:正文同时写明新收、上年结转、办结和结转下年度时,新收加上年结转应等于办结加结转下年度。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式(勾稽关系)。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局收到政府信息公开申请⟦7件⟧,上年结转1件,答复6件,结转下年度继续办理1件。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局收到政府信息公开申请7件,上年结转1件,答复6件,结转下年度继续办理2件。
```

含上年结转的合计数、没有写全的数据不比较:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局收到政府信息公开申请8件(含上年结转1件),答复7件,结转下年度继续办理1件。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局收到政府信息公开申请7件,答复6件,其余按规定办理。
```

改法:对照台账核对四个数据。

例外:报告中有申请情况表的,逐项与表比较,由 `received-mismatch` 等报告。
"""

from collections.abc import Iterator, Mapping

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.claim import Claim
from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding where all four figures of the balance are told, and do not balance."""
    balance = words("breakdown")["balance"]
    if report.table(balance["table"]):
        return
    told = _told_once(report)
    left, right = ([told.get(key) for key in balance[side]] for side in ("left", "right"))
    before = [claim for claim in left if claim]
    after = [claim for claim in right if claim]
    if len(before) < len(left) or len(after) < len(right):
        return
    into, out_of = sum(claim.number for claim in before), sum(claim.number for claim in after)
    if into != out_of:
        one, other = ("+".join(str(it.number) for it in side) for side in (before, after))
        yield finding(
            before[0].span,
            f"正文申请数据不平衡:新收加上年结转{one}={into},办结加结转下年度{other}={out_of},请核对。",
            f"the requests told do not balance: {one}={into} came in, {other}={out_of} are told of.",
            related=tuple(
                Related(claim.span, Message("相关数据", "a figure of the balance"))
                for claim in (*before[1:], *after)
            ),
        )


def _told_once(report: Report) -> Mapping[str, Claim]:
    """The certain claims by quantity; a quantity told with two different figures is left out."""
    told: dict[str, Claim] = {}
    unsure = set()
    for claim in claims_of(report):
        first = told.setdefault(claim.quantity, claim)
        if claim.of or not claim.certain or first.number != claim.number:
            unsure.add(claim.quantity)
    return {key: claim for key, claim in told.items() if key not in unsure}
