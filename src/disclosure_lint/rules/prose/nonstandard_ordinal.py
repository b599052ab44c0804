"""序号后的标点不规范。 / The mark after an ordinal is not the standard one.

作用:“(一)”后不加标点,阿拉伯数字后用“.”,“第一”“首先”后用逗号。

依据:GB/T 9704《党政机关公文格式》、GB/T 15834《标点符号用法》。

示例:

```report bad
⟦1、⟧加强组织领导。云溪镇由一名副镇长分管。
2、规范公开流程。
(三)、完善平台建设。
```

```report fixed
1.加强组织领导。云溪镇由一名副镇长分管。
2.规范公开流程。
(三)完善平台建设。
```

```report bad
⟦首先、⟧明确责任;其次、细化流程。第三、加强培训。
```

```report fixed
首先,明确责任;其次,细化流程。第三,加强培训。
```

标准写法和正文中的并列数字不报告:

```report good
一、明确责任
(一)主动公开情况
1.规范流程
(1)细化目录
首先,明确责任。第一，细化流程。按照《条例》第1、2、3项和第一、第二类要求,在4、5月份开展自查。
参加培训的有办公室1、财务科2、综合科3人。
咨询时间为上午8:30—12:00、下午14:00—17:30。
1、加强领导,2、落实责任,3、强化督查。
```

改法:“(一)、”改为“(一)”,“1、”改为“1.”,“第一、”“首先、”改为逗号。

例外:很常见,全文合并为一条;全角“1．”是正确写法。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.punctuation import width_folded
from disclosure_lint.topics.rewriting import others, rewrite
from disclosure_lint.topics.sentences import running_text

_NUMERALS = "一二三四五六七八九十"
# The ordinal before a 、 that should not stand there, at the start of a paragraph or sentence.
_ORDINAL = compiled(
    rf"(?:^|(?<=[\n。；;])|(?<=\D[：:]))(?:([(（](?:[{_NUMERALS}]{{1,3}}|[0-9]{{1,2}})[)）])|([0-9]{{1,2}})"
    rf"|(第[{_NUMERALS}]|首先|其次|再次|最后))$"
)
_LAST = frozenset(f"{_NUMERALS}0123456789)）先次后")
_SENTENCE = 300
_LONGEST = 7  # characters: an ordinal and the mark before it
_GOES_ON = compiled(f"[0-9]|第[{_NUMERALS}]")


def _comma(report: Report, text: str) -> str:
    return "," if width_folded(report.source.text) or "，" not in text else "，"


def _counts_on(text: str, at: int, number: int) -> bool:
    """Whether the next number stands in the same sentence: `1、加强领导,2、落实责任。`"""
    end = text.find("。", at)
    rest = text[at : end if end >= 0 else at + _SENTENCE]
    return any(f"{comma}{number + 1}、" in rest for comma in ",，")


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for all ordinals at the start of a paragraph or sentence with another mark."""
    running = running_text(report)
    text = running.text
    found = []
    for at in occurrences(text, "、"):
        if text[at - 1 : at] in _LAST and not _GOES_ON.match(text, at + 1):
            start = max(0, at - _LONGEST)
            ordinal = _ORDINAL.search(text[start:at])
            if ordinal and ordinal[2] and _counts_on(text, at, int(ordinal[2])):
                continue
            if ordinal and (ordinal.start() or start in running.starts or start == 0):
                mark = "" if ordinal[1] else "." if ordinal[2] else _comma(report, text)
                found.append((start + ordinal.start(), at + 1, mark))
    if not found:
        return
    spans = [running.span(start, end) for start, end, _ in found]
    printed = text[found[0][0] : found[0][1]]
    right = printed[:-1] + found[0][2]
    count = f"(全文共{len(found)}处)" if len(found) > 1 else ""
    edits = (
        Edit(Span(span.end - 1, span.end), it[2]) for span, it in zip(spans, found, strict=True)
    )
    yield finding(
        spans[0],
        f"序号“{printed}”应写作“{right}”{count}。",
        f"write the ordinal “{printed}” as “{right}”; {len(found)} in all.",
        related=others(spans),
        fix=rewrite(report.source, edits, "改为规范写法", "write the standard mark"),
    )
