"""HTML pages and Word documents as text: the same figures, in the same cells, within limits."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from docx import Document
from docx.oxml.ns import nsdecls

from defects.case import EDITIONS
from defects.model import Draft
from defects.pages import blocks, docx_file, draft_of, html_page
from disclosure_lint import inputs
from disclosure_lint.__main__ import main
from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Result
from disclosure_lint.discovery import read as read_file
from disclosure_lint.discovery import targets
from disclosure_lint.engine import read
from disclosure_lint.format import format_report
from disclosure_lint.inputs import UnreadableError
from disclosure_lint.source import Source
from disclosure_lint.values import State

SETTINGS = Settings(today=date(2026, 6, 30))
NUMBERS = range(24)
PRINTED: dict[str, Callable[[Draft], bytes]] = {
    "a.html": lambda draft: html_page(draft).encode(),
    "a.docx": docx_file,
}
each_kind = pytest.mark.parametrize("name", PRINTED)


def cells_of(source: Source) -> dict[tuple[str, str, str], tuple[str, State]]:
    """Every cell of a report by table, row and column."""
    return {
        (table.form.key, *key): (cell.raw, cell.state)
        for table in read(source, SETTINGS).tables
        for key, cell in table.cells.items()
    }


def true_cells(draft: Draft) -> dict[tuple[str, str, str], str]:
    return {
        (table.key, row.key, cell.key): cell.text
        for table in draft.tables
        for row in table.bodies
        for cell in row.values
    }


def shown(text: str, name: str = "a.html") -> list[str]:
    return inputs.read(name, text.encode()).text.split("\n")[:-1]


# --- generated reports -----------------------------------------------------------------------------


@each_kind
@pytest.mark.parametrize("number", NUMBERS)
def test_generated_reports_have_the_same_figures(name: str, number: int) -> None:
    draft = draft_of(number, EDITIONS[number % len(EDITIONS)])
    source = inputs.read(name, PRINTED[name](draft))
    figures = cells_of(source)
    assert {key: raw for key, (raw, _) in figures.items()} == true_cells(draft)
    assert {state for _, state in figures.values()} == {State.FIGURE}
    words = [" ".join(it.split()) for it in blocks(draft) if isinstance(it, str) and it.strip()]
    assert [line for line in source.text.split("\n") if line[:1] not in {"", "|"}] == words


@pytest.mark.parametrize("number", NUMBERS[:6])
def test_both_kinds_give_the_same_text(number: int) -> None:
    draft = draft_of(number, EDITIONS[number % len(EDITIONS)])
    texts = [inputs.read(name, printed(draft)).text for name, printed in PRINTED.items()]
    assert texts[0] == texts[1]


@each_kind
@pytest.mark.parametrize("number", NUMBERS)
def test_no_blank_puts_a_figure_into_another_cell(name: str, number: int) -> None:
    """Nor do columns that pages merge because another part of the table has more of them."""
    rng = Random(number)
    draft = draft_of(number, EDITIONS[number % len(EDITIONS)])
    for table in draft.tables:
        values = [cell for row in table.bodies for cell in row.values]
        for cell in rng.sample(values, min(len(values), rng.choice((1, 2, 5)))):
            cell.text = ""
    _merge(draft, rng)
    truth = true_cells(draft)
    report = read(inputs.read(name, PRINTED[name](draft)), SETTINGS)
    found = cells_of(report.source)
    assert found.keys() == truth.keys()
    assert {key: truth[key] for key, (raw, _) in found.items() if raw and raw != truth[key]} == {}
    empty = {State.BLANK, State.DROPPED}
    assert [key for key, (_, state) in found.items() if state in empty and truth[key]] == []
    done = format_report(report, SETTINGS)
    assert (cells_of(done.source).keys(), done.left) == (truth.keys(), ())


def _merge(draft: Draft, rng: Random) -> None:
    """Let columns be several, the same in all rows or (in the first table) as it comes."""
    widths = [rng.randint(1, 3) for _ in range(40)]
    for table in draft.tables:
        for row in table.rows:
            count = len(row.cells) - 1
            for at, cell in enumerate(row.cells):
                start, end = cell.at, cell.at + cell.across
                if table.key != "active":
                    cell.at, cell.across = sum(widths[:start]), sum(widths[start:end])
                elif count:
                    cell.at, cell.across = (
                        (1 + (at - 1) * 12 // count, 12 // count) if at else (0, 1)
                    )
                else:
                    cell.across = 13
            row.width = 13 if table.key == "active" else sum(widths[: row.width])


# --- pages -----------------------------------------------------------------------------------------

TITLE = "青岩县水务局2023年政府信息公开工作年度报告"
HEADINGS = "<h2>一、总体情况</h2><p>好。</p><h2>二、主动公开政府信息情况</h2>"
ROW = "<tr><td>规章<td>1<td>2<td>3"
TABLE = f"<table>{ROW}<tr><td>行政规范性文件<td>4<td>5<td>6</table>"


def page(body: str) -> list[str]:
    return shown(f"<html><body>{body}</body></html>")


SEEN = {
    "line breaks": ("<p>甲<br>乙</p>丙<div>丁</div>", ["甲", "乙", "丙", "丁"]),
    "blanks": ("<p>\n  甲 \t 乙&nbsp;&nbsp;丙\n丁 </p>", ["甲 乙 丙丁"]),
    "kept lines": ("<pre>一\n  二 三\n\n四</pre>五", ["一", "二 三", "四", "五"]),
    "entities": ("<p>&lt;甲&gt;&amp;&#19968;&#x4E8C; 1<2</p>", ["<甲>&一二 1<2"]),
    "hidden": (
        "<p hidden>甲</p><p style='color:red; DISPLAY : none'>乙</p><p style=visibility:hidden>丙<b>丁</b></p><p>己</p>",
        ["己"],
    ),
    "hidden in a line": ("<p>甲<span style='display:none'>乙</span>丙</p>", ["甲丙"]),
    "no words": (
        "<script>var a = '<p>甲</p>';</script><style>p{}</style><template><p>乙</p></template><!-- <p>戊</p> --><p>庚",
        ["庚"],
    ),
    "no words of the page": ("<noscript>丙</noscript><select><option>丁</select><nav>己</nav><p>庚</p><textarea>辛", ["庚"]),
    "word": (
        "<p class=MsoNormal><![if !supportLists]><span>(一)</span><![endif]>甲<o:p></o:p></p><!--[if gte mso 9]>乙<![endif]-->",
        ["(一)甲"],
    ),
    "missing ends": ("<ul><li>甲<li>乙</ul><p>丙<p>丁", ["甲", "乙", "丙", "丁"]),
    "a tag in a value": ("<p title='a>b'>甲</p><p title=\"<p>乙\">丙", ["甲", "丙"]),
    "merged": (
        "<table><tr><td colspan=3>题<td>丁<tr><td rowspan='2'>甲<td colspan=2>乙<td>1<tr><td>丙<td>丁<td>2</table>",
        ["| 题 |  |  | 丁 |", "| 甲 | 乙 |  | 1 |", "|  | 丙 | 丁 | 2 |"],
    ),
    "columns that never begin": (
        "<table><tr><td colspan=2>甲<td colspan=5>1<tr><td colspan=2>乙<td colspan=5>2</table>",
        ["| 甲 | 1 |", "| 乙 | 2 |"],
    ),
    "words in cells": (
        "<table><tr><td><p>商业</p><p>企业</p><td>法律<br>服务<td>1<br>2<td>a|b<tr><td>丙<td>丁<td>3<td>x</table>",
        ["| 商业企业 | 法律服务 | 1 2 | a¦b |", "| 丙 | 丁 | 3 | x |"],
    ),
    "blank cells": (f"<table>{ROW}<tr><td>甲<td>&nbsp;<td> <td>3</table>", ["| 规章 | 1 | 2 | 3 |", "| 甲 |  |  | 3 |"]),
    "layout": (
        f"<table><tr><td>菜单<td><table><tr><td>题</table><p>甲</p>{TABLE}</table>",
        ["菜单", "题", "甲", "| 规章 | 1 | 2 | 3 |", "| 行政规范性文件 | 4 | 5 | 6 |"],
    ),
    "an article in a cell": (
        f"<table><tr><td>栏目<td><p>{'甲' * 300}</p><p>{'乙' * 300}</p></table>",
        ["栏目", "甲" * 300, "乙" * 300],
    ),
    "caption": (f"<table><caption>表二</caption>{ROW}</table>", ["表二", "| 规章 | 1 | 2 | 3 |"]),
    "one column": ("<table><tr><td>甲<tr><td>乙</table>", ["甲", "乙"]),
}  # fmt: skip


@pytest.mark.parametrize("case", SEEN)
def test_what_is_seen_of_a_page(case: str) -> None:
    body, lines = SEEN[case]
    assert page(body) == lines


REPORT = [TITLE, "一、总体情况", "好。", "二、主动公开政府信息情况"]
MENU = "<ul><li>首页<li>青岩县林业局2021年政府信息公开工作年度报告<li>2024-01-02</ul>"
BODIES = {
    "alone": (f"<h1>{TITLE}</h1>{HEADINGS}", REPORT),
    "menu and foot": (
        f"{MENU}<div><h1>{TITLE}</h1><div>{HEADINGS}</div></div><div>版权所有</div>",
        REPORT,
    ),
    "title outside": (f"{MENU}<h1>{TITLE}</h1><div><b>{HEADINGS}</b></div><p>版权所有", REPORT),
    "flat": (f"<p>首页<p>{TITLE}{HEADINGS}", REPORT),
    "title on two lines": (
        f"{MENU}<h1>青岩县水务局<br>2023年政府信息公开工作年度报告</h1><div>{HEADINGS}</div>",
        ["青岩县水务局", "2023年政府信息公开工作年度报告", *REPORT[1:]],
    ),
    "metadata": (
        f"{MENU}<table><tr><td>索引号<td>1/2024-2<td>文号<td></table><h1>{TITLE}</h1><div>{HEADINGS}</div>",
        ["| 索引号 | 1/2024-2 | 文号 |  |", *REPORT],
    ),
    "one heading": (f"{MENU}<h1>{TITLE}</h1><p>一、总体情况<p>好。", REPORT[:3]),
    "no heading": ("<p>采购清单<p>复印纸", ["采购清单", "复印纸"]),
    "in a table": (f"<table><tr><td>{MENU}<td><p>{TITLE}</p>{HEADINGS}</table>", REPORT),
}


@pytest.mark.parametrize("case", BODIES)
def test_the_report_is_found_by_its_headings(case: str) -> None:
    body, lines = BODIES[case]
    assert page(body) == lines


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030"),
        ('<?xml version="1.0" encoding="gb18030"?>', "gb18030"),
        ("<meta charset='big5'>", "big5hkscs"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=gb2312>", "utf-8"),  # it says so and is not
        ("<meta charset=gb2312>", "utf-8-sig"),
        ("<meta charset=gb2312>", "utf-16"),
        ("<meta charset=iso-8859-1>", "gb18030"),
        ("", "gb18030"),
    ],
)
def test_encodings(label: str, encoding: str) -> None:
    words = "政府的工作" if encoding == "big5hkscs" else "朱镕基路的政府工作"  # no 镕 in GB 2312
    data = f"<html><head>{label}</head><body><p>{words}</p></body></html>".encode(encoding)
    source = inputs.read("a.html", data)
    assert (source.text, source.lossy) == (f"{words}\n", False)


def test_a_broken_character_costs_itself_only() -> None:
    words = "青岩县水务局的政府信息公开工作".encode("gb18030")
    source = inputs.read("a.htm", b"<meta charset=gbk><p>" + words + b"\xff</p>")
    assert (source.text, source.lossy) == ("青岩县水务局的政府信息公开工作\ufffd\n", True)


MANY = 600_000
HOSTILE_PAGES = {
    "deep": "<span>" * MANY,
    "deep blocks": "<div>" * MANY,
    "deep tables": "<table><tr><td>" * MANY,
    "many": "<b>x</b>" * MANY,
    "wide": "<table>" + ("<tr>" + "<td colspan=1000000 rowspan=1000000>x" * 10) * 1000,
    "cells": "<table>" + ("<tr>" + "<td>" * 400) * 600,
    "reaching down": f"<table><tr>{'<td rowspan=1000>x' * 60_000}<tr>{'<td>y' * 150_000}",
}


@pytest.mark.parametrize("case", HOSTILE_PAGES)
def test_pages_beyond_the_limits_are_refused(case: str) -> None:
    with pytest.raises(UnreadableError):
        inputs.read("a.html", HOSTILE_PAGES[case].encode())


HARMLESS_PAGES = {
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(MANY)) + ">甲",
    "options": "<select>" + "<option>" * 100_000 + "</select>甲",
    "no end": "甲" + "<a " * MANY,
    "no end, a bar in quotes": "甲" + "<a " * MANY + 'b=">"',
    "quotes": "甲" + '<a b="' * MANY,
    "marks": "甲" + "<!--" * MANY,
    "never closed": "甲" + "<svg>" * 100_000,
    "hidden": "甲" + "<p hidden>x</p>" * 100_000,
    "broken spans": "<table><tr><td colspan=-1 rowspan=0>甲<td colspan=1e9>乙<td colspan=0x>丙</table>",
}  # fmt: skip


@pytest.mark.parametrize("case", HARMLESS_PAGES)
def test_pages_that_only_look_dangerous(case: str) -> None:
    source = inputs.read("a.html", HARMLESS_PAGES[case].encode())
    assert source.text in {"甲\n", "| 甲 | 乙 | 丙 |\n"}


# --- Word documents --------------------------------------------------------------------------------


def document(xml: str = "") -> bytes:
    """Return a document with the XML of some paragraphs and tables."""
    made = BytesIO()
    Document().save(made)
    return changed(made.getvalue(), {BODY: inside(xml)})


def mark(name: str, value: object = "") -> str:
    """Return an element of Word's with its value."""
    return f'<w:{name} w:val="{value}"/>' if value != "" else f"<w:{name}/>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(it if it.startswith('<') else cell(it) for it in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


BODY = "word/document.xml"
Change = Callable[[bytes], bytes | None]


def changed(data: bytes, changes: Mapping[str, Change]) -> bytes:
    """Return a document with some of its parts changed, added or (None) left out."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        for name in (*names, *(name for name in changes if name not in names)):
            part = old.read(name) if name in names else b""
            kept = changes[name](part) if name in changes else part
            if kept is not None:
                new.writestr(name, kept)
    return made.getvalue()


def inside(xml: str) -> Change:
    return lambda part: part.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)


RESTART, GOES_ON = mark("vMerge", "restart"), mark("vMerge")
NESTED = f"<w:tc>{paragraph(run('甲'))}{table(row('规章', '1'))}</w:tc>"
PARAGRAPHS = {
    "runs": (paragraph(run("甲"), run("乙")), ["甲乙"]),
    "a break": (paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"), ["甲", "乙"]),
    "a tab": (paragraph("<w:r><w:tab/><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>"), ["甲 乙"]),
    "tabs": (paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>"), ["甲\t1\t2"]),
    "hidden": (paragraph(run("甲", mark("vanish")), run("乙", mark("vanish", 0))), ["乙"]),
    "deleted": (paragraph(f"<w:del>{run('甲')}</w:del>", f"<w:ins>{run('乙')}</w:ins>"), ["乙"]),
    "a field": (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", run("甲")), ["甲"]),
    "a control": (f"<w:sdt><w:sdtContent>{paragraph(run('甲'))}</w:sdtContent></w:sdt>", ["甲"]),
    "merged": (
        table(row(cell("题", mark("gridSpan", 3))), row(cell("甲", RESTART), "乙", "1"), row(cell("", GOES_ON), "丙", "2")),
        ["| 题 |  |  |", "| 甲 | 乙 | 1 |", "|  | 丙 | 2 |"],
    ),
    "text under a merged cell": (
        table(row(cell("甲", RESTART), "1"), row(cell("乙", GOES_ON), "2")),
        ["| 甲 | 1 |", "|  | 2 |"],
    ),
    "columns left out": (
        table(row("甲", "乙", "1"), row(f"<w:trPr>{mark('gridBefore', 1)}</w:trPr>", "丙", "2")),
        ["| 甲 | 乙 | 1 |", "|  | 丙 | 2 |"],
    ),
    "a deleted row": (
        table(row("<w:trPr><w:del/></w:trPr>", "甲", "1"), row("乙", "2")),
        ["| 乙 | 2 |"],
    ),
    "two lines in a cell": (
        table(row(f"<w:tc>{paragraph(run('商业'))}{paragraph(run('企业'))}</w:tc>", "1")),
        ["| 商业企业 | 1 |"],
    ),
    "layout": (table(row(NESTED, "乙")), ["甲", "| 规章 | 1 |", "乙"]),
}  # fmt: skip


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_what_is_seen_of_a_document(case: str) -> None:
    xml, lines = PARAGRAPHS[case]
    assert inputs.read("a.docx", document(xml)).text.split("\n")[:-1] == lines


def test_merged_cells_as_word_writes_them() -> None:
    made = Document()
    table = made.add_table(3, 4)
    for number in range(1, 4):
        table.cell(0, number).text = str(number)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "甲"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "7"
    table.cell(1, 3).text = "8"
    data = BytesIO()
    made.save(data)
    text = inputs.read("a.docx", data.getvalue()).text
    assert text == "| 甲 | 1 | 2 | 3 |\n|  | 7 | 8 |\n"


NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""


def test_numbers_of_lists_are_printed() -> None:
    def item(text: str, level: int, member: int = 1) -> str:
        place = f"<w:numPr>{mark('ilvl', level)}{mark('numId', member)}</w:numPr>"
        return paragraph(f"<w:pPr>{place}</w:pPr>", run(text))

    levels = [0, 1, 1, 2, 2, 0, 1, *[0] * 19]
    body = "".join(item(f"甲{at}", level) for at, level in enumerate(levels))
    body += item("乙", 0, 2) + item("丙", 0, 0)
    data = changed(document(body), {"word/numbering.xml": lambda _: NUMBERING.encode()})
    lines = inputs.read("a.docx", data).text.split("\n")
    assert lines[:7] == ["一、甲0", "(一)甲1", "(二)甲2", "3.甲3", "4.甲4", "二、甲5", "(一)甲6"]
    assert lines[14:16] == ["十、甲14", "十一、甲15"]
    assert lines[24:] == ["二十、甲24", "二十一、甲25", "乙", "丙", ""]


def test_styles_number_headings() -> None:
    made = Document()
    for text in ("总体情况", "主动公开政府信息情况"):
        made.add_paragraph(text, style="List Number")
    data = BytesIO()
    made.save(data)
    assert inputs.read("a.docx", data.getvalue()).text == "1.总体情况\n2.主动公开政府信息情况\n"


def with_entities(part: bytes) -> bytes:
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
    doctype = f'<!DOCTYPE w:document [<!ENTITY a0 "甲">{entities}]>'.encode()
    return part.replace(b"?>", b"?>" + doctype, 1).replace(b"<w:body>", b"<w:body><w:p>&a8;</w:p>")


def with_flag(data: bytes) -> bytes:
    at = data.rfind(b"PK\x01\x02") + 8
    return data[:at] + bytes([data[at] | 1]) + data[at + 1 :]


def with_false_size(data: bytes) -> bytes:
    """Let the zip say of its largest part that it is small."""
    big = changed(data, {BODY: lambda part: part + b" " * 50_000_000})
    at = big.rfind(BODY.encode()) - 22
    return big[:at] + struct.pack("<I", 1000) + big[at + 4 :]


EMPTY = document()
HOSTILE = {
    "entities": changed(EMPTY, {BODY: with_entities}),
    "entities in UTF-16": changed(
        EMPTY, {BODY: lambda it: with_entities(it).decode().replace("UTF-8", "UTF-16").encode("utf-16")}
    ),
    "a bomb": document("<w:p/>" * 900_000),
    "a bomb elsewhere": changed(EMPTY, {"word/a.xml": lambda _: b" " * 100_000_000}),
    "a false size": with_false_size(EMPTY),
    "members": changed(EMPTY, {f"{number}.xml": lambda _: b"<a/>" for number in range(3000)}),
    "spans": document(table(row(cell("1", mark("gridSpan", 1_000_000)) * 30) * 8000)),
    "deep": document("<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300),
    "encrypted": with_flag(EMPTY),
    "cut": EMPTY[: len(EMPTY) // 2],
    "no zip": b"PK\x03\x04" + b"x" * 100,
    "an old document": bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600,
    "nothing": b"",
    "no body": changed(EMPTY, {BODY: lambda _: None}),
    "broken XML": changed(EMPTY, {BODY: lambda part: part[:-40]}),
    "no types": changed(EMPTY, {"[Content_Types].xml": lambda _: None}),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_documents_beyond_the_limits_are_refused(case: str) -> None:
    with pytest.raises(UnreadableError):
        inputs.read("a.docx", HOSTILE[case])


def test_pictures_are_not_unpacked() -> None:
    data = changed(
        EMPTY,
        {"word/media/a.png": lambda _: b" " * 100_000_000, BODY: inside(f"<w:p>{run('甲')}</w:p>")},
    )
    assert inputs.read("a.docx", data).text == "甲\n"


# --- files and commands ----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    draft = draft_of(1, EDITIONS[0])
    draft.table("applications").bodies[0].values[0].text += "1"
    for name, printed in PRINTED.items():
        (tmp_path / name).write_bytes(printed(draft))
    (tmp_path / "b.txt").write_text("采购清单\n", "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_folders_are_walked_for_them() -> None:
    assert [it.path for it in targets(["."])] == ["a.docx", "a.html", "b.txt"]


@each_kind
def test_findings_name_the_cell_and_the_row_of_the_text(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(
        ["check", "--isolated", "-q", "--output-format", "concise", "--select", "arithmetic", name]
    )
    (line,) = capsys.readouterr().out.strip().split("\n")
    assert status == 1
    file, row, column, rest = line.split(":", 3)
    assert main(["convert", "--isolated", "--raw", name]) == 0
    text = capsys.readouterr().out.split("\n")[int(row) - 1]
    wrong = draft_of(1, EDITIONS[0]).table("applications").bodies[0].values[0].text + "1"
    assert (file, text[int(column) - 1 :].split(" ")[0]) == (name, wrong)
    assert "自然人" in rest
    assert "本年新收" in rest
    assert (folder / name).is_file()


@each_kind
@pytest.mark.usefixtures("folder")
def test_convert_writes_the_canonical_text(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "--isolated", name, "-o", "out.txt"]) == 0
    written = Path("out.txt").read_bytes().decode()
    assert main(["convert", "--isolated", name]) == 0
    assert capsys.readouterr().out == written
    assert main(["format", "--isolated", "--check", "-q", "out.txt"]) == 0
    source = read_file(name, 10**7)
    assert isinstance(source, Source)
    assert cells_of(Source(written)) == cells_of(source)


@each_kind
@pytest.mark.parametrize("way", ["--fix", "--diff"])
def test_what_cannot_be_written_back_is_not_mended(
    name: str, way: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = draft_of(1, EDITIONS[0])
    cell = draft.table("applications").bodies[0].values[0]
    cell.text = cell.text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    data = PRINTED[name](draft)
    (folder / name).write_bytes(data)
    options = ["--isolated", "--unsafe-fixes", "--select", "nonstandard-digits", way]
    assert main(["check", *options, name]) == (way == "--fix")
    out, err = capsys.readouterr()
    assert "disclosure-lint convert" in err
    assert "未写入" not in err
    assert ("nonstandard-digits" in out) == (way == "--fix")
    assert (folder / name).read_bytes() == data


@pytest.mark.usefixtures("folder")
def test_standard_input_is_what_its_name_says() -> None:
    command = [
        sys.executable,
        "-m",
        "disclosure_lint",
        "convert",
        "--isolated",
        "-",
        "--stdin-filename",
        "x.html",
    ]
    done = subprocess.run(
        command, input=Path("a.html").read_bytes(), capture_output=True, check=True
    )
    assert main(["convert", "--isolated", "a.html", "-o", "out.txt"]) == 0
    assert done.stdout == Path("out.txt").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.docx").write_bytes(HOSTILE["entities"])
    assert main(["check", "--isolated", "--output-format", "concise", "a.docx"]) == 1
    assert "unreadable-file" in capsys.readouterr().out
    assert main(["convert", "--isolated", "a.docx"]) == 2
    assert "实体" in capsys.readouterr().err
    found = read_file("a.docx", 10**7)
    assert isinstance(found, Result)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.4\n", "PDF"),
        ("a.doc", bytes.fromhex("D0CF11E0A1B11AE1"), ".docx"),
        ("a.wps", bytes.fromhex("D0CF11E0A1B11AE1"), ".docx"),
        ("a.txt", b"{\\rtf1\\ansi", "RTF"),
        ("a.doc", EMPTY, ".docx"),
        ("a.zip", EMPTY, "解压"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "图片"),
    ],
)
def test_what_another_program_made_is_named(
    name: str, data: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for command, status in (("check", 1), ("extract", 2), ("format", 2), ("convert", 2)):
        assert main([command, "--isolated", str(path)]) == status
        out, err = capsys.readouterr()
        assert said in (out if command == "check" else err), command
        assert path.read_bytes() == data


@pytest.mark.parametrize(("name", "library"), [("a.html", "selectolax"), ("a.docx", "docx")])
def test_a_missing_extra_is_named(name: str, library: str, folder: Path) -> None:
    """Of files that were not named nothing is said: a folder may hold any."""
    code = f"""
import sys
from importlib.machinery import PathFinder
find = PathFinder.find_spec
PathFinder.find_spec = lambda name, *rest: None if name == "{library}" else find(name, *rest)
from disclosure_lint.__main__ import main
print(main(["check", "--isolated", "--output-format", "concise", "{name}"]))
print(main(["check", "--isolated", "--show-files", "."]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    said, status, *files = done.stdout.decode().strip().split("\n")
    extra = name.partition(".")[2]
    assert f"disclosure-lint[{extra}]" in said
    assert status == "1"
    assert name not in files
    assert len(files) == 3
