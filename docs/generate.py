#!/usr/bin/env python3
"""Write the page of every rule and their index into docs/rules: `python docs/generate.py`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from disclosure_lint.diagnostic import Applicability, Message, Severity
from disclosure_lint.pages import fixes, markdown, summary
from disclosure_lint.rule import Rule
from disclosure_lint.rules import load_all

FOLDER = Path(__file__).parent / "rules"
INDEX = "README.md"
GROUPS = {
    "header": "标题和元数据",
    "section": "章节",
    "table": "表格",
    "arithmetic": "勾稽关系",
    "consistency": "文字与表格",
    "series": "历年对照",
    "reference": "引用和用语",
    "prose": "文字",
    "privacy": "隐私和保密",
    "input": "输入",
}
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
FIXES = {
    Applicability.SAFE: Message("自动", "yes"),
    Applicability.UNSAFE: Message("须确认", "unsafe"),
    Applicability.SUGGESTION: Message("仅供选用", "suggested"),
}


def pages() -> dict[str, str]:
    """Return the text of every page by its file name, the index too."""
    found = {f"{rule.id}.md": markdown(rule, "zh") for rule in load_all()}
    return {**found, INDEX: "\n".join(index()) + "\n"}


def index() -> Iterator[str]:
    """Yield the lines of the index: a table for each group."""
    yield "# 规则 / Rules"
    yield ""
    yield "本目录由 `python docs/generate.py` 生成,内容来自各规则的说明;其中的示例都作为测试运行。"
    yield "Generated from the docstrings of the rules; their examples are run as tests."
    rules = sorted(load_all(), key=lambda rule: [*GROUPS].index(rule.group))
    for group, members in groupby(rules, lambda rule: rule.group):
        yield f"\n## {GROUPS[group]} / {group}\n"
        yield "| 规则 rule | 级别 severity | 修改 fix | 说明 | summary |"
        yield "|---|---|---|---|---|"
        for rule in members:
            yield row(rule)


def row(rule: Rule) -> str:
    """Return the line of a rule in the index."""
    kinds = fixes(rule)
    fix = f"{'、'.join(FIXES[it].zh for it in kinds)} {', '.join(FIXES[it].en for it in kinds)}"
    severity = f"{SEVERITIES[rule.severity]} {rule.severity}"
    cells = (
        f"[{rule.id}]({rule.id}.md)",
        f"{severity}, preview" if rule.preview else severity,
        fix.strip() or "无 no",
        *(text.replace("|", r"\|") for text in summary(rule)),
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Write what has changed and take out the pages of rules that are gone."""
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for path in FOLDER.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
