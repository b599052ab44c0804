"""What a report consists of before it is printed: paragraphs, headings, tables of cells.

Everything compares by identity. A fault remembers the very cells it spoilt, and the sheet, on which
a layout prints, remembers where each of them came to stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple


class Role(Enum):
    """What a cell of a table is for."""

    CAPTION = auto()
    STUB = auto()  # the head over the labels
    HEAD = auto()
    GROUP = auto()  # a label that several rows share
    LABEL = auto()
    VALUE = auto()


@dataclass(eq=False, slots=True)
class Cell:
    """A printed cell: it begins in grid column `at` and covers `across` of them.

    `key` is the row's key for labels, the column's key for heads and values, and empty for the heads
    and labels that span others.
    """

    text: str
    role: Role
    at: int
    across: int = 1
    key: str = ""


@dataclass(eq=False, slots=True)
class Row:
    """The cells that begin in one grid row of `width` columns; cells merged into it are left out."""

    key: str
    cells: list[Cell]
    width: int

    @property
    def label(self) -> Cell:
        """The row's own label; StopIteration where it has none."""
        return next(cell for cell in self.cells if cell.role is Role.LABEL)

    @property
    def values(self) -> list[Cell]:
        """The cells meant for figures, from left to right."""
        return [cell for cell in self.cells if cell.role is Role.VALUE]


@dataclass(eq=False, slots=True)
class Table:
    """A table by the key the form gives it."""

    key: str
    rows: list[Row]

    @property
    def bodies(self) -> list[Row]:
        """The rows that hold figures."""
        return [row for row in self.rows if row.key]


@dataclass(eq=False, slots=True)
class Paragraph:
    """A line of words, or several that belong together."""

    text: str


@dataclass(eq=False, slots=True)
class Heading:
    """A first-level heading; `number` holds its mark too (`一、`)."""

    number: str
    title: str

    @property
    def text(self) -> str:
        """The heading as it is printed."""
        return self.number + self.title


@dataclass(eq=False, slots=True)
class Section:
    """A section of the report; without headings its blocks run on from the section before."""

    key: str
    headings: list[Heading]
    blocks: list[Paragraph | Table]


Printable = Cell | Row | Table | Paragraph | Heading


@dataclass(eq=False, slots=True)
class Draft:
    """A whole report. `digits` says that every figure must stay a single digit."""

    front: list[Paragraph]
    sections: list[Section]
    tail: list[Paragraph]
    digits: bool

    @property
    def tables(self) -> list[Table]:
        """The tables in the order of the report."""
        return [
            block
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Table)
        ]

    def table(self, key: str) -> Table:
        """Return the table of a key; StopIteration when the report has it not."""
        return next(table for table in self.tables if table.key == key)

    def section_of(self, table: str) -> Section:
        """Return the section that a table belongs to."""
        return next(section for section in self.sections if section.key == table)


class Extent(NamedTuple):
    """Where something was printed: offsets in the text, the end exclusive."""

    start: int
    end: int


@dataclass(slots=True)
class Sheet:
    """Takes text piece by piece and remembers where each thing went; line feeds become `newline`."""

    newline: str = "\n"
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    extents: dict[Printable, Extent] = field(default_factory=dict)

    def write(self, text: str, what: Printable | None = None) -> None:
        """Append `text`, which is `what`."""
        text = text.replace("\n", self.newline)
        if what is not None:
            self.extents[what] = Extent(self.length, self.length + len(text))
        self.pieces.append(text)
        self.length += len(text)

    def close(self, what: Printable, start: int) -> None:
        """Note that `what` reaches from `start` to here."""
        self.extents[what] = Extent(start, self.length)

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed report and where its parts are."""

    text: str
    extents: dict[Printable, Extent]

    def lines(self, what: Printable) -> range:
        """Return the lines, from 1, that `what` stands on; an empty range when it was not printed."""
        if what not in self.extents:
            return range(0)
        start, end = self.extents[what]
        first = self.text.count("\n", 0, start) + 1
        words = self.text[start:end].rstrip()
        return range(first, first + words.count("\n") + 1)

    def at(self, what: Printable) -> str:
        """Return the text of `what`."""
        return self.text[slice(*self.extents[what])]
