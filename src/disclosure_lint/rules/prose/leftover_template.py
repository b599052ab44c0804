"""模板文字没有删除。 / Words of the template were left in.

作用:模板用“镇(区)”“局/办”供各单位选择,用“(请如实填写)”提示填写人。定稿时应选定一种、删去提示。

依据:国办公开办函〔2021〕30号(内容完整、文字严谨)。

示例:

```report bad
青岩县塘下镇2023年政府信息公开工作年度报告
一、总体情况
2023年,⟦塘下镇(区)⟧政府信息公开工作平稳有序。⟦我镇/街道⟧按月更新栏目。
```

```report bad
(四)政府信息公开平台建设情况⟦(请如实填写)⟧
⟦本局(委)⟧优化栏目设置。
```

正式名称中的括号、泛指各级机关的说法不报告:

```report good
云溪新区(高新区)2023年政府信息公开工作年度报告
一、总体情况
云溪新区(高新区)按月更新栏目,各镇(街道)、12个县(市、区)和市/县两级均已公开。
指导乡镇(街道)填写报表,本局(原环境保护局)按要求公开,申请表(含填写示范)已上网。
```

改法:保留适用的一种说法,删去括号、斜线和填写提示。

例外:泛指多个机关的“各镇(街道)”“县(市、区)”是正常用语。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.topics.templates import choices, instructions

# A paragraph no longer than this, with a remark on what it is to hold, is a heading.
_HEADING = 40


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each choice not made and each instruction left in."""
    running = running_text(report)
    found = list(choices(running.text, report.title))
    for start, end, sure in instructions(running.text):
        if sure or len(running.paragraph(start).text) <= _HEADING:
            found.append((start, end))
    for start, end in sorted(found):
        printed = running.text[start:end]
        yield finding(
            running.span(start, end),
            f"模板文字未删除:“{printed}”,请按本机关实际情况改写。",
            f"words of the template were left in: “{printed}”.",
        )
