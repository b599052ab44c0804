"""总体情况没有任何数据。 / The overview holds no figure.

作用:总体情况应写明主动公开、依申请公开等的具体数量(条、件、篇、次等)。

依据:《中华人民共和国政府信息公开条例》第五十条;各地年度报告编制要求“数据详实”。

示例:

```report bad edition=2021
一、⟦总体情况⟧
2023年,各部门通过政府网站第一时间积极主动公开信息,从六个方面推进工作,落实《条例》第50条。
二、主动公开政府信息情况
```

```report good edition=2021
一、总体情况
2023年,我局主动公开政府信息260余条。
```

```report good edition=2021
一、总体情况
2023年,我局主动公开政府信息一百二十三条,组织培训两次。
```

```report good edition=2021
一、总体情况
2023年,我局未收到政府信息公开申请,收到申请 0 件。
```

改法:补写主动公开信息、收到和办理申请、组织培训等的数量。

例外:年份、序号、法律条款的编号不算数据;含有百分比的不报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.topics.passages import statements, wording
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at an overview without a count."""
    bound = report.section("overview")
    if report.form is None or bound is None:
        return
    lines = map(fold, statements(bound))
    if not any(_figure().search(line) or _spelt().search(line) for line in lines) and wording(
        bound
    ):
        yield finding(
            bound.section.title_span,
            f"{bound.section.title}没有任何具体数据,请写明主动公开信息、收到和办理申请等的数量。",
            "the overview holds no figure; state how much was published, requested and answered",
        )


@cache
def _count(key: str) -> str:
    """A measure word that counts the work, as a pattern."""
    data = words("overview")["count"]
    measures, hollow = "|".join(data[key]), "|".join(data["hollow"])
    return rf"(?:{measures})(?!{hollow})"


@cache
def _figure() -> re.Pattern[str]:
    return compiled(rf"(?<![第\d.])\d[\d,.]*[余多]?万?个?{_count('measures')}")


@cache
def _spelt() -> re.Pattern[str]:
    numerals = "二两三四五六七八九十"
    number = rf"(?:[{numerals}]|[一百千万{numerals}]{{2,}})"
    return compiled(rf"(?<![第一百千万{numerals}]){number}[余多]?{_count('spelt')}")
