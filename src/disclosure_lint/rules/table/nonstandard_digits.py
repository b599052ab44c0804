"""数据格里的数字不规范。 / A figure is written in other than plain digits.

作用:数据应使用半角阿拉伯数字。全角数字、字母O或l、带圈数字,以及数字中间的空格,看上去像数字,汇总程序却读不出来。

依据:GB/T 15835《出版物上数字用法》;填报惯例。

示例:

```report bad
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | ⟦O⟧ | 0 | 0 |
行政规范性文件 | ⟦\uff11\uff12⟧ | 0 | ⟦1 200⟧ |
```

```report fixed
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 12 | 0 | 1200 |
```

```report good
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 |  12 | 0 | 1200 |
```

改法:改为半角数字,数字中间不留空格;改动涉及数字,需由填报人确认。

例外:整篇文字已转为半角的页面看不出全角数字,不报告。一张表超过三处时合并为一条。
"""

from collections.abc import Iterator, Sequence

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.text import figure
from disclosure_lint.topics.cells import cell_name, cell_name_en, clusters, odd_cells, others
from disclosure_lint.values import State, standard_digits


@rule(BoundTable, Severity.WARNING, needs="doubtful")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield a finding for each figure in other digits, or one for all where there are many."""
    for found in clusters(odd_cells(table, _is_odd)):
        if found:
            yield _finding(found, table)


def _is_odd(cell: BoundCell) -> bool:
    raw = cell.raw
    if cell.state is not State.FIGURE or (raw.isdigit() and raw.isascii()):
        return False
    return figure(raw) is None and standard_digits(raw) is not None


def _finding(found: Sequence[BoundCell], table: BoundTable) -> Finding:
    first = found[0]
    count = f"等{len(found)}格" if len(found) > 1 else ""
    return finding(
        first.span,
        f"{table.form.name}{cell_name(first, table)}{count}写作“{first.raw}”,"
        f"应为半角数字“{standard_digits(first.raw)}”。",
        f"{table.form.name}, {cell_name_en(first, table)}: “{first.raw}” should be written "
        f"{standard_digits(first.raw)} ({len(found)} cell(s)).",
        where=table.where(first),
        related=others(cell.span for cell in found[1:]),
        fix=Fix(
            Applicability.UNSAFE,
            Message("改为半角数字", "write plain digits"),
            tuple(Edit(cell.span, standard_digits(cell.raw) or cell.raw) for cell in found),
        ),
    )
