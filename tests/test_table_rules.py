"""Whole tables with one fault each: the rule that has to speak speaks, and no other does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Applicability, Diagnostic
from disclosure_lint.edition import Edition, Kind, RowForm, TableForm, load_editions
from disclosure_lint.engine import diagnose, read
from disclosure_lint.source import Source
from disclosure_lint.topics.blanks import restored
from disclosure_lint.topics.wording import as_printed, same_words, without_remark
from disclosure_lint.words import words

SETTINGS = Settings(select=("table", "arithmetic"), today=date(2026, 6, 1))
FORMS = {edition.id: edition for edition in load_editions()}
HEADS = {
    "active": ["信息内容 | {} |"],
    "applications": [
        "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||",
        "自然人 | 法人或其他组织 | 总计 | |||||||",
        "商业 企业 | 科研 机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||",
    ],
    "litigation": [
        "行政复议 | 行政诉讼 | |||||||||||||",
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||",
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | " * 2 + "|||||",
    ],
}


def row_line(row: RowForm, groups: set[str], width: int, value: str = "0") -> str:
    """A row in the manner of most pages: its groups once, its figures, the run that pads it."""
    labels = [name for name in row.label if name not in groups]
    groups |= set(row.label[:-1])
    cells = labels + [value] * len(row.columns)
    return (
        " | ".join(cells) + " |" + (" " + "|" * (width - len(cells)) if len(cells) < width else "")
    )


def table_lines(form: TableForm, value: str = "0") -> list[str]:
    """A table of the form with one figure in every cell."""
    depth = max(len(row.label) for row in form.rows)
    width = max(len(row.columns) for row in form.rows) + depth
    lines = []
    groups: set[str] = set()
    for block in form.blocks:
        lines += [f"{block.caption} | |||"] if block.caption else []
        names = " | ".join(column.name for column in block.columns)
        lines += [head.format(names) for head in HEADS[form.key]]
        lines += [row_line(row, groups, width, value) for row in block.rows]
    return lines


def report_lines(edition: Edition, year: int, tables: Edition | None = None) -> list[str]:
    """A report of zeros; its tables may be on another form than its sections."""
    lines = [f"云溪镇人民政府{year}年政府信息公开工作年度报告"]
    forms = {form.key: form for form in (tables or edition).tables}
    for section in edition.sections:
        lines.append(f"{section.number}、{section.title}")
        for table in section.tables:
            lines += table_lines(forms[table.key])
        if not section.tables:
            lines.append("本年度按要求开展工作,没有需要特别说明的情况。")
    return lines


def lint(text: str) -> tuple[Diagnostic, ...]:
    return diagnose(read(Source(text), SETTINGS), SETTINGS)


def spoken(text: str) -> list[str]:
    """The rules that speak, with the line of each finding."""
    return [f"{it.rule} {text.count(chr(10), 0, it.span.start) + 1}" for it in lint(text)]


def change(lines: list[str], begins: str, edit: Callable[[str], str | None]) -> str:
    """The text with the first line that begins so edited, or left out."""
    at = next(at for at, line in enumerate(lines) if line.startswith(begins))
    new = edit(lines[at])
    return "\n".join(lines[:at] + ([] if new is None else [new]) + lines[at + 1 :])


def replace(old: str, new: str, count: int = 1) -> Callable[[str], str]:
    def edit(line: str) -> str:
        assert old in line
        return line.replace(old, new, count)

    return edit


@pytest.mark.parametrize(("edition", "year"), [("2019", 2019), ("2019", 2020), ("2021", 2023)])
def test_clean(edition: str, year: int) -> None:
    assert spoken("\n".join(report_lines(FORMS[edition], year))) == []


ROW = "二、上年结转"
# What is done to the row of last year's requests, and who speaks of it.
FAULTS = [
    ("a blank the layout dropped", replace("| 0 | ||", "| |||"), "blank-cell"),
    ("two blanks", replace("| 0 | 0 | ||", "| ||||"), "blank-cell"),
    ("a placeholder", replace("0", "/"), "placeholder-cell"),
    ("words", replace("0", "见附件"), "not-a-count"),
    ("a unit", replace("0", "0件"), "not-a-count"),
    ("a letter", replace("0", "O"), "nonstandard-digits"),
    ("full width", replace("0", "\uff10"), "nonstandard-digits"),
    ("a misspelt label", replace("结转", "接转"), "altered-row-label"),
    ("one figure more", replace("| 0 |", "| 0 | 0 |"), "wrong-cell-count"),
]


@pytest.mark.parametrize(("what", "edit", "rule"), FAULTS, ids=[it[0] for it in FAULTS])
@pytest.mark.parametrize(("edition", "year"), [("2019", 2020), ("2021", 2023)])
def test_one_fault_in_a_row(
    what: str, edit: Callable[[str], str], rule: str, edition: str, year: int
) -> None:
    text = change(report_lines(FORMS[edition], year), ROW, edit)
    at = next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(ROW[:4]))
    assert spoken(text) == [f"{rule} {at}"], what


def test_tables_of_another_year() -> None:
    """One finding for all tables; no label, no missing row, no sum of theirs is spoken of."""
    text = "\n".join(report_lines(FORMS["2021"], 2023, tables=FORMS["2019"]))
    (found,) = lint(text)
    assert found.rule == "outdated-form"
    assert text[slice(*found.span)] == "本年新制作数量"
    assert "表二、表三" in found.message.zh
    assert FORMS["2021"].notice in found.message.zh


def test_newer_tables_in_an_older_report() -> None:
    (found,) = lint("\n".join(report_lines(FORMS["2019"], 2020, tables=FORMS["2021"])))
    assert found.rule == "outdated-form"


def test_one_table_of_another_year() -> None:
    """A table of 23 rows in a later report: its single row (六) is the first foreign word."""
    lines = report_lines(FORMS["2021"], 2023)
    old = next(form for form in FORMS["2019"].tables if form.key == "applications")
    new = next(form for form in FORMS["2021"].tables if form.key == "applications")
    text = "\n".join(lines).replace("\n".join(table_lines(new)), "\n".join(table_lines(old)))
    (found,) = lint(text)
    assert found.rule == "outdated-form"
    assert text[slice(*found.span)] == "(六)其他处理"


def test_old_heads_over_new_rows() -> None:
    lines = report_lines(FORMS["2021"], 2021)
    text = change(
        lines,
        "信息内容 | 本年制发件数",
        lambda _: "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |",
    ).replace("行政规范性文件 |", "规范性文件 |")
    (found,) = lint(text)
    assert found.rule == "outdated-form"
    assert text[slice(*found.span)] == "本年新制作数量"


def test_old_label_alone() -> None:
    text = change(
        report_lines(FORMS["2021"], 2022), "行政规范性文件", replace("行政规范性", "规范性")
    )
    assert [it.split()[0] for it in spoken(text)] == ["altered-row-label"]


def test_group_row_with_figures() -> None:
    """The group's own row is spoken of; the group's rows are there, so the form is not an old one."""
    lines = report_lines(FORMS["2021"], 2023)
    at = next(at for at, line in enumerate(lines) if line.startswith("(六)其他处理"))
    lines[at : at + 1] = [
        "(六)其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||",
        lines[at].split(" | ", 1)[1],
    ]
    assert [it.split()[0] for it in spoken("\n".join(lines))] == ["filled-group-row"]


def test_no_table_at_all() -> None:
    lines = report_lines(FORMS["2021"], 2023)
    words_only = [line for line in lines if "|" not in line]
    (found,) = lint("\n".join(words_only))
    assert found.rule == "missing-table"
    assert len(found.finding.related) == 2
    assert found.finding.maybe_extraction


def test_one_table_missing() -> None:
    form = next(form for form in FORMS["2021"].tables if form.key == "litigation")
    text = "\n".join(report_lines(FORMS["2021"], 2023)).replace(
        "\n".join(table_lines(form)), "本年度没有发生行政复议、行政诉讼。"
    )
    (found,) = lint(text)
    assert (found.rule, text[slice(*found.span)]) == (
        "missing-table",
        "政府信息公开行政复议、行政诉讼情况",
    )


def test_a_piece_lacks_nothing() -> None:
    """A section pasted alone is no report without tables."""
    assert spoken("三、收到和处理政府信息公开申请情况\n2023年收到申请2件。") == []


def test_all_figures_lost() -> None:
    """A line for each cell and repeated ones removed: one finding for each table, none for its rows."""
    cells: dict[str, None] = {}
    for line in report_lines(FORMS["2021"], 2023):
        cells |= dict.fromkeys(cell.strip() for cell in line.split("|") if cell.strip() != "0")
    text = "\n".join(cell for cell in cells if cell)
    found = [it for it in lint(text) if it.rule != "missing-row"]
    assert [it.rule for it in found] == ["blank-cell"] * 3
    assert all(it.finding.maybe_extraction for it in found)


def test_blanks_are_told_once() -> None:
    """Many rows with blanks: one finding, with the count and a few places."""
    lines = report_lines(FORMS["2021"], 2023)
    text = "\n".join(
        line.replace("| 0 | 0 | 0 | ||", "| |||||") if line[1:2] == "." else line for line in lines
    )
    (found,) = lint(text)
    assert found.rule == "blank-cell"
    assert "45个空白单元格" in found.message.zh
    assert len(found.finding.related) == 5


def test_habit_of_blanks_where_nothing_counts_them() -> None:
    """A layout without a closing run loses blanks; three short rows are blanks, one may be a slip."""
    lines = [line.rstrip("| ") for line in report_lines(FORMS["2021"], 2023)]
    short = [line[:-4] if line[1:2] == "." else line for line in lines]
    assert [it.split()[0] for it in spoken("\n".join(short))] == ["blank-cell"]
    text = change(lines, "8.属于", lambda line: line[:-4])
    assert [it.split()[0] for it in spoken(text)] in (["wrong-cell-count"], ["blank-cell"])


def test_many_altered_labels() -> None:
    text = "\n".join(report_lines(FORMS["2021"], 2023)).replace("属于", "属干")
    (found,) = lint(text)
    assert found.rule == "altered-row-label"
    assert found.finding.fix
    assert len(found.finding.fix.edits) == 5
    assert "5行" in found.message.zh


def test_two_copies() -> None:
    lines = report_lines(FORMS["2021"], 2023)
    form = next(form for form in FORMS["2021"].tables if form.key == "active")
    same = [*lines, "附:主动公开政府信息情况", *table_lines(form)]
    assert spoken("\n".join(same)) == []
    other = "\n".join([*same[:-1], same[-1].replace("0", "3")])
    assert [it.split()[0] for it in spoken(other)] == ["conflicting-tables"]


def test_a_copy_right_after_its_table() -> None:
    """Rows that come again in the same order are a copy of the table, not repeated rows of it."""
    lines = report_lines(FORMS["2021"], 2023)
    for form in FORMS["2021"].tables:
        copy = table_lines(form)
        at = lines.index(copy[0]) + len(copy)
        for between in ([], [""], ["续上表"]):
            text = "\n".join([*lines[:at], *between, *copy, *lines[at:]])
            assert spoken(text) == []
        if form.key == "active":
            text = "\n".join([*lines[:at], *copy[:-1], copy[-1].replace("0", "3"), *lines[at:]])
            assert [it.split()[0] for it in spoken(text)] == ["conflicting-tables"]


def test_a_figure_below_zero() -> None:
    """It is told in a table that has nothing else wrong, and by one rule where a sum shows it too."""
    lines = report_lines(FORMS["2021"], 2023)
    below = change(lines, "行政处罚", replace("| 0 |", "| -8 |"))
    assert [it.split()[0] for it in spoken(below)] == ["negative-count"]
    summed = change(lines, "2.重复申请", replace("| 0 |", "| -6 |"))
    assert [it.split()[0] for it in spoken(summed)] == ["negative-count"]
    assert "应为0" in lint(summed)[0].message.zh


def test_a_menu_is_no_table() -> None:
    """Words of a site's menu that happen to be labels make neither a table nor an outdated one."""
    lines = ["规章", "行政规范性文件", *report_lines(FORMS["2019"], 2020)]
    assert spoken("\n".join(lines)) == []


def grid(rows: list[str]) -> str:
    names = [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "四、结转下年度继续办理",
    ]
    lines = [f"| {name} | {row} |" for name, row in zip(names, rows, strict=True)]
    return "\n".join(["三、收到和处理政府信息公开申请情况", *lines])


RESTORED = [
    # the relation of the row gives the blank
    (["8 |  | 0 | 0 | 0 | 0 | 8", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 | 0 | 0 | 0 | 0 | 0 | 0"], ["0"]),
    (
        ["8 |  | 0 | 0 | 0 | 0 | 11", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 | 0 | 0 | 0 | 0 | 0 | 0"],
        ["3"],
    ),
    # blank totals are sums, not zeros
    (
        ["8 | 1 | 0 |  | 0 | 0 | 9", "2 | 0 | 0 | 0 | 0 | 1 | ", "0 | 0 | 0 | 0 | 0 | 0 | 0"],
        ["0", "3"],
    ),
    # several blanks of a row that is whole without them
    (
        ["8 |  |  | 0 |  | 0 | 8", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 | 0 | 0 | 0 | 0 | 0 | 0"],
        ["0"] * 3,
    ),
    # nobody can tell where the missing 3 are
    (["8 |  |  | 0 |  | 0 | 11", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 | 0 | 0 | 0 | 0 | 0 | 0"], []),
    # a figure below zero is none
    (["8 |  | 0 | 0 | 0 | 0 | 7", "0 | 0 | 0 | 0 | 0 | 0 | 0", "0 | 0 | 0 | 0 | 0 | 0 | 0"], []),
]


@pytest.mark.parametrize(("rows", "expected"), RESTORED)
def test_what_the_relations_give(rows: list[str], expected: list[str]) -> None:
    """A blank is suggested a figure only where the relations leave no other."""
    text = grid(rows)
    found = [it for it in lint(text) if it.rule == "blank-cell"]
    assert len(found) == 1
    fix = found[0].finding.fix
    assert [edit.content for edit in fix.edits] == expected if fix else expected == []
    if fix:
        assert fix.applicability is Applicability.SUGGESTION
        for edit in reversed(fix.edits):
            text = text[: edit.span.start] + edit.content + text[edit.span.end :]
        assert spoken(text) == []


def test_nothing_is_restored_without_a_relation() -> None:
    text = "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t\t0\n行政规范性文件\t1\t0\t2"
    (found,) = (it for it in lint(text) if it.rule == "blank-cell")
    assert found.finding.fix is None
    table = read(Source(text), SETTINGS).tables[0]
    assert restored(table) == {}


GLUED = [
    ("0000000", []),
    ("120000012", []),  # 12 0 0 0 0 0 12
    ("1000001", []),
    ("00000000", ["wrong-cell-count"]),  # no figure begins with 0
    ("120000013", ["wrong-cell-count"]),  # no cut adds up
]


@pytest.mark.parametrize(("digits", "expected"), GLUED)
def test_digits_that_run_together(digits: str, expected: list[str]) -> None:
    text = (
        f"三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量{digits}\n"
        "二、上年结转政府信息公开申请数量0000000\n四、结转下年度继续办理0000000"
    )
    assert [it.rule for it in lint(text)] == expected


SAME = [
    ("1.重复申请", "1.重复申请", True),
    ("1、重复申请", "1.重复申请", True),
    ("\uff11\uff0e 重复 申请", "1.重复申请", True),
    ("行政许可(指2023年办件量)", "行政许可", True),
    ("(二)部分公开", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", True),
    ("3.危及「三安全一稳定」", "3.危及“三安全一稳定”", True),
    ("2.重复申请", "1.重复申请", False),
    ("重复申请", "1.重复申请", False),
    ("1.重复申请件", "1.重复申请", False),
    ("规范性文件", "行政规范性文件", False),
]


@pytest.mark.parametrize(("printed", "official", "same"), SAME)
def test_same_words(printed: str, official: str, same: bool) -> None:  # noqa: FBT001
    assert same_words(printed, official) is same


def test_a_label_is_written_as_wide_as_it_was() -> None:
    assert as_printed("(六)其他处理", "\uff08六\uff09其它处理") == "\uff08六\uff09其他处理"
    assert as_printed("(六)其他处理", "(六)其它处理") == "(六)其他处理"
    assert as_printed("行政许可", "行政许可证(指办件量)") == "行政许可(指办件量)"
    assert without_remark("行政许可证(指办件量)") == "行政许可证"


def test_the_data_name_rows_and_columns_that_exist() -> None:
    data = words("tables")
    tables = [table for edition in FORMS.values() for table in edition.tables]
    rows = {row.key for table in tables for row in table.rows}
    columns = {column.key for table in tables for column in table.columns}
    assert set(data["regulations"]["rows"]) <= rows
    for group in ("documents", "publication", "items"):
        assert set(data[group].values()) <= columns
    cells = {f"{row.key}@{it.key}" for table in tables for row in table.rows for it in row.columns}
    assert set(data["disputes"]["requests"]) <= cells


def test_the_data_of_units_and_signs() -> None:
    data = words("tables")
    units = list(data["units"].items())
    assert units == sorted(units, key=lambda it: -it[1]), (
        "the greater unit holds the smaller's word"
    )
    signs = list(data["signs"])
    for at, word in enumerate(signs):
        assert not any(word.startswith(earlier) for earlier in signs[:at])
    assert set(data["signs"].values()) == {"+", "-"}
    amounts = [
        c for e in FORMS.values() for t in e.tables for c in t.columns if c.kind is Kind.AMOUNT
    ]
    assert amounts
    assert Decimal(units[-1][1]) == 1


OWN = [
    ["事项 | 2023年 | 2022年 | 增减 |", "行政许可 | 112 | 103 | +9 |", "行政处罚 | 5 | 7 | -2 |"],
    ["答复类型 | 件数 |", "（一）予以公开 | 59 |", "（二）部分公开 | 14 |", "（三）不予公开 | 17 |",
     "（四）无法提供 | 63 |", "（五）不予处理 | 21 |", "（六）其他处理 | 8 |", "（七）总计 | 182 |"],
    ["类别 | 自然人 | 法人 |", "一、本年新收政府信息公开申请数量 | 152 | 27 |"],
    ["2023年行政执法情况:", "行政许可 128453件", "行政处罚 9217件", "行政强制 356件"],
]  # fmt: skip


@pytest.mark.parametrize("own", OWN)
def test_a_table_of_the_offices_own_is_none_of_the_form(own: list[str]) -> None:
    lines = report_lines(FORMS["2021"], 2023)
    for title in ("一、总体情况", "六、其他需要报告的事项"):
        at = lines.index(title) + 2
        assert spoken("\n".join([*lines[:at], *own, *lines[at:]])) == []


def test_a_table_in_a_section_that_has_none_is_read_by_its_heads() -> None:
    lines = [it for it in report_lines(FORMS["2021"], 2023) if not it.startswith("二、主动")]
    text = change(lines, "行政处罚", replace("| 0 |", "| -8 |"))
    assert [it.split()[0] for it in spoken(text)] == ["negative-count"]


def test_table_four_without_its_heads() -> None:
    """A row of as many figures as the table's one row has, in its section, is that row."""
    lines = report_lines(FORMS["2021"], 2023)
    heads = HEADS["litigation"]
    kept = [line for line in lines if line not in heads]
    assert len(kept) == len(lines) - len(heads)
    assert [it.split()[0] for it in spoken("\n".join(kept))] == ["altered-column-label"]
    table = read(Source("\n".join(kept)), SETTINGS).table("litigation")
    assert table
    assert {cell.value for cell in table.cells.values()} == {0}
