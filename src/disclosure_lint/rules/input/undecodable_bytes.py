"""文件编码异常,有乱码。 / The text is garbled by a wrong encoding.

作用:转码出错留下的“\ufffd”“锟斤拷”“æ”¿åºœ”一类乱码,或空格被转成的成串问号,读者看不懂,检索也查不到。全文只报告一次,写明处数。

依据:公开的政府信息应当准确可读。

示例:

```report bad
一、总体情况
2023年,⟦锟斤拷锟斤拷⟧公开信息61条。
```

```report bad
一、总体情况
2023年,青岩县水务局公开信息⟦\ufffd\ufffd⟧61条。
```

```report bad
⟦????????⟧云溪镇人民政府
???????????2021年政府信息公开工作年度报告
一、总体情况
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
⟦æ\u0094¿åº\u009cä¿¡æ\u0081¯⟧公开
```

```report good
一、总体情况
群众最关心什么?怎么办?全年通过“青岩café”等6个点位发放资料,气温25℃±2。
目录················3
```

改法:用原稿重新导出,保存为UTF-8(或GB18030)编码;成串的问号多半是空格,删除即可。

例外:单个问号、正文中的外文字母不是乱码,不报告。
"""

import re
from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.literals import holds
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.characters import odd
from disclosure_lint.topics.rewriting import others
from disclosure_lint.words import words

_QUESTIONS = "??"
# Three bytes of UTF-8 read as Latin letters, three such characters and more in a row.
_LATIN = "(?:[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff][\x80-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]{1,3}){3,}"


def _pattern() -> re.Pattern[str]:
    literals = "|".join(f"(?:{word})+" for word in words("characters")["mojibake"])
    return compiled(f"\ufffd+|{literals}|{_LATIN}")


@rule(Report, Severity.ERROR)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first garbled place; runs of question marks alone are milder."""
    text = report.source.text
    broken = list(map(_span, _pattern().finditer(text))) if odd(text) else []
    spans = sorted(broken + list(_lost_blanks(text)))
    if not spans:
        return
    shown = report.source.slice(spans[0])[:8]
    if broken:
        zh = f"文件编码异常,有乱码“{shown}”等共{len(spans)}处,请用原稿重新导出并保存为UTF-8编码。"
        en = f"garbled text (“{shown}”, {len(spans)} place(s)); export it again from the original as UTF-8."
    else:
        zh = f"有成串的问号“{shown}”共{len(spans)}处,多为转码时丢失的空格或文字,请对照原稿核对。"
        en = f"runs of question marks ({len(spans)} place(s)) stand for lost blanks or characters; compare with the original."
    yield finding(
        spans[0],
        zh,
        en,
        related=others(spans),
        maybe_extraction=True,
        severity=None if broken else Severity.WARNING,
    )


def _lost_blanks(text: str) -> Iterator[Span]:
    """Yield the runs of question marks that were blanks: nobody asks with so many of them."""
    if holds(text, _QUESTIONS):
        fewest: int = words("characters")["question_marks"]
        yield from map(_span, compiled(rf"\?{{{fewest},}}").finditer(text))


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())
