"""同一个一级部分出现两次。 / A section of the form stands twice.

作用:同一个一级部分(按标题文字对应)出现两次时,读者不知道以哪一处为准。整篇报告重复粘贴的只报告一次。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad edition=2021
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
⟦五、存在的主要问题及改进情况⟧
公开意识不够强。下一步将加强培训和检查。
六、其他需要报告的事项
无。
```

```report bad edition=2021
一、总体情况
2023年主动公开政府信息61条。
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
2023年,我局未收取信息处理费。
⟦一、总体情况⟧
2023年主动公开政府信息61条。
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
2023年,我局未收取信息处理费。
```

```report bad edition=2021
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
⟦五、存在的主要问题及改进情况⟧
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
```

```report good edition=2021
本报告由一、总体情况和五、存在的主要问题及改进情况等部分组成。
一、总体情况
2023年主动公开政府信息61条。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度办理结果 | (一)予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
```

改法:核对两处内容,合并后只保留一处。

例外:表格的行标题、导语中引用的标题、目录不算。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import BoundSection, Report, printed_before
from disclosure_lint.rule import rule
from disclosure_lint.source import Span

_RELATED = 5


@rule(Report, Severity.ERROR, needs="irregular")
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding for each second heading; one for all where the report as a whole stands twice."""
    if report.form is None:
        return
    again = [it for it in report.sections if it.repeated]
    if len(again) * 2 >= len(report.form.sections):
        yield _twice(again, report)
        return
    for bound in report.sections:
        heading = bound.section.heading
        before = printed_before(report.source.text, heading) if bound.form else None
        if bound.repeated:
            first = next(it for it in report.sections if it.form is bound.form)
            yield _repeated(bound, first.section.heading, report)
        elif before is not None:
            lines = report.source.lines
            yield _repeated(bound, lines.line(lines.row(before)), report)


def _twice(again: list[BoundSection], report: Report) -> Finding:
    row = report.source.lines.row(again[0].section.heading.start)
    return finding(
        again[0].section.heading,
        f"自第{row}行起有{len(again)}个部分重复出现,疑似整篇报告粘贴了两遍,请只保留一份。",
        f"from line {row} on {len(again)} sections stand a second time; keep one copy of the report",
        related=tuple(
            Related(it.section.heading, Message("同样重复", "repeated too"))
            for it in again[1 : _RELATED + 1]
        ),
    )


def _repeated(bound: BoundSection, first: Span, report: Report) -> Finding:
    row = report.source.lines.row(first.start)
    printed = report.source.slice(bound.section.heading)
    return finding(
        bound.section.heading,
        f"“{printed}”重复出现(第{row}行已有),请核对内容,合并后只保留一处。",
        f"“{printed}” stands twice (first on line {row}); keep one",
        related=(Related(first, Message("第一次出现", "first one")),),
    )
