"""总体情况没有写到规定的方面。 / The overview leaves out an aspect the form names.

作用:总体情况应写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。
小标题或正文中有相应的词语就算写到,不要求分段。

依据:国办公开办函〔2021〕30号(2019年、2020年报告为参考要求,降为提示)。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、⟦总体情况⟧
2023年,云溪镇认真落实上级部署,主动公开政府信息61条。
二、主动公开政府信息情况
```

```report bad edition=2021
一、⟦总体情况⟧
2023年,街道加强领导,严格审查,落实责任。
(一)主动公开
全年主动公开700条,其中规范性文件0条。
(二)依申请公开
未收到申请。
(三)平台建设
便民大厅设有查阅点。
(四)监督保障
对26个领域开展自查。
```

```report good edition=2021
一、总体情况
(一)主动公开情况。全年公开信息61条。
(二)依申请公开情况。未收到申请。
(三)信息管理和平台建设情况。网站专栏更新及时。
(四)监督保障情况。组织培训2次。
```

```report good edition=2021
一、总体情况
2023年,我局围绕主动公开、依申请公开、政府信息管理、公开平台建设、监督保障等方面履行职责。
```

```report good
云溪镇人民政府2018年政府信息公开工作年度报告
一、总体情况
2018年,云溪镇认真落实上级部署。
```

改法:在总体情况中补写缺少的方面;没有发生的也应说明,如“未收到政府信息公开申请”。

例外:总体情况没有内容的由 `empty-section` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.passages import absent, statements, wording
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield one finding that lists the aspects nothing in the overview speaks of."""
    bound = report.section("overview")
    if report.form is None or bound is None:
        return
    aspects = words("overview")["aspect"]
    if not absent("\n".join(statements(bound)), aspects):  # what stands as printed stands folded
        return
    text = wording(bound)
    names = absent(text, aspects)
    if text and names:
        listed = "、".join(names)
        yield finding(
            bound.section.title_span,
            f"{bound.section.title}未写到:{listed},请补写({report.form.notice})。",
            f"the overview says nothing of {len(names)} aspect(s) the form names: {listed}",
        )
