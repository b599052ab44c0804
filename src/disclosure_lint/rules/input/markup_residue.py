"""残留网页代码或尖括号。 / HTML code or half of an angle bracket is left.

作用:从网页转存时留下的“&nbsp;”“<p>”等代码,或者书名中的“<…>”被当成代码吃掉一半而剩下的“>”,应清理干净。代码全文合并为一条。

依据:公开的政府信息应当准确、清楚。

示例:

```report bad
一、总体情况
全年公开信息61条⟦&nbsp;⟧,其中&ldquo;通知公告&rdquo;20条。<br/>收到申请0件。</p>
```

```report fixed
一、总体情况
全年公开信息61条 ,其中“通知公告”20条。收到申请0件。
```

```report bad
本报告按照条例和中华人民共和国政府信息公开工作年度报告格式⟦>⟧要求编制,统计期限为2023年1月1日至12月31日。
一、总体情况
```

```report bad
一、总体情况
按照国务院办公厅关于印发⟦<⟧政府信息公开信息处理费管理办法的通知执行。
```

```report good
当前位置: 首页>政务公开>工作要点>年报
按照《国务院办公厅关于印发<政府信息公开信息处理费管理办法>的通知》执行,可在“首页>政务公开>年报”栏目查阅。
一、总体情况
答复时限<20个工作日,满意率>95%。R&D投入、Q&A栏目更新6次。
```

```report good
三、收到和处理政府信息公开申请情况
## 表三:收到和处理政府信息公开申请情况
| 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
|---|---|---|---|---|---|---|---|
```

改法:删除代码,把实体改回原来的标点;剩下半个尖括号的,对照原稿补全书名,内层书名用“〈〉”。

例外:成对的“<书名>”由 `nested-title-marks` 报告;导航路径中的“>”和比较大小的“<”“>”不报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.extraction import lone_brackets
from disclosure_lint.topics.rewriting import others, rewrite
from disclosure_lint.words import words

# The kinds of code by what they begin with.
_CODE = {
    "<": r"<(?i:/?(?:{tags})(?:\s[^<>\n]*)?/?>|!--(?s:.*?)-->)",
    "&": r"&(?:[A-Za-z]{{2,8}}|#\d{{2,5}}|#x[0-9A-Fa-f]{{2,5}});",
    "```": r"```[a-z]*",
}


@cache
def _code(start: str) -> re.Pattern[str]:
    return compiled(_CODE[start].format(tags="|".join(map(re.escape, words("page")["tags"]))))


@rule(Report, Severity.WARNING, cues=("<", ">", "＜", "＞", "&", "```"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for all code, and one for each half of a pair of angle brackets."""
    yield from _residue(report)
    yield from _halves(report)


def _residue(report: Report) -> Iterator[Finding]:
    text = report.source.text
    codes = [it for start in _CODE if start in text for it in _code(start).finditer(text)]
    found = [it for it in codes if _plain(it[0]) != it[0]]
    if not found:
        return
    found.sort(key=re.Match.start)
    spans = [Span(*match.span()) for match in found]
    edits = [Edit(span, _plain(match[0])) for span, match in zip(spans, found, strict=True)]
    count = f"等共{len(spans)}处" if len(spans) > 1 else ""
    yield finding(
        spans[0],
        f"残留网页代码“{found[0][0][:20]}”{count},请删除或改回原来的标点。",
        f"markup “{found[0][0][:20]}” is left ({len(spans)} place(s)); take it out.",
        related=others(spans),
        fix=rewrite(report.source, edits, "清除网页代码", "Take the markup out"),
        maybe_extraction=True,
    )


def _plain(code: str) -> str:
    """What a piece of code stands for; a blank that must not break is a blank."""
    if code[0] != "&":
        return ""
    from html import unescape  # noqa: PLC0415 - only an entity needs it

    return unescape(code).replace("\u00a0", " ")


def _halves(report: Report) -> Iterator[Finding]:
    for span in lone_brackets(report):
        mark = report.source.slice(span)
        yield finding(
            span,
            f"残留半个尖括号“{mark}”,书名可能被当作网页代码删去一部分,请对照原稿补全,内层书名用“〈〉”。",
            f"a single “{mark}” is left: part of a title may have been taken for a tag; restore it.",
            maybe_extraction=True,
        )
