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

表头中间的空格、换行和括号里的说明不算改动,后半截写在下一行的也不算:

```report good
三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 |
自然人 | 法人或其他组织 | 总计 |
商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |
企业 | 机构 |
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

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

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Fix, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.table import BoundHead, BoundTable, Match
from disclosure_lint.topics.cells import MOST_APART, others
from disclosure_lint.topics.frames import line_above, odd_heads
from disclosure_lint.topics.outdated import is_outdated
from disclosure_lint.topics.rewriting import restore
from disclosure_lint.topics.wording import as_printed, likeness, lost_end, same_words

# A head known by its place alone must be so much like the form's; less, and it may be a stray word.
_ALIKE, _SURE = 0.35, 0.6
# A head that lost so many characters at its end was cut when the page became text.
_CUT = 2


@rule(BoundTable, Severity.WARNING, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding for each altered head, or one for all where there are many."""
    if not table.heads and report.whole and any(row.figures for row in table.rows):
        yield _headless(table, report)
    altered = [head for head in odd_heads(table, report) if _is_altered(head)]
    if not altered or is_outdated(table, report):
        return
    if len(altered) <= MOST_APART:
        for head in altered:
            yield _one(head)
        return
    first, name = altered[0], table.form.name
    yield finding(
        first.span,
        f"{name}有{len(altered)}处表头与统一格式不一致,例如应为“{_right(first)}”,现为“{first.label}”。",
        f"{name}: {len(altered)} heads differ from the form, as “{first.label}” for “{_right(first)}”.",
        related=others(head.span for head in altered[1:]),
        maybe_extraction=any(lost_end(it.label, it.column.name) >= _CUT for it in altered),
        fix=_fix(altered),
    )


def _headless(table: BoundTable, report: Report) -> Finding:
    """A table whose figures stand under no head at all: most often the page lost them."""
    row = next(it for it in table.rows if it.figures)
    return finding(
        line_above(row, table, report),
        f"{table.form.name}缺少表头(如“{table.form.columns[0].name}”),看不出各数字属于哪一列,请按统一格式补上。",
        f"{table.form.name} has no heads of columns; add those of the form.",
        maybe_extraction=True,
        severity=Severity.INFO,
    )


def _is_altered(head: BoundHead) -> bool:
    known = head.match is not Match.PLACE or likeness(head.label, head.column.name) >= _ALIKE
    return known and not same_words(head.label, head.column.name)


def _right(head: BoundHead) -> str:
    return as_printed(head.column.name, head.label)


def _one(head: BoundHead) -> Finding:
    return finding(
        head.span,
        f"表头应为“{_right(head)}”,现为“{head.label}”,请按统一格式改正。",
        f"The head should read “{_right(head)}”, not “{head.label}”.",
        maybe_extraction=lost_end(head.label, head.column.name) >= _CUT,
        fix=_fix([head]),
    )


def _fix(heads: list[BoundHead]) -> Fix | None:
    if any(len(it.label) != it.span.end - it.span.start for it in heads):
        return None  # the head is broken over lines: replacing it would join them
    sure = all(it.match is Match.ALIAS or likeness(it.label, _right(it)) >= _SURE for it in heads)
    edits = [Edit(it.span, _right(it)) for it in heads]
    return restore(edits, "改为统一格式的表头", "write the head as the form has it", sure=sure)
