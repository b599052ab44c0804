"""出现密级标志或不公开标注。 / A mark of secrecy is shown.

作用:“秘密★1年”“密级:机密”、注明不得外传的内部资料、标注“此件不公开”的文件,不应出现在公开的报告中,须立即核查。

依据:《中华人民共和国保守国家秘密法》;《中华人民共和国政府信息公开条例》第十四条、第十七条。

示例:

```report bad
⟦秘密★1年⟧
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
密级:⟦机密⟧
一、总体情况
```

```report bad
一、总体情况
转发《关于做好信访工作的通知》(⟦此件不公开⟧)。
⟦内部资料 注意保存⟧
```

```report good
一、总体情况
严格保密审查,不涉及国家秘密、商业秘密和个人隐私,未发生泄露机密事件,开展秘密文件清理,内部资料统一归档。
(三)不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
印发《公开指南》(此件公开发布)。重点工作★★★。
```

改法:立即停止公开,由保密审查机构核查。

例外:“国家秘密”“保密审查”等一般表述不报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.words import words

# Their words come from the dictionary.
_PATTERNS = (
    r"(?P<mark>(?:{levels})[ \u3000]*[★☆](?:[ \u3000]*(?:长期|\d{{1,2}}[年月]))?)",
    r"(?:{keys})[:： \u3000|]{{1,4}}(?P<mark>{levels})(?!文件|事项)",
    r"(?P<mark>(?:{internal})[,， \u3000()（）]{{0,3}}(?:{warnings}))",
    r"(?P<mark>{closed})",
)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    data = words("privacy")["secrecy"]
    return compiled(template.format_map({key: "|".join(data[key]) for key in data}))


@rule(
    Report,
    Severity.ERROR,
    cues=("★", "☆", "密级", "内部资料", "内部文件", "内部参阅", "此", "本件不"),
)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each mark of secrecy."""
    text = report.source.text
    for template in _PATTERNS:
        for match in _pattern(template).finditer(text):
            yield finding(
                Span(*match.span("mark")),
                f"出现密级标志或不公开标注“{match['mark']}”,请立即停止公开并核查。",
                f"a mark of secrecy (“{match['mark']}”) is shown; stop publishing and check at once.",
            )
