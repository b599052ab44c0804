"""Where a literal stands. To find one is several times as fast as to search for a pattern."""

from collections.abc import Iterator


def occurrences(text: str, literal: str) -> Iterator[int]:
    """Yield the offsets of `literal` in `text`, none inside another, in order."""
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + len(literal))
