"""没有申请却有行政复议、行政诉讼。 / Disputes although there were no requests.

作用:政府信息公开的行政复议、行政诉讼一般由申请引起。本年新收和上年结转都是0,却有复议或诉讼,可能是填错,也可能是往年案件。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式各表的关系。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | ⟦1⟧ | 0 | 0 | 0 | 0 | 0 |
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
```

改法:核对表三、表四;确为往年案件的可不改。

例外:案件常比申请晚一年,所以只作提示。
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache, lru_cache

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.edition import CellKey, TableForm
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.topics.cells import cell_name, cell_name_en
from disclosure_lint.words import words


@rule(Report, Severity.INFO, needs="tables")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first total of cases when there were no requests, this year or last."""
    requests = [cell for it in report.tables for key in _requests() if (cell := it.cells.get(key))]
    if not requests or any(cell.value != 0 for cell in requests):
        return
    for table in report.tables:
        for key in _cases(table.form):
            cell = table.cells.get(key)
            if cell and cell.value:
                yield _finding(table, cell, requests)
                return


@cache
def _requests() -> tuple[CellKey, ...]:
    keys = [it.partition("@") for it in words("tables")["disputes"]["requests"]]
    return tuple((row, column) for row, _, column in keys)


@lru_cache(maxsize=64)
def _cases(form: TableForm) -> tuple[CellKey, ...]:
    """The cells of a form that count cases."""
    rows = (*form.rows, *form.local_rows)
    keys = [(row.key, column.key) for row in rows for column in row.columns]
    wanted = words("tables")["disputes"]["cases"]
    return tuple(key for key in keys if any(fnmatchcase("@".join(key), it) for it in wanted))


def _finding(table: BoundTable, cell: BoundCell, requests: list[BoundCell]) -> Finding:
    return finding(
        cell.span,
        f"本年新收和上年结转的申请都是0,{table.form.name}{cell_name(cell, table)}却为{cell.raw},"
        "请核实(可能为往年案件)。",
        f"No requests this year or last, yet {cell_name_en(cell, table)} is {cell.raw}; "
        "the case may date from an earlier year.",
        where=table.where(cell),
        related=tuple(Related(it.span, Message("申请总计为0", "no requests")) for it in requests),
    )
