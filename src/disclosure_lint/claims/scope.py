"""Whose figures a sentence states: the report's own, or those of another organ or a wider area."""

import re
from functools import cache, lru_cache

from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import HAN, compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.text import fold
from disclosure_lint.topics.organ import organ_of
from disclosure_lint.topics.organ_name import Kind
from disclosure_lint.words import words

_CLAUSE = compiled("[,，;；]")
AREA = "area:"  # what a word for an area begins with
# Bodies whose reports count a whole area; those of offices and departments count only themselves.
_WHOLE = frozenset([Kind.GOVERNMENT, Kind.REGION, Kind.STREET, Kind.COMMITTEE])


class Author(NamedTuple):
    """Who reports, on which year; an empty name and None where the report does not say.

    `whole` says that the figures are those of the organ's whole area.
    """

    name: str
    year: int | None
    whole: bool = False

    def owns(self, named: str) -> bool:
        """Whether words that name an organ, or an area (`area:我镇`), name the author's own."""
        if named.startswith(AREA):
            return self._speaks_for(named.removeprefix(AREA))
        folded = fold(named)
        if not self.name:
            return not folded.endswith(tuple(words("claims")["organs"]["offices"]))
        return any(_same(folded, own) for own in _names(self.name))

    def _speaks_for(self, area: str) -> bool:
        """Whether the figures of an area (`全区`, `我镇`) are the report's own."""
        if not self.name:
            return not area.startswith("全")
        return self.whole and _stem(self.name).endswith(area[1:])


class Ours(NamedTuple):
    """What of the author matters to a sentence: what it names that is the author's own, and the year."""

    named: frozenset[str]
    year: int


def names_organ(words_of: str) -> bool:
    """Whether words end as the name of an organ does."""
    return fold(words_of).endswith(_tails())


def may_name(words_of: str) -> bool:
    """Whether words end as the name of an organ or of its place does: `青岩县` is the county's own."""
    return names_organ(words_of) or words_of.endswith(_areas())


@cache
def _areas() -> tuple[str, ...]:
    return tuple(words("claims")["organs"]["areas"])


def names_whose(lead: str) -> bool:
    """Whether a line or a heading says whose figures follow: `区教育局`, `区政府本级情况`."""
    headed = words("claims")["organs"]["headed"]
    said = next((lead.removesuffix(it) for it in headed if lead.endswith(it)), lead)
    return said.endswith(_leading()) and not _CLAUSE.search(said)


@lru_cache(maxsize=1)  # asked for twice, one time after the other
def acting(text: str) -> tuple[str, ...]:
    """Return who acts in a text, organs and areas: `滨江街道推行“首问负责制”,全年收到…`."""
    return tuple(
        AREA + name if name.endswith(_areas()) else name for name in _acting().findall(text)
    )


@cache
def _acting() -> re.Pattern[str]:
    organs = words("claims")["organs"]
    ends = any_of([*organs["ends"], *organs["areas"]])
    name = f"(?:(?![{organs['not_in']}]){HAN}){{2,6}}?(?:{ends})|各(?:{any_of(organs['below'])})"
    return compiled(rf"(?<!\w)({name})(?={any_of(organs['acts'])})")


def author_of(report: Report) -> Author:
    """Return who reports."""
    organ = organ_of(report)
    if organ is None:
        return Author("", report.year)
    return Author(organ.name, report.year, organ.kind in _WHOLE)


@cache
def _leading() -> tuple[str, ...]:
    return (*_tails(), *words("claims")["marks"]["foreign"])


@cache
def _tails() -> tuple[str, ...]:
    return tuple(words("claims")["organs"]["tails"])


def _stem(name: str) -> str:
    for tail in words("claims")["organs"]["whole"]:
        if name.endswith(tail):
            return name.removesuffix(tail)
    return name


def _names(name: str) -> tuple[str, ...]:
    """The names an organ goes by: 云溪镇人民政府, 云溪镇政府, 云溪镇."""
    stem = _stem(name)
    if stem == name:
        return (name,)
    return (name, stem, *(stem + short for short in words("claims")["organs"]["short"]))


def _same(named: str, own: str) -> bool:
    """Whether `named`, with whatever stands before it, ends in the name or a shortened one (卫健委)."""
    named, own = _plain(named), _plain(own)
    if named[-1] != own[-1]:
        return False
    levels = tuple(words("claims")["organs"]["areas"])
    for start in range(len(named)):
        short = named[start:]
        if _within(short, own) and not named.endswith(levels, 0, start):
            return start == 0 or len(short) >= 3
    return False


def _plain(name: str) -> str:
    for long, short in words("claims")["organs"]["same"].items():
        name = name.replace(long, short)
    return name


def _within(short: str, name: str) -> bool:
    """Whether the characters of `short` stand in `name` in their order."""
    rest = iter(name)
    return all(char in rest for char in short)
