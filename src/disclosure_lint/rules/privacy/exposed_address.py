"""出现个人的详细住址。 / The private address of a person is shown.

作用:姓名后面紧跟村组、单元、门牌号时提示;个人住址应只保留到乡镇(街道)。

依据:《中华人民共和国政府信息公开条例》第十五条;《中华人民共和国个人信息保护法》第四条。

示例:

```report bad
一、总体情况
答复李某(住⟦云溪镇和平村3组12号⟧)的申请。救助对象:张云,⟦和平村三组⟧。
```

```report bad
一、总体情况
为王青家住⟦城北街道花园小区6栋2单元301室⟧办理手续。
```

```report good
青岩县水务局地址:青岩县城关镇建设路12号3栋2单元。
一、总体情况
走访李家村,和平村3组的群众;张云任领导小组组长,抽调5组人员;李某,云溪镇人。
救助对象李某,住云溪镇******。
```

改法:隐去乡镇(街道)以下的部分。自动修复须人工确认。

例外:机关办公地址必须公布,不报告;没有写明姓名的村组名称不报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.literals import holds, occurrences
from disclosure_lint.patterns import HAN, compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.persons import is_name, name_pattern
from disclosure_lint.topics.rewriting import rewrite

_ANCHORS = ("组", "单元")
_AHEAD = frozenset("一二三四五六七八九十民小")
# A name and an address up to its group or door number.
_REACH = 40
_DOOR = len("1234室")
_TOWN = r".*(?:镇|乡|街道|苏木)"


@cache
def _pattern() -> re.Pattern[str]:
    number = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
    return compiled(
        rf"{name_pattern()}(?:[,，、(（:：\s]{{1,2}}(?:[男女][,，、])?(?:家住|现住|住址[:：]?|住在?|户籍[:：]?)?|家住|现住|住在?)"
        rf"(?P<address>{HAN}{{0,16}}?"
        rf"(?:(?:村|社区|屯|寨|庄){number}(?:村民)?小?组|\d{{1,4}}(?:号楼|栋|幢){number}单元)(?:\d{{1,4}}[号室])?)"
    )


@rule(Report, Severity.INFO, cues=("村", "屯", "寨", "庄", "栋", "幢", "楼", "社区"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each address to the door beside the name of a person."""
    text = report.source.text
    seen: set[Span] = set()
    for anchor in _ANCHORS:
        for at in occurrences(text, anchor) if holds(text, anchor) else ():
            if text[at - 1 : at] in _AHEAD or text[at - 1 : at].isdecimal():
                first = max(0, at - _REACH)
                start = max(first, text.rfind("\n", first, at) + 1)
                for match in _pattern().finditer(text, start, at + len(anchor) + _DOOR):
                    if is_name(match["name"]):
                        seen.add(Span(*match.span("address")))
    for span in sorted(seen):
        masked = mask_address(report.source.slice(span))
        yield finding(
            span,
            f"个人住址应只保留到乡镇(街道),建议隐去后面的部分(如“{masked}”)。",
            f"the private address of a person should end at the township (“{masked}”).",
            fix=rewrite(
                report.source, [Edit(span, masked)], "隐去详细住址", "Mask the private address"
            ),
        )


def mask_address(address: str) -> str:
    """Put stars for what follows the township."""
    town = compiled(_TOWN).match(address)
    kept = town.end() if town else 0
    return address[:kept] + "*" * (len(address) - kept)
