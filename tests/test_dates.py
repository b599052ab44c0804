"""Dates in every form that was seen, and those that no calendar has."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure_lint.dates import chinese_number, find_date, find_dates, is_date

DAY = date(2024, 1, 5)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024-01-05", "2024-01-05"),
        ("2024-1-5 8:56:14", "2024-1-5 8:56:14"),
        ("2024-01-05 11:19", "2024-01-05 11:19"),
        ("2024-01-05T11:19:00", "2024-01-05T11:19:00"),
        ("2024年01月05日 17:12:21", "2024年01月05日 17:12:21"),
        ("2024年1月5日来源:1", "2024年1月5日"),
        ("2024 年 1 月 5 日", "2024 年 1 月 5 日"),
        ("2024/1/5", "2024/1/5"),
        ("2024.1.5", "2024.1.5"),
        ("(2024-01-05)", "2024-01-05"),
        ("20240105", "20240105"),
        ("20240105 09:51", "20240105 09:51"),
        ("２０２４－０１－０５", "２０２４－０１－０５"),
        ("二〇二四年一月五日", "二〇二四年一月五日"),
        ("二0二四年一月五日", "二0二四年一月五日"),
        ("发布时间:2024-01-05 11:19 来源:临川市财政局", "2024-01-05 11:19"),
        ("2024-01-05 24:00", "2024-01-05 24:00"),
    ],
)
def test_found(text: str, written: str) -> None:
    found = find_date(text)
    assert found is not None
    assert text[found.start : found.end] == written
    assert found.day == DAY
    assert found.year == DAY.year


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "2024年13月1日",
        "2024-00-10",
        "0000-00-00",
        "20240230",
        "2024-01-09 25:10",
        "2024-01-09 12:60",
        "2024-01-09 24:01",
        "二〇二四年二月三十日",
    ],
)
def test_impossible(text: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.day is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "2024年1月",
        "620702078/2024-00002",
        "2021年11日",
        "1.2.3",
        "13800000000",
        "A20240105B",
    ],
)
def test_no_date(text: str) -> None:
    assert find_date(text) is None


def test_all_dates_in_order() -> None:
    text = "自2023年1月1日至2023年12月31日,20240105公布"
    assert [found.day for found in find_dates(text)] == [date(2023, 1, 1), date(2023, 12, 31), DAY]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("(2024-01-05)", True),
        (" 2024年1月5日 ", True),
        ("2024-01-05来源", False),
        ("日期", False),
        ("", False),
    ],
)
def test_is_date(text: str, *, whole: bool) -> None:
    assert is_date(text) is whole


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("二〇二四", 2024), ("九", 9)],
)
def test_chinese_number(text: str, value: int) -> None:
    assert chinese_number(text) == value
