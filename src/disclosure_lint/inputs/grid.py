"""Tables with merged cells to rows of bars with blanks in place, and the lines of a document."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from disclosure_lint.bars import bars
from disclosure_lint.diagnostic import Message
from disclosure_lint.inputs import UnreadableError
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.values import looks_like_value

# No table of a report comes near these.
MOST_SPAN = 1000
MOST_CELLS = 200_000
# A cell with more text than this holds an article, not a label.
_LONGEST_CELL = 500

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
# Between two such characters a line break of the file is no blank (CSS Text 3, 4.1.3).
_BREAK = compiled(rf"(?<=[{_CJK}])[ \t\r\f]*\n\s*(?=[{_CJK}])")
_BLANKS = compiled(r"[ \t\r\n\f\x0b\xa0]+")
_APART = compiled(rf"(?<![{_CJK}])\n|\n(?![{_CJK}])")


class Box(NamedTuple):
    """A cell as written, with the number of columns and of rows it covers."""

    text: str
    across: int = 1
    down: int = 1


class _Placed(NamedTuple):
    """A cell in its row: the column it begins in; `text` is None where a cell above reaches down."""

    column: int
    across: int
    text: str | None


class Budget:
    """How many cells a document may still have; merged cells count for every place they cover."""

    def __init__(self, cells: int = MOST_CELLS) -> None:
        self._left = cells

    def spend(self, cells: int) -> None:
        """Take `cells` off; raise UnreadableError when there are not so many left."""
        self._left -= cells
        if self._left < 0:
            message = Message(
                f"表格单元格超过{MOST_CELLS}个", f"its tables have more than {MOST_CELLS} cells"
            )
            raise UnreadableError(message)


def words(text: str) -> str:
    """Return text without the line breaks and runs of blanks that the markup is laid out with."""
    return _BLANKS.sub(" ", _BREAK.sub("", text)).strip()


def cell_text(lines: Iterable[str]) -> str:
    """Return the lines of a cell as one; a bar, which would end the cell, becomes a broken bar."""
    text = _APART.sub(" ", "\n".join(lines)).replace("\n", "")
    return words(text).replace("|", "¦").replace("｜", "¦").replace("│", "¦").replace("┃", "¦")


def is_layout(*, widest: int, longest: int, nested: bool) -> bool:
    """Whether a table only lays out a page: one column, tables in its cells, or whole articles.

    `widest` is the number of cells of its widest row, `longest` that of characters of its fullest
    cell; `nested` says that a table stands in a cell.
    """
    return widest < 2 or nested or longest > _LONGEST_CELL


def table_lines(rows: Sequence[Sequence[Box]], budget: Budget) -> list[str]:
    """Return a line of bars for each row with words in it.

    A cell has its text in the first of the columns it covers and blanks in the others, also in the
    rows it reaches down into. Right of the labels one cell is one column, however far it reaches:
    pages merge cells there only because another part of the table has more columns.
    """
    placed = _place(rows, budget)
    starts = sorted({it.column for row in placed for it in row})
    figures = [it.column for row in placed for it in row if it.text and looks_like_value(it.text)]
    edge = min(figures, default=0)
    lines = []
    for row in placed:
        filled = any(it.text and looks_like_value(it.text) for it in row)
        cells = list(_cells(row, starts, edge if filled else None))
        budget.spend(len(cells))
        if any(cells):
            lines.append(bars(cells))
    return lines


def _cells(row: Sequence[_Placed], starts: Sequence[int], edge: int | None) -> Iterator[str]:
    """The cells of a row and the blanks of merged ones, left of `edge` only where there is one."""
    for it in row:
        yield it.text or ""
        end = it.column + it.across
        if edge is not None:
            end = min(end, edge)
        merged = bisect_left(starts, end) - bisect_left(starts, it.column)
        yield from [""] * (merged - 1)


def _place(rows: Sequence[Sequence[Box]], budget: Budget) -> list[list[_Placed]]:
    """Give each cell its column: the first that no cell before or above covers."""
    above: dict[int, tuple[int, int]] = {}  # column: how far across, and the row where it ends
    placed = []
    for number, row in enumerate(rows):
        taken = sorted(above)
        line = []
        at = reach = 0
        for box in row:
            while reach < len(taken) and taken[reach] <= at:
                at = max(at, taken[reach] + above[taken[reach]][0])
                reach += 1
            free = taken[reach] - at if reach < len(taken) else MOST_SPAN
            across = min(max(box.across, 1), free, MOST_SPAN)
            line.append(_Placed(at, across, box.text))
            down = min(max(box.down, 1), MOST_SPAN, len(rows) - number)
            if down > 1:
                above[at] = (across, number + down)
            at += across
        line += [_Placed(column, above[column][0], None) for column in taken]
        budget.spend(len(line))
        placed.append(sorted(line))
        above = {column: it for column, it in above.items() if it[1] > number + 1}
    return placed
