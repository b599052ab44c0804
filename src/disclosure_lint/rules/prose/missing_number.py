"""量词前缺少数字。 / The figure before a measure word is missing.

作用:“共公开条”“受理申请 件”这样的句子,数字没有填写或者在修改、转换中丢失了。

依据:国办公开办函〔2021〕30号(数据详实、文字严谨)。

示例:

```report bad
2023年全年在政务网站上⟦共主动公开条⟧,群众查阅方便。
```

```report bad
全年⟦公开政府信息条⟧,⟦累计受理申请件⟧,其中⟦答复申请  件⟧,按时办结。
全年⟦审核信息    条⟧,退回修改3条。
```

“条件”“条例”“文件”“次数”等词不是量词:

```report good
共公开政府信息126条,累计受理申请3件。公开条件,受理条件,公开条例。
主动公开规范性文件,收到依申请公开件,及时答复来件。累计次数、公开条目、发布文件、举办新闻发布会、更新一次,组织多次,召开首次。
推动信息公开公共服务,共同办理申请事项。
```

改法:核对台账,补填数字。

例外:表格中的空格由 `blank-cell` 报告。
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


@rule(Report, Severity.ERROR)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each measure word that counts something and has no figure."""
    running = running_text(report)
    for mark in _measured().finditer(running.text):
        start = max(0, mark.start() - 24)
        match = _uncounted().search(running.text[start : mark.start() + 1])
        if not match:
            continue
        yield finding(
            running.span(start + match.start(), start + match.end()),
            f"“{match[0]}”缺少数字,请核对后补填。",
            f"“{match[0]}” has a measure word and no figure.",
        )


@cache
def _measured() -> re.Pattern[str]:
    """A measure word before a mark, behind a blank or the end of a word that goes with a figure.

    These are the few places worth a closer look.
    """
    data = words("counting")
    ends = {word[-1] for key in ("totals", "verbs", "nouns") for word in data[key]}
    before = "".join(sorted(ends)) + " \u3000"
    return compiled(rf"[{''.join(data['counted'])}](?=[，,。；;、])(?<=[{before}].)")


@cache
def _uncounted() -> re.Pattern[str]:
    """A total, or something done, or a blank, directly before a measure word."""
    data = words("counting")
    totals, verbs, nouns = ("|".join(data[key]) for key in ("totals", "verbs", "nouns"))
    done = rf"(?:{verbs})(?:{nouns})*"
    counted, only = "".join(data["counted"]), "".join(data["only_counted"])
    return compiled(
        rf"(?:(?:{totals})(?:{done}|(?:{nouns})*)(?:[ \u3000]*)[{counted}]"
        rf"|{done}(?:[ \u3000]*[{only}]|[ \u3000]+[{counted}])"
        rf"|[\u4e00-\u9fff]{{2,4}}[ \u3000]{{2,}}[{counted}])$"
    )
