"""表三的勾稽关系说明缺少或被改动。 / The note about the relations is missing or altered.

作用:统一格式在表三左上角印有勾稽关系说明,告诉读者各项数据怎样相加。缺少或改字后,说明与数据可能对不上。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
三、收到和处理政府信息公开申请情况
⟦(本列数据的勾稽关系为:第一项加第二项之和等于第三项之和)⟧ | 申请人情况 | ||||||||
自然人 | 法人或其他组织 | 总计 | |||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report fixed
三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||
自然人 | 法人或其他组织 | 总计 | |||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report bad
三、收到和处理政府信息公开申请情况
申请人情况 | ||||||||
⟦自然人⟧ | 法人或其他组织 | 总计 | |||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good
三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和, 等于第三项加第四项之和) | 申请人情况 | ||||||||
自然人 | 法人或其他组织 | 总计 | |||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:按统一格式原文写上。

例外:没有表头的片段不报告;括号、空格和标点的全角半角不计。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.frames import frames, nearest, stands
from disclosure_lint.topics.outdated import is_outdated
from disclosure_lint.topics.wording import as_printed


@rule(BoundTable, Severity.INFO, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding at an altered note, or at the first head where there is none."""
    if not table.heads or not any(block.note for block in table.form.blocks):
        return
    for block, span in frames(table, report):
        if not block.note or _has(block.note, span, report) or is_outdated(table, report):
            continue
        printed = nearest(block.note, span, report)
        if printed:
            yield _altered(*printed, as_printed(block.note, printed[0]))
        else:
            yield finding(
                table.heads[0].span,
                f"{table.form.name}左上角缺少“{block.note.strip('()')}”的说明,请按统一格式补上。",
                f"{table.form.name} lacks the form's note about how its figures add up.",
            )


def _has(note: str, span: Span, report: Report) -> bool:
    """Whether the note stands there, in brackets or without."""
    return stands(note.strip("()（）"), span, report)


def _altered(printed: str, span: Span, right: str) -> Finding:
    return finding(
        span,
        f"勾稽关系说明应为“{right}”,现为“{printed}”,请按统一格式改正。",
        f"The note about the relations should read “{right}”.",
        fix=Fix(
            Applicability.SAFE,
            Message("改为统一格式的说明", "write the note as the form has it"),
            (Edit(span, right),),
        ),
    )
