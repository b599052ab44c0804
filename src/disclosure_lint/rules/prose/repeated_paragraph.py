"""同一段文字出现两次。 / The same paragraph stands twice.

作用:两段文字完全相同,多是重复粘贴,或者用甲部分的文字填了乙部分。

依据:国办公开办函〔2021〕30号(内容完整、文字严谨)。

示例:

```report bad
(一)主动公开。按月更新栏目内容,由一名副镇长分管,党政办公室具体负责,信息发布前逐级审核。
(二)监督保障。每季度通报公开情况,对更新不及时的站所提出整改要求。
⟦(五)主动公开。按月更新栏目内容,由一名副镇长分管,党政办公室具体负责,信息发布前逐级审核。⟧
```

短句、表格和只差一个字的段落不报告:

```report good
(一)主动公开
该部分以表格形式报告。
(二)依申请公开
该部分以表格形式报告。
2022年,云溪镇召开政务公开专题会议2次,组织业务培训1次,参加人员覆盖各站所。
2023年,云溪镇召开政务公开专题会议2次,组织业务培训1次,参加人员覆盖各站所。
```

改法:删去重复的一段,或者补上该部分原本的内容。

例外:不足30个字的段落(选项 `min_length`)不看;整份报告粘贴了两遍时只报告 `repeated-section`。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold, strip_ordinal

# Two paragraphs that end alike are worth comparing as wholes.
_END = 10


class Options(NamedTuple):
    """`min_length`: characters that a paragraph has to have."""

    min_length: int = 30


@rule(Report, Severity.WARNING, options=Options)
def check(report: Report, _: Report, options: Options) -> Iterator[Finding]:
    """Yield a finding for each paragraph that stands further up already."""
    long = [it for it in report.prose if len(it.text) >= options.min_length]
    different = len({it.text[-_END:] for it in long}) == len(long)
    if different or any(section.repeated for section in report.sections):
        return
    seen: dict[str, list[Prose]] = {}
    for prose in long:
        alike = seen.setdefault(prose.text[-_END:], [])
        first = next((it for it in alike if _words(it) == _words(prose)), None)
        if first is None:
            alike.append(prose)
            continue
        row = report.source.lines.row(first.span.start)
        yield finding(
            prose.span,
            f"本段与第{row}行完全相同,疑似重复粘贴,请核对后删改。",
            f"this paragraph is the same as the one on line {row}.",
            related=(Related(first.span, Message("第一次出现", "first one")),),
        )


def _words(prose: Prose) -> str:
    return strip_ordinal(fold(prose.text))
