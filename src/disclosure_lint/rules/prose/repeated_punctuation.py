"""标点重复或相互冲突。 / Punctuation marks repeat or clash.

作用:两个标点连在一起,多为修改时没有删净,如“。。”“、,”“；。”。

依据:GB/T 15834《标点符号用法》。

示例:

```report bad
2023年,我镇政府信息全面公开⟦。。⟧栏目按月更新⟦,、⟧专人负责。
```

```report bad
一是充实公开内容⟦；。⟧二是加强业务培训⟦，，⟧按月检查⟦。;⟧
```

```report fixed
一是充实公开内容。二是加强业务培训，按月检查。
```

```report bad
完善栏目设置⟦、,⟧规范信息发布。
```

```report fixed
完善栏目设置,规范信息发布。
```

省略号、破折号、问号与叹号连用、编号和网址不报告:

```report good
公开什么、怎么公开……都有清单——逐项落实。
政策看得懂吗?!办事方便吗？！
依照《条例》第十条第1.、2.项办理,详见http://www.example.com/../a::b。
现将有关情况公布如下:
(一)主动公开。“应公开尽公开”,“谁公开谁审查”。
```

改法:只保留一个标点。两个不同的标点,句号、问号、叹号优先,其次分号、冒号、逗号、顿号。

例外:逗号、顿号后接句号(“、。”)多是后半句丢失,由 `truncated-sentence` 报告;成串的半角问号多为乱码,由 `undecodable-bytes` 报告。
"""

import re
from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.topics.sentences import RunningText, running_text

_RUN = compiled("[，,、；;。：:！!？.．][，,、；;。：:！!？.．]+")
_OPEN_LIST = frozenset(["、。", "，。", ",。"])
# The mark that stays where different ones clash: the first of these.
_RANK = "。!?;:,、."


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each run of marks that is neither an ellipsis nor part of a number."""
    running = running_text(report)
    for match in _RUN.finditer(running.text):
        if _is_fault(running.text, match):
            yield _finding(running, match)


def _is_fault(text: str, match: re.Match[str]) -> bool:
    run = match[0]
    if run in _OPEN_LIST or set(run) <= set("！!？") or set(run) == {"."}:
        return False
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if run[0] in ".．" and before.isdigit():
        return False
    return not (run.isascii() and (before.isascii() or (after.isascii() and after.isalnum())))


def _finding(running: RunningText, match: re.Match[str]) -> Finding:
    run = match[0]
    marks = [fold(mark) for mark in run]
    kept = run[min(range(len(run)), key=lambda at: _RANK.index(marks[at]))]
    same = len(set(marks)) == 1
    last = running.text[match.end() : match.end() + 1] in {"", "\n"}
    span = running.span(match.start(), match.end())
    return finding(
        span,
        f"标点{'重复' if same else '冲突'}:“{run}”,只需保留“{kept}”。",
        f"punctuation {'repeats' if same else 'clashes'}: “{run}”; keep “{kept}” alone.",
        fix=Fix(
            Applicability.SAFE if same or last else Applicability.UNSAFE,
            Message(f"只保留“{kept}”", f"keep “{kept}” alone"),
            (Edit(span, kept),),
        ),
    )
