"""What was written: ragged and faithful, each node with its span. Nothing here knows a form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from disclosure_lint.source import Span


class LineKind(StrEnum):
    """The kinds of line that the grammar tells apart."""

    HEADING = "HEADING"
    CLAUSE = "CLAUSE"
    ITEM = "ITEM"
    ROW = "ROW"
    TEXT = "TEXT"
    BLANK = "BLANK"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of words. `span` leaves out surrounding blanks and the line end; `text` is that span's text."""

    text: str
    span: Span
    kind: LineKind = LineKind.TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row; `span` leaves out surrounding blanks and is empty between two separators."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A line with separators, split into cells.

    `pads` counts the separators of the closing run that hold nothing between them (`| 0 | ||` has
    two): they say how many columns the row lacks, never which. `closed` and `led` say whether the
    line ends and begins with a separator.
    """

    cells: tuple[Cell, ...]
    span: Span
    pads: int = 0
    led: bool = False
    closed: bool = False
    tabs: bool = False


Block = Paragraph | Row


@dataclass(frozen=True, slots=True)
class Section:
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


@dataclass(frozen=True, slots=True)
class Document:
    """A report as written: what stands before the first section, the sections, the trailer.

    `front` keeps every block before the first heading; `title` (one to three lines), `metadata` and
    `preamble` are its parts, told apart by their shape and words.
    """

    front: tuple[Block, ...]
    title: tuple[Paragraph, ...]
    metadata: tuple[Block, ...]
    preamble: tuple[Block, ...]
    sections: tuple[Section, ...]
    trailer: tuple[Paragraph, ...]
