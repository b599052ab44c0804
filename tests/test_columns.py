"""A blank among the figures of a row: each figure in its own column, or in none."""

from __future__ import annotations

import pytest

from disclosure_lint.engine import read
from disclosure_lint.source import Source
from disclosure_lint.values import State

HEAD = """青岩县水务局2020年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第(一)项 |  |  |  |
| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
"""
WIDE = HEAD + "| 规章 | 0 | 0 | 0 |\n| 规范性文件 |  | 1 | 1 |\n"
LAST = "| 政府集中采购 | 8 | 62.22 |  |\n"

# The rows after those of three columns, and the items and their change in the row of fees.
CASES = {
    "a blank first": (f"{WIDE}| 行政事业性收费 |  | 3 |  |\n{LAST}", ("", "3")),
    "a blank last": (f"{WIDE}| 行政事业性收费 | 3 |  |  |\n{LAST}", ("3", "")),
    "as wide as its block, a blank first": (
        f"{WIDE}| 行政事业性收费 |  | 3 |\n| 政府集中采购 | 8 | 62.22 |\n",
        ("", "3"),
    ),
    "as wide as its block, a blank last": (
        f"{WIDE}| 行政事业性收费 | 3 |  |\n| 政府集中采购 | 8 | 62.22 |\n",
        ("3", ""),
    ),
    "a blank last, and none before a figure anywhere": (
        f"{HEAD}| 规章 | 0 | 0 | 0 |\n| 行政事业性收费 | 3 |  |\n| 政府集中采购 | 8 | 62.22 |\n",
        ("3", ""),
    ),
    "a cell lost from a wide table": (f"{WIDE}| 行政事业性收费 | 3 |  |\n{LAST}", None),
    "nothing to tell by": (
        f"{HEAD}| 规章 | 0 |  | 0 |\n| 规范性文件 |  | 1 | 1 |\n| 行政事业性收费 |  | 3 |  |\n",
        None,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_figure_stands_in_its_own_column(name: str) -> None:
    text, expected = CASES[name]
    table = read(Source(text)).table("active")
    assert table
    cells = [table.cells["fee", key] for key in ("items", "change")]
    placed = None if State.UNPLACED in {it.state for it in cells} else tuple(it.raw for it in cells)
    assert placed == expected


def test_a_merged_label_leaves_blanks_before_the_figures() -> None:
    zeros = " | 0" * 6
    text = (
        "青岩县水务局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        f"| 一、本年新收政府信息公开申请数量 |  |  |  | 5{zeros[:-8]} | 5 |\n"
        f"| 二、上年结转政府信息公开申请数量 |  |  | 0{zeros} |\n"
        f"| 三、本年度办理结果 | (三)不予公开 | 1.属于国家秘密 | 0{zeros} |\n"
    )
    table = read(Source(text)).table("applications")
    assert table
    cells = [table.cells["received", column.key] for column in table.form.columns]
    assert [it.raw for it in cells] == ["", "5", "0", "0", "0", "0", "5"]


def test_a_group_label_moves_the_figures_of_its_row() -> None:
    """Rows are as wide as the table, by empty cells at their end; none has one before its figures."""
    zeros = " | 0" * 6
    text = (
        "青岩县水务局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        f"一、本年新收政府信息公开申请数量 | 5{zeros[:-4]} | 5 | ||\n"
        f"二、上年结转政府信息公开申请数量 | 0{zeros} | ||\n"
        f"三、本年度办理结果 | (一)予以公开 | {zeros[:-4]} | 5 | |\n"
        f"(二)部分公开 | 0{zeros} | ||\n"
    )
    table = read(Source(text)).table("applications")
    assert table
    cells = [table.cells["outcome.granted", column.key] for column in table.form.columns]
    assert [it.raw for it in cells] == ["", "0", "0", "0", "0", "0", "5"]


def test_rows_that_end_at_one_tab_keep_their_blanks() -> None:
    """A sheet pads every row to its width, so a blank at a row's end stands in its own column."""
    rows = [
        ["一、本年新收政府信息公开申请数量", *"5000005"],
        ["二、上年结转政府信息公开申请数量", *"0000000"],
        ["三、本年度办理结果", "(一)予以公开", *"500000", ""],
    ]
    text = (
        "青岩县水务局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        + "\n".join("\t".join(row + [""] * (10 - len(row))) for row in rows)
    )
    table = read(Source(text)).table("applications")
    assert table
    cells = [table.cells["outcome.granted", column.key] for column in table.form.columns]
    assert [it.raw for it in cells] == ["5", "0", "0", "0", "0", "0", ""]
