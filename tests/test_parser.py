"""Text to what was written: sections, paragraphs, rows of cells, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.landmarks import landmarks
from disclosure_lint.parser import parse, split_row
from disclosure_lint.source import Source, Span
from disclosure_lint.syntax import Block, Document, LineKind, Paragraph, Row
from disclosure_lint.text import seen

FIXTURES = Path(__file__).parent.parent / "fixtures"
WHOLE = sorted([*(FIXTURES / "reports").glob("*.txt"), *(FIXTURES / "forms").glob("*.txt")])

TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def read(text: str) -> Document:
    return parse(Source(text), landmarks())


def words(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "/".join(it.text for it in block.cells)


def outline(text: str) -> list[tuple[str, ...]]:
    """Number, title and lines of every section."""
    return [(it.number, it.title, *map(words, it.blocks)) for it in read(text).sections]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_whole_reports_have_their_six_sections(path: Path) -> None:
    text = path.read_text("utf-8")
    document = read(text)
    assert [it.number for it in document.sections] == list("一二三四五六")
    titles = tuple(it.title for it in document.sections)
    # The draft has a variant, for its rule to find.
    assert titles == TITLES or (path.stem.endswith("draft") and titles[:4] == TITLES[:4])
    assert len(document.title) == 1
    assert document.title[0].text.endswith("年政府信息公开工作年度报告")
    for section in document.sections:
        assert text[slice(*section.heading)] == f"{section.number}、{section.title}"
        assert text[slice(*section.title_span)] == section.title


def test_the_parts_of_a_report() -> None:
    document = read((FIXTURES / "reports/clean-2021.txt").read_text("utf-8"))
    assert [words(it) for it in document.metadata] == [
        "索引号/48666552X/2024-00018/公开方式/主动公开",
        "发布机构/青岩县云溪镇人民政府/生成日期/2024-01-16",
    ]
    assert len(document.preamble) == 1
    assert document.preamble[0] in document.front
    overview, active, applications, litigation, problems, _ = document.sections
    assert [it.kind for it in overview.blocks if isinstance(it, Paragraph)] == [
        LineKind.TEXT,
        *[LineKind.CLAUSE] * 5,
    ]
    assert all(isinstance(it, Row) for it in active.blocks)
    assert len(applications.blocks) == 3 + 25
    assert len(litigation.blocks) == 4
    assert [it.kind for it in problems.blocks if isinstance(it, Paragraph)] == [
        LineKind.CLAUSE,
        LineKind.ITEM,
        LineKind.ITEM,
        LineKind.CLAUSE,
        LineKind.ITEM,
        LineKind.ITEM,
    ]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("", []),
        ("没有标题的文字。\n", []),
        ("一、总体情况", [("一", "总体情况")]),
        ("　　一、 总体情况\n文字。\n", [("一", "总体情况", "文字。")]),
        ("一、总体情况。\n", [("一", "总体情况")]),
        ("一、总体情况：\n文字。\n", [("一", "总体情况", "文字。")]),
        ("第一部分 总体情况\n文字。\n", [("一", "总体情况", "文字。")]),
        ("十一、其他需要报告的事项\n无。\n", [("十一", "其他需要报告的事项", "无。")]),
        ("一、总体情况\r\n文字。\r\n", [("一", "总体情况", "文字。")]),
        ("一、总体情况\u2028\n文字。\n", [("一", "总体情况", "文字。")]),
        ("一、概述\n文字。\n", [("一", "概述", "文字。")]),
        ("## 一、总体情况\n文字。\n", [("一", "总体情况", "文字。")]),
        ("**一、总体情况**\n文字。\n", [("一", "总体情况", "文字。")]),
        # A title that is run into the line before, or the line after.
        (
            "统计期限至2022年12月31日止。一、总体情况\n文字。\n",
            [("一", "总体情况", "文字。")],
        ),
        (
            "统计期限至2022年12月31日止。一、总体情况 2022年公开30条。\n",
            [("一", "总体情况", "2022年公开30条。")],
        ),
        ("一、总体情况 2022年公开30条。\n", [("一", "总体情况", "2022年公开30条。")]),
        (
            "一、总体情况 2022年公开信息30条，未收到申请。 二、主动公开政府信息情况 三、其他\n",
            [
                ("一", "总体情况", "2022年公开信息30条，未收到申请。"),
                ("二", "主动公开政府信息情况", "三、其他"),
            ],
        ),
        # Words before a title within a sentence are no headings.
        ("本报告包括一、总体情况二、主动公开政府信息情况等六个部分，并附有表格。\n", []),
        ("本报告由总体情况、主动公开政府信息情况等六个部分组成。\n", []),
        # A numeral of another kind, or none: only the exact title on a line of its own.
        ("1.总体情况\n文字。\n", [("1", "总体情况", "文字。")]),
        ("（一）总体情况\n文字。\n", [("一", "总体情况", "文字。")]),
        ("总体情况\n文字。\n", [("", "总体情况", "文字。")]),
        ("1.概述\n文字。\n", []),
        ("总体情况良好。\n", []),
        (
            "一、总体情况\n（一）主动公开情况\n公开30条。\n（二）总体情况\n",
            [("一", "总体情况", "（一）主动公开情况", "公开30条。", "（二）总体情况")],
        ),
        (
            "一、总体情况\n（五）监督保障\n（六）其他需要报告的事项\n无。\n",
            [("一", "总体情况", "（五）监督保障", "（六）其他需要报告的事项", "无。")],
        ),
        # An unknown title counts where its number goes on with the series.
        (
            "一、总体情况\n二、工作亮点\n文字。\n",
            [("一", "总体情况"), ("二", "工作亮点", "文字。")],
        ),
        (
            "一、总体情况\n三、工作亮点\n文字。\n",
            [("一", "总体情况"), ("三", "工作亮点", "文字。")],
        ),
        (
            "一、总体情况\n七、工作亮点\n文字。\n",
            [("一", "总体情况", "七、工作亮点", "文字。")],
        ),
        (
            "五、存在的主要问题及改进情况\n一、加强领导\n二、健全机制\n六、其他需要报告的事项\n",
            [
                ("五", "存在的主要问题及改进情况", "一、加强领导", "二、健全机制"),
                ("六", "其他需要报告的事项"),
            ],
        ),
        (
            "一、总体情况\n一、加强领导。全年召开会议2次；培训1次。\n二、主动公开政府信息情况\n",
            [
                ("一", "总体情况", "一、加强领导。全年召开会议2次；培训1次。"),
                ("二", "主动公开政府信息情况"),
            ],
        ),
        # In another order, and twice.
        (
            "二、主动公开政府信息情况\n一、总体情况\n一、总体情况\n",
            [("二", "主动公开政府信息情况"), ("一", "总体情况"), ("一", "总体情况")],
        ),
    ],
)
def test_headings(text: str, sections: list[tuple[str, ...]]) -> None:
    assert outline(text) == sections


def test_row_labels_on_their_own_line_open_no_section() -> None:
    rows = ["一、本年新收政府信息公开申请数量", "0", "0", "二、上年结转政府信息公开申请数量", "0"]
    rows += ["三、本年度办理结果", "（一）予以公开", "0", "四、结转下年度继续办理", "0"]
    text = f"三、{TITLES[2]}\n" + "\n\n".join(rows) + f"\n四、{TITLES[3]}\n"
    assert outline(text) == [("三", TITLES[2], *rows), ("四", TITLES[3])]


@pytest.mark.parametrize(
    "row",
    [
        "四、结转下年度继续办理",
        "四、结转下年度",
        "四、结转下年度继续办理 0 0 0 0 0 0 0",
        "四、结转下年度继续办理0",
        "四、结转的数量\n0",
    ],
)
def test_a_broken_row_label_opens_no_section(row: str) -> None:
    assert outline(f"三、{TITLES[2]}\n{row}\n") == [("三", TITLES[2], *row.split("\n"))]


CONTENTS = "\n".join(
    f"{number}、{title}" for number, title in zip("一二三四", TITLES, strict=False)
)
BODY = "\n".join(
    f"{number}、{title}\n文字。" for number, title in zip("一二三四", TITLES, strict=False)
)


@pytest.mark.parametrize(
    "contents",
    [
        CONTENTS,
        CONTENTS.replace("\n", "\n\n"),
        CONTENTS.replace("\n", "；\n"),
        "目录\n" + CONTENTS,
        CONTENTS.replace("\n", "\t3\n") + "\t3",
        CONTENTS.replace("\n", " 3\n") + " 3",
        CONTENTS.replace("\n", "………3\n") + "………3",
    ],
)
def test_a_list_of_contents_opens_no_section(contents: str) -> None:
    assert outline(f"{contents}\n{BODY}\n") == [
        (number, title, "文字。") for number, title in zip("一二三四", TITLES, strict=False)
    ]


def test_headings_without_text_between_them_are_no_list_of_contents() -> None:
    assert outline(CONTENTS) == list(zip("一二三四", TITLES, strict=False))


@pytest.mark.parametrize(
    ("tail", "blocks", "trailer"),
    [
        ("无。\n打印\n关闭\n", ["无。"], ["打印", "关闭"]),
        ("无。\n【打印】【关闭】\n", ["无。"], ["【打印】【关闭】"]),
        ("无。\n扫一扫在手机打开当前页\n\n", ["无。"], ["扫一扫在手机打开当前页"]),
        ("打印\n无。\n", ["打印", "无。"], []),
        (
            "无。\n打印机采购2台，支出经费由本级财政预算安排，已按规定在县政府门户网站信息公开专栏公开采购结果。\n",
            ["无。", None],
            [],
        ),
        ("无。\n青岩县水务局\n2025年1月16日\n", ["无。", "青岩县水务局", "2025年1月16日"], []),
    ],
)
def test_page_furniture_at_the_end(tail: str, blocks: list[str | None], trailer: list[str]) -> None:
    document = read(f"六、{TITLES[5]}\n{tail}")
    (section,) = document.sections
    assert len(section.blocks) == len(blocks)
    for block, wanted in zip(section.blocks, blocks, strict=True):
        assert wanted is None or words(block) == wanted
    assert [it.text for it in document.trailer] == trailer


@pytest.mark.parametrize(
    ("line", "cells", "pads", "marks"),
    [
        # Cells as text and place; separators of the closing run; led, closed, tabs.
        ("a | b", [("a", 0), ("b", 4)], 0, ""),
        ("a | b |", [("a", 0), ("b", 4)], 0, "closed"),
        ("a | b | ||", [("a", 0), ("b", 4)], 2, "closed"),
        ("a | b |||", [("a", 0), ("b", 4)], 2, "closed"),
        ("a | b | |", [("a", 0), ("b", 4)], 1, "closed"),
        ("a|b", [("a", 0), ("b", 2)], 0, ""),
        ("  a  |  b  ", [("a", 2), ("b", 8)], 0, ""),
        ("行政许可 |", [("行政许可", 0)], 0, "closed"),
        ("第二十条第（一）项 | |||", [("第二十条第（一）项", 0)], 3, "closed"),
        # Blanks that the layout keeps are cells, in the middle between their separators.
        ("a | | b |", [("a", 0), ("", 3), ("b", 6)], 0, "closed"),
        ("a ||b", [("a", 0), ("", 3), ("b", 4)], 0, ""),
        ("a |  |", [("a", 0), ("", 4)], 0, "closed"),
        ("a |    | b", [("a", 0), ("", 5), ("b", 9)], 0, ""),
        # With a separator in front the line begins with no cell.
        ("| a | b |", [("a", 2), ("b", 6)], 0, "led closed"),
        ("| a | b | ", [("a", 2), ("b", 6)], 0, "led closed"),
        ("|  | b |", [("", 2), ("b", 5)], 0, "led closed"),
        # Nothing but separators.
        ("|", [], 1, "led closed"),
        ("|||", [], 3, "led closed"),
        (" | | ", [], 2, "led closed"),
        # Drawn and full-width bars; a tab beside bars is a blank.
        ("a ｜ b │ c ┃", [("a", 0), ("b", 4), ("c", 8)], 0, "closed"),
        ("a\t|\tb\t|", [("a", 0), ("b", 4)], 0, "closed"),
        # Tabs: nothing is a closing run, every cell keeps its place.
        ("a\tb", [("a", 0), ("b", 2)], 0, "tabs"),
        ("a\t\tb\t", [("a", 0), ("", 2), ("b", 3), ("", 5)], 0, "tabs"),
        ("\t a", [("", 0), ("a", 2)], 0, "tabs"),
        ("\t\t", [], 2, "led closed tabs"),
        ("a | 𠮷 |", [("a", 0), ("𠮷", 4)], 0, "closed"),
        # What a page or Markdown left around a cell is none of its text.
        ("**a** | b<br> | &nbsp;3 |", [("a", 2), ("b", 8), ("3", 22)], 0, "closed"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"], ids=["end", "lf", "crlf"])
def test_split_row(
    line: str, cells: list[tuple[str, int]], pads: int, marks: str, end: str
) -> None:
    row = split_row(line + end, 100)
    assert [(it.text, it.start - 100) for it in row.cells] == cells
    assert all(it.end - it.start == len(it.text) for it in row.cells)
    assert row.pads == pads
    assert [mark for mark in ("led", "closed", "tabs") if getattr(row, mark)] == marks.split()
    assert row.span == Span(100, 100 + len(line))


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("\t五、加强领导", LineKind.HEADING, "五、加强领导"),
        ("\t（一）主动公开情况。\t", LineKind.CLAUSE, "（一）主动公开情况。"),
        ("云溪镇公开信息30条。 | " + "|" * 300, LineKind.TEXT, "云溪镇公开信息30条。"),
        ("云溪镇政府信息公开专栏 |" + "|" * 330, LineKind.TEXT, "云溪镇政府信息公开专栏"),
        (f"| 五、{'加强领导，' * 30}公开信息30条。 |", LineKind.HEADING, None),
        ("　　文字。　", LineKind.TEXT, "文字。"),
    ],
)
def test_separators_that_only_indent_or_frame(line: str, kind: LineKind, text: str | None) -> None:
    text = text or line.strip("| ")
    (block,) = read(line).front
    assert block == Paragraph(text, Span(line.index(text), line.index(text) + len(text)), kind)


@pytest.mark.parametrize("line", ["加强领导。 |", "加强领导 | |||", "| 加强领导 |"])
def test_a_cell_alone_is_a_row(line: str) -> None:
    (block,) = read(line).front
    assert isinstance(block, Row)
    assert words(block).startswith("加强领导")


def test_tabs_alone_are_no_row() -> None:
    assert read("\t\t\n \t\n").front == ()
    assert len(read("|||\n").front) == 1


PIECES = [
    *[f"{number}、{title}" for number, title in zip("一二三四五六", TITLES, strict=True)],
    *TITLES[:2],
    "云溪镇2023年政府信息公开工作年度报告",
    "（一）主动公开情况。",
    "1.",
    "四、结转下年度继续办理",
    " | 0 | ||",
    "\t",
    "0",
    "。",
    "；",
    " ",
    "\n",
    "\r\n",
    "\u2028",
    "打印",
    "|" * 30,
    "索引号：",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=24).map("".join)


def leaves(document: Document) -> Iterator[tuple[Span, str]]:
    """Everything that has words, in order of place."""
    for block in document.front:
        yield from _leaves(block)
    for section in document.sections:
        yield section.heading, ""
        for block in section.blocks:
            yield from _leaves(block)
    for line in document.trailer:
        yield line.span, line.text


def _leaves(block: Block) -> Iterator[tuple[Span, str]]:
    if isinstance(block, Paragraph):
        yield block.span, block.text
    else:
        yield from ((cell.span, cell.text) for cell in block.cells)


@given(TEXTS)
def test_nothing_is_lost_and_everything_has_its_place(text: str) -> None:
    """What is not seen, separators and the mark after a title stand outside; all other text once, in order."""
    document = read(text)
    at = 0
    outside = ""
    for span, said in leaves(document):
        assert at <= span.start <= span.end <= len(text)
        assert said in ("", text[slice(*span)])
        outside += text[at : span.start]
        at = span.end
    outside += text[at:]
    assert seen("".join(char for char in outside if char not in "|｜│┃.。:：;；*_#")) == ""


@given(TEXTS)
def test_sections_follow_one_another_to_the_end(text: str) -> None:
    sections = read(text).sections
    starts = [it.span.start for it in sections]
    assert [it.span.end for it in sections] == [*starts[1:], len(text)][: len(starts)]
    for section in sections:
        assert section.span.start == section.heading.start
        assert section.heading.end == section.title_span.end
        assert text[slice(*section.title_span)] == section.title
        assert section.number in text[section.heading.start : section.title_span.start]
