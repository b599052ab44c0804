"""一个数据填错,并且能算出应填多少。 / One figure is wrong, and what it should be follows.

作用:表中每个数据都处在两三个勾稽关系里。只有一个数据填错时,恰好是它所在的几个关系同时不成立,由此可以指出是哪一格、应填多少。

依据:统一格式表头所印勾稽关系:第一项加第二项之和,等于第三项加第四项之和;各行总计等于自然人与各类组织之和。

示例:

```report bad
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 9 | 1 | 0 | 0 | 0 | 0 | 10 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度办理结果 | (一)予以公开 | 5 | 1 | 0 | 0 | 0 | 0 | 6 | |
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(三)不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
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
2.重复申请 | ⟦5⟧ | 0 | 0 | 0 | 0 | 0 | 4 | ||
3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(六)其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 9 | 1 | 0 | 0 | 0 | 0 | 10 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
```

改法:对照台账核对所指的一格;确认后改为建议的数。工具不会自行改动数据。

例外:空白、占位符、整行错位先由相应规则报告;有两种同样小的解释时由 `unbalanced-total` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import (
    Applicability,
    Edit,
    Finding,
    Fix,
    Message,
    Severity,
    finding,
)
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundTable, Fault
from disclosure_lint.topics.cells import cell_name, cell_name_en, is_negative
from disclosure_lint.topics.sums import number, place_of, related, suspects


@rule(BoundTable, Severity.ERROR, needs="verdicts")
def check(table: BoundTable, _: Report) -> Iterator[Finding]:
    """Yield a finding on each cell that alone explains its broken relations."""
    for verdict in table.verdicts:
        if verdict.fault is not Fault.WRONG_FIGURE:
            continue
        cell = verdict.cells[0]
        if is_negative(cell):
            continue  # `negative-count` tells of it, and what it should be
        expected = number(verdict.candidates[0].expected)
        name, name_en = cell_name(cell, table), cell_name_en(cell, table)
        places = "、".join(dict.fromkeys(place_of(table, it) for it in verdict.broken))
        count = len(verdict.broken)
        yield finding(
            cell.span,
            f"{table.form.name}{name}填{cell.raw},应为{expected}:改正后{places}的{count}处勾稽关系同时成立,请核对。",
            f"{table.form.name}, {name_en}, says {cell.raw} and should be {expected}: that restores all {count} relations it stands in.",
            where=table.where(cell),
            related=related(table, verdict),
            suspects=suspects(verdict.candidates),
            fix=Fix(
                Applicability.SUGGESTION,
                Message(f"改为{expected}", f"change to {expected}"),
                (Edit(cell.span, expected),),
            ),
        )
