"""标题缺少机关名称、年份,或不以“政府信息公开工作年度报告”结尾。 / The title lacks an element.

作用:标题应由机关名称、一个年份(YYYY年)和“政府信息公开工作年度报告”组成,少了哪一项就指出哪一项。

依据:国办公开办函〔2021〕30号、〔2019〕60号所附格式的名称;机关名称用全称。

示例:

```report bad
青岩县云溪镇人民政府2024年度⟦政府信息公开工作报告⟧
一、总体情况
```

```report bad
2022年临川市水务局⟦信息公开年报⟧
一、总体情况
```

```report bad
云溪镇2023年度⟦政府信息公开年度报告⟧
一、总体情况
```

```report bad
⟦2021年政府信息公开工作年度报告⟧
一、总体情况
```

```report bad
⟦临川市水务局政府信息公开工作年度报告⟧
2023年,本局主动公开信息30条,统计期限为2023年1月1日至12月31日。
一、总体情况
```

```report bad
⟦教育局⟧2022年政府信息公开工作年度报告
一、总体情况
```

```report good
临川市水务局2023年政府信息公开工作年度报告
一、总体情况
```

```report good
临川市底张街道
2023年度政府
信息公开工作年度报告
一、总体情况
```

```report good
2022年临川市政府信息公开工作年度报告
一、总体情况
```

```report good
临川市水务局 2023 年政府信息公开工作年度报告(图片版)
一、总体情况
```

```report good
临川市水务局2015年政府信息公开年度报告
一、概述
```

医院、学校、供水供电等公共企事业单位的标题可以不写“政府”:

```report good
临川市第三人民医院2023年信息公开工作年度报告
一、总体情况
```

改法:按“机关全称+YYYY年+政府信息公开工作年度报告”改写标题。

例外:标题分两三行、年份在前、机关与年份之间有空格、末尾带“(图片版)”等括注的都可以;2018年及以前的报告没有统一标题,只提示机关名称缺少地名;年份后的“年度”见 `redundant-title-word`。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.organ_name import lacks_region
from disclosure_lint.topics.placeholders import placeholders
from disclosure_lint.topics.titles import Part, Title, lacking, standard_ending, title_of
from disclosure_lint.words import words


@rule(Report, Severity.WARNING, needs="title")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for all elements that the title lacks; one for an organ without its place."""
    title = title_of(report)
    if title is None:
        return
    if report.fixed and (report.expected or report.year is None):
        faults = list(_faults(title))
        if faults:
            yield _finding(title, faults)
    organ = title.words(title.organ)
    if organ and lacks_region(organ):
        yield finding(
            title.span(title.organ),
            f"标题中的机关名称“{organ}”缺少地名,请写机关全称。",
            f"The organ “{organ}” in the title lacks the name of its place; give the full name.",
            severity=Severity.INFO,
        )


def _faults(title: Title) -> Iterator[tuple[Message, Part | None, str]]:
    """What is wrong with the title, the part that is, and what should stand there."""
    if not title.words(title.organ):
        yield Message("缺机关名称", "no organ"), None, ""
    if not title.years:
        if not any(placeholders(title.text)):  # 20XX年 has its own finding
            yield Message("缺年份", "no year"), None, ""
    elif len({year.value for year in title.years}) > 1:
        yield Message("有两个不同的年份", "two different years"), None, ""
    elif not any(title.words(year.unit) for year in title.years):
        unit = title.years[0].unit
        yield Message("年份后缺“年”字", "no “年” after the year"), unit, "年"
    standard, ending = standard_ending(title), title.words(title.ending)
    if not title.text.endswith(standard, 0, title.ending.end):
        short = "".join(f"“{part}”" for part in lacking(ending))
        note = f",少{short}" if short else ""
        yield (
            Message(f"结尾“{ending}”应为“{standard}”{note}", f"it ends in “{ending}”"),
            title.ending,
            standard,
        )


def _finding(title: Title, faults: list[tuple[Message, Part | None, str]]) -> Finding:
    places = [title.span(part) for _, part, _ in faults if part]
    alone = len(faults) == len(places) == 1
    edits = tuple(Edit(title.span(part), text) for _, part, text in faults if part)
    zh = "、".join(message.zh for message, _, _ in faults)
    en = "; ".join(message.en for message, _, _ in faults)
    whole = f",应写作“机关名称+YYYY年+{words('titles')['standard']}”" if not alone else ""
    fix = Fix(Applicability.SUGGESTION, Message("补全标题", "complete the title"), edits)
    return finding(
        places[0] if alone and places[0].end > places[0].start else title.whole,
        f"标题{zh}{whole}。",
        f"The title is not in the standard form: {en}.",
        fix=fix if edits else None,
    )
