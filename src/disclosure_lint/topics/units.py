"""Units of money: which one a head, a cell or a remark names, and what it is in yuan."""

from functools import lru_cache

from disclosure_lint.literals import occurrences
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.table import BoundCell
from disclosure_lint.text import fold
from disclosure_lint.words import words


@lru_cache(maxsize=256)
def unit_in(text: str) -> tuple[str, int] | None:
    """Return the unit that a text names and what it is in yuan, or None where it names none."""
    folded = fold(text)
    for unit, yuan in words("tables")["units"].items():
        if unit in folded:
            return unit, yuan
    return None


def told_in_yuan(cell: BoundCell, report: Report) -> Span | None:
    """Return where the words of the report name the same number in yuan."""
    text, printed = report.source.text, f"{cell.raw}元"
    for at in occurrences(text, printed) if len(cell.raw) > 1 else ():
        if text[at - 1 : at] not in {*"0123456789."}:  # the end of a longer figure
            return Span(at, at + len(printed)) if report.prose_at(at) else None
    return None
