"""没有规章制定权的机关填报了规章。 / Regulations counted by an organ that makes none.

作用:规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定。县级以下政府、街道办事处和市县部门的“规章”一行一般应为0,常见的原因是把规范性文件填进了规章行。

依据:《中华人民共和国立法法》关于规章制定权限的规定。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | ⟦2⟧ | 0 | 5 |
行政规范性文件 | 0 | 0 | 0 |
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | ⟦6⟧ |
行政规范性文件 | 0 | 0 | 0 |
```

```report good
临川市人民政府2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 2 | 0 | 15 |
行政规范性文件 | 61 | 59 | 422 |
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 2 | 0 | 5 |
```

改法:核对是否应填在“行政规范性文件”一行。

例外:机关层级由名称判断,不能确定时(如只写“某市”、垂直管理机关)不报告。
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.edition import CellKey, TableForm
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.topics.cells import column_name, others
from disclosure_lint.topics.organ import organ_of
from disclosure_lint.words import words


@rule(Report, Severity.WARNING, needs="tables")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for each table, at the first figure above 0 in the row of regulations."""
    for table in report.tables:
        found = [it for key in _keys(table.form) if (it := table.cells.get(key)) and it.value]
        organ = organ_of(report) if found else None
        if organ and organ.makes_regulations is False:
            yield _finding(found, table, organ.name or "本机关")


def _finding(found: Sequence[BoundCell], table: BoundTable, organ: str) -> Finding:
    first = found[0]
    label = table.row_path(first.row)[-1]
    figures = "、".join(f"“{column_name(cell, table)}”{cell.raw}" for cell in found)
    return finding(
        first.span,
        f"{organ}没有制定“{label}”的权限,这一行应为0,现填{figures}{_instead(first, table)}。",
        f"An organ of this level makes no regulations; the row “{label}” should be 0.",
        where=table.where(first),
        related=others(cell.span for cell in found[1:]),
    )


@lru_cache(maxsize=64)
def _keys(form: TableForm) -> tuple[CellKey, ...]:
    """The cells that the rows of regulations may have, in the order of the columns."""
    rows = words("tables")["regulations"]["rows"]
    there = {row.key for row in (*form.rows, *form.local_rows)}
    return tuple((row, it.key) for row in rows if row in there for it in form.columns)


def _instead(cell: BoundCell, table: BoundTable) -> str:
    """The advice to look whether the figures belong into the row below."""
    rows = [form.key for form in table.form.rows]
    after = table.form.rows[rows.index(cell.row.key) + 1 :][:1]
    return "".join(f",请核对是否应填在“{table.row_path(row)[-1]}”一行" for row in after)
