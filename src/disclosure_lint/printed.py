"""What `rows` reads and the binder binds: rows and heads as they are printed."""

from disclosure_lint.labels import NOTHING, Meaning
from disclosure_lint.layout import How
from disclosure_lint.records import NamedTuple
from disclosure_lint.syntax import Cell
from disclosure_lint.text import fold
from disclosure_lint.values import is_placeholder


class PrintedRow:
    """A row as printed: its labels (groups first) and the pieces after them, blanks among them.

    `refs` are the meanings of its last label; `known` says that this is a row's label. `full` says
    that one printed line holds the row and `ended` that nothing more belongs to it; `pads` counts
    the empty cells at its end, `width` all cells of its line. `parted` says that prose stands before,
    `measured` that its unit was read. `how` tells what its line was cut at.
    """

    def __init__(self, strip: int, *, parted: bool = False) -> None:
        self.strip = strip
        self.labels: list[Cell] = []
        self.values: list[Cell] = []
        self.refs = NOTHING
        self.known = False
        self.full = False
        self.ended = False
        self.pads = 0
        self.width = 0
        self.parted = parted
        self.how = How.LINE
        self.measured = False

    @property
    def waiting(self) -> bool:
        """Whether it holds a group's label only, which goes before the next row's."""
        return bool(self.labels) and not (self.known or self.values)

    @property
    def filled(self) -> int:
        """How many pieces after its labels are no blanks."""
        return sum(bool(piece.text) for piece in self.values)

    def name(self, piece: Cell, refs: Meaning) -> None:
        """Add a label. One that some edition prints over a group may be no row's own."""
        self.labels.append(piece)
        self.refs = refs
        self.known = refs.names_row
        self.measured = False

    def takes_unit(self, piece: Cell) -> bool:
        """Whether a piece is the unit of the figures to come, or the dash that groups have for one."""
        units = self.refs.units
        if not units or self.values or self.measured:
            return False
        dash = not self.known and is_placeholder(piece.text)
        self.measured = dash or fold(piece.text) in units
        return self.measured


class PrintedHead(NamedTuple):
    """Words at the head of a block: captions, column heads, the head over the labels."""

    piece: Cell
    refs: Meaning
    strip: int
    parted: bool = False


Item = PrintedRow | PrintedHead
