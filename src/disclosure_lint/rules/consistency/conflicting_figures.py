"""同一事项在正文中有两个不同的数。 / One thing is told with two different figures.

作用:同一数据在报告正文两处写得不一样,至少有一处有误,常见于沿用上年文字后只改了一处。

依据:报告内容应当真实、准确;前后一致。

示例:

```report bad
青岩县审计局2023年政府信息公开工作年度报告
一、总体情况
(一)主动公开情况。2023年,通过审计信息栏目公开信息20条。
(五)监督保障情况。全年通过审计信息专栏公开政府信息⟦16条⟧。
```

没有表格可对照的申请数据:

```report bad
青岩县审计局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局收到政府信息公开申请7件。
六、其他需要报告的事项
全年收到政府信息公开申请⟦8件⟧。
```

```report good
青岩县审计局2023年政府信息公开工作年度报告
一、总体情况
2023年,通过审计信息栏目公开信息20条。全年通过微信公众号公开信息16条。
2022年通过审计信息栏目公开信息18条,上半年通过审计信息栏目公开信息9条。
财政领域,通过政府网站公开信息12条。教育领域,通过政府网站公开信息8条。
通过县政府网站发布信息126条。全年通过县政府网站发布信息126条。
```

```report good
青岩县审计局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局收到政府信息公开申请7件,其中网上申请5件。2022年收到政府信息公开申请8件。
```

改法:核对台账,两处写同一个数。

例外:不同渠道、不同领域、不同时段的数不比较;表中有该数据的,与表比较,由 `received-mismatch` 等报告。
"""

from collections.abc import Iterator

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.claim import Claim
from disclosure_lint.claims.tabled import tabled
from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.channels import Told, published


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the second of two figures for one thing; three of them are a list."""
    for told in (*_claimed(report).values(), *published(report).values()):
        figures = {it.figure for it in told}
        units = {it.unit for it in told}
        if len(figures) != 2 or len(units) != 1:
            continue
        first = told[0]
        second = next(it for it in told if it.figure != first.figure)
        here, there = report.source.slice(second.span), report.source.slice(first.span)
        row = report.source.lines.row(first.span.start)
        yield finding(
            second.span,
            f"同一事项“{second.what}”此处为{here},第{row}行为{there},请核对后统一。",
            f"one thing, “{second.what}”, is {here} here and {there} on line {row}; make both agree.",
            related=(Related(first.span, Message("另一处", "the other place")),),
        )


def _claimed(report: Report) -> dict[str, list[Told]]:
    """The certain claims of quantities told more than once that no table of the report holds."""
    found: dict[str, list[Claim]] = {}
    for claim in claims_of(report):
        if claim.measure and not claim.of and claim.certain:
            found.setdefault(claim.quantity, []).append(claim)
    return {
        key: [_told(it, report) for it in claims]
        for key, claims in found.items()
        if len(claims) > 1 and not tabled(report, key)
    }


def _told(claim: Claim, report: Report) -> Told:
    what = report.source.slice(claim.phrase)
    return Told(str(claim.number), claim.span, claim.measure, what)
