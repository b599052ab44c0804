"""信息处理费的名称、标准或文件名写错。 / Terms of the fee for processing information are wrong.

作用:费用名称是“信息处理费”,标准是“按件、按量”,文件是“关于印发《政府信息公开信息处理费管理办法》的通知”。

依据:国办函〔2020〕109号《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》。

示例:

```report bad
六、其他需要报告的事项
按照《国务院办公厅⟦关于〈政府信息公开信息处理费管理办法〉的通知⟧》(国办函〔2020〕109号)规定的⟦案件、按量⟧收取标准,本年度没有产生⟦信息公开处理费⟧。
```

```report fixed
六、其他需要报告的事项
按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》(国办函〔2020〕109号)规定的按件、按量收取标准,本年度没有产生信息处理费。
```

```report good
六、其他需要报告的事项
根据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》(国办函〔2020〕109号)和《政府信息公开信息处理费管理办法》,按件、按量计收,2023年未收取信息处理费,政府信息公开信息处理费为0元。
重大案件、按量化标准考核的事项另行公开。
```

改法:按通知的用语改正。

例外:2019、2020年度报告不检查(办法自2021年1月1日起施行)。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.rewriting import rewrite
from disclosure_lint.words import words


@cache
def _terms() -> dict[str, str]:
    """The right term of each wrong one, a term before those it contains."""
    right = {fee["wrong"]: fee["right"] for fee in words("references")["fee"]}
    return {wrong: right[wrong] for wrong in sorted(right, key=len, reverse=True)}


@cache
def _notice() -> re.Pattern[str]:
    """The notice's name without the word that it issues something."""
    name = words("references")["fee_notice"]
    return compiled(rf"{name['before']}(?=[〈《<＜“]?{name['title']}[〉》>＞”]?{name['after']})")


@rule(Report, Severity.WARNING, cues=("公开处理费", "案件、按", "案件或按", "案量", "费管理办法"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each wrong term, and for a notice whose name lacks a word."""
    text = report.source.text
    name = words("references")["fee_notice"]
    terms = [wrong for wrong in _terms() if wrong in text]
    if not (terms or name["title"] in text) or name["about"] not in text:
        return
    ends: set[int] = set()
    for wrong in terms:
        right = _terms()[wrong]
        for at in occurrences(text, wrong):
            span = Span(at, at + len(wrong))
            if span.end not in ends and text[span.end : span.end + 1] != name["not_before"]:
                ends.add(span.end)
                yield _finding(report, span, right, Edit(span, right))
    for match in _notice().finditer(text) if name["title"] in text else ():
        end = text.index(name["after"], match.end()) + len(name["after"])
        written = match[0] + name["issue"] + text[match.end() : end]
        edit = Edit(Span(match.end(), match.end()), name["issue"])
        yield _finding(report, Span(match.start(), end), written, edit)


def _finding(report: Report, span: Span, right: str, edit: Edit) -> Finding:
    printed = report.source.slice(span)
    return finding(
        span,
        f"信息处理费用语有误:“{printed}”应为“{right}”(国办函〔2020〕109号)。",
        f"wrong term: “{printed}” should read “{right}”.",
        fix=rewrite(report.source, [edit], f"改为“{right}”", "Write the term of the notice"),
    )
