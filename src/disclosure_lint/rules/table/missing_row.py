"""缺少统一格式中的一行。 / A row of the form is missing.

作用:统一格式的行不得删减;没有数据的行也应保留并填“0”。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度办理结果 | (一)予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(三)不予公开 | ⟦2.其他法律行政法规禁止公开⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
5.属于三类内部事务信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
6.属于四类过程性信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(四)无法提供 | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.没有现成信息需要另行制作 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.补正后申请内容仍不明确 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(五)不予处理 | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(六)其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

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

改法:按统一格式补上缺少的行,没有数据填“0”。

例外:表格沿用旧表样时只报告 `outdated-form`;重复行被网页去掉、几乎没有数据的表只报告空白;只有表格片段(缺一半及以上的行)时不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.blanks import find_blanks
from disclosure_lint.topics.extraction import cut_short
from disclosure_lint.topics.outdated import is_outdated


@rule(BoundTable, Severity.ERROR, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding for each run of missing rows, at the printed row that follows."""
    missing = sum(len(gap.rows) for gap in table.gaps)
    if is_outdated(table, report) or missing * 2 >= len(table.form.rows) or find_blanks(table).bare:
        return
    cut = cut_short(report)
    for gap in table.gaps:
        if cut and cut.table and gap.span.start >= cut.span.start:
            continue  # the text breaks off here: its end is to be copied, not its rows to be added
        names = "、".join(f"“{row.name}”" for row in gap.rows)
        yield finding(
            gap.span,
            f"{table.form.name}缺少{names}{_counted(len(gap.rows))},请按统一格式补上,没有数据填“0”。",
            f"{table.form.name} lacks the row(s) {names}; add them, with 0 where there is nothing to report.",
        )


def _counted(number: int) -> str:
    return "一行" if number == 1 else f"共{number}行"
