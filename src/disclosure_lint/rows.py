"""The stream of cells to printed rows: the words say where a row begins, the figures how far it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from disclosure_lint.labels import LabelIndex, Ref, Role
from disclosure_lint.layout import How, Strip
from disclosure_lint.syntax import Cell
from disclosure_lint.text import fold
from disclosure_lint.values import looks_like_value

_ROW_ROLES = frozenset([Role.ROW, Role.GROUP])


@dataclass(slots=True)
class PrintedRow:
    """A row as printed: its labels (groups first) and the pieces after them, blanks among them.

    `refs` are the meanings of its last label; `known` says that this is a row's label. `full` says
    that one printed line holds the row and `ended` that nothing more belongs to it; `pads` counts
    the empty cells at its end, `width` all cells of its line.
    """

    strip: int
    labels: list[Cell] = field(default_factory=list)
    values: list[Cell] = field(default_factory=list)
    refs: tuple[Ref, ...] = ()
    known: bool = False
    full: bool = False
    ended: bool = False
    pads: int = 0
    width: int = 0

    @property
    def waiting(self) -> bool:
        """Whether it holds a group's label only, which goes before the next row's."""
        return bool(self.labels) and not (self.known or self.values)

    def name(self, piece: Cell, refs: tuple[Ref, ...]) -> None:
        """Add a label. One that some edition prints over a group may be no row's own."""
        roles = {ref.role for ref in refs}
        self.labels.append(piece)
        self.refs = refs
        self.known = Role.ROW in roles and Role.GROUP not in roles


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """Words at the head of a block: captions, column heads, the head over the labels."""

    piece: Cell
    refs: tuple[Ref, ...]
    strip: int


Item = PrintedRow | PrintedHead


def printed(strips: Sequence[Strip], index: LabelIndex, widths: frozenset[int]) -> list[Item]:
    """Return rows and heads in printed order; `widths` are the numbers of figures that rows have."""
    reader = _Reader(strips, index, widths)
    for number, strip in enumerate(strips):
        if strip.prose:
            reader.flush()
        elif not strip.separator:
            filled = [piece for piece in strip.pieces if piece.text]
            if len(filled) > 1:
                reader.line(strip, number)
            elif filled:
                reader.cell(filled[0], strip, number)
            elif reader.row and reader.row.values:
                reader.row.pads += strip.pads
    reader.flush()
    return reader.items


class _Reader:
    """The row that is being read and the items before it; lives for one walk over the strips."""

    def __init__(self, strips: Sequence[Strip], index: LabelIndex, widths: frozenset[int]) -> None:
        self.strips = strips
        self.index = index
        self.widths = widths
        self.row: PrintedRow | None = None
        self.items: list[Item] = []

    def flush(self) -> None:
        """End the row; a group's label without a row is dropped."""
        if self.row and (self.row.values or self.row.known):
            self.items.append(self.row)
        self.row = None

    def start(self, number: int) -> PrintedRow:
        """Begin a row, or go on with one that holds a group's label only."""
        if self.row and self.row.waiting:
            self.row.strip = number
            return self.row
        self.flush()
        self.row = PrintedRow(number)
        return self.row

    def refs(self, piece: Cell) -> tuple[Ref, ...]:
        """The meanings of a piece; figures have none."""
        return () if piece.text.isdigit() else self.index.find(fold(piece.text))

    def line(self, strip: Strip, number: int) -> None:
        """A line with several cells: heads, or a row (rarely more than one)."""
        find = self.index.find
        found = [
            (piece, () if piece.text.isdigit() else find(fold(piece.text)))
            for piece in strip.pieces
        ]
        if _is_head(found):
            self.flush()
            self.items += [PrintedHead(piece, refs, number) for piece, refs in found if piece.text]
            return
        row: PrintedRow | None = None
        for at, (piece, refs) in enumerate(found):
            if row and row.known and found[-1][0].text.isdigit() and len(found) - at in self.widths:
                row.values += strip.pieces[at:]
                break
            if not piece.text and not (row and row.known):
                continue  # what a merged cell leaves before a label or between labels
            label = any(ref.role in _ROW_ROLES for ref in refs)
            words = label or not (refs or looks_like_value(piece.text))
            if row is None:
                row = self._first(number, words=words)
            elif label and (row.known or row.values):
                row.ended = True
                row = self.start(number)
            if label or (words and not row.known and not row.values):
                row.name(piece, refs)
            else:
                row.values.append(piece)
        if row:
            row.full = row.ended = True
            row.pads = strip.pads
            row.width = len(strip.pieces) + strip.pads

    def _first(self, number: int, *, words: bool) -> PrintedRow:
        """The row that a line begins, or goes on with when it begins with a figure."""
        row = self.row
        return row if row and not words and not row.ended else self.start(number)

    def cell(self, piece: Cell, strip: Strip, number: int) -> None:
        """A line with one cell."""
        refs = self.refs(piece)
        roles = {ref.role for ref in refs}
        if roles & _ROW_ROLES and not (roles - _ROW_ROLES and self._in_heads()):
            self.start(number).name(piece, refs)
        elif roles:
            self.flush()
            self.items.append(PrintedHead(piece, refs, number))
        elif looks_like_value(piece.text):
            if self.items or self.row:
                row = self.row if self.row and not self.row.ended else self.start(number)
                row.values.append(piece)
        else:
            self._words(piece, strip, number)
        if self.row and strip.pads:
            self.row.pads = strip.pads
            self.row.ended = True

    def _words(self, piece: Cell, strip: Strip, number: int) -> None:
        """Unknown words alone on a line: text in a value cell, a label of a row or a head, or noise."""
        follow = self._figures_after(number)
        row = self.row
        if row and not row.ended and row.labels:
            have = len(row.values) + 1 + follow
            alone = have == 1 and strip.how is not How.BARS
            if have in self.widths and not alone:
                row.values.append(piece)
                return
        if follow and (self.items or row):
            self.start(number).name(piece, ())
        elif self._in_heads():
            self.items.append(PrintedHead(piece, (), number))
        else:
            self.flush()

    def _in_heads(self) -> bool:
        return self.row is None and bool(self.items) and isinstance(self.items[-1], PrintedHead)

    def _figures_after(self, number: int) -> int:
        """How many lines with one figure follow, up to the next words."""
        count = 0
        for strip in self.strips[number + 1 :]:
            filled = [piece for piece in strip.pieces if piece.text]
            if strip.prose or len(filled) > 1:
                break
            if filled and not looks_like_value(filled[0].text):
                break
            count += len(filled)
        return count


def _is_head(found: Sequence[tuple[Cell, tuple[Ref, ...]]]) -> bool:
    """Whether the first known word of a line is a head's, with no figure before it."""
    for piece, refs in found:
        if refs:
            return not any(ref.role in _ROW_ROLES for ref in refs)
        if looks_like_value(piece.text) and piece.text:
            return False
    return False


def rows_of(items: Sequence[Item]) -> Iterator[PrintedRow]:
    """Yield the rows among the items."""
    return (item for item in items if isinstance(item, PrintedRow))
