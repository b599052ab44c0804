"""What a line opens by its own words: a number, a title, what goes on behind it."""

from functools import lru_cache

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.syntax import Landmarks, LineKind, Paragraph
from disclosure_lint.text import fold, strip_year

NUMERALS = "一二三四五六七八九十"
# Blanks, marks of lists and quotations, and what is left of a blank in a wrong encoding.
BEFORE_HEADING = " #*\u3000\u00a0\ufeff?？·•●○■□◆▪►★☆>【“"
_NUMBER = compiled(
    rf"[{BEFORE_HEADING}]*(?:第([{NUMERALS}]+)部分[ \u3000:：、]*|([{NUMERALS}]+)[ \u3000]?[、.．,，]"
    rf"|[(（]([{NUMERALS}]+)[)）][、.]?|(\d{{1,2}})[.．、]"
    rf"|第?([{NUMERALS}]+)(?:章[ \u3000]*|[ \u3000:：·､)）]+)|)[ \u3000\u00a0]*"
)
TITLE_END = compiled(r"[\s。：:；;]")
# What is longer than this is a sentence, not a title.
LONGEST_TITLE = 45
# What the first sentence of a section begins with; and with what one goes on that begins with a title.
_BEGINS = frozenset("0123456789０１２３４５６７８９(（我本全今按根自无未没暂")
_GOES_ON = frozenset("的较更很良好不有是为和与及、，,等统表如见")
_LONG_TITLE = 8
# What Markdown puts around a title, and what closes the marks above.
MARKUP = "*_#?？】”"


def numeral(number: str) -> int:
    """Return the value of a Chinese ordinal up to 99 (`十二` is 12), or 0."""
    if not number or any(char not in NUMERALS for char in number):
        return 0
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return NUMERALS.index(number) + 1 if len(number) == 1 else 0
    return 10 * (NUMERALS.index(tens[0]) + 1 if tens else 1) + (
        NUMERALS.index(ones[0]) + 1 if ones else 0
    )


class Opening(NamedTuple):
    """The number, title and end of what a line's words may open; places are those in the line.

    `known` and `plain` are those of a heading.
    """

    number: str
    first: int
    title: str
    end: int
    known: bool
    plain: bool


def opening(line: Paragraph, marks: Landmarks) -> Opening | None:
    """Return what a line may open by its own words, whatever stands around it; most open nothing."""
    text, _, kind = line
    if len(text) <= LONGEST_TITLE:
        return _opening(text, marks)
    return None if kind is LineKind.TEXT else _opening.__wrapped__(text, marks)


@lru_cache(maxsize=2048)
def _opening(text: str, marks: Landmarks) -> Opening | None:
    match = _NUMBER.match(text)
    if match is None or match.end() == len(text):
        return None
    plain = not (match[1] or match[2])
    if plain and not _may_open(text[match.end() :], marks):
        return None
    end = title_end(text, match.end(), marks)
    if end is None:
        return None
    title = text[match.end() : end].rstrip(MARKUP)
    folded = fold(title)
    known = is_known(folded, marks)
    if plain and not (folded in marks.official and _rest_is_mark(text[end:])):
        return None
    if not known and end < len(text):  # a sentence
        return None
    number = next((group for group in match.groups() if group), "")
    return Opening(number, match.end(), title, end, known, plain)


def number_alone(line: Paragraph) -> str:
    """Return the number that is all of a line (`一、`), or an empty string."""
    text, _, kind = line
    match = _NUMBER.match(text) if kind is LineKind.HEADING else None
    return match[2] or "" if match and match.end() == len(text) else ""


def clause_number(line: Paragraph) -> int:
    """Return the number of a clause, `(六)其他需要报告的事项`; 0 for any other line."""
    match = _NUMBER.match(line.text) if line.kind is LineKind.CLAUSE else None
    return numeral(match[3]) if match and match[3] else 0


def _may_open(text: str, marks: Landmarks) -> bool:
    """Whether a line without a number may be a title, by its length and its first character."""
    first = text.lstrip(BEFORE_HEADING)[:1] if len(text) <= LONGEST_TITLE else ""
    return fold(first) in marks.openings


def is_known(folded: str, marks: Landmarks) -> bool:
    """Whether folded words are the title of a section; the report's year may go before."""
    return folded in marks.titles or (folded[:1].isdigit() and strip_year(folded) in marks.titles)


def is_section(text: str, marks: Landmarks) -> bool:
    """Whether text is a number in characters and a known title, and no row's label."""
    number = _NUMBER.match(text)
    if number is None or not number[2] or fold(text) in marks.labels:
        return False
    return is_known(fold(text[number.end() :]), marks)


def title_end(text: str, start: int, marks: Landmarks) -> int | None:
    """Return where the title that begins at `start` ends: with a known title, else with the line, if short."""
    rest = text[start : start + LONGEST_TITLE + 1]
    for stop in TITLE_END.finditer(rest):
        if rest[stop.start() - 1].isdigit():
            continue  # as no title ends, but every figure of a row does
        if is_known(fold(rest[: stop.start()]), marks):
            return start + stop.start()
    touched = _touched(text, start, marks)
    if touched:
        return touched
    short = start + LONGEST_TITLE >= len(text)
    return len(text) if short and not any(mark in rest for mark in "。；;") else None


def _touched(text: str, start: int, marks: Landmarks) -> int:
    """The end of a title that a sentence touches (`一、总体情况2022年,…`, `六、其他需要报告的事项无。`), or 0.

    The sentence is told by its first character: `一、总体情况良好。` begins with the title's words.
    """
    titles = [title for title in marks.official if text.startswith(title, start)]
    end = start + max(map(len, titles), default=0)
    if not titles or "。" not in text[end:]:
        return 0
    begins = text[end] in _BEGINS if end - start < _LONG_TITLE else text[end] not in _GOES_ON
    return end if begins else 0


def _rest_is_mark(rest: str) -> bool:
    return not rest.strip("。：: " + MARKUP)
