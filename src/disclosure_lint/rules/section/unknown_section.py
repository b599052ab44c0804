"""统一格式之外的一级部分。 / A section that the form has not.

作用:统一格式的一级部分数目和标题是固定的;多出的部分宜并入相应部分,或写入“其他需要报告的事项”。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad edition=2021
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
⟦六、2024年工作思路⟧
继续加强培训。
七、其他需要报告的事项
无。
```

```report bad edition=2021
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
⟦七、附件⟧
略。
```

```report good edition=2021
五、存在的主要问题及改进情况
一、加强领导。公开意识不够强,下一步将加强培训。
六、其他需要报告的事项
无。
附件:青岩县水务局政府信息公开申请表
```

改法:把内容并入统一格式的相应部分,删去多出的标题。

例外:序号与缺少的部分相同、只是标题换了说法的,由 `altered-section-title` 报告;正文后的附件链接不是标题。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.arrangement import renamed


@rule(Report, Severity.INFO, needs="irregular")
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at each heading that is none of the form's."""
    if report.form is None:
        return
    known = {id(bound) for bound, _ in renamed(report)}
    count = len(report.form.sections)
    for bound in report.sections:
        if bound.form is None and id(bound) not in known:
            section = bound.section
            yield finding(
                section.heading,
                f"多出第{section.number}部分“{section.title}”,统一格式只有{count}个部分,"
                f"建议并入相应部分({report.form.notice})。",
                f"section {section.number} “{section.title}” is none of the form's {count} sections",
            )
