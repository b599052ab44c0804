"""层次序号跳级或者混用。 / Heading levels are skipped or mixed.

作用:结构层次序数依次为“一、”“(一)”“1.”“(1)”;章节内直接用“(1)”,或者同一组序号混用两种写法的,提示改正。
同类问题合并为一条。

依据:《党政机关公文格式》(GB/T 9704)结构层次序数。

示例:

```report bad edition=2021
一、总体情况
(一)主动公开情况。全年公开信息61条。
⟦2.⟧依申请公开情况。收到申请0件。
(三)政府信息管理情况。清理信息8条。
```

```report bad edition=2021
一、总体情况
⟦(1)⟧主动公开情况。全年公开信息61条。
(2)依申请公开情况。收到申请0件。
```

```report good edition=2021
一、总体情况
1.主动公开情况。全年公开信息61条。
2.依申请公开情况。收到申请0件。
五、存在的主要问题及改进情况
(一)存在的主要问题
1.公开意识不够强。
2.公开形式单一。
(二)改进情况
1.加强培训。
(1)全员培训。
(2)专题培训。
2.丰富形式。
```

改法:按层次改用相应的序号。

例外:“一、”之下直接用“1.”的两级结构是允许的;表格中的序号不查。
"""

from collections.abc import Iterator, Sequence

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.enumeration import Ordinal, Style, broken, numbered_sections

_RELATED = 5


@rule(Report, Severity.INFO)
def check(_: Report, report: Report) -> Iterator[Finding]:
    """Yield at most one finding for mixed numbers and one for skipped levels."""
    mixed: list[tuple[Ordinal, str, str]] = []
    skipped: list[tuple[Ordinal, str, str]] = []
    for found in broken(report):
        if found.mixed:
            it = found.mixed
            row = f"“{found.before.text}”“{it.text}”“{found.ordinal.text}”"
            proper = found.ordinal.style.write(it.value)
            mixed.append((it, f"层次序号混用:{row},此处应为“{proper}”", f"levels are mixed: {row}"))
    for part in numbered_sections(report):
        skipped += _skipped(part) if part else ()
    for group in (mixed, skipped):
        if group:
            yield _grouped(group)


def _skipped(found: Sequence[Ordinal]) -> Iterator[tuple[Ordinal, str, str]]:
    """The first `(1)` with no item before it, straight under a heading or a clause."""
    above: Ordinal | None = None
    for it in found:
        if (
            it.style is Style.SUBITEM
            and it.value == 1
            and (above is None or above.style < Style.ITEM)
        ):
            parent = above.text if above else "一、"
            proper = Style(Style.CLAUSE if above is None else Style.ITEM).write(1)
            yield (
                it,
                f"层次序号跳级:“{parent}”之下直接用“{it.text}”,应用“{proper}”",
                "a level is skipped",
            )
        if it.style < Style.SUBITEM:
            above = it


def _grouped(group: list[tuple[Ordinal, str, str]]) -> Finding:
    (first, zh, en), *others = group
    more = f"(另有{len(others)}处)" if others else ""
    return finding(
        first.span,
        f"{zh}{more}。",
        f"{en} ({len(others)} more)" if others else en,
        related=tuple(
            Related(it.span, Message("同样的问题", "the same")) for it, _, _ in others[:_RELATED]
        ),
    )
