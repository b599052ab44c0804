"""Fixed phrases that lost or changed a character: near misses found around cheap literals."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from disclosure_lint.literals import holds, occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Span
from disclosure_lint.words import words

# A phrase lies within so many characters around its anchor.
_REACH = 30
_MARKS = frozenset(",，、:：“”\"'‘’")


class Damage(NamedTuple):
    """A damaged phrase: its place, and how it is to be written."""

    span: Span
    right: str


@cache
def _near(pattern: str) -> Any:  # noqa: ANN401 - the module `regex` is imported on need only
    import regex  # noqa: PLC0415

    return regex.compile(pattern, regex.BESTMATCH)


def damaged_phrases(text: str) -> list[Damage]:
    """Return the damaged phrases of `text`, each once, in order of place."""
    found = {
        damage for phrase in words("references")["phrase"] for damage in _damaged(text, phrase)
    }
    for slip in words("references")["slip"]:
        for at in occurrences(text, slip["start"]) if holds(text, slip["start"]) else ():
            wrong = next((it for it in slip["wrong"] if text.startswith(it, at)), "")
            if wrong:
                found.add(Damage(Span(at, at + len(wrong)), slip["right"]))
    return sorted(found)


def _damaged(text: str, phrase: dict[str, Any]) -> Iterator[Damage]:
    for anchor in phrase["anchors"]:
        for at in occurrences(text, anchor) if holds(text, anchor) else ():
            start, end = max(0, at - _REACH), min(at + len(anchor) + _REACH, len(text))
            whole = compiled(phrase["whole"])
            if whole.search(text, start, end) or phrase.get("needs", "") not in text[start:end]:
                continue
            places = [it for it in range(start, end) if not _parts(text[it])]
            window = "".join(text[it] for it in places)
            near = None if whole.search(window) else _near(phrase["near"]).search(window)
            if near:
                first, last = near.span()
                first -= bool(first and window[first - 1] == phrase.get("negation"))
                yield Damage(Span(places[first], places[last - 1] + 1), phrase["right"])


def _parts(char: str) -> bool:
    """Whether a character may stand between those of a phrase: a blank or a mark."""
    return char.isspace() or char in _MARKS
