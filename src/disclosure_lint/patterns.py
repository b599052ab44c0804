"""Patterns compiled on first use: compiling them all at start-up would take longer than the report."""

from __future__ import annotations

import re
from functools import cache

# A Chinese character in a pattern: a letter, no Latin one. (The range of code points `[一-鿿]` takes
# `re` a millisecond to compile, each time it stands in a pattern.)
HAN = r"[^\W\d_A-Za-z]"


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, compiled once."""
    return re.compile(pattern, flags)
