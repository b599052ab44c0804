"""Slips of the hand in Chinese words."""

from __future__ import annotations

from random import Random

_STRAY = "己未末拨侯冶炼崇瑞"


def misspell(rng: Random, word: str) -> str:
    """Return `word` with one character lost, doubled or replaced, or two changed round."""
    at = rng.randrange(len(word) - 1)
    one, two = word[at], word[at + 1]
    slips = (two, one + one + two, rng.choice(_STRAY) + two, two + one)
    wrong = [word[:at] + slip + word[at + 2 :] for slip in slips]
    return rng.choice([other for other in wrong if other != word])
