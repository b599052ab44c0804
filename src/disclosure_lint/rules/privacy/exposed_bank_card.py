"""出现疑似银行卡号。 / What looks like the number of a bank card is shown.

作用:16至19位、校验位成立,并且前面写有“账号”“卡号”“开户”等字样,或者是62开头的整号,即认定为银行卡号。

依据:《中华人民共和国政府信息公开条例》第十五条;《中华人民共和国个人信息保护法》第二十八条;GB/T 15694.1 校验算法。

示例:

```report bad
一、总体情况
补贴发放至账号⟦6222020000111122222⟧(虚构号码)。
```

```report fixed
一、总体情况
补贴发放至账号6222***********2222(虚构号码)。
```

```report bad
一、总体情况
开户银行及卡号:⟦4000 0000 0000 0002⟧。
```

```report good
一、总体情况
账号6222020000111122223,订单号4000000000000002,流水号6222020000111122222/01,卡号6222***********2222。
索引号 | 6207020782024000021 | 生成日期 | 2024-01-11 |
```

改法:删除,或脱敏为只保留前4位和后4位。自动修复须人工确认。

例外:没有“账号”“卡号”等字样的索引号、订单号不报告;已脱敏的不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.privacy import Kind, exposed, personal
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.rewriting import rewrite


@rule(Report, Severity.ERROR, needs=personal)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each bank card; the message shows it masked."""
    for number in exposed(report, Kind.CARD):
        yield finding(
            number.span,
            f"出现疑似银行卡号,公开前必须删除或脱敏(如{number.masked})。",
            f"what looks like a bank card is shown; take it out or mask it ({number.masked}).",
            fix=rewrite(
                report.source,
                [Edit(number.span, number.masked)],
                "脱敏银行卡号",
                "Mask the bank card",
            ),
        )
