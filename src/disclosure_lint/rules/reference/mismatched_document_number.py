"""文件名与文号不配。 / Title and number belong to different documents.

作用:引用几个常用文件时,文件名与文号必须对应;不对应时给出正确的一对。

依据:国办公开办函〔2019〕60号、国办公开办函〔2021〕30号、国办函〔2020〕109号、国务院令第492号、第711号。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
根据⟦《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》(国办公开办函〔2021〕30号⟧)编制。
一、总体情况
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
根据⟦《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》(国办公开办函〔2021〕3号⟧)编制。
一、总体情况
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》(⟦国务院令第771号⟧)编制。
一、总体情况
```

```report good
根据《中华人民共和国政府信息公开条例》(国务院令第711号)、《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》(国办公开办函〔2021〕30号)编制。
按照《中华人民共和国政府信息公开工作年度报告格式》(国办公开办函〔2021〕30号)和《政府信息公开信息处理费管理办法》(国办函〔2020〕109号)执行。
转发《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》(青政办函〔2021〕5号)。
《中华人民共和国政府信息公开条例》(2007年国务院令第492号公布)。
一、总体情况
```

改法:对照原文件核对后改正;建议的一对只在人工选择后应用。

例外:只检查上列常用文件;只写办法、格式名称而不写通知全名的,不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.citations import (
    Citation,
    citations,
    in_force,
    notices,
    ordered,
    year_of,
)
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.words import words


@rule(Report, Severity.ERROR, cues=("号",))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each title that stands with the number of another document."""
    for cited in citations(report.source.text):
        if cited.titled and cited.number and cited.titled != cited.numbered:
            yield from _notice(report, cited)
    yield from _orders(report)


def _notice(report: Report, cited: Citation) -> Iterator[Finding]:
    """The document that was in force in the report's year is the one that was meant."""
    number = cited.number
    titled = notices()[cited.titled]
    if number is None or (not cited.numbered and not cited.titled.startswith(number.code)):
        return
    other = notices().get(cited.numbered)
    year = year_of(report)
    if other and (year is None or in_force(other, year)) and cited.title:
        edit = Edit(cited.title.span, str(other["title"]))
        told = f"{cited.numbered}的文件名是《{other['title']}》,现写作《{titled['title']}》"
        said = f"{cited.numbered} is the number of another notice, not of the one named"
    else:
        edit = Edit(number.whole, cited.titled)
        told = f"《{titled['title']}》的文号是{cited.titled},现写作{number.right}"
        said = f"the number of this notice is {cited.titled}, not {number.right}"
    yield finding(
        cited.span,
        f"文件名与文号不配:{told},请核对。",
        f"title and number do not belong together: {said}.",
        fix=suggest([edit], "改成配对的文件名和文号", "Write the title and number that match"),
    )


def _orders(report: Report) -> Iterator[Finding]:
    for law in words("references")["law"]:
        known = [it["number"] for it in law["numbers"]]
        for order in ordered(report.source.text, law["title"]):
            if order.number in known:
                continue
            right = next((it["number"] for it in law["numbers"] if _fits(it, report)), known[-1])
            yield finding(
                order.span,
                f"《{law['title']}》是{law['order']}第{right}号,现写作第{order.number}号,请核对。",
                f"the regulation is order no. {right}, not no. {order.number}.",
                fix=suggest(
                    [Edit(order.figure, str(right))], f"改为第{right}号", f"Cite no. {right}"
                ),
            )


def _fits(number: dict[str, str | int], report: Report) -> bool:
    year = year_of(report)
    return year is not None and in_force(number, year)
