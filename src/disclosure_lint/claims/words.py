"""A sentence to its words: known ones with their concept, figures, denials, and runs of unknown ones.

Which words there are is data (`grammar/words/claims.toml`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from disclosure_lint.claims.order import (
    ALL,
    AND,
    BREAK,
    CLOSE,
    COUNT,
    EACH,
    MONEY,
    NO,
    NUMBER,
    OPEN,
    OTHER,
    PART,
    WORD,
    order,
)
from disclosure_lint.patterns import HAN, compiled
from disclosure_lint.records import NamedTuple, made
from disclosure_lint.words import words

_BRACKETS = {"(": OPEN, "（": OPEN, ")": CLOSE, "）": CLOSE}
_SILENT = "silent"
_LINK = "link"
_WEIGHTLESS = frozenset([_SILENT, _LINK])


class Word(NamedTuple):
    """A word of a sentence and where it stands in the text.

    `kind` is the grammar's name for it; `value` the concept of a known word (`@mark` for a mark,
    `year:2023`, `area:全市`), the digits of a figure, or the text itself. A figure has its `measure`
    (empty without one), and is `about` so much when the words around it say so.
    """

    kind: str
    value: str
    start: int
    end: int
    measure: str = ""
    about: bool = False


class Words(NamedTuple):
    """The words of a sentence; `linked` says that it names the subject of these reports."""

    words: tuple[Word, ...]
    linked: bool


def words_of(sentence: str) -> tuple[Words, ...]:
    """Return the words of a sentence, part by part (`;`)."""
    marks = [match.start() for match in _PART_ENDS.finditer(sentence)]
    starts = [0, *(at + 1 for at in marks)]
    return tuple(
        [read_words(sentence, *part) for part in zip(starts, [*marks, len(sentence)], strict=True)]
    )


def read_words(text: str, start: int, end: int) -> Words:
    """Return the words of `text[start:end]`, a sentence or a part; positions are those of `text`."""
    raw = _scan(text, start, end)
    linked = any(word.kind == _LINK or word.value == "application" for word in raw)
    return Words(tuple(_settle(raw)), linked)


def _scan(text: str, start: int, end: int) -> list[Word]:
    """Every word in order; what lies between known ones is unknown."""
    found: list[Word] = []
    lexicon = _lexicon()
    at = start
    about = False
    for match in _pattern().finditer(text, start, end):
        first, last = match.span()
        if first > at and not text[at:first].isspace():
            found.append(made(Word, (OTHER, text[at:first], at, first, "", False)))
        at = last
        name = match.lastgroup
        if name == "word":
            kind, value = lexicon[match[0]]
            found.append(made(Word, (kind, value, first, last, "", False)))
        elif name == "figure":
            if found and found[-1].kind == AND and _parts_clauses(found, first):
                found[-1] = found[-1]._replace(kind=BREAK)
            found.append(_figure(match, about=about))
        elif name == "of":
            known = found and found[-1].end == first and found[-1].kind in {WORD, COUNT}
            found.append(Word(BREAK if known else _SILENT, "", first, last))
        elif name in _NAMED:
            found.append(Word(*_NAMED[name](match[0]), first, last))
        about = name == "about"
    if end > at and not text[at:end].isspace():
        found.append(Word(OTHER, text[at:end], at, end))
    return found


def _parts_clauses(found: Sequence[Word], figure: int) -> bool:
    """`收到2件自然人申请和1件法人申请`: what joins words to a figure parts what these belong to."""
    return found[-1].end == figure and len(found) > 1 and found[-2].kind in {WORD, OTHER}


def _year(text: str) -> tuple[str, str]:
    year = _DIGITS_OF_YEAR.search(text)
    versus = not text[0].isdigit()
    return WORD, "@comparison" if versus or year is None else f"year:{year[0]}"


def _years(text: str) -> tuple[str, str]:
    """Both ends of `2021—2023年`: neither alone is the year of what is told of them."""
    return WORD, " ".join([f"year:{year}" for year in _DIGITS_OF_YEAR.findall(text)])


def _figure(match: re.Match[str], *, about: bool) -> Word:
    figures = words("claims")["figures"]
    measure = match["measure"] or ""
    kind = MONEY if measure in figures["money"] else COUNT if measure else NUMBER
    if measure in figures["shares"]:
        kind = _SILENT
    if match["digits"] == "零":
        kind = COUNT
    about = about or bool(match["over"] or match["beyond"])
    return Word(kind, match["digits"], match.start("digits"), match.end(), measure, about)


def _settle(raw: Iterable[Word]) -> Iterator[Word]:
    """Leave out what has no weight, and put the rest into an order that the grammar knows."""
    kept = [it for it in _without_one(raw) if it.kind not in _WEIGHTLESS]
    for at, kind, added in order(tuple([word.kind for word in kept])):
        word = kept[at]
        if added:
            yield Word(kind, "", word.start, word.start)
        else:
            yield word if kind == word.kind else word._replace(kind=kind)


def _without_one(raw: Iterable[Word]) -> Iterator[Word]:
    """A denied one is no figure: `未发生一起行政复议`."""
    denied = False
    for word in raw:
        kind = word.kind
        if denied and kind == COUNT and word.value in {"一", "1"}:
            continue
        denied = kind == NO or (denied and kind in _WEIGHTLESS)
        yield word


# --- the data, compiled on first use ---------------------------------------------------------------

_DIGITS = (
    r"(?:[0-9０-９]{1,3}(?:[,， ][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
)
_A_YEAR = r"(?:19|20)\d\d"
# What a year, a date, a figure, a share, a title or a mark begins with.
_FIRST = '0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万占较比《,，;；:：()（）。!?！？—“”"‘’'
_NUMERAL = "零〇一二两三四五六七八九十百千万"
# The whole year tells nothing of a figure; any other month says that it is of a part of the year.
_WHOLE_YEAR = r"1月(?:1日)?(?:起)?(?:[-—–~～]|至|到)12月(?:31日?|底|末)?|12月(?:31日?|底|末)|1月1日"
# 自然人占95%,共19件
_SHARE = r"占(?:比|总数的|总量的)?\s*[0-9.]+\s*[%％](?:[,，]\s*共)?"
_MONTH = r"(?P<month>[0-9０-９]{1,2}月(?:份|底|末|初)?(?:[0-9０-９]{1,2}日)?)"


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    """Every known word with its kind and value."""
    data = words("claims")
    signs = data["signs"]
    found = dict.fromkeys(data["silent"]["words"], (_SILENT, ""))
    found |= dict.fromkeys(data["silent"]["links"], (_LINK, ""))
    found |= {word: (OTHER, word) for word in signs["not_no"]}
    for mark, spellings in data["marks"].items():
        found |= dict.fromkeys(spellings, (PART, mark) if mark == "part" else (WORD, f"@{mark}"))
    for concept, spellings in data["concepts"].items():
        found |= dict.fromkeys(spellings, (WORD, concept))
    for sign, kind in (("no", NO), ("all", ALL), ("each", EACH), ("and", AND)):
        found |= dict.fromkeys(signs[sign], (kind, sign))
    return found


_PART_ENDS = compiled("[;；]")
_DIGITS_OF_YEAR = compiled(r"\d{4}")
_NAMED: dict[str, Callable[[str], tuple[str, str]]] = {
    "year": _year,
    "years": _years,
    "span": lambda _: (WORD, "@since"),
    "from": lambda _: (_SILENT, ""),
    "area": lambda text: (WORD, f"area:{text}"),
    "own": lambda _: (WORD, "@self"),
    "others": lambda _: (WORD, "@foreign"),
    "month": lambda _: (WORD, "@period"),
    "title": lambda text: (OTHER, text),
    "organ": lambda text: (OTHER, text),
    "hotline": lambda _: (WORD, "else"),
    "mark": lambda text: (_BRACKETS.get(text, BREAK), text),
}


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all words; dates and figures first, longer words before shorter ones."""
    data = words("claims")
    figures, organs = data["figures"], data["organs"]
    measures = any_of([*figures["money"], *figures["measures"], *figures["shares"]])
    over = any_of(figures["about_after"])
    numeral = rf"(?<![第{_NUMERAL}])[{_NUMERAL}]+(?=(?:{over})?\s*(?:{measures}))|(?<=为)零"
    figure = (
        rf"(?P<figure>(?P<digits>{_DIGITS}|{numeral})"
        rf"\s*(?P<over>{over})?\s*(?P<measure>{measures})?(?P<beyond>{over})?)"
    )
    about = rf"(?P<about>(?:{any_of(figures['about_before'])})\s*(?=[0-9０-９{_NUMERAL}])(?![{_NUMERAL}]+年))"
    who = "".join(organs["before"])
    many, many_years = _many_years()
    choices = [
        r"(?P<title>《[^》]*》)",
        many_years,
        r"(?P<year>(?:[较比]\s*)?(?:19|20)\d\d)\s*年(?:度|底|末)?",
        _WHOLE_YEAR,
        _SHARE,
        _MONTH,
        _from(measures),
        about,
        rf"(?P<organ>(?<!\w)(?:{any_of(organs['levels'])}){HAN}{{2,12}}?(?:{any_of(organs['ends'])}))",
        rf"(?P<of>(?:{any_of(data['of']['words'])})(?![{data['of']['unless']}]))",
        rf"(?P<others>{_of_others()})",
        rf"(?P<hotline>(?<![0-9])12[0-9]{{3}}(?![0-9]|\s*(?:{measures})))",
        figure,
        rf"(?P<word>{any_of(_lexicon())})",
        rf"(?P<own>[{who}](?:{any_of(organs['own'])}))",
        rf"(?P<area>[{who}](?:{any_of(organs['areas'])}))",
        r"(?P<mark>[,，;；:：()（）。!?！？—])",
        r"[“”\"‘’]",
    ]
    # A look at the first character spares the most of them the rest.
    first = {word[0] for word in (*_lexicon(), *figures["about_before"])} | set(_FIRST + who + many)
    return compiled(f"(?=[{re.escape(''.join(sorted(first)))}])(?:{'|'.join(choices)})")


def _many_years() -> tuple[str, str]:
    """What tells of many years together, and what that may begin with."""
    years = words("claims")["figures"]["years"]
    before, after, to = (any_of(years[name]) for name in ("before", "after", "to"))
    number = f"(?:{any_of(years['numbers'])}){{1,2}}"
    first = "".join(word[0] for word in (*years["before"], *years["numbers"]))
    return first, (
        rf"(?P<years>{_A_YEAR}\s*(?:年度?(?:1月(?:1日)?)?起?)?\s*(?:{to})+\s*{_A_YEAR})\s*年(?:度|底|末)?"
        rf"|(?P<span>(?:{before}){number}年(?:{after})?|(?<![第0-9０-９{_NUMERAL}]){number}年(?:{after}))"
    )


def _of_others() -> str:
    """Words that make disputes those of one organ of many: `复议机关受理`, `市政府作为被告`."""
    data = words("claims")["disputes"]
    reviewer, takes = any_of(data["reviewers"]), any_of(data["takes"])
    return (
        rf"(?:{reviewer})(?=[^,，。;；:：0-9]{{0,6}}(?:{takes}))"
        rf"|(?<={data['whole']})(?:{any_of(data['parties'])})"
    )


def _from(measures: str) -> str:
    """An old figure, with what leads on to the one it became: `由上年的30件增加至`."""
    data = words("claims")
    figures, change = data["figures"], data["figures"]["change"]
    when = any_of([*data["concepts"]["last"], *change["when"]])
    became = rf"[^,，。;；:：()（）0-9０-９]{{0,4}}?(?:{any_of(change['by'])})(?:{any_of(change['to'])})了?"
    return (
        rf"(?P<from>(?<![{''.join(change['not_from'])}])(?:{any_of(change['from'])})"
        rf"\s*(?:(?:{when}|{_A_YEAR}\s*年度?)\s*)*(?:{any_of(figures['about_before'])})?"
        rf"(?:{_DIGITS}|[{_NUMERAL}]+)\s*(?:{any_of(figures['about_after'])})?"
        rf"(?:\s*(?:{measures})(?:{became})?|{became}))"
    )


def any_of(choices: Iterable[str]) -> str:
    """Return an alternation of literal words, longer ones first, parted by their first character."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(choices, key=lambda it: (-len(it), it)):
        rest = word[1:]
        by_first.setdefault(word[0], []).append(rest if rest.isalnum() else re.escape(rest))
    return "|".join(
        re.escape(first) + (f"(?:{'|'.join(rests)})" if rests != [""] else "")
        for first, rests in by_first.items()
    )
