"""发文字号不完整。 / The document number is incomplete.

作用:发文字号应为“机关代字〔年份〕顺序号”;只有“号”字、空括号或误填标题的,提示补全或留空。

依据:党政机关公文格式(GB/T 9704)发文字号。

示例:

```report bad
索引号 | 620702078/2024-00002 | 发文字号 | ⟦号⟧ |
一、总体情况
```

```report bad
| 文 号 | ⟦〔〕号⟧ | 有 效 性 | |
一、总体情况
```

```report bad
文号:⟦无〔〕号⟧
一、总体情况
```

```report bad
东街街道2023年度政府信息公开工作年度报告
发文字号 ⟦东街街道2023年度政府信息公开工作年度报告号⟧
一、总体情况
```

```report bad
发文字号 | ⟦青政办发〔2024〕号⟧ |
一、总体情况
```

```report bad
发文字号 | ⟦〔2024〕3号⟧ |
一、总体情况
```

```report good
备注/文号:青林〔2009〕147号
一、概述
```

```report good
文号 | | 生成日期 | 2024-01-11 |
发文字号 | 无 |
一、总体情况
```

```report good
文号:/
一、总体情况
```

```report good
文号 | 青岩县人民政府公告2024年第5号 |
一、总体情况
```

```report good
文号 | 瀘市府辦函[2015]7號 |
一、概述
```

改法:有文号的补全,没有的留空(年度报告一般没有文号)。

例外:空白、“无”、“/”都可以;“公告2024年第5号”这类编号完整;括号用错由 `malformed-document-number` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Field, Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.topics.titles import ends_like_title
from disclosure_lint.words import words

_NUMBER = r"(?P<code>[^\d\[\]()【】〈〉<>]*?)[\[(【〈<]?(?P<year>(?:19|20)\d\d)?[\])】〉>]?年?第?(?P<serial>\d+)?[号號]"
_BRACKETS = r"[\[(【〈<]\d*[\])】〉>]"
_PARTS = {"code": "机关代字", "year": "年份", "serial": "顺序号"}


@rule(Field, Severity.INFO)
def check(field: Field, _: Report) -> Iterator[Finding]:
    """Yield a finding at a document number that lacks its code, its year or its serial number."""
    value = fold(field.value) if field.key == "document_number" else ""
    fault = _fault(value, field.value) if value else ""
    if fault:
        yield finding(
            field.span,
            f"{fold(field.label)}{fault},请补全或留空。",
            f"The document number “{field.value}” is incomplete; complete it or leave it empty.",
        )


def _fault(value: str, printed: str) -> str:
    """What is wrong with a folded number, in words for the message; empty where nothing is certain."""
    match = compiled(_NUMBER).fullmatch(value)
    if match is None:
        if ends_like_title(value.rstrip("号號")):
            return f"“{printed}”填的是标题"
        unfinished = compiled(_BRACKETS).search(value) and not value[-1].isdigit()
        return f"“{printed}”缺顺序号" if unfinished else ""
    if match["serial"] and (match["code"] or not match["year"]):
        return ""
    if not match["serial"] and not match["year"] and not match["code"]:
        return "只有“号”字" if len(value) == 1 else f"“{printed}”没有填写"
    none = match["code"] in words("metadata")["none"]
    lacking = [name for key, name in _PARTS.items() if not match[key] or (key == "code" and none)]
    return f"“{printed}”缺{'、'.join(lacking)}" if lacking else ""
