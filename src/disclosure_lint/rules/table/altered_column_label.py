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

整个表格没有表头,数字属于哪一列只能靠次序猜,提示补上:

```report bad edition=2021
云溪镇人民政府2023年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
⟦行政复议行政诉讼⟧
| 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
```

改法:按统一格式原文改回。

例外:沿用其他年份表样的表格只报告 `outdated-form`。网页转文字时丢了后半截的表头(“商业”)注明可能是转换造成。
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import BoundHead, BoundRow, BoundTable, Match, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.cells import MOST_APART, others
from disclosure_lint.topics.outdated import is_outdated
from disclosure_lint.topics.wording import as_printed, likeness, lost_end, same_words

# A head known by its place alone must be so much like the form's; less, and it may be a stray word.
_ALIKE = 0.35
_SURE = 0.6
# A head that lost so many characters at its end was cut when the page became text.
_CUT = 2
# So many heads are named of a table that has none.
_NAMED = 3


@rule(BoundTable, Severity.WARNING)
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding for each altered head, or one for all where there are many."""
    if not table.heads and report.whole:
        yield from _headless(table, report)
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


def _headless(table: BoundTable, report: Report) -> Iterator[Finding]:
    """A table whose figures stand under no head at all: most often the page lost them."""
    row = next((it for it in table.rows if it.figures), None)
    if row is None:
        return
    names = "、".join(f"“{column.name}”" for column in table.form.columns[:_NAMED])
    yield finding(
        _line_above(row, table, report),
        f"{table.form.name}缺少表头(如{names}),看不出各数字属于哪一列,请按统一格式补上。",
        f"{table.form.name} has no heads of columns; add those of the form.",
        maybe_extraction=True,
        severity=Severity.INFO,
    )


def _line_above(row: BoundRow, table: BoundTable, report: Report) -> Span:
    """What stands between the section's heading and the first figures, its last line; else the row."""
    heading = next((it for it in report.sections if it.section.number == table.section), None)
    start = heading.section.heading.end if heading else row.span.start
    lead = report.source.text[start : row.span.start].rstrip(" \t\n|")
    line = lead[lead.rfind("\n") + 1 :].lstrip()
    end = start + len(lead)
    return Span(end - len(line), end) if line else row.span


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
