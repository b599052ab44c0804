"""Patterns, compiled on first use and kept: compiling them all takes longer than checking a report."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from disclosure_lint.kept import kept

# A Chinese character in a pattern: a letter, no Latin one. (The range of code points `[一-鿿]` takes
# `re` a millisecond to compile, each time it stands in a pattern.)
HAN = r"[^\W\d_A-Za-z]"

# A compiled pattern in parts: its flags, its code, its number of groups, the names of some of them.
_Parts = tuple[int, bytes, int, dict[str, int]]


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, compiled once."""
    if not _can_be_kept():
        return re.compile(pattern, flags)
    return _joined(pattern, kept("pattern", f"{int(flags)} {pattern}", lambda: _parts(pattern, flags)))


@cache
def _can_be_kept() -> bool:
    """Whether this Python compiles patterns in the two steps that are known here; `re` itself has no way to keep one."""
    pattern = "(?P<a>b)|c"
    try:
        return _joined(pattern, _parts(pattern, 0)) == re.compile(pattern)
    except Exception:  # noqa: BLE001 - whatever another Python does, it can compile
        return False


def _parts(pattern: str, flags: int) -> _Parts:
    parsed = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    words = b"".join(int(word).to_bytes(4, "little") for word in code)
    return int(flags) | int(state.flags), words, state.groups - 1, dict(state.groupdict)


def _joined(pattern: str, parts: _Parts) -> re.Pattern[str]:
    flags, words, groups, names = parts
    code = memoryview(words).cast("I").tolist()
    by_number = [None, *(None for _ in range(groups))]
    ...
