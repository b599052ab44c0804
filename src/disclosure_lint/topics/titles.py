"""The elements of a report's title, each with its place: organ, years, and what kind of report it says."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from disclosure_lint.front import TITLE_MARKUP
from disclosure_lint.landmarks import landmarks
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.syntax import Paragraph
from disclosure_lint.text import fold, strip_note
from disclosure_lint.topics.organ_name import Kind, read_organ
from disclosure_lint.words import words

_YEAR = r"(?<![\d\[])((?:19|20)\d\d)(?!\d)(年度?)?"
_SPELT_YEAR = r"([二两][〇零Oo0○][〇零Oo0○一二三][〇零Oo0○一二三四五六七八九])(年度?)"
_DIGITS = str.maketrans("二两〇零Oo○一三四五六七八九", "2200000" + "13456789")
_LOST = "?�"


class Part(NamedTuple):
    """Some words of a title: offsets in its folded text."""

    start: int
    end: int


class Year(NamedTuple):
    """A year in a title: its value, the offsets of its digits, and the word after them (`年度`, `年`, none)."""

    value: int
    part: Part
    unit: Part


class Title(NamedTuple):
    """A title's folded words; `offsets` says where in the report each character stands.

    `ending` are its last words, which say what it is; `organ` what is left when those and the years
    are taken away (empty where nothing is).
    """

    text: str
    offsets: tuple[int, ...]
    years: tuple[Year, ...]
    ending: Part
    organ: Part

    def words(self, part: Part) -> str:
        """Return the folded words of a part."""
        return self.text[part.start : part.end]

    def span(self, part: Part) -> Span:
        """Return the place of a part in the report; of an empty one, a place of no length."""
        if part.start == part.end:
            at = (
                self.offsets[part.start] if part.start < len(self.offsets) else self.offsets[-1] + 1
            )
            return Span(at, at)
        return Span(self.offsets[part.start], self.offsets[part.end - 1] + 1)

    @property
    def whole(self) -> Span:
        """The place of the whole title, over all its lines."""
        return Span(self.offsets[0], self.offsets[-1] + 1)


@once
def title_of(report: Report) -> Title | None:
    """Return the printed title, else the one that stands only among the metadata, else None."""
    lines = [_without_markup(line) for line in report.document.title]
    if not lines and report.title:
        lines = [(it.value, it.span.start) for it in report.metadata if it.value == report.title]
    return _read(tuple(lines[:3])) if lines else None


def _without_markup(line: Paragraph) -> tuple[str, int]:
    """The words of a line and where they begin, without what Markdown puts around them."""
    words_of = line.text.lstrip(TITLE_MARKUP)
    return words_of.rstrip(TITLE_MARKUP), line.span.end - len(words_of)


def ends_like_title(folded: str) -> bool:
    """Whether folded words end like a report's title."""
    return folded.endswith(landmarks().title_endings)


def lacking(ending: str) -> list[str]:
    """Return the words that a shortened ending leaves out; none where it has words of its own."""
    parts = words("titles")["parts"]
    kept = [part for part in parts if part in ending]
    return [part for part in parts if part not in kept] if "".join(kept) == ending else []


def standard_ending(title: Title) -> str:
    """Return how a title has to end; hospitals, schools and works are no government (公共企事业单位)."""
    standard: str = words("titles")["standard"]
    government = words("titles")["parts"][0]
    if government in title.words(title.ending):
        return standard
    institution = read_organ(title.words(title.organ)).kind is Kind.INSTITUTION
    return standard.removeprefix(government) if institution else standard


@lru_cache(maxsize=32)
def _read(lines: tuple[tuple[str, int], ...]) -> Title | None:
    chars: list[str] = []
    offsets: list[int] = []
    for text, start in lines:
        for at, char in enumerate(text):
            for folded in fold(char):
                if folded not in _LOST:
                    chars.append(folded)
                    offsets.append(start + at)
    text = "".join(chars)
    ending = _ending(text)
    if ending is None:
        return None
    years = tuple(_years(text))
    return Title(text, tuple(offsets), years, ending, _organ(text, years, ending))


def _ending(text: str) -> Part | None:
    """The last words of the title; a remark in brackets after them does not count."""
    stop = len(strip_note(text))
    for ending in landmarks().title_endings:
        if text.endswith(ending, 0, stop):
            return Part(stop - len(ending), stop)
    return None


def _years(text: str) -> Iterator[Year]:
    matches = [*compiled(_YEAR).finditer(text)]
    if "二" in text or "两" in text:
        matches += compiled(_SPELT_YEAR).finditer(text)
        matches.sort(key=re.Match.start)
    for match in matches:
        value = int(match[1].translate(_DIGITS))
        after = Part(*match.span(2)) if match[2] else Part(match.end(1), match.end(1))
        yield Year(value, Part(*match.span(1)), after)


@cache
def _filler() -> re.Pattern[str]:
    return compiled("(?:" + "|".join(map(re.escape, words("titles")["fillers"])) + ")+$")


@cache
def _lead() -> re.Pattern[str]:
    return compiled("|".join(map(re.escape, words("titles")["leads"])))


def _organ(text: str, years: tuple[Year, ...], ending: Part) -> Part:
    """The longest piece of the title that is neither year nor ending."""
    before_ending = (it for it in years if it.part.start < ending.start)
    cuts = [Part(0, 0), *(Part(it.part.start, it.unit.end) for it in before_ending), ending]
    pieces = []
    for before, after in pairwise(cuts):
        start, stop = before.end, max(after.start, before.end)
        lead = _lead().match(text, start, stop)
        start = lead.end() if lead else start
        filler = _filler().search(text, start, stop)
        pieces.append(Part(start, filler.start() if filler else stop))
    best = max(pieces, key=lambda it: it.end - it.start)
    shared = words("titles")["shared"]
    if text.startswith(shared["ending"], best.end) and text.endswith(shared["organ"], 0, best.end):
        best = Part(best.start, best.end + len(shared["ending"]))
    return best if best.end - best.start > 1 else Part(ending.start, ending.start)
