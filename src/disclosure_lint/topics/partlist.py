"""The sections that a sentence lists, counted by their known titles: these hold `、` themselves."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from disclosure_lint.edition import SectionForm
from disclosure_lint.patterns import compiled
from disclosure_lint.text import fold
from disclosure_lint.topics.passages import any_of

_LINK = r"(?:以及|[、,和与及])+"
_KNOWN = "\0"
# A sentence lists sections when it names at least so many of them.
_ENOUGH = 2


class Parts(NamedTuple):
    """The keys of the sections listed, and the fewest and the most items the list may have."""

    keys: frozenset[str]
    least: int
    most: int


def list_parts(before: str, after: str, sections: Sequence[SectionForm]) -> Parts | None:
    """Return what is listed before or after a number of parts, both folded; None where nothing is.

    An item with an unknown name counts as one or as none: it may be the tail of the one before.
    """
    pattern, keys_of = _titles(tuple((it.key, it.title, *it.aliases) for it in sections))
    for text in (before, after):
        matches = list(pattern.finditer(text))
        keys = frozenset(keys_of[(match.lastindex or 1) - 1] for match in matches)
        if len(keys) < _ENOUGH:
            continue
        listed = text[_lead(text, matches[0].start()) :]
        known, unknown = _count(pattern.sub(_KNOWN, listed))
        return Parts(keys, known, known + unknown)
    return None


@lru_cache(maxsize=8)
def _titles(forms: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A pattern with a group for each title, the longest first, and the key that each group stands for."""
    titles = [(_loose(title), key) for key, *names in forms for title in names]
    titles.sort(key=lambda pair: -len(pair[0]))
    pattern = compiled("|".join(f"({title})" for title, _ in titles))
    return pattern, tuple(key for _, key in titles)


def _loose(title: str) -> str:
    """A pattern for a title whose joints and last words may be written otherwise."""
    folded = fold(title).removesuffix("情况").removesuffix("的")
    joints = [re.escape(piece) for piece in compiled(_LINK).split(folded)]
    return "[、,和与及以]*".join(joints) + "(?:的?情况)?(?![^和与及以等共\\W\\d])"


def _lead(text: str, first: int) -> int:
    """Where the list begins: after the last `由`, `包括` … before the first known title."""
    return max((it.end() for it in any_of("parts", "lead").finditer(text, 0, first)), default=first)


def _count(text: str) -> tuple[int, int]:
    """The known and the other items of a list."""
    known = unknown = 0
    for piece in compiled("[、,;]").split(text):
        if _KNOWN in piece:
            known += piece.count(_KNOWN)
        elif any_of("parts", "filler").sub("", piece):
            unknown += 1
    return known, unknown
