"""How sentences end: with a mark, or broken off at a word that they cannot end with."""

import re
from functools import cache

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Prose
from disclosure_lint.syntax import LineKind
from disclosure_lint.words import words

# A paragraph that ends in one of these is closed.
CLOSING = frozenset("。！？!?；;：:…—”’》）)】］]〕〉」』>．.")
_MARKS = frozenset("，,、；;：:。“(（")


class _Endings(NamedTuple):
    """Words by their last characters, the longest first."""

    last: frozenset[str]
    open: tuple[str, ...]
    whole: tuple[str, ...]
    after_mark: tuple[str, ...]
    unclosed: tuple[str, ...]


def last_characters() -> frozenset[str]:
    """Return the characters in one of which every text ends that `dangling` finds a word in."""
    return _endings().last


@cache
def _endings() -> _Endings:
    data = words("truncation")
    found = sorted((*data["endings"], *data["open_list"]), key=len, reverse=True)
    every = (*found, *data["after_mark"], *data["unclosed"])
    return _Endings(
        frozenset(word[-1] for word in every),
        tuple(found),
        tuple(data["whole"]),
        tuple(data["after_mark"]),
        tuple(data["unclosed"]),
    )


def dangling(sentence: str, *, closed: bool) -> str:
    """Return the word that a sentence breaks off with, or an empty string.

    `sentence` comes without its full stop; `closed` says that it had one.
    """
    endings = _endings()
    if sentence[-1:] not in endings.last or sentence.endswith(endings.whole):
        return ""
    for word in endings.open if closed else (*endings.open, *endings.unclosed):
        if sentence.endswith(word):
            return word
    for word in endings.after_mark:
        if sentence.endswith(word) and sentence[-len(word) - 1 : -len(word)] in _MARKS:
            return word
    return ""


_COMMA = compiled("[，,]")
_FIGURE = compiled(r"[0-9]+(?:余|多)?$")
_NO_SENTENCE = compiled(
    r"附[件表图]|[(（]?(?:注|来源|图)[:：]|.*(?:https?:|www\.|电话|邮编|邮箱|网址|>)"
)
# An organ, a date or both, after the last sentence of a report on one line.
_SIGNATURE = compiled(
    r"[^，,；;：:]{0,40}(?:政府|[局委厅院办所]|办公室|办事处|中心|\d\s*月\s*\d{1,2}\s*日)$"
)
# A line with a comma and no full stop is a heading up to this length; one with a number may be longer.
_HEADING, _NUMBERED_HEADING = 40, 60


def wants_mark(prose: Prose) -> bool:
    """Whether a paragraph without a mark at its end is made of sentences that ask for one.

    A heading or a signature is not; one that breaks off asks for more than a mark.
    """
    text = prose.text
    last = text[text.rfind("。") + 1 :].lstrip()
    if dangling(text, closed=False) or text[-1] in "，," or _NO_SENTENCE.match(last):
        return False
    if last is not text and _SIGNATURE.match(last):
        return False
    numbered = prose.kind is not LineKind.TEXT
    comma = _COMMA.search(text)
    if "。" in text or (comma and len(text) >= (_NUMBERED_HEADING if numbered else _HEADING)):
        return True
    return bool((comma or not numbered) and _count().search(text))


def figure_at_end(text: str) -> re.Match[str] | None:
    """Return the figure that a text stops at, its measure word missing (`260余`), or None."""
    return _FIGURE.search(text)


@cache
def _count() -> re.Pattern[str]:
    """A figure at the end of a line, with its measure word or without."""
    measures = "|".join(words("counting")["measures"])
    return compiled(rf"[\u4e00-\u9fff][0-9]+(?:余|多)?(?:{measures})?$")
