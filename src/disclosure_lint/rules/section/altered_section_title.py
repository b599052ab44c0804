"""一级标题与统一格式不一致。 / The title of a section is not the form's.

作用:一级标题应与统一格式逐字一致(空格和全角、半角的差别不计)。
只差顿号,或只在前面多了限定语的,降为提示。标题应单独起行,夹在一段文字中间的合并为一条提示。

依据:国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad edition=2021
四、政府信息公开行政复议、行政诉讼情况
五、⟦存在的主要问题及改进措施⟧
公开意识不够强。下一步将加强培训。
```

```report fixed edition=2021
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开意识不够强。下一步将加强培训。
```

```report bad edition=2021
二、⟦主动公开政府信息的情况⟧
三、收到和处理政府信息公开申请情况
四、⟦政府信息公开行政复议行政诉讼情况⟧
五、⟦政府信息公开工作存在的主要问题及改进情况⟧
公开意识不够强。下一步将加强培训。
六、⟦其他事项⟧
无。
```

```report bad edition=2021
四、政府信息公开行政复议、行政诉讼情况
五、⟦下一步工作打算⟧
公开意识不够强。下一步将加强培训。
六、其他需要报告的事项
无。
```

```report bad edition=2021
本报告由云溪镇人民政府编制,数据期限为2023年1月1日至12月31日。 ⟦一、总体情况⟧ 2023年公开政府信息61条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
```

```report good edition=2021
一、总 体 情 况
2023年主动公开政府信息61条。
 四、 政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况:
公开意识不够强。下一步将加强培训。
```

```report good
云溪镇2016年政府信息公开年度报告
一、概述
2016年公开政府信息61条。
五、存在问题及改进措施
公开意识不够强。下一步将加强培训。
```

```report good edition=2021
四、政府信息公开行政复议、
行政诉讼情况
本年度未发生行政复议、行政诉讼。
```

改法:按提示改为统一格式的标题;`--fix` 会自动改。标题与统一格式相差很大或含有数字的,只给出建议。

例外:2018年及以前的报告没有统一标题,不比对文字;标题排成两行的不算;重复出现的部分由 `repeated-section` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Message, Related, Severity, finding
from disclosure_lint.edition import SectionForm
from disclosure_lint.report import BoundSection, Report
from disclosure_lint.rule import rule
from disclosure_lint.syntax import Paragraph
from disclosure_lint.text import fold
from disclosure_lint.topics.arrangement import inside_lines, renamed
from disclosure_lint.topics.rewriting import restore

_RELATED = 5


@rule(Report, Severity.WARNING, needs="irregular")
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at each title that says the form's in other words, one for those inside a line."""
    if report.form and report.form.fixed:
        for bound in report.sections:
            if bound.form and not (bound.exact or bound.repeated or _goes_on(bound, bound.form)):
                yield _altered(bound, bound.form, report.form.notice)
        for bound, form in renamed(report):
            yield _altered(bound, form, report.form.notice)
    inside = inside_lines(report)
    if inside:
        yield _inside(inside)


def _goes_on(bound: BoundSection, form: SectionForm) -> bool:
    """Whether a title was broken over two lines, and the next one ends it."""
    block = next(iter(bound.section.blocks), None)
    rest = block.text if isinstance(block, Paragraph) else ""
    return bool(rest) and fold(bound.section.title + rest) == fold(form.title)


def _inside(group: list[BoundSection]) -> Finding:
    """One finding at the first heading: a page that lost its line ends lost them all."""
    first, *others = [it.section for it in group]
    zh, en = (f",另有{len(others)}处相同", f" ({len(others)} more)") if others else ("", "")
    return finding(
        first.heading,
        f"一级标题“{first.number}、{first.title}”夹在一段文字中间{zh},请单独起行。",
        f"the heading “{first.number}、{first.title}” stands inside a paragraph{en}; begin a new line",
        related=tuple(
            Related(it.heading, Message("同样的问题", "the same")) for it in others[:_RELATED]
        ),
        maybe_extraction=True,
        severity=Severity.INFO,
    )


def _altered(bound: BoundSection, form: SectionForm, notice: str) -> Finding:
    title, printed, wanted = bound.section.title, fold(bound.section.title), fold(form.title)
    mild = _marks_apart(printed) == _marks_apart(wanted) or printed.endswith(wanted)
    safe = printed in map(fold, form.aliases) or _alike(printed, wanted)
    return finding(
        bound.section.title_span,
        f"第{form.number}部分标题应为“{form.title}”,现为“{title}”({notice})。",
        f"the title of section {form.number} is “{form.title}”, not “{title}”",
        severity=Severity.INFO if mild else None,
        fix=restore(
            [Edit(bound.section.title_span, form.title)],
            f"改为“{form.title}”",
            f"write “{form.title}”",
            sure=safe,
        ),
    )


def _marks_apart(folded: str) -> str:
    return folded.replace("、", "").replace(",", "")


def _alike(printed: str, wanted: str) -> bool:
    """Whether two titles share most of their characters; one with figures in it says something more."""
    one, other = set(printed), set(wanted)
    figures = any(char.isdigit() for char in printed)
    return not figures and len(one & other) * 5 >= len(one | other) * 3
