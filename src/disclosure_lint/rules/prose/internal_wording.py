"""公开报告中出现内部行文用语。 / Words between organs in a public report.

作用:“贵办”“特此报告”“妥否,请批示”是机关之间行文的用语,年度报告面向社会公布,不应出现。

依据:国办公开办函〔2021〕30号(年度报告向社会公布)。

示例:

```report bad
根据⟦贵办⟧《关于做好年度报告编制工作的通知》,现公布本报告。
⟦特此报告⟧。
```

“汇报如下”语气不当,只作提示:

```report bad
现将有关情况⟦汇报如下⟧:
```

```report good
根据县政府办公室《关于做好年度报告编制工作的通知》,现将情况报告如下:向宝贵单位学习,措施妥当否则整改,方法适当否由群众评议,提请审议文件3件。
```

改法:“贵办”改为发文机关名称,“汇报如下”改为“公布如下”或“报告如下”,结尾的请示用语删去。

例外:没有。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each word that addresses another organ."""
    running = running_text(report)
    if not any(map(running.text.__contains__, words("usage")["internal"]["probes"])):
        return
    for match in _wording().finditer(running.text):
        milder = match.lastgroup == "milder"
        yield finding(
            running.span(*match.span()),
            f"“{match[0]}”是机关之间的行文用语,公开报告中{'宜改为“公布如下”' if milder else '应改写或删去'}。",
            f"“{match[0]}” is said between organs; a public report says it otherwise.",
            severity=Severity.INFO if milder else None,
        )


@cache
def _wording() -> re.Pattern[str]:
    data = words("usage")["internal"]
    addressed, closing, milder = ("|".join(data[key]) for key in ("addressed", "closing", "milder"))
    return compiled(
        rf"(?<![{data['not_after']}])(?:{addressed})|(?<![{data['not_before_closing']}])"
        rf"(?:{closing})(?!则)|(?P<milder>{milder})"
    )
