"""Characters that do not belong in a report, found in one scan for all the rules about them."""

from functools import cache, lru_cache

from disclosure_lint.patterns import compiled
from disclosure_lint.report import Report
from disclosure_lint.words import words

# Full-width digits, control characters (a tab and the line ends are none), marks without width, Latin letters with marks
# (what is left of Chinese read in a wrong encoding), private use, descriptions of characters, U+FFFD.
_ODD = (
    "０-９\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\xa0\\xad\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2ff0-\u2ffb\ue000-\uf8ff\ufeff\ufffc\ufffd\U000f0000-\U0010fffd"
)


@cache
def traditional() -> dict[str, str]:
    """Return the simplified character of each traditional one that no simplified text has."""
    return {pair[0]: pair[1] for pair in words("characters")["scripts"]["pairs"].split()}


@cache
def _mojibake() -> str:
    return "".join(word[0] for word in words("characters")["mojibake"])


# GB 2312 has no traditional character and no mark without width. Odd in it are these digits and, of
# the characters that Latin-1 has too, controls and letters with marks.
_FULL_WIDTH = "０１２３４５６７８９"
_LATIN = {*range(0x20), 0x7F, *map(ord, "àáèéêìíòóùúü")}.difference(b"\t\n\r")
_SOUND = bytes({*range(0x100)} - _LATIN)


@lru_cache(maxsize=8)
def odd(text: str) -> frozenset[str]:
    """Return the characters of `text` that some rule wants to look at; empty for a sound text."""
    starts = _mojibake()
    latin = text.encode("latin-1", "ignore").translate(None, _SOUND)
    if not latin and not any(map(text.__contains__, _FULL_WIDTH + starts)) and _in_gb(text):
        return frozenset()
    return frozenset(compiled(f"[{_ODD}{starts}{''.join(traditional())}]").findall(text))


def odd_characters(report: Report) -> frozenset[str]:
    """Return the characters of a report that some rule wants to look at."""
    return odd(report.source.text)


def _in_gb(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
