"""The shape of a table and the figures of a report make the table that the report prints.

A table has some hundred cells and few are ever asked for. Where nothing is wrong with a table, neither
with what stands around its figures nor with these, each of its rows is made once it is wanted.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar, overload

from disclosure_lint.binder import Found
from disclosure_lint.edition import CellKey, ColumnForm, RowForm, TableForm
from disclosure_lint.records import NamedTuple, made, shared
from disclosure_lint.relation import Sides, hold, sides_of
from disclosure_lint.soundness import is_sound
from disclosure_lint.source import Span
from disclosure_lint.syntax import Cell
from disclosure_lint.table import BoundCell, BoundHead, BoundRow, BoundTable
from disclosure_lint.text import ANY_FIGURE
from disclosure_lint.values import State, read

_FIGURE = State.FIGURE
_Part = TypeVar("_Part")


# The place of a cell among those of its table, its row and its column.
_Place = tuple[int, RowForm, ColumnForm]


class Sound(NamedTuple):
    """What tells quickly whether the figures of a sound table agree, and where each of its cells is.

    `figures` takes the figures out of all the texts printed, in the order of the table's cells;
    `numbers` are those of the printed cells in the same order, and `places` has the place of each cell
    in it.
    """

    figures: Callable[[Sequence[str]], tuple[str, ...]]
    sides: Sequence[Sides]
    numbers: tuple[int, ...]
    places: Mapping[CellKey, _Place]


class Shape(NamedTuple):
    """A table whose places are numbers of cells and whose figures are 0. Thousands may be kept.

    So the table has no cells of its own, nor has a row that holds nothing but figures: `plain` has the
    columns of these, and None for any other. `keys` are those of the table's cells, in order; the
    cells of its missing rows are `absent`. `sound` is None where its words are doubtful.
    """

    found: Found
    plain: tuple[tuple[ColumnForm, ...] | None, ...]
    keys: tuple[CellKey, ...]
    absent: tuple[BoundCell, ...]
    sound: Sound | None


def shape_of(found: Found, texts: Sequence[str]) -> Shape:
    """Return the shape of a table bound to the cells with these texts, whose places are their numbers."""
    table = found.table
    plain = tuple(map(_columns, table.rows))
    rows = tuple(
        row if columns is None else _emptied(row)
        for row, columns in zip(table.rows, plain, strict=True)
    )
    absent = tuple(cell for cell in table.cells.values() if cell.state is State.ABSENT)
    keys = shared(tuple(table.cells))
    doubtful = not is_sound(table, texts)
    sound = None if doubtful or None in plain else _sound(table, keys)
    emptied = table._replace(rows=rows, cells={}, doubtful=doubtful)
    return Shape(found._replace(table=emptied), plain, keys, absent, sound)


def _sound(table: BoundTable, keys: tuple[CellKey, ...]) -> Sound:
    numbers = shared(tuple(value.start for row in table.rows for value in row.values))
    form = table.form
    return Sound(_taking(numbers), sides_of(form, keys), numbers, _places(form, keys))


@lru_cache(maxsize=256)
def _taking(numbers: tuple[int, ...]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    return itemgetter(*numbers)


@lru_cache(maxsize=64)
def _places(form: TableForm, keys: tuple[CellKey, ...]) -> Mapping[CellKey, _Place]:
    forms = {(row.key, it.key): (row, it) for row in form.rows for it in row.columns}
    return {key: (at, *forms[key]) for at, key in enumerate(keys)}


def _emptied(row: BoundRow) -> BoundRow:
    values = row.values[:1] and (Cell("", row.values[0].start, row.values[-1].end),)
    return row._replace(values=values, cells=())


def _columns(row: BoundRow) -> tuple[ColumnForm, ...] | None:
    """The columns of a row whose cells are its values, one after the other, and each a figure."""
    plain = tuple(cell.printed for cell in row.cells) == row.values and all(
        value.text == ANY_FIGURE and value.start == row.values[0].start + at
        for at, value in enumerate(row.values)
    )
    return shared(tuple(cell.column for cell in row.cells)) if plain else None


def filled(shape: Shape, texts: Sequence[str], cells: Sequence[Cell], section: str) -> BoundTable:
    """Return the table of a shape with the places and figures of `cells`, whose texts are given too."""
    sound = shape.sound
    if sound and hold(sound.sides, [*map(int, sound.figures(texts))]):
        return _at_need(shape, sound, cells, section)
    return _whole(shape, [*cells], section)


def _at_need(shape: Shape, sound: Sound, cells: Sequence[Cell], section: str) -> BoundTable:
    """A table with nothing wrong, its rows, heads and cells yet to be made."""
    table = shape.found.table

    def row(at: int) -> BoundRow:
        return _plain(table.rows[at], shape.plain[at] or (), cells)

    def head(at: int) -> BoundHead:
        return _head(table.heads[at], cells)

    return table._replace(
        section=section,
        span=_place(table.span, cells),
        rows=_Made(row, len(table.rows)),
        heads=_Made(head, len(table.heads)),
        cells=_Cells(sound, cells),
        balanced=True,
    )


class _Made(Sequence[_Part]):
    """Parts that are made one by one, each when it is first asked for."""

    def __init__(self, make: Callable[[int], _Part], count: int) -> None:
        self._make = make
        self._parts: list[_Part | None] = [None] * count

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, at: int) -> _Part: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[_Part]: ...

    def __getitem__(self, at: int | slice) -> _Part | Sequence[_Part]:
        numbers = range(len(self._parts))[at]
        if isinstance(numbers, range):
            return [self[number] for number in numbers]
        part = self._parts[numbers]
        if part is None:
            part = self._parts[numbers] = self._make(numbers)
        return part


class _Cells(Mapping[CellKey, BoundCell]):
    """The cells of a sound table by their keys, each made when it is asked for."""

    def __init__(self, sound: Sound, cells: Sequence[Cell]) -> None:
        self._sound = sound
        self._cells = cells

    def __getitem__(self, key: CellKey) -> BoundCell:
        at, row, column = self._sound.places[key]
        cell = self._cells[self._sound.numbers[at]]
        return made(BoundCell, (row, column, _FIGURE, int(cell[0]), cell))

    def __iter__(self) -> Iterator[CellKey]:
        return iter(self._sound.places)

    def __len__(self) -> int:
        return len(self._sound.places)


def _whole(shape: Shape, cells: Sequence[Cell], section: str) -> BoundTable:
    table = shape.found.table
    rows = [
        _other(row, cells) if columns is None else _plain(row, columns, cells)
        for row, columns in zip(table.rows, shape.plain, strict=True)
    ]
    found = [cell for row in rows if not row.repeated for cell in row.cells]
    span = _place(table.span, cells)
    found += [cell._replace(printed=Cell("", *span)) for cell in shape.absent]
    return table._replace(
        section=section,
        span=span,
        rows=tuple(rows),
        heads=tuple([_head(head, cells) for head in table.heads]),
        gaps=tuple([gap._replace(span=_place(gap.span, cells)) for gap in table.gaps]),
        cells=dict(zip(shape.keys, found, strict=True)),
        foreign=tuple([_place(it, cells) for it in table.foreign]),
    )


def _place(span: Span, cells: Sequence[Cell]) -> Span:
    return Span(cells[span[0]].start, cells[span[1] - 1].end)


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
        run = cells[cell.start : cell.end]
        text = "".join([it.text for it in run]) if cell.text else ""
        return Cell(text, run[0].start, run[-1].end)

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
