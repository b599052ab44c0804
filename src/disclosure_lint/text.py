"""Chinese text helpers: fold widths, strip ordinals, read numbers."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂「」『』〝〞‘’'", '"') | {"〔": "[", "〕": "]"})
_BLANKS = re.compile(r"\s+|[\u200b-\u200f\u2060\ufeff\xad]+")
_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.,]|\([一二三四五六七八九十\d]+\)[、.]?|\d{1,2}[.、,)](?!\d))"
)
_NOTE = re.compile(r"\([^()]*\)$")
_FIGURE = re.compile(r"[+-]?\d+(?:\.\d+)?")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` for comparing: width folded, blanks and invisible marks out, quotes all alike."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return _BLANKS.sub("", text)


def strip_ordinal(folded: str) -> str:
    """Return a folded label without its leading number: `一、`, `(一)`, `1.`."""
    return _ORDINAL.sub("", folded)


def strip_note(folded: str) -> str:
    """Return a folded label without a remark in brackets at its end."""
    return _NOTE.sub("", folded) or folded


def figure(text: str) -> int | Decimal | None:
    """Return the plain number that `text` is, half-width digits only, or None."""
    if text.isdigit() and text.isascii():
        return int(text)
    if text.isascii() and _FIGURE.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    return None
