"""人民政府的报告没有写考核、评议、追究结果。 / A government's report leaves out review results.

作用:各级人民政府的年度报告还应包括工作考核、社会评议和责任追究结果情况;全文都没有提到的,列出缺少的几项。
县级以上人民政府的报告为警告,乡镇人民政府的报告为提示。

依据:《中华人民共和国政府信息公开条例》第五十条第四项。

示例:

```report bad edition=2021
⟦云溪镇人民政府⟧2023年政府信息公开工作年度报告
一、总体情况
将政府信息公开纳入年度考核,群众满意度较高。
```

```report bad edition=2021
⟦青岩县人民政府⟧2023年政府信息公开工作年度报告
一、总体情况
2023年公开信息61条。
```

```report good edition=2021
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
工作考核结果良好,社会评议总体满意,全年未发生责任追究情形。
```

```report good edition=2021
青岩县人民政府办公室2023年政府信息公开工作年度报告
一、总体情况
2023年公开信息61条。
```

```report good edition=2021
临江区人民政府晴川街道办事处2023年政府信息公开工作年度报告
一、总体情况
2023年公开信息61条。
```

```report good edition=2021
云溪镇2023年政府信息公开工作年度报告
一、总体情况
2023年公开信息61条。
```

改法:在总体情况中补写;没有责任追究情形的,写明“未发生责任追究情形”。

例外:总体情况缺少或者没有内容的由其他规则报告;部门、办公室、街道办事处的报告不查;标题没有写明“人民政府”的不查。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.topics.organ import title_mention, title_organ
from disclosure_lint.topics.organ_name import Kind
from disclosure_lint.topics.passages import absent, wording
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words

_GOVERNMENT = Kind.GOVERNMENT


@rule(Report, Severity.INFO, needs="title")
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield one finding, at the organ's name, that lists the results nothing in the report speaks of."""
    overview = report.section("overview")
    organ = title_organ(report)
    if report.form is None or overview is None or organ is None or organ.kind is not _GOVERNMENT:
        return
    text, results = running_text(report).text, words("overview")["result"]
    if not absent(text, results) or not wording(overview):
        return
    names = absent(fold(text), results)
    for mention in title_mention(report) if names else ():
        yield finding(
            mention.span,
            f"人民政府的报告应包括工作考核、社会评议和责任追究结果情况,未见:{'、'.join(names)}(条例第五十条第四项)。",
            f"a government's report has to speak of {', '.join(names)} too; nothing does",
            severity=Severity.WARNING if mention.organ.governs_county_or_above else None,
        )
