"""Titles in every shape that was seen, what they are made of, and the years a report names."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure_lint.reading import read_report
from disclosure_lint.report import Report
from disclosure_lint.source import Source
from disclosure_lint.topics.titles import title_of
from disclosure_lint.topics.years import (
    first_section_year,
    known_year,
    overview_years,
    period_is_wrong,
    period_year,
    title_year,
)

BODY = "\n一、总体情况\n{}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"


def read(head: str, overview: str = "本镇公开信息30条。") -> Report:
    return read_report(Source(head + BODY.format(overview)), None, date(2026, 6, 1))


@pytest.mark.parametrize(
    ("head", "lines", "organ", "year"),
    [
        ("云溪镇2023年政府信息公开工作年度报告", 1, "云溪镇", 2023),
        ("云溪镇\n2023年政府信息公开工作年度报告", 2, "云溪镇", 2023),
        ("青岩县水务局\n2023年\n政府信息公开工作年度报告", 3, "青岩县水务局", 2023),
        ("云溪镇2023年度政府\n信息公开工作年度报告", 2, "云溪镇", 2023),
        ("2023年云溪镇政府信息公开工作年度报告", 1, "云溪镇", 2023),
        ("云溪镇 2023 年政府信息公开工作年度报告", 1, "云溪镇", 2023),
        ("云溪镇２０２３年政府信息公开工作年度报告", 1, "云溪镇", 2023),
        ("云溪镇二〇二三年政府信息公开工作年度报告", 1, "云溪镇", 2023),
        ("云溪镇2023年政府信息公开工作年度报告(图片版)", 1, "云溪镇", 2023),
        ("云溪镇政府信息公开工作年度报告(2023年)", 1, "云溪镇", 2023),
        ("云溪镇2023年政府信息公开年报", 1, "云溪镇", 2023),
        ("云溪镇2023年度政务公开年度报告", 1, "云溪镇", 2023),
        ("云溪镇人民政府2023年信息公开工作报告", 1, "云溪镇人民政府", 2023),
        ("2023年云溪镇人民政府信息公开工作年度报告", 1, "云溪镇人民政府", 2023),
        ("云溪镇政府信息公开工作年度报告", 1, "云溪镇", None),
        ("2023年政府信息公开工作年度报告", 1, "", 2023),
        ("首页 > 年报 > 政府信息公开年报\n云溪镇2023年政府信息公开工作年度报告", 1, "云溪镇", 2023),
        ("政府信息公开年报\n云溪镇2023年政府信息公开工作年度报告", 1, "云溪镇", 2023),
        ("????????云溪镇\n?????2023年政府信息公开工作年度报告", 2, "云溪镇", 2023),
        ("正文\n云溪镇2023年政府信息公开工作年度报告\n打印", 1, "云溪镇", 2023),
        ("来源:云溪镇\n云溪镇2023年政府信息公开工作年度报告", 1, "云溪镇", 2023),
        (
            "云溪镇2023年政府信息公开工作年度报告\n云溪镇2023年政府信息公开工作年度报告",
            1,
            "云溪镇",
            2023,
        ),
        ("云溪镇2023年政府信息公开工作年度报告 | " + "|" * 300, 1, "云溪镇", 2023),
    ],
)
def test_titles(head: str, lines: int, organ: str, year: int | None) -> None:
    report = read(head)
    title = title_of(report)
    assert title is not None
    assert len(report.document.title) == lines
    assert title.words(title.organ) == organ
    stated = title_year(report)
    assert (stated.year if stated else None) == year
    assert report.source.slice(title.span(title.organ)).replace(" ", "") == organ


@pytest.mark.parametrize(
    "head",
    [
        "",
        "政府信息公开年报",
        "首页 / 政务公开 / 2023年政府信息公开年报",
        "您的位置:首页 > 政府信息公开年报 > 2023年年度报告",
        "本报告按照《政府信息公开工作年度报告》格式编制,统计期限为2023年1月1日至2023年12月31日。",
        "打印",
    ],
)
def test_no_title(head: str) -> None:
    assert read(head).title == ""
    assert title_of(read(head)) is None


def test_title_in_metadata() -> None:
    report = read("名 称 | 青岩县水务局2023年政府信息公开工作年度报告 |")
    title = title_of(report)
    assert title is not None
    assert report.source.slice(title.whole) == "青岩县水务局2023年政府信息公开工作年度报告"
    assert report.source.slice(title.span(title.ending)) == "政府信息公开工作年度报告"


def test_spans_over_lines() -> None:
    report = read("云溪镇\n  2023 年度政府\n信息公开工作年度报告")
    title = title_of(report)
    assert title is not None
    year = title.years[0]
    assert report.source.slice(title.span(year.part)) == "2023"
    assert report.source.slice(title.span(year.unit)) == "年度"
    assert report.source.slice(title.span(title.ending)) == "政府\n信息公开工作年度报告"


def test_preamble_and_metadata_apart() -> None:
    front = "云溪镇2023年政府信息公开工作年度报告\n发布日期:2024-01-05\n本报告按照条例编制。"
    document = read(front).document
    assert [block.text for block in document.preamble] == ["本报告按照条例编制。"]
    assert [block.text for block in document.metadata] == ["发布日期:2024-01-05"]


PREAMBLE = "云溪镇{}年政府信息公开工作年度报告\n统计期限为{}。"


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2022年1月1日至2022年12月31日", 2022),
        ("2022年1月1日至12月31日", 2022),
        ("2022 年 1 月 1 日起到 12 月 31 日止", 2022),
        ("2022年01月01日—2022年12月31日", 2022),
        ("2022年1月1日至2023年12月31日", None),
        ("2022年1月至12月", None),
        ("2022年1月1日至12月31日。期限自2023年1月1日起至12月31日止", None),
    ],
)
def test_period_year(period: str, year: int | None) -> None:
    found = period_year(read(PREAMBLE.format(2023, period)))
    assert (found.year if found else None) == year


def test_overview_years() -> None:
    text = (
        "根据国办公开办函〔2021〕30号、条例(2019年修订)和《2020年工作要点》,“十四五”(2021—2025年)期间,"
        "2023年公开信息30条,比2022年多3条;2023年1月1日至12月31日未收到申请。2023年无复议。"
    )
    assert overview_years(read("", text)) == {2023: 2}


@pytest.mark.parametrize(
    ("period", "overview", "wanted"),
    [
        ("2023年1月1日至12月31日", "2023年公开30条。", (2023, False, None)),
        ("2022年1月1日至12月31日", "公开30条。", (None, False, None)),
        ("2022年1月1日至12月31日", "2023年公开30条。", (None, True, None)),
        ("2022年1月1日至12月31日", "2022年公开30条。", (None, False, None)),
        ("全年", "2022年公开30条。2022年无申请。", (None, False, (2022, 2))),
        ("全年", "2022年结转1件,2023年公开30条。", (2023, False, None)),
        ("全年", "2022年决算已公开。", (2023, False, None)),
    ],
)
def test_which_year_is_wrong(
    period: str, overview: str, wanted: tuple[int | None, bool, tuple[int, int] | None]
) -> None:
    """The year that is sure, whether the period is the wrong one, the year of the first section."""
    report = read(PREAMBLE.format(2023, period), overview)
    assert (known_year(report), period_is_wrong(report), first_section_year(report)) == wanted
