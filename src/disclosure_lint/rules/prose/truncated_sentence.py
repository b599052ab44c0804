"""句子没有写完。 / A sentence breaks off.

作用:句末停在“以”“及”“和”“与”“并”“将”“通过”这类不能收尾的词上,或者停在顿号、逗号上,说明后半句在复制、删改或转换中丢失了。

依据:国办公开办函〔2021〕30号(内容完整、文字严谨)。

示例:

```report bad
云溪镇依托便民服务大厅开展政策宣讲,及时回应村民关心的问题⟦以⟧。
```

```report bad
2023年,我局健全信息发布审核、登记⟦、⟧。
```

段末没有句号,又停在虚词上:

```report bad
办公室负责日常工作,由一名副局长分管,做好条例施行前的准备及施行后⟦的⟧
```

下一段接着说完的,只提示段落被断开:

```report bad
办公室负责日常工作,由一名副局长分管,做好条例施行前的准备及施行后⟦的⟧

日常工作。
```

以这些字结尾、意思完整的词不报告:

```report good
鼓励公众参与。推动政策普及。两个栏目已合并。各项数据为分项之和。会议审议通过。问题依然存在。纠正不当行政行为。积极应对。担当有为。当面申请也可以。
```

```report good
(一)主动公开政府信息的
建设机关、
```

改法:找出原文,把句子补完整。

例外:少于15个字的段落不看段末;按固定宽度断行的文字先合并再检查。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.syntax import LineKind
from disclosure_lint.topics.extraction import cut_short
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.topics.truncation import dangling, last_characters

# A shorter line may be a heading or a cell.
_SHORTEST = 15
# More paragraphs than this that break off: the lines were broken, not the sentences.
_BROKEN_LINES = 2
_SHOWN = 12


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at each word that a sentence or a paragraph breaks off with."""
    running = running_text(report)
    suspects = last_characters()
    at = 0
    for sentence in running.text.split("。")[:-1]:
        at += len(sentence)
        word = dangling(sentence, closed=True) if sentence[-1:] in suspects else ""
        if word:
            yield _finding(running.span(at - len(word), at), sentence, "。")
        at += 1
    ends = (
        _open_end(*report.prose[number : number + 2])
        for number, prose in enumerate(report.prose)
        if prose.text[-1] in suspects and not running.goes_on(number)
    )
    open_ends = [found for found in ends if found]
    if 0 < len(open_ends) <= _BROKEN_LINES:
        cut = cut_short(report)
        yield from (it for it in open_ends if cut is None or cut.span.end != it.span.end)


def _open_end(prose: Prose, after: Prose | None = None) -> Finding | None:
    """The finding for a paragraph that stops without a mark at a word that cannot end it."""
    word = dangling(prose.text, closed=False)
    if not word or len(prose.text) < _SHORTEST:
        return None
    goes_on = after is not None and after.section is prose.section
    if (goes_on and word in "，,、") or not any(mark in prose.text for mark in "，,。：:"):
        return None
    end = prose.span.end
    place = Span(end - len(word), end)
    if goes_on and after is not None and after.kind is LineKind.TEXT:
        return _broken(place, prose.text, after)
    return _finding(place, prose.text, "")


def _broken(span: Span, sentence: str, after: Prose) -> Finding:
    """The next paragraph goes on with the sentence: nothing is lost but the line is broken."""
    return finding(
        span,
        f"段落在句子中间断开:“……{sentence[-_SHOWN:]}”,请与下一段“{after.text[:_SHOWN]}”合并。",
        f"the paragraph breaks off inside a sentence, “…{sentence[-_SHOWN:]}”; join it with the next one.",
        related=(Related(after.span, Message("下一段", "the next paragraph")),),
        maybe_extraction=True,
        severity=Severity.INFO,
    )


def _finding(span: Span, sentence: str, stop: str) -> Finding:
    tail = sentence[-_SHOWN:].rpartition("\n")[2]
    return finding(
        span,
        f"句子不完整:“……{tail}{stop}”,请把后面的内容补上。",
        f"the sentence breaks off: “…{tail}{stop}”; supply what follows.",
    )
