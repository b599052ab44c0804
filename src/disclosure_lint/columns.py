"""Where the figures of a row stand: by their number, or by the blanks of a layout that keeps them."""

from collections import Counter
from collections.abc import Sequence

from disclosure_lint.layout import How
from disclosure_lint.printed import PrintedRow
from disclosure_lint.records import NamedTuple
from disclosure_lint.syntax import Cell


class Measure(NamedTuple):
    """What the rows of a printed table have in common.

    `grid` says that blanks are kept in place. In nearly all rows `width` is the number of cells and
    pads, and `start` that of the cells before the first column of figures; 0 where it differs. `tight`
    says that no row has cells after its last column, `flush` that none has blanks before its first: a
    row with a group's label, too, begins one column later.
    """

    width: int
    grid: bool
    start: int = 0
    tight: bool = False
    flush: bool = False


def measure(rows: Sequence[PrintedRow], counts: Sequence[int]) -> Measure:
    """Return what `rows` have in common; `counts` has the columns of each, 0 for one of no form."""
    width = _common([row.width for row in rows if row.full])
    if not _keeps_blanks(rows):
        return Measure(width, grid=False)
    starts = []
    ends = []
    leads = []
    for row, count in zip(rows, counts, strict=True):
        filled = [at for at, piece in enumerate(row.values) if piece.text] if row.full else []
        if filled and len(filled) == count:
            starts.append(row.width - row.pads - len(row.values) + filled[0])
            ends.append(row.width - count)
            leads.append(filled[0])
    start = _common(starts)
    tight = bool(start) and set(ends) == {start}
    return Measure(width, grid=True, start=start, tight=tight, flush=not any(leads))


def place(row: PrintedRow, count: int, table: Measure) -> list[Cell | None] | None:
    """Give each of `count` columns its piece, None for a blank; None where no placement is certain."""
    filled = [piece for piece in row.values if piece.text]
    if len(filled) == count:
        return [*filled]
    if row.full and filled and not table.grid and len(row.values) == count:
        return [*row.values]  # a blank after the last figure, in its place
    kept: list[Cell | None] = [*row.values, *[None] * row.pads] if table.grid and row.full else []
    if not filled:
        return [*kept[:count], *[None] * (count - len(kept))]
    fits = row.width == (table.width or row.width)
    if not fits and not (table.tight and row.width == table.start + count):
        return None
    # A merged label leaves blanks before the figures, a short block of columns leaves some after them.
    starts: Sequence[int] = range(len(kept) - count + 1)
    if table.start:
        first = table.start - (row.width - len(kept))
        starts = [max(first, 0) if table.flush else first]
    possible = [at for at in starts if _fits(kept, at, count)]
    return kept[possible[0] : possible[0] + count] if len(possible) == 1 else None


def _fits(kept: Sequence[Cell | None], at: int, count: int) -> bool:
    """Whether so many cells stand from `at` on, and nothing but blanks outside of them."""
    outside = (*kept[: max(at, 0)], *kept[at + count :])
    return 0 <= at <= len(kept) - count and not any(piece and piece.text for piece in outside)


def _keeps_blanks(rows: Sequence[PrintedRow]) -> bool:
    """Whether the layout keeps blanks in place: some row has one before a figure, or all end at one tab."""
    if {row.how for row in rows} == {How.TABS} and len({row.width for row in rows}) == 1:
        return True
    for row in rows:
        if row.full:
            texts = [piece.text for piece in row.values]
            filled = [at for at, text in enumerate(texts) if text]
            if filled and "" in texts[: filled[-1]]:
                return True
    return False


def _common(numbers: Sequence[int]) -> int:
    """The number that nearly all of `numbers` are, or 0."""
    number, times = Counter(numbers).most_common(1)[0] if numbers else (0, 0)
    return number if times * 4 >= len(numbers) * 3 else 0
