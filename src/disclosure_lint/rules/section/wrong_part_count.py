"""写的部分数与列出的部分不符。 / The number of parts stated is not the number of parts listed.

作用:导语写“由……等六部分组成”的,部分数应与列出的部分一致;没有逐一列出的,应与全文实际的部分一致。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式;文字严谨的一般要求。

示例:

```report bad edition=2021
本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项等⟦六部分⟧组成。
一、总体情况
2023年公开信息61条。
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
本报告按照《条例》编制,包括总体情况,公开的内容、存在的主要问题改进措施⟦四个部分⟧。
一、总体情况
2023年公开信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
本报告按照《条例》编制,由⟦五个部分⟧组成。
一、总体情况
2023年公开信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
```

```report good edition=2021
报告由总体情况、主动公开政府信息的情况、收到和处理政府信息公开申请情况、政府信息公开行政复议与行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项等六部分组成。
一、总体情况
我镇从六个方面说明2023年工作:总体情况,主动公开政府信息情况,收到和处理政府信息公开申请情况,政府信息公开行政复议、行政诉讼情况,存在的主要问题及改进情况以及其他需要报告的事项。
```

```report good edition=2021
本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、2024年工作思路、其他需要报告的事项等七个部分组成。
报告第一部分为总体情况,公开了一部分数据。
一、总体情况
本报告从主动公开情况、依申请公开情况、政府信息管理情况、平台建设情况、监督保障情况五个方面报告如下。全年予以公开2件,部分公开3件。
```

改法:补上遗漏的部分,或者改正部分数。

例外:部分的名称里本来就有顿号(“行政复议、行政诉讼情况”),按已知的标题识别,不按顿号拆分;拿不准的不报告。
"""

import re
from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.opening import NUMERALS, numeral
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.topics.partlist import list_parts
from disclosure_lint.topics.passages import opens, says
from disclosure_lint.topics.sentences import running_text

_NOUNS = ("部分", "方面")
_COUNT = rf"(?<![第另])([{NUMERALS}]{{1,2}}|\d{{1,2}})[^\S\n]*个?大?(部分|方面)$"
# What stands right before the noun of a count.
_JOINTS = frozenset(f"{NUMERALS}个大 \u3000\u00a0")
# A number stands no further than this before what it counts.
_REACH = 6


@rule(Report, Severity.WARNING)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at a number of parts that is neither listed nor there."""
    if report.form is None:
        return
    words = running_text(report)
    for match in _counts(words.text):
        if not opens(words.paragraph(match.start())):
            continue
        start, end = words.sentence(match.start())
        around = (words.text[start : match.start()], words.text[match.end() : end])
        fault = _fault(match, around, report)
        if fault:
            yield finding(words.span(*match.span()), *fault)


def _counts(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers with what they count; few of the nouns have a number before them."""
    places = ((at, it) for it in _NOUNS for at in occurrences(text, it))
    for at, noun in places:
        before, end = text[at - 1 : at], at + len(noun)
        if (before in _JOINTS or before.isdigit()) and not text.startswith("公开", end):
            match = compiled(_COUNT).search(text, max(0, at - _REACH), end)
            if match and match[1] != "一":
                yield match


def _fault(match: re.Match[str], around: tuple[str, str], report: Report) -> tuple[str, str] | None:
    count = int(match[1]) if match[1].isdigit() else numeral(match[1])
    if report.form is None:
        return None
    sections = report.form.sections
    parts = list_parts(fold(around[0]), fold(around[1]), report.form)
    if parts:
        if parts.least <= count <= parts.most:
            return None
        lost = [form.title for form in sections if form.key not in parts.keys]
        sure = count == len(sections) and parts.least == parts.most == len(parts.keys)
        lack = "、".join(f"“{title}”" for title in lost) if sure else ""
        return (
            f"写“{match[0]}”,实际列出{parts.most}项{',缺' + lack if lack else ''},请核对。",
            f"“{match[0]}” is written, {parts.most} are listed"
            + (f"; missing: {lack}" if lack else ""),
        )
    there = sum(not it.repeated for it in report.sections)
    about = match[2] == "部分" and says("".join(around), "parts", "report")
    if not (about and report.whole) or count in {there, len(sections)}:
        return None
    return (
        f"写“{match[0]}”,全文实际有{there}个部分,请核对。",
        f"“{match[0]}” is written, the report has {there} parts",
    )
