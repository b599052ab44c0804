"""What takes long to make and comes out alike every time, kept from one run to the next.

Compiled patterns, data read from TOML and the tables that Lark makes of a grammar take longer to make
than a report takes to check. They are kept in one file in the cache folder of the user. An entry is
found by all that it is made from (its very text), so none goes stale; the file belongs to one version
of this package and of Python, and is data: nothing in it is run. It never holds a word of a report.
Where there is no such file, or it makes no sense, everything is made as if there had never been one.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

from disclosure_lint.version import VERSION

# The folder to keep tables in; empty: nowhere.
VARIABLE = "DISCLOSURE_LINT_TABLES"
_MADE_BY = f"disclosure-lint {VERSION}, {sys.implementation.name} {sys.version}"
_MOST = 5000  # entries; nobody has so many patterns

_T = TypeVar("_T")
_Entries = dict[tuple[str, str], Any]
_new: _Entries = {}


def kept(kind: str, text: str, make: Callable[[], _T]) -> _T:
    """Return what was kept for `text`, or make it.

    What is made is plain data (numbers, texts, bytes, None; lists, tuples and tables of such), the
    same for the same kind and text, and nobody changes it.
    """
    key = (kind, text)
    entries = _entries()
    if key not in entries:
        entries[key] = _new[key] = make()
    made: _T = entries[key]
    return made


def save() -> None:
    """Write the file, at one stroke, if there is something new; a folder that is not to be written stays as it is."""
    path = _path()
    if not path or not _new or len(_entries()) > _MOST:
        return
    own = f"{path}.{os.getpid()}"
    with suppress(OSError, ValueError):  # ValueError: what cannot be written as plain data
        data = marshal.dumps((_MADE_BY, _entries()))
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(own, "xb") as stream:
            stream.write(data)
        os.replace(own, path)
        _new.clear()


@cache
def _entries() -> _Entries:
    try:
        with open(_path(), "rb") as stream:
            made_by, entries = marshal.loads(stream.read())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return entries if made_by == _MADE_BY and isinstance(entries, dict) else {}


@cache
def _path() -> str:
    """The file of this Python; an empty text where there is no folder for it."""
    folder = os.environ.get(VARIABLE, _folder())
    return folder and os.path.join(folder, f"{VERSION}-{sys.implementation.cache_tag}.tables")


def _folder() -> str:
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return ""
    usual = {
        "win32": os.environ.get("LOCALAPPDATA", ""),
        "darwin": os.path.join(home, "Library", "Caches"),
    }
    own = os.environ.get("XDG_CACHE_HOME", "")
    above = usual.get(sys.platform, own if os.path.isabs(own) else os.path.join(home, ".cache"))
    return above and os.path.join(above, "disclosure-lint")
