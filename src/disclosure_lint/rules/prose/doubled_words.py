"""词语重复。 / Words stand twice in a row.

作用:同一个词连写两遍,如“和和”“进行进行”,或者“可通过可以通过”这样改了一半的说法。

依据:国办公开办函〔2021〕30号(文字严谨)。

示例:

```report bad
报告电子版⟦可通过可以通过⟧临川市人民政府门户网站查阅。
云溪镇落实信息发布⟦和和⟧更新制度,⟦进行进行⟧自查。⟦云溪乡乡人民政府⟧按月公开。
按照⟦信息公开信息公开⟧要求整改。
```

叠用的词、法律原文和以同一个词开头的长词不报告:

```report good
法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息。
实实在在办事,方方面面满意,点点滴滴改进,以便民为目的的公开,鼓励公众参与与监督。
规范规范性文件管理,答复政府信息公开申请申请人,县政府政府信息公开工作工作人员逐个逐项核对,一件一件研究研究。
临川市市场监督管理局、云溪县县委、青岩区区长。
```

改法:删去重复的词。

例外:只看相邻的重复;单字只看“的、和、在、与、及、于”。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.doubling import doubled
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import RunningText, running_text
from disclosure_lint.words import words

_LENGTHS = (2, 3, 4)
_NAME = 2  # characters of a region's name shown before its doubled ending


class _Doubled(NamedTuple):
    """Where doubled words begin and end, and what remains of them."""

    start: int
    end: int
    right: str


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each piece of words that is said twice."""
    running = running_text(report)
    end = 0
    found = [*_phrases(running.text), *_regions(running.text), *_pieces(running.text)]
    for piece in sorted(found, key=lambda it: (it.start, -it.end)):
        if piece.start >= end:
            end = piece.end
            yield _finding(running, piece)


def _phrases(text: str) -> Iterator[_Doubled]:
    """Fixed phrases, and single characters that are never right twice."""
    data = words("doubled")
    for phrase, right in data["phrases"].items():
        yield from (_Doubled(at, at + len(phrase), right) for at in occurrences(text, phrase))
    for char in data["single"]:
        for at in occurrences(text, char * 2):
            around = text[max(0, at - 1) : at + 3]
            if not any(word in around for word in data["words"]):
                yield _Doubled(at, at + 2, char)


def _regions(text: str) -> Iterator[_Doubled]:
    """云溪乡乡人民政府."""
    data = words("doubled")
    for body in data["bodies"]:
        for at in occurrences(text, body):
            if at > 1 and text[at - 1] == text[at - 2] and text[at - 1] in data["regions"]:
                start = max(at - 2 - _NAME, text.rfind("\n", 0, at) + 1)
                yield _Doubled(start, at + len(body), text[start : at - 1] + body)


def _pieces(text: str) -> Iterator[_Doubled]:
    data = words("doubled")
    for length in _LENGTHS:
        for at in doubled(text, length):
            piece, end = text[at : at + length], at + 2 * length
            follows = text[end : end + 1] in data["compounds"].get(piece, ())
            if piece not in data["free"]["words"] and not follows:
                yield _Doubled(at, end, piece)


def _finding(running: RunningText, piece: _Doubled) -> Finding:
    span = running.span(piece.start, piece.end)
    printed, right = running.text[piece.start : piece.end], piece.right
    return finding(
        span,
        f"词语重复:“{printed}”,应为“{right}”。",
        f"words stand twice: “{printed}”; write “{right}”.",
        fix=suggest((Edit(span, right),), f"改为“{right}”", f"write “{right}”"),
    )
