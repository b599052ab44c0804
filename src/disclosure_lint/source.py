"""Bytes or text in, text with exact positions out.

Positions inside the program are offsets in code points of the text as the user has it.
`LineIndex` alone turns them into rows and columns, and a line ends at a line feed and nowhere else.
"""

import codecs
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate

from disclosure_lint.records import NamedTuple

# Frequent characters of these reports in both scripts: they tell UTF-16, GB18030 and Big5 apart.
_FREQUENT = frozenset("的政府信息公开開一不年本行收到情况況申请請数數据據有关關工作报報告")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Span(NamedTuple):
    """A half-open range of code points in the text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether a character stands in both."""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place as people count: row and column from 1, columns in code points."""

    row: int
    column: int


class LineIndex:
    """Turns offsets into rows and columns of any unit, and back."""

    def __init__(self, text: str, first: int = 1) -> None:
        """Remember where each line of `text` starts; `first` is the row of its first line."""
        self._text = text
        self._first = first
        lengths = [len(line) + 1 for line in text.split("\n")]
        self._starts = [0, *accumulate(lengths[:-1])]
        # Of each unit the last place asked for: start of its row, offset, units between them.
        self._last: dict[Callable[[str], int], tuple[int, int, int]] = {}

    @property
    def rows(self) -> int:
        """The number of lines; text that ends in a line feed has one empty line more."""
        return len(self._starts)

    def row(self, offset: int) -> int:
        """Return the row, from 1, of an offset."""
        return bisect_right(self._starts, offset) + self._first - 1

    def position(self, offset: int) -> Position:
        """Return row and column, both from 1, of an offset in code points."""
        row = self.row(offset)
        return Position(row, offset - self._starts[row - self._first] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of a position; raise IndexError when its row is not in the text."""
        if not 0 <= position.row - self._first < self.rows:
            raise IndexError(position.row)
        return self._starts[position.row - self._first] + position.column - 1

    def line(self, row: int) -> Span:
        """Return the span of a row without its line feed (and without a carriage return before it)."""
        at = row - self._first
        start = self._starts[at]
        end = self._starts[at + 1] - 1 if at + 1 < self.rows else len(self._text)
        if end > start and self._text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def utf16_column(self, offset: int) -> int:
        """Return the column from 0 in UTF-16 code units, as editors count."""
        return self._units_before(offset, _utf16_units)

    def utf8_column(self, offset: int) -> int:
        """Return the column from 1 in UTF-8 bytes, as rdjson and vim count."""
        return self._units_before(offset, _utf8_bytes) + 1

    def _units_before(self, offset: int, units: Callable[[str], int]) -> int:
        """Return how many units stand on the row before an offset.

        It counts on from the last place asked for: findings come in order, and one row may be long.
        """
        start = self._starts[self.row(offset) - self._first]
        begun, at, count = self._last.get(units, (start, start, 0))
        if begun != start:
            at, count = start, 0
        if at <= offset:
            count += units(self._text[at:offset])
        else:
            count -= units(self._text[offset:at])
        self._last[units] = (start, offset, count)
        return count


def _utf8_bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _utf16_units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def display_width(text: str, *, ambiguous: int = 1) -> int:
    """Return the number of terminal cells of `text`; `ambiguous` is the width of marks like “ ”."""
    return sum(_char_width(char, ambiguous) for char in text)


def _char_width(char: str, ambiguous: int) -> int:
    if char < "\x7f":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Me", "Mn"}:
        return 0
    kind = unicodedata.east_asian_width(char)
    if kind == "A":
        return ambiguous
    return 2 if kind in "WF" else 1


class _Text(NamedTuple):
    text: str
    filename: str = "-"
    encoding: str = "utf-8"
    bom: bytes = b""
    lossy: bool = False
    first_row: int = 1


class Source(_Text):
    """A report's text, and what is needed to write it back byte for byte.

    `encoding` and `bom` are those of the bytes it came from; `lossy` says that some bytes could not
    be decoded and stand as U+FFFD, so the text must not be written back. `first_row` is the row of
    the first line, where the text is a part of a file.
    """

    @cached_property
    def lines(self) -> LineIndex:
        """The line index, made on first use."""
        return LineIndex(self.text, self.first_row)

    def slice(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]


def decode(data: bytes, filename: str = "-") -> Source:
    """Return the text of `data`: byte-order mark, strict UTF-8, UTF-16, GB18030, Big5, else lossy UTF-8.

    Never raises. Bytes that fit no encoding become U+FFFD and set `lossy`.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            text = _strict(body, encoding)
            if text is not None:
                return Source(text, filename, encoding, bom)
            return Source(body.decode(encoding, "replace"), filename, encoding, bom, lossy=True)
    text = _strict(data, "utf-8")
    if text is not None and not _looks_utf16(data):
        return Source(text, filename)
    guesses = [
        (_score(guess), encoding, guess)
        for encoding in ("gb18030", "big5", "utf-16-le", "utf-16-be")
        if (guess := _strict(data, encoding)) is not None
    ]
    score, encoding, guess = max(guesses, key=lambda it: it[0], default=(0.0, "", ""))
    if text is not None and score < _READABLE:
        return Source(text, filename)
    if encoding and (score >= _READABLE or encoding == "gb18030"):
        return Source(guess, filename, encoding)
    return Source(data.decode("utf-8", "replace"), filename, lossy=True)


# The share of frequent characters from which a guessed encoding is believed.
_READABLE = 0.05


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_utf16(data: bytes) -> bool:
    """Text in UTF-16 that happens to be valid UTF-8 is full of NUL bytes."""
    return len(data) % 2 == 0 and data.count(0) * 5 > len(data)


def _score(text: str) -> float:
    return sum(char in _FREQUENT for char in text) / (len(text) or 1)


def encode(source: Source, text: str) -> bytes:
    """Return `text` in the encoding and with the byte-order mark of `source`.

    Raises ValueError when the source was decoded with losses: writing it back would change it.
    """
    if source.lossy:
        message = "text with undecodable bytes cannot be written back"
        raise ValueError(message)
    return source.bom + text.encode(source.encoding)
