"""一级部分的先后顺序不对。 / A section stands in the wrong place.

作用:一级部分应按统一格式从第一部分排到第六部分;每个放错位置的部分报告一次。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad edition=2021
一、总体情况
2023年主动公开政府信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
⟦五、存在的主要问题及改进情况⟧
公开内容还不够丰富。下一步将充实公开内容。
四、政府信息公开行政复议、行政诉讼情况
六、其他需要报告的事项
无。
```

```report bad edition=2021
一、总体情况
2023年主动公开政府信息61条。
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开内容还不够丰富。下一步将充实公开内容。
⟦二、主动公开政府信息情况⟧
六、其他需要报告的事项
无。
```

```report good edition=2021
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
一、加强领导。公开内容还不够丰富,下一步将充实公开内容。
```

改法:把该部分连同内容移到应在的位置。

例外:表格中的“一、本年新收……”“四、结转下年度……”是行标题,不是章节标题。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.arrangement import displaced, follows


@rule(Report, Severity.ERROR, needs="irregular")
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding for each section that would have to move, at its heading."""
    for bound, other in displaced(report):
        if not (report.form and bound.form and other.form):
            continue
        late = follows(report, bound, other)
        yield finding(
            bound.section.heading,
            f"第{bound.form.number}部分“{bound.section.title}”出现在第{other.form.number}部分"
            f"{'之后' if late else '之前'},请按统一格式调整顺序({report.form.notice})。",
            f"section {bound.form.number} stands {'after' if late else 'before'} section {other.form.number}; "
            "put it in the order of the form",
            related=(
                Related(other.section.heading, Message("与之对照的部分", "the other section")),
            ),
        )
