"""What takes long to make and comes out alike every time, kept from one run to the next.

Compiled patterns, data read from TOML, the tables that Lark makes of a grammar and what the rules
declare take longer to make than a report takes to check. They are kept in one file in the cache folder
of the user. An entry is found by all that it is made from (its very text; of the rules, the date and
size of each file), so none goes stale; the file belongs to one version of this package and of Python,
and is data: nothing in it is run. It never holds a word of a report. Where there is no such file, or it
makes no sense, everything is made as if there had never been one.
"""

import marshal
import os
import sys
from binascii import crc32
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from disclosure_lint.version import VERSION

# The environment variable with the folder to keep the file in; empty: nowhere.
VARIABLE = "DISCLOSURE_LINT_TABLES"
_MADE_BY = f"disclosure-lint {VERSION}, {sys.implementation.name} {sys.version}"
_SUM = 4  # bytes of the check sum before the data
_MOST = 1000  # entries that are kept whether they are used or not

_T = TypeVar("_T")
_used: set[str] = set()
_fresh: set[str] = set()  # what was made in this run


def kept(kind: str, text: str, make: Callable[[], _T]) -> _T:
    """Return what was kept for `text`, or make it.

    What is made is plain data (numbers, texts, bytes, None; lists, tuples and dicts of them) and the
    same each time for the same kind and text. Raises ValueError for what is no plain data.
    """
    entries = _entries()
    key = f"{kind} {text}"
    _used.add(key)
    if key in entries:
        with suppress(EOFError, ValueError, TypeError):
            found: _T = marshal.loads(entries[key])  # noqa: S302 - reads data, runs nothing
            return found
    made = make()
    data: Any = made
    entries[key] = marshal.dumps(data)
    _fresh.add(key)
    return made


def save() -> None:
    """Write the file, at one stroke, if something is new; a folder that cannot be written stays as it is."""
    path, entries = _file(), _entries()
    if path is None or not _fresh:
        return
    if len(entries) > _MOST:
        entries = {key: entries[key] for key in _used}
    own = path.with_suffix(f".{os.getpid()}")
    data = marshal.dumps((_MADE_BY, entries))
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        own.write_bytes(_sum(data) + data)
        own.replace(path)
        _fresh.clear()


def _sum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")


@cache
def _entries() -> dict[str, bytes]:
    path = _file()
    if path is not None:
        with suppress(OSError, EOFError, ValueError, TypeError):
            whole = path.read_bytes()
            if whole[:_SUM] == _sum(data := whole[_SUM:]):  # damaged data may do more than raise
                made_by, entries = marshal.loads(data)  # noqa: S302
                if made_by == _MADE_BY and isinstance(entries, dict):
                    return entries
    return {}


@cache
def _file() -> Path | None:
    """The file of this version and this Python, if there is a folder for it."""
    folder = os.environ.get(VARIABLE)
    place = _folder() if folder is None else Path(folder) if folder else None
    return place and place / f"{VERSION}-{sys.implementation.cache_tag}.tables"


def _folder() -> Path | None:
    """The place of this platform for what a program may make anew."""
    given = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    above = Path(given)
    if not above.is_absolute():
        try:
            above = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
        except RuntimeError:  # nobody's home
            return None
    return above / "disclosure-lint"
