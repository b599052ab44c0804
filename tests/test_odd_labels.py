"""Labels that lost their numbers or have others, frames, notes: each costs no figure and no false finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure_lint.engine import lint, read
from disclosure_lint.source import Source

REPORT = (Path(__file__).parent.parent / "fixtures/reports/clean-2021.txt").read_text("utf-8")

WIDTH = 10  # separators in a row of the third table


def figures(text: str) -> list[dict[tuple[str, str], object]]:
    return [
        {key: cell.value for key, cell in table.cells.items()}
        for table in read(Source(text)).tables
    ]


def found(text: str) -> list[str]:
    return [it.rule for it in lint(Source(text)).diagnostics]


def changed(*pairs: tuple[str, str]) -> str:
    text = REPORT
    for printed, other in pairs:
        assert printed in text
        text = text.replace(printed, other)
    return text


UNNUMBERED = {
    "marks": (
        [("1.申请人", "1、申请人"), ("2.申请人逾期", "2、申请人逾期"), ("3.其他 |", "3、其他 |")],
        [],
    ),
    "items": (
        [("1.申请人", "申请人"), ("2.申请人逾期", "申请人逾期"), ("3.其他 |", "其他 |")],
        ["altered-row-label"] * 3,
    ),
    "total": ([("（七）总计 |", "总计 |")], ["altered-row-label"]),
}


@pytest.mark.parametrize("case", UNNUMBERED)
def test_a_row_without_its_number_keeps_its_figures(case: str) -> None:
    pairs, rules = UNNUMBERED[case]
    text = changed(*pairs)
    assert figures(text) == figures(REPORT)
    assert found(text) == rules


def test_a_total_without_its_number_is_a_row_where_each_cell_is_a_line() -> None:
    lines = [
        "\n".join(cell.strip() for cell in line.split("|") if cell.strip()) if "|" in line else line
        for line in changed(("（七）总计 |", "总计 |")).split("\n")
    ]
    assert figures("\n".join(lines)) == figures(REPORT)


@pytest.mark.parametrize("mark", ["①", "¹", "②"])
def test_the_mark_of_a_note_is_no_digit(mark: str) -> None:
    text = changed(("行政许可 | 24 |", f"行政许可 | 24{mark} |"))
    cells = [cell for table in read(Source(text)).tables for cell in table.cells.values()]
    (noted,) = [cell for cell in cells if mark in cell.raw]
    assert noted.value is None
    assert "not-a-count" in found(text)
    assert "nonstandard-digits" not in found(text)


def test_a_frame_drawn_with_signs_is_no_text() -> None:
    lines = []
    for line in REPORT.split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if "|" in line:
            lines += ["+" + "----+" * 15, "| " + " | ".join(cells) + " |"]
        else:
            lines.append(line)
    text = "\n".join(lines)
    assert figures(text) == figures(REPORT)
    assert not [it for it in found(text) if it == "repeated-paragraph"]


def test_contents_with_entries_below_the_titles_are_no_sections() -> None:
    contents = (
        "目录\n一、总体情况\n（一）主动公开情况\n（二）依申请公开情况\n二、主动公开政府信息情况\n"
    )
    contents += "三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
    assert found(contents + REPORT) == found(REPORT)


@pytest.mark.parametrize(
    "before", ["【字体：大 中 小】 ", "作者：办公室　", "作者：办公室　来源：政府网　"]
)
def test_a_date_with_its_key_is_metadata_whatever_stands_before(before: str) -> None:
    title, rest = REPORT.split("\n", 1)
    rest = rest.split("\n", 1)[1] if rest.startswith(("发布", "索引", "来源")) else rest
    report = read(Source(f"{title}\n{before}发布时间：2022-01-18\n{rest}"))
    assert ("published", "2022-01-18") in [(it.key, it.value) for it in report.metadata]


def test_a_year_in_full_width_digits_is_read() -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    title, rest = REPORT.split("\n", 1)
    assert read(Source(title.translate(wide) + "\n" + rest)).year == read(Source(REPORT)).year


def test_a_short_last_row_among_rows_with_blanks_for_zeros_is_one_fault_with_them() -> None:
    """The closing run proves the blanks of all rows but the last, which a page prints without one."""
    lines = REPORT.split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith("一、本年新收"))
    last = next(at for at, line in enumerate(lines) if line.startswith("四、结转下年度"))
    for at in range(first, last + 1):
        counts = [int(cell) for cell in lines[at].split("|") if cell.strip().isdigit()]
        labels = [cell.strip() for cell in lines[at].split("|") if not cell.strip().isdigit()]
        labels = [label for label in labels if label]
        bare = at == last
        kept = ["3", "3"] if bare else ["2", "2"] if sum(counts) == 0 else ["2", "1", "3"]
        run = "" if bare else " " + "|" * (WIDTH - len(labels) - len(kept))
        lines[at] = " | ".join([*labels, *kept]) + " |" + run
    rules = found("\n".join(lines))
    assert "blank-cell" in rules
    assert "wrong-cell-count" not in rules


def test_digits_that_touch_the_label_of_a_row_with_one_cell_are_one_figure() -> None:
    lines = [
        "云溪镇人民政府2022年政府信息公开工作年度报告", "二、主动公开政府信息情况",
        "信息内容本年制发件数本年废止件数现行有效件数", "规章000", "行政规范性文件102",
        "信息内容本年处理决定数量", "行政许可312", "行政处罚45", "行政强制0",
        "信息内容本年收费金额(单位:万元)", "行政事业性收费105.3",
    ]  # fmt: skip
    for _ in range(2):  # bound anew, and by its shape
        (cells,) = figures("\n".join(lines))
        assert cells["licence", "decisions"] == 312
        assert cells["penalty", "decisions"] == 45
        assert cells["fee", "fee"] == Decimal("105.3")
    assert "wrong-cell-count" not in found("\n".join([*lines, "政府集中采购12105.3"]))


def test_a_group_with_the_figures_of_its_rows_is_no_row_of_another_form() -> None:
    """A page kept the labels of the groups and lost those of the rows in them."""
    lines: list[str] = []
    for line in REPORT.split("\n"):
        cells = [cell.strip() for cell in line.split("|") if cell.strip()]
        group = next((cell for cell in cells if re.match("（[三四五六]）", cell)), "")
        if "|" in line and (group or re.match(r"\d\.", cells[0])):
            cells = [group] * bool(group) + [cell for cell in cells if cell.isdigit()]
        lines += [f"{cell} |" for cell in cells] if "|" in line else [line]
    assert not {"outdated-form", "wrong-cell-count"} & {*found("\n".join(lines))}


def test_a_page_that_kept_each_line_once_lost_its_figures() -> None:
    cells = [
        cell.strip() for line in REPORT.split("\n") for cell in line.split("|") if cell.strip(" |")
    ]
    rules = found("\n".join(dict.fromkeys(cells)))
    assert "blank-cell" in rules
    assert "wrong-cell-count" not in rules


def rows_over(write: Callable[[list[str], list[str]], list[str]]) -> str:
    """The report with each row of the third table written anew from its labels and its figures."""
    first = REPORT.index("\n一、本年新收")
    last = REPORT.index("\n四、政府信息公开行政复议")
    lines: list[str] = []
    for line in REPORT[first + 1 : last].split("\n"):
        cells = [cell.strip() for cell in line.split("|") if cell.strip()]
        labels = [cell for cell in cells if not cell.isdigit()]
        lines += write(labels, cells[len(labels) :])
    return REPORT[: first + 1] + "\n".join(lines) + REPORT[last:]


def halves(labels: list[str], values: list[str]) -> list[str]:
    return [" | ".join([*labels, *values[:4]]) + " |", " | ".join(values[4:]) + " |"]


def below(labels: list[str], values: list[str]) -> list[str]:
    return [" | ".join(labels) + " |", " | ".join(values) + " |"]


def around(labels: list[str], values: list[str]) -> list[str]:
    """As in text out of a PDF: the figures stand at the middle of a label of two lines."""
    *groups, label = labels
    if len(label) < 12:
        return [" ".join([*labels, *values])]
    return [" ".join([*groups, label[:9]]), " ".join(values), label[9:]]


@pytest.mark.parametrize("write", [halves, below, around])
def test_rows_over_several_lines(write: Callable[[list[str], list[str]], list[str]]) -> None:
    text = rows_over(write)
    assert figures(text) == figures(REPORT)
    assert not {"missing-row", "wrong-cell-count", "blank-cell"} & {*found(text)}


def test_a_group_label_beside_the_rows_of_its_group() -> None:
    def spread(labels: list[str], values: list[str]) -> list[str]:
        piece = {"2.其他法律行政法规禁止公开": ["不予"], "3.危及“三安全一稳定”": ["公开"]}
        return [" ".join([*piece.get(labels[-1], []), *labels, *values])]

    text = rows_over(spread)
    assert figures(text) == figures(REPORT)
    assert "altered-row-label" not in found(text)


def test_table_four_in_two_pieces() -> None:
    start = REPORT.index("\n四、政府信息公开行政复议")
    (row,) = [
        line for line in REPORT[start:].split("\n") if line.replace("|", "").strip()[:1].isdigit()
    ][:1]
    values = [cell.strip() for cell in row.split("|") if cell.strip()]
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    table = [
        "行政复议 |", " | ".join(heads) + " |", " | ".join(values[:5]) + " |",
        "行政诉讼 |", "未经复议直接起诉 | 复议后起诉 |",
        " | ".join(heads * 2) + " |", " | ".join(values[5:]) + " |",
    ]  # fmt: skip
    end = REPORT.index("\n五、")
    title = REPORT[start : REPORT.index("\n", start + 1)]
    text = REPORT[:start] + "\n".join([title, *table]) + REPORT[end:]
    assert figures(text) == figures(REPORT)
    assert "wrong-cell-count" not in found(text)


def test_merged_cells_printed_once_for_each_column() -> None:
    """As programs write tables that have no merged cells; figures that differ are not taken for one."""
    wide = REPORT
    for line in REPORT.split("\n"):
        cells = [cell.strip() for cell in line.split("|") if cell.strip()]
        if len(cells) == 2 and cells[1].isdigit():
            wide = wide.replace(line, f"{cells[0]} | {cells[1]} | {cells[1]} | {cells[1]} |")
        elif len(cells) > 7 and not cells[0].isdigit() and not cells[0].startswith("结果"):
            labels = [cell for cell in cells if not cell.isdigit()]
            wide = wide.replace(
                line, " | ".join([*labels, *labels[-1:], *cells[len(labels) :]]) + " |"
            )
    assert wide != REPORT
    for _ in range(2):  # bound anew, and where it would be by its shape
        assert figures(wide) == figures(REPORT)
    assert found(wide) == []
    other = re.sub(r"(?m)^(行政[许处强]\S+ \| )(\d+) \| (\d+) \|", r"\1\2 | 9\3 |", wide)
    assert "wrong-cell-count" in found(other)
