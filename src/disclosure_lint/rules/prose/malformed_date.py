"""日期写法有误。 / A date is malformed.

作用:日期缺“年”“月”“日”、年份少一位或只写两位、日历上没有这一天,或者一个日期混用两种写法。

依据:GB/T 15835《出版物上数字用法》、GB/T 9704《党政机关公文格式》。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
统计期限为2023年1月1日至⟦12月31⟧止。⟦2023年6月31日⟧召开推进会,⟦23年9月⟧组织培训,⟦2023.10月8日⟧开展自查。
```

```report bad
自⟦202年1月1日⟧起施行,⟦2023年9日⟧印发,⟦2023年13月⟧修订。
```

完整的日期、起止日期、农历和时段不报告:

```report good
统计期限为2023年1月1日至12月31日止,2023年1—12月,2023年1-12月,1月5至8日,3月5、6日,2024年2月29日。
历时20年3个月,服务15年,9月18号,2023年12月底,11月30日24时,2023.10.8发布,每月25日前更新,12月31日止。
```

转换中丢失的数字由 `lost-digits` 报告:

```report good
统计期限为201711日至20171231日,32024年1月1日。
```

统计期限中日历上没有的日期由 `wrong-period` 报告,那里写明应改成什么:

```report good
青岩县水务局2023年政府信息公开工作年度报告
本报告数据统计期限为2023年1月1日至2023年9月31日。
一、总体情况
2023年公开信息61条。
```

改法:补全或改正日期。

例外:没有。
"""

from collections.abc import Iterator
from itertools import chain

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.date_faults import date_faults
from disclosure_lint.topics.extraction import lost_digits
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.topics.wrong_periods import wrong_periods


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each date in the words that the calendar or the standard does not know.

    How a wrong period has to read is said of the whole; only what can be written right here is said too.
    """
    running = running_text(report)
    for fault in date_faults(running.text, report.year):
        span = running.span(fault.start, fault.end)
        told = chain(
            lost_digits(report.source.text),
            () if fault.right else (it.period.span for it in wrong_periods(report)),
        )
        if any(map(span.overlaps, told)):
            continue
        printed, right = running.text[fault.start : fault.end], fault.right
        edit = Edit(span, right)
        yield finding(
            span,
            f"日期“{printed}”{fault.zh},{f'应为“{right}”' if right else '请核对'}。",
            f"date “{printed}”: {fault.en}{f'; write “{right}”' if right else ''}.",
            fix=suggest((edit,), f"改为“{right}”", f"write “{right}”") if right else None,
        )
