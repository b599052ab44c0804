"""The numbers that Word puts before paragraphs: `一、` may be no text but a setting of the list."""

import re
from functools import cache

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple

_NUMERALS = "一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMANS = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_PLACE = compiled(r"%([1-9])")
_CHINESE = frozenset(
    ["chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting"]
)


@cache
def w(name: str) -> str:
    """Return a name of Word's markup as the library spells it."""
    return qn(f"w:{name}")


class _Level(NamedTuple):
    """One level of a list: the format of its numbers, the text around them, the first number."""

    form: str
    text: str
    first: int


class Numbers:
    """The lists of a document and how far each has come; `number` must be asked in order of place."""

    def __init__(self, numbering: BaseOxmlElement | None, styles: BaseOxmlElement) -> None:
        self._styles = {str(style.get(w("styleId"))): style for style in styles.iter(w("style"))}
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if numbering is not None:
            for one in numbering.iter(w("num")):
                self._lists[str(one.get(w("numId")))] = _value(one, "abstractNumId") or ""
            for one in numbering.iter(w("abstractNum")):
                self._levels[str(one.get(w("abstractNumId")))] = _levels(one)

    def number(self, paragraph: BaseOxmlElement) -> str:
        """Return the number that Word shows before a paragraph, or an empty text."""
        member, level = self._membership(paragraph)
        key = self._lists.get(member, "")
        levels = self._levels.get(key, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(key, [None] * 9)
        before = counts[level]
        counts[level] = levels[level].first if before is None else before + 1
        counts[level + 1 :] = [None] * (8 - level)
        if levels[level].form in {"bullet", "none"}:
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            it = levels.get(at, levels[level])
            count = counts[at]
            return _shown(it.first if count is None else count, it.form)

        return _PLACE.sub(shown, levels[level].text)

    def _membership(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else that of its style or of those below."""
        properties = paragraph.find(w("pPr"))
        member, level = _told(properties)
        style = _value(properties, "pStyle") if properties is not None else None
        seen: set[str] = set()
        while member is None and style in self._styles and style not in seen:
            seen.add(style)
            below = self._styles[style]
            member, own = _told(below.find(w("pPr")))
            level = level if level is not None else own
            style = _value(below, "basedOn")
        return member or "", level or 0


def _told(properties: BaseOxmlElement | None) -> tuple[str | None, int | None]:
    place = properties.find(w("numPr")) if properties is not None else None
    if place is None:
        return None, None
    level = _value(place, "ilvl")
    return _value(place, "numId"), int(level) if level and level in "012345678" else None


def _value(element: BaseOxmlElement, name: str) -> str | None:
    found = element.find(w(name))
    value = found.get(w("val")) if found is not None else None
    return None if value is None else str(value)


def _levels(abstract: BaseOxmlElement) -> dict[int, _Level]:
    levels = {}
    for it in abstract.iter(w("lvl")):
        number, first = str(it.get(w("ilvl"))), _value(it, "start") or "1"
        if number in "012345678":
            levels[int(number)] = _Level(
                _value(it, "numFmt") or "decimal",
                _value(it, "lvlText") or "",
                int(first) if first.isdigit() else 1,
            )
    return levels


def _shown(number: int, form: str) -> str:
    """A number in one of Word's formats; those that reports do not use come out in digits."""
    if form in _CHINESE and number < 100:
        return _chinese(number)
    if form == "ideographTraditional" and 0 < number <= len(_STEMS):
        return _STEMS[number - 1]
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(0x245F + number)
    if form in {"lowerLetter", "upperLetter"} and 0 < number <= 26:
        return chr((0x60 if form == "lowerLetter" else 0x40) + number)
    if form in {"lowerRoman", "upperRoman"} and number < 40:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return str(number)


def _chinese(number: int) -> str:
    """A number up to 99 in Chinese: 一, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    before = "" if tens < 1 else "十" if tens == 1 else _NUMERALS[tens - 1] + "十"
    return before + (_NUMERALS[ones - 1] if ones else "") or "〇"


def _roman(number: int) -> str:
    text = ""
    for sign, value in _ROMANS:
        while number >= value:
            text, number = text + sign, number - value
    return text
