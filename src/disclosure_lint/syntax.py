"""What was written: ragged and faithful, each node with its span. Nothing here knows a form."""

from collections.abc import Mapping
from enum import StrEnum

from disclosure_lint.records import NamedTuple, by_identity, made
from disclosure_lint.source import Span


class LineKind(StrEnum):
    """The kinds of line that the grammar tells apart."""

    HEADING = "HEADING"
    CLAUSE = "CLAUSE"
    ITEM = "ITEM"
    ROW = "ROW"
    TEXT = "TEXT"
    BLANK = "BLANK"


class Paragraph(NamedTuple):
    """A line of words. `span` leaves out surrounding blanks and the line end; `text` is that span's text."""

    text: str
    span: Span
    kind: LineKind = LineKind.TEXT


class Cell(NamedTuple):
    """One cell: its text without surrounding blanks, and the offsets of that text.

    A cell with nothing in it stands in the middle between its separators. Where a line break cut a
    cell, `text` leaves the break out. (Cells and lines are tuples, not dataclasses: a report has
    hundreds, and a tuple is made three times as fast.)
    """

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The span of the text."""
        return made(Span, (self.start, self.end))


# The text of a cell, and the places of its beginning and end from the start of the line.
Piece = tuple[str, int, int]


class Row(NamedTuple):
    """A line with separators, split into cells; `pieces` are these with places in the line.

    `pads` counts the separators of the closing run (`| 0 | ||` has two), which are not among the
    cells: they say how many columns the row lacks, never which. Empty cells with blanks between
    their separators are cells. `closed` and `led` say whether the line ends and begins with a
    separator; `tabs` that the separators are tabs. `words` are the texts of the cells, each figure as
    `0`: rows with the same words are alike but for places and figures.
    """

    pieces: tuple[Piece, ...]
    span: Span
    pads: int = 0
    led: bool = False
    closed: bool = False
    tabs: bool = False
    words: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, made when they are asked for: of most rows only the words are."""
        start = self.span[0]
        return tuple([made(Cell, (text, start + i, start + j)) for text, i, j in self.pieces])


Block = Paragraph | Row


class Section(NamedTuple):
    """A first-level heading and what follows it up to the next one.

    `number` is as printed (`一`, `1`, or empty), `title` the words after it, `heading` the span of
    both; `span` reaches to the start of the next section.
    """

    number: str
    title: str
    heading: Span
    title_span: Span
    span: Span
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A report as written: what stands before the first section, the sections, the trailer.

    `front` keeps every block before the first heading; `title` (one to three lines), `metadata` and
    `preamble` are its parts, told apart by their shape and words. `framed` says that the page was
    laid out as one table, which leaves hundreds of bars.
    """

    front: tuple[Block, ...]
    title: tuple[Paragraph, ...]
    metadata: tuple[Block, ...]
    preamble: tuple[Block, ...]
    sections: tuple[Section, ...]
    trailer: tuple[Paragraph, ...]
    framed: bool = False


@by_identity
class Landmarks(NamedTuple):
    """Words that tell the parts of a text apart; all folded. They come from data, never from code.

    `titles` are section titles and their known variants, `official` the exact ones with their
    numbers, which begin, printed without one, with one of the characters `openings`; `labels` open rows of a table, so a line that is one, or one of `label_beginnings`
    (whole labels among them), opens no section; `keys` name metadata.
    """

    titles: frozenset[str]
    official: Mapping[str, str]
    openings: frozenset[str]
    labels: frozenset[str]
    label_beginnings: frozenset[str]
    keys: frozenset[str]
    title_endings: tuple[str, ...]
    furniture: tuple[str, ...]
