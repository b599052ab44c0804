"""Fixed phrases that lost or changed a character: near misses found around cheap literals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from disclosure_lint.literals import occurrences
from disclosure_lint.source import Span
from disclosure_lint.words import words

# A phrase lies within so many characters around its anchor.
_REACH = 30
_MARK = re.compile(r"[\s,，、:：“”\"'‘’]")


class Damage(NamedTuple):
    """A damaged phrase: its place, and how it is to be written."""

    span: Span
    right: str


class _Phrase(NamedTuple):
    right: str
    anchors: tuple[str, ...]
    whole: re.Pattern[str]
    near: str
    negation: str
    needs: str


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(
            it["right"],
            tuple(it["anchors"]),
            re.compile(it["whole"]),
            it["near"],
            it.get("negation", ""),
            it.get("needs", ""),
        )
        for it in words("references")["phrase"]
    )


@cache
def _near(pattern: str) -> Any:  # noqa: ANN401 - the module `regex` is imported on need only
    import regex  # noqa: PLC0415

    return regex.compile(pattern, regex.BESTMATCH)


def damaged_phrases(text: str) -> list[Damage]:
    """Return the damaged phrases of `text`, each once, in order of place."""
    found = {damage for phrase in _phrases() for damage in _damaged(text, phrase)}
    for slip in words("references")["slip"]:
        for at in occurrences(text, slip["start"]):
            wrong = next((it for it in slip["wrong"] if text.startswith(it, at)), "")
            if wrong:
                found.add(Damage(Span(at, at + len(wrong)), slip["right"]))
    return sorted(found)


def _damaged(text: str, phrase: _Phrase) -> Iterator[Damage]:
    for anchor in phrase.anchors:
        for at in occurrences(text, anchor):
            start, end = max(0, at - _REACH), min(at + len(anchor) + _REACH, len(text))
            if phrase.whole.search(text, start, end) or phrase.needs not in text[start:end]:
                continue
            places = [it for it in range(start, end) if not _MARK.match(text[it])]
            window = "".join(text[it] for it in places)
            near = None if phrase.whole.search(window) else _near(phrase.near).search(window)
            if near:
                first, last = near.span()
                first -= bool(first and phrase.negation and window[first - 1] == phrase.negation)
                yield Damage(Span(places[first], places[last - 1] + 1), phrase.right)
