"""数据填错了列(或行)。 / A figure stands in its neighbour's column or row.

作用:两列(或两行)分别多出和缺少同样的数,而总计平衡,通常是一件申请的类别填错了位置。

依据:统一格式表头所印勾稽关系。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | ⟦60⟧ | 0 | 0 | 0 | 0 | 1 | 61 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 61 | 0 | 0 | 0 | 0 | 0 | 61 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 60 | 0 | 0 | 0 | 0 | 1 | 61 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 60 | 0 | 0 | 0 | 0 | 1 | 61 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

改法:核对这几件申请的申请人类别(或办理结果),把数据移到正确的列(或行)。

例外:须恰有两列(或两行),一多一少且数目相等;否则由其他规则报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable, Fault, Verdict
from disclosure_lint.topics.cells import cell_name, cell_name_en
from disclosure_lint.topics.sums import number, related, suspects


@rule(BoundTable, Severity.ERROR, needs="verdicts")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield one finding for two columns, or two rows, that are off by opposite amounts."""
    for verdict in table.verdicts:
        if verdict.fault is Fault.MISPLACED_FIGURE:
            source, target = verdict.cells
            zh, en = _message(table, verdict)
            yield finding(
                min(source.span, target.span),
                zh,
                en,
                where=table.where(source if source.span < target.span else target),
                related=(*_ends(table, verdict), *related(table, verdict)),
                suspects=suspects(verdict.candidates),
            )


def _message(table: BoundTable, verdict: Verdict) -> tuple[str, str]:
    source, target = verdict.cells
    amount = number(verdict.amount)
    across = source.row.key == target.row.key
    names = [
        table.column_path(cell.column)[-1] if across else table.row_path(cell.row)[-1]
        for cell in (source, target)
    ]
    kind, kind_en = ("列", "column") if across else ("行", "row")
    if verdict.row:
        mended = [number(it.expected) for it in verdict.candidates]
        tail = "、".join(
            f"{cell_name(cell, table)}{cell.raw}应为{value}"
            for cell, value in zip(verdict.cells, mended, strict=True)
        )
        tail_en = "; ".join(
            f"{cell_name_en(cell, table)}: {cell.raw} should be {value}"
            for cell, value in zip(verdict.cells, mended, strict=True)
        )
    else:
        other = "行" if across else "列"
        tail = f"有{verdict.at}{other}数据可以这样解释,请核对是哪一{other}"
        tail_en = f"{verdict.at} places explain it equally"
    return (
        f"{table.form.name}“{names[0]}”{kind}多{amount}、“{names[1]}”{kind}少{amount},其余平衡:疑似{amount}件填错了{kind};{tail}。",
        f"{table.form.name}: {kind_en} “{names[0]}” has {amount} too many and “{names[1]}” {amount} too few; a figure stands in the wrong {kind_en}: {tail_en}.",
    )


def _ends(table: BoundTable, verdict: Verdict) -> tuple[Related, ...]:
    source, target = verdict.cells
    return (
        Related(source.span, Message(f"{cell_name(source, table)}偏多", "too many here")),
        Related(target.span, Message(f"{cell_name(target, table)}偏少", "too few here")),
    )
