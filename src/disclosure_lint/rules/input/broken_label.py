"""表头或行名被空格拆开。 / A label of the table is broken by blanks.

作用:单元格内换行会在文本里变成空格,如“商业 企业”“结果 维持”。工具已自动合并识别,不影响检查;这里只供需要整理文本的人查看。

依据:统一格式的表头。

示例:

```report bad
三、收到和处理政府信息公开申请情况
自然人 | 法人或其他组织 | 总计 | |||||||
⟦商业 企业⟧ | 科研 机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report fixed
三、收到和处理政府信息公开申请情况
自然人 | 法人或其他组织 | 总计 | |||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

```report good
三、收到和处理政府信息公开申请情况
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、 本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:删除表头、行名中间的空格。

例外:默认不报告;需要时用 extend-select 打开。序号后的空格不算。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.table import BoundTable
from disclosure_lint.topics.rewriting import others, rewrite


@cache
def _break() -> re.Pattern[str]:
    return compiled(r"(?<=[\u4e00-\u9fff])[ \u3000\u00a0]+(?=[\u4e00-\u9fff])")


@rule(BoundTable, Severity.INFO, preview=True)
def check(table: BoundTable, report: Report) -> Iterator[Finding]:
    """Yield one finding at the first broken label of a table, for all of them."""
    text = report.source.text
    labels = [head.span for head in table.heads] + [row.label_span for row in table.rows]
    broken = [span for span in labels if _break().search(text[span.start : span.end])]
    if not broken:
        return
    edits = [
        Edit(Span(span.start + it.start(), span.start + it.end()), "")
        for span in broken
        for it in _break().finditer(text[span.start : span.end])
    ]
    first = report.source.slice(broken[0])
    count = f"等共{len(broken)}处" if len(broken) > 1 else ""
    yield finding(
        broken[0],
        f"{table.form.name}的“{first}”{count}被空格拆开,已自动合并识别;整理文本时请删去空格。",
        f"{table.form.name}: “{first}” is broken by blanks ({len(broken)} label(s)); read as one word.",
        related=others(broken),
        fix=rewrite(report.source, edits, "删去表头、行名中间的空格", "Join the labels"),
        maybe_extraction=True,
    )
