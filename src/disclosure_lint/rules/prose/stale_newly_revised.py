"""“新修订的《条例》”已不再新。 / The regulation is no longer newly revised.

作用:《中华人民共和国政府信息公开条例》2019年修订、当年5月15日起施行,2022年以后的报告不宜再称“新修订”“新《条例》”。

依据:国务院令第711号。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
认真学习⟦新修订的《条例》⟧,按照⟦新《中华人民共和国政府信息公开条例》⟧规范答复。
```

2019年至2021年的报告、地方法规和其他新修订的文件不报告:

```report good
青岩县水务局2020年政府信息公开工作年度报告
一、总体情况
认真学习新修订的《条例》。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
宣传《临川市政务公开条例》(以下简称《条例》),落实新修订的《条例》、新修订的《行政复议法》和2019年修订的《中华人民共和国政府信息公开条例》。
```

改法:删去“新修订的”“新”,或者写明“2019年修订的”。

例外:没有。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each mention of the regulation as new; the form's regrades say from when on."""
    running = running_text(report)
    data = words("usage")["revised"]
    if report.form is None or not any(map(running.text.__contains__, data["probes"])):
        return
    declared = compiled(data["declared"]).search(running.text)
    if declared and data["national"] not in declared[1]:
        return
    for match in compiled(data["phrase"]).finditer(running.text):
        start, end = match.span()
        title = start + match[0].index("《")
        yield finding(
            running.span(start, end),
            f"《条例》2019年修订,不宜再称“{match[0][: title - start]}”,可删去或写明修订年份。",
            f"the regulation was revised in 2019: “{match[0][: title - start]}” no longer fits.",
            fix=suggest(
                (Edit(running.span(start, title), ""),), "删去“新修订的”等字样", "drop the word new"
            ),
        )
