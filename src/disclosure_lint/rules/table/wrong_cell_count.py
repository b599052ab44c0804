"""一行的数据个数不对。 / A row has too many or too few figures.

作用:每行的数据个数由统一格式决定(表三每行7个,表四15个)。多一个或少一个,后面的数字就对错了列。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 | ||
⟦二、上年结转政府信息公开申请数量⟧ | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

一格一行的文字里少一个数据:

```report bad edition=2019
二、主动公开政府信息情况

行政处罚

0

0

0

行政强制

0

0

0

第二十条第(八)项

信息内容

上一年项目数量

本年增/减

⟦行政事业性收费⟧

0

第二十条第(九)项

信息内容

采购项目数量

采购总金额

政府集中采购

0

0
```

合并单元格“三、本年度办理结果”只印在第一行;各行补齐的竖线多少不一:

```report good
三、收到和处理政府信息公开申请情况
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度办理结果 | (一)予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

数字连写的文字,长度不等于个数:

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量120000012
二、上年结转政府信息公开申请数量0000000
四、结转下年度继续办理0000000
```

改法:对照原表逐格核对,补上缺少的或删去多出的一格。

例外:看得出是空白格的由 `blank-cell` 报告;一个数被拆成两格、合起来勾稽关系成立的由 `split-figure` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundRow, BoundTable, Fault, Verdict
from disclosure_lint.topics.blanks import find_blanks, is_stripped, is_unplaced, lack
from disclosure_lint.topics.cells import odd_cells
from disclosure_lint.topics.glued import may_be_glued
from disclosure_lint.topics.wording import quoted
from disclosure_lint.values import State


@rule(BoundTable, Severity.ERROR, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding at the label of each row with figures for more or fewer columns than it has."""
    if not odd_cells(table, lambda cell: cell.state is State.UNPLACED):
        return
    unplaced = [row for row in table.rows if row.form and is_unplaced(row)]
    split = {verdict.row.span for verdict in _verdicts(table) if verdict.row}
    few = () if is_stripped(report) else find_blanks(table).few
    for row in unplaced:
        wrong = lack(row) < 0 or row in few
        if wrong and row.span not in split and not may_be_glued(row, table):
            yield _finding(row, table)


def _verdicts(table: BoundTable) -> Iterator[Verdict]:
    return (it for it in table.verdicts if it.fault is Fault.SPLIT_FIGURE)


def _finding(row: BoundRow, table: BoundTable) -> Finding:
    have, due = len(row.figures), len(row.cells)
    name = f"{quoted(row.label)}一行" if row.label else "数据行"
    off = f"多{have - due}个" if have > due else f"缺{due - have}个,看不出缺的是哪一格"
    off_en = f"{abs(have - due)} too {'many' if have > due else 'few'}"
    return finding(
        row.label_span,
        f"{table.form.name}{name}有{have}个数据,应为{due}个,{off},请对照原表逐格核对。",
        f"{table.form.name}, row {quoted(row.label)}: {have} figures for {due} columns, {off_en}.",
        maybe_extraction=have < due,
    )
