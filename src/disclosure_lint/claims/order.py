"""The words of a sentence in an order that the clause grammar accepts, whatever the sentence.

A sign that has nothing to act on is left out, and a break is put in wherever a clause has to end. All
that matters is of what kinds the words are.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

# Kinds of words as the grammar names them.
WORD, OTHER, COUNT, MONEY, NUMBER = "WORD", "OTHER", "COUNT", "MONEY", "NUMBER"
AND, EACH, ALL, NO, PART = "_AND", "EACH", "ALL", "NO", "PART"
BREAK, OPEN, CLOSE = "_BREAK", "_OPEN", "_CLOSE"

_TALLIES = frozenset([COUNT, MONEY, NUMBER])
_TERMS = frozenset([WORD, OTHER])


@lru_cache(maxsize=512)
def order(kinds: tuple[str, ...]) -> tuple[tuple[int, str, bool], ...]:
    """Return which words stay and as what kind; an added break stands before the word of its place.

    Kept, as the same kinds come in the same order again and again.
    """
    found: list[tuple[int, str, bool]] = []
    balanced = _balanced(kinds)
    signs = 0
    previous = BREAK
    each = behind = False
    for at, (it, following) in enumerate(pairwise([*balanced, BREAK])):
        kind = _role(it, previous, following, each=each, deals=not (signs or behind))
        if kind is None:
            continue
        if _must_break(kind, previous, signs):
            found.append((at, BREAK, True))
            signs, each, previous = 0, False, BREAK
        if kind in {BREAK, OPEN, CLOSE}:
            signs, each = 0, False
        if kind in {NO, ALL, EACH} and not (kind == NO and previous == ALL):
            signs += 1
        each = kind == EACH or (each and kind not in _TERMS)
        if previous in {BREAK, OPEN, PART}:
            behind = kind in _TALLIES
        found.append((at, kind, False))
        previous = kind
    return tuple(found)


def _balanced(kinds: Sequence[str]) -> list[str]:
    """Make a break of every bracket that has no partner."""
    opened: list[int] = []
    partner: set[int] = set()
    for at, kind in enumerate(kinds):
        if kind == OPEN:
            opened.append(at)
        elif kind == CLOSE and opened:
            partner |= {opened.pop(), at}
    return [
        BREAK if kind in {OPEN, CLOSE} and at not in partner else kind
        for at, kind in enumerate(kinds)
    ]


def _role(kind: str, previous: str, following: str, *, each: bool, deals: bool) -> str | None:
    """What a word is in its place: a sign needs something to act on, an AND joins like with like.

    `deals` says that a sign may give a figure to the words before it: no other sign stands before, nor
    does the clause begin with a figure (`2件文件均在15日内公开`).
    """
    match kind:
        case "_AND":
            return _joint(previous, following, each=each)
        case "NO" if following == OTHER:
            return OTHER
        case "NO":
            acts = following == WORD or previous in {WORD, ALL}
        case "ALL":
            counted = following in _TALLIES and previous in _TERMS and deals
            acts = following in {WORD, OTHER, NO} or counted
        case "EACH":
            acts = following in _TALLIES and previous in _TERMS and deals
        case _:
            acts = kind != PART or previous != PART
    return kind if acts else None


def _joint(previous: str, following: str, *, each: bool) -> str | None:
    if previous in _TERMS and following in _TERMS:
        return AND
    if following in _TALLIES:
        if previous in _TALLIES:
            return AND if each else BREAK
        return None if previous in _TERMS else _break_after(previous)
    return _break_after(previous)


def _break_after(previous: str) -> str | None:
    return None if previous in {BREAK, PART, NO, ALL} else BREAK


def _must_break(kind: str, previous: str, signs: int) -> bool:
    if previous == CLOSE:
        return kind not in {BREAK, CLOSE}
    if previous in {BREAK, OPEN}:
        return False
    if kind == PART:
        return True
    if kind in _TALLIES:
        return previous in _TALLIES
    if kind in {NO, ALL, EACH}:
        return signs > 0 and not (kind == NO and previous == ALL)
    return False
