"""引号方向颠倒。 / Quotation marks are turned round.

作用:前引号写成后引号、后引号写成前引号,或者前后用了同一个方向。

依据:GB/T 15834《标点符号用法》。

示例:

```report bad
公开⟦”三公“⟧经费,落实“三审三校”制度。
```

```report fixed
公开“三公”经费,落实“三审三校”制度。
```

```report bad
公开⟦“三公“⟧经费,接受群众监督。
```

```report bad
坚持⟦”应公开尽公开”⟧的原则。
```

```report fixed
坚持“应公开尽公开”的原则。
```

```report good
落实“应公开尽公开,
主动接受监督”的要求,坚持“公开‘三公’经费”。
```

```report good
运用云溪微讯”公众号发布信息78条,内容涵盖政策解读、规划计划、公共服务、动态和通知公告,同时通过临川发布”视频号发布12条。
```

改法:前引号用“,后引号用”。

例外:两个引号相距较远,或者中间隔着逗号、句号的,多是各缺一半,由 `unpaired-marks` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.marks import PAIRS, are_faulty, faulty_marks
from disclosure_lint.topics.sentences import running_text


@rule(Report, Severity.INFO, needs=are_faulty)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each quotation whose marks do not point to each other."""
    running = running_text(report)
    for first, last in faulty_marks(running).turned:
        opening = first.mark if first.opens else first.partner
        wanted = (opening, PAIRS[opening])
        words = running.text[first.offset + 1 : last.offset]
        right = f"{wanted[0]}{words}{wanted[1]}"
        edits = tuple(
            Edit(running.span(it.offset, it.offset + 1), mark)
            for it, mark in zip((first, last), wanted, strict=True)
            if it.mark != mark
        )
        yield finding(
            running.span(first.offset, last.offset + 1),
            f"引号方向颠倒:「{first.mark}{words}{last.mark}」应为「{right}」。",
            f"quotation marks turned round: write {right}.",
            fix=Fix(Applicability.SAFE, Message("改正引号方向", "turn the marks round"), edits),
        )
