"""序号不连续或者重复。 / A series of numbers is broken.

作用:同一组序号应连续:“(一)(二)(四)”“一是……二是……四是”“1.2.2.”都是断号或者重号。
每个上级序号之下重新编号的是正常的。

依据:《党政机关公文格式》(GB/T 9704)结构层次序数;文字严谨的一般要求。

示例:

```report bad edition=2021
一、总体情况
一是加强领导。二是健全制度。⟦四是⟧强化监督。
```

```report bad edition=2021
一、总体情况
(一)主动公开情况。全年公开信息61条。
(二)依申请公开情况。收到申请0件。
⟦(四)⟧监督保障情况。组织培训2次。
五、存在的主要问题及改进情况
1.公开意识不够强。
2.公开形式单一。
⟦2.⟧业务能力不足。
```

```report bad
云溪镇2016年政府信息公开年度报告
一、主动公开政府信息情况
2016年公开政府信息61条。
⟦三⟧、依申请公开政府信息情况
2016年收到申请1件。
```

```report good edition=2021
一、总体情况
(一)主动公开情况。全年公开信息61条。 (二)依申请公开情况。收到申请0件。
(三)政府信息管理情况。第一,清理信息8条;第二,完善目录。
一是加强领导。一是抓部署;二是抓落实。二是健全制度。三是强化监督。针对问题,我局一是学习培训。二是检查通报。
根据《条例》第二十条第(五)项和第(八)项公开许可、收费信息。
五、存在的主要问题及改进情况
(一)存在的问题:一是意识不强。二是形式单一。
(二)改进情况
1.加强培训。一是全员培训。二是专题培训。三是以会代训。
2.丰富形式。统一是关键,2.5万人受益。
```

```report good edition=2021
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

改法:按顺序改正序号,或者补上遗漏的内容。

例外:引用法律条款的序号、表格中的序号不查;一级标题的序号有统一格式的由 `missing-section`、`misnumbered-section` 报告;
混用两种写法的由 `skipped-heading-level` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.text import fold
from disclosure_lint.topics.enumeration import (
    Break,
    Style,
    breaks,
    broken,
    chinese,
    headings,
)


@rule(Report, Severity.WARNING)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at each number that is not the one due."""
    found = broken(report)
    if not report.fixed:
        found = breaks(headings(report)) + found
    for it in found:
        if it.mixed is None and not _elsewhere(it, report):
            yield _finding(it)


def _elsewhere(found: Break, report: Report) -> bool:
    """Whether all numbers that are due stand between the two in a place where numbers are not counted."""
    it, before = found.ordinal, found.before
    between = fold(report.source.slice(Span(before.end, it.start)))
    due = [_ways(it.style, value) for value in range(found.due, it.value)]
    return bool(due) and all(any(way in between for way in ways) for ways in due)


def _ways(style: Style, value: int) -> tuple[str, ...]:
    spelt = chinese(value)
    if style is Style.SERIES:
        return f"{spelt}是", f"{spelt}要", f"第{spelt}", f"其{spelt}", f"{spelt},", f"{spelt}、"
    return style.write(value), style.write(value).replace(".", "、")


def _finding(found: Break) -> Finding:
    it, before = found.ordinal, found.before
    if it.value == before.value:
        zh, en = f"序号“{it.text}”重复", f"the number “{it.text}” stands twice"
    elif it.value < before.value:
        zh = f"序号颠倒:“{before.text}”之后是“{it.text}”"
        en = f"“{it.text}” follows “{before.text}”"
    else:
        due = [it.style.write(value) for value in range(found.due, it.value)]
        lack = "".join(f"“{number}”" for number in due[:3]) + ("等" if len(due) > 3 else "")
        zh = f"序号不连续:“{before.text}”之后是“{it.text}”,缺{lack}"
        en = f"“{it.text}” follows “{before.text}”; {len(due)} number(s) are missing"
    return finding(
        it.span,
        f"{zh},请核对。",
        en,
        related=(Related(before.span, Message("前一个序号", "the number before")),),
    )
