"""“第二十条第(几)项”的标题缺少或写错。 / A caption over a block is missing or wrong.

作用:表二各块上方印有所依据的条例条款,写错或缺少时,读者不知道数据报告的是哪一项。

依据:《中华人民共和国政府信息公开条例》第二十条;国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
第二十条第(六)项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 0 | ||
行政强制 | 0 | ||
⟦第二十条(八)项⟧ | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0 |
```

```report fixed
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
第二十条第(六)项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 0 | ||
行政强制 | 0 | ||
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0 |
```

```report bad
二、主动公开政府信息情况
信息内容 | ⟦本年制发件数⟧ | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 0 | 0 |
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
```

```report good
二、主动公开政府信息情况
第二十条第 (一) 项 | |||
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 0 | 0 |
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
```

改法:按统一格式原文写上。

例外:没有表头的片段不报告;标题中间的空格不计。缺少的几处合并为一条。
"""

from collections.abc import Iterator, Sequence

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.cells import clusters, others
from disclosure_lint.topics.frames import frames, nearest, stands, strange_captions
from disclosure_lint.topics.outdated import is_outdated
from disclosure_lint.topics.wording import as_printed

_Altered = tuple[str, Span, str]


@rule(BoundTable, Severity.INFO, needs="doubtful")
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield a finding at each altered caption, or one for all where there are many; one for those missing."""
    if not table.heads or not any(block.caption for block in table.form.blocks):
        return
    altered: list[_Altered] = []
    missing: list[tuple[str, Span]] = []
    for block, span in frames(table, report):
        if not block.caption or stands(block.caption, span, report):
            continue
        if is_outdated(table, report):
            return
        printed = nearest(block.caption, span, report)
        if printed and any(map(printed[1].overlaps, strange_captions(report))):
            continue  # `wrong-article` tells of it
        if printed:
            altered.append((*printed, as_printed(block.caption, printed[0])))
        else:
            missing.append((block.caption, span))
    for found in clusters(altered):
        if found:
            yield _altered(found)
    if missing:
        names = "".join(f"“{caption}”" for caption, _ in missing)
        yield finding(
            _first_head(table, missing[0][1]),
            f"{table.form.name}缺少标题{names},请按统一格式补上。",
            f"{table.form.name} lacks the caption(s) {names}.",
        )


def _first_head(table: BoundTable, before: Span) -> Span:
    """The first head of a column in the text before a block's rows, else the table's first."""
    inside = [it.span for it in table.heads if before.start <= it.span.start < before.end]
    return min(inside, default=table.heads[0].span)


def _altered(found: Sequence[_Altered]) -> Finding:
    printed, first, right = found[0]
    count = f",共{len(found)}处类似" if len(found) > 1 else ""
    return finding(
        first,
        f"标题应为“{right}”,现为“{printed}”{count},请按统一格式改正。",
        f"The caption should read “{right}”, not “{printed}” ({len(found)} caption(s)).",
        related=others(span for _, span, _ in found[1:]),
        fix=Fix(
            Applicability.SAFE,
            Message("改为统一格式的标题", "write the caption as the form has it"),
            tuple(Edit(span, content) for _, span, content in found),
        ),
    )
