"""引号、括号、书名号不成对。 / A quotation mark or bracket has no partner.

作用:引号、括号、书名号等应成对使用。缺一半时,读者分不清引用或名称从哪里开始、到哪里结束。

依据:GB/T 15834《标点符号用法》。

示例:

```report bad
2023年,云溪镇运用云溪微讯⟦”⟧公众号发布便民信息78条;通过“云溪发布”视频号发布12条。
```

```report bad
按照⟦《⟧中华人民共和国政府信息公开条例的规定,公布本报告。
落实信息发布⟦（⟧含政策解读审查制度。
```

```report bad
严格落实三审三校"制度,按照"谁公开谁审查⟦"⟧的原则明确责任。
```

序号后的半个括号、跨行的引文、撇号、嵌套的书名号不报告:

```report good
1)加强领导;2）规范流程。
落实“应公开尽公开,
主动接受监督”的要求。
开展“It’s open”主题活动，发布《〈青岩县政务公开要点〉解读》（含图解（两期））。
规范执行"三审"制度和"谁公开谁审查"原则。
```

改法:补上缺少的一半,或者删去多余的一半。

例外:方向写反的引号由 `reversed-quotes` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.extraction import lost_digits
from disclosure_lint.topics.marks import Loose, are_faulty, faulty_marks
from disclosure_lint.topics.sentences import RunningText, running_text

_NAMES = {
    "“": ("引号", "quotation marks"),
    "‘": ("引号", "quotation marks"),
    '"': ("引号", "quotation marks"),
    "《": ("书名号", "title marks"),
    "〈": ("书名号", "title marks"),
}
_BRACKETS = ("括号", "brackets")
_SHOWN = 8


@rule(Report, Severity.WARNING, needs=are_faulty)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at each mark without a partner."""
    running = running_text(report)
    lost = lost_digits(report.source.text)
    for mark in faulty_marks(running).loose:
        found = _finding(running, mark)
        if not any(map(found.span.overlaps, lost)):
            yield found


def _finding(running: RunningText, mark: Loose) -> Finding:
    name, names = _NAMES.get(mark.mark) or _NAMES.get(mark.partner, _BRACKETS)
    text, at = running.text, mark.offset
    if mark.opens:
        lacks, missing = "后", "closing"
        piece = text[at : at + _SHOWN].partition("\n")[0] + "……"
    else:
        lacks, missing = "前", "opening"
        piece = "……" + text[max(0, at - _SHOWN) : at + 1].rpartition("\n")[2]
    if mark.mark == '"':
        lacks, missing = "另一半", "other half of the"
    return finding(
        running.span(at, at + 1),
        f"{name}不成对:「{piece}」缺{lacks}{name if lacks != '另一半' else ''}「{mark.partner}」,请补上或删去多余的一半。",
        f"unpaired {names}: 「{piece}」 lacks the {missing} mark {mark.partner}; add it or drop this one.",
    )
