"""Units of money: which one a head, a cell or a remark names, and what it is in yuan."""

from __future__ import annotations

from functools import lru_cache

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
