"""The statistics table of 2014 to 2018, free form before it, and editions that users add."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from defects import statistics
from defects.judge import clean_findings, judge, misread
from defects.layouts import LAYOUTS, Layout
from defects.results import SINGLE
from disclosure_lint.__main__ import main
from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.config.file import from_file, resolve
from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.edition import EditionError, load_editions
from disclosure_lint.engine import lint, read
from disclosure_lint.extract import record
from disclosure_lint.relation import judge as judge_relations
from disclosure_lint.report import Report
from disclosure_lint.source import Source
from disclosure_lint.table import BoundTable, Match, Outcome
from disclosure_lint.text import fold

BLANK = (Path(__file__).parent.parent / "fixtures/statistics/form.txt").read_text("utf-8")
EDITIONS = {edition.id: edition for edition in load_editions()}
(FORM,) = EDITIONS["2014"].tables
COUNT = "count"


def found(text: str, settings: Settings | None = None) -> list[Diagnostic]:
    """What is said, the notes left out that the half-width marks of every text here would get."""
    diagnostics = lint(Source(text), settings or Settings()).diagnostics
    return [it for it in diagnostics if it.rule != "width-folded"]


def said(text: str) -> list[tuple[str, str]]:
    source = Source(text)
    return [(it.rule, source.slice(it.span)) for it in found(text)]


def statistics_of(report: Report) -> BoundTable:
    (table,) = report.tables
    assert table.form is FORM
    return table


def filled(**figures: int | str) -> str:
    """Return the blank form with figures by row key, `__` for the dot in it."""
    text = BLANK
    for key, figure in figures.items():
        row = FORM.row(key.replace("__", "."))
        place = FORM.rows.index(row)
        lines = [line for line in text.split("\n") if line.endswith(" |") and "——" not in line][1:]
        line = lines[place]
        assert line.startswith(row.name)
        at = -1
        for _ in range(lines[: place + 1].count(line)):
            at = text.index(f"\n{line}\n", at + 1)
        text = text[:at] + "\n" + line[:-3] + f"{figure} |" + text[at + len(line) + 1 :]
    return text


# --- which edition is asked for --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "edition"),
    [
        (2004, "2008"),
        (2008, "2008"),
        (2013, "2008"),
        (2014, "2014"),
        (2018, "2014"),
        (2019, "2019"),
        (2020, "2019"),
        (2021, "2021"),
        (2025, "2021"),
    ],
)
def test_the_year_asks_for_the_form(year: int, edition: str) -> None:
    report = read(Source(f"云溪镇{year}年政府信息公开工作年度报告\n一、概述\n{year}年开展工作。\n"))
    assert report.expected is EDITIONS[edition]
    assert report.edition is EDITIONS[edition]
    assert report.tables == ()


# --- the data --------------------------------------------------------------------------------------


def test_the_size_of_the_form() -> None:
    assert (len(FORM.rows), len(FORM.columns), len(FORM.blocks)) == (58, 1, 1)
    assert len(FORM.subsets) == 3
    assert [(it.one[0], it.other[0]) for it in FORM.pairs] == [("closed", "answered")]
    assert FORM.local_rows == ()


def test_the_sums_are_those_the_form_tells() -> None:
    """Each sum is over the rows under its label, that of the refusals over the reasons for them."""
    sums = {it.right[0][0]: [row for row, _ in it.left] for it in FORM.relations}
    assert set(sums) == {
        "received",
        "closed",
        "answered",
        "answered.refused",
        "reconsiderations",
        "suits",
        "staff",
    }
    for total, parts in sums.items():
        path = FORM.row(total).label
        under = [row.key for row in FORM.rows if row.label[:-1] == path]
        assert parts == under, total
    assert {column for it in FORM.relations for _, column in it.left + it.right} == {COUNT}


def test_parts_stand_under_their_wholes() -> None:
    keys = [row.key for row in FORM.rows]
    for subset in FORM.subsets:
        part, whole = subset.part[0], subset.whole[0]
        assert keys.index(part) == keys.index(whole) + 1
        assert FORM.row(part).name.startswith("其中")


def test_an_edition_may_build_on_another() -> None:
    older, newer = (EDITIONS[key].sections for key in ("2008", "2014"))
    assert [it.key for it in newer[: len(older)]] == [it.key for it in older]
    assert not any(it.tables for it in older)
    assert [it.key for it in newer if it.tables] == ["statistics"]
    assert all(not it.number for it in (*older, *newer))
    assert not EDITIONS["2014"].fixed
    grades = {it.rule: it.severity for it in EDITIONS["2014"].regrades}
    assert grades["missing-section"] is Severity.WARNING
    assert grades["missing-table"] is None
    assert {it.rule: it.severity for it in EDITIONS["2008"].regrades}["missing-section"] is None


# --- the blank form --------------------------------------------------------------------------------


def test_the_blank_form_binds_whole() -> None:
    report = read(Source(BLANK))
    table = statistics_of(report)
    assert report.edition is report.expected is EDITIONS["2014"]
    assert [row.form for row in table.rows] == list(FORM.rows)
    assert {row.match for row in table.rows} == {Match.EXACT}
    assert [cell.value for cell in table.cells.values()] == [0] * len(FORM.rows)
    assert [tuple(map(fold, row.path)) for row in table.rows] == [
        tuple(map(fold, row.label)) for row in FORM.rows
    ]
    assert (table.gaps, table.verdicts) == ((), ())
    assert {it.outcome for it in judge_relations(table)} == {Outcome.HOLDS}
    assert [head.label for head in table.heads] == ["统计数"]
    assert found(BLANK) == []


def test_figures_are_read_where_they_stand() -> None:
    text = filled(received=7, received__network=7, suits__corrected=2, suits=2, funds="2.5")
    table = statistics_of(read(Source(text)))
    values = {row: cell.value for (row, _), cell in table.cells.items() if cell.value}
    assert values == {
        "received": 7,
        "received.network": 7,
        "suits.corrected": 2,
        "suits": 2,
        "funds": Decimal("2.5"),
    }
    assert table.cells["reconsiderations.corrected", COUNT].value == 0
    where = table.where(table.cells["suits.corrected", COUNT])
    assert where.row == ("五、行政诉讼数量", "(二)被依法纠错数")
    assert where.column == ("统计数",)


# --- the table as people print it ------------------------------------------------------------------

ROWS = (("(一)收到申请数", "件", 12), ("1.当面申请数", "件", 2), ("2.传真申请数", "件", 0))
ROWS += (("3.网络申请数", "件", 9), ("4.信函申请数", "件", 1), ("(二)申请办结数", "件", 12))
HEAD = "临川市水务局2016年政府信息公开年度报告\n附件:政府信息公开情况统计表\n"


def printed(head: str, row: str, *, between: str = "\n") -> str:
    lines = [
        row.format(at=at, label=label, unit=unit, value=value, more=value + 100)
        for at, (label, unit, value) in enumerate(ROWS, 2)
    ]
    group = row.format(at=1, label="三、依申请公开情况", unit="——", value="", more="")
    return HEAD + between.join(filter(None, (head, group, *lines))) + "\n"


SHAPES = {
    "pipes": ("统计指标 | 单位 | 统计数 |", "{label} | {unit} | {value} |"),
    "numbered": ("序号 | 统 计 指 标 | 单位 | 统计数 |", "{at} | {label} | {unit} | {value} |"),
    "two columns": ("统计指标 | 统计数 |", "{label} | {value} |"),
    "no head": ("", "{label} | {unit} | {value} |"),
    "leading pipe": ("| 统计指标 | 单位 | 统计数 |", "| {label} | {unit} | {value} |"),
    "markdown": ("| 统计指标 | 单位 | 统计数 |\n|---|---|---|", "| {label} | {unit} | {value} |"),
    "a rule without bars around it": (
        "统计指标 | 单位 | 统计数 |\n---|---|---|",
        "{label} | {unit} | {value} |",
    ),
    "tabs": ("统计指标\t单位\t统计数", "{label}\t{unit}\t{value}"),
    "tabs, no units": ("统计指标\t统计数", "{label}\t{value}"),
    "a line for each cell": ("统计指标\n单位\n统计数", "{label}\n{unit}\n{value}"),
    "numbered lines": ("序号\n统计指标\n单位\n统计数", "{at}\n{label}\n{unit}\n{value}"),
    "cells with their bars": ("统计指标 |\n单位 |\n统计数 |", "{label} |\n{unit} |\n{value} |"),
    "text of a PDF": ("统计指标 单位 统计数", "{label} {unit} {value}"),
    "numbered text of a PDF": ("序号 统计指标 单位 统计数", "{at} {label} {unit} {value}"),
    "coded, with the sum of many years": (
        "指 标 名 称 | 计量 单位 | 代码 | 本期实际 | 本年累计 |",
        "{label} | {unit} | 0{at} | {value} | {more} |",
    ),
    "coded text of a PDF": ("统计指标 单位 代码 统计数", "{label} {unit} 0{at} {value}"),
    "coded cells with their bars": (
        "统计指标 |\n代码 |\n统计数 |",
        "{label} |\n0{at} |\n{value} |",
    ),
    "all years after this one, on lines": (
        "统计指标\n单位\n统计数\n历年累计",
        "{label}\n{unit}\n{value}\n{more}",
    ),
    "code after the label": (
        "统计指标 | 代码 | 单位 | 统计数 |",
        "{label} | 0{at} | {unit} | {value} |",
    ),
    "this year beside all years": (
        "统计指标 | 单位 | 2016年度 | 历年累计 |",
        "{label} | {unit} | {value} | {more} |",
    ),
}


@pytest.mark.parametrize(("head", "row"), SHAPES.values(), ids=SHAPES)
def test_the_figures_in_every_shape(head: str, row: str) -> None:
    report = read(Source(printed(head, row)))
    table = statistics_of(report)
    got = [(row.label, cell.value) for row in table.rows if row.form for cell in row.cells]
    assert got == [(label, value) for label, _, value in ROWS]
    assert report.document.sections == ()
    wrong = printed(head, row).replace("9", "8")
    assert [it.rule for it in found(wrong) if it.group == "arithmetic"] == ["unbalanced-total"]


def figures_of(body: str) -> dict[str, object]:
    table = statistics_of(read(Source(HEAD + body)))
    return {row: cell.value for (row, _), cell in table.cells.items() if row.startswith("received")}


def test_a_figure_that_is_the_next_number_by_chance() -> None:
    """Only a table that begins with a 1 numbers its rows."""
    rows = (
        ("三、依申请公开情况", ""),
        ("(一)收到申请数", "3"),
        ("1.当面申请数", "3"),
        ("2.传真申请数", "0"),
    )
    coded = "".join(
        f"{label} |\n{at:02} |\n" + f"{value} |\n" * bool(value)
        for at, (label, value) in enumerate(rows, 1)
    )
    numbered = "".join(
        f"{at}\n{label}\n" + f"{value}\n" * bool(value) for at, (label, value) in enumerate(rows, 1)
    )
    expected = {"received": 3, "received.in_person": 3, "received.fax": 0}
    for text in (f"统计指标 |\n代码 |\n统计数 |\n{coded}", f"序号\n统计指标\n统计数\n{numbered}"):
        got = figures_of(text)
        assert {key: got[key] for key in expected} == expected


def test_a_code_or_a_sum_is_not_read_for_a_figure_that_is_missing() -> None:
    for head, code in (("代码 | 统计数", True), ("统计数 | 历年累计", False)):
        lines = [f"统计指标 | {head} |"]
        for at, (label, _, value) in enumerate(ROWS, 2):
            pair = (f"0{at}", value) if code else (value, value + 100)
            lines.append(f"{label} | {pair[0]} | {pair[1]} |")
        lines[2] = lines[2].rpartition(" | ")[0] + " | |"
        got = figures_of("\n".join(lines) + "\n")
        assert (got["received"], got["received.in_person"]) == (12, None)


def test_a_row_that_a_later_form_has_not_is_no_table_of_this_one() -> None:
    zeros = "0000000"
    text = (
        "临川市水务局2020年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        f"一、本年新收政府信息公开申请数量{zeros}\n二、上年结转政府信息公开申请数量{zeros}\n"
        f"三、本年度办理结果(一)予以公开{zeros}\n(三)不予公开1.属于国家秘密{zeros}\n"
        f"8.属于行政查询事项{zeros}\n9.涉及个人隐私{zeros}\n(七)总计{zeros}\n四、结转下年度继续办理{zeros}\n"
    )
    report = read(Source(text))
    assert [table.form.key for table in report.tables] == ["applications"]
    unknown = [row.label for row in report.tables[0].rows if row.form is None]
    assert unknown == ["9.涉及个人隐私"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_clean_report_is_read_whole_and_blamed_for_nothing(layout: Layout) -> None:
    for number in range(50, 54):
        case = statistics.make_case(number, layout)
        assert misread(case) == [], case.name
        assert [(it.rule, it.message.zh) for it in clean_findings(case)] == [], case.name


@pytest.mark.parametrize("kind", statistics.KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_fault_is_found_where_it_is(kind: statistics.Kind, layout: Layout) -> None:
    case = statistics.make_case(60, layout, kind)
    verdict = judge(case)
    assert verdict.found
    assert verdict.named
    assert verdict.mended or kind.name not in SINGLE
    assert verdict.listed or kind.exact
    assert not verdict.off_target


def test_labels_without_their_remarks_and_with_numbers_are_known() -> None:
    text = HEAD + (
        "统计指标 | 单位 | 统计数 |\n"
        "(一)主动公开政府信息数 | 条 | 5 |\n"
        "4.不同意公开答复数 | 件 | 3 |\n"
        "其中:1.涉及国家秘密 | 件 | 1 |\n"
        "2.涉及商业秘密 | 件 | 2 |\n"
        "(四)政府信息公开专项经费 | 万元 | 1.5 |\n"
    )
    table = statistics_of(read(Source(text)))
    assert [row.form.key for row in table.rows if row.form] == [
        "published",
        "answered.refused",
        "refused.state_secret",
        "refused.trade_secret",
        "funds",
    ]


def test_a_heading_with_the_words_of_a_group_stays_a_heading() -> None:
    text = BLANK.replace("六、政府", "六、回应解读情况\n回应2次。\n七、政府")
    titles = [it.title for it in read(Source(text)).document.sections]
    assert titles[5] == "回应解读情况"
    assert len(titles) == 7


# --- the relations ---------------------------------------------------------------------------------

PARTS = {"received__network": 4, "received__letter": 1}


def test_a_sum_that_fails_is_shown_at_the_total() -> None:
    (one,) = found(filled(received=6, **PARTS).replace("未收到政府", "依法办理政府"))
    assert one.rule == "unbalanced-total"
    assert "“(一)收到申请数”行" in one.message.zh
    assert "3.网络申请数4+4.信函申请数1=5,(一)收到申请数填6,多1" in one.message.zh
    assert one.finding.where
    assert one.finding.where.row[-1] == "(一)收到申请数"
    first = one.finding.suspects[0]
    assert (first.value, first.expected) == ("6", "5")


def test_a_figure_in_two_sums_is_told() -> None:
    """4.不同意公开答复数 is a sum and a part of one: when it alone is wrong both are broken."""
    right = {
        "closed": 5,
        "closed__in_time": 5,
        "answered": 5,
        "answered__granted": 2,
        "answered__refused": 3,
        "refused__privacy": 3,
    }
    assert found(filled(**right)) == []
    (one,) = found(filled(**right | {"answered__refused": 4}))
    assert one.rule == "wrong-figure"
    assert [(it.value, it.expected) for it in one.finding.suspects] == [("4", "3")]


def test_reasons_that_are_not_printed_say_nothing() -> None:
    text = "\n".join(
        line
        for line in filled(answered=5, answered__refused=5, closed=5, closed__in_time=5).split("\n")
        if not re.match(r"其中:涉及|涉及|危及|不是《条例》|法律法规", line)
    )
    assert found(text) == []
    outcomes = {
        it.relation.key: it.outcome for it in judge_relations(statistics_of(read(Source(text))))
    }
    assert outcomes["refused"] is Outcome.UNKNOWN
    assert outcomes["answered"] is Outcome.HOLDS


@pytest.mark.parametrize(
    ("part", "whole", "label"),
    [
        ("published__normative", "published", "其中:主动公开规范性文件数"),
        (
            "response__press_conference__head",
            "response__press_conference",
            "其中:主要负责同志参加新闻发布会次数",
        ),
        (
            "response__interview__head",
            "response__interview",
            "其中:主要负责同志参加政府网站在线访谈次数",
        ),
    ],
)
def test_a_part_is_not_more_than_the_whole(part: str, whole: str, label: str) -> None:
    assert found(filled(**{part: 3, whole: 3})) == []
    (one,) = found(filled(**{part: 5, whole: 3}))
    assert (one.rule, one.severity) == ("subset-exceeds-whole", Severity.ERROR)
    assert f"“{label}”5大于" in one.message.zh
    assert "多2" in one.message.zh


def test_closed_and_answered_usually_agree() -> None:
    (one,) = found(filled(closed=6, closed__in_time=6, answered=5, answered__granted=5))
    assert (one.rule, one.severity) == ("answered-differs-from-closed", Severity.WARNING)
    # Where one of the two contradicts its own parts, that is the fault.
    broken = found(filled(closed=6, closed__in_time=5, answered=5, answered__granted=5))
    assert [it.rule for it in broken] == ["unbalanced-total"]


def test_received_and_closed_may_differ() -> None:
    text = filled(
        received=6, received__fax=6, closed=5, closed__in_time=5, answered=5, answered__granted=5
    )
    assert found(text.replace("未收到政府信息公开申请", "收到政府信息公开申请6件")) == []


# --- topics instead of headings --------------------------------------------------------------------


def test_a_topic_may_be_dealt_with_anywhere() -> None:
    text = (
        "云溪镇2017年政府信息公开年度报告\n本报告统计期限自2017年1月1日起至2017年12月31日止。\n"
        "一、全年工作\n2017年主动公开政府信息61条,未收到申请公开的要求,未收取费用,没有发生复议和诉讼。\n"
        "二、明年打算\n针对更新不及时的问题,增加培训次数。\n"
    )
    assert said(text) == []
    assert [it[0] for it in said(text.replace("未收取费用,", ""))] == ["missing-section"]
    (one,) = found(text.replace("未收取费用,没有发生复议和诉讼", "工作正常"))
    assert one.severity is Severity.WARNING
    assert "“政府信息公开的收费及减免情况”、“因政府信息公开申请行政复议" in one.message.zh
    assert "原条例第三十二条" in one.message.zh


def test_before_2014_nothing_is_asked_for() -> None:
    text = (
        "云溪镇2010年政府信息公开年度报告\n本报告统计期限自2010年1月1日起至2010年12月31日止。\n"
        "一、概述\n2010年主动公开信息61条。\n三、附表\n指标名称 | 单位 | 2010年度 | 历年累计 |\n"
        "主动公开信息数 | 条 | 61 | 90 |\n"
    )
    assert [it[0] for it in said(text)] == ["broken-enumeration"]
    assert read(Source(text)).tables == ()


def test_nested_topics_are_known_for_a_report() -> None:
    """No title, two headings of its own, the six topics as clauses: a report all the same."""
    text = (
        "现公布云溪县民政局2018年度报告。期限自2018年1月1日起至2018年12月31日止。\n一、2018年情况\n"
        "(一)主动公开政府信息的情况\n2018年公开信息106条。\n"
        "(二)依申请公开政府信息和不予公开政府信息的情况\n2018年未收到申请。\n"
        "(三)政府信息公开的收费及减免情况\n2018年未发生。\n二、2018年打算\n按要点逐项落实,改进不足,未发生复议。\n"
    )
    report = read(Source(text))
    assert report.recognized
    assert [it.title for it in report.document.sections] == ["2018年情况", "2018年打算"]
    assert said(text) == []


def test_the_year_before_a_title_is_no_part_of_it() -> None:
    text = "云溪县民政局2018年政府信息公开年度报告\n一、2018年政府信息公开工作要点落实情况\n2018年公开信息106条。\n"
    (bound,) = read(Source(text)).sections
    assert bound.form
    assert bound.form.key == "overview"


# --- tables of other years -------------------------------------------------------------------------


def test_an_older_table_in_a_newer_report_is_one_finding() -> None:
    text = filled(received=6, received__fax=5).replace("2017年", "2022年")
    rules = [it.rule for it in found(text) if it.group in {"table", "arithmetic"}]
    assert rules.count("outdated-form") == 1
    assert rules.count("unbalanced-total") == 1  # its figures are checked by its own relations
    assert set(rules) <= {"outdated-form", "unbalanced-total", "missing-table"}


# --- editions of the user's ------------------------------------------------------------------------

VARIANT = """
id = "某省2019"
variant_of = "2019"

[[section]]
key = "active"

[[section.table]]
key = "active"

[[section.table.block]]
caption = "第二十条第(一)项"
rows = [
  { key = "normative_document", label = ["规范性文件"], aliases = ["红头文件"] },
  { key = "other_published", local = false },
  { key = "minutes", label = ["会议纪要"] },
]
"""

TABLE_TWO = """临川市水务局2019年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
规范性文件 | 1 | 1 | 1 |
"""
LOCAL = TABLE_TWO + "其他主动公开文件 | 2 | 2 | 2 |\n会议纪要 | 3 | 3 | 3 |\n"


@pytest.fixture
def variant(tmp_path: Path) -> Settings:
    path = tmp_path / "variant.toml"
    path.write_text(VARIANT, "utf-8")
    return Settings(editions=(str(path),))


def test_a_variant_states_what_it_differs_in(variant: Settings) -> None:
    edition = load_editions(*variant.editions)[0]
    assert (edition.id, edition.first, edition.last) == ("某省2019", 2019, 2020)
    national = EDITIONS["2019"]
    (table, base) = (it.tables[0] for it in (edition, national))
    assert {row.key for row in table.rows} - {row.key for row in base.rows} == {
        "other_published",
        "minutes",
    }
    assert table.row("normative_document").aliases == ("行政规范性文件", "规范性档案", "红头文件")
    assert (len(table.relations), table.local_rows) == (len(base.relations), ())
    assert len(edition.regrades) == len(national.regrades)
    assert load_editions()[0].id != edition.id


def test_the_tables_say_whether_a_report_is_on_the_variant(variant: Settings) -> None:
    local, plain = (read(Source(text), variant) for text in (LOCAL, TABLE_TWO))
    assert local.expected
    assert local.expected.id == "某省2019"
    assert plain.expected
    assert plain.expected.id == "2019"
    rules = {it.rule for it in found(LOCAL, variant)}
    assert not rules & {"unknown-row", "outdated-form", "altered-row-label"}
    assert local.tables[0].cells["minutes", "made"].value == 3


# A province that prints remarks after the labels and asks for a row more.
PROVINCE = """
id = "某省2019"
variant_of = "2019"

[[section]]
key = "active"

[[section.table]]
key = "active"
columns = [
  { key = "items", label = "上一年项目数量(指上年末事项数)" },
  { key = "change", label = "本年增/减(减用负值表示,如-8)" },
]

[[section.table.block]]
caption = "第二十条第(一)项"
rows = [
  { key = "regulation", label = ["规章(设区的市人民政府应提供相关数据)"] },
  { key = "normative_document", label = ["规范性文件(行政机关制定发布的决定、公告、通知等)"] },
  { key = "document", label = ["本单位其他文件(含以本单位名义正式签发的文件)"], local = true },
]
"""
PRINTED = """临川市水务局2019年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章(设区的市人民政府应提供相关数据) | 0 | 0 | 0 |
规范性文件(行政机关制定发布的决定、公告、通知等) | 2 | 2 | 19 |
本单位其他文件(含以本单位名义正式签发的文件) | 186 | 86 | 255 |
第二十条第(五)项 | |||
信息内容 | 上一年项目数量(指上年末事项数) | 本年增/减(减用负值表示,如-8) | 处理决定数量(指本年办件量) |
行政许可 | 8 | -5 | 93 |
其他对外管理服务事项 | 117 | 0 | 165 |
第二十条第(六)项 | |||
信息内容 | 上一年项目数量(指上年末事项数) | 本年增/减(减用负值表示,如-8) | 处理决定数量(指本年办件量) |
行政处罚 | 90 | 0 | 22 |
行政强制 | 4 | 4 | 3 |
第二十条第(八)项 | |||
信息内容 | 上一年项目数量(指上年末事项数) | 本年增/减(减用负值表示,如-8) | |
行政事业性收费 | 0 | 0 | |
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额 | |
政府集中采购 | 31 | 1563.2万元 | |
"""


def test_labels_with_remarks_and_a_row_of_a_province(tmp_path: Path) -> None:
    """As the province prints it, and where an organ kept to the words of the national form."""
    path = tmp_path / "province.toml"
    path.write_text(PROVINCE, "utf-8")
    settings = Settings(editions=(str(path),))
    plain = "".join(line for line in PRINTED.splitlines(keepends=True) if "本单位" not in line)
    plain = re.sub(r"(规章|规范性文件|项目数量|增/减)\([^|]*\)", r"\1", plain, count=3)
    for text in (PRINTED, plain):
        report = read(Source(text), settings)
        assert [it.rule for it in found(text, settings) if it.group == "table"] == []
        assert report.tables[0].cells["licence", "change"].value == -5
        assert report.tables[0].cells["normative_document", "public_total"].value == 19
    assert read(Source(PRINTED), settings).tables[0].edition.id == "某省2019"
    assert read(Source(PRINTED), settings).tables[0].cells["document", "made"].value == 186
    without = [(it.rule, it.severity) for it in found(PRINTED) if it.group == "table"]
    assert without == [("unknown-row", Severity.WARNING)]


def test_extract_names_a_cell_as_printed_and_as_the_form_does() -> None:
    (table,) = record(read(Source(PRINTED)), "-")["tables"]
    cells = {(it["row_key"], it["column_key"]): it for it in table["cells"]}
    cell = cells["normative_document", "public_total"]
    assert cell["row"] == ["规范性文件(行政机关制定发布的决定、公告、通知等)"]
    assert (cell["form_row"], cell["form_column"]) == (["规范性文件"], ["对外公开总数量"])
    assert cells["licence", "items"]["column"] == ["上一年项目数量(指上年末事项数)"]
    assert cells["licence", "items"]["form_column"] == ["上一年项目数量"]
    assert not any(row == "other_published" for row, _ in cells)
    (local,) = record(read(Source(LOCAL)), "-")["tables"]
    added = [it["value"] for it in local["cells"] if it["row_key"] == "other_published"]
    assert added == [2, 2, 2]


def test_an_edition_does_not_know_the_words_that_it_changed(tmp_path: Path) -> None:
    """A variant does; a new edition of all must not take the old form for its own."""
    head = 'base = "2019"\nyears = { from = 2027 }\nnotice = "某号"'
    for name, text, known in (
        ("variant.toml", PROVINCE, True),
        ("new.toml", PROVINCE.replace('variant_of = "2019"', head), False),
    ):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        table = load_editions(str(path))[0].tables[0]
        assert ("规章" in table.row("regulation").aliases) is known


def test_without_the_variant_a_row_of_a_province_is_noted() -> None:
    rows = {it.message.zh[:12]: it.severity for it in found(LOCAL) if it.rule == "unknown-row"}
    assert rows == {
        "“其他主动公开文件”不是": Severity.INFO,
        "“会议纪要”不是统一格式": Severity.WARNING,
    }
    assert read(Source(LOCAL)).tables[0].cells["other_published", "made"].value == 2


def test_a_new_edition_takes_its_years(tmp_path: Path) -> None:
    path = tmp_path / "2027.toml"
    text = VARIANT.replace(
        'variant_of = "2019"', 'base = "2021"\nyears = { from = 2027 }\nnotice = "某号"'
    )
    path.write_text(text.replace("某省2019", "2027"), "utf-8")
    settings = Settings(editions=(str(path),))
    for year, edition in ((2026, "2021"), (2027, "2027"), (2030, "2027")):
        title = f"云溪镇{year}年政府信息公开工作年度报告\n"
        expected = read(Source(title), settings).expected
        assert expected
        assert expected.id == edition
    old = LOCAL.replace("2019年", "2028年")
    assert "outdated-form" in {it.rule for it in found(old, settings)}


def test_the_variant_may_be_forced(variant: Settings) -> None:
    forced = Settings(editions=variant.editions, edition="某省2019")
    report = read(Source(TABLE_TWO.replace("2019年", "2022年")), forced)
    assert report.expected
    assert report.expected.id == "某省2019"
    with pytest.raises(ConfigError, match="某省2020"):
        read(Source(TABLE_TWO), Settings(editions=variant.editions, edition="某省2020"))


WRONG_FILES = {
    "unknown base": ('variant_of = "2019"', 'variant_of = "2091"', "there is no edition '2091'"),
    "no id": ('id = "某省2019"', "", "KeyError('id')"),
    "a row twice": ('label = ["会议纪要"]', 'label = ["规章"]', "row label '规章' stands twice"),
    "no TOML": ("variant_of =", "variant_of", "not TOML"),
    "a row that is no table": (
        '{ key = "other_published", local = false }',
        '"规章"',
        "missing or wrong",
    ),
}


@pytest.mark.parametrize(("old", "new", "message"), WRONG_FILES.values(), ids=WRONG_FILES)
def test_errors_of_a_file_of_the_users(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    assert VARIANT.count(old) == 1
    path.write_text(VARIANT.replace(old, new), "utf-8")
    with pytest.raises(EditionError) as caught:
        load_editions(str(path))
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


def test_the_configuration_names_the_files(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms/mine.toml").write_text(VARIANT, "utf-8")
    config = tmp_path / "disclosure-lint.toml"
    config.write_text('editions = ["forms/mine.toml"]\nedition = "某省2019"\n', "utf-8")
    settings = resolve(from_file(config)).settings
    assert settings.editions == (str(tmp_path / "forms/mine.toml"),)
    report = read(Source(LOCAL), settings)
    assert report.expected
    assert report.expected.id == "某省2019"


def test_a_wrong_file_is_a_wrong_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(LOCAL, "utf-8")
    Path("disclosure-lint.toml").write_text('lang = "en"\neditions = ["gone.toml"]\n', "utf-8")
    assert main(["check", "report.txt"]) == 2
    said_there = capsys.readouterr().err
    assert "disclosure-lint.toml:2: " in said_there
    assert "gone.toml" in said_there
