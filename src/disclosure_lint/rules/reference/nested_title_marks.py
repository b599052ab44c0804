"""内层书名号用错。 / Titles inside titles have the wrong marks.

作用:书名号里面还要用书名号时,外层用《》,内层用〈〉;不用《》套《》,也不用小于号“<”“>”代替。全文合并为一条。

依据:GB/T 15834—2011《标点符号用法》4.15.3.3。

示例:

```report bad
根据《国务院办公厅关于印发⟦<政府信息公开信息处理费管理办法>⟧的通知》(国办函〔2020〕109号)执行。
一、总体情况
```

```report fixed
根据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》(国办函〔2020〕109号)执行。
一、总体情况
```

```report bad
根据《关于印发⟦《中华人民共和国政府信息公开工作年度报告格式》⟧的通知》和《青岩县〈公开指南〉》《关于印发《公开目录》的通知》执行。
一、总体情况
```

```report fixed
根据《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》和《青岩县〈公开指南〉》《关于印发〈公开目录〉的通知》执行。
一、总体情况
```

```report bad
按照关于印发⟦<中华人民共和国政府信息公开工作年度报告格式>⟧的通知执行。
一、总体情况
```

```report fixed
按照关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知执行。
一、总体情况
```

```report good
当前位置: 首页>政务公开>年报
根据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》《中华人民共和国政府信息公开条例》和〈中华人民共和国政府信息公开工作年度报告格式〉执行。
缺后书名号的《公开指南、《公开目录》、《公开办法》由其他规则报告。
一、总体情况
办结时限<20个工作日,满意率>95%。
```

改法:内层改用“〈〉”;不在书名号里的“<书名>”改用“《》”。

例外:单独使用〈〉的写法不报告;书名号不成对的由 `unpaired-marks` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import HAN, compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.rewriting import others, rewrite

# Longer than any title.
_LONGEST = 120
_DOUBLED = r"《[^《》\n]{0,60}(《[^《》\n]{1,60}》)[^《》\n]{0,60}》"
_ANGLED = rf"%s{HAN}[^<>＜＞《》\n]{{2,60}}%s"
_ANGLES = (("<", ">"), ("＜", "＞"))


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first inner title with wrong marks, for all of them."""
    text = report.source.text
    nested = any("》" not in piece for piece in text.split("《")[1:])
    found = compiled(_DOUBLED).finditer(text) if nested else ()
    spans = [Span(*match.span(1)) for match in found]
    for pair in _ANGLES:
        if pair[0] in text and pair[1] in text:
            spans += [Span(*match.span()) for match in compiled(_ANGLED % pair).finditer(text)]
    if not spans:
        return
    spans.sort()
    edits = [edit for span in spans for edit in _edits(text, span)]
    count = f"等共{len(spans)}处" if len(spans) > 1 else ""
    printed = report.source.slice(spans[0])
    marks = edits[0].content + edits[1].content
    rightly = "内层书名号应用" if marks == "〈〉" else "书名应用"
    yield finding(
        spans[0],
        f"“{printed}”{count}{rightly}“{marks}”。",
        f"“{printed}”: the marks of this title should be {marks} ({len(spans)} place(s)).",
        related=others(spans),
        fix=rewrite(report.source, edits, f"改用“{marks}”", f"Use {marks}"),
    )


def _edits(text: str, span: Span) -> tuple[Edit, Edit]:
    """Inside a title its marks are 〈〉; a title on its own has 《》."""
    first = max(0, span.start - _LONGEST)
    start = max(first, text.rfind("\n", first, span.start) + 1)
    inside = text.count("《", start, span.start) > text.count("》", start, span.start)
    left, right = "〈〉" if inside else "《》"
    return (
        Edit(Span(span.start, span.start + 1), left),
        Edit(Span(span.end - 1, span.end), right),
    )
