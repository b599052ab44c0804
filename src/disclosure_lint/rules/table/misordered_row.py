"""行的顺序与统一格式不同。 / A row stands in another place than the form has it.

作用:各行按统一格式的顺序排列,次序颠倒时读者和汇总程序容易把数字看错行。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
⟦4.保护第三方合法权益⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
5.属于三类内部事务信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good
三、收到和处理政府信息公开申请情况
1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
5.属于三类内部事务信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:按统一格式的顺序调整,连同该行数据一起移动。

例外:两行互换只报告一次。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundRow, BoundTable
from disclosure_lint.topics.wording import quoted


@rule(BoundTable, Severity.ERROR, needs="doubtful")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield a finding for each row out of order, naming a neighbour in the form."""
    for row in table.rows:
        if row.misordered:
            other, after = _neighbour(row, table)
            if other is None:
                continue
            side, side_en = ("之后", "after") if after else ("之前", "before")
            yield finding(
                row.label_span,
                f"{quoted(row.label)}应在{quoted(other.label)}{side},请按统一格式的顺序调整。",
                f"{quoted(row.label)} belongs {side_en} {quoted(other.label)}; keep the order of the form.",
                related=(Related(other.label_span, Message("相邻的行", "its neighbour")),),
            )


def _neighbour(row: BoundRow, table: BoundTable) -> tuple[BoundRow | None, bool]:
    """The nearest row in the form's order on whose wrong side a row stands, and whether it belongs after."""
    keys = [it.key for it in table.form.rows]
    at = keys.index(row.form.key) if row.form else 0
    for key in reversed(keys[:at]):
        other = table.row_of.get(key)
        if other and not other.misordered and other.span.start > row.span.start:
            return other, True
    for key in keys[at + 1 :]:
        other = table.row_of.get(key)
        if other and not other.misordered and other.span.start < row.span.start:
            return other, False
    return None, False
