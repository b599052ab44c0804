"""占位内容没有替换。 / A placeholder was left in.

作用:“××条”“XX街道”“20XX年”“____”“(略)”“待填写”等是模板中留给填写人的位置,定稿中不应出现;空的书名号、引号、括号也是内容丢失的痕迹。

依据:国办公开办函〔2021〕30号(内容完整、数据详实)。

示例:

```report bad
2023年,⟦XX⟧街道共公开信息××条。
```

```report bad
⟦20XX⟧年,我局共公开信息____条,答复申请**件。相关附图(略)。
```

```report bad
云溪镇⟦20××⟧年政府信息公开工作年度报告
一、总体情况
```

```report bad
办公电话⟦此处填⟧写固定电话。
```

空的标点可能是网页转换时丢失了内容,降为警告:

```report bad
按照⟦《》⟧要求,落实“”制度。
```

脱敏的号码和姓名、案例中隐去的名称、产品型号、乘号不报告:

```report good
联系电话138****0000,申请人王××,型号XXL-2,服务时间7×24小时,**《条例》**规定,内容有待补充完善。
申请人要求公开××镇××村征地批复,收到的信息均已告知。
**年度工作**要点已经公开,**条例**培训两次,从略。
```

改法:填入本机关的名称和数据,没有的内容连同所在句子一并删除。

例外:全文合并为一条。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.placeholders import empty_pairs, placeholders
from disclosure_lint.topics.rewriting import others
from disclosure_lint.topics.sentences import running_text


@rule(Report, Severity.ERROR)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for all placeholders, and one for all marks with nothing between them."""
    running = running_text(report)
    found = [running.span(*place) for place in placeholders(running.text)]
    for line in report.document.title:
        base = line.span.start
        found += [Span(base + start, base + end) for start, end in placeholders(line.text)]
    if found:
        zh, en = "发现未替换的占位内容", "placeholders left in"
        yield _finding(report, sorted(found), zh, en, None)
    empty = [running.span(*place) for place in empty_pairs(running.text)]
    if empty:
        zh, en = "标点之间没有内容", "marks with nothing between them"
        yield _finding(report, empty, zh, en, Severity.WARNING)


def _finding(
    report: Report, spans: list[Span], zh: str, en: str, severity: Severity | None
) -> Finding:
    printed = dict.fromkeys(report.source.slice(span).replace("\n", "") for span in spans)
    shown = "".join(f"“{text}”" for text in printed)
    count = f"(共{len(spans)}处)" if len(spans) > 1 else ""
    return finding(
        spans[0],
        f"{zh}:{shown}{count},请填写实际内容或删去。",
        f"{en}: {' '.join(printed)}; {len(spans)} in all.",
        related=others(spans),
        severity=severity,
        maybe_extraction=severity is not None,
    )
