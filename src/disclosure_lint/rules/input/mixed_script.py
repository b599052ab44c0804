"""繁体字与简体字混用。 / Traditional and simplified characters are mixed.

作用:简体报告中夹有繁体字时,列出这些字和对应的简体字;全文为繁体的,多为镜像站自动转换的页面,只提示一次。

依据:《中华人民共和国国家通用语言文字法》第三条、第九条:国家机关以规范汉字为公务用字。

示例:

```report bad
一、总体情况
2023年,青岩县水务局扎实推进政府信息公⟦開⟧工作,及时更新專栏。
```

```report bad
一、⟦總⟧體情況
根據縣政務服務局通知要求,現將我局2023年度情況報告如下。
```

```report good
一、总体情况
2023年,青岩县水务局扎实推进政府信息公开工作,走访李昇、王堃等代表。
```

```report good
简体 繁體 无障碍阅读
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
```

改法:改为规范汉字;全文为繁体的,请以原网站的简体文本为准。

例外:人名、地名用字(如“昇”“堃”)不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.characters import odd_characters, traditional
from disclosure_lint.topics.rewriting import others

_SHOWN = 5
# What a site offers to read it in another script.
_SWITCH = "(?:繁體|正體|繁体)(?:中文|版|字)?(?=[ \u3000\n|·/]|$)"


@rule(Report, Severity.INFO, needs=odd_characters)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first traditional character."""
    text = report.source.text
    if odd_characters(report).isdisjoint(traditional()):
        return
    pattern = compiled(f"[{''.join(traditional())}]")
    switch = [it.span() for it in compiled(_SWITCH).finditer(text)]
    spans = [
        Span(*match.span())
        for match in pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in switch)
    ]
    if not spans:
        return
    printed = dict.fromkeys(text[span.start] for span in spans)
    simplified = frozenset(traditional().values())
    if len(spans) > sum(char in simplified for char in text):
        yield finding(
            spans[0],
            "全文为繁体字,可能是镜像站自动转换的页面;请以原网站的简体文本为准。",
            "the whole text is in traditional characters; it may be a mirror's conversion.",
            maybe_extraction=True,
        )
        return
    pairs = "、".join(f"“{char}”应为“{traditional()[char]}”" for char in [*printed][:_SHOWN])
    pairs_en = ", ".join(f"“{char}” for “{traditional()[char]}”" for char in [*printed][:_SHOWN])
    more = f"等{len(printed)}字" if len(printed) > _SHOWN else ""
    more_en = " and others" if more else ""
    yield finding(
        spans[0],
        f"繁简混用:{pairs}{more},共{len(spans)}处,请改为规范汉字。",
        f"traditional characters among simplified ones: {pairs_en}{more_en} ({len(spans)} place(s)).",
        related=others(spans),
    )
