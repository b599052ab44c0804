"""Rewritten and converted reports mean the same. `python tests/roundtrip.py` takes a thousand of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import against_truth
import roundtrip
from defects.layouts import LAYOUTS
from disclosure_lint.source import Source

ROOT = Path(__file__).parent.parent
# Every edition in every layout.
NUMBERS = range(len(roundtrip.IDS) * len(LAYOUTS))


@pytest.mark.parametrize("number", NUMBERS)
def test_a_report_comes_through(number: int) -> None:
    one = roundtrip.sample(number)
    assert list(roundtrip.rewritten(one.text)) == [], one.name
    for name, faults in roundtrip.converted(one, number):
        assert faults == [], f"{one.name} {name}"


def test_every_edition_in_every_layout_is_among_them() -> None:
    names = {tuple(roundtrip.sample(number).name.split()[1:3]) for number in NUMBERS}
    assert len(names) == len(NUMBERS)


def test_another_figure_is_noticed() -> None:
    one = next(it for it in map(roundtrip.sample, NUMBERS) if "2021 grid clean" in it.name)
    other = one.text.replace("四、结转下年度继续办理 |  |  |", "四、结转下年度继续办理 |  |  | 7")
    assert other != one.text
    before, after = (roundtrip.extracted(Source(text)) for text in (one.text, other))
    assert any("became" in it for it in roundtrip.differences(before, after))


def test_a_text_that_is_no_report_does_not_come_through() -> None:
    assert list(roundtrip.rewritten("采购清单\n复印纸 | 20包 |\n")) == ["is not recognised"]


TEXT = """青岩县水务局2020年政府信息公开工作年度报告
一、总体情况
好。
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章(设区的市填写) | 0 | 0 | 0 |
规范性文件 | 3 | - | 5 |
"""
TRUTH = {
    "year": 2020,
    "edition": "2019",
    "sections": [
        {"number": "一", "title": "总体情况", "line": 2},
        {"number": "二", "title": "主动公开政府信息情况", "line": 4},
    ],
    "tables": [
        {
            "kind": "active",
            "cells": {"规章/本年新制作数量": 0, "规范性文件/本年新公开数量": "-", "规范性文件/对外公开总数量": 5},
        }
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "misses", "status"),
    [
        (("", ""), 0, 0),
        (("5 |\n", "6 |\n"), 1, 1),
        (("总体情况", "总体"), 1, 1),
        (("2020年", "2019年"), 1, 0),
    ],
)
def test_what_is_read_is_held_against_the_truth(
    change: tuple[str, str],
    misses: int,
    status: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "a.txt").write_text(TEXT.replace(*change), "utf-8")
    (tmp_path / "a.expect.json").write_text(json.dumps(TRUTH), "utf-8")
    assert against_truth.main([str(tmp_path)]) == status
    out = capsys.readouterr().out
    assert out.count("a: ") == misses
    assert "cells" in out
