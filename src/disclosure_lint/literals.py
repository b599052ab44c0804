"""Where a literal stands. To find one is several times as fast as to search for a pattern."""

from collections.abc import Iterator


def holds(text: str, literal: str) -> bool:
    """Whether `literal`, a rare word, stands in `text`.

    A single character is found many times as fast as a word, and a text without the word mostly lacks
    one of its characters too.
    """
    return all(map(text.__contains__, literal)) and literal in text


def occurrences(text: str, literal: str) -> Iterator[int]:
    """Yield the offsets of `literal` in `text`, none inside another, in order."""
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + len(literal))
