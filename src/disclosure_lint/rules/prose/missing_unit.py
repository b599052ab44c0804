"""并列数据中有一项缺少量词。 / One figure of a series lacks its measure word.

作用:一组并列的数据都带量词,只有一项没有,多是漏写。

依据:国办公开办函〔2021〕30号(文字严谨)。

示例:

```report bad
予以公开966件,占66.48%;部分公开⟦67⟧,占4.61%;不予公开81件,占5.57%。
```

年份、编号、电话、百分比和只有一项带量词的句子不报告:

```report good
予以公开966件,部分公开67件,不予公开81件。
全年受理咨询226条,发布微信42条,办理热线12345,群众满意。
按照条例第20、21条规定,公开信息5条、公告3条。
采用标准GB/T 15835,公开信息5条、公告3条,总数8。
公开信息5条、公告3条,比2022、2021年增加。
全年发布稿件31,206条,较上年增加1,450条。
```

改法:补上量词。

例外:同一句中带相同量词的数据不足两项时不报告。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.words import words

# A figure directly after its noun and before one of these; the end of a series is left to other rules.
# (31,206 is one figure.)
_FIGURE = compiled("[0-9][0-9]*+(?=[，,；;])(?![，,][0-9]{3}(?![0-9]))")
_NOUN = compiled(r"[\u4e00-\u9fff][^\W0-9第号条款项年月日至到]$")
_YEAR = compiled(r"(?:19|20)[0-9]{2}")
# So many others have to have the measure word.
_SERIES = 2
_LONGEST = 500  # characters of a sentence


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for a figure that alone in its sentence has no measure word."""
    running = running_text(report)
    for match in _FIGURE.finditer(running.text):
        at, after = match.span()
        figure = match[0]
        if not _NOUN.search(running.text[max(0, at - 2) : at]) or _YEAR.fullmatch(figure):
            continue
        start, end = running.sentence(at)
        noun = running.text[max(start, at - 4) : at]
        measures = _measures(running.text[start:end]) if end - start <= _LONGEST else []
        if noun.endswith(_uncounted()) or len(set(measures)) != 1 or len(measures) < _SERIES:
            continue
        yield finding(
            running.span(at, after),
            f"“{noun}{figure}”后缺少量词“{measures[0]}”。",
            f"“{noun}{figure}” lacks the measure word {measures[0]} of the other figures.",
        )


def _measures(sentence: str) -> list[str]:
    """The measure words of the counts in a sentence; none where several figures are bare."""
    found = _count().findall(sentence)
    return [it for it in found if it] if found.count("") <= 1 else []


@cache
def _count() -> re.Pattern[str]:
    measures = "|".join(words("counting")["measures"])
    return compiled(
        rf"(?<=[\u4e00-\u9fff])[0-9]{{1,9}}(?:[，,][0-9]{{3}}(?![0-9]))*({measures}|(?=[，,；;、。]))"
    )


@cache
def _uncounted() -> tuple[str, ...]:
    return tuple(words("counting")["uncounted"])
