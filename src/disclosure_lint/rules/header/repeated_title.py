"""标题连续印了两遍。 / The title stands twice in a row.

作用:标题紧接着又出现一遍,多半是粘贴时留下的。

依据:党政机关公文格式(GB/T 9704)标题只排一次。

示例:

```report bad
临川市明义乡
2021年政府信息公开工作年度报告
⟦2021年政府信息公开工作年度报告⟧
本报告按照条例编制。
一、总体情况
```

```report fixed
临川市明义乡
2021年政府信息公开工作年度报告
本报告按照条例编制。
一、总体情况
```

```report bad
临川市水务局2021年政府信息公开工作年度报告

⟦临川市水务局 2021年政府信息公开工作年度报告⟧
一、总体情况
```

```report good
临川市水务局2021年政府信息公开工作年度报告
索引号 | 620702078/2022-00002 | 生成日期 | 2022-01-11 |
临川市水务局2021年政府信息公开工作年度报告
一、总体情况
```

```report good
2021年明义乡政府信息公开年度报告
临川市明义乡人民政府2021年政府信息公开工作年度报告
一、总体情况
```

改法:删去后一个标题。

例外:网站标题和正文标题之间隔着元数据的,属正常排版,不报告;两个标题文字不同的不报告。
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.syntax import Paragraph
from disclosure_lint.text import fold

# A line so many times as long as the title, blanks counted, says something else.
_LONGER = 4


@rule(Report, Severity.INFO, needs="title")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the line right after the title that says the same as the title or its last line."""
    title = report.document.title
    if not title:
        return
    for before, after in pairwise(report.document.front):
        if before is title[-1]:
            if isinstance(after, Paragraph) and _says_the_same(after, title):
                yield finding(
                    after.span,
                    "标题重复出现,请删去后一个。",
                    "The title stands twice; delete the second one.",
                    fix=Fix(
                        Applicability.UNSAFE,
                        Message("删去重复的标题", "delete the second title"),
                        (Edit(Span(before.span.end, after.span.end), ""),),
                    ),
                )
            return


def _says_the_same(line: Paragraph, title: Sequence[Paragraph]) -> bool:
    last, whole = title[-1].text, "".join(it.text for it in title)
    if len(line.text) > _LONGER * len(whole):
        return False
    return fold(line.text) in {fold(last), fold(whole)}
