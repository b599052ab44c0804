"""固定表述不完整或写错。 / A fixed phrase is damaged.

作用:“以公开为常态、不公开为例外”等固定表述漏字、错字会使意思相反,属于严重表述错误,必须逐字核对。

依据:《中共中央办公厅、国务院办公厅关于全面推进政务公开工作的意见》;《中华人民共和国政府信息公开条例》第五条。

示例:

```report bad
一、总体情况
始终坚持“⟦公开是常态,公开是例外⟧”的原则,做到⟦应公开近公开⟧。
```

```report bad
一、总体情况
坚持以⟦公开为常态、不公开为列外⟧,落实“⟦三审三较⟧”制度。
```

```report bad
一、总体情况
坚持⟦不公开为常态、公开为例外⟧。
```

```report bad
一、总体情况
以⟦习近平新时代中国特社会主义⟧思想为指导。
```

```report good
一、总体情况
坚持以公开为常态、不公开为例外,公开是常态,不公开是例外,“公开为常态、以不公开为例外”。
坚持公开为原则、不予公开为例外,主动公开是常态、不主动公开是例外。
常态化开展自查,无一例外。以习近平新时代中国特色社会主义思想、习近平新时代中国特色社会主义经济思想为指导。
做到应公开尽公开,应公开、尽公开,能公开尽公开,没有应公开未公开的情况。
落实“三审三校”“三审三核”“三审制”和“谁公开谁审查、谁审查谁负责”。
```

改法:对照规范表述改正,由人工确认后应用。

例外:“三审三核”“三审制”等本地制度名称、意思完整的不同说法不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.phrases import damaged_phrases
from disclosure_lint.topics.rewriting import suggest


@rule(Report, Severity.ERROR, cues=("外", "态", "习", "谁", "三审三", "应公"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each damaged phrase."""
    for span, right in damaged_phrases(report.source.text):
        printed = report.source.slice(span)
        yield finding(
            span,
            f"“{printed}”与固定表述不符,应为“{right}”,请核对是否漏字、错字或颠倒。",
            f"“{printed}” is a damaged fixed phrase; it should read “{right}”.",
            fix=suggest([Edit(span, right)], f"改为“{right}”", "Write the phrase whole"),
        )
