"""疑似错字。 / A likely slip of the pen.

作用:对照常见错字表检查。表中只收没有其他读法的词,如“分信力”(公信力)、“台帐”(台账)、“布署”(部署)。

依据:国办公开办函〔2021〕30号(文字严谨)。

示例:

```report bad
提升政府工作透明度和⟦分信力⟧,建立信息⟦台帐⟧,群众⟦登陆网站⟧查阅,扎实推进政府⟦信息公工作⟧。
```

```report good
台风登陆后发布预警,制定和制订计划,凸显成效,反应迅速,自己经办,年末收到申请,开通迅速,系统记录完整。
```

改法:核对后改正。本地常见的错字可以写进选项 `words`,如 `words = ["青岩具=青岩县"]`。

例外:“制定”“制订”、“反应”“反映”等各有用法的词不在表中。
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.law_titles import misspelt_titles
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


class Options(NamedTuple):
    """`words`: further slips, each `wrong=right`."""

    words: tuple[str, ...] = ()


@rule(Report, Severity.WARNING, options=Options)
def check(report: Report, _: Report, options: Options) -> Iterator[Finding]:
    """Yield a finding for each word of the list."""
    running = running_text(report)
    text = running.text
    slips = _slips(options)
    end = 0
    for at, _length, wrong, right in sorted(
        (at, -len(slip), slip, meant)
        for fault in filter(text.__contains__, slips)
        for slip, meant in slips[fault]
        if slip in text
        for at in occurrences(text, slip)
    ):
        if at < end:  # the end of a longer slip
            continue
        end = at + len(wrong)
        span = running.span(at, end)
        if any(map(span.overlaps, misspelt_titles(report))):
            continue
        yield finding(
            span,
            f"疑似错字:“{wrong}”应为“{right}”。",
            f"likely slip of the pen: “{wrong}” for “{right}”.",
            fix=suggest((Edit(span, right),), f"改为“{right}”", f"write “{right}”"),
        )


@lru_cache(maxsize=8)
def _slips(options: Options) -> dict[str, list[tuple[str, str]]]:
    """What is wrong and what was meant, by the character at fault, the one that right words have least.

    A sound text has few of these characters, so few slips are looked for.
    """
    added = dict(entry.split("=", 1) for entry in options.words if "=" in entry)
    meant = words("typos")["typos"] | added
    usual = Counter("".join(meant.values()))
    slips: dict[str, list[tuple[str, str]]] = {}
    for wrong, right in meant.items():
        if wrong:
            fault = min(wrong, key=lambda char: (char in right, usual[char]))
            slips.setdefault(fault, []).append((wrong, right))
    return slips
