"""Patterns, compiled on first use and kept: compiling them takes longer than checking a report."""

import re
from array import array
from collections.abc import Callable
from fnmatch import translate
from functools import cache
from importlib import import_module

from disclosure_lint.kept import kept

# A Chinese character in a pattern: a letter, no Latin one. (The range of code points `[一-鿿]` takes
# `re` a millisecond to compile, each time it stands in a pattern.)
HAN = r"[^\W\d_A-Za-z]"

_WILD = frozenset("*?[")
# A compiled pattern taken apart: flags, code, the number of its groups and the names of some of them.
_Parts = tuple[int, bytes, int, dict[str, int]]


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, compiled once.

    Not for a pattern with words of a report in it: patterns are kept beyond the run.
    """
    if not _known_python():
        return re.compile(pattern, flags)
    parts = kept("pattern", f"{int(flags)} {pattern}", lambda: _apart(pattern, flags))
    return _joined(pattern, parts)


@cache
def glob(pattern: str) -> Callable[[str], object]:
    """Return what says, by its truth, whether a pattern of the shell fits a name."""
    return compiled(translate(pattern)).match if _WILD.intersection(pattern) else pattern.__eq__


@cache
def _known_python() -> bool:
    """Whether this Python compiles patterns in the two steps known here; `re` has no way to keep one."""
    pattern = "(?P<a>b)|c"
    try:
        return _joined(pattern, _apart(pattern, 0)) == re.compile(pattern)
    except Exception:  # noqa: BLE001 - whatever another Python does, it can compile
        return False


def _apart(pattern: str, flags: int) -> _Parts:
    parsed = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001 - there is no other way
    state = parsed.state
    names = dict(state.groupdict)
    return int(flags | state.flags), array("I", code).tobytes(), state.groups - 1, names


def _joined(pattern: str, parts: _Parts) -> re.Pattern[str]:
    flags, code, groups, names = parts
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    made: re.Pattern[str] = import_module("_sre").compile(
        pattern, flags, array("I", code).tolist(), groups, names, tuple(by_number)
    )
    return made
