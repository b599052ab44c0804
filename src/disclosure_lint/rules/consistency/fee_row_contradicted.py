"""表三有逾期未缴费的申请,正文却称未发出收费通知。 / The table has unpaid fees, the prose says no notice was issued.

作用:申请人“逾期未按收费通知要求缴纳费用”,以发出收费通知为前提;正文称未发出收费通知的,表三这一行应为0。

依据:国办函〔2020〕109号《政府信息公开信息处理费管理办法》第六条;国办公开办函〔2021〕30号所附统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
(七)总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
六、其他需要报告的事项
本年度⟦未发出收费通知⟧,未收取信息处理费。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
(七)总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
六、其他需要报告的事项
本年度发出收费通知1件,未收取信息处理费。
```

改法:核对收费通知;确未发出的,表三这一行应为0,该申请计入其他情形。

例外:只写“未收取信息处理费”的不报告:发出通知而申请人未缴费,也是未收取。
"""

from collections.abc import Iterator

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.tabled import tabled
from disclosure_lint.claims.wording import related
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding where the prose denies what the row of unpaid fees presupposes."""
    fees = words("claims")["fees"]
    for claim in claims_of(report):
        if claim.quantity != fees["notices"] or not claim.certain or claim.number:
            continue
        unpaid = tabled(report, fees["unpaid"])
        if unpaid and unpaid[0].value:
            stated, name = report.source.slice(claim.span), unpaid[0].name
            yield finding(
                claim.span,
                f"{name.zh}为{unpaid[0].value},正文却称“{stated}”,请核对:未发出收费通知就不会有逾期未缴费的申请。",
                f"{name.en} {unpaid[0].value}, but the prose says “{stated}”; without a notice no fee can be unpaid.",
                related=related(unpaid[0]),
            )
            return
