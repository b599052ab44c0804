"""问题列得比改进措施多。 / More problems are listed than measures.

作用:存在的问题和改进情况都逐条编号时,改进情况的条数不应少于问题的条数。

依据:各地年度报告编制要求“针对问题逐条提出改进措施”。

示例:

```report bad edition=2021
五、⟦存在的主要问题及改进情况⟧
一是公开意识不够强。二是业务能力有待提高。三是公开形式单一。
下一步,一是组织业务培训。二是健全工作制度。
```

```report bad edition=2021
五、⟦存在的主要问题及改进情况⟧
(一)存在的主要问题
1.公开意识不够强。
2.业务能力有待提高。
3.公开形式单一。
(二)改进情况
1.组织业务培训。
2.健全工作制度。
```

```report good edition=2021
五、存在的主要问题及改进情况
(一)存在的主要问题:一是公开意识不够强。二是业务能力有待提高。三是公开形式单一。
(二)改进措施:
1.坚持信息公开。一是组织业务培训。二是健全工作制度。
2.健全各项机制。
3.提升公开实效。
4.强化监督管理。
```

```report good edition=2021
五、存在的主要问题及改进情况
一是公开意识不够强。二是业务能力有待提高。三是公开形式单一。
下一步,我局将组织业务培训,健全工作制度,丰富公开形式。
```

改法:逐条写明每个问题的改进情况。

例外:问题或者改进情况没有逐条编号的不报告。
"""

from collections.abc import Iterator, Sequence

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.enumeration import Ordinal, Style, numbered_sections
from disclosure_lint.topics.passages import any_of

# Fewer numbers than these are no two problems and a measure.
_FEWEST = 3


@rule(Report, Severity.INFO)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield a finding at the section when its numbered measures are fewer than its numbered problems."""
    bound = report.section("problems")
    if report.form is None or bound is None:
        return
    first, last = bound.section.span
    numbers = [it for part in numbered_sections(report) for it in part if first <= it.start < last]
    if len(numbers) < _FEWEST:
        return
    turn = _turn([it for it in report.prose if it.section is bound])
    before = [it for it in numbers if it.start < turn]
    after = [it for it in numbers if it.start >= turn]
    problems = min(_counts(before), default=0)
    measures = max(_counts(after), default=0)
    if problems > measures > 0:
        yield finding(
            bound.section.title_span,
            f"列出问题{problems}条,改进措施{measures}条,建议逐条对应。",
            f"{problems} problems are listed and {measures} measures; answer each problem",
        )


def _turn(paragraphs: Sequence[Prose]) -> int:
    """Where the first clause begins that turns from problems to measures; the end where none does."""
    for paragraph in paragraphs:
        found = any_of("problems", "turn").search(paragraph.text)
        if found:
            before = paragraph.text[: found.start()]
            return paragraph.span.start + max(before.rfind(mark) for mark in "。；;：:") + 1
    return paragraphs[-1].span.end if paragraphs else 0


def _counts(numbers: Sequence[Ordinal]) -> list[int]:
    """How many numbers of each style there are; a single one lists nothing, unless it is an item."""
    styles = [it.style for it in numbers]
    counts = [(style, styles.count(style)) for style in set(styles)]
    return [count for style, count in counts if count > 1 or style is Style.ITEM]
