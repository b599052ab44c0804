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

没有收取的,旁边别的件数与收费无关:

```report good edition=2021
六、其他需要报告的事项
本年度共收取政府信息公开信息处理费0元,承办人大代表建议9件。
```

```report good edition=2021
六、其他需要报告的事项
承办人大代表建议9件,信息处理费按规定执行。
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
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.text import fold
from disclosure_lint.topics.passages import says
from disclosure_lint.words import words

_MONEY = r"(\d[\d,.]*)\s*万?元"
_FEE = r"处理费|收费通知|收取.{0,12}费"
_CLAUSE_ENDS = "[，,。；;]"


class _Figure(NamedTuple):
    """A figure, where it stands, and the words before it in its clause."""

    span: Span
    text: str
    clause: str


@rule(Report, Severity.INFO)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at an amount without notices, or at notices without an amount."""
    bound = report.section("other_matters")
    if report.form is None or bound is None:
        return
    paragraphs = [it for it in report.prose if it.section is bound and _is_about_fees(it.text)]
    if not any(compiled(r"\d").search(it.text) for it in paragraphs):
        return
    money = next(_figures(paragraphs, compiled(_MONEY)), None)
    notices = [*_figures(paragraphs, _notices())]
    if not money:
        # Any count may be that of the notices, but only one in words about fees is known to be.
        nought = any(compiled(_MONEY).search(it.text) for it in paragraphs)
        notices = [] if nought else [it for it in notices if _is_about_fees(it.clause)]
    denied = any(says(fold(it.text), "fees", "answer") for it in paragraphs)
    if bool(money) is bool(notices) or denied:
        return
    figure = money or notices[0]
    lack = "发出收费通知的件数" if money else "收费的金额"
    yield finding(
        figure.span,
        f"信息处理费只写了“{figure.text}”,建议同时写明{lack}(国办函〔2020〕109号)。",
        f"of the fee only “{figure.text}” is stated; add {'the number of notices' if money else 'the amount'}",
    )


def _is_about_fees(text: str) -> bool:
    return "费" in text and bool(compiled(_FEE).search(text))


@cache
def _notices() -> re.Pattern[str]:
    return compiled(r"(\d+)\s*(?:" + "|".join(words("fees")["units"]) + ")")


def _figures(paragraphs: list[Prose], pattern: re.Pattern[str]) -> Iterator[_Figure]:
    """Yield the figures that are not nought."""
    for paragraph in paragraphs:
        text, at = paragraph.text, paragraph.span.start
        for match in pattern.finditer(text):
            if match[1].strip("0.,"):
                start, end = match.span()
                clause = compiled(_CLAUSE_ENDS).split(text[:start])[-1]
                yield _Figure(Span(at + start, at + end), match[0], clause)
