"""自称与本机关不符。 / The report calls its own organ something else.

作用:镇政府的报告写“我局”、局的报告写“我镇”,多是套用了其他单位的文字。

依据:国办公开办函〔2021〕30号(内容准确、避免雷同)。

示例:

```report bad
青岩县横溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年,⟦我局⟧积极配合机构调整,我镇主动公开信息126条,向我局提出申请0件。
```

```report bad
临川市水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,⟦我镇⟧按月更新栏目。
```

把向上级政府提出的申请写成本机关受理的,也提示:

```report bad
临川市城北街道办事处2023年政府信息公开工作年度报告
一、总体情况
2023年,受理公民、法人和其他组织向⟦市政府及市政府办公室⟧提出的申请5件。
```

```report good
临川市城北街道办事处2023年政府信息公开工作年度报告
一、总体情况
2023年,协助答复群众向市政府提出的申请2件,受理向本街道提出的申请5件。
```

上级区域、引文和恰好同字的词不报告:

```report good
临川市水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局落实我市要求,组织“我镇我来管”活动,方便群众自我办理、让我办事更便捷。
```

```report good
青岩县人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年,我县各部门均已公开。县水务局反映,我局供水信息已上网。
```

```report good
青岩县卫生健康委员会2023年政府信息公开工作年度报告
一、总体情况
2023年,我委办理申请3件,我委托第三方开展评估。
```

改法:改为本机关的自称,并核对该段内容是否属于本机关。

例外:县级以上人民政府的报告会转述部门的话,不看;标题中没有机关名称时不看。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.organ import title_mention
from disclosure_lint.topics.organ_name import Kind, Level, Organ
from disclosure_lint.topics.rewriting import others
from disclosure_lint.topics.self_reference import addressed, self_references
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words

_LOWEST = frozenset([Level.TOWNSHIP, Level.STREET])


@rule(Report, Severity.WARNING, cues=("我", "向"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each word that an organ of this kind does not call itself."""
    running = running_text(report)
    requests = list(addressed(running))
    if not requests and words("usage")["self"]["pronoun"] not in running.text:
        return
    mention = next(title_mention(report), None)
    if mention is None or not _speaks_for_itself(mention.organ):
        return
    name = mention.organ.name
    yield from (_addressed(name, *it) for it in requests if it[0] not in name)
    found: dict[str, list[Span]] = {}
    for printed, span in self_references(running, name):
        found.setdefault(printed, []).append(span)
    for printed, spans in found.items():
        count = f"(共{len(spans)}处)" if len(spans) > 1 else ""
        yield finding(
            spans[0],
            f"本报告机关为“{name}”,文中出现“{printed}”{count},请核对是否误用了其他单位的文字。",
            f"the report is by {name}, yet it says “{printed}”; was the text taken from another organ?",
            related=others(spans),
        )


def _addressed(name: str, organ: str, span: Span) -> Finding:
    return finding(
        span,
        f"本报告机关为“{name}”,文中统计的却是向“{organ}”提出的申请,请核对是否误用了其他单位的文字。",
        f"the report is by {name}, yet it counts requests made to “{organ}”.",
    )


def _speaks_for_itself(organ: Organ) -> bool:
    """Whether the report of such an organ speaks of nobody else as 我: not so a county's government."""
    if organ.level in _LOWEST and organ.kind in {Kind.GOVERNMENT, Kind.REGION, Kind.STREET}:
        return True
    return organ.kind in {Kind.DEPARTMENT, Kind.VERTICAL, Kind.STREET}
