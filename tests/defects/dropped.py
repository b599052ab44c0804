"""The experiment of the dropped blanks: are the figures of a short row put in their own columns?

The commonest layout swallows blank cells, so a row with blanks is only a row with too few figures.
Zeros are left blank here, as clerks do. Columns between which nothing can decide may stay unplaced;
what must never happen is a figure in a column that is not its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from random import Random

from disclosure_lint.engine import read
from disclosure_lint.source import Source

from .case import EDITIONS, find_layout
from .draft import draft_report
from .figures import Size
from .judge import SETTINGS
from .layouts import print_report
from .model import Draft, Printed, Row


class Placing(StrEnum):
    """How the figures of the short rows were placed."""

    RIGHT = "right"  # every figure but zeros is in its column
    PART = "unplaced"  # some are left unplaced
    WRONG = "wrong"  # one is in a column that has another


def place(number: int, short_rows: int) -> tuple[Placing, str]:
    """Leave zeros blank in so many rows of a report; return how it is read, and its text."""
    rng = Random(f"dropped/{short_rows}/{number}")
    edition = EDITIONS[number % len(EDITIONS)]
    size = rng.choice((Size.TOWNSHIP, Size.COUNTY, Size.CITY))
    layout = find_layout("pipe-rows")
    draft = draft_report(rng, edition, size, piped=True)
    rows = _blank_out(draft, rng, short_rows)
    printed = print_report(draft, layout, rng)
    return _read_back(printed, rows), printed.text


def _blank_out(draft: Draft, rng: Random, count: int) -> list[Row]:
    """Blank one zero in a single row, one to three in each of several; the last row has no closing run."""
    table = draft.table("applications")
    rows = [row for row in table.bodies[:-1] if any(cell.text == "0" for cell in row.values)]
    chosen = rng.sample(rows, min(count, len(rows)))
    for row in chosen:
        zeros = [cell for cell in row.values if cell.text == "0"]
        for cell in rng.sample(zeros, 1 if count == 1 else rng.randint(1, min(3, len(zeros)))):
            cell.text = ""
    return chosen


def _read_back(printed: Printed, rows: Iterable[Row]) -> Placing:
    table = read(Source(printed.text), SETTINGS).table("applications")
    if table is None:
        return Placing.PART
    placing = Placing.RIGHT
    for row in rows:
        for cell in row.values:
            bound = table.cells[row.key, cell.key]
            if bound.value is not None and bound.value != int(cell.text or "0"):
                return Placing.WRONG
            if bound.value is None and cell.text not in {"", "0"}:
                placing = Placing.PART
    return placing
