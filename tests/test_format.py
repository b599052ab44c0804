"""One canonical layout: the same is read of it, nothing is lost, and printing it again changes nothing."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import disclosure_lint.format as module
from defects.case import EDITIONS, make_case
from defects.draft import draft_report
from defects.faults import KINDS
from defects.figures import Size
from defects.grid import build_table
from defects.layouts import LAYOUTS, Layout, print_report
from defects.model import Sheet
from defects.statistics import make_case as make_statistics
from disclosure_lint.__main__ import main
from disclosure_lint.config import Settings
from disclosure_lint.edition import Edition
from disclosure_lint.engine import lint, read
from disclosure_lint.extract import record
from disclosure_lint.format import Formatted, format_report, format_source
from disclosure_lint.format.canonical import Style
from disclosure_lint.labels import LabelIndex
from disclosure_lint.report import Report
from disclosure_lint.source import Source, decode, encode
from disclosure_lint.syntax import Block
from disclosure_lint.table import BoundTable

REPORTS = sorted((Path(__file__).parent.parent / "fixtures").glob("[fr]*/*.txt"))
SETTINGS = Settings(today=date(2026, 6, 30))
# A blank that a layout swallowed stands in its place afterwards.
SAME = {"dropped": "blank"}
NOT_COMPARED = {"layout", "line", "location", "end_location"}

each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=[it.name for it in LAYOUTS])


def data(value: object) -> object:
    """What `extract` prints, without places and the name of the layout."""
    if isinstance(value, dict):
        return {key: data(it) for key, it in value.items() if key not in NOT_COMPARED}
    if isinstance(value, list):
        return [data(it) for it in value]
    return SAME.get(value, value) if isinstance(value, str) else value


def extracted(source: Source) -> object:
    return data(record(read(source, SETTINGS), "-"))


def formatted(text: str) -> Formatted:
    done = format_source(Source(text), SETTINGS)
    assert done is not None
    return done


def letters(text: str) -> Counter[str]:
    """The characters of a text but for bars and blanks; lines of dashes are Markdown's."""
    rule = set("|-: \r")  # at least two dashes to a cell: one is a figure that is none
    lines = [it for it in text.split("\n") if not ("|" in it and "--" in it and set(it) <= rule)]
    return Counter(
        char for line in lines for char in line if char not in "|｜" and not char.isspace()
    )


def check(text: str) -> Formatted:
    """Format a text and compare everything that must stay."""
    before, done = Source(text), formatted(text)
    assert extracted(done.source) == extracted(before)
    assert letters(done.source.text) == letters(text)
    assert formatted(done.source.text).source.text == done.source.text
    return done


def rows(report: Report) -> list[str]:
    """The printed lines of a report's tables."""
    source = report.source
    found = []
    for table in report.tables:
        first, last = source.lines.row(table.span.start), source.lines.row(table.span.end)
        found += [source.slice(source.lines.line(row)) for row in range(first, last + 1)]
    return found


# --- what comes out --------------------------------------------------------------------------------

TITLE = "青岩县水务局2023年政府信息公开工作年度报告\n"

COMPACT = (
    f"""\
索引号 | 1/2024-2 | 发文字号 | 号 |
关键词 | 发布机构 | 青岩县水务局 | |
{TITLE}\
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 12 | 0 | 3 |
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 3 | ||
""",
    f"""\
| 索引号 | 1/2024-2 | 发文字号 | 号 |
| 关键词 |  | 发布机构 | 青岩县水务局 |
{TITLE}\
二、主动公开政府信息情况
| 第二十条第(一)项 |  |  |  |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 12 | 0 | 3 |
| 第二十条第(五)项 |  |
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 3 |
""",
)
RESULTS = "结果维持 结果纠正 其他结果 尚未审结 总计"
CELL_PER_LINE = (
    f"""\
四、政府信息公开行政复议、行政诉讼情况 行政复议 行政诉讼
{RESULTS.replace("纠正", " 纠正")} 未经复议直接起诉 复议后起诉
{RESULTS} {RESULTS}
1 0 0 0 1 1 0 0 0 1 1 0 0 0 1
五、存在的主要问题及改进情况
　　无。""".replace(" ", "\n").replace("\n", "\r\n\r\n"),
    f"""\
四、政府信息公开行政复议、行政诉讼情况

| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |
| {RESULTS.replace(" ", " | ")} | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |
|  |  |  |  |  | {RESULTS.replace(" ", " | ")} | {RESULTS.replace(" ", " | ")} |
| 1 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 1 |

五、存在的主要问题及改进情况

　　无。""".replace("\n", "\r\n"),
)
FRAMED = (
    f"""\
{TITLE.strip()} | {"|" * 300}
|
{"|" * 301}
一、总体情况
全年公开信息61条。
二、主动公开政府信息情况
规章 | 0 | 1 | 0 |
""",
    f"""\
{TITLE}\
一、总体情况
全年公开信息61条。
二、主动公开政府信息情况
| 规章 | 0 | 1 | 0 |
""",
)
MEASURED = (
    """\
青岩县水务局2016年政府信息公开工作年度报告
附件：政府信息公开情况统计表
序号 | 统计指标 | 单位 | 统计数 |
1 | 一、主动公开情况 | —— | |
2 | （一）主动公开政府信息数 | 条 | 3174 |
3 | 其中：主动公开规范性文件数 | 条 | 101 |
""",
    """\
青岩县水务局2016年政府信息公开工作年度报告
附件：政府信息公开情况统计表
| 序号 | 统计指标 | 单位 | 统计数 |
| 1 | 一、主动公开情况 | —— |  |
| 2 | （一）主动公开政府信息数 | 条 | 3174 |
| 3 | 其中：主动公开规范性文件数 | 条 | 101 |
""",
)
REST = "一、总体情况\n好。\n二、主动公开政府信息情况\n规章 | 0 | 61 | 5 |\n"
BARRED = REST.replace("规章", "| 规章")
OTHER = TITLE.replace("水务", "林业")
CASES = {
    "compact": COMPACT,
    "cell per line": CELL_PER_LINE,
    "framed": FRAMED,
    "measured": MEASURED,
    "two reports": (TITLE + REST + OTHER + REST, TITLE + BARRED + OTHER + BARRED),
}


@pytest.mark.parametrize("name", CASES)
def test_canonical_text(name: str) -> None:
    before, after = CASES[name]
    done = check(before)
    assert (done.source.text, done.open, done.left) == (after, (), ())


def applications(*lines: str) -> str:
    return f"{TITLE}三、收到和处理政府信息公开申请情况\n" + "".join(f"{line}\n" for line in lines)


def balance(received: str) -> str:
    return applications(
        f"一、本年新收政府信息公开申请数量 | {received}",
        "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |",
        "三、本年度办理结果 | (七)总计 | 5 | 2 | 0 | 0 | 0 | 0 | 7 |",
        "四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |",
    )


def test_a_swallowed_blank_is_put_in_its_place() -> None:
    done = check(balance("5 | 2 | 7 | |||||"))
    assert "| 一、本年新收政府信息公开申请数量 |  | 5 | 2 |  |  |  |  | 7 |\n" in done.source.text
    assert "| 三、本年度办理结果 | (七)总计 | 5 | 2 |" in done.source.text
    assert (done.open, done.left) == ((), ())


def test_a_blank_without_a_certain_place_is_not_put_anywhere() -> None:
    done = check(balance("5 | 2 | 0 | 0 | 0 | 7 | ||"))
    assert "| 一、本年新收政府信息公开申请数量 | 5 | 2 | 0 | 0 | 0 | 7 | ||\n" in done.source.text
    assert ([place.row for place in done.open], done.left) == ([3], ())


def test_kept_blanks_stay_in_place() -> None:
    cells = [
        ["一、本年新收政府信息公开申请数量", "", "", "2", "", "0", "0", "0", "1", "3"],
        ["", "(三)不予公开", "1.属于国家秘密", "", "1", "0", "0", "0", "1", "2"],
    ]
    done = check(applications(*("\t".join(row) for row in cells)))
    assert done.source.text == applications(*(f"| {' | '.join(row)} |" for row in cells))


def test_a_table_without_its_figures_stays_as_it_is() -> None:
    labels = [row.label[-1] for row in EDITIONS[0].tables[1].rows]
    text = applications(labels[0], "0", *labels[1:])
    done = formatted(text)
    assert done.source.text == text
    assert [place.name for place in done.left] == ["表三"]


def test_what_is_no_report_is_none() -> None:
    assert format_source(Source("采购清单\n复印纸 | 20包 | \n")) is None


# --- everything stays ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", REPORTS, ids=[path.name for path in REPORTS])
def test_fixtures_mean_the_same(path: Path) -> None:
    done = check(decode(path.read_bytes()).text)
    assert not done.left
    assert all(line.startswith("| ") for line in rows(read(done.source)))


@each_layout
@pytest.mark.parametrize("edition", EDITIONS, ids=[it.id for it in EDITIONS])
def test_generated_reports_mean_the_same(layout: Layout, edition: Edition) -> None:
    for number in range(3):
        done = check(make_case(number, layout, edition).printed.text)
        assert (done.open, done.left) == ((), ())
        pages = {"- 3 -", "第 3 页"} if layout.name == "pdf-text" else set()
        lines = {line for line in rows(read(done.source)) if not line.startswith("| ")}
        assert lines <= pages


@each_layout
def test_generated_statistics_mean_the_same(layout: Layout) -> None:
    for number in range(2):
        check(make_statistics(number, layout).printed.text)


@each_layout
def test_the_same_is_found_in_faulty_reports(layout: Layout) -> None:
    for number, kind in enumerate(Random(layout.name).sample(KINDS, 4)):
        case = make_case(number, layout, EDITIONS[number % len(EDITIONS)], kind)
        done = formatted(case.printed.text)
        assert findings(done.source) == findings(Source(case.printed.text)), case.name


def findings(source: Source) -> Counter[tuple[object, ...]]:
    found = lint(source, SETTINGS).diagnostics
    return Counter((it.rule, it.severity, it.finding.where) for it in found)


@each_layout
def test_blanks_and_marks_for_none_mean_the_same(layout: Layout) -> None:
    rng = Random(f"blanks {layout.name}")
    for edition in EDITIONS:
        draft = draft_report(
            rng, edition, Size.DIGITS if layout.digits else Size.TOWNSHIP, piped=layout.piped
        )
        for table in draft.tables:
            values = [cell for row in table.bodies for cell in row.values]
            for cell in rng.sample(values, min(len(values), rng.choice((1, 2, 5)))):
                cell.text = rng.choice(("", "", "/", "—", "无", "5.5"))
        done = check(print_report(draft, layout, rng).text)
        assert not done.left or layout.digits


def test_columns_in_another_order_stay_in_it() -> None:
    edition = EDITIONS[0]
    form = next(table for table in edition.tables if table.key == "active")
    table = build_table(form, {(r.key, c.key): "7" for r in form.rows for c in r.columns})
    for row in table.rows[1:3]:
        row.cells[1], row.cells[3] = row.cells[3], row.cells[1]
    table.rows[2].cells[1].text = "1"
    sheet = Sheet()
    LAYOUTS[0].write(sheet, table, LAYOUTS[0].looks[0])
    section = next(it for it in edition.sections if form in it.tables)
    check(f"{section.number}、{section.title}\n{sheet.text}")


# --- nothing is trusted ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: [line.replace("61", "16") for line in lines],
        lambda lines: [line.replace("规章", "规定") for line in lines],
        lambda lines: lines[:-1],
        lambda lines: [*lines, lines[-1]],
        lambda lines: [line.replace("| 0 | 61 |", "| 61 | 0 |") for line in lines],
    ],
)
def test_a_rewriting_that_changes_anything_is_not_made(
    spoil: Callable[[list[str]], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were there a mistake in the printing of tables, no text would suffer from it."""
    text = TITLE + REST
    printing = module.table_lines
    assert formatted(text).source.text != text

    def spoilt(
        table: BoundTable, blocks: Sequence[Block], style: Style, index: LabelIndex
    ) -> list[str] | None:
        lines = printing(table, blocks, style, index)
        return lines and spoil(lines)

    monkeypatch.setattr(module, "table_lines", spoilt)
    done = formatted(text)
    assert done.source.text == text
    assert [place.name for place in done.left] == ["表二"]


PIECES = st.sampled_from(
    ["规章", "行政许可", "一、总体情况", "二、主动公开政府信息情况", "信息内容", "第二十条第(一)项", "本年制发件数", "0", "12",
     "", " ", "无", "--", "甲县财政局2023年政府信息公开工作年度报告", "索引号", "三、本年度办理结果", "(一)予以公开", "全年公开61条。"]
)  # fmt: skip
BREAKS = st.sampled_from(
    ["\n", " | ", "|", " |\n", "\t", "\r\n", "\n\n", " ", " ||\n", "\n|---|---|\n", "\u2028"]
)


TWO_TABLES_ON_A_LINE = [
    ("二、主动公开政府信息情况", "\n"),
    ("规章", " "),
    ("一、总体情况", " "),
    ("行政许可", " "),
    ("第二十条第(一)项", "\n"),
]


@settings(max_examples=150, deadline=None)
@example(TWO_TABLES_ON_A_LINE)
@given(st.lists(st.tuples(PIECES, BREAKS), max_size=40))
def test_any_text(pieces: Iterable[tuple[str, str]]) -> None:
    text = "".join(word + mark for word, mark in pieces)
    before = read(Source(text), SETTINGS)
    after = format_report(before, SETTINGS).source
    assert letters(after.text) == letters(text)
    assert extracted(after) == extracted(Source(text))


# --- files and the command -------------------------------------------------------------------------

TEXT, AFTER = COMPACT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_keeps_its_encoding_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(TEXT.replace("\n", end).encode(encoding))
    path.chmod(0o640)
    assert main(["format", "--isolated", str(path)]) == 0
    assert path.read_bytes() == AFTER.replace("\n", end).encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(AFTER, "utf-8")
    (tmp_path / "c.txt").write_text("采购清单\n", "utf-8")
    (tmp_path / "d.html").write_text("<p>甲</p>", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    status = main(["format", "--isolated", "--lang", "en", *args])
    out, err = capsys.readouterr()
    return status, out, err


def test_check_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "1 file would be reformatted, 1 left unchanged, 1 skipped.\n"
    assert run(capsys, "--check") == (1, "a.txt: would reformat\n", said)
    assert (folder / "a.txt").read_text("utf-8") == TEXT
    assert run(capsys, "--check", "b.txt")[0] == 0


def test_diff_shows_the_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--diff", "-q", "a.txt")
    assert status == 1
    assert out.startswith("--- a.txt\n+++ a.txt\n")
    assert "-规章 | 0 | 0 | 0 |\n" in out
    assert "+| 规章 | 0 | 0 | 0 |\n" in out
    assert (folder / "a.txt").read_text("utf-8") == TEXT


def test_a_folder_is_rewritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {name: (folder / name).stat().st_mtime_ns for name in ("b.txt", "c.txt", "d.html")}
    said = "1 file reformatted, 1 left unchanged, 1 skipped.\n"
    assert run(capsys) == (0, "", said)
    assert (folder / "a.txt").read_text("utf-8") == AFTER
    assert {name: (folder / name).stat().st_mtime_ns for name in before} == before
    assert run(capsys, "--check", ".")[0] == 0


@pytest.mark.parametrize("text", [TEXT, "采购清单\r\n"])
def test_standard_input_comes_out(text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_lint", "format", "--isolated", "-"],
        input=text.encode("gb18030"),
        capture_output=True,
        check=True,
    )
    assert done.stdout == (AFTER if text is TEXT else text).encode("gb18030")


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_rewritten_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lossy.txt").write_bytes(TEXT.encode() + b"\xff\xfe\x80")
    for name, said in (
        ("d.html", "no plain text"),
        ("lossy.txt", "cannot be decoded"),
        ("none.txt", "no such file"),
    ):
        before = (folder / name).read_bytes() if (folder / name).exists() else b""
        status, _, err = run(capsys, name)
        assert (status, said in err) == (2, True), err
        assert before == ((folder / name).read_bytes() if (folder / name).exists() else b"")


def test_tables_left_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = [row.label[-1] for row in EDITIONS[0].tables[1].rows]
    (folder / "a.txt").write_text(applications(*labels), "utf-8")
    status, _, err = run(capsys, "a.txt")
    assert status == 0
    assert err.startswith("a.txt:3: 表三: left as printed")


def test_a_text_that_was_not_read_exactly_is_not_written() -> None:
    source = decode(TEXT.encode() + b"\xff\xfe\x80")
    done = format_source(source)
    assert done is not None
    with pytest.raises(ValueError, match="undecodable"):
        encode(done.source, done.source.text)


def test_reading_twice_is_bounded() -> None:
    """A text with very many tables ends: attempts to rewrite them one by one are counted."""
    row = "行政许可 | 1 | 2 | 3 | 4 |\n行政处罚\n"
    text = "".join(
        f"{number}、主动公开政府信息情况\n{row}" for number in "一二三四五六七八九十" * 8
    )
    assert letters(formatted(text).source.text) == letters(text)
