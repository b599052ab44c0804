"""残留 PDF 页眉页码。 / Page numbers or running heads of a PDF are left.

作用:从 PDF 复制时,页码(“- 3 -”“第3页 共8页”)和每页重复的页眉会混进正文或表格,打断句子和行。全文合并为一条。

依据:年度报告的内容以统一格式规定的部分为限。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
全年公开信息61条。
⟦- 1 -⟧
收到申请0件。
Page 2 - 2023年报_云溪镇
二、主动公开政府信息情况
第 3 页 共 8 页
```

```report fixed
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
全年公开信息61条。
收到申请0件。
二、主动公开政府信息情况
```

```report good
一、总体情况
印发公开指南1册,共12页,第3页列明受理机构。
二、主动公开政府信息情况
规章
0
- 8
-3
0/0
—
```

改法:删除页眉页码。自动修复会整行删除;因为删去的行里有数字,须人工确认后再应用。

例外:只看单独成行的页码;单独的数字可能是表格里的数据,不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.rewriting import others, rewrite, without_lines

_MARK = (
    r"\n[^\S\n]*("
    r"[-–—－]{1,2}[^\S\n]*\d{1,3}[^\S\n]*[-–—－]{1,2}"
    r"|第[^\S\n]*\d{1,3}[^\S\n]*页(?:[^\S\n]*[,，/]?[^\S\n]*共[^\S\n]*\d{1,3}[^\S\n]*页)?"
    r"|Page[ ]\d{1,3}(?:[ ](?:-|of)[ ][^\n|]{1,60})?"
    r")[^\S\n]*(?=\n|\Z)"
)


@rule(Report, Severity.INFO, cues=("页", "Page", "-", "–", "—", "－"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first page number that stands on a line of its own."""
    text = report.source.text
    spans = [Span(*match.span(1)) for match in compiled(_MARK).finditer(text)]
    if not spans:
        return
    first = report.source.slice(spans[0])
    count = f"等共{len(spans)}处" if len(spans) > 1 else ""
    yield finding(
        spans[0],
        f"残留页眉页码“{first}”{count},建议删除。",
        f"page number or running head “{first}” is left ({len(spans)} place(s)).",
        related=others(spans),
        fix=rewrite(
            report.source, without_lines(text, spans), "删除页眉页码", "Delete the page numbers"
        ),
        maybe_extraction=True,
    )
