"""The shape of a printed table: what its words alone decide, worked out once for all that print them.

Which rows and columns of the form the printed ones are depends on the labels, the blanks and the
number of figures, never on what a figure says. Most reports of an archive, and every version of a
report in an editor, print the same words: their tables are bound once, and only filled again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from disclosure_lint.binder import Found, bind_strips
from disclosure_lint.edition import Edition
from disclosure_lint.labels import label_index
from disclosure_lint.layout import How, Strip, strips
from disclosure_lint.report import BoundCell, BoundHead, BoundRow, BoundTable
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Cell
from disclosure_lint.text import LONGEST_FIGURE
from disclosure_lint.values import State

# A figure in a shape.
_ANY = "0"


class Words(NamedTuple):
    """A strip without places, each figure as `0`. The fields are those of `Strip`."""

    texts: tuple[str, ...]
    how: How
    pads: int
    led: bool
    closed: bool
    separator: bool
    prose: bool


class Shape(NamedTuple):
    """A table whose places are numbers of cells and whose figures are 0; `plain` rows hold nothing else."""

    found: Found
    plain: tuple[bool, ...]


def bind_blocks(
    blocks: Sequence[Block],
    section: str,
    home: str,
    expected: Edition | None,
    editions: tuple[Edition, ...],
) -> tuple[list[BoundTable], list[Strip]]:
    """Return the tables in a run of blocks, and the strips they are printed in.

    `section` is the number of the section; for the others see `bind_strips`.
    """
    found = strips(blocks, label_index(editions))
    shapes = _shapes(tuple(map(_words, found)), home, expected, editions)
    tables = []
    used: list[Strip] = []
    if shapes is None:
        for table, first, last in bind_strips(found, home, expected, editions):
            tables.append(replace(table, section=section))
            used += found[first : last + 1]
    elif shapes:
        cells = [cell for strip in found for cell in strip.pieces]
        for shape in shapes:
            tables.append(_filled(shape, cells, section))
            used += found[shape.found.first : shape.found.last + 1]
    return tables, used


def _words(strip: Strip) -> Words:
    texts = [
        _ANY if text.isdigit() and text.isascii() and len(text) <= LONGEST_FIGURE else text
        for text, _, _ in strip.pieces
    ]
    return Words(tuple(texts), *strip[1:7])


@lru_cache(maxsize=256)
def _shapes(
    words: tuple[Words, ...], home: str, expected: Edition | None, editions: tuple[Edition, ...]
) -> tuple[Shape, ...] | None:
    """The tables that words make, or None for a form with numbered rows or years: figures decide there."""
    found = tuple(bind_strips(tuple(_numbered(words)), home, expected, editions))
    if any(it.table.form.units or it.table.form.aside for it in found):
        return None
    return tuple(Shape(it, tuple(map(_is_plain, it.table.rows))) for it in found)


def _numbered(words: Sequence[Words]) -> Iterator[Strip]:
    """The strips with the number of a cell for its place."""
    at = 0
    for strip in words:
        pieces = tuple(Cell(text, at + n, at + n + 1) for n, text in enumerate(strip.texts))
        at += len(pieces)
        yield Strip(pieces, *strip[1:])


def _is_plain(row: BoundRow) -> bool:
    """Whether the cells of a row are its values, one after the other, and each is a figure."""
    return tuple(cell.printed for cell in row.cells) == row.values and all(
        value.text == _ANY and value.start == row.values[0].start + at
        for at, value in enumerate(row.values)
    )


def _filled(shape: Shape, cells: Sequence[Cell], section: str) -> BoundTable:
    """The table of a shape with the places and figures of `cells`."""
    table = shape.found.table

    def place(span: Span) -> Span:
        return Span(cells[span[0]].start, cells[span[1] - 1].end)

    rows = [
        (_plain if plain else _other)(row, cells)
        for row, plain in zip(table.rows, shape.plain, strict=True)
    ]
    found = [cell for row in rows if not row.repeated for cell in row.cells]
    span = place(table.span)
    absent = list(table.cells.values())[len(found) :]
    found += [cell._replace(printed=Cell("", *span)) for cell in absent]
    return BoundTable(
        form=table.form,
        edition=table.edition,
        section=section,
        span=span,
        rows=tuple(rows),
        heads=tuple([_head(head, cells, place(head.span)) for head in table.heads]),
        gaps=tuple([replace(gap, span=place(gap.span)) for gap in table.gaps]),
        cells=dict(zip(table.cells, found, strict=True)),
        foreign=tuple(map(place, table.foreign)),
        grid=table.grid,
    )


def _plain(row: BoundRow, cells: Sequence[Cell]) -> BoundRow:
    """A row of figures only: nearly all are."""
    (start, stop), (first, last), values, bound = row.label_span, row.span, row.values, row.cells
    if values:
        values = tuple(cells[values[0].start : values[-1].end])
        numbers = [int(text) for text, _, _ in values]
        columns = [cell.column for cell in bound]
        bound = tuple(
            map(BoundCell, repeat(bound[0].row), columns, repeat(State.FIGURE), numbers, values)
        )
    return BoundRow(
        row.form,
        row.match,
        row.label,
        Span(cells[start].start, cells[stop - 1].end),
        Span(cells[first].start, cells[last - 1].end),
        row.path,
        values,
        bound,
        row.short,
        row.repeated,
        row.misordered,
    )


def _head(head: BoundHead, cells: Sequence[Cell], span: Span) -> BoundHead:
    label = "".join([text for text, _, _ in cells[head.span.start : head.span.end]])
    return BoundHead(head.column, head.match, label, span)


def _other(row: BoundRow, cells: Sequence[Cell]) -> BoundRow:
    def placed(cell: Cell) -> Cell:
        text = cells[cell.start].text if cell.text == _ANY else cell.text
        return Cell(text, cells[cell.start].start, cells[cell.end - 1].end)

    def bound(cell: BoundCell) -> BoundCell:
        printed = placed(cell.printed)
        value = int(printed.text) if cell.printed.text == _ANY else cell.value
        return cell._replace(value=value, printed=printed)

    return row._replace(
        label_span=placed(Cell("", *row.label_span)).span,
        span=placed(Cell("", *row.span)).span,
        values=tuple(map(placed, row.values)),
        cells=tuple(map(bound, row.cells)),
    )
