"""现行有效件数少于本年制发减废止。 / Fewer documents in force than the year's issues leave.

作用:本年制发又没有废止的文件,年底一般都还有效,所以现行有效件数通常不少于本年制发件数减本年废止件数。少于这个数,多半是漏填或填错列。

依据:国办公开办函〔2021〕30号统一格式各列的含义。

示例:

```report bad
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 4 | 0 | ⟦2⟧ |
```

```report good
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 4 | 1 | 3 |
```

```report good
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 2 | 0 |
```

改法:核对现行有效文件清单后填写。

例外:当年制发、当年失效的文件会造成这种情况,核实无误可不改,所以只作提醒。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.cells import side_by_side
from disclosure_lint.words import words


@rule(Report, Severity.WARNING, needs="tables")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at each number of documents in force that is less than issued minus repealed."""
    keys = words("tables")["documents"]
    columns = (keys["issued"], keys["repealed"], keys["in_force"])
    for table, (issued, repealed, in_force) in side_by_side(report, columns):
        if issued.value is None or repealed.value is None or in_force.value is None:
            continue
        least = issued.value - repealed.value
        if 0 <= in_force.value < least:
            label = table.row_path(in_force.row)[-1]
            yield finding(
                in_force.span,
                f"“{label}”本年制发{issued.raw}件、废止{repealed.raw}件,"
                f"现行有效一般不应少于{least}件,现填{in_force.raw},请核对。",
                f"“{label}”: {issued.raw} issued, {repealed.raw} repealed, "
                f"yet only {in_force.raw} in force.",
                where=table.where(in_force),
                related=(
                    Related(issued.span, Message("本年制发", "issued")),
                    Related(repealed.span, Message("本年废止", "repealed")),
                ),
            )
