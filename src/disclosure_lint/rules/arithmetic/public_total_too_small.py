"""对外公开总数量少于本年新公开数量。 / Fewer public in all than published this year.

作用:2019年表样中,“对外公开总数量”包括本年新公开的文件,不应少于“本年新公开数量”。

依据:国办公开办函〔2019〕60号统一格式各列的含义。

示例:

```report bad edition=2019
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
规范性文件 | 87 | 87 | ⟦0⟧ |
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
规范性文件 | 2 | 2 | 19 |
```

改法:核对后填写截至年底对外公开的全部数量。

例外:只有2019、2020年报告的表样有这两列。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.cells import column_name, side_by_side
from disclosure_lint.words import words


@rule(Report, Severity.WARNING, needs="tables")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at each total that is less than what was published in the year alone."""
    keys = words("tables")["publication"]
    columns = (keys["published"], keys["public_total"])
    for table, (published, total) in side_by_side(report, columns):
        if published.value is None or total.value is None:
            continue
        if 0 <= total.value < published.value:
            label = table.row_path(total.row)[-1]
            whole, part = (f"“{column_name(it, table)}”" for it in (total, published))
            yield finding(
                total.span,
                f"“{label}”的{whole}{total.raw}小于{part}{published.raw},"
                f"总数应包括当年的,至少为{published.raw},请核对。",
                f"“{label}”: {whole} is {total.raw}, less than {part}, {published.raw}, which it includes.",
                where=table.where(total),
                related=(Related(published.span, Message(part, part)),),
            )
