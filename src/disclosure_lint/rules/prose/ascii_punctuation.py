"""中文句中用了半角标点。 / Half-width punctuation in Chinese text.

作用:中文之间的逗号、句号、冒号、分号、问号、叹号和括号应使用全角。最常见的是句末误输为英文句点“.”。

依据:GB/T 15834《标点符号用法》。

示例:

```report bad
2023年，我局未收到依申请公开事项⟦.⟧
年内调整栏目两个,补齐了缺项;专人负责（一名）。
```

```report fixed
2023年，我局未收到依申请公开事项。
年内调整栏目两个，补齐了缺项；专人负责（一名）。
```

```report bad
我局按照《条例》⟦(⟧以下简称条例)规定，认真落实各项要求，坚持依法公开，接受监督。
```

```report fixed
我局按照《条例》（以下简称条例）规定，认真落实各项要求，坚持依法公开，接受监督。
```

全文逗号、括号都是半角时,多由网页转文字造成,只看句末的“.”:

```report bad
2023年,临川市水务局坚持以公开为常态,认真落实《条例》(国务院令第711号),主动公开信息126条,答复申请4件(均为自然人),办结率100%,群众满意⟦.⟧
年内组织培训(线上)2次,参加人员覆盖各科室,业务能力有所提升。
```

```report bad
2023年未收到申请⟦.⟧我局按月更新栏目。
```

```report good
2023年,临川市水务局坚持以公开为常态,认真落实《条例》(国务院令第711号),主动公开信息126条;答复申请4件(均为自然人),办结率100%,群众满意!
年内组织培训(线上)2次,参加人员覆盖各科室,业务能力有所提升。
```

小数、时间、网址、编号和姓名中的间隔点不报告:

```report good
增长12.5%，每日9:30更新，网址：http://www.example.com/a,b.html。
1.加强领导
(一)主动公开
一.总体要求
联系人买买提.艾山，采用GB/T 9704(2012)标准。
```

改法:改为全角标点。

例外:全文合并为一条。
"""

import re
from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.punctuation import width_folded
from disclosure_lint.topics.rewriting import others, rewrite
from disclosure_lint.topics.sentences import running_text

_FULL = {",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_HAN = "\u4e00-\u9fff"
# Between two Chinese words a point may part a foreign name: only what begins a sentence tells.
_STOP = compiled(
    r"\.(?=[0-9“《（(]|[ \u3000]*(?:$|\n)|[我本全]|[一二三四五六七八九]是|截至|通过|同时|年内|下一步)"
)
_MARK = compiled(rf"[,;:!](?=[{_HAN}0-9“‘《（(]|$|\n)|\?(?=$|[\n”])")
_BRACKETS = compiled(rf"\((?=[^()\n]*[{_HAN}])[^()\n]*\)")
_BEFORE = compiled(rf"[{_HAN}”’》）)%]")
# Where none of these stands, half-width marks are the way of the whole text.
_MIXED = "，；：（）！？"
_ORDINAL = compiled(r"(?:^|[\n。；;：:])[一二三四五六七八九十]{1,3}$")
_ENUMERATOR = compiled(r"\([一二三四五六七八九十0-9]{1,3}\)")


@rule(Report, Severity.INFO, cues=tuple(_FULL))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for all half-width marks that stand in Chinese words."""
    running = running_text(report)
    text = running.text
    if not any(map(text.__contains__, _FULL)):
        return
    marks = [at for match in _STOP.finditer(text) if _is_stop(text, at := match.start())]
    if any(mark in text for mark in _MIXED) and not width_folded(report.source.text):
        marks += [it.start() for it in _MARK.finditer(text) if _BEFORE.match(text, it.start() - 1)]
        for pair in _BRACKETS.finditer(text):
            if not _ENUMERATOR.fullmatch(pair[0]) and _in_words(text, pair):
                marks += [pair.start(), pair.end() - 1]
    if marks:
        yield _finding(report, [running.span(at, at + 1) for at in sorted(marks)])


def _is_stop(text: str, at: int) -> bool:
    return bool(at and _BEFORE.match(text, at - 1)) and not _ORDINAL.search(
        text[max(0, at - 4) : at]
    )


def _in_words(text: str, pair: re.Match[str]) -> bool:
    return bool(pair.start() and _BEFORE.match(text, pair.start() - 1))


def _finding(report: Report, spans: list[Span]) -> Finding:
    printed = [report.source.slice(span) for span in spans]
    kinds = dict.fromkeys(printed)
    shown = "".join(f"“{mark}”" for mark in kinds)
    wanted = "".join(f"“{_FULL[mark]}”" for mark in kinds)
    count = f"(共{len(spans)}处)" if len(spans) > 1 else ""
    edits = (Edit(span, _FULL[mark]) for span, mark in zip(spans, printed, strict=True))
    return finding(
        spans[0],
        f"中文句中应使用全角标点{wanted},现为半角{shown}{count}。",
        f"half-width marks in Chinese words: {' '.join(kinds)}; {len(spans)} in all.",
        related=others(spans),
        fix=rewrite(report.source, edits, "改为全角标点", "use full-width marks"),
    )
