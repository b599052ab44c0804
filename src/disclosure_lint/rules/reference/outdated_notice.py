"""编制依据已更新。 / The notice cited has been replaced.

作用:2021年度起,年度报告按国办公开办函〔2021〕30号的格式编制;仍以〔2019〕60号为依据的,提示更新。全文只报告第一处。

依据:国办公开办函〔2021〕30号。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
根据⟦《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》(国办公开办函〔2019〕60号⟧)要求编制。
一、总体情况
```

```report bad
云溪镇人民政府2024年政府信息公开工作年度报告
本报告按⟦国办公开办函〔2019〕60号⟧要求编制。
一、总体情况
```

```report bad
云溪镇人民政府2024年政府信息公开工作年度报告
根据条例和国务院办公厅⟦《关于政府信息公开工作年度报告有关事项的通知》⟧要求编制。
一、总体情况
```

```report good
云溪镇人民政府2020年政府信息公开工作年度报告
本报告按国办公开办函〔2019〕60号要求编制。
一、总体情况
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
根据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》(国办公开办函〔2021〕30号)编制,国办公开办函〔2019〕60号同时停止执行。
一、总体情况
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
根据青岩县政府办公室《关于政府信息公开工作年度报告有关事项的通知》要求编制。
一、总体情况
```

改法:改引国办公开办函〔2021〕30号,文件名同时更换,并核对表格是否为新格式。

例外:同时引用新通知的、说明旧通知停止执行的、地方同名通知不报告;文件名与文号不配的由 `mismatched-document-number` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.citations import Citation, citations, in_force, notices, tells_history
from disclosure_lint.topics.rewriting import others, suggest
from disclosure_lint.topics.years import is_contested


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first citation of a notice that another one replaced before the year."""
    if report.year is None or is_contested(report):
        return
    text = report.source.text
    cited = citations(text)
    named = {key for it in cited for key in (it.titled, it.numbered)}
    for key, notice in notices().items():
        successor = str(notice.get("successor", ""))
        if not successor or successor in named or in_force(notice, report.year):
            continue
        old = [it for it in cited if key in (it.titled, it.numbered)]
        old = [it for it in old if not tells_history(text, it.span)]
        if not old:
            continue
        first = old[0]
        yield finding(
            first.span,
            f"编制依据已更新:{report.year}年度报告应引用{successor}《{notices()[successor]['title']}》,现引用{key}。",
            f"for {report.year} the notice to follow is {successor}; {key} has been replaced.",
            related=others([it.span for it in old]),
            fix=suggest(_edits(first, successor), f"改引{successor}", f"Cite {successor}"),
        )


def _edits(cited: Citation, successor: str) -> Iterator[Edit]:
    if cited.title:
        yield Edit(cited.title.span, str(notices()[successor]["title"]))
    if cited.number:
        yield Edit(cited.number.whole, successor)
