"""同一并列序列分号、句号混用。 / One series mixes semicolons and full stops.

作用:“一是……;二是……;三是……。”的各项之间应使用同一种标点。

依据:GB/T 15834《标点符号用法》。

示例:

```report bad
一是充实公开内容,按月更新栏目;二是加强业务培训,明确办理流程⟦。⟧三是拓宽互动渠道,及时回应关切。
```

```report bad
下一步,我局将从三方面改进:一是充实公开内容。二是加强业务培训⟦；⟧
三是拓宽互动渠道。
```

```report good
一是充实公开内容;二是加强业务培训;三是拓宽互动渠道。
```

项内有几句话、序列之中又有序列的不报告:

```report good
一是充实公开内容。按月更新;逐项核对。二是加强业务培训。三是拓宽互动渠道。
存在问题:一是内容不够丰富;二是形式单一。改进措施:一是充实内容。二是丰富形式。
一是加强领导:一是明确责任;二是细化分工。二是强化考核。三是落实奖惩。
```

改法:统一使用分号,最后一项用句号;各项较长、项内已有句号的,统一使用句号。

例外:没有。
"""

from collections import Counter
from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.item_marks import BLANKS, MOST_BLANKS, NUMERALS, SEPARATORS, item_marks
from disclosure_lint.topics.rewriting import others
from disclosure_lint.topics.sentences import RunningText, running_text

# A mark before a second or further item.
_MARK = compiled(rf"([；;。])[{BLANKS}]{{0,{MOST_BLANKS}}}[{NUMERALS[1:]}]是")


@rule(Report, Severity.INFO, cues=("；", ";"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each series with both kinds of separator, at the odd one."""
    running = running_text(report)
    text = running.text
    if len({SEPARATORS[mark] for mark in _MARK.findall(text)}) < 2:
        return
    for marks in item_marks(running):
        kinds = Counter(SEPARATORS[text[at]] for at in marks)
        if len(kinds) > 1:
            yield _finding(running, marks, kinds)


def _finding(running: RunningText, marks: list[int], kinds: Counter[str]) -> Finding:
    """The finding at the rarer mark; where both are as many, at the one that came later."""
    printed = [SEPARATORS[running.text[at]] for at in marks]
    rare = min(kinds, key=lambda kind: (kinds[kind], printed[::-1].index(kind)))
    odd = max(at for at, mark in zip(marks, printed, strict=True) if mark == rare)
    rest = [at for at, mark in zip(marks, printed, strict=True) if mark != rare]
    item = running.text[odd + 1 : odd + 3 + MOST_BLANKS].lstrip(BLANKS)[:2]
    return finding(
        running.span(odd, odd + 1),
        f"同一并列序列分号、句号混用:“{item}”前是“{rare}”,其他各项前是“{SEPARATORS[running.text[rest[0]]]}”,请统一。",
        f"one series mixes semicolons and full stops: “{rare}” before {item}, the other mark elsewhere.",
        related=others(
            [running.span(at, at + 1) for at in (odd, *rest)], "另一种标点", "the other mark"
        ),
    )
