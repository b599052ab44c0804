"""第五部分没有写明问题或者改进情况。 / Section 五 names no problem or no measure.

作用:第五部分应同时写明至少一个存在的问题和至少一项改进情况;只写“无”,或者只写一半的,提示补写。

依据:《中华人民共和国政府信息公开条例》第五十条第四项。

示例:

```report bad edition=2021
四、政府信息公开行政复议、行政诉讼情况
五、⟦存在的主要问题及改进情况⟧
无。
六、其他需要报告的事项
```

```report bad edition=2021
五、⟦存在的主要问题及改进情况⟧
(一)存在的主要问题:无。
(二)改进情况:无。
```

```report bad edition=2021
五、⟦存在的主要问题及改进情况⟧
一是主动公开的意识有待加强。二是工作人员业务能力还需提高。三是公开形式单一。
```

```report bad edition=2021
五、⟦存在的主要问题及改进情况⟧
(一)存在的主要问题
公开不够及时。
(二)改进情况
无。
```

```report bad edition=2021
五、⟦存在的主要问题及改进情况⟧
下一步,我局将继续加强政府信息公开工作,提高公开质量,扩大公开范围。
```

```report bad edition=2021
五、⟦存在的主要问题及改进情况⟧
2023年,我局政府信息公开工作未发现问题。下一步,我局将继续加强政府信息公开工作。
```

```report good edition=2021
五、存在的主要问题及改进情况
由于负责此项工作的专人较少,公开不够及时。下一年度我乡将完善机制,加强监督。
```

```report good edition=2021
五、存在的主要问题及改进情况
一是主动发布的意识还不够强。二是公开形式偏单一。
一是把任务分到具体岗位,按月检查完成情况。二是增加培训次数。
```

```report good edition=2021
五、存在的主要问题及改进情况
针对上年培训少、解读少的问题,我局已组织专题培训2次,发布图解4篇。
```

改法:写明具体问题和对应的改进情况;已经完成的改进也可以写。

例外:部分没有内容的由 `empty-section` 报告;只认词语,不判断问题是否具体。
"""

import re
from collections.abc import Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.passages import says, wording
from disclosure_lint.words import words

_ORDINALS = r"[(（]?[一二三四五六七八九十\d]{1,2}(?:[)）]|[、.]|是)|[。,:;、!?\s]"
_COUNTED = "(（)）一二三四五六七八九十0123456789、.是。,:;!?"
_BLANK = " \t\n\r\v\f"
_DENIED = (
    r"(?:没有|未发现|未出现|未发生|暂无|不存在|无)(?:明显|突出|重大|较大|发现|出现)?的?(?:存在)?的?(?:主要)?(?:问题|不足|困难)"
    r"|(?:问题|不足|困难)(?:及不足|和不足)?[:。\n]*(?:暂无|没有|不存在|无)(?=[。;,\n]|$)"
)
_UNDONE = r"(?:改进|整改)(?:情况|措施)[:。\n]*(?:(?:暂无|没有|无)(?=[。;,\n]|$)|$)"

# Longer texts are quoted by their beginning; much longer ones say something.
_QUOTED, _HOLLOW = 20, 120


@rule(Report, Severity.ERROR)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at the section when a half of what it has to say is not there."""
    bound = report.section("problems")
    if report.form is None or bound is None or bound.form is None:
        return
    text = wording(bound)
    if not text:
        return
    denied = says(text, "problems", "denial")
    problem = says(compiled(_DENIED).sub("", text) if denied else text, "problems", "problem")
    if problem and not denied and says(text, "problems", "announced"):
        return  # most reports
    done = _lacking().sub("", compiled(_UNDONE).sub("", text))
    measure = says(done, "problems", "measure")
    if len(text) <= _HOLLOW and _is_hollow(text):
        quoted = text.replace("\n", "").rstrip("。")
        quoted = quoted if len(quoted) <= _QUOTED else f"{quoted[:_QUOTED]}……"
        fault, en = f"现仅写“{quoted}”", "it says there is nothing"
    elif not problem:
        fault, en = "现未写明问题", "it names no problem"
    elif not measure:
        fault, en = "现未写明改进情况", "it names no measure"
    else:
        return
    yield finding(
        bound.section.title_span,
        f"第{bound.form.number}部分应同时写明存在的问题和改进情况,{fault},请补写(条例第五十条第四项)。",
        f"section {bound.form.number} must name problems and what is done about them; {en}",
    )


def _is_hollow(text: str) -> bool:
    """Whether nothing is left without numbers, marks and the words that only announce something."""
    if not _hollow_characters().issuperset(text):
        return False
    bare = compiled(_ORDINALS).sub("", text)
    for label in words("problems")["label"]:
        bare = bare.replace(label, "")
    nothing = words("problems")["nothing"]
    return not bare or bare in {word * times for word in nothing for times in (1, 2)}


@cache
def _hollow_characters() -> frozenset[str]:
    data = words("problems")
    return frozenset("".join([*data["label"], *data["nothing"], *_COUNTED, *_BLANK]))


@cache
def _lacking() -> re.Pattern[str]:
    """`有待加强` names what is lacking, not what is done."""
    return compiled("(?:" + "|".join(words("problems")["lacking"]) + r")[^。,;:、\n]*")
