"""The shapes of tables in pasted text, one function each.

They are those of real pages: rows of pipes with and without the closing run that stands for the
columns a row lacks, cells on lines of their own, grids that keep blanks, text copied out of a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Cell, Role, Row, Sheet, Table


@dataclass(frozen=True, slots=True)
class Look:
    """The choices that differ between pages of one layout.

    `wrap` stands inside heads of two words, `gap` between paragraphs, `margin` before words and
    `indent` before figures. `covered` says what a merged cell leaves behind in the rows and columns
    it covers; `flat` folds the levels of heads and labels into one. `page` is printed where a page
    ended; the figures stand `beside` the first line of a long label, or after the last.

    Rows of pipes are `led` by one or not, and `padded` by a closing run or not; a run may stand on
    its `own_line`; in a `wide` page table two has a column too many.
    """

    wrap: str = ""
    gap: str = "\n"
    margin: str = ""
    indent: str = ""
    covered: str = "nothing"
    flat: bool = False
    page: str = ""
    beside: bool = False
    led: bool = False
    padded: bool = True
    own_line: bool = False
    wide: bool = False


def _shown(cell: Cell, look: Look) -> str:
    """Return the text of a cell; heads of two words are broken between them, figures indented."""
    text = cell.text
    if cell.role is Role.VALUE:
        return look.indent + text
    if cell.role is Role.HEAD and cell.key and look.wrap:
        if text.startswith("本年新"):
            return look.wrap.join((text[:3], text[3:]))
        if len(text) == 4:
            return look.wrap.join((text[:2], text[2:]))
    return text


def _put(sheet: Sheet, cell: Cell, look: Look) -> None:
    text = _shown(cell, look)
    bare = text.lstrip(" ")
    sheet.write(text[: len(text) - len(bare)])
    sheet.write(bare, cell)


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text]


def _run(table: Table, row: Row, look: Look) -> str:
    """Return the closing run of a row; the last row of a table goes without, unless the page is wide."""
    if not look.padded or (row is table.rows[-1] and not look.wide):
        return ""
    wide = look.wide and table.key == "active"
    return "|" * (row.width + wide - len(_filled(row)))


def pipe_rows(sheet: Sheet, table: Table, look: Look) -> None:
    """Print a line for each row: its cells, each with a pipe after it, and the closing run."""
    for row in table.rows:
        start = sheet.length
        sheet.write("| " if look.led else "")
        for at, cell in enumerate(_filled(row)):
            sheet.write(" " if at else "")
            _put(sheet, cell, look)
            sheet.write(" |")
        run = _run(table, row, look)
        sheet.write(f" {run}" if run else " " * look.led)
        sheet.close(row, start)
        sheet.write("\n")


def broken_cells(sheet: Sheet, table: Table, look: Look) -> None:
    """Print a line for each cell and its pipe; the closing run follows the last one."""
    for row in table.rows:
        start = sheet.length
        sheet.write("|\n" if look.led else "")
        for at, cell in enumerate(_filled(row)):
            sheet.write("\n" if at else "")
            _put(sheet, cell, look)
            sheet.write(" |")
        run = _run(table, row, look)
        sheet.write((("\n" if look.own_line else " ") + run) if run else "")
        sheet.close(row, start)
        sheet.write("\n")


def own_line_pipes(sheet: Sheet, table: Table, look: Look) -> None:
    """Print a line for each cell and a line for the pipe after it."""
    for row in table.rows:
        start = sheet.length
        for cell in _filled(row):
            _put(sheet, cell, look)
            sheet.write("\n|\n")
        sheet.close(row, start)


def cell_lines(sheet: Sheet, table: Table, look: Look) -> None:
    """Print a line for each cell and an empty line after it."""
    for row in table.rows:
        start = sheet.length
        for cell in _filled(row):
            _put(sheet, cell, look)
            sheet.write("\n\n")
        sheet.close(row, start)


def glued(sheet: Sheet, table: Table, look: Look) -> None:
    """Print the cells of a row with nothing between them."""
    for row in table.rows:
        start = sheet.length
        for cell in _filled(row):
            _put(sheet, cell, look)
        sheet.close(row, start)
        sheet.write("\n")


def _slots(row: Row) -> Iterator[Cell | None]:
    """Yield a cell or, where a merged one covers the place, nothing for each grid column of a row."""
    at = 0
    for cell in row.cells:
        yield from [None] * (cell.at - at)
        yield cell
        at = cell.at + 1
    yield from [None] * (row.width - at)


def _put_slots(
    sheet: Sheet, row: Row, slots: list[Cell | None], look: Look, marks: tuple[str, str, str]
) -> None:
    """Print a row cell by cell between an opening, a separating and a closing mark."""
    opening, between, closing = marks
    start = sheet.length
    for number, slot in enumerate(slots):
        sheet.write(between if number else opening)
        if slot is not None:
            _put(sheet, slot, look)
    sheet.write(closing)
    sheet.close(row, start)
    sheet.write("\n")


_PIPES = ("| ", " | ", " |")


def grid(sheet: Sheet, table: Table, look: Look) -> None:
    """Print a cell for each grid column; merged cells leave blanks where they reach."""
    for row in table.rows:
        _put_slots(sheet, row, list(_slots(row)), look, _PIPES)


def markdown(sheet: Sheet, table: Table, look: Look) -> None:
    """Print a grid with a rule under its first row, or a table of one level of heads for each block."""
    if look.flat:
        _flat_markdown(sheet, table, look)
        return
    for row in table.rows:
        _put_slots(sheet, row, list(_slots(row)), look, _PIPES)
        if row is table.rows[0]:
            sheet.write("|" + "---|" * row.width + "\n")


def _flat_markdown(sheet: Sheet, table: Table, look: Look) -> None:
    heads: list[Cell] = []
    for at, row in enumerate(table.rows):
        if not row.key:
            heads += [cell for cell in row.cells if cell.role is Role.STUB or cell.key]
            continue
        if heads:
            sheet.write("\n" if at > len(heads) else "")
            line = Row("", sorted(heads, key=lambda cell: cell.at), len(heads))
            _put_slots(sheet, line, list(line.cells), look, _PIPES)
            sheet.write("|" + "---|" * len(heads) + "\n")
            heads = []
        own = [cell for cell in row.cells if cell.role is not Role.GROUP]
        _put_slots(sheet, row, list(own), look, _PIPES)


def tabs(sheet: Sheet, table: Table, look: Look) -> None:
    """Print tabs between cells; merged ones leave nothing, a cell in each row, or one in each column."""
    for number, row in enumerate(table.rows):
        slots: list[Cell | None] = list(row.cells)
        if look.covered == "rows":
            slots = list(_with_covered(table.rows[:number], row))
        elif look.covered == "columns":
            slots = list(_slots(row))
        _put_slots(sheet, row, slots, look, ("", "\t", ""))


def _with_covered(above: list[Row], row: Row) -> Iterator[Cell | None]:
    """Yield the cells of a row, and nothing for each merged cell that reaches into it from above."""
    at = 0
    for cell in [*row.cells, None]:
        end = row.width if cell is None else cell.at
        while at < end:
            over = next((c for r in reversed(above) for c in r.cells if c.at == at), None)
            yield None
            at += over.across if over else 1
        if cell is not None:
            yield cell
            at = cell.at + cell.across


_PAGE_ROWS = 24
_LABEL_WIDTH = 22


def pdf_text(sheet: Sheet, table: Table, look: Look) -> None:
    """Print blanks between cells, long labels on two lines, the page number where a page ended."""
    for number, row in enumerate(table.rows, 1):
        start = sheet.length
        rest = ""
        for at, cell in enumerate(_filled(row)):
            sheet.write(" " if at else "")
            text = _shown(cell, look)
            if cell.role is Role.LABEL and len(text) > _LABEL_WIDTH:
                text, rest = text[:_LABEL_WIDTH], text[_LABEL_WIDTH:]
                if not look.beside:
                    text, rest = f"{text}\n{rest}", ""
            sheet.write(text, cell)
        sheet.write(f"\n{rest}" if rest else "")
        sheet.close(row, start)
        sheet.write("\n")
        if look.page and number % _PAGE_ROWS == 0 and row is not table.rows[-1]:
            sheet.write(f"{look.page}\n")
