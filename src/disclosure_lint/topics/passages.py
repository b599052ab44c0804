"""What a report says under a heading of the form, as words to look for."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from disclosure_lint.patterns import compiled
from disclosure_lint.records import once
from disclosure_lint.report import BoundSection, Prose
from disclosure_lint.syntax import Block, Paragraph
from disclosure_lint.text import fold
from disclosure_lint.words import words

_DATE = (
    r"\(?(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇零O○0-9一三四五六七八九]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2})\)?"
)
_ATTACHMENT = r"附[件表图]?[一二三四五\d]?:"
# A signature and the list of attachments after it take no more lines than this.
_SIGNATURE = 12
# Blanks counted, a date is no longer than this; so many may stand before the name of an attachment.
_DATE_LENGTH, _BLANKS = 60, 20
# No date ends with one.
_STOPS = "。；;：:，,！!？?"
# A line before the date of a signature is an organ when it is no longer than this.
_ORGAN_LENGTH = 30


@once
def wording(bound: BoundSection) -> str:
    """Return what a section says, folded, a line a paragraph; signature and attachments left out."""
    return "\n".join(map(fold, statements(bound)))


@once
def statements(bound: BoundSection) -> tuple[str, ...]:
    """Return the lines of a section as printed, without its signature and the attachments after it."""
    kept = [text for block in bound.section.blocks if (text := _text(block)).strip()]
    while kept and _is_attachment(kept[-1]):
        kept.pop()
    if kept and _is_date(kept[-1]):
        kept.pop()
        if kept and _is_organ(fold(kept[-1])):
            kept.pop()
    return tuple(kept)


def is_bare(bound: BoundSection) -> bool:
    """Whether a section says nothing: no block, or none besides a signature and attachments."""
    return len(bound.section.blocks) <= _SIGNATURE and not statements(bound)


def opens(prose: Prose) -> bool:
    """Whether a paragraph stands where a report speaks of itself: in the front or in the overview."""
    bound = prose.section
    return bound is None or (bound.form is not None and bound.form.key == "overview")


def absent(text: str, entries: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the names of the entries none of whose (folded) words stand in folded text."""
    return [it["name"] for it in entries if not _holds(text, it["words"])]


@cache
def listed(dictionary: str, key: str) -> tuple[str, ...]:
    """Return the words of a list in `grammar/words`, folded, in its order: the likeliest stand first."""
    return tuple(map(fold, words(dictionary)[key]))


def says(text: str, dictionary: str, key: str) -> bool:
    """Whether one of the words of a list stands in folded text."""
    return _holds(text, listed(dictionary, key))


def _holds(text: str, entries: Iterable[str]) -> bool:
    return any(map(text.__contains__, entries))


@cache
def any_of(dictionary: str, key: str) -> re.Pattern[str]:
    """Return the words of a list as one pattern, the longest first, for where to find them all."""
    entries = sorted(listed(dictionary, key), key=len, reverse=True)
    return compiled("|".join(map(re.escape, entries)))


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(cell.text for cell in block.cells)


def _is_attachment(text: str) -> bool:
    return "附" in text[:_BLANKS] and bool(compiled(_ATTACHMENT).match(fold(text)))


def _is_date(text: str) -> bool:
    if len(text) > _DATE_LENGTH or text[-1] in _STOPS:
        return False
    return compiled(_DATE).fullmatch(fold(text)) is not None


def _is_organ(folded: str) -> bool:
    return 3 < len(folded) <= _ORGAN_LENGTH and not any(mark in folded for mark in "。,:;")
