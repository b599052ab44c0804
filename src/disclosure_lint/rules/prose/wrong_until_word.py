"""“截止”应为“截至”。 / 截止 is written for 截至.

作用:表示到某一时间为止,用“截至”(截至2023年12月31日);“截止”是到期停止的意思,后面不直接跟时间。

依据:《现代汉语词典》。

示例:

```report bad
⟦截止⟧2023年12月31日,我局现行有效规范性文件6件,⟦截止⟧目前没有诉讼。
```

```report fixed
截至2023年12月31日,我局现行有效规范性文件6件,截至目前没有诉讼。
```

```report good
截至2023年12月31日,共收到申请3件。截止到2023年12月,公开信息126条。
报名截止日期为2023年5月1日,意见征集于5月1日截止。征集截止2023年5月1日。
```

改法:改为“截至”。

例外:“截止到”“截止日期”“报名截止”是正确用法。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


@rule(Report, Severity.INFO, cues=("截",))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each 截止 at the start of a clause that a date follows."""
    running = running_text(report)
    data = words("usage")["until"]
    if data["wrong"] not in running.text:
        return
    for match in compiled(data["wrong"]).finditer(running.text):
        start, end = match.span()
        before = running.text[max(0, start - 1) : start]
        if before in data["starts"] and compiled(data["date"]).match(running.text, end):
            span = running.span(start, end)
            yield finding(
                span,
                f"“{match[0]}”后跟时间,应为“{data['right']}”。",
                f"before a date write {data['right']}, not {match[0]}.",
                fix=Fix(
                    Applicability.SAFE,
                    Message(f"改为“{data['right']}”", f"write {data['right']}"),
                    (Edit(span, data["right"]),),
                ),
            )
