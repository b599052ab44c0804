"""同一张表出现两次且数据不一致。 / A table stands twice with different figures.

作用:同一份报告里同一张表只应有一份数据。手机版、电脑版各印一份而数据相同的不报告。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
附:主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | ⟦3⟧ | ||
```

```report good
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 3 | ||
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
附:主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 3 | ||
```

改法:核对后只保留正确的一张表。

例外:两张表内容相同的不报告;只比较两张表都有数字的格。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.topics.cells import cell_name, cell_name_en, others
from disclosure_lint.topics.outdated import is_table


@rule(Report, Severity.ERROR, needs="doubtful")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the first differing figure of each further table of the same key."""
    if len({table.form.key for table in report.tables}) == len(report.tables):
        return
    first: dict[str, BoundTable] = {}
    for table in report.tables:
        if is_table(table):
            earlier = first.setdefault(table.form.key, table)
            differing = _differing(earlier, table)
            if differing:
                yield _finding(table, differing, report)


def _differing(one: BoundTable, other: BoundTable) -> list[tuple[BoundCell, BoundCell]]:
    """The cells that both tables have figures in, and different ones.

    Not those of which the relations of a copy say that they are wrong: they have a finding.
    """
    if one is other:
        return []
    verdicts = one.verdicts + other.verdicts
    accused = {it.cell.key for verdict in verdicts for it in verdict.candidates}
    keys = [key for key in other.cells if key in one.cells and key not in accused]
    pairs = [(one.cells[key], other.cells[key]) for key in keys]
    known = [(a, b) for a, b in pairs if a.value is not None and b.value is not None]
    return sorted(((a, b) for a, b in known if a.value != b.value), key=lambda pair: pair[1].span)


def _finding(
    other: BoundTable, cells: list[tuple[BoundCell, BoundCell]], report: Report
) -> Finding:
    left, right = cells[0]
    at = report.source.lines.row(left.span.start)
    return finding(
        right.span,
        f"{other.form.name}出现两次且有{len(cells)}处数据不一致,"
        f"如{cell_name(right, other)}前为{left.raw}(第{at}行)、此处为{right.raw},请核对后只保留一张。",
        f"{other.form.name} stands twice with {len(cells)} different figure(s): "
        f"{cell_name_en(right, other)} is {left.raw} on line {at} and {right.raw} here.",
        where=other.where(right),
        related=(
            Related(left.span, Message(f"第一张表此格为{left.raw}", f"{left.raw} in the first")),
            *others(cell.span for _, cell in cells[1:]),
        ),
    )
