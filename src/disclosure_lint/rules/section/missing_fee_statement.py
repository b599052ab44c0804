"""第六部分没有报告信息处理费收取情况。 / Section 六 says nothing of the fee for processing information.

作用:自《政府信息公开信息处理费管理办法》施行起,第六部分应写明信息处理费的收取情况,没有收取的也应写明。

依据:《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》(国办函〔2020〕109号)。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
六、⟦其他需要报告的事项⟧
无。
```

```report bad edition=2021
六、⟦其他需要报告的事项⟧
本年度严格执行《政府信息公开信息处理费管理办法》(国办函〔2020〕109号)的规定。
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况。全年收到申请2件,⟦未收取费用⟧。
六、其他需要报告的事项
本年度没有其他需要报告的事项。
```

```report good edition=2021
六、其他需要报告的事项
按照规定的按件、按量收取标准,本年度没有产生信息公开处理费。
```

```report good edition=2021
六、其他需要报告的事项
2023年发出收费通知1件,收取信息处理费380元。
```

```report good edition=2021
六、其他需要报告的事项
信息处理费收取情况:本年度未向申请人收取任何费用。
```

```report good
云溪镇人民政府2019年政府信息公开工作年度报告
六、其他需要报告的事项
无。
```

改法:在第六部分写明“本年度未收取信息处理费”,或者写明发出收费通知的件数和金额。

例外:只写在依申请公开等其他位置的,降为提示;2019年报告不查,2020年报告降为提示;
第六部分缺少或者为空的由其他规则报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.passages import says, wording
from disclosure_lint.topics.sentences import running_text

_CITED = r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|<[^<>]*>|\([^()]*\[\d{4}\]\d+号[^()]*\)|\d{4}年"
_AMOUNT = r"\d[\d,.]*(?:余)?(?:万?元|件|份|次|笔|宗|起)|[一二两三四五六七八九十百千万]+(?:元|件)"
# The fee is spoken of, and something is said of it right before or right after.
_FEE = r"处理费|收费|费用"
_BEFORE = r"[未没无不][^。；;，,]{0,28}$"
_AFTER = r"[^。；;]{0,20}?(?:\d|元|无|未)"
_REACH = 32


@rule(Report, Severity.WARNING)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding when the section speaks of no fee: at the words elsewhere, else at its title."""
    bound = report.section("other_matters")
    if report.form is None or bound is None or bound.form is None:
        return
    text = wording(bound)
    mentioned = says(text, "fees", "mention")
    if not text or (mentioned and _states(text)):
        return
    elsewhere = None if mentioned else _elsewhere(report)
    if elsewhere:
        said = report.source.slice(elsewhere)
        yield finding(
            elsewhere,
            f"信息处理费收取情况写在这里(“{said}”),建议写入第{bound.form.number}部分(国办函〔2020〕109号)。",
            f"what is said of the fee stands here; it belongs in section {bound.form.number}",
            related=(Related(bound.section.heading, Message("应写入的部分", "where it belongs")),),
            severity=Severity.INFO,
        )
        return
    fault = "提到信息处理费,但未写明收取情况" if mentioned else "未报告信息处理费收取情况"
    yield finding(
        bound.section.title_span,
        f"第{bound.form.number}部分{fault},没有收取的也应写明,如“本年度未收取信息处理费”(国办函〔2020〕109号)。",
        f"section {bound.form.number} does not say whether the fee for processing information was charged",
    )


def _states(text: str) -> bool:
    """Whether something is said besides the law and its title."""
    bare = compiled(_CITED).sub("", text)
    return says(bare, "fees", "answer") or bool(compiled(_AMOUNT).search(bare))


def _elsewhere(report: Report) -> Span | None:
    """The words about the fee outside the section."""
    running = running_text(report)
    text = running.text
    for match in compiled(_FEE).finditer(text):
        before = compiled(_BEFORE).search(text, max(0, match.start() - _REACH), match.start())
        after = compiled(_AFTER).match(text, match.end()) if match[0] == "处理费" else None
        if before or after:
            start = before.start() if before else match.start()
            return running.span(start, match.end())
    return None
