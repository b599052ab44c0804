"""引用的条款有误。 / The article cited is not the right one.

作用:2019年起,编制年度报告的依据是条例第四十九条、第五十条(原为第三十一条、第三十二条);表二各栏的标题只有第二十条第(一)(五)(六)(八)(九)项。

依据:《中华人民共和国政府信息公开条例》(国务院令第711号)第二十条、第四十九条、第五十条。

示例:

```report bad
云溪镇人民政府2022年政府信息公开工作年度报告
根据《条例》⟦第三十二条⟧规定,编制云溪镇2022年政府信息公开工作年度报告。
一、总体情况
```

```report bad
云溪镇人民政府2022年政府信息公开工作年度报告
二、主动公开政府信息情况
⟦第二十条第(七)项⟧ | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
```

```report good
云溪镇人民政府2022年政府信息公开工作年度报告
根据《条例》第四十九条、第五十条规定,编制2022年政府信息公开工作年度报告。
一、总体情况
依据《条例》第三十二条书面征求第三方意见1次,第三十一条规定的收到申请之日均已登记。
按照第二十条第(七)项规定公开财政预决算。
二、主动公开政府信息情况
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
第二十条(六)项 | |||
```

```report good
沙河镇2016年政府信息公开年度报告
按条例第三十二条编制2016年度报告。
一、概述
```

改法:改引第四十九条、第五十条;表头按统一格式改正。

例外:2018年度及以前的报告适用原条款;只看讲编制年度报告的句子,引用第三十二条征求第三方意见等不报告。
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.literals import occurrences
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.citations import in_force, sentence
from disclosure_lint.topics.frames import caption_due, strange_captions
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.topics.wording import as_printed
from disclosure_lint.words import words


@rule(Report, Severity.WARNING)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each article that no longer asks for the report, and for each strange caption."""
    for law in words("references")["law"]:
        yield from _articles(report, law)
        yield from _captions(report, law)


def _articles(report: Report, law: dict[str, Any]) -> Iterator[Finding]:
    right, old = _report_articles(law["title"], report.year)
    if not right or not any(map(running_text(report).text.__contains__, old)):
        return
    text = report.source.text
    asked = "、".join(right)
    for article in old:
        for at in occurrences(text, article):
            span = Span(at, at + len(article))
            around = sentence(text, span)
            if any(word in around for word in law["report_words"]) and report.prose_at(at):
                yield finding(
                    span,
                    f"编制年度报告的依据应为条例{asked},现引用{article}(修订前的条款)。",
                    f"the report rests on {asked} of the regulation, not on {article} (before its revision).",
                )


@lru_cache(maxsize=64)
def _report_articles(title: str, year: int | None) -> tuple[list[str], list[str]]:
    """The articles of a law that ask for the report of a year, and those that did before."""
    if year is None:
        return [], []
    law = next(it for it in words("references")["law"] if it["title"] == title)
    right: list[str] = []
    old: list[str] = []
    for entry in law["report_articles"]:
        articles = [f"第{article}条" for article in entry["articles"]]
        if in_force(entry, year):
            right = right or articles
        elif entry.get("to", year) < year:
            old += articles
    return right, old


def _captions(report: Report, law: dict[str, Any]) -> Iterator[Finding]:
    for span in strange_captions(report):
        printed = report.source.slice(span)
        items = "".join(f"({item})" for item in law["caption_items"])
        due = as_printed(caption_due(span, report), printed)
        right = f"“{due}”" if due else f"{law['caption_article']}第{items}项之一"
        yield finding(
            span,
            f"统一格式中没有“{printed}”一栏,应为{right},请核对。",
            f"the form has no part “{printed}”; it should be {f'“{due}”' if due else f'one of {items}'}.",
            fix=suggest((Edit(span, due),), f"改为“{due}”", f"write “{due}”") if due else None,
        )
