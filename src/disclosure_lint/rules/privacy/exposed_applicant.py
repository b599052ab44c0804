"""正文披露申请人、投诉人的个人信息。 / An applicant is named.

作用:写出申请人、投诉人的姓名以及申请、投诉的内容时提示隐去;已写作“王某”的,只作提示。

依据:《中华人民共和国政府信息公开条例》第十五条;《中华人民共和国个人信息保护法》第四条。

示例:

```report bad
一、总体情况
(二)依申请公开情况。申请人⟦李青岩⟧要求公开和平村征地补偿方案,已按期答复。投诉人:⟦张云⟧,反映窗口服务问题。
```

```report bad
一、总体情况
申请人⟦王某某⟧(住某村3组)申请公开征地补偿方案。
```

```report good
一、总体情况
(二)依申请公开情况。申请人要求公开征地补偿方案的,均已按期答复;申请人陈述、申请公开的理由,申请人张贴申请公开的告示均有记录。
申请人张家村村委会申请公开征地方案,申请人田地被征收后申请公开补偿标准,当事人陆续申请公开有关信息,投诉人黄山路社区反映问题1件。
(六)其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 | 0 |
```

改法:隐去姓名和住址,写作“某申请人申请公开征地补偿方案”。

例外:没有写明申请、投诉内容的不报告;机关、村组名称不报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.citations import sentence
from disclosure_lint.topics.persons import is_masked, is_name, name_pattern
from disclosure_lint.words import words

_BETWEEN = ":： \u3000"


@cache
def _begins() -> frozenset[str]:
    """What may follow 申请人: a blank, a colon, a surname."""
    return frozenset(words("names")["surnames"] + _BETWEEN)


@cache
def _pattern() -> re.Pattern[str]:
    """What follows 申请人: a name, and after it a mark or what the person did."""
    return compiled(
        rf"人[{_BETWEEN}]{{0,2}}{name_pattern()}(?=[(（,，、。;；:：\s]|向|要求|申请|请求|住|不服|诉|因|于|通过|提出|反映|投诉|举报)"
    )


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each name of an applicant beside what was asked for; milder if it is masked."""
    text = report.source.text
    data = words("names")
    begins, applicants = _begins(), tuple(data["applicants"])
    for at in occurrences(text, "人"):
        if text[at + 1 : at + 2] not in begins or not text.endswith(applicants, 0, at + 1):
            continue
        match = _pattern().match(text, at)
        if not match or not is_name(match["name"]) or report.prose_at(at) is None:
            continue
        span = Span(*match.span("name"))
        if not any(request in sentence(text, span) for request in data["requests"]):
            continue
        yield finding(
            span,
            "正文披露申请人或投诉人的个人信息,请隐去姓名、住址等内容。",
            "an applicant is named beside what was asked for; take the name out.",
            severity=Severity.INFO if is_masked(match["name"]) else None,
        )
