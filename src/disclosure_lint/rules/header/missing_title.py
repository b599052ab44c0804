"""报告没有标题。 / The report has no title.

作用:标题写明机关名称、年份和文种,读者和检索都靠它;第一部分之前找不到标题时报告。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
⟦⟧本报告按照《中华人民共和国政府信息公开条例》编制,统计期限为2023年1月1日至12月31日。
一、总体情况
2023年,我镇主动公开信息30条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report bad
⟦⟧首页 > 政务公开 > 政府信息公开年报
按照《中华人民共和国政府信息公开工作年度报告格式》编制。
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report good
云溪镇人民政府
2023年政府信息公开工作年度报告
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report good
名 称 | 临川市水务局2023年政府信息公开工作年度报告 |
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report good
现公布云溪镇2023年度政府信息公开工作年度报告。
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report good
一、总体情况
2023年,我镇主动公开信息30条。
```

改法:在正文前写上标题:机关名称+年份+“政府信息公开工作年度报告”。

例外:标题只写在元数据“名称”一栏、或正文第一段已点明本报告名称和年份的,不报告;不完整的片段(缺一半以上部分)不报告。网页转成文本时标题可能丢失。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Row
from disclosure_lint.text import fold

_NAMED = r"(?:19|20)\d\d(?=年)[^。;,>]{0,40}?(?:年度报告(?!格式)|年报(?!告))"


@rule(Report, Severity.ERROR, needs="untitled")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the head of a whole report that nothing before its first section names."""
    if any(map(_names_it, report.document.front)):
        return
    yield finding(
        Span(0, 0),
        "未找到报告标题,请在正文前补上“机关名称+年份+政府信息公开工作年度报告”。",
        "The report has no title; put organ, year and “政府信息公开工作年度报告” at its head.",
        maybe_extraction=True,
    )


def _names_it(block: Block) -> bool:
    """Whether a block names a year and the annual report in one breath."""
    texts = [cell.text for cell in block.cells] if isinstance(block, Row) else [block.text]
    return any(compiled(_NAMED).search(fold(text)) for text in texts)
