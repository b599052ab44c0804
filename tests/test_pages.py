"""Pages as they come: an article in one cell, headings inside lines, the other script, several reports."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from disclosure_lint.__main__ import main
from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.engine import lint, read, read_all
from disclosure_lint.report import Report
from disclosure_lint.several import parts
from disclosure_lint.source import Source, Span
from disclosure_lint.text import fold
from disclosure_lint.words import words

REPORTS = Path(__file__).parent.parent / "fixtures/reports"
CLEAN = (REPORTS / "clean-2021.txt").read_text("utf-8")
OTHER = (REPORTS / "clean-2019.txt").read_text("utf-8")
SETTINGS = Settings(today=date(2026, 6, 1))
TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def found(text: str, settings: Settings = SETTINGS) -> tuple[Diagnostic, ...]:
    return lint(Source(text), settings).diagnostics


def rules(text: str) -> list[str]:
    return [it.rule for it in found(text)]


def titles(report: Report) -> list[str]:
    return [section.title for section in report.document.sections]


def figures(report: Report) -> list[dict[tuple[str, str], object]]:
    return [{key: cell.value for key, cell in table.cells.items()} for table in report.tables]


# --- one line for all, one cell for all ------------------------------------------------------------

ONE_LINE = (
    "云溪镇2016年政府信息公开年度报告\n"
    "青岩县云溪镇人民政府2016年政府信息公开年度报告 本报告统计期限自2016年1月1日起至2016年12月31日止。"
    " 一、概述 2016年以来,云溪镇落实各级部署,未收到公开申请,未收取费用。 二、政府信息主动公开情况"
    " (一)公开的内容: 主动公开信息25条。 (二)公开形式 1、公告栏 2、广播。 三、咨询处理情况"
    " 2016年未收到咨询。 四、行政复议、诉讼和申诉情况 2016年未发生。 五、明年打算 解决更新不及时的问题。 "
)


@pytest.mark.parametrize("end", ["", "|", "附表:云溪镇统计表 青岩县云溪镇人民政府 |"])
def test_a_whole_report_on_one_line(end: str) -> None:
    report = read(Source(ONE_LINE + end))
    assert [(it.number, it.title) for it in report.document.sections] == [
        ("一", "概述"),
        ("二", "政府信息主动公开情况"),
        ("三", "咨询处理情况"),
        ("四", "行政复议、诉讼和申诉情况"),
        ("五", "明年打算"),
    ]
    for section in report.document.sections:
        printed = report.source.slice(section.heading)
        assert printed == f"{section.number}、{section.title}"
    severities = {it.rule: it.severity for it in found(ONE_LINE + end)}
    assert set(severities) <= {"width-folded", "redundant-title-word", "altered-section-title"}
    assert set(severities.values()) <= {Severity.INFO}


def test_numbered_sentences_inside_a_paragraph_are_no_headings() -> None:
    measures = (
        "改进情况:一、加强领导。明确专人负责。二、加强培训。每季度一次。三、加强检查。按月通报。"
    )
    text = CLEAN.replace(
        "（一）存在的主要问题", f"存在更新不及时的问题。{measures}\n（一）存在的主要问题"
    )
    assert titles(read(Source(text))) == list(TITLES)


def test_a_series_with_a_gap_is_no_report() -> None:
    text = ONE_LINE.replace("三、咨询", "六、咨询")
    assert titles(read(Source(text))) == [
        "概述",
        "政府信息主动公开情况",
        "行政复议、诉讼和申诉情况",
    ]


def test_the_whole_article_in_one_cell_of_the_page() -> None:
    lines = CLEAN.rstrip("\n").split("\n")
    framed = "\n".join([lines[0] + " | " + "|" * 330, *lines[1:-1], lines[-1] + " |"]) + "\n"
    report = read(Source(framed))
    assert report.title == lines[0]
    assert report.layout == "mega-pipes"
    assert titles(report) == list(TITLES)
    assert figures(report) == figures(read(Source(CLEAN)))


def test_a_paragraph_that_ends_in_a_bar_is_a_paragraph() -> None:
    line = next(line for line in CLEAN.split("\n") if line.startswith("（一）主动公开情况"))
    text = CLEAN.replace(line, line * 2 + " |")
    (prose,) = [it for it in read(Source(text)).prose if it.text.startswith("（一）主动公开情况")]
    assert prose.text == line * 2


def test_headings_run_into_the_line_before() -> None:
    text = re.sub(r"\n(?=[一二三四五六]、(?:总体|政府|存在|其他))", "", CLEAN)
    assert text.count("\n") == CLEAN.count("\n") - 4
    report = read(Source(text))
    assert titles(report) == list(TITLES)
    assert figures(report) == figures(read(Source(CLEAN)))


def test_menu_and_breadcrumb_before_the_title() -> None:
    menu = "首页 政务公开 政务服务 互动交流\n当前位置: 首页>政务公开>政府信息公开年报\n分享到\n"
    report = read(Source(menu + CLEAN))
    assert report.title == CLEAN.split("\n", 1)[0]
    assert [it.key for it in report.metadata] == ["index_number", "form", "publisher", "created"]
    assert {it.rule for it in found(menu + CLEAN)} == {"page-furniture"}


# --- the other script ------------------------------------------------------------------------------

_AMBIGUOUS = set("征冲周采只制复折欠表台秋后托几干斗向准松签于")


def traditional(text: str) -> str:
    """Return a text as a mirror prints it, as far as each character has one form only."""
    pairs = words("characters")["scripts"]["pairs"].split()
    table = {pair[1]: pair[0] for pair in reversed(pairs) if pair[1] not in _AMBIGUOUS}
    return text.translate(str.maketrans(table))


@pytest.mark.parametrize("clean", [CLEAN, OTHER], ids=["2021", "2019"])
def test_a_traditional_report_reads_the_same(clean: str) -> None:
    mirrored = traditional(clean)
    changed = sum(one != other for one, other in zip(clean, mirrored, strict=True))
    assert changed > 250
    there, here = read(Source(mirrored), SETTINGS), read(Source(clean), SETTINGS)
    assert (there.year, there.edition) == (here.year, here.edition)
    assert [it.form for it in there.sections] == [it.form for it in here.sections]
    assert [it.key for it in there.metadata] == [it.key for it in here.metadata]
    assert figures(there) == figures(here)
    assert rules(mirrored) == ["mixed-script"]


FOLDED = {
    "收到和處理政府信息公開申請情況": "收到和处理政府信息公开申请情况",
    "四、政府信息公開行政複議、行政訴訟情況": "四、政府信息公开行政复议、行政诉讼情况",
    "3.補正后申請內容仍不明確": "3.补正后申请内容仍不明确",
    "3.補正後申請內容仍不明確": "3.补正后申请内容仍不明确",
    "1.屬於國家秘密": "1.属于国家秘密",
    "「三安全一穩定」": '"三安全一稳定"',
    "於潜镇": "於潜镇",  # beside simplified characters a name stays a name
    "乾县": "乾县",
    "本年新 製作數量": "本年新制作数量",
    "（一）予以公開": "(一)予以公开",
}


@pytest.mark.parametrize(("printed", "folded"), FOLDED.items())
def test_folding_of_scripts(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize("part", ["pairs", "alike"])
def test_the_pairs_are_of_two_scripts(part: str) -> None:
    pairs = words("characters")["scripts"][part].split()
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    printed = [pair[0] for pair in pairs]
    assert len(set(printed)) == len(printed)
    simplified = {pair[1] for pair in pairs}
    assert simplified.isdisjoint(printed)
    if part == "pairs":  # what GB 2312 holds is taken for simplified without a look
        assert [it for it in printed if it.encode("gb2312", "ignore")] == []


def test_words_of_a_mirror_and_remarks_inside_labels() -> None:
    """文件 turned into 檔案, remarks in brackets, a row that a province adds."""
    text = traditional(OTHER)
    text = text.replace("規範性文件 |", "規範性檔案（行政機關制定發布的決定、意見、通知等） |")
    text = text.replace(
        "第二十條第（五）項",
        "其他主動公開檔案（含以本單位名義簽發的） | 1 | 1 | 1 |\n第二十條第（五）項",
    )
    report = read(Source(text), SETTINGS)
    table = report.table("active")
    assert table
    assert table.cells["normative_document", "made"].state == "figure"
    assert table.cells["other_published", "made"].value == 1
    assert [(it.rule, it.severity) for it in found(text)] == [
        ("mixed-script", Severity.INFO),
        ("altered-row-label", Severity.INFO),
        ("unknown-row", Severity.INFO),
    ]


# --- several reports in one file -------------------------------------------------------------------

SECOND = CLEAN.replace("2023年", "2022年").replace("2024", "2023")


def moved(diagnostics: tuple[Diagnostic, ...], by: int) -> list[tuple[str, Span]]:
    return [(it.rule, Span(it.span.start + by, it.span.end + by)) for it in diagnostics]


def test_each_report_is_judged_for_itself() -> None:
    wrong = SECOND.replace("（七）总计 | 2 |", "（七）总计 | 3 |")
    other = OTHER.replace("2019年1月1日", "2018年1月1日")
    whole = wrong + other
    both = found(whole)
    assert [(it.rule, it.span) for it in both] == moved(found(wrong), 0) + moved(
        found(other), len(wrong)
    )
    assert {it.rule for it in both} >= {"wrong-figure", "wrong-period"}
    for one in both:
        for related in one.finding.related:
            assert whole[slice(*related.span)]
    (figure,) = [it for it in both if it.rule == "wrong-figure"]
    assert [whole[slice(*it.span)] for it in figure.finding.suspects] == ["3"]
    assert figure.finding.fix
    assert all(whole[slice(*edit.span)] == "3" for edit in figure.finding.fix.edits)
    assert len({it.fingerprint for it in both}) == len(both)


def test_the_parts_hold_the_whole_file() -> None:
    header = "索引号 | 1/2020-2 | 发布机构 | 澄湖县林业局 |\n"
    source = Source(CLEAN + "扫一扫在手机打开当前页面\n" + header + OTHER + SECOND)
    pieces = parts(source)
    assert "".join(piece.text for piece in pieces) == source.text
    assert pieces[0].text.endswith("当前页面\n")
    assert pieces[1].text.startswith(header)
    assert [piece.first_row for piece in pieces] == [
        1,
        CLEAN.count("\n") + 2,
        source.text.count("\n") - SECOND.count("\n") + 1,
    ]
    for report in read_all(source):
        lines = report.source.lines
        for section in report.document.sections:
            place = lines.position(section.heading.start)
            assert source.text.split("\n")[place.row - 1].startswith(f"{section.number}、")
            assert lines.offset(place) == section.heading.start
            assert source.slice(source.lines.line(place.row)) == report.source.slice(
                lines.line(place.row)
            )


def test_messages_name_the_rows_of_the_file() -> None:
    twice = "我镇在便民服务中心设置查阅点，安排专人值守，方便群众查阅、复制、下载公开的政府信息。\n"
    lines = SECOND.split("\n")
    text = "\n".join([*lines[:5], twice + lines[5], *lines[6:-3], twice.rstrip(), *lines[-3:]])
    (alone,) = [it for it in found(text) if it.rule == "repeated-paragraph"]
    (second,) = [it for it in found(OTHER + text) if it.rule == "repeated-paragraph"]
    first, later = (re.findall(r"第(\d+)行", it.message.zh) for it in (alone, second))
    assert [int(row) for row in later] == [int(row) + OTHER.count("\n") for row in first]


def test_copies_of_one_report_stay_together() -> None:
    """The page for telephones and the page for desks in one file: one finding."""
    assert len(parts(Source(CLEAN + CLEAN))) == 1
    told = [it for it in found(CLEAN + CLEAN) if it.severity > Severity.INFO]
    assert [it.rule for it in told] == ["repeated-section"]


NO_BORDERS = {
    "links to other years": "相关文章\n"
    + "".join(f"云溪镇人民政府{year}年政府信息公开工作年度报告\n" for year in range(2018, 2023)),
    "the site's title at the end": "青岩县云溪镇2023年政府信息公开年度报告\n",
    "a report that is announced": "附件:青岩县云溪镇人民政府2022年政府信息公开工作年度报告\n",
}


@pytest.mark.parametrize("end", NO_BORDERS.values(), ids=NO_BORDERS)
def test_titles_alone_begin_no_report(end: str) -> None:
    assert len(parts(Source(CLEAN + end))) == 1
    assert len(parts(Source(end + CLEAN))) == 1


def test_the_sites_title_above_the_reports_own() -> None:
    own, rest = OTHER.split("\n", 1)
    site = "林业局2019年政府信息公开年度报告\n"
    pieces = parts(Source(CLEAN + site + own + "\n" + rest))
    assert [piece.text[:20] for piece in pieces] == [CLEAN[:20], (site + own)[:20]]


def test_a_list_in_one_file_prints_each_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "two.txt"
    path.write_text(CLEAN + OTHER, "utf-8", newline="\n")
    assert main(["extract", str(path)]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["year"], second["year"]) == (2023, 2019)
    assert second["sections"][0]["line"] > CLEAN.count("\n")


# --- damage of the extraction ----------------------------------------------------------------------

# What was lost, the rule that speaks of it, its severity, and in an archive.
DAMAGE = {
    "a lost title": (CLEAN.split("\n", 1)[1], "missing-title", "error", "warning"),
    "what followed a line break": (
        CLEAN.replace("商业企业 | 科研机构", "商业 | 科研机构"),
        "altered-column-label",
        "warning",
        "info",
    ),
    "a paragraph that came too often": (
        re.sub(r"(?s)(?<=改进情况\n)（一）存在的主要问题.*?(?=六、其他)", "", CLEAN),
        "empty-section",
        "error",
        "warning",
    ),
    "digits": (
        CLEAN.replace("至2023年12月31日", "至20231231日"),
        "lost-digits",
        "warning",
        "info",
    ),
}


@pytest.mark.parametrize(("text", "rule", "grade", "archived"), DAMAGE.values(), ids=DAMAGE)
def test_damage_of_the_extraction_is_milder_in_an_archive(
    text: str, rule: str, grade: str, archived: str
) -> None:
    (plain,) = [it for it in found(text) if it.rule == rule]
    (milder,) = [
        it for it in found(text, Settings(today=SETTINGS.today, archived=True)) if it.rule == rule
    ]
    assert plain.finding.maybe_extraction
    assert (str(plain.severity), str(milder.severity)) == (grade, archived)
    assert plain.fingerprint == milder.fingerprint


def test_the_authors_own_fault_is_as_grave_in_an_archive() -> None:
    text = CLEAN.replace("（七）总计 | 2 |", "（七）总计 | 3 |")
    (plain,) = [it for it in found(text) if it.rule == "wrong-figure"]
    archived = found(text, Settings(today=SETTINGS.today, archived=True))
    assert [it for it in archived if it.rule == "wrong-figure"] == [plain]


def test_an_info_stays_an_info() -> None:
    text = CLEAN + "扫一扫在手机打开当前页面\n"
    archived = Settings(today=SETTINGS.today, archived=True)
    assert [(it.rule, it.severity) for it in found(text, archived)] == [
        ("page-furniture", Severity.INFO)
    ]


def test_rules_of_dashes_are_no_rows() -> None:
    head = "自然人 | 法人或其他组织 | 总计 | |||||||\n"
    text = CLEAN.replace(head, f"{head}---|---|---|---|---|---|---|---|---|---|\n")
    assert text != CLEAN
    assert figures(read(Source(text))) == figures(read(Source(CLEAN)))
    assert rules(text) == []
