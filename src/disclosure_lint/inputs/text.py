"""Plain text: the bytes as they are."""

from __future__ import annotations

from disclosure_lint.source import Source, decode


def read(path: str, data: bytes) -> Source:
    """Return the text of a file; never raises."""
    return decode(data, path)
