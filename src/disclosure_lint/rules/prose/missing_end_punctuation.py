"""段末缺少标点。 / A paragraph does not end in a mark.

作用:正文段落应以句号等标点收尾。缺少标点时,读者无法判断一句话是写完了还是丢失了后半句。

依据:GB/T 15834《标点符号用法》。

示例:

```report bad
(一)主动公开
2023年,我局通过门户网站公开供水、防汛信息126条。年内调整栏目两个,补齐了缺⟦项⟧
(二)依申请公开
```

```report fixed
(一)主动公开
2023年,我局通过门户网站公开供水、防汛信息126条。年内调整栏目两个,补齐了缺项。
(二)依申请公开
```

停在数字上的,量词也一并丢失,不提供自动修改:

```report bad
全年在门户网站累计主动公开政府信息⟦260余⟧
```

```report bad
2023年云溪镇召开专题会议,组织业务培训3次,接受群众咨询27⟦次⟧
```

标题、落款、附件、列举项和表格前的引导语不要求句号:

```report good
(一)加强组织领导,健全工作机制
1.落实政府信息公开审查制度,规范信息发布、更新和归档流程
加强组织领导,完善工作机制
围绕以下方面改进:
一是充实公开内容;
附件:青岩县水务局2023年政府信息公开工作统计表和情况说明,共2页
联系人所在科室为办公室,办公地址在青岩县云溪路。联系电话:0000-0000000
临川市水务局
2024年1月15日
```

```report good
二、主动公开政府信息情况
2023年,我局主动公开政府信息的情况,按照统一格式以表格形式报告,表内数据截至2023年12月31日
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 0 | 0 |
```

改法:核对原文,补上句号。

例外:不足15个字的段落(选项 `min_length`)不看;没有逗号、句号的短行视为标题;停在虚词上的由 `truncated-sentence` 报告;按固定宽度断行的文字先合并再检查;多数段落都没有标点时不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity, finding
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.syntax import LineKind
from disclosure_lint.topics.extraction import cut_short
from disclosure_lint.topics.sentences import RunningText, running_text
from disclosure_lint.topics.truncation import CLOSING, figure_at_end, wants_mark

_SHOWN, _BROKEN_LINES, _SLACK = 10, 3, 2


class Options(NamedTuple):
    """`min_length`: characters that a paragraph has to have."""

    min_length: int = 15


@rule(Report, Severity.WARNING, options=Options)
def check(report: Report, _: Report, options: Options) -> Iterator[Finding]:
    """Yield a finding at the end of each paragraph that has no mark there."""
    running = running_text(report)
    found = [
        report.prose[number : number + 2]
        for number, prose in enumerate(report.prose)
        if prose.text[-1] not in CLOSING
        and len(prose.text) >= options.min_length
        and not running.goes_on(number)
        and _lacks_mark(prose, report)
    ]
    if found and not _are_broken_lines([len(it[0].text) for it in found], running):
        yield from (_finding(*pair) for pair in found)


def _are_broken_lines(lengths: list[int], running: RunningText) -> bool:
    """Whether it is the lines that were broken: most paragraphs are so, or those are of one length."""
    if len(lengths) > 1 and max(lengths) - min(lengths) <= _SLACK:
        return True
    closed = [
        number
        for number, prose in enumerate(running.paragraphs)
        if prose.text[-1] in CLOSING and "。" in prose.text and not running.goes_on(number)
    ]
    return len(lengths) >= _BROKEN_LINES and len(lengths) > len(closed)


def _lacks_mark(prose: Prose, report: Report) -> bool:
    """Whether sentences end without a mark; not before the table they lead to, nor where all text ends."""
    if not wants_mark(prose) or any(
        0 <= table.span.start - prose.span.end <= 2 for table in report.tables
    ):
        return False
    cut = cut_short(report)
    return cut is None or cut.span.end != prose.span.end


def _finding(prose: Prose, after: Prose | None = None) -> Finding:
    end = prose.span.end
    cut = figure_at_end(prose.text)
    tail = prose.text[-_SHOWN:]
    if cut:
        return finding(
            Span(prose.span.start + cut.start(), end),
            f"段末停在“……{tail}”,缺少量词和句号,请补全。",
            f"the paragraph stops at “…{tail}”: the measure word and the full stop are missing.",
        )
    goes_on = after is not None and after.section is prose.section and after.kind is LineKind.TEXT
    kind = Applicability.UNSAFE if goes_on else Applicability.SAFE
    return finding(
        Span(end - 1, end),
        f"段末缺少句号:“……{tail}”,请补上“。”。",
        f"the paragraph ends without a mark: “…{tail}”; add a full stop.",
        fix=Fix(kind, Message("补上句号", "add the full stop"), (Edit(Span(end, end), "。"),)),
        maybe_extraction=goes_on,
    )
