"""Drafts of reports printed as an HTML page and as a Word document, with merged cells as they come there.

Neither knows anything of how pages are read.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import NamedTuple

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from disclosure_lint.edition import Edition

from .case import SIZES
from .draft import draft_report
from .model import Cell, Draft, Paragraph, Role, Row, Table


@dataclass(frozen=True, slots=True)
class Dress:
    """What differs between pages and between documents that show the same report.

    `label` is the encoding a page says it has, `encoding` the one it has. `nested` lays the article
    out in a table, `hidden` adds words that are not seen, `breaks` breaks heads of two words, `pieces`
    cuts figures into elements of their own, `blank` stands in cells without words. `heads` marks the
    first row as one of heads.
    """

    label: str = "utf-8"
    encoding: str = "utf-8"
    nested: bool = False
    hidden: bool = False
    breaks: bool = False
    pieces: bool = False
    heads: bool = False
    blank: str = ""


PLAIN = Dress()
_CHARSETS = (("utf-8", "utf-8"), ("gb2312", "gb18030"), ("GBK", "gb18030"), ("gb2312", "utf-8"))


def draw_dress(rng: Random) -> Dress:
    """Return one of the ways in which sites and offices write their tables."""
    label, encoding = rng.choice(_CHARSETS)
    chances = [rng.random() < 0.4 for _ in range(5)]
    return Dress(label, encoding, *chances, blank=rng.choice(("", "&#160;", " ")))


class Spanned(NamedTuple):
    """A cell and how far it reaches across and down."""

    cell: Cell
    across: int
    down: int


def draft_of(seed: int, edition: Edition) -> Draft:
    """Return the report of a number, the same on every machine."""
    rng = Random(f"page {seed}")
    return draft_report(rng, edition, rng.choice(SIZES), piped=False)


def spanned(table: Table) -> list[list[Spanned]]:
    """Return the cells of each row without a gap; labels and heads reach down where rows leave theirs out."""
    rows = []
    reach: dict[int, int] = {}  # column: the first row that no cell above reaches into
    for number, row in enumerate(table.rows):
        cells = []
        at = 0
        for cell in [*row.cells, Cell("", Role.VALUE, row.width)]:
            while at < cell.at:
                if reach.get(at, 0) <= number:
                    cells.append(Spanned(Cell("", Role.VALUE, at), 1, 1))
                at += 1
            if at < row.width:
                down = _down(table.rows[number:], cell)
                cells.append(Spanned(cell, cell.across, down))
                at = cell.at + cell.across
                reach.update(dict.fromkeys(range(cell.at, at), number + down))
        rows.append(cells)
    return rows


def _down(rows: list[Row], cell: Cell) -> int:
    count = 1
    for row in rows[1:] if cell.role in {Role.STUB, Role.HEAD, Role.GROUP} else ():
        taken = {at for it in row.cells for at in range(it.at, it.at + it.across)}
        if cell.at in taken:
            break
        count += 1
    return count


def blocks(draft: Draft) -> Iterator[str | Table]:
    """Yield paragraphs, headings among them, and tables in order."""
    yield from (it.text for it in draft.front)
    for section in draft.sections:
        yield from (it.text for it in section.headings)
        for block in section.blocks:
            yield block.text if isinstance(block, Paragraph) else block
    yield from (it.text for it in draft.tail)


def _lines(cell: Cell, dress: Dress) -> list[str]:
    """The words of a cell; heads of two words may be broken between them."""
    text = cell.text
    if dress.breaks and cell.role is Role.HEAD and cell.key and len(text) in {4, 7}:
        at = 3 if text.startswith("本年新") else 2
        return [text[:at], text[at:]]
    return [text]


# --- pages -----------------------------------------------------------------------------------------

_MENU = (
    "<ul><li><a href='/'>首页</a><li>政府信息公开年报<li>甲镇2011年政府信息公开工作年度报告</ul>"
)
_UNSEEN = (
    "<script>var rows = '<tr><td>规章</td><td>77</td></tr>';</script>"
    "<p style='display: none'>行政许可 | 99 |</p><div hidden>四、结转下年度继续办理</div>"
)


def html_page(draft: Draft, dress: Dress = PLAIN) -> str:
    """Return a page with a menu and a foot around the report."""
    body = "\n".join(
        _html_table(it, dress) if isinstance(it, Table) else f"<p>{html.escape(it)}</p>"
        for it in blocks(draft)
    )
    article = f"<div class=content>{_UNSEEN * dress.hidden}{body}</div>"
    if dress.nested:
        article = f"<table width=980><tr><td>{_MENU}</td><td><div>{article}</div></td></tr></table>"
    return (
        f"<!DOCTYPE html><html><head><meta charset='{dress.label}'><title>甲</title></head><body>"
        f"{_MENU}{article}<div>版权所有 甲县人民政府</div></body></html>"
    )


def _html_table(table: Table, dress: Dress) -> str:
    rows = [
        "".join(_html_cell(it, dress, "th" if dress.heads and not at else "td") for it in row)
        for at, row in enumerate(spanned(table))
    ]
    return "<table border=1>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def _html_cell(it: Spanned, dress: Dress, tag: str) -> str:
    spans = f" colspan={it.across}" if it.across > 1 else ""
    spans += f" rowspan='{it.down}'" if it.down > 1 else ""
    text = "<br>".join(map(html.escape, _lines(it.cell, dress))) or dress.blank
    if it.cell.role is Role.VALUE and it.cell.text:
        if dress.pieces:
            text = "".join(f"<span>{char}</span>" for char in it.cell.text)
        if dress.hidden:
            text += "<span style='display:none'>3</span>"
    return f"<{tag}{spans}><p>{text}</p></{tag}>"


# --- documents -------------------------------------------------------------------------------------


def docx_file(draft: Draft, dress: Dress = PLAIN) -> bytes:
    """Return a Word document with merged cells (`gridSpan`, `vMerge`)."""
    document = Document()
    body = document.element.body
    for it in blocks(draft):
        if isinstance(it, Table):
            xml = _docx_table(it, dress)
            if dress.nested:
                xml = _docx_rows(f"<w:tc><w:tcPr/>{xml}<w:p/></w:tc>")
            body.insert_element_before(parse_xml(xml.replace("<w:tbl>", _TABLE, 1)), "w:sectPr")
        else:
            document.add_paragraph(it)
            if dress.hidden:
                run = document.add_paragraph().add_run("行政许可 | 99 |")
                run.font.hidden = True
    made = BytesIO()
    document.save(made)
    return made.getvalue()


_TABLE = f"<w:tbl {nsdecls('w')}>"


def _docx_rows(*rows: str) -> str:
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl>"


def _docx_table(table: Table, dress: Dress) -> str:
    """Return the XML of a table; where a cell reaches down there is an empty one in each row."""
    rows = []
    reaching: dict[int, Spanned] = {}
    for row in spanned(table):
        cells = {
            at: _docx_cell(it, "", '<w:vMerge w:val="continue"/>') for at, it in reaching.items()
        }
        for it in row:
            merge = '<w:vMerge w:val="restart"/>' if it.down > 1 else ""
            cells[it.cell.at] = _docx_cell(it, _docx_words(it.cell, dress), merge)
        rows.append("".join(cells[at] for at in sorted(cells)))
        begun = {it.cell.at: it for it in row}
        reaching = {
            at: it._replace(down=it.down - 1)
            for at, it in (reaching | begun).items()
            if it.down > 1
        }
    return _docx_rows(*rows)


def _docx_words(cell: Cell, dress: Dress) -> str:
    """The runs of a cell: broken lines, figures in pieces, words that are not seen."""
    lines = _lines(cell, dress)
    if dress.pieces and cell.role is Role.VALUE:
        return "".join(map(_docx_run, cell.text))
    words = "<w:r><w:br/></w:r>".join(_docx_run(line) for line in lines if line)
    if dress.hidden and cell.role is Role.VALUE and cell.text:
        words += _docx_run("3", "<w:vanish/>")
    return words


def _docx_run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{html.escape(text)}</w:t></w:r>"


def _docx_cell(it: Spanned, words: str, merge: str) -> str:
    span = f'<w:gridSpan w:val="{it.across}"/>' if it.across > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p>{words}</w:p></w:tc>"
