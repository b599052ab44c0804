"""标题里“年度”写了两次。 / The title says 年度 twice.

作用:“2024年度……年度报告”中前一个“年度”多余,统一写“2024年……年度报告”。

依据:国办公开办函〔2021〕30号所附格式名称“政府信息公开工作年度报告”;通行写法。

示例:

```report bad
青岩县梅溪镇人民政府2024⟦年度⟧政府信息公开工作年度报告
一、总体情况
```

```report fixed
青岩县梅溪镇人民政府2024年政府信息公开工作年度报告
一、总体情况
```

```report bad
青岩县信访局
2021⟦年度⟧政府信息公开工作年度报告
一、总体情况
```

```report good
青岩县梅溪镇人民政府2024年政府信息公开工作年度报告
现将2024年度政府信息公开工作年度报告公布如下。
一、总体情况
2024年度主动公开信息30条。
```

```report good
青岩县梅溪镇人民政府2024年度政府信息公开工作报告
一、总体情况
```

```report good
青岩县民政局2018年度政府信息公开工作年度报告
一、概述
```

改法:把标题中的“YYYY年度”改为“YYYY年”。

例外:只看标题,正文里的“年度”不管;标题本身缺“年度”二字的由 `nonstandard-title` 报告;2018年及以前的报告不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.titles import title_of

_TWICE = "年度"


@rule(Report, Severity.INFO, needs="title")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the word after the year when the title's last words say it again."""
    title = title_of(report)
    if title is None or _TWICE not in title.words(title.ending):
        return
    if not report.fixed or not (report.expected or report.year is None):
        return
    for year in title.years:
        if title.words(year.unit) == _TWICE:
            place = title.span(year.unit)
            between = "……" if title.ending.start > year.unit.end else ""
            right = f"{year.value}年{between}{title.words(title.ending)}"
            yield finding(
                place,
                f"标题中“年度”重复,建议写作“{right}”。",
                f"The title says 年度 twice; write “{right}”.",
                fix=Fix(
                    Applicability.SAFE,
                    Message("“年度”改为“年”", "write 年"),
                    (Edit(place, _TWICE[:1]),),
                ),
            )
