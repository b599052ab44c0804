"""Chinese text helpers: fold widths, strip ordinals, read numbers."""

import unicodedata
from decimal import Decimal
from functools import cache, lru_cache

from disclosure_lint.patterns import compiled
from disclosure_lint.words import words

_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂「」『』〝〞‘’'", '"') | {"〔": "[", "〕": "]"})
_QUOTE = compiled("[“”„‟＂「」『』〝〞‘’'〔〕]")
# Every sentence has some of these: without them it is mostly narrow already, which Unicode's own folding
# sees at once, and else goes through it character by character. For a few words that is quick, too.
_LONG = 40
_MARKS = tuple((mark, unicodedata.normalize("NFKC", mark)) for mark in "，：；！？（）")
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD])
# The blanks that stand inside lines.
BLANKS = " \u3000\u00a0"
_AS_BLANKS = dict.fromkeys(_INVISIBLE, " ")
# What may stand around words and figures without being seen: every blank, and marks without width.
_UNSEEN = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"
)
_ORDINAL = compiled(
    r"^(?:[一二三四五六七八九十]+[、.,]|\([一二三四五六七八九十\d]+\)[、.]?|\d{1,2}[.、,)](?!\d))"
)
_NOTE = compiled(r"\([^()]*\)$")
_YEAR = compiled(r"^(?:19|20)\d\d年度?")
# Longer runs of digits count nothing; Python refuses to read them beyond some thousands.
LONGEST_FIGURE = 18
ANY_FIGURE = "0"
_FIGURE = compiled(r"[+-]?\d+(?:\.\d+)?")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` for comparing: widths and scripts folded, blanks and invisible marks out, quotes alike."""
    if not text.isascii():
        text = narrow(text)
        if _QUOTE.search(text):
            text = text.translate(_QUOTES)
        if not _is_plain(text):
            text = _simplified(text.translate(_INVISIBLE))
    return "".join(text.split())


def narrow(text: str) -> str:
    """Return `text` with its compatibility characters folded (NFKC): full-width digits and marks, ①, ㎡."""
    if len(text) > _LONG:
        for mark, folded in _MARKS:
            text = text.replace(mark, folded)
    return unicodedata.normalize("NFKC", text)


def _is_plain(text: str) -> bool:
    """Whether GB 2312 can hold `text`: then it has no traditional character and no invisible mark."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _simplified(text: str) -> str:
    """Turn traditional characters; one that both scripts have only beside one that simplified text has not."""
    table = _scripts("pairs")
    if table.keys().isdisjoint(map(ord, text)):
        return text
    return text.translate(table | _scripts("alike"))


@cache
def _scripts(part: str) -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in words("characters")["scripts"][part].split()}


def strip_ordinal(folded: str) -> str:
    """Return a folded label without its leading number: `一、`, `(一)`, `1.`."""
    return _ORDINAL.sub("", folded)


def strip_note(folded: str) -> str:
    """Return a folded label without a remark in brackets at its end."""
    return _NOTE.sub("", folded) or folded


def strip_year(folded: str) -> str:
    """Return a folded heading without the year at its beginning: `2018年`, `2018年度`."""
    return _YEAR.sub("", folded)


def seen(text: str) -> str:
    """Return `text` without the blanks and invisible marks around it."""
    return text.strip(_UNSEEN)


def parted(text: str) -> str:
    """Return `text`, as long as before, with a blank for each invisible mark."""
    return text if _is_plain(text) else text.translate(_AS_BLANKS)


def any_figure(text: str) -> str:
    """Return `text`, or what tells the kind of a plain figure: `0`, or `0.0` with decimals."""
    if text.isdigit():
        return ANY_FIGURE if text.isascii() and len(text) <= LONGEST_FIGURE else text
    if not text.isascii() or len(text) > LONGEST_FIGURE or not _FIGURE.fullmatch(text):
        return text
    return "0.0" if "." in text else ANY_FIGURE


def figure(text: str) -> int | Decimal | None:
    """Return the plain number that `text` is, half-width digits only, or None."""
    if len(text) > LONGEST_FIGURE:
        return None
    if text.isdigit() and text.isascii():
        return int(text)
    if text.isascii() and _FIGURE.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    return None
