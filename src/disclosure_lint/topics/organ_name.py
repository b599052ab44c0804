"""What an organ's name tells: what kind of body it is, at which level it stands, what sets it apart.

Endings and exceptions are data (`grammar/words/organs.toml`). What a name does not tell is None, and
what rests on it stays silent.
"""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.text import fold, strip_note
from disclosure_lint.words import words


class Level(StrEnum):
    """How high the organ's region stands.

    `municipal` is a city of which the name does not tell whether it is one with counties (设区的市)
    or itself of a county's rank.
    """

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    TOWNSHIP = "township"
    STREET = "street"


class Kind(StrEnum):
    """What kind of body it is.

    `government` (人民政府), its `office` (办公厅, 办公室), a `street` office (街道办事处), a `department`,
    a `vertical` body led from above (税务, 海关, 气象), the `committee` of a zone, an `institution`;
    `region` where only the region is named (云溪镇2023年…).
    """

    GOVERNMENT = "government"
    OFFICE = "office"
    STREET = "street"
    DEPARTMENT = "department"
    VERTICAL = "vertical"
    COMMITTEE = "committee"
    INSTITUTION = "institution"
    REGION = "region"


class Region(NamedTuple):
    """A region in a name; `level` is `zone` for one that is no administrative division."""

    name: str
    ending: str
    level: str


class Organ(NamedTuple):
    """An organ's name and what it tells; `core` is what tells it from its sisters (西街, 教育)."""

    name: str
    kind: Kind | None
    level: Level | None
    regions: tuple[Region, ...] = ()
    core: str = ""

    @property
    def makes_regulations(self) -> bool | None:
        """Whether it may make 规章; None where its name does not tell.

        Governments of provinces and of cities with counties may; below them nobody may, and no
        department of a city.
        """
        if self.level in {Level.COUNTY, Level.TOWNSHIP, Level.STREET}:
            return False
        if self.kind in {Kind.DEPARTMENT, Kind.INSTITUTION}:
            return False if self.level in {Level.PREFECTURE, Level.MUNICIPAL} else None
        if self.kind in {Kind.GOVERNMENT, Kind.OFFICE, Kind.REGION}:
            return True if self.level in {Level.PROVINCE, Level.PREFECTURE} else None
        return None

    @property
    def governs_county_or_above(self) -> bool:
        """Whether it is the government of a county, or of a region above (县级以上地方人民政府)."""
        high = {Level.PROVINCE, Level.PREFECTURE, Level.MUNICIPAL, Level.COUNTY}
        return self.kind in {Kind.GOVERNMENT, Kind.REGION} and self.level in high


@lru_cache(maxsize=256)
def read_organ(name: str) -> Organ:
    """Return what an organ's name tells. Blanks, widths and a remark in brackets do not count."""
    folded = strip_note(fold(name))
    rest = folded
    for prefix in _data()["prefixes"]:
        rest = rest.removeprefix(prefix)
    regions, body = _regions(rest)
    kind = _kind(folded, body, regions)
    level = _level(regions)
    if not regions and kind is Kind.STREET:
        level = Level.STREET
    if not regions and kind in {Kind.DEPARTMENT, Kind.OFFICE, Kind.GOVERNMENT}:
        level, body = _bare(body)
    return Organ(folded, kind, level, regions, _core(body, regions))


def agree(one: Organ, other: Organ) -> bool:
    """Whether two names may mean one organ: 甘州区人民政府西街街道办事处 and 西街办事处 may.

    The cores are compared, one being made of characters of the other (住建, 住房和城乡建设); regions
    of one kind must not differ (青岩县, 临江县). What cannot be compared agrees.
    """
    if not one.core or not other.core or one.name in other.name or other.name in one.name:
        return True
    if not _same_core(one.core, other.core):
        return False
    return not any(_differ(one.regions, other.regions, it.ending) for it in one.regions)


def _differ(one: tuple[Region, ...], other: tuple[Region, ...], ending: str) -> bool:
    """Whether both name regions of one ending and none in common."""
    mine = {it.name for it in one if it.ending == ending}
    theirs = {it.name for it in other if it.ending == ending}
    if not mine or not theirs:
        return False
    return not any(a.endswith(b) or b.endswith(a) for a in mine for b in theirs)


def _same_core(one: str, other: str) -> bool:
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return any(
        any(word in one for word in group) and any(word in other for word in group)
        for group in _data()["compare"]["same"]
    )


def _data() -> dict[str, Any]:
    return words("organs")


@cache
def _region_pattern() -> re.Pattern[str]:
    """The shortest name that ends like a region; `镇` in 景德镇市 and `区` in 区域 end none."""
    data = _data()
    endings = sorted((end for ends in data["levels"].values() for end in ends), key=len)[::-1]
    long = "|".join(end for end in endings if len(end) > 1)
    short = "".join(end for end in endings if len(end) == 1)
    whole = "|".join(data["whole"])
    unsure, followers, stops = data["unsure"], data["followers"], data["stops"]
    sure = "".join(end for end in short if end not in unsure)
    streets = "|".join(data["levels"]["street"])
    return compiled(
        rf"(?:{whole})|[^{stops}\W]{{1,12}}?"
        rf"(?:(?:{long})|(?:[{unsure}](?![{followers}])|[{sure}])(?!{streets}))"
    )


@cache
def _masks() -> re.Pattern[str]:
    """Words of a body that hold a region's ending; 城市 counts only after a region (盐城市)."""
    return compiled("|".join([*_data()["masked"], r"(?<=[省市区县州盟旗])城市"]))


def _regions(name: str) -> tuple[tuple[Region, ...], str]:
    """The chain of regions that a name begins with, and the rest."""
    masked = _masks().sub(lambda match: " " * len(match[0]), name)
    regions: list[Region] = []
    at = 0
    while match := _region_pattern().match(masked, at):
        regions.append(_region(match[0]))
        at = match.end()
        joint = next((it for it in _data()["joints"] if masked.startswith(it, at)), "")
        if joint and _region_pattern().match(masked, at + len(joint)):
            at += len(joint)
    return tuple(regions), name[at:]


def _region(name: str) -> Region:
    ends = [(end, level) for level, found in _data()["levels"].items() for end in found]
    end, level = max((it for it in ends if name.endswith(it[0])), key=lambda it: len(it[0]))
    if name in _data()["municipalities"]:
        level = Level.PROVINCE
    return Region(name, end, level)


def _level(regions: tuple[Region, ...]) -> Level | None:
    """The level of the last region; a city inside a city or a prefecture is of a county's rank."""
    if not regions or regions[-1].level == "zone":
        return None
    level = Level(regions[-1].level)
    above = regions[-2].level if len(regions) > 1 else ""
    if level is Level.MUNICIPAL and above in {Level.MUNICIPAL, Level.PREFECTURE}:
        return Level.COUNTY
    return level


def _bare(body: str) -> tuple[Level | None, str]:
    """The level of a body whose region is not named: 市民政局, 县乡村振兴局."""
    level = _data()["bare"].get(body[:1])
    return (Level(level), body[1:]) if level else (None, body)


def _kind(name: str, body: str, regions: tuple[Region, ...]) -> Kind | None:
    if any(word in name for word in _data()["vertical"]["words"]):
        return Kind.VERTICAL
    if not body:
        last = regions[-1].level if regions else ""
        return Kind.STREET if last == Level.STREET else Kind.REGION if last != "zone" else None
    for kind, ends in _data()["kinds"].items():
        if name.endswith(tuple(ends)):
            return Kind(kind)
    return None


def _core(body: str, regions: tuple[Region, ...]) -> str:
    """What is left of the body without its tails, else the last region's own name."""
    rest = _without_tails(body)
    if len(rest) < 2 and regions:  # one character tells nothing
        return regions[-1].name.removesuffix(regions[-1].ending)
    return rest


def _without_tails(body: str) -> str:
    tails = _data()["compare"]["tails"]
    while tail := next((it for it in tails if body.endswith(it)), ""):
        body = body.removesuffix(tail)
    return body


def is_operator(organ: Organ) -> bool:
    """Whether a publisher may be the office that runs the site, and not the organ of the report."""
    return any(word in organ.name for word in _data()["compare"]["operators"])


def may_publish_for(publisher: Organ, organ: Organ) -> bool:
    """Whether a publisher may stand for another organ: the government above it, or who runs the site.

    A department may publish for the government it belongs to, and an office that bears the organ's
    own name is a part of it.
    """
    part = publisher.core != organ.core and len(organ.core) > 1 and organ.core in publisher.name
    if part or is_operator(publisher):
        return True
    if publisher.governs_county_or_above:
        return organ.level is not publisher.level or not organ.governs_county_or_above
    return organ.governs_county_or_above and publisher.kind is Kind.DEPARTMENT


@lru_cache(maxsize=256)
def lacks_region(name: str) -> bool:
    """Whether a folded name tells no place at all: 教育局, 市民政局."""
    return _bare(name)[1] in _data()["nameless"]["bodies"]
