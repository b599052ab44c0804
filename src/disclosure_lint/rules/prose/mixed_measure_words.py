"""同一事项前后量词不一致。 / The same count stands with two measure words.

作用:同一个数据前面写“61篇”,后面写“61条”,读者会疑心是两件事。

依据:国办公开办函〔2021〕30号(前后一致)。

示例:

```report bad
2023年,街道在门户网站主动公开信息61篇。
全年共主动公开信息⟦61条⟧,均在规定时限内发布。
```

数字不同、名称不同或者数字太小的不报告:

```report good
全年公开信息126条,其中动态信息61篇。发布微信61条,刊发稿件61篇。按照要求第12条规定,召开全体会议第12次。
收到申请3件,信访申请3宗,答复申请0件、复议申请0宗。
```

改法:统一量词。

例外:一位数可能碰巧相同,不看。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.sentences import RunningText, running_text
from disclosure_lint.words import words

_NOUN = 4  # characters before the figure that have to be the same


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding where a noun and its figure come back with another measure word."""
    running = running_text(report)
    text = running.text
    seen: dict[str, tuple[int, int]] = {}
    for match in _counted().finditer(text):
        start, end = match.span()
        noun = text[max(0, start - _NOUN) : start]
        if not noun.isalpha() or noun.endswith("第"):
            continue
        first = seen.setdefault(noun + text[start:end], (start, end + 1))
        if text[first[1] - 1] != text[end]:
            yield _finding(report, running, first, (start, end + 1))


@cache
def _counted() -> re.Pattern[str]:
    """A figure of two digits at least, before a measure word."""
    return compiled(rf"[0-9][0-9]++(?=[{''.join(words('counting')['counted'])}])")


def _finding(
    report: Report, running: RunningText, first: tuple[int, int], here: tuple[int, int]
) -> Finding:
    place = running.span(*first)
    row = report.source.lines.row(place.start)
    before, now = running.text[slice(*first)], running.text[slice(*here)]
    return finding(
        running.span(*here),
        f"同一事项量词不一致:第{row}行为“{before}”,此处为“{now}”,请统一。",
        f"the same count has two measure words: “{before}” on line {row}, “{now}” here.",
        related=(Related(place, Message("前一处", "the other place")),),
    )
