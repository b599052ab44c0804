"""元数据中的日期或时间不存在。 / A date in the metadata does not exist.

作用:生成日期、发布日期等应是真实的日期和时间。

依据:GB/T 7408 日期和时间表示法;国办秘函〔2009〕6号核心元数据“生成日期”。

示例:

```report bad
索引号 | 620702078/2024-00002 | 生成日期 | ⟦2024-02-30⟧ |
一、总体情况
```

```report bad
发布时间:⟦2024-01-09 25:10⟧ 来源:青岩县财政局
一、总体情况
```

```report bad
云溪镇2023年政府信息公开工作年度报告
⟦2024年13月1日⟧来源:云溪镇
一、总体情况
```

```report good
生成日期 | 2019-8-7 8:56:14 | 发布日期 | 2021-10-08 15:47 |
一、总体情况
```

```report good
生成日期:20240111
发布日期:2024年1月11日
成文日期:2024/1/9
一、总体情况
```

```report good
生成日期 | 2024-02-29 24:00:00 |
一、总体情况
```

改法:改为实际日期。

例外:只看元数据;正文中的日期由 `malformed-date` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.dates import find_dates, is_date
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Field, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.words import words


@rule(Field, Severity.ERROR)
def check(field: Field, _: Report) -> Iterator[Finding]:
    """Yield a finding at each date of an entry that the calendar or the clock has not."""
    if field.value.isalpha():
        return
    if field.key not in words("metadata")["keys"]["dated"] and not is_date(field.value):
        return
    for found in find_dates(field.value):
        if found.day is None:
            written = field.value[found.start : found.end]
            at = field.span.start
            yield finding(
                Span(at + found.start, at + found.end),
                f"{field.label or '公布日期'}“{written}”不存在,请改为实际的日期和时间。",
                f"There is no such date or time as “{written}”.",
            )
