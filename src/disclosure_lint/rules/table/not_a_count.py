"""数据格里不是纯数字。 / A cell holds something other than a plain figure.

作用:数据格只填数字:件数为整数,不带单位、千位分隔符、小数和汉字数字,更不能填文字。单位已经写在表头或统一格式里。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | ⟦1,012件⟧ | ||
第二十条第(六)项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | ⟦见附件⟧ | ||
行政强制 | ⟦三⟧ | ||
```

```report bad edition=2019
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 6 | ⟦减3⟧ | 3 |
其他对外管理服务事项 | 0 | 0 | 0 |
```

金额可以有小数,本年增/减可以带正负号:

```report good
二、主动公开政府信息情况
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 12.35 | ||
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 21 | +19 | 93 |
其他对外管理服务事项 | 12 | -8 | 4 |
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额 | |
政府集中采购 | 1 | 1,563.2万元 | |
```

改法:只留数字;文字说明移到表外。

例外:全角数字、字母O等由 `nonstandard-digits` 报告,“/”“无”等由 `placeholder-cell` 报告。一张表超过三处时合并为一条。
"""

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.edition import Kind
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.text import figure, fold
from disclosure_lint.topics.cells import cell_name, cell_name_en, clusters, odd_cells, others
from disclosure_lint.topics.units import unit_in
from disclosure_lint.values import State
from disclosure_lint.words import words


@rule(BoundTable, Severity.WARNING, needs="doubtful")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield a finding for each cell that is no plain figure, or one for all where there are many."""
    for found in clusters(odd_cells(table, _is_wrong)):
        if found:
            yield _finding(found, table)


def _is_wrong(cell: BoundCell) -> bool:
    if cell.state is not State.NOT_A_COUNT:
        return False
    if cell.column.kind is not Kind.AMOUNT or cell.value is None:
        return True
    return not unit_in(cell.raw) and figure(cell.raw.replace(",", "")) is None


def _finding(found: Sequence[BoundCell], table: BoundTable) -> Finding:
    first = found[0]
    meant = _meant(first)
    what = "只填金额数字" if first.column.kind is Kind.AMOUNT else "只填整数"
    count = f"等{len(found)}格" if len(found) > 1 else ""
    write = f",请改为“{meant}”" if meant else ""
    return finding(
        first.span,
        f"{table.form.name}{cell_name(first, table)}{count}应{what},现为“{first.raw}”{write}。",
        f"{table.form.name}, {cell_name_en(first, table)}: “{first.raw}” is no plain figure"
        f"{f'; write {meant}' if meant else ''} ({len(found)} cell(s)).",
        where=table.where(first),
        related=others(cell.span for cell in found[1:]),
        maybe_extraction="?" in first.raw or "\ufffd" in first.raw,
        fix=_fix(found),
    )


def _fix(found: Sequence[BoundCell]) -> Fix | None:
    edits = tuple(Edit(cell.span, meant) for cell in found if (meant := _meant(cell)))
    message = Message("只留数字", "keep the figure only")
    return Fix(Applicability.SUGGESTION, message, edits) if edits else None


def _meant(cell: BoundCell) -> str:
    """The plain figure that a cell plainly means, or nothing."""
    if isinstance(cell.value, int):
        return str(cell.value)
    if isinstance(cell.value, Decimal):
        return str(int(cell.value)) if cell.value == int(cell.value) else ""
    folded = fold(cell.raw)
    if cell.column.kind is Kind.SIGNED:
        for word, sign in words("tables")["signs"].items():
            if folded.startswith(word) and figure(folded.removeprefix(word)) is not None:
                return str(sign).strip("+") + folded.removeprefix(word)
    number = unicodedata.numeric(folded, -1) if len(folded) == 1 else -1
    return str(int(number)) if number >= 0 and number == int(number) else ""
