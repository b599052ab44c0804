"""一级部分只有标题没有内容。 / A section has a heading and nothing else.

作用:标题之后直接是下一个标题或者文末。

依据:《中华人民共和国政府信息公开条例》第五十条。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
⟦一、总体情况⟧
二、主动公开政府信息情况
行政许可 | 0 | ||
```

```report bad edition=2021
四、政府信息公开行政复议、行政诉讼情况
⟦五、存在的主要问题及改进情况⟧
六、其他需要报告的事项
无。
```

```report good edition=2021
一、总体情况
2023年主动公开政府信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
```

```report good edition=2021
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
```

改法:补上内容。

例外:第二至第四部分没有表格的由 `missing-table` 报告;第六部分为空的由 `bare-other-matters` 报告;
重复的标题由 `repeated-section` 报告;片段末尾的标题、其后只有网页附加文字的标题不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.passages import is_bare


@rule(Report, Severity.ERROR)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at each heading with nothing under it."""
    if report.form is None:
        return
    last = report.form.sections[-1].key
    for bound in report.sections:
        form = bound.form
        if form is None or form.tables or form.key == last or not is_bare(bound):
            continue
        if bound is report.sections[-1] and (report.document.trailer or not report.whole):
            continue
        if sum(it.form is form for it in report.sections) == 1:
            yield finding(
                bound.section.heading,
                f"第{form.number}部分“{bound.section.title}”只有标题,没有内容,请补上(条例第五十条)。",
                f"section {form.number} has a heading and nothing under it",
                maybe_extraction=True,
            )
