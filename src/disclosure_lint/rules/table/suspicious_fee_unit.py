"""收费金额的单位疑似填错。 / An amount looks as if it were in another unit than the head says.

作用:“本年收费金额”的单位是万元,按元填写会把金额放大一万倍。三种情形会提示:格内写明“元”,金额大得不合常理,或者正文有同样数字的“元”。

依据:国办公开办函〔2021〕30号统一格式(单位:万元)。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | ⟦251000⟧ | ||
```

```report bad
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | ⟦380元⟧ | ||
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | ⟦380⟧ | ||
六、其他需要报告的事项
本年度收取信息处理费380元。
```

表头已有单位,格内又写一遍的,只作提示:

```report bad
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | ⟦0.37万元⟧ | ||
```

```report good
临川市2023年政府信息公开工作年度报告
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 40218.35 | ||
```

```report good limit=500000
云溪镇人民政府2023年政府信息公开工作年度报告
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 251000 | ||
六、其他需要报告的事项
本年度收取信息处理费380元。
```

改法:核对原始金额,换算成万元后填写,格内不写单位。

例外:省、市、县级政府的汇总金额可能很大,不按金额大小提示;上限由选项 `limit`(万元,默认10000)设置,部门放宽到十倍。
"""

from collections.abc import Iterator
from decimal import Decimal

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.topics.cells import amounts, cell_name, cell_name_en
from disclosure_lint.topics.organ import organ_of
from disclosure_lint.topics.organ_name import Level
from disclosure_lint.topics.units import told_in_yuan, unit_in


class Options(NamedTuple):
    """`limit`: an amount of a small organ from which on it looks wrong, in the unit of the head."""

    limit: int = 10_000


@rule(Report, Severity.WARNING, options=Options, needs="tables")
def check(report: Report, _: Report, options: Options) -> Iterator[Finding]:
    """Yield a finding for each amount that names another unit, is too great, or stands in words in yuan."""
    for table, cell in amounts(report):
        due = unit_in(cell.column.name)
        if due is None or cell.value is None:
            continue
        name, factor = due
        printed = unit_in(cell.raw)
        yuan = None if printed else told_in_yuan(cell, report)
        if printed == due:
            yield _repeated(cell, table, name)
        elif printed:
            amount = Decimal(cell.value) * printed[1] / factor
            yield _finding(cell, table, f"格内写的是“{cell.raw}”", name, f"{amount.normalize():f}")
        elif yuan is not None:
            at = report.source.lines.row(yuan.start)
            yield _finding(cell, table, f"正文第{at}行写的是“{report.source.slice(yuan)}”", name)
        elif cell.value >= options.limit and _is_too_great(cell, report, options):
            yield _finding(cell, table, f"{cell.raw}{name}大得不合常理,疑似按元填写", name)


def _repeated(cell: BoundCell, table: BoundTable, unit: str) -> Finding:
    """The unit of the head stands in the cell too: true, but the cell is for the figure alone."""
    amount = f"{cell.value:f}"
    return finding(
        cell.span,
        f"{table.form.name}{cell_name(cell, table)}单位已是{unit},格内写作“{cell.raw}”,应只填“{amount}”。",
        f"{table.form.name}, {cell_name_en(cell, table)}: “{cell.raw}” repeats the unit of the head; write {amount}.",
        where=table.where(cell),
        severity=Severity.INFO,
    )


def _is_too_great(cell: BoundCell, report: Report, options: Options) -> bool:
    """Whether an amount is beyond what the organ takes in; a government's sum may be any."""
    organ = organ_of(report)
    if organ is None or organ.kind is None or organ.level in {None, Level.PROVINCE}:
        return False
    if organ.level in {Level.TOWNSHIP, Level.STREET}:
        return True
    return not organ.governs_county_or_above and (cell.value or 0) >= options.limit * 10


def _finding(cell: BoundCell, table: BoundTable, why: str, unit: str, amount: str = "") -> Finding:
    write = f",应为{amount}" if amount else ""
    what = Message(f"换算成{unit}", "convert to the unit of the head")
    fix = Fix(Applicability.SUGGESTION, what, (Edit(cell.span, amount),))
    return finding(
        cell.span,
        f"{table.form.name}{cell_name(cell, table)}单位是{unit},{why},请核对单位{write}。",
        f"{table.form.name}, {cell_name_en(cell, table)}: “{cell.raw}” may not be in the unit "
        f"of the head ({unit}){f'; that would be {amount}' if amount else ''}.",
        where=table.where(cell),
        fix=fix if amount else None,
    )
