"""表头与统一格式不一致。 / A column's head differs from the form's.

作用:表头决定每个数字的含义,应与统一格式一字不差,不能增删改字。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | ⟦本年度制发数⟧ | 本年废止件数 | ⟦现行有效件⟧ |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 0 | 0 |
```

```report fixed
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 0 | 0 |
```

表头中间的空格、换行和括号里的说明不算改动:

```report good
三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||
自然人 | 法人或其他组织 | 总计 | |||||||
商业 企业 | 科研 机构 | 社会公益组织 | 法律服务 机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good edition=2019
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 上一年项目数量(指2018年事项数) | 本年增/减(减用负值表示,如-8) | 处理决定数量(指2019年办件量) |
行政许可 | 8 | -1 | 93 |
其他对外管理服务事项 | 117 | 0 | 165 |
```

改法:按统一格式原文改回。

例外:沿用其他年份表样的表格只报告 `outdated-form`。网页转文字时丢了后半截的表头(“商业”)注明可能是转换造成。
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.cells import MOST_APART, others
from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.outdated import is_outdated
from disclosure_lint.report import BoundHead, BoundTable, Match, Report
from disclosure_lint.rule import rule
from disclosure_lint.wording import as_printed, likeness, lost_end, same_words

# A head known by its place alone must be so much like the form's; less, and it may be a stray word.
_ALIKE = 0.35
_SURE = 0.6
# A head that lost so many characters at its end was cut when the page became text.
_CUT = 2


@rule(BoundTable, Severity.WARNING)
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding for each altered head, or one for all where there are many."""
    altered = [head for head in table.heads if head.match is not Match.EXACT and _is_altered(head)]
    if not altered or is_outdated(table, report):
        return
    if len(altered) <= MOST_APART:
        for head in altered:
            yield _one(head)
        return
    first = altered[0]
    yield finding(
        first.span,
        f"{table.form.name}有{len(altered)}处表头与统一格式不一致,"
        f"例如应为“{_right(first)}”,现为“{first.label}”。",
        f"{table.form.name}: {len(altered)} heads differ from the form, such as "
        f"“{first.label}” for “{_right(first)}”.",
        related=others(head.span for head in altered[1:]),
        maybe_extraction=any(map(_is_cut, altered)),
        fix=_fix(altered),
    )


def _is_altered(head: BoundHead) -> bool:
    if same_words(head.label, head.column.name):
        return False
    return head.match is not Match.PLACE or likeness(head.label, head.column.name) >= _ALIKE


def _right(head: BoundHead) -> str:
    return as_printed(head.column.name, head.label)


def _is_cut(head: BoundHead) -> bool:
    return lost_end(head.label, head.column.name) >= _CUT


def _one(head: BoundHead) -> Finding:
    return finding(
        head.span,
        f"表头应为“{_right(head)}”,现为“{head.label}”,请按统一格式改正。",
        f"The head should read “{_right(head)}”, not “{head.label}”.",
        maybe_extraction=_is_cut(head),
        fix=_fix([head]),
    )


def _fix(heads: list[BoundHead]) -> Fix | None:
    if any(len(head.label) != head.span.end - head.span.start for head in heads):
        return None  # the head is broken over lines: replacing it would join them
    sure = all(
        head.match is Match.ALIAS or likeness(head.label, _right(head)) >= _SURE for head in heads
    )
    return Fix(
        Applicability.SAFE if sure else Applicability.SUGGESTION,
        Message("改为统一格式的表头", "write the head as the form has it"),
        tuple(Edit(head.span, _right(head)) for head in heads),
    )
