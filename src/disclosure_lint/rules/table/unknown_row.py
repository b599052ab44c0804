"""表中有统一格式没有的行。 / A row that the form does not have.

作用:统一格式的行不得自行增加;多出的行没有统一口径,也不参与勾稽关系。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
6.属于四类过程性信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
⟦9.涉及个人隐私⟧ | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
(四)无法提供 | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
```

```report good
三、收到和处理政府信息公开申请情况
6.属于四类过程性信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(四)无法提供 | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
```

改法:把数字并入统一格式中对应的行,或者移到文字部分说明。

例外:与统一格式某行相近的标题由 `altered-row-label` 报告;其他年份表样的行由 `outdated-form` 报告。有的省统一增加的行(如“其他主动公开文件”)只作提示,写进本地格式文件后不再提示。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundRow, BoundTable, Match
from disclosure_lint.topics.outdated import is_outdated
from disclosure_lint.topics.wording import quoted, without_remark


@rule(BoundTable, Severity.WARNING, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding for each labelled row with as many figures as a row of the table, and no place in it."""
    national = not table.edition.variant_of  # a variant's own rows are meant to be there
    unknown = [it for it in table.rows if it.match is Match.NONE or (national and _is_local(it))]
    if not unknown or is_outdated(table, report):
        return
    widths = {len(row.columns) for row in table.form.rows}
    for row in unknown:
        if row.label and len(row.figures) in widths:
            yield _unknown(row, table, local=_is_local(row))


def _is_local(row: BoundRow) -> bool:
    return row.form is not None and row.form.local


def _unknown(row: BoundRow, table: BoundTable, *, local: bool) -> Finding:
    return finding(
        row.label_span,
        f"{quoted(without_remark(row.label))}不是统一格式{table.form.name}中的行,请并入对应的行或改在文字部分说明。",
        f"The form's {table.form.name} has no row {quoted(without_remark(row.label))}; "
        "count it under one of the form's rows or tell of it in words.",
        severity=Severity.INFO if local else None,
    )
