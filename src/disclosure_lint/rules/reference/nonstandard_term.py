"""用语与统一格式不一致。 / A term differs from that of the form.

作用:统一格式的用语是“结转”“政府信息公开”,写成“转结”、在小标题中写成“政务信息公开”时提示。

依据:国办公开办函〔2021〕30号统一格式用语。

示例:

```report bad
一、总体情况
全年收到申请8件,无⟦转结⟧下年度继续办理件。
```

```report fixed
一、总体情况
全年收到申请8件,无结转下年度继续办理件。
```

```report bad
一、总体情况
(一)⟦政务信息公开⟧平台建设情况
```

```report good
一、总体情况
(一)依申请公开情况。全年收到依申请公开4件,强化政务信息公开力度。
流转结果、案件移转结案、中转结束、运转结构均已公开。
```

改法:改为统一格式的用语。

例外:正文中的“政务信息公开”“依申请公开N件”默认不提示,可用选项 in-prose 打开;与其他字组成的词(如“流转结果”)不报告。
"""

from collections.abc import Iterator
from typing import Any

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.syntax import LineKind
from disclosure_lint.topics.rewriting import others, rewrite
from disclosure_lint.words import words

_COUNTED = r"(?:共|申请)?[ ]?\d+[ ]?[件份宗条]"
_HEADING = 30


class Options(NamedTuple):
    """`in_prose` says whether terms that are customary in prose are reported there too."""

    in_prose: bool = False


@rule(Report, Severity.INFO, options=Options)
def check(report: Report, _: Report, options: Options) -> Iterator[Finding]:
    """Yield one finding for each term at its first place."""
    for term in words("references")["term"]:
        if term["wrong"] not in report.source.text:
            continue
        if term.get("prose") and not options.in_prose:
            continue
        spans = list(_places(report, term, everywhere=options.in_prose))
        if not spans:
            continue
        wrong, right = term["wrong"], term["right"]
        count = f"(共{len(spans)}处)" if len(spans) > 1 else ""
        yield finding(
            spans[0],
            f"“{wrong}”{count}的规范表述为“{right}”。",
            f"the form's term for “{wrong}” is “{right}” ({len(spans)} place(s)).",
            related=others(spans),
            fix=rewrite(
                report.source,
                [Edit(span, right) for span in spans],
                f"改为“{right}”",
                "Use the form's term",
            ),
        )


def _places(report: Report, term: dict[str, Any], *, everywhere: bool) -> Iterator[Span]:
    text, wrong = report.source.text, term["wrong"]
    for at in occurrences(text, wrong):
        end = at + len(wrong)
        before, after = text[max(0, at - 1) : at], text[end : end + 1]
        joined = (before and before in term.get("not_after", "")) or (
            after and after in term.get("not_before", "")
        )
        if not joined and _counts(report, term, Span(at, end), everywhere=everywhere):
            yield Span(at, end)


def _counts(report: Report, term: dict[str, Any], span: Span, *, everywhere: bool) -> bool:
    """Whether the term is one to report at this place: anywhere, in a sub-heading, before a count."""
    if term.get("heading"):
        line = report.prose_at(span.start)
        short = line is not None and len(line.text) < _HEADING and "。" not in line.text[:-1]
        return everywhere or (
            short and line is not None and line.kind in {LineKind.CLAUSE, LineKind.ITEM}
        )
    if term.get("prose"):
        return bool(compiled(_COUNTED).match(report.source.text, span.end))
    return True
