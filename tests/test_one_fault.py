"""One fault gives one finding, and what is no fault gives none, across all rules on whole reports."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from disclosure_lint.config import Settings
from disclosure_lint.engine import lint, read
from disclosure_lint.source import Source

REPORT = (Path(__file__).parent.parent / "fixtures/reports/clean-2021.txt").read_text("utf-8")
SETTINGS = Settings(today=date(2024, 6, 1))


def found(text: str) -> list[str]:
    """The rules that speak of a text and not of the sound report, with how often."""
    rules = Counter(it.rule for it in lint(Source(text), SETTINGS).diagnostics)
    rules -= Counter(it.rule for it in lint(Source(REPORT), SETTINGS).diagnostics)
    return sorted(rules.elements())


def inserted(sentence: str) -> str:
    """The report with a paragraph more at the end of its first section."""
    return REPORT.replace("\n二、", f"\n{sentence}\n二、", 1)


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("（一）抓学习。\n（二）抓培训。\n（三）抓公开。\n（三）抓监督。\n（五）抓考核。", ["broken-enumeration"]),
        ("按照《中华人民共和国政府信息公开条列》要求，做好各项工作。", ["wrong-law-title"]),
        ("政务公开工作锟斤拷锟斤拷扎实推进。", ["undecodable-bytes"]),
        ("按照国办公开办函〔202130号要求，做好各项工作。", ["lost-digits"]),
        ("咨询时间为上午8:30—12:00、下午14:00—17:30。", []),
    ],
)  # fmt: skip
def test_sentences(sentence: str, rules: list[str]) -> None:
    assert found(inserted(sentence)) == rules


def test_a_year_left_open_in_the_title() -> None:
    year = str(read(Source(REPORT)).year)
    title, rest = REPORT.split("\n", 1)
    assert found(f"{title.replace(year, '20XX')}\n{rest}") == ["leftover-placeholder"]


def test_what_follows_from_a_wrong_year_in_the_title_is_not_told() -> None:
    year = str(read(Source(REPORT)).year)
    title, rest = REPORT.split("\n", 1)
    assert found(f"{title.replace(year, '2020')}\n{rest}") == ["title-year-mismatch"]


@pytest.mark.parametrize("mark", ["# {}", "?{}", "**{}**"])
def test_marks_around_the_title(mark: str) -> None:
    title, rest = REPORT.split("\n", 1)
    report = read(Source(f"{mark.format(title)}\n{rest}"))
    assert report.title == title
    assert found(f"{mark.format(title)}\n{rest}") in ([], ["markup-residue"])


@pytest.mark.parametrize(
    ("head", "metadata"),
    [
        ("【 名    称 】 {title}\n", {"名    称": "{title}"}),
        ("发布日期：2022-01-16   作者：办公室   来源：水务局\n", {"发布日期": "2022-01-16", "来源": "水务局"}),
        ("发布机构: 青岩县水务局 公开时限: 长期公开\n", {"发布机构": "青岩县水务局"}),
        ("登录\n请输入关键字\n搜索\n", {}),
    ],
)  # fmt: skip
def test_lines_over_the_title(head: str, metadata: dict[str, str]) -> None:
    title = REPORT.split("\n", 1)[0]
    report = read(Source(head.format(title=title) + REPORT))
    assert report.title == title
    expected = {key: value.format(title=title) for key, value in metadata.items()}
    entries = [(it.label, it.value) for it in report.metadata]
    assert entries[: len(expected)] == [*expected.items()]
    assert "leftover-placeholder" not in found(head.format(title=title) + REPORT)


def test_a_signature_ends_no_sentence() -> None:
    for signed in ("白沙镇人民政府 2022年2月26日", "白沙镇人民政府"):
        text = f"白沙镇人民政府2021年政府信息公开工作年度报告\n一、概述 本镇公开信息。 {signed}\n"
        assert "missing-end-punctuation" not in found(text)


def test_a_total_that_a_sentence_states_is_not_the_first_suspect() -> None:
    table = REPORT.replace("\n0 | 0 | 0 | 0 | 0 |", "\n2 | 0 | 0 | 0 | 3 |", 1)
    for sentence, value in (("", "3"), ("因政府信息公开被申请行政复议3件。", "2")):
        text = table.replace("\n二、", f"\n{sentence}\n二、", 1)
        (it,) = [
            it for it in lint(Source(text), SETTINGS).diagnostics if it.rule == "unbalanced-total"
        ]
        assert it.finding.suspects[0].value == value
