"""出现个人手机号码。 / A mobile number is shown.

作用:报告中出现11位手机号码时提示改用办公电话或脱敏。写明是值班、热线等对外电话的,只作提示。

依据:《中华人民共和国政府信息公开条例》第十五条;《中华人民共和国个人信息保护法》第四条。

示例:

```report bad
如有疑问,请与青岩县水务局联系,联系人:张某,⟦13800001234⟧,固定电话0990-5551234。
一、总体情况
```

```report fixed
如有疑问,请与青岩县水务局联系,联系人:张某,138****1234,固定电话0990-5551234。
一、总体情况
```

```report bad
联系电话:⟦138-0000-1234⟧、86-⟦13900001234⟧,值班电话:⟦13700001234⟧。
一、总体情况
```

```report good
联系电话:0990-5551234、12345,手机138****1234,附件见t20240115_13800001234.html,索引号13800001234/2024-00001。
一、总体情况
完成投资13800001234元,版本号1.13800001234,合同编号QY13800001234。
```

改法:公布办公电话;确需公布手机的,脱敏为“138****1234”。自动修复须人工确认。

例外:已脱敏的号码,网址、编号、金额中的数字不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.privacy import Kind, before, exposed, personal
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.rewriting import rewrite


@rule(Report, Severity.WARNING, needs=personal)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each mobile number; milder where it is an organ's own."""
    for number in exposed(report, Kind.MOBILE):
        service = before(report.source.text, number.span, "service")
        yield finding(
            number.span,
            f"出现手机号码,请改用办公电话或脱敏为{number.masked}。",
            f"a mobile number is shown; give an office number or mask it ({number.masked}).",
            fix=rewrite(
                report.source,
                [Edit(number.span, number.masked)],
                "脱敏手机号码",
                "Mask the mobile number",
            ),
            severity=Severity.INFO if service else None,
        )
