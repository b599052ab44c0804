"""The sections that a sentence lists, counted by their known titles: these hold `、` themselves."""

import re
from collections.abc import Sequence
from functools import lru_cache

from disclosure_lint.edition import Edition
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.text import fold
from disclosure_lint.topics.passages import any_of

_LINK = r"(?:以及|[、,和与及])+"
_JOINTS = dict.fromkeys(map(ord, "、,和与及以"))
_KNOWN = "\0"
# A sentence lists sections when it names at least so many of them.
_ENOUGH = 2


class Parts(NamedTuple):
    """The keys of the sections listed, and the fewest and the most items the list may have."""

    keys: frozenset[str]
    least: int
    most: int


def list_parts(before: str, after: str, form: Edition) -> Parts | None:
    """Return what is listed before or after a number of parts, both folded; None where nothing is.

    An item with an unknown name counts as one or as none: it may be the tail of the one before.
    """
    pattern, key_of = _titles(form)
    for text in (before, after):
        matches = list(pattern.finditer(text))
        keys = frozenset(key_of[_bare(match[0])] for match in matches)
        if len(keys) >= _ENOUGH:
            known, unknown = _count(text, matches)
            return Parts(keys, known, known + unknown)
    return None


@lru_cache(maxsize=8)
def _titles(form: Edition) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the titles of a form, the longest first, and the keys of their bare words."""
    titles = [(it.key, title) for it in form.sections for title in (it.title, *it.aliases)]
    loose = sorted([_loose(title) for _, title in titles], key=len, reverse=True)
    pattern = compiled(f"(?:{'|'.join(loose)})(?:的?情况)?(?![^和与及以等共\\W\\d])")
    return pattern, {_bare(fold(title)): key for key, title in reversed(titles)}


def _loose(title: str) -> str:
    """A pattern for a title without its last words, whose joints may be written otherwise."""
    folded = fold(title).removesuffix("情况").removesuffix("的")
    return "[、,和与及以]*".join(map(re.escape, compiled(_LINK).split(folded)))


def _bare(folded: str) -> str:
    """A title without what may be written otherwise."""
    return folded.translate(_JOINTS).removesuffix("情况").removesuffix("的")


def _lead(text: str, first: int) -> int:
    """Where the list begins: after the last `由`, `包括` … before the first known title."""
    return max((it.end() for it in any_of("parts", "lead").finditer(text, 0, first)), default=first)


def _count(text: str, matches: Sequence[re.Match[str]]) -> tuple[int, int]:
    """The known and the other items of a list."""
    at = _lead(text, matches[0].start())
    listed: list[str] = []
    for match in matches:
        listed += (text[at : match.start()], _KNOWN)
        at = match.end()
    known = unknown = 0
    for piece in compiled("[、,;]").split("".join(listed) + text[at:]):
        if _KNOWN in piece:
            known += piece.count(_KNOWN)
        elif any_of("parts", "filler").sub("", piece):
            unknown += 1
    return known, unknown
