"""The shape of a sentence: what it says whatever its figures, read once for all that say the same.

What the claims of a sentence are depends on its words, on which of its figures are 0 (or 1, where
something is denied) and on how far its years are from the report's own. So one figure is put in the
place of every plain one, what comes out is read and kept, and the figures are put back. Most reports
of an archive, and every version of a report in an editor, tell of their tables in the same words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from disclosure_lint.claims.claim import Claim, Figure, Topic
from disclosure_lint.claims.order import OTHER
from disclosure_lint.claims.reading import read_sentence
from disclosure_lint.claims.scope import AREA, Author, Ours, acting, may_name
from disclosure_lint.claims.words import Words, words_of
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, made
from disclosure_lint.source import Span
from disclosure_lint.words import words

_LONGEST = 400  # characters of a sentence that is kept
# The figure in the place of every plain one, and the years in the place of the report's own, of those
# just before and after, and of all others.
_ANY_FIGURE = "2"
_OWN_YEAR = 2001
_ANY_YEAR = {-1: "2000", 0: str(_OWN_YEAR), 1: "2002"}
_FAR_YEAR = "1990"
_NOTHING_OURS = Ours(frozenset(), _OWN_YEAR)
# Marks mean the same in both widths.
_MARKS = tuple(zip(",;:()", "，；：（）", strict=True))
_A_YEAR = r"(?:19|20)\d\d"
_IS_YEAR = rf"\s*(?:年|[-—–~～至到]+\s*{_A_YEAR}\s*年)"  # 2023年, 2021—2023年
_YEAR = compiled(rf"({_A_YEAR})(?={_IS_YEAR})")
# Digits that belong to what is before them (3.15, 1,012, 12月31): of figures these are left as they
# are; of years they leave open whether these are any.
_JOINED = r"[0-9０-９.．月]"
_PARTED = r"[0-9０-９][,， ]"
_NO_YEAR = compiled(rf"(?:{_JOINED}|{_PARTED}){_A_YEAR}{_IS_YEAR}")


class _Kept(NamedTuple):
    """A claim of a shape, and how it is put back.

    `figure` numbers the figure that is its number, if it is one of those put out. `before` tells how
    many of these come before the ends of its span and of its phrase.
    """

    claim: Claim
    figure: int | None
    before: tuple[int, int, int, int]


def claims_in(
    sentence: str, at: int, author: Author, topic: Topic
) -> tuple[Sequence[Claim], Topic]:
    """Return the claims of a sentence, and what it speaks of in the end; `at` is where it begins."""
    shape, figures = shape_of(sentence, author.year or 0)
    if shape:
        named = _named_in(shape)
        ours = Ours(frozenset(filter(author.owns, named)), _OWN_YEAR) if named else _NOTHING_OURS
        kept, topic = _kept(shape, ours, topic)
    else:
        parts = words_of(sentence)
        named = (*_named(parts), *acting(sentence))
        ours = Ours(frozenset(filter(author.owns, named)), author.year or 0)
        kept, topic = _read(sentence, [], parts, ours, topic)
    if not kept:
        return (), topic
    return without_repeats(_put_back(kept, figures, at, len(sentence))), topic


def shape_of(sentence: str, year: int) -> tuple[str, Sequence[str]]:
    """Return a sentence without its own figures and years, and the figures; `year` is the report's own.

    Nothing is returned of a sentence that is not worth keeping, or in which digits may be no year.
    """
    pieces = _apart(sentence)
    shape = _ANY_FIGURE.join(pieces[::2])
    for narrow, wide in _MARKS:
        shape = shape.replace(narrow, wide)
    if len(shape) > _LONGEST or ("年" in shape and _NO_YEAR.search(shape)):
        return "", ()
    return _with_any_years(shape, year) if "年" in shape else shape, pieces[1::2]


@lru_cache(maxsize=1024)
def _kept(shape: str, ours: Ours, topic: Topic) -> tuple[Sequence[_Kept], Topic]:
    texts = _apart(shape)[:-1:2]  # the shape of a shape is the shape itself
    ends = [*accumulate([len(text) + len(_ANY_FIGURE) for text in texts])]
    return _read(shape, ends, _words_of(shape), ours, topic)


def _read(
    text: str, ends: Sequence[int], parts: Iterable[Words], ours: Ours, topic: Topic
) -> tuple[Sequence[_Kept], Topic]:
    """The claims of a text; at `ends` those of its figures end that stand in the place of others."""
    found, topic = read_sentence(text, parts, ours, topic)
    numbers = {end: number for number, end in enumerate(ends)}
    kept = []
    for claim in found:
        figure = numbers.get(claim.span.start + len(_ANY_FIGURE)) if claim.number else None
        i, j, m, n = (bisect_right(ends, place) for place in (*claim.span, *claim.phrase))
        kept.append(_Kept(claim, figure, (i, j, m, n)))
    return tuple(kept), topic


@lru_cache(maxsize=1024)
def _named_in(shape: str) -> tuple[str, ...]:
    return (*_named(_words_of(shape)), *acting(shape))


# Asked for twice, one time after the other.
_words_of = lru_cache(maxsize=1)(words_of)


def _named(parts: Iterable[Words]) -> Iterator[str]:
    """Words that mean one thing or another by the organ that reports."""
    for part in parts:
        for word in part.words:
            if word.value.startswith(AREA) or (word.kind == OTHER and may_name(word.value)):
                yield word.value


# --- figures and years put out --------------------------------------------------------------------


def _apart(sentence: str) -> list[str]:
    """Take a sentence apart at its plain figures: text, figure, text, figure … text."""
    pieces = _figure().split(sentence)
    if "1" in pieces[1::2] and _denies(sentence):
        pieces = _figure_above_one().split(sentence)
    return pieces


def _denies(sentence: str) -> bool:
    """Whether something may be denied: `未发生1起` counts nothing."""
    return any(word in sentence for word in words("claims")["signs"]["no"])


@cache
def _figure() -> re.Pattern[str]:
    """A plain figure, which could as well be another, and behind it a character that counts it."""
    return _counted("[0-9]{0,17}")


@cache
def _figure_above_one() -> re.Pattern[str]:
    return _counted("(?:[0-9]{1,17}|(?<!1))")


def _counted(more: str) -> re.Pattern[str]:
    measures = "".join(it for it in words("claims")["figures"]["measures"] if len(it) == 1)
    # What stands before is looked at last: to find a digit is quick.
    alone = f"(?<!{_JOINED}.)(?<!{_PARTED}.)"
    return compiled(f"([1-9]{alone}{more})(?=[{measures}])")


def _with_any_years(shape: str, own: int) -> str:
    pieces = _YEAR.split(shape)
    pieces[1::2] = [_ANY_YEAR.get(int(year) - own, _FAR_YEAR) for year in pieces[1::2]]
    return "".join(pieces)


# --- and put back ---------------------------------------------------------------------------------


def _put_back(kept: Sequence[_Kept], figures: Sequence[str], at: int, length: int) -> list[Claim]:
    """The claims of a shape with the figures and the places of the sentence."""
    sentence = made(Span, (at, at + length))
    # How far what follows each figure is from where it stands in the shape.
    away = [*accumulate([len(figure) - len(_ANY_FIGURE) for figure in figures], initial=at)]
    found = []
    for claim, number, (i, j, m, n) in kept:
        quantity, told, measure, scope, (start, end), (first, last), _, of = claim
        if number is not None:
            told = int(figures[number])
        span = made(Span, (start + away[i], end + away[j]))
        phrase = made(Span, (first + away[m], last + away[n]))
        found.append(made(Claim, (quantity, told, measure, scope, span, phrase, sentence, of)))
    return found


def without_repeats(found: Sequence[Claim]) -> Sequence[Claim]:
    """Return claims as uncertain where a sentence has two figures for one: which is the whole is not said."""
    if len({claim.quantity for claim in found}) == len(found):
        return found
    figures: dict[str, set[Figure]] = {}
    for claim in found:
        if claim.certain:
            figures.setdefault(claim.quantity, set()).add(claim.number)
    return [
        claim._replace(scope=("repeated",))
        if claim.certain and len(figures[claim.quantity]) > 1
        else claim
        for claim in found
    ]
