"""标题机关与发布机构、正文或落款的机关不一致。 / The report names different organs.

作用:标题、元数据“发布机构”、开头段和落款应是同一机关(简称、全称都可以);写成别的机关多半是套用模板留下的。

依据:国办秘函〔2009〕6号核心元数据“发布机构”用规范全称。

示例:

```report bad
甘泉区人民政府西街街道办事处2023年政府信息公开工作年度报告
索引号 | 620702078/2024-00002 | 发布机构 | ⟦东街办事处⟧ |
一、总体情况
```

```report bad
前川区教育局2020年政府信息公开工作年度报告
发布者:⟦区教体局⟧ 发布日期:2021-01-19
一、总体情况
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
现公布⟦青石县水务局⟧2023年政府信息公开工作年度报告。
一、总体情况
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
⟦青石县水务局⟧编制了本报告。
一、总体情况
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
本报告由县大数据中心编制。结合工作实际县水务局编制了指南。
一、总体情况
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
六、其他需要报告的事项
无。
⟦白石镇人民政府⟧
2024年1月16日
```

```report good
甘泉区人民政府西街街道办事处 2023年政府信息公开工作年度报告
关键词 | 发布机构 | 西街办事处 | |
一、总体情况
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
发布机构 | 青岩县人民政府办公室 |
一、总体情况
```

```report good
青岩县住房和城乡建设局2023年政府信息公开工作年度报告
发布机构:县住建局
现公布青岩县住建局2023年度报告。
一、总体情况
```

```report good
青岩县市场监督管理局2023年政府信息公开工作年度报告
发布机构:青岩县市监局
一、总体情况
六、其他需要报告的事项
无。
县市监局
2024年1月16日
```

```report good
前川区人民政府办公室2023年政府信息公开工作年度报告
一、总体情况
六、其他需要报告的事项
无。
区府办
2024年1月16日
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
发布机构:青岩县人民政府 来源:信息公开办
一、总体情况
```

改法:核对后改为同一机关。

例外:简称与全称、有无地名前缀都不算不一致;发布机构是本级或上级政府、政府办公室、信息公开办等网站主办单位的不报告;看不出是机关名称的不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.organ import (
    Mention,
    Place,
    preamble_mentions,
    publisher_mentions,
    signature_mentions,
    title_mention,
    title_organ,
)
from disclosure_lint.topics.organ_name import agree, may_publish_for

_PLACES = {
    Place.METADATA: Message("发布机构", "publisher"),
    Place.PREAMBLE: Message("正文", "preamble"),
    Place.SIGNATURE: Message("落款", "signature"),
}


@rule(Report, Severity.WARNING, needs="title")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each organ that cannot be the title's, at the last place that names it so."""
    organ = title_organ(report)
    if organ is None:
        return
    others: dict[str, list[Mention]] = {}
    for mentions in (publisher_mentions, preamble_mentions, signature_mentions):
        for it in mentions(report):
            if not agree(organ, it.organ) and not may_publish_for(it.organ, organ):
                others.setdefault(it.organ.core, []).append(it)
    for found in others.values():
        last = found[-1]
        where = _PLACES[last.place]
        places = [*found[:-1], *title_mention(report)]
        yield finding(
            last.span,
            f"标题机关“{organ.name}”与{where.zh}“{last.organ.name}”不一致,请核对是否写错机关。",
            f"The title names “{organ.name}”, the {where.en} “{last.organ.name}”.",
            related=tuple(Related(it.span, Message(it.organ.name, it.organ.name)) for it in places),
        )
