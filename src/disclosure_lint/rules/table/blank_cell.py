"""数据格空白。 / A cell is blank.

作用:没有数据应填“0”。空白分不清是没有还是漏填,合计也无法核对。一张表只报告一次,给出空白的个数和最前面的几格。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式;填报惯例。

示例:

保留空格位置的表格,指向第一个空白格:

```report bad
三、收到和处理政府信息公开申请情况
| 一、本年新收政府信息公开申请数量 | 8 |⟦⟧ | 0 | 0 | 0 | 0 | 8 |
| 二、上年结转政府信息公开申请数量 | 0 | | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

转成文字时空白格已经消失的,指向该行:

```report bad
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
第二十条第(六)项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 0 | ||
⟦行政强制⟧ | |||
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0 |
```

行末补齐用的竖线不是空白格:

```report good
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
第二十条第(六)项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 0 | ||
行政强制 | 0 | ||
```

改法:确实没有数据的填“0”;漏填的补上。勾稽关系能推出数值的,按推出的数值给出建议,由填报人确认。

例外:数据个数不足又看不出是否空白的,由 `wrong-cell-count` 报告。整张表的数据几乎全部不见的,注明可能是转换时丢失。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.table import BoundRow, BoundTable
from disclosure_lint.topics.blanks import (
    Blanks,
    fill,
    find_blanks,
    headed,
    hint,
    is_stripped,
    lack,
    restored,
)
from disclosure_lint.topics.cells import cell_name, cell_name_en, others
from disclosure_lint.topics.frames import first_line
from disclosure_lint.topics.outdated import is_table
from disclosure_lint.topics.wording import quoted
from disclosure_lint.values import State

_NAMED = 2  # so many blanks are named


@rule(Report, Severity.WARNING, needs="doubtful")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for each table with blanks, and for each of which the heads alone are left."""
    for table in report.tables:
        blanks = find_blanks(table)
        lost = blanks.bare or (is_stripped(report) and bool(blanks.total or blanks.few))
        if lost and is_table(table):
            what = "各行几乎都没有数据" if blanks.bare else "有些行缺少数据"
            yield _lost(table.form.name, first_line(table, report), what)
        elif blanks.total and not blanks.bare:
            yield _blank(table, blanks)
    for it in headed(report):
        if not it.filled:
            yield _lost(it.form.name, it.span, "只有表头,没有数据")


def _lost(name: str, span: Span, what: str) -> Finding:
    return finding(
        span,
        f"{name}{what},可能在转换成文字时丢失,请对照原表核对;没有数据应填“0”。",
        f"{name} lacks figures; they may have been lost when the page became text. "
        "Where there is nothing to report, write 0.",
        maybe_extraction=True,
    )


def _blank(table: BoundTable, blanks: Blanks) -> Finding:
    values = restored(table)
    known = hint(blanks.cells, values, table)
    spans = sorted({*(it.span for it in blanks.cells), *(it.label_span for it in blanks.rows)})
    named = [cell_name(cell, table) for cell in blanks.cells[:_NAMED]]
    named_en = [cell_name_en(cell, table) for cell in blanks.cells[:_NAMED]]
    for row in blanks.rows[: _NAMED - len(named)]:
        named.append(f"{_row_name(row)}少{lack(row)}个,看不出是哪一列")
        named_en.append(f"row {quoted(row.label)} lacks {lack(row)}, the column cannot be told")
    more = "等" if len(blanks.cells) + len(blanks.rows) > len(named) else ""
    return finding(
        spans[0],
        f"{table.form.name}有{blanks.total}个空白单元格({'、'.join(named)}{more}),"
        f"没有数据应填“0”{known.zh}。",
        f"{table.form.name} has {blanks.total} blank cell(s): {'; '.join(named_en)}"
        f"{' and more' * bool(more)}. Where there is nothing to report, write 0{known.en}.",
        where=table.where(blanks.cells[0]) if blanks.cells else None,
        related=others(spans[1:]),
        fix=fill((it for it in blanks.cells if it.state is State.BLANK), values),
    )


def _row_name(row: BoundRow) -> str:
    return f"{quoted(row.label)}一行" if row.label else "数据行"
