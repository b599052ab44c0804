"""Faults of cells: a figure is missing, is no figure, or stands in a row with too many or too few."""

from __future__ import annotations

from random import Random

from .fault import Kind, Planted
from .model import Cell, Draft, Role, Row, Table

_TABLE = frozenset({"table"})
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def _pick(draft: Draft, rng: Random, *, least: int = 1) -> tuple[Table, Row]:
    """Return a random row of at least so many figures; the large table is the likeliest."""
    keys = ["applications", "applications", "litigation"]
    # Figures that touch are told apart by their number alone; a lone one has no such number.
    keys += [] if draft.digits and least > 1 else ["active"]
    table = draft.table(rng.choice(keys))
    return table, rng.choice([row for row in table.bodies if len(row.values) >= least])


def _blank(draft: Draft, rng: Random) -> Planted:
    table, row = _pick(draft, rng)
    cell = rng.choice(row.values)
    right, cell.text = cell.text, ""
    return Planted((row,), table.key, (cell,), right)


def _rewrite(draft: Draft, rng: Random, texts: list[str]) -> Planted:
    """Write one of `texts` into a cell, `{}` in it being the figure that stood there."""
    table, row = _pick(draft, rng)
    cell = rng.choice([cell for cell in row.values if cell.text.isdigit()] or row.values)
    right = cell.text
    cell.text = rng.choice(texts).format(right)
    return Planted((cell,), table.key, (cell,), right)


def _placeholder(draft: Draft, rng: Random) -> Planted:
    return _rewrite(draft, rng, ["/", "无"] if draft.digits else ["/", "-", "—", "无"])


def _words(draft: Draft, rng: Random) -> Planted:
    return _rewrite(draft, rng, ["{}件", "见附件", "{}宗", "未统计"])


def _full_width(draft: Draft, rng: Random) -> Planted:
    planted = _rewrite(draft, rng, ["{}"])
    (cell,) = planted.cells
    cell.text = cell.text.translate(_FULL_WIDTH)
    return planted


def _one_more(draft: Draft, rng: Random) -> Planted:
    table, row = _pick(draft, rng, least=2 if draft.digits else 1)
    before = rng.choice(row.values)
    _move(row, before, by=1)
    extra = Cell(str(rng.choice((0, 0, rng.randint(1, 9)))), Role.VALUE, before.at - 1)
    row.cells.insert(row.cells.index(before), extra)
    return Planted((row,), table.key, (extra,))


def _one_less(draft: Draft, rng: Random) -> Planted:
    table, row = _pick(draft, rng, least=2)
    lost = rng.choice(row.values)
    _move(row, lost, by=-1)
    row.cells.remove(lost)
    return Planted((row,), table.key, (lost,), lost.text)


def _move(row: Row, first: Cell, *, by: int) -> None:
    """Move a cell and those after it along the grid, which grows or shrinks in this row."""
    row.width += by
    for cell in row.cells[row.cells.index(first) :]:
        cell.at += by


KINDS = (
    Kind("blank-cell", _blank, _TABLE, frozenset({"blank-cell", "wrong-cell-count"}), blank=True),
    Kind("placeholder", _placeholder, _TABLE, frozenset({"placeholder-cell"})),
    Kind("text-in-cell", _words, _TABLE, frozenset({"not-a-count"}), glues=True),
    Kind(
        "full-width-digits", _full_width, _TABLE, frozenset({"nonstandard-digits", "not-a-count"})
    ),
    Kind(
        "cell-more",
        _one_more,
        _TABLE | {"arithmetic"},
        frozenset({"wrong-cell-count", "split-figure"}),
    ),
    Kind("cell-less", _one_less, _TABLE, frozenset({"wrong-cell-count", "blank-cell"})),
)
