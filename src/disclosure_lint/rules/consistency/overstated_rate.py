"""称全部办结,表三却有结转下年度的申请。 / All requests are said to be answered, but some were carried over.

作用:写“办结率100%”“全部办结”,而表三“结转下年度继续办理”大于0,说法与数据不符。

依据:国办公开办函〔2021〕30号所附统一格式(第一项加第二项之和,等于第三项加第四项之和)。

示例:

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年共收到政府信息公开申请12件,⟦办结率100%⟧。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 10 | 0 | 0 | 0 | 0 | 0 | 10 | ||
四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年共收到政府信息公开申请12件,按时答复率100%。除2件结转下年度外,政府信息公开申请全部办结。
受理12345热线工单360件,办结率100%。2022年结转的政府信息公开申请1件已全部办结。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 | ||
二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
(七)总计 | 11 | 0 | 0 | 0 | 0 | 0 | 11 | ||
四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
2023年共收到政府信息公开申请12件,全部办结。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
(七)总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

改法:改为“除结转下年度继续办理的N件外,全部办结”,或写按时答复率。

例外:写明“除……外”“按时”“法定期限内”或结转件数的不报告;热线工单、信访、建议提案的办结率不比较。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.claims.tabled import tabled
from disclosure_lint.claims.wording import related
from disclosure_lint.claims.words import any_of
from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the first statement that all was answered, where requests were carried over."""
    rates = words("claims")["rates"]
    left = tabled(report, rates["left"])
    if not left or not left[0].value:
        return
    text = running_text(report)
    for match in _all_answered().finditer(text.text):
        sentence = text.around(match.start())
        if any(word in sentence for word in rates["about"]) and not any(
            word in sentence for word in rates["unless"]
        ):
            name = left[0].name
            yield finding(
                text.span(*match.span()),
                f"正文称“{match[0]}”,但{name.zh}有{left[0].value}件,宜写明“除结转外”或按时答复率。",
                f"the prose says “{match[0]}”, but {name.en} {left[0].value}.",
                related=related(left[0]),
            )
            return


@cache
def _all_answered() -> re.Pattern[str]:
    return compiled(any_of(words("claims")["rates"]["all"]))
