"""缺少统一格式的一级部分。 / A section of the form is missing.

作用:年度报告应完整包括统一格式的各个一级部分,不能遗漏。
按序号和标题文字对应;标题用了常见的其他说法的,不算缺少。

依据:《中华人民共和国政府信息公开条例》第五十条;国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年主动公开政府信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开内容还不够丰富。下一步将充实公开内容。
⟦2023年,我局未收取信息处理费。⟧
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年主动公开政府信息61条。
⟦四、政府信息公开行政复议、行政诉讼情况⟧
五、存在的主要问题及改进情况
公开内容还不够丰富。下一步将充实公开内容。
六、其他需要报告的事项
无。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、基本情况
2023年主动公开政府信息61条。
二、主动公开政府信息的情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议和行政诉讼情况
五、下一步工作打算
公开内容还不够丰富。下一步将充实公开内容。
六、其他事项
无。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一 总体情况
2023年主动公开政府信息61条。
二 主动公开政府信息情况
三 收到和处理政府信息公开申请情况
四 政府信息公开行政复议、行政诉讼情况
五 存在的主要问题及改进情况
公开内容还不够丰富。下一步将充实公开内容。
六 其他需要报告的事项
无。
```

```report good edition=2021
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report bad
云溪镇2016年政府信息公开年度报告
一、概述
2016年主动公开政府信息61条,未收到政府信息公开申请,未收取费用。
二、复议、诉讼情况
⟦2016年未发生行政复议、行政诉讼。⟧
```

```report good
云溪镇2016年政府信息公开年度报告
一、概述
2016年主动公开政府信息61条,未收到政府信息公开申请,未收取费用,未发生行政复议、行政诉讼。
二、下一步打算
针对更新不及时的问题,增加培训次数。
```

改法:在提示的位置补上标题和内容。

例外:标题单独成行、只是写法特殊(如“一 总体情况”)的不算缺少;只有片段(没有标题,章节也不到一半)时不报告;同一序号下换了说法的标题由 `altered-section-title` 报告;
文件在表格或句子中间断开、后面各部分都没有的,由 `truncated-file` 报告;2014—2018年的报告没有统一的一级标题,只看原条例第三十二条列出的各项内容是否写到,写在何处都可以,缺少的合并提示一次;2013年及以前的不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.arrangement import following, is_printed, missing, runs, unspoken
from disclosure_lint.topics.extraction import cut_short

_LONGEST = 80


@rule(Report, Severity.ERROR, needs="irregular")
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding for each run of missing sections, where the run should stand."""
    if report.form is None or not report.whole:
        return
    if not report.fixed:
        yield from _topics(report)
        return
    absent = tuple(form for form in missing(report) if not is_printed(form, report))
    for run in runs(report, absent):
        names = "、".join(f"第{form.number}部分“{form.title}”" for form in run)
        titles = ", ".join(f"{form.number}、{form.title}" for form in run)
        heading = following(report, run[-1])
        if heading is None and cut_short(report):
            continue
        place = "在本标题之前" if heading else "在文末"
        yield finding(
            heading or _last_line(report),
            f"缺少{names},请{place}补上标题和内容({report.form.basis}、{report.form.notice})。",
            f"the report lacks the section(s) {titles}; add them, heading and text",
            maybe_extraction=heading is None and len(run) > 1,
        )


def _topics(report: Report) -> Iterator[Finding]:
    """One finding for the topics without a heading that nothing in the report speaks of."""
    names = unspoken(report)
    if names and report.form:
        yield finding(
            _last_line(report),
            f"报告没有写到:{'、'.join(f'“{name}”' for name in names)},"
            f"请补写,没有发生的也应说明({report.form.basis})。",
            f"the report says nothing of {len(names)} topic(s) that the law names: {', '.join(names)}",
        )


def _last_line(report: Report) -> Span:
    """The last line, or the last sentence of one that is too long to be shown."""
    text = report.source.text
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    if end - start > _LONGEST:
        start = max(start, text.rfind("。", start, end - 1) + 1)
    return Span(end - len(text[start:end].lstrip()), end)
