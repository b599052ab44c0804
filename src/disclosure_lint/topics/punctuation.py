"""How a text as a whole sets its punctuation."""

from functools import lru_cache

from disclosure_lint.source import Span

HALF = ",()"
_FULL = "，（）"
# Fewer marks than this say nothing about the whole.
_FEWEST = 10


@lru_cache(maxsize=8)
def width_folded(text: str) -> bool:
    """Whether nearly all commas and brackets are half-width while full stops are kept.

    Turning a page into text often does that (NFKC leaves only `。` and `、` as they are), so single
    half-width marks say nothing about the author.
    """
    half = sum(map(text.count, HALF))
    return half >= _FEWEST and "。" in text and half >= 9 * sum(map(text.count, _FULL))


def first_half_width(text: str) -> Span:
    """Return the span of the first half-width comma, else bracket; of a text without one, its start."""
    at = next((at for mark in HALF if (at := text.find(mark)) >= 0), None)
    return Span(0, 0) if at is None else Span(at, at + 1)
