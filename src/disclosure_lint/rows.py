"""The stream of cells to printed rows: the words say where a row begins, the figures how far it goes."""

from collections.abc import Iterator, Sequence

from disclosure_lint.labels import NOTHING, LabelIndex, Meaning
from disclosure_lint.layout import Strip
from disclosure_lint.printed import Item, PrintedHead, PrintedRow
from disclosure_lint.syntax import Cell
from disclosure_lint.text import fold
from disclosure_lint.values import looks_like_value

_Found = Sequence[tuple[Cell, Meaning]]  # the pieces of a line, what they may stand for
_LONGEST_REMARK = 12  # words in place of a figure are short: 见附件


def printed(strips: Sequence[Strip], index: LabelIndex) -> list[Item]:
    """Return rows and heads in printed order."""
    reader = _Reader(strips, index)
    for number, strip in enumerate(strips):
        if strip.prose:
            reader.flush()
            reader.parted = True
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

    def __init__(self, strips: Sequence[Strip], index: LabelIndex) -> None:
        self.strips = strips
        self.index = index
        self.row: PrintedRow | None = None
        self.items: list[Item] = []
        self.parted = False
        self.labels = 0
        self.numbered = False

    def flush(self) -> None:
        """End the row; a group's label without a row is dropped."""
        if self.row and (self.row.values or self.row.known):
            self.items.append(self.row)
        self.row = None

    def start(self, number: int) -> PrintedRow:
        """Begin a row, or go on with one that holds a group's label only."""
        if self.row and self.row.waiting:
            self.row.strip = number
            self.row.full = self.row.ended = False  # of the group's own line
            self.row.pads = 0
            return self.row
        self.flush()
        self.row = PrintedRow(number, parted=self.parted)
        self.parted = False
        return self.row

    def head(self, piece: Cell, refs: Meaning, number: int) -> None:
        """Add a head; it ends the row before."""
        self.flush()
        self.items.append(PrintedHead(piece, refs, number, self.parted))
        self.parted = False

    def refs(self, piece: Cell) -> Meaning:
        """The meanings of a piece; figures have none."""
        return NOTHING if piece.text.isdigit() else self.index.find(fold(piece.text))

    def line(self, strip: Strip, number: int) -> None:
        """A line with several cells: heads, or a row (rarely more than one)."""
        if self.row and self._completes(self.row, strip.pieces):
            self.row.values += strip.pieces
            return
        found: list[tuple[Cell, Meaning]] = [(it, self.refs(it)) for it in strip.pieces]
        found = [it for at, it in enumerate(found) if not (at and _is_copy(it, found[at - 1]))]
        pieces = strip.pieces if len(found) == len(strip.pieces) else [it for it, _ in found]
        if found[0][1] and not found[0][1].of_row and self._is_total(found):
            found[0] = (found[0][0], NOTHING)
        elif _is_head(found):
            end = self._end_of_heads(found)
            for piece, refs in found[:end]:
                if piece.text:
                    self.head(piece, refs, number)
            found, pieces = found[end:], pieces[end:]
        elif pieces[0].text.isdigit() and len(found) > 1 and found[1][1].units:
            found, pieces = found[1:], pieces[1:]  # the row's number
        row = self._rows(found, pieces, number)
        if row:
            row.full = row.ended = True
            row.pads = strip.pads
            row.width = len(pieces) + strip.pads
            row.how = strip.how

    def _completes(self, row: PrintedRow, pieces: Sequence[Cell]) -> bool:
        """Whether a line has the figures that the line before lacks for its row."""
        widths = row.refs.widths if row.labels else self.index.bare.keys()
        have = row.filled
        begun = row.full and bool(have or row.known)
        if not begun or have in widths or have + len(pieces) not in widths:
            return False
        return all(piece.text.isdigit() for piece in pieces)

    def _rows(self, found: _Found, pieces: Sequence[Cell], number: int) -> PrintedRow | None:
        """Read the rows of a line, and heads after them; return the row that its end belongs to."""
        row: PrintedRow | None = None
        for at, (piece, refs) in enumerate(found):
            if row and (row.refs.units or not row.refs) and self._is_unit(row, found[at : at + 2]):
                continue
            if row and row.known and not row.values and _are_figures(row, pieces, at):
                row.values += pieces[at:]
                break
            if refs and not refs.of_row and row and _is_complete(row):
                row = None
                self.head(piece, refs, number)
            elif piece.text or (row and (row.known or row.values)):  # else a merged cell left it
                row = self._piece(row, piece, refs, number)
        return row

    def _is_total(self, found: _Found) -> bool:
        """Whether a line is a row whose label lost its number: `总计` and `其他` head columns as well."""
        figures = [piece.text for piece, _ in found[1:] if piece.text]
        return self._lost_number(*found[0], len(figures)) and all(map(str.isdigit, figures))

    def _lost_number(self, piece: Cell, refs: Meaning, figures: int) -> bool:
        """Whether a head's words name a row after other rows, with as many figures as a row has."""
        if not refs or refs.of_row or not (self.row and self.row.labels):
            return False
        many = figures > 1 and figures in self.index.widths
        return many and fold(piece.text) in self.index.unnumbered

    def _end_of_heads(self, found: _Found) -> int:
        """Where the heads of a line end: at a row's label, or at as many figures as a row without one has."""
        filled = [at for at, (piece, _) in enumerate(found) if piece.text]
        for bare in self.index.bare:
            if len(filled) > bare and all(found[at][0].text.isdigit() for at in filled[-bare:]):
                return filled[-bare]
        rows = (at for at in filled if found[at][1].of_row and not found[at][1].of_head)
        return next(rows, len(found))

    def _is_unit(self, row: PrintedRow, rest: _Found) -> bool:
        """Whether what comes next is a unit; after words that are no label, one with a figure after it."""
        if row.refs:
            return row.takes_unit(rest[0][0])
        if row.values or not row.labels or len(rest) < 2:
            return False
        return fold(rest[0][0].text) in self.index.units and looks_like_value(rest[1][0].text)

    def _piece(self, row: PrintedRow | None, piece: Cell, refs: Meaning, number: int) -> PrintedRow:
        """Add a piece of a line to its row, or to the next one when it is another row's label."""
        label = refs.of_row
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
        return row

    def _first(self, number: int, *, words: bool) -> PrintedRow:
        """The row that a line begins, or goes on with when it begins with a figure."""
        row = self.row
        return row if row and not words and not row.ended else self.start(number)

    def cell(self, piece: Cell, strip: Strip, number: int) -> None:
        """A line with one cell."""
        refs = self.refs(piece)
        if refs.of_row and not (refs.of_head and self._in_heads()):
            if refs.units:
                self._drop_number()
            self.start(number).name(piece, refs)
        elif self.row and self.row.refs.units and not self.row.ended and self.row.takes_unit(piece):
            pass
        elif self._lost_number(piece, refs, self._figures_after(number) if refs else 0):
            self.start(number).name(piece, NOTHING)
        elif refs:
            self.head(piece, refs, number)
        elif looks_like_value(piece.text):
            if self.items or self.row:
                row = self.row if self.row and not self.row.ended else self.start(number)
                row.values.append(piece)
        else:
            self._words(piece, number)
        if self.row and strip.pads:
            self.row.pads = strip.pads
            self.row.ended = True

    def _drop_number(self) -> None:
        """Take back a figure that is the number of the row to come, in a table that numbers its rows.

        Such a table begins with a 1 before its first label; elsewhere a figure may be so by chance.
        """
        self.labels += 1
        row = self.row
        if row is None or (row.known and len(row.values) < 2):
            return
        counts = self.numbered or self.labels == 1
        if counts and row.values and row.values[-1].text == str(self.labels):
            row.values.pop()
            self.numbered = True

    def _words(self, piece: Cell, number: int) -> None:
        """Unknown words alone on a line: text in a value cell, a label of a row or a head, or noise."""
        follow = self._figures_after(number)
        row = self.row
        if row and not row.ended and self._takes(row, piece, follow):
            row.values.append(piece)
            return
        if follow and (self.items or row):
            self.start(number).name(piece, NOTHING)
        elif self._in_heads():
            self.head(piece, NOTHING, number)
        else:
            self.flush()

    def _takes(self, row: PrintedRow, words: Cell, follow: int) -> bool:
        """Whether words stand in place of a figure: with them the row has as many as it should."""
        widths = row.refs.widths or self.index.widths
        if not row.labels:
            widths = frozenset(self.index.bare)
        have = len(row.values) + 1 + follow
        if have not in widths or len(row.values) in widths:
            return False
        return have > 1 or (row.known and len(words.text) <= _LONGEST_REMARK)

    def _in_heads(self) -> bool:
        return self.row is None and bool(self.items) and isinstance(self.items[-1], PrintedHead)

    def _figures_after(self, number: int) -> int:
        """How many lines with one figure follow, up to the next words."""
        count = 0
        for at in range(number + 1, len(self.strips)):
            strip = self.strips[at]
            filled = [piece for piece in strip.pieces if piece.text]
            if strip.prose or len(filled) > 1:
                break
            if filled and not looks_like_value(filled[0].text):
                break
            count += len(filled)
        return count


def _is_copy(it: tuple[Cell, Meaning], before: tuple[Cell, Meaning]) -> bool:
    """Whether a label is that of the cell before: a merged cell, printed once for each of its columns."""
    return it[1].of_row and not it[1].of_head and it[0].text == before[0].text


def _are_figures(row: PrintedRow, pieces: Sequence[Cell], at: int) -> bool:
    """Whether what is left of a line is as many figures as its row has: the common case."""
    return pieces[-1].text.isdigit() and len(pieces) - at in row.refs.widths


def _is_complete(row: PrintedRow) -> bool:
    """Whether a row has as many figures as it should."""
    return row.known and row.filled in row.refs.widths


def _is_head(found: _Found) -> bool:
    """Whether the first known word of a line is a head's, with no figure before it."""
    for piece, refs in found:
        if refs:
            return not refs.of_row
        if looks_like_value(piece.text) and piece.text:
            return False
    return False


def rows_of(items: Sequence[Item]) -> Iterator[PrintedRow]:
    """Yield the rows among the items."""
    return (item for item in items if isinstance(item, PrintedRow))
