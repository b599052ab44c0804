"""词语重复。 / Words stand twice in a row.

作用:同一个词连写两遍,如“和和”“进行进行”,或者“可通过可以通过”这样改了一半的说法。

依据:国办公开办函〔2021〕30号(文字严谨)。

示例:

```report bad
报告电子版⟦可通过可以通过⟧临川市人民政府门户网站查阅。
云溪镇落实信息发布⟦和和⟧更新制度,⟦进行进行⟧自查。⟦云溪乡乡人民政府⟧按月公开。
按照⟦信息公开信息公开⟧要求整改。
截至2023年12月31⟦日日⟧,主动⟦公开开⟧信息61条,落实⟦机制制⟧。
```

叠用的词、法律原文和以同一个词开头的长词不报告:

```report good
法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息。
实实在在办事,方方面面满意,点点滴滴改进,以便民为目的的公开,鼓励公众参与与监督。
规范规范性文件管理,答复政府信息公开申请申请人,县政府政府信息公开工作工作人员逐个逐项核对,一件一件研究研究。
临川市市场监督管理局、云溪县县委、青岩区区长。
2023年年底前公开开展情况,12月31日日均访问56次,工作作风和机制制度与群众息息相关。
```

改法:删去重复的词。

例外:只看相邻的重复;单字只看“的、和、在、与、及、于”、常用词的末字和数字后的量词。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.characters import odd_characters
from disclosure_lint.topics.doubling import Repeat, repeats
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import RunningText, running_text


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each piece of words that is said twice."""
    running = running_text(report)
    garbled = odd_characters(report)
    end = 0
    for piece in repeats(running.text):
        if piece.start >= end and garbled.isdisjoint(running.text[piece.start : piece.end]):
            end = piece.end
            yield _finding(running, piece)


def _finding(running: RunningText, piece: Repeat) -> Finding:
    span = running.span(piece.start, piece.end)
    printed, right = running.text[piece.start : piece.end], piece.right
    return finding(
        span,
        f"词语重复:“{printed}”,应为“{right}”。",
        f"words stand twice: “{printed}”; write “{right}”.",
        fix=suggest((Edit(span, right),), f"改为“{right}”", f"write “{right}”"),
    )
