"""出现完整的公民身份号码。 / A whole citizen number is shown.

作用:18位号码的出生日期和校验码都成立,或15位旧号码前写明“身份证”的,即认定为公民身份号码。提示和各种输出中一律只显示脱敏后的号码。

依据:《中华人民共和国政府信息公开条例》第十五条;《中华人民共和国个人信息保护法》第二十八条;GB 11643—1999《公民身份号码》。

示例:

```report bad
一、总体情况
答复申请人(身份证号⟦11010519491231002X⟧)的申请。
```

```report fixed
一、总体情况
答复申请人(身份证号110***********002X)的申请。
```

```report bad
一、总体情况
公示低保对象1名,身份证:⟦110105491231002⟧,公民身份号码⟦110105 19491231 002x⟧。
```

```report good
索引号 | 11330723736009120E/2021-242240 | 生成日期 | 2022-01-11 |
一、总体情况
身份证号110***********002X已脱敏,统一社会信用代码11330723736009120E,流水号110105194912310021、320000202413320015。
```

改法:公开前脱敏,保留前3位和后4位;自动修复须人工确认。

例外:统一社会信用代码、索引号、流水号和已脱敏的号码不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.privacy import Kind, exposed, personal
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.rewriting import rewrite


@rule(Report, Severity.ERROR, needs=personal)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each citizen number; the message shows it masked."""
    for number in exposed(report, Kind.CITIZEN):
        yield finding(
            number.span,
            f"出现完整公民身份号码,公开前必须脱敏(如{number.masked})。",
            f"a whole citizen number is shown; mask it ({number.masked}) before publishing.",
            fix=rewrite(
                report.source,
                [Edit(number.span, number.masked)],
                "脱敏公民身份号码",
                "Mask the citizen number",
            ),
        )
