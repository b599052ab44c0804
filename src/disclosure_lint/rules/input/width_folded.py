"""全文标点统一成了半角。 / The punctuation of the whole text is half-width.

作用:句号仍是“。”而逗号、括号几乎全是半角时,多半是网页转存造成的,不是作者的习惯。全文只提示一次,不再逐个标点报告。

依据:GB/T 15834—2011《标点符号用法》:中文使用全角标点。

示例:

```report bad
一、总体情况
(一)主动公开情况⟦,⟧按要求公开信息,及时更新栏目,方便群众查询。(二)依申请公开情况,全年收到申请0件。
(三)信息管理情况,严格审查,专人负责。
```

```report good
一、总体情况
2023年，青岩县水务局认真落实条例（以下简称《条例》），及时公开信息，方便群众查询。
（一）主动公开情况，全年公开信息61条，
（本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和）
```

```report good
一、总体情况
全年公开信息61条,收到申请0件。
```

改法:对照原稿;原稿是全角的,不用改;原稿也是半角的,在编辑软件里统一替换为全角。

例外:全角、半角混用的文件不属于这一条,仍由 `ascii-punctuation` 逐处提示;标点很少的片段不判断。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.punctuation import HALF, first_half_width, width_folded


@rule(Report, Severity.INFO, cues=tuple(HALF))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first half-width comma of a text that was folded as a whole."""
    text = report.source.text
    if width_folded(text):
        yield finding(
            first_half_width(text),
            "全文逗号、括号均为半角(可能由网页转换造成),已跳过逐条标点检查;原稿也是半角的,请统一改为全角。",
            "all commas and brackets are half-width (the page may have been converted); single marks are not checked.",
            maybe_extraction=True,
        )
