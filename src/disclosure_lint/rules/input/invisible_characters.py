"""含有看不见的字符。 / Invisible characters.

作用:零宽空格、字节序标记、软连字符、不间断空格、控制字符等看不见,却会使检索、比对和取数出错。全文合并为一条,写明种类和处数。

依据:公开的政府信息应当便于检索、获取。

示例:

```report bad
一、总体情况
2023年,云溪镇政府⟦\u200b⟧信息公开工作有序推进。\u00a0\u00a0全年公开信息61条\ufeff。
```

```report fixed
一、总体情况
2023年,云溪镇政府信息公开工作有序推进。  全年公开信息61条。
```

```report bad
一、总体情况
全年公开信息6⟦\u200b⟧1条。
```

```report good
\u3000\u3000一、总体情况
\u3000\u3000全年公开信息61条。\u0009见附件。
```

改法:删除这些字符;不间断空格改为普通空格。在数字中间的,删除后两段数字会连成一个数,须人工确认。

例外:段首缩进用的全角空格和制表符是正常的,不报告。
"""

from collections import Counter
from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.characters import odd_characters
from disclosure_lint.topics.rewriting import others, rewrite
from disclosure_lint.words import words

# A joiner between two pictures makes one of them and stays.
_INVISIBLE = (
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\xad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+"
    "|\u200d+(?![\u2600-\u27bf\U0001f000-\U0001faff])|\xa0+"
)


@rule(Report, Severity.INFO, needs=odd_characters)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first invisible character, for all of them."""
    text = report.source.text
    found = list(compiled(_INVISIBLE).finditer(text))
    if not found:
        return
    spans = [Span(*match.span()) for match in found]
    kinds = Counter(_name(char) for match in found for char in match[0])
    names = "、".join(f"{name}{count}个" for name, count in kinds.most_common(3))
    edits = [
        Edit(span, match[0].replace("\xa0", " ") if "\xa0" in match[0] else "")
        for span, match in zip(spans, found, strict=True)
    ]
    yield finding(
        spans[0],
        f"含不可见字符:{names},共{len(found)}处,会影响检索和取数,建议清除。",
        f"invisible characters in {len(found)} place(s) (first: U+{ord(found[0][0][0]):04X}).",
        related=others(spans),
        fix=rewrite(report.source, edits, "清除不可见字符", "Take the invisible characters out"),
    )


def _name(char: str) -> str:
    names: dict[str, str] = words("characters")["invisible"]
    return names.get(f"{ord(char):04X}", "控制字符")
