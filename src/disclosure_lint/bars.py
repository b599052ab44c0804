"""A line of cells as the canonical layout prints it."""

from collections.abc import Iterable


def bars(cells: Iterable[str], pads: int = 0) -> str:
    """Return a line of cells; `pads` separators follow for columns that the row lacks."""
    line = f"| {' | '.join(cells)} |"
    return f"{line} {'|' * pads}" if pads else line
