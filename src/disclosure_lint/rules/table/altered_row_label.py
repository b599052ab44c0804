"""行标题与统一格式不一致。 / A row's label differs from the form's.

作用:行标题是统一格式的法定用语,不能增删改字。常见的是少字、错字,或者把“信访举报投诉类申请”写成“举报投诉类申请”。数据仍按对应的行读取。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
(五)不予处理 | ⟦1.举报投诉类申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
⟦4.无正当里由大量反复申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report fixed
三、收到和处理政府信息公开申请情况
(五)不予处理 | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

2022年报告沿用旧的行名称:

```report bad
青岩县水务局2022年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
⟦规范性文件⟧ | 0 | 0 | 0 |
```

空格、全角半角、引号样式、序号后的标点和括号里的说明不同,不算改动:

```report good
三、收到和处理政府信息公开申请情况
(三) 不予公开 | 1、属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
3.危及「三安全一稳定」 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
4.保护 第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
\uff15\uff0e属于三类内部事务信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good
二、主动公开政府信息情况
信息内容 | 本年处理决定数量 | ||
行政许可(指2023年办件量) | 12 | ||
行政处罚 | 3 | ||
行政强制 | 0 | ||
```

改法:按统一格式原文改回。

例外:沿用其他年份表样的表格只报告 `outdated-form`;与统一格式各行都不相近的标题由 `unknown-row` 报告。一张表有多处不一致时合并为一条。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Fix, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundRow, BoundTable, Match
from disclosure_lint.topics.cells import MOST_APART, others
from disclosure_lint.topics.characters import traditional
from disclosure_lint.topics.outdated import is_outdated, is_table
from disclosure_lint.topics.rewriting import restore
from disclosure_lint.topics.wording import (
    as_printed,
    likeness,
    quoted,
    same_words,
    without_remark,
)

# A label less like the form's than this may be meant for another row.
_SURE = 0.7
_KNOWN = frozenset([Match.EXACT, Match.ALIAS])


@rule(BoundTable, Severity.WARNING, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding for each altered label, or one for all where there are many."""
    altered = [row for row in table.rows if row.match is not Match.EXACT and _is_altered(row)]
    if not altered or is_outdated(table, report) or not is_table(table):
        return
    if len(altered) <= MOST_APART:
        for row in altered:
            yield _one(row)
        return
    first = altered[0]
    right, printed = quoted(_right(first)), quoted(first.label)
    yield finding(
        first.label_span,
        f"{table.form.name}有{len(altered)}行的行标题与统一格式不一致,例如应为{right},现为{printed}。",
        f"{table.form.name}: {len(altered)} row labels differ from the form, as {printed} for {right}.",
        related=others(row.label_span for row in altered[1:]),
        fix=_fix(altered),
    )


def _is_altered(row: BoundRow) -> bool:
    if row.form is None or row.form.local or not row.label:
        return False
    return not same_words(row.label, row.form.name)


def _right(row: BoundRow) -> str:
    return as_printed(row.form.name, row.label) if row.form else row.label


def _one(row: BoundRow) -> Finding:
    right, printed = quoted(_right(row)), quoted(row.label)
    if traditional().keys().isdisjoint(row.label):
        return finding(
            row.label_span,
            f"行标题应为{right},现为{printed},请按统一格式改正。",
            f"The row label should read {right}, not {printed}.",
            fix=_fix([row]),
        )
    # The converter of a page in traditional characters changes words too: the report's own may be right.
    right, printed = quoted(row.form.name if row.form else ""), quoted(without_remark(row.label))
    return finding(
        row.label_span,
        f"行标题应为{right},现为{printed};可能是繁简转换改了用词,请以原页面为准。",
        f"The row label should read {right}, not {printed}; a conversion of scripts may have changed it.",
        maybe_extraction=True,
        severity=Severity.INFO,
    )


def _fix(rows: list[BoundRow]) -> Fix:
    sure = all(it.match in _KNOWN or likeness(it.label, _right(it)) >= _SURE for it in rows)
    edits = [Edit(row.label_span, _right(row)) for row in rows]
    return restore(edits, "改为统一格式的行标题", "write the label as the form has it", sure=sure)
