"""发文字号写法不规范。 / A document number is not written as it should be.

作用:发文字号应写作“机关代字〔年份〕序号号”:年份用全称并用六角括号“〔〕”括入,序号不加“第”、不编虚位(“3”不写“03”),“函”不写成“涵”。

依据:GB/T 9704—2012《党政机关公文格式》7.2.5。

示例:

```report bad
根据国办公开办⟦涵〔2021〕30号⟧要求编制。
一、总体情况
```

```report fixed
根据国办公开办函〔2021〕30号要求编制。
一、总体情况
```

```report bad
根据国办公开办函⟦[2021]30号⟧、青政办发⟦(2022)5号⟧、云溪政发⟦〔2022〕第7号⟧要求编制。
一、总体情况
```

```report bad
根据云溪政发⟦〔2022〕007号⟧、青政办函⟦〔22〕8号⟧、青政办函⟦〔2022年〕9号⟧要求编制。
一、总体情况
```

```report good
根据国办公开办函〔2021〕30号、国办函﹝2020﹞109号、青政办发〔2022〕5 号要求编制,国务院令第711号。
青行复决字〔2022〕第3号复议决定、(2022)沧01行初30号判决、公告(2023)第5号、云溪路(2023)30号均已公开。
发文字号 | 号 |
一、总体情况
```

改法:按规范写法改正;改年份、去虚位涉及数字,须人工确认。

例外:“字〔2022〕第3号”一类决定书文号、裁判文书案号不报告;括号在转换中丢失的由 `lost-digits` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.text import narrow
from disclosure_lint.topics.citations import Number, numbers
from disclosure_lint.topics.rewriting import rewrite

_BRACKETS = {"〔〕", "﹝﹞"}
_YEAR = 4  # digits of a year
# Of an unknown code so many characters are shown.
_LEAD = 4
# A decision's number is `字〔2022〕第3号`.
_DECISION = "字"


@rule(Report, Severity.WARNING, cues=("号",))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each document number with a fault, all of its faults in one."""
    for number in numbers(report.source.text):
        faults = list(_faults(number))
        if faults:
            slip = 1 + number.gap if number.code_slip else 0
            span = Span(number.span.start - slip, number.span.end)
            content = number.right.removeprefix(number.code)
            if number.code_slip:
                content = number.code_slip[1] + content
            printed = report.source.slice(Span(number.whole.start, number.span.end))
            lead = "…" + number.head[-_LEAD:-1] if len(number.code) == 1 else ""
            printed, right = lead + printed, lead + number.right
            yield finding(
                span,
                f"文号“{printed}”应写作“{right}”({'、'.join(zh for zh, _ in faults)})。",
                f"the number “{printed}” is to be written “{right}” ({', '.join(en for _, en in faults)}).",
                fix=rewrite(
                    report.source,
                    [Edit(span, content)],
                    f"改为“{right}”",
                    "Write the number as it should be",
                ),
            )


def _faults(number: Number) -> Iterator[tuple[str, str]]:
    if number.code_slip:
        yield f"“{number.code_slip[0]}”误", "wrong character"
    if number.brackets not in _BRACKETS:
        yield "年份应用六角括号〔〕", "brackets"
    if len(number.year) != _YEAR:
        yield "年份应写全四位", "short year"
    if number.nian:
        yield "括号内不写“年”", "年 in the brackets"
    if number.th and number.head[-1:] != _DECISION:
        yield "序号前不加“第”", "第 before the serial"
    if narrow(number.serial) != str(int(number.serial)):
        yield "序号不编虚位", "leading zero"
