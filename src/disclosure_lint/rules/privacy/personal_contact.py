"""联系方式是个人邮箱。 / The contact is a private mail box.

作用:在联系人姓名旁公布163、qq等个人邮箱时,建议改为办公电话和政务邮箱。

依据:《中华人民共和国政府信息公开条例》第十二条:公开指南应写明工作机构的办公地址、联系电话、电子邮箱等。

示例:

```report bad
联系人:张某某,电子邮箱⟦qingyan@163.com⟧。
一、总体情况
```

```report good
联系人:张某某,电子邮箱xxgk@qingyan.gov.cn,联系电话0990-5551234。
电子邮箱:qingyan@163.com。
一、总体情况
```

改法:公布办公电话和政务邮箱。

例外:默认不报告,需要时用 extend-select 打开;没有写联系人的不报告,手机号码由 `exposed-mobile-number` 报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.words import words


@cache
def _mail() -> re.Pattern[str]:
    domains = "|".join(map(re.escape, words("names")["mail"]))
    return compiled(rf"[A-Za-z0-9._+-]+@(?:{domains})(?![A-Za-z0-9.-]*[A-Za-z0-9])", re.IGNORECASE)


@rule(Report, Severity.INFO, preview=True, cues=("@",))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each private mail box on a line that names a contact."""
    text = report.source.text
    for match in _mail().finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if any(word in line for word in words("names")["contacts"]):
            yield finding(
                Span(*match.span()),
                "联系方式是个人邮箱,建议公布办公电话和政务邮箱。",
                "the contact is a private mail box; give an office number and an official one.",
            )
