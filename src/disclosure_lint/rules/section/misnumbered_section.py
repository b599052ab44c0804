"""一级标题的序号不对。 / The number of a section is wrong.

作用:一级标题用“一、”至“六、”编号;没有序号、用“1.”“(一)”或者序号与统一格式不一致的,提示改正。
同类问题合并为一条。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式;《党政机关公文格式》(GB/T 9704)结构层次序数。

示例:

```report bad edition=2021
四、政府信息公开行政复议、行政诉讼情况
⟦六、⟧存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
```

```report fixed edition=2021
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
```

```report bad edition=2021
⟦总体情况⟧
2023年主动公开政府信息61条。
主动公开政府信息情况
收到和处理政府信息公开申请情况
```

```report fixed edition=2021
一、总体情况
2023年主动公开政府信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report bad edition=2021
⟦(一)⟧总体情况
2023年主动公开政府信息61条。
二、主动公开政府信息情况
```

```report good edition=2021
一、 总体情况
2023年主动公开政府信息61条。
二、2023年工作回顾
略。
三、主动公开政府信息情况
```

```report good edition=2021
四、政府信息公开行政复议、行政诉讼情况
六、其他需要报告的事项
无。
```

改法:按提示改序号;`--fix` 会自动改。

例外:中间多出或缺少一个部分、其后依次顺延的,由 `unknown-section`、`missing-section` 报告,序号不再报告;
序号可能在网页转为文本时丢失(Word 自动编号),全文都没有序号时会注明。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import (
    Applicability,
    Edit,
    Finding,
    Fix,
    Message,
    Related,
    Severity,
    finding,
)
from disclosure_lint.opening import BEFORE_HEADING, numeral
from disclosure_lint.patterns import compiled
from disclosure_lint.report import BoundSection, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span

_PROPER = r"[一二三四五六七八九十]+\s*、\s*"
_RELATED = 5
_SAME = Message("同样的问题", "the same")


@rule(Report, Severity.WARNING, needs="irregular")
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding for each wrong numeral, one for all headings without, one for all other marks."""
    if report.form is None:
        return
    wrong: dict[str, list[BoundSection]] = {"": [], "mark": []}
    order = {form.number: at for at, form in enumerate(report.form.sections, 1)}
    place = 0
    for bound in report.sections:
        place += not bound.repeated
        if bound.form is None or bound.repeated:
            continue
        printed = report.source.slice(_mark(bound, report))
        if printed == f"{bound.form.number}、":
            continue
        number = numeral(bound.section.number)
        if not bound.section.number:
            wrong[""].append(bound)
        elif number and number not in {order[bound.form.number], place}:
            yield _finding([bound], report)
        elif not compiled(_PROPER).fullmatch(printed):
            wrong["mark"].append(bound)
    for group in wrong.values():
        if group:
            yield _finding(group, report)


def _mark(bound: BoundSection, report: Report) -> Span:
    """The number of a heading with its mark and blanks; empty, before the title, where there is none."""
    start, end = bound.section.heading.start, bound.section.title_span.start
    lead = report.source.text[start:end]
    return Span(start + len(lead) - len(lead.lstrip(BEFORE_HEADING)), end)


def _finding(group: list[BoundSection], report: Report) -> Finding:
    first, *others = group
    spans = [_mark(it, report) for it in group]
    proper = [f"{it.form.number}、" if it.form else "" for it in group]
    printed = report.source.slice(Span(spans[0].start, first.section.title_span.end))
    bare = not first.section.number
    zh, en = (f",另有{len(others)}处相同", f" ({len(others)} more)") if others else ("", "")
    return finding(
        first.section.title_span if bare else spans[0],
        f"一级标题“{printed}”应写作“{proper[0]}{first.section.title}”{zh}。",
        f"the heading “{printed}” should be “{proper[0]}{first.section.title}”{en}",
        related=tuple(Related(it.section.heading, _SAME) for it in others[:_RELATED]),
        fix=Fix(
            Applicability.SAFE,
            Message("改为统一格式的序号", "write the numbers of the form"),
            tuple(Edit(span, number) for span, number in zip(spans, proper, strict=True)),
        ),
        maybe_extraction=bare and len(group) * 2 >= len(report.sections),
    )
