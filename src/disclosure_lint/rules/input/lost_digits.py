"""日期或文号中的数字、“年”“月”疑似丢失。 / Digits of a date or a document number seem lost.

作用:转换文件时,日期和文号中的部分数字或“年”“月”“〕”会丢失,如“20231231日”“〔202130号”“32024年”。

依据:GB/T 7408—2005 日期写法;GB/T 9704—2012 发文字号写法。

示例:

```report bad
本报告统计期限为⟦202311日⟧至⟦20231231日⟧。
一、总体情况
```

```report bad
根据国办公开办函⟦〔202130号⟧要求,⟦20231月⟧编制完成,⟦2023年11日⟧起施行,结转⟦32024年⟧。
一、总体情况
```

```report bad
统计期限自⟦2023年月⟧1日起,格式见国办公开办函⟦202130号⟧。
一、总体情况
```

```report good
索引号 | 620702078/20240002 | 生成日期 | 20240111 |
根据国办公开办函〔2021〕30号要求编制,统计期限为2023年1月1日至12月31日,2023年12月31日前完成。
一、总体情况
2023年365天不间断服务,2023年月均访问5000次,2023年日均访问20次,2023年15日内答复率100%,合计2024件。
总投资12000万元,2020—2023年累计202310人次。
```

改法:对照原件补齐数字和“年、月、日、〕”。

例外:“2023年月均”“2023年日均”是正常写法,不报告。同一处不再由日期类规则重复报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.extraction import lacks_digits, lost_digits


@rule(Report, Severity.WARNING, needs=lacks_digits)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each date or number that is too short or run together."""
    for span in lost_digits(report.source.text):
        printed = report.source.slice(span)
        yield finding(
            span,
            f"“{printed}”中的数字或“年、月、日、括号”疑似在转换中丢失,请对照原件补全。",
            f"digits or marks of “{printed}” seem to have been lost in conversion; restore them.",
            maybe_extraction=True,
        )
