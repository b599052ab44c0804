"""精确数与约数混用。 / An exact figure is called approximate.

作用:“余”只跟在整数之后(260余条、10余万元),“30299余条”自相矛盾;“约”“近”“超”与“余”“左右”“以上”只用一个。

依据:GB/T 15835《出版物上数字用法》。

示例:

```report bad
全年主动公开政府信息⟦30299余⟧条,接待群众⟦约260余⟧人次,培训⟦近50人左右⟧。
```

```report good
全年公开信息260余条,印发资料10余万份,接待近300人次,超1000人参加,培训约50人,20余年来群众满意。
其余3项按时完成,年末结余12余额不变,近3年公开1.2万余条,阅读量超过5万次。
```

改法:有精确数字的删去“余”“约”等字;没有精确数字的写整数。

例外:没有。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each figure that is exact and approximate, or approximate twice over."""
    running = running_text(report)
    text = running.text
    if "余" not in text and not any(map(text.__contains__, words("counting")["or_so"])):
        return
    for match in _figure().finditer(text):
        number, unit, after = match.groups()
        before = text[max(0, match.start() - 2) : match.start()]
        about = next((word for word in _about() if before.endswith(word)), "")
        if about:
            fault = f"“{about}”与“{after}”重复表示约数"
            fault_en = f"“{about}” and “{after}” both say about"
        elif after == "余" and number[-1] != "0" and not unit and before[-1:] != ".":
            fault = f"“{number}”是精确数,与“余”矛盾"
            fault_en = f"“{number}” is exact, which “余” denies"
        else:
            continue
        printed, right = about + match[0], about + number + unit
        span = running.span(match.start() - len(about), match.end())
        yield finding(
            span,
            f"“{printed}”中{fault},应写作“{right}”或改用整数。",
            f"in “{printed}” {fault_en}; write “{right}” or a round number.",
            fix=suggest((Edit(span, right),), f"改为“{right}”", f"write “{right}”"),
        )


@cache
def _about() -> tuple[str, ...]:
    return tuple(sorted(words("counting")["about"], key=len, reverse=True))


@cache
def _figure() -> re.Pattern[str]:
    """A figure and what makes it inexact behind it."""
    data = words("counting")
    measures, after = "|".join(data["measures"]), "|".join(data["or_so"])
    return compiled(
        rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,9}})([万亿千百]?(?:{measures})?)(余(?={measures}|[万亿千百年])|{after})"
    )
