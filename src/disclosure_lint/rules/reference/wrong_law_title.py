"""条例名称写错。 / The title of the regulation is wrong.

作用:《中华人民共和国政府信息公开条例》的名称多字、少字或写错字时,给出正确名称。

依据:《中华人民共和国政府信息公开条例》(国务院令第711号)。

示例:

```report bad
根据《⟦中华人民共和国信息公开条例⟧》(国务院令第711号)要求,编制本报告。
一、总体情况
```

```report fixed
根据《中华人民共和国政府信息公开条例》(国务院令第711号)要求,编制本报告。
一、总体情况
```

```report bad
认真学习《⟦中华人民共和国政务公开条例⟧》和《⟦政府信息公开条列⟧》。
一、总体情况
```

```report good
根据《中华人民共和国政府信息公开条例》(以下简称《条例》)、《中华人民共和国政府信息公开条例(2019年修订)》编制。
《政府信息公开条例》《信息公开条例》《政府信息公开案例》是上文声明的简称。
贯彻《沧江省政府信息公开规定》《沧江省政务公开条例》《沧江省实施〈中华人民共和国政府信息公开条例〉办法》。
按照《中华人民共和国政府信息公开工作年度报告格式》《中华人民共和国政府采购法实施条例》和新修订的《中华人民共和国政府信息公开 条例》执行。
一、总体情况
```

改法:改为“中华人民共和国政府信息公开条例”。

例外:声明过的简称、地方性法规和规章、其他法律法规不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.citations import titles
from disclosure_lint.topics.law_titles import nearest_law
from disclosure_lint.topics.rewriting import rewrite


@rule(Report, Severity.ERROR)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each title in 《》 that is nearly, but not quite, that of the regulation."""
    for title in titles(report.source.text):
        printed = report.source.slice(title.span)
        right = nearest_law(printed)
        if right:
            yield finding(
                title.span,
                f"法规名称有误:“{printed}”应为“{right}”。",
                f"the regulation is called “{right}”, not “{printed}”.",
                fix=rewrite(
                    report.source,
                    [Edit(title.span, right)],
                    f"改为“{right}”",
                    "Write the right title",
                ),
            )
