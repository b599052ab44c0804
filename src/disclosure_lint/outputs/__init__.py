"""Renderers: results to text, one module a format, each with `render(checked, context)`.

A renderer is a generator of text pieces that bring their own line ends; it takes the files one by
one and keeps nothing of a file once its pieces are out, so a run over an archive stays small.
Modules whose name begins with an underscore hold what several formats share and are no formats.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from disclosure_lint.diagnostic import Fix, Result
from disclosure_lint.packages import modules
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Position, Source, Span
from disclosure_lint.version import VERSION

TOOL = "disclosure-lint"
# What people read on a terminal is in its encoding; every other format is for programs, and UTF-8.
FOR_PEOPLE = {"concise", "full", "grouped"}
STDIN = "-"
_FIRST = Position(1, 1)
# What a terminal or a reader would not show as it is written: control characters (an escape sequence
# in a report must not reach the terminal), marks that turn or break lines, lone surrogates.
_UNSEEN = compiled(
    "[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff"
    "\\ufff9-\\ufffb\\ud800-\\udfff]"
)


class Checked(NamedTuple):
    """The result of one file and its text; `source` is None where the file could not be read."""

    result: Result
    source: Source | None

    def place(self, span: Span) -> tuple[Position, Position]:
        """Return start and end (exclusive), from 1 in code points; 1, 1 where there is no text."""
        if self.source is None:
            return _FIRST, _FIRST
        lines = self.source.lines
        return lines.position(span.start), lines.position(span.end)


class Context(NamedTuple):
    """How to render.

    `ambiguous_width` (1 or 2) is the terminal's width of marks such as “ ” — …, `width` its cells a
    line. Names of files are shown relative to `root` where they lie under it. `docs` is the
    address of a rule's page with `{rule}` for its id; empty: no address is given.

    `mask` hides personal data. Messages about such data are masked by their rules, but a source line
    shown for another reason (or the value of a suspect cell, the content of an edit, a printed
    label) may hold a number of an identity card as well. So every piece of source text goes through
    `mask` before it is printed. It must return as many code points as it is given: carets are
    counted on its answer, and lines are masked whole, before they are cut, so that half a number is
    never overlooked.
    """

    lang: str = "zh"
    color: bool = False
    ambiguous_width: int = 1
    width: int = 100
    root: Path | None = None
    version: str = VERSION
    docs: str = ""
    mask: Callable[[str], str] = str

    def name(self, filename: str) -> str:
        """Return a file's name relative to `root` if it lies under it, else as it is."""
        if self.root is None or filename == STDIN:
            return filename
        try:
            return Path(filename).absolute().relative_to(self.root.absolute()).as_posix()
        except ValueError:
            return filename

    def applicable(self, fix: Fix | None) -> Fix | None:
        """Return a fix that a program may apply: none with text that is masked, or the mask is written."""
        masked = fix and any(self.mask(edit.content) != edit.content for edit in fix.edits)
        return None if masked else fix

    def url(self, rule: str) -> str | None:
        """Return the address of a rule's page, if there is one."""
        return self.docs.replace("{rule}", rule) or None


@cache
def names() -> tuple[str, ...]:
    """Return the names of the formats, sorted, without importing any."""
    return tuple(modules(__path__[0]))


def load(name: str) -> ModuleType:
    """Import the module of a format, which has `render`; raise KeyError when there is none."""
    if name not in names():
        raise KeyError(name)
    return import_module(f"{__name__}.{name}")


def visible(text: str) -> str:
    """Return `text`, of equal length, with characters that hide or act replaced by ones that show.

    Control characters become their pictures (`␛`), the others U+FFFD; a tab stays. The answer can
    be written in any encoding that holds the rest of the text, and stays on its line.
    """
    return _UNSEEN.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < ord(" ") else "\ufffd"
