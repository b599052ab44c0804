"""How far a long run has come: one line on the terminal, taken away again when the run is over."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

from disclosure_lint.cli._job import Linted
from disclosure_lint.diagnostic import Message

_PATIENCE = 2.0  # seconds without a word
_PAUSE = 0.2  # seconds between two of them
_CLEAR = "\r\x1b[K"


def shown(linted: Iterable[Linted], lang: str, *, alone: bool) -> Iterator[Linted]:
    """Pass the files on and tell their number now and then.

    `alone` says that nothing else is printed on this terminal; else the line makes way for it.
    """
    begun = last = monotonic()
    standing = False
    try:
        for count, one in enumerate(linted, 1):
            result = one.checked.result
            now = monotonic()
            if not alone and (result.diagnostics or result.skipped):
                _write(_CLEAR if standing else "")
                standing = False
            elif now - begun > _PATIENCE and now - last > _PAUSE:
                _write(_CLEAR + _line(count, now - begun).to(lang))
                standing, last = True, now
            yield one
    finally:
        _write(_CLEAR if standing else "")


def _line(count: int, seconds: float) -> Message:
    each = f"{count / seconds:.0f}"
    return Message(
        f"已检查 {count} 个文件,每秒 {each} 个", f"{count} files checked, {each} a second"
    )


def _write(text: str) -> None:
    if text:
        sys.stderr.write(text)
        sys.stderr.flush()
