"""文件疑似不完整。 / The text breaks off.

作用:报告开头正常,却在表格或句子中间中断,后面的部分全部没有,多半是复制或导出时漏掉了。

依据:条例第五十条;国办公开办函〔2021〕30号:年度报告各部分不得遗漏。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
全年公开信息61条。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
⟦5.属于三类内部事务信息⟧ | 0 | 0
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年,云溪镇按照上级部署要求,扎实推进政府信息公开⟦工作,建立健全各项制⟧
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
全年公开信息61条。
五、存在的主要问题及改进情况
公开形式较为单一,下一步将丰富公开形式,加强业务培训。
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年,云溪镇按照上级部署要求,扎实推进政府信息公开工作,建立健全各项制
六、其他需要报告的事项
本年度未收取信息处理费。
```

改法:从原件重新复制或导出全文。

例外:只有一张表、一个章节的片段不报告;以完整句子结束而缺少章节的,由 `missing-section` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.extraction import cut_short


@rule(Report, Severity.WARNING, needs=cut_short)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding where a report breaks off in a table or in a sentence."""
    cut = cut_short(report)
    if cut is None:
        return
    titles = "、".join(f"“{title}”" for title in cut.missing)
    place = f"在{cut.table}“{cut.words}”处" if cut.words else f"在{cut.table}之后"
    place_en = f"at “{cut.words}”" if cut.words else f"after {cut.table}"
    yield finding(
        cut.span,
        f"文件疑似不完整,{place}中断,后面没有{titles},请从原件重新复制全文。",
        f"the text breaks off {place_en}; what should follow is missing: {titles}.",
        maybe_extraction=True,
    )
