"""同比增减的百分比与件数对不上。 / A rate of growth that the figures do not bear out.

作用:由本年件数和同比百分比可以反推上年件数;上年件数必须是整数。同一句写明上年件数的,直接核对。

依据:件数是整数;百分比按所写小数位四舍五入(截断也不报告)。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
收到政府信息公开申请36件,同比上升⟦17.00%⟧。
```

同一句写明上年件数:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
全年收办政府信息公开申请3646件,上年为3607件,同比增长⟦1.05%⟧。
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
收到政府信息公开申请36件,同比上升16.13%。主动公开信息260余条,同比增长12%。
收到政府信息公开申请3646件,上年为3607件,同比增长1.08%。答复28件,较上年下降12.5%。
公开政策文件12件、解读36条,同比增长17.00%。收到信访38件,比2022年的31件增加7件,同比增长22.6%。
```

改法:核对上年报告的件数,重新计算百分比。

例外:约数、几个数合在一起的同比、没有写明件数的不报告。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure_lint.diagnostic import Finding, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.growth import growth, in_list
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


@rule(Report, Severity.INFO, cues=("%", "％"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at each rate that no whole number of the year before can give."""
    text = running_text(report)
    if not any(word in text.text for word in words("claims")["growth"]["versus"]):
        return
    for match in growth().finditer(text.text):
        this, last = _number(match["this"]), _number(match["last"] or match["than"] or "")
        wrong = None if this is None or in_list(match) else _wrong(this, last, match)
        if wrong:
            yield finding(
                text.span(*match.span("percent")),
                f"同比{match['percent']}与件数对不上:{wrong.zh},请核对。",
                f"the rate {match['percent']} does not fit the figures: {wrong.en}.",
            )


def _wrong(this: int, last: int | None, match: re.Match[str]) -> Message | None:
    """What is wrong with the rate; it may be rounded or cut off to the places printed."""
    step = Decimal(1).scaleb(-len(match["rate"].partition(".")[2]))
    rate = Decimal(match["rate"]) * (-1 if match["down"] else 1)
    if last:
        right = _rate(this, last)
        if abs(right - rate) < step:
            return None
        shown = right.quantize(step)
        return Message(f"由{last}到{this},同比应为{shown}%", f"from {last} to {this} is {shown}%")
    if rate <= -100:
        return None
    guess = this / (1 + rate / 100)
    near = range(max(int(guess) - 1, 1), int(guess) + 3)
    if last is not None or any(abs(_rate(this, it) - rate) < step for it in near):
        return None
    shown = guess.quantize(Decimal("0.01"))
    return Message(
        f"按{this}反推上年为{shown},不是整数",
        f"{this} this year means {shown} the year before, which is no whole number",
    )


def _rate(this: int, last: int) -> Decimal:
    return Decimal(this - last) * 100 / last


def _number(text: str) -> int | None:
    return int(text.replace(",", "")) if text else None
