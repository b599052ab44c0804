"""正文前后夹带网页附加文字。 / Words of the web page stand around the report.

作用:从网页复制时,“打印”“关闭窗口”“扫一扫”“当前位置”之类的页面文字会混进报告。只看开头和结尾,全文合并为一条。

依据:年度报告的内容以统一格式规定的部分为限。

示例:

```report bad
⟦当前位置: 首页>政务公开>政府信息公开年报⟧
云溪镇人民政府2023年政府信息公开工作年度报告
【打印】 【关闭】
一、总体情况
全年公开信息61条。
六、其他需要报告的事项
本年度未收取信息处理费。
扫一扫在手机打开当前页面
```

```report fixed
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
全年公开信息61条。
六、其他需要报告的事项
本年度未收取信息处理费。
```

```report bad
一、总体情况
全年公开信息61条。
六、其他需要报告的事项
本年度未收取信息处理费。

⟦分享到:⟧
上一篇:没有了
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
发布者:云溪镇   发布日期:2024-01-19   浏览次数:432
一、总体情况
便民大厅可以打印、复印资料,群众扫一扫即可查询。
关闭窗口1个,合并为综合窗口。
二、主动公开政府信息情况
附件下载次数较多。
六、其他需要报告的事项
点击量12万次,较上年增长。
本年度未收取信息处理费。
```

改法:删除这些文字。自动修复会整行删除;行中有数字(如浏览次数)时只作为需确认的修复。

例外:标题下的“发布日期、来源、浏览次数”属于元数据,不报告;正文中间的同样文字不报告。
"""

from collections.abc import Iterable, Iterator
from functools import cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.front import is_furniture
from disclosure_lint.landmarks import landmarks
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.syntax import Block, Paragraph, Row
from disclosure_lint.text import fold
from disclosure_lint.topics.rewriting import others, rewrite, without_lines
from disclosure_lint.words import words

# What follows the end of a report is short; further up the same words belong to it.
_TAIL = 6
_LONGEST, _SHOWN = 120, 20


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(map(fold, words("page")[key]))


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first line of page furniture, for all of them."""
    lines = [*_head(report), *_tail(report)]
    if not lines:
        return
    spans = [line.span for line in lines]
    from disclosure_lint.privacy import mask  # noqa: PLC0415 - most texts have no such line

    first = mask(lines[0].text)[:_SHOWN]
    count = f"等共{len(lines)}行" if len(lines) > 1 else ""
    fix = rewrite(
        report.source,
        without_lines(report.source.text, spans),
        "删除网页附加文字",
        "Delete the words of the page",
    )
    yield finding(
        spans[0],
        f"“{first}”{count}是网页附加文字,不属于报告内容,建议删除。",
        f"“{first}” ({len(lines)} line(s)) belongs to the web page, not to the report.",
        related=others(spans),
        fix=fix,
        maybe_extraction=True,
    )


def _head(report: Report) -> Iterator[Paragraph]:
    document = report.document
    apart = {block.span for block in (*document.title, *document.metadata)}
    if document.sections or document.title:
        blocks = (block for block in document.front if block.span not in apart)
        yield from _furniture(blocks, _words("openings"), _words("lines"))


def _tail(report: Report) -> Iterator[Paragraph]:
    document = report.document
    if document.sections:
        yield from _furniture(document.sections[-1].blocks[-_TAIL:], _words("closings"))
    yield from document.trailer


def _furniture(
    blocks: Iterable[Block], openings: tuple[str, ...], lines: tuple[str, ...] = ()
) -> Iterator[Paragraph]:
    """Yield the lines of a page among blocks; a sentence is none."""
    for block in blocks:
        if isinstance(block, Row) or len(block.text) > _LONGEST or "。" in block.text:
            continue
        folded = fold(block.text)
        if folded.startswith(openings) or folded in lines or is_furniture(block.text, landmarks()):
            yield block
