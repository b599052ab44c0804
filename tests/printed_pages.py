"""Drafts of reports printed as an HTML page and as a Word document, with merged cells as they come there.

Neither knows anything of how pages are read.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from io import BytesIO
from random import Random
from typing import NamedTuple

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from defects.case import _SIZES
from defects.draft import draft_report
from defects.model import Cell, Draft, Paragraph, Row, Table
from disclosure_lint.edition import Edition


class Spanned(NamedTuple):
    """A cell and how far it reaches across and down."""

    cell: Cell
    across: int
    down: int


def draft_of(seed: int, edition: Edition) -> Draft:
    """Return the report of a number, the same on every machine."""
    rng = Random(f"page {seed}")
    return draft_report(rng, edition, rng.choice(_SIZES), piped=False)


def spanned(table: Table) -> list[list[Spanned]]:
    """Return the cells of each row; one reaches down as long as rows leave its columns out."""
    return [
        [Spanned(cell, cell.across, _down(table.rows[at:], cell)) for cell in row.cells]
        for at, row in enumerate(table.rows)
    ]


def _down(rows: list[Row], cell: Cell) -> int:
    count = 1
    for row in rows[1:]:
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


def html_page(draft: Draft) -> str:
    """Return a page with a menu and a foot around the report."""
    body = "\n".join(
        _html_table(it) if isinstance(it, Table) else f"<p>{html.escape(it)}</p>"
        for it in blocks(draft)
    )
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>甲</title></head><body>"
        "<ul><li><a href='/'>首页</a><li>政府信息公开年报<li>甲镇2011年政府信息公开工作年度报告</ul>"
        f"<div class=content>{body}</div><div>版权所有 甲县人民政府</div></body></html>"
    )


def _html_table(table: Table) -> str:
    rows = (
        "".join(f"<td{_spans(it)}><p>{html.escape(it.cell.text)}</p></td>" for it in row)
        for row in spanned(table)
    )
    return "<table border=1>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def _spans(it: Spanned) -> str:
    across = f" colspan={it.across}" if it.across > 1 else ""
    return across + (f" rowspan='{it.down}'" if it.down > 1 else "")


def docx_file(draft: Draft) -> bytes:
    """Return a Word document with merged cells (`gridSpan`, `vMerge`)."""
    document = Document()
    for it in blocks(draft):
        if isinstance(it, Table):
            document.element.body.insert_element_before(parse_xml(_docx_table(it)), "w:sectPr")
        else:
            document.add_paragraph(it)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _docx_table(table: Table) -> str:
    """Return the XML of a table; where a cell reaches down there is an empty one in each row."""
    rows = []
    reaching: dict[int, Spanned] = {}
    for row in spanned(table):
        cells = {
            at: _docx_cell(it, "", '<w:vMerge w:val="continue"/>') for at, it in reaching.items()
        }
        for it in row:
            merge = '<w:vMerge w:val="restart"/>' if it.down > 1 else ""
            cells[it.cell.at] = _docx_cell(it, html.escape(it.cell.text), merge)
        rows.append("".join(cells[at] for at in sorted(cells)))
        begun = {it.cell.at: it for it in row}
        reaching = {
            at: it._replace(down=it.down - 1)
            for at, it in (reaching | begun).items()
            if it.down > 1
        }
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/>{body}</w:tbl>"


def _docx_cell(it: Spanned, text: str, merge: str) -> str:
    span = f'<w:gridSpan w:val="{it.across}"/>' if it.across > 1 else ""
    words = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p>{words}</w:p></w:tc>"
