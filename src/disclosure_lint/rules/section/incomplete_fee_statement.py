"""信息处理费只写了金额或者只写了件数。 / The fee is stated without the notices, or the other way round.

作用:收取了信息处理费的,宜同时写明发出收费通知的件数和金额。

依据:《政府信息公开信息处理费管理办法》(国办函〔2020〕109号);各地通行写法。

示例:

```report bad edition=2021
六、其他需要报告的事项
本年度收取信息处理费⟦380元⟧。
```

```report bad edition=2021
六、其他需要报告的事项
本年度发出信息处理费收费通知⟦3件⟧。
```

```report good edition=2021
六、其他需要报告的事项
2023年有1件申请收取信息处理费380元。
```

```report good edition=2021
六、其他需要报告的事项
本年度收取信息处理费0元。发出收费通知0件。
```

```report good edition=2021
六、其他需要报告的事项
本年度发出收费通知3件,申请人均逾期未缴费,未收取信息处理费。办理建议提案2件。
```

改法:写成“发出收费通知×件,总金额×元,实际收取×元”的形式。

例外:没有收取的(0元、未收取)不报告;2019年、2020年报告不报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.text import fold
from disclosure_lint.topics.passages import says
from disclosure_lint.words import words

_MONEY = r"(\d[\d,.]*)\s*万?元"
_FEE = r"处理费|收费通知|收取.{0,12}费"


@rule(Report, Severity.INFO)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at an amount without notices, or at notices without an amount."""
    bound = report.section("other_matters")
    if report.form is None or bound is None:
        return
    paragraphs = [it for it in report.prose if it.section is bound and _is_about_fees(it.text)]
    if not any(compiled(r"\d").search(it.text) for it in paragraphs):
        return
    money = _first(paragraphs, compiled(_MONEY))
    notices = _first(paragraphs, _notices())
    denied = any(says(fold(it.text), "fees", "answer") for it in paragraphs)
    if bool(money) is bool(notices) or denied:
        return
    span, said = money or notices or (bound.section.title_span, "")
    lack = "发出收费通知的件数" if money else "收费的金额"
    yield finding(
        span,
        f"信息处理费只写了“{said}”,建议同时写明{lack}(国办函〔2020〕109号)。",
        f"of the fee only “{said}” is stated; add {'the number of notices' if money else 'the amount'}",
    )


def _is_about_fees(text: str) -> bool:
    return "费" in text and bool(compiled(_FEE).search(text))


@cache
def _notices() -> re.Pattern[str]:
    return compiled(r"(\d+)\s*(?:" + "|".join(words("fees")["units"]) + ")")


def _first(paragraphs: list[Prose], pattern: re.Pattern[str]) -> tuple[Span, str] | None:
    """The place and text of the first figure that is not nought."""
    for paragraph in paragraphs:
        for match in pattern.finditer(paragraph.text):
            if match[1].strip("0.,"):
                at = paragraph.span.start
                return Span(at + match.start(), at + match.end()), match[0]
    return None
