"""内容空泛,没有本机关的情况。 / Generic words, nothing of the organ's own.

作用:总体情况或问题部分只写“一些地区”“多数部门”,既没有本机关,也没有数据,是照搬的套话。

依据:国办公开办函〔2021〕30号(不得敷衍塞责)。

示例:

```report bad edition=2021
一、总体情况
⟦各级政府部门⟧通过政府网站、政务新媒体等平台积极主动公开信息,一些地区运用大数据、人工智能等技术提升服务水平,公开的广度和深度不断拓展,群众的知情权得到保障。
二、主动公开政府信息情况
```

写了本机关或者有数据的不报告:

```report good edition=2021
一、总体情况
我局对照先进找差距:一些地区运用大数据、人工智能等技术提升服务水平,多数部门按月更新栏目,公开的广度和深度不断拓展,群众的知情权得到保障。
五、存在的主要问题及改进情况
一些部门更新信息不够及时,全年逾期7条;各地各部门对政策解读重视不够,形式较为单一,下一步将加强督促检查,按月通报更新情况。
```

```report good edition=2021
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
青岩县水务局学习一些地区运用大数据、人工智能等技术提升服务水平的做法,多数部门按月更新栏目,公开的广度和深度不断拓展,群众的知情权得到保障。
```

改法:写明本机关做了什么、有哪些数据、存在什么问题。

例外:不足60个字的部分不看。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.topics.titles import title_of
from disclosure_lint.words import words

_SECTIONS = frozenset(["overview", "problems"])
_SHORTEST = 60
_COUNT = compiled("[0-9]+(?![0-9年月日号])[\u4e00-\u9fff%]")
_NAME = 3  # characters at the end of the organ's name that tell it


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each section about nobody in particular, without a figure."""
    text = running_text(report).text
    generic = [word for word in words("boilerplate")["generic"] if word in text]
    for section in report.sections if generic and report.form else ():
        if section.form is None or section.form.key not in _SECTIONS:
            continue
        paragraphs = [it for it in report.prose if it.section is section]
        found = next((at for it in paragraphs if (at := _first(it, generic))), None)
        if found and _says_nothing("\n".join(it.text for it in paragraphs), report):
            yield finding(
                found,
                f"本部分只提到“{report.source.slice(found)}”等,未写本机关的工作和数据,请补充实际情况。",
                f"generic words (“{report.source.slice(found)}”) and nothing of the organ's own work.",
            )


def _first(prose: Prose, generic: list[str]) -> Span | None:
    """The first of the generic subjects in a paragraph."""
    places = [(prose.text.find(word), len(word)) for word in generic if word in prose.text]
    if not places:
        return None
    at, length = min(places)
    return Span(prose.span.start + at, prose.span.start + at + length)


def _says_nothing(text: str, report: Report) -> bool:
    """Whether a section has neither a figure nor a word of the organ itself."""
    if len(text) < _SHORTEST or _COUNT.search(text):
        return False
    title = title_of(report)
    name = title.words(title.organ) if title else ""
    named = bool(name) and name[-_NAME:] in text
    return not named and not any(it in text for it in words("boilerplate")["own"])
