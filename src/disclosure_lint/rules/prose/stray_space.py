"""数字与汉字之间有多余空格。 / Stray spaces between figures and words.

作用:中文公文里数字与汉字之间不空格;数字内部的空格还会使“1 200”被读成两个数。

依据:GB/T 9704《党政机关公文格式》、GB/T 15835《出版物上数字用法》。

示例:

```report bad
2024⟦ ⟧年全年,云溪镇公开信息 10300 条,答复申请3 件。
```

```report fixed
2024年全年,云溪镇公开信息10300条,答复申请3件。
```

数字内部的空格单独报告,修改前须核对:

```report bad
全年公开信息⟦1 200⟧条,收到申请3件。
```

```report fixed
全年公开信息1200条,收到申请3件。
```

小标题后的空格、表格文字、外文和日期时间不报告:

```report good
主动公开情况 2023年,云溪镇公开信息126条。
指标名称 单位 2023 年度 条 36
生成日期 2024-01-26 15:35:23 是否有效
工作时间:夏季(7月至9月)上午09:00-12:00 下午14:00-17:30 冬季(10月至次年6月)上午09:00-12:00。
采用GB/T 9704 标准,运行Windows 11 系统的电脑2台。
```

改法:删去空格。

例外:全文合并为一条。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Source, Span
from disclosure_lint.topics.rewriting import others, rewrite

_HAN = "\u4e00-\u9fff"
# The blank before an item's number (`…公开形式 1、公开栏`) parts two lines of a page, the one behind a
# time of day (`12:00 下午`) two pieces of a line.
_SPACE = compiled(
    rf"(?<=[{_HAN}])[ \u00a0]+(?=[0-9])(?![0-9]{{1,2}}[、.．](?![0-9]))"
    rf"|(?<=[0-9])(?<![:：][0-9]{{2}})[ \u00a0]+(?=[{_HAN}])"
)
_NUMBER = compiled(rf"(?<![0-9.])[0-9]{{1,3}}(?:[ \u00a0][0-9]{{3}})+(?=[{_HAN}])")
_LATIN = compiled(r"[A-Za-z][A-Za-z0-9 .\u00a0]*$")
_WORDS = compiled("[，,。；;]")
_HEADING = compiled(r"[^，,。；;：:]{2,24}[ \u00a0]+(?=(?:19|20)[0-9]{2}[ \u00a0]*年)")
_SHORTEST = 15
_SHOWN = 5


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding for all spaces beside figures, and one for each number parted by them."""
    spaces: list[Span] = []
    for prose in report.prose:
        text = prose.text
        if (" " in text or "\u00a0" in text) and len(text) >= _SHORTEST and _WORDS.search(text):
            yield from _parted_numbers(prose, report.source)
            spaces += _spaces(prose)
    if spaces:
        count = f"(全文共{len(spaces)}处)" if len(spaces) > 1 else ""
        piece = _around(report, spaces[0])
        yield finding(
            spaces[0],
            f"数字与汉字之间有多余空格:“{piece}”{count},请删去。",
            f"stray space between figure and word; {len(spaces)} in all.",
            related=others(spaces),
            fix=rewrite(
                report.source, (Edit(it, "") for it in spaces), "删去空格", "drop the spaces"
            ),
        )


def _around(report: Report, space: Span) -> str:
    prose = report.prose_at(space.start)
    if prose is None:
        return ""
    start, end = space.start - prose.span.start, space.end - prose.span.start
    return prose.text[max(0, start - _SHOWN) : end + _SHOWN]


def _spaces(prose: Prose) -> Iterator[Span]:
    heading = _HEADING.match(prose.text)
    for match in _SPACE.finditer(prose.text, heading.end() if heading else 0):
        if not _LATIN.search(prose.text[max(0, match.start() - 12) : match.start()]):
            yield Span(prose.span.start + match.start(), prose.span.start + match.end())


def _parted_numbers(prose: Prose, source: Source) -> Iterator[Finding]:
    for match in _NUMBER.finditer(prose.text):
        number = compiled("[ \u00a0]").sub("", match[0])
        span = Span(prose.span.start + match.start(), prose.span.start + match.end())
        yield finding(
            span,
            f"数字内部有空格:“{match[0]}”,若是一个数应写作“{number}”。",
            f"a space inside a number: “{match[0]}”; write “{number}” if it is one.",
            fix=rewrite(source, (Edit(span, number),), f"改为“{number}”", f"write “{number}”"),
        )
