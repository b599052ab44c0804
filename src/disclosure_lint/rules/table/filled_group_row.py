"""合并表头行填了数据。 / A group's row carries figures of its own.

作用:“(三)不予公开”等是若干行的合并表头,统一格式没有为它留数据格;填了数字会被当成多出的一行,合计也会重复计算。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
⟦(三)不予公开⟧ | 3 | 0 | 0 | 0 | 0 | 0 | 3 | ||
1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 | ||
2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

合并表头与第一行同在一行,是正常排法:

```report good
三、收到和处理政府信息公开申请情况
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(三)不予公开 | 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 | |
2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:删去合并表头行的数字,只保留各分项的数字。

例外:没有分项、只有这一行的,由 `missing-row` 或 `outdated-form` 报告。一张表有多处时合并为一条。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.cells import others
from disclosure_lint.topics.outdated import is_filled_group


@rule(BoundTable, Severity.INFO, needs="doubtful")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first group's label that has figures, where the group's rows are there."""
    filled = [row for row in table.rows if row.form is None and is_filled_group(row, table)]
    if filled:
        names = "".join(f"“{row.label}”" for row in filled)
        yield finding(
            filled[0].label_span,
            f"{names}是合并表头,不单独填数,请删去该行数字,只填各分项。",
            f"{names} groups other rows and takes no figures of its own.",
            related=others(row.label_span for row in filled[1:]),
        )
