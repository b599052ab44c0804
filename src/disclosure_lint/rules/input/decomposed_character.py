"""生僻字拆开书写或使用自造字。 / A rare character is written apart or with a private code.

作用:“(石咢)”一类拆开写的字、用自造字(私用区编码)或组字符描述的字,换一台电脑可能显示不出,全文检索也查不到。每种情况全文只提示一次。

依据:GB 18030—2022《信息技术 中文编码字符集》已收入绝大多数地名、人名用字。

示例:

```report bad
双溪县⟦(石咢)⟧嘉镇2023年政府信息公开工作年度报告
一、总体情况
(石咢)嘉镇公开信息61条。
```

```report bad
一、总体情况
全年走访⟦\ue81a⟧湾村等6个村。
```

```report good
临川市人民政府(办公室)2023年政府信息公开工作年度报告
一、总体情况
(一)主动公开情况。按照(试行)办法公开信息,走访\U00020bb7田村、䂢嘉镇等地。
```

改法:改用字库中的整字(多数输入法可用部件或拼音查到);确实没有的,保留现状即可。

例外:字库已收的生僻字(含扩展区汉字)不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.characters import odd
from disclosure_lint.topics.rewriting import others
from disclosure_lint.words import words

_PRIVATE = "[\u2ff0-\u2ffb]\\S{2}|[\ue000-\uf8ff\U000f0000-\U0010fffd]+"
# The names of the organ and of its place stand at the head of a report.
_HEAD = 400
_OPEN, _CLOSE = "(（", frozenset(")）")


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for characters of private use, and one for a character written apart."""
    text = report.source.text
    private = compiled(_PRIVATE).finditer(text) if odd(text) else ()
    spans = [Span(*match.span()) for match in private]
    if spans:
        code = f"U+{ord(text[spans[0].start]):04X}"
        yield finding(
            spans[0],
            f"有自造字或专用符号({code}等,共{len(spans)}处),其他电脑上可能显示为空白或方框,请换成通用字符。",
            f"character(s) of private use ({code}, {len(spans)} place(s)) may not show on other machines.",
            related=others(spans),
        )
    apart = next(_apart(text[:_HEAD]), None)
    if apart:
        spans = [Span(at, at + len(apart)) for at in occurrences(text, apart)]
        yield finding(
            spans[0],
            f"“{apart}”疑为生僻字拆写(共{len(spans)}处),检索时可能查不到,请注意。",
            f"“{apart}” looks like one rare character written apart ({len(spans)} place(s)).",
            related=others(spans),
        )


def _apart(head: str) -> Iterator[str]:
    """Yield two characters in brackets that begin the name of a place, one of them a rare one."""
    for start in (at for mark in _OPEN for at in occurrences(head, mark)):
        end = start + len("(石咢)")
        if head[end - 1 : end] in _CLOSE and _is_rare(head[start + 1 : end - 1]):
            places = tuple(words("characters")["apart"]["places"])
            if any(head.startswith(places, at) for at in range(end, end + 3)):
                yield head[start:end]


def _is_rare(parts: str) -> bool:
    """Whether there are two Chinese characters, one of no everyday use: no word is in the brackets."""
    if not all("\u4e00" <= char <= "\u9fff" for char in parts):
        return False
    try:
        parts.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
