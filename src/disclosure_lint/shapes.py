"""The shape of a printed table: what its words alone decide, worked out once for all that print them.

Which rows and columns of the form the printed ones are depends on the labels, the blanks and the
number of figures, never on what a figure says. Most reports of an archive, and every version of a
report in an editor, print the same words: their tables are bound once, and only filled again.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from disclosure_lint.binder import Found, bind_strips
from disclosure_lint.edition import CellKey, ColumnForm, Edition
from disclosure_lint.labels import label_index
from disclosure_lint.layout import Strip, Words, are_usual, strips, words_of
from disclosure_lint.plain import Said, are_rows, block_cells, plain_lines, said
from disclosure_lint.records import made
from disclosure_lint.soundness import is_sound
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Cell
from disclosure_lint.table import BoundCell, BoundHead, BoundRow, BoundTable
from disclosure_lint.text import ANY_FIGURE, fold
from disclosure_lint.values import State, read

_FIGURE = State.FIGURE
_Part = TypeVar("_Part")


class Shape(NamedTuple):
    """A table whose places are numbers of cells and whose figures are 0. Thousands may be kept.

    So the table has no cells of its own, nor has a row that holds nothing but figures: `plain` has the
    columns of these, and None for any other. `keys` are those of the table's cells, in order; the
    cells of its missing rows are `absent`.
    """

    found: Found
    plain: tuple[tuple[ColumnForm, ...] | None, ...]
    keys: tuple[CellKey, ...]
    absent: tuple[BoundCell, ...]


def bind_blocks(
    blocks: Sequence[Block],
    section: str,
    home: str,
    expected: Edition | None,
    editions: tuple[Edition, ...],
) -> tuple[list[BoundTable], list[Words]]:
    """Return the tables in a run of blocks, and the words that they are printed in.

    `section` is the number of the section; for the others see `bind_strips`.
    """
    told = said(blocks) if home else ()
    known = _known(told, home, expected, editions) if told and are_rows(told) else None
    shapes: tuple[Shape, ...] | None
    if known:
        lines, kept, shapes = known
        cells = [
            cell
            for block, own in zip(blocks, kept, strict=True)
            if own
            for cell in block_cells(block)
        ]
    else:
        index = label_index(editions)
        found = strips(blocks, index)
        lines = tuple(map(words_of, found))
        if not any(index.find(fold(text)) for line in lines for text in line.texts):
            return [], []  # not a word of any form, as in most sections
        usual = bool(home) and are_usual(lines)  # elsewhere stand few tables, and many words
        shapes = _shapes(lines, home, expected, editions) if usual else None
        if shapes is None:
            bound = list(bind_strips(found, home, expected, editions))
            tables = [it.table._replace(section=section) for it in bound]
            return tables, [line for it in bound for line in lines[it.first : it.last + 1]]
        cells = [cell for strip in found for cell in strip.pieces]
    tables = [_filled(shape, cells, section) for shape in shapes]
    used = [shape.found for shape in shapes]
    return tables, [line for it in used for line in lines[it.first : it.last + 1]]


@lru_cache(maxsize=256)
def _known(
    blocks: tuple[Said, ...], home: str, expected: Edition | None, editions: tuple[Edition, ...]
) -> tuple[tuple[Words, ...], tuple[bool, ...], tuple[Shape, ...]] | None:
    """The words, the blocks with cells and the shapes of blocks that need not be cut or put together."""
    plain = plain_lines(blocks, label_index(editions))
    if plain is None:
        return None
    shapes = _shapes(plain[0], home, expected, editions)
    return None if shapes is None else (*plain, shapes)


@lru_cache(maxsize=384)
def _shapes(
    lines: tuple[Words, ...], home: str, expected: Edition | None, editions: tuple[Edition, ...]
) -> tuple[Shape, ...] | None:
    """The tables that words make, or None for a form with numbered rows or years: figures decide there."""
    found = tuple(bind_strips(tuple(_numbered(lines)), home, expected, editions))
    if any(it.table.form.units or it.table.form.aside for it in found):
        return None
    texts = [text for line in lines for text in line.texts]
    return tuple(_shape(it, texts) for it in found)


def _shape(found: Found, texts: Sequence[str]) -> Shape:
    table = found.table
    plain = tuple(map(_columns, table.rows))
    rows = tuple(
        row if columns is None else _emptied(row)
        for row, columns in zip(table.rows, plain, strict=True)
    )
    absent = tuple(cell for cell in table.cells.values() if cell.state is State.ABSENT)
    emptied = table._replace(rows=rows, cells={}, doubtful=not is_sound(table, texts))
    return Shape(found._replace(table=emptied), plain, _once(tuple(table.cells)), absent)


@lru_cache(maxsize=1024)
def _once(parts: tuple[_Part, ...]) -> tuple[_Part, ...]:
    """Return the first of all tuples that are equal, so that shapes share it."""
    return parts


def _emptied(row: BoundRow) -> BoundRow:
    values = row.values[:1] and (Cell("", row.values[0].start, row.values[-1].end),)
    return row._replace(values=values, cells=())


def _numbered(lines: Sequence[Words]) -> Iterator[Strip]:
    """The strips with the number of a cell for its place."""
    at = 0
    for line in lines:
        pieces = tuple([made(Cell, (text, n, n + 1)) for n, text in enumerate(line.texts, at)])
        at += len(pieces)
        yield Strip(pieces, *line[1:])


def _columns(row: BoundRow) -> tuple[ColumnForm, ...] | None:
    """The columns of a row whose cells are its values, one after the other, and each a figure."""
    plain = tuple(cell.printed for cell in row.cells) == row.values and all(
        value.text == ANY_FIGURE and value.start == row.values[0].start + at
        for at, value in enumerate(row.values)
    )
    return _once(tuple(cell.column for cell in row.cells)) if plain else None


def _filled(shape: Shape, cells: Sequence[Cell], section: str) -> BoundTable:
    """The table of a shape with the places and figures of `cells`."""
    table = shape.found.table

    def place(span: Span) -> Span:
        return Span(cells[span[0]].start, cells[span[1] - 1].end)

    rows = [
        _other(row, cells) if columns is None else _plain(row, columns, cells)
        for row, columns in zip(table.rows, shape.plain, strict=True)
    ]
    found = [cell for row in rows if not row.repeated for cell in row.cells]
    span = place(table.span)
    found += [cell._replace(printed=Cell("", *span)) for cell in shape.absent]
    return BoundTable(
        form=table.form,
        edition=table.edition,
        section=section,
        span=span,
        rows=tuple(rows),
        heads=tuple([_head(head, cells) for head in table.heads]),
        gaps=tuple([gap._replace(span=place(gap.span)) for gap in table.gaps]),
        cells=dict(zip(shape.keys, found, strict=True)),
        foreign=tuple(map(place, table.foreign)),
        grid=table.grid,
        doubtful=table.doubtful,
    )


def _plain(row: BoundRow, columns: tuple[ColumnForm, ...], cells: Sequence[Cell]) -> BoundRow:
    """A row of figures only, as nearly all are: made in one go, since a report has hundreds of cells."""
    form, match, label, (start, stop), (first, last), path, values, bound, *rest = row
    if values:
        values = tuple(cells[values[0][1] : values[0][2]])
        bound = tuple(
            [
                made(BoundCell, (form, column, _FIGURE, int(cell[0]), cell))
                for column, cell in zip(columns, values, strict=True)
            ]
        )
    label_span = made(Span, (cells[start][1], cells[stop - 1][2]))
    span = made(Span, (cells[first][1], cells[last - 1][2]))
    return made(BoundRow, (form, match, label, label_span, span, path, values, bound, *rest))


def _head(head: BoundHead, cells: Sequence[Cell]) -> BoundHead:
    column, match, label, (start, stop) = head
    if ANY_FIGURE in label:
        label = "".join([cell.text for cell in cells[start:stop]])
    span = made(Span, (cells[start][1], cells[stop - 1][2]))
    return made(BoundHead, (column, match, label, span))


def _other(row: BoundRow, cells: Sequence[Cell]) -> BoundRow:
    def placed(cell: Cell) -> Cell:
        blank = Cell("", cells[cell.start].start, cells[cell.end - 1].end)
        return cells[cell.start] if cell.text else blank

    def bound(cell: BoundCell) -> BoundCell:
        printed = placed(cell.printed)
        if printed.text == cell.printed.text:
            return cell._replace(printed=printed)
        return BoundCell(cell.row, cell.column, *read(printed.text, cell.column.kind), printed)

    return row._replace(
        label_span=placed(Cell("", *row.label_span)).span,
        span=placed(Cell("", *row.span)).span,
        values=tuple(map(placed, row.values)),
        cells=tuple(map(bound, row.cells)),
    )
