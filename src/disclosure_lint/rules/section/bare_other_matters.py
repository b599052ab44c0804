"""第六部分只有标题。 / Section 六 has nothing under its heading.

作用:没有其他需要报告的事项,也应写明“无”,不能只留标题。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
⟦六、其他需要报告的事项⟧
青岩县水务局
2024年1月15日
```

```report good
青岩县水务局2019年政府信息公开工作年度报告
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
青岩县水务局
2020年1月15日
```

```report good edition=2021
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
```

改法:写明信息处理费收取情况;没有其他事项的写明“无其他需要报告的事项”。

例外:片段末尾的标题不报告。写了“无”的,2021年以后的报告由 `missing-fee-statement` 提示信息处理费。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.passages import is_bare


@rule(Report, Severity.WARNING)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at the heading of a section that says nothing, not even that there is nothing."""
    bound = report.section("other_matters")
    if report.form is None or bound is None or bound.form is None or not is_bare(bound):
        return
    if bound is report.sections[-1] and not report.whole:
        return
    if any(it.repeated and it.form is bound.form for it in report.sections):
        return
    yield finding(
        bound.section.heading,
        f"第{bound.form.number}部分“{bound.section.title}”为空,没有事项也应写明“无{bound.form.title}”。",
        f"section {bound.form.number} is empty; where there is nothing to report, say so",
    )
