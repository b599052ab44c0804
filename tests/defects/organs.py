"""Invented organs and the numbers that identify them; no organ here exists."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_CITIES = ("岚州市", "枫陵市", "云渡市", "澜澄市", "沅皋市")
_COUNTIES = ("青岩县", "澄湖县", "栖云县", "望川县", "碧岚县", "苍葭县")
_TOWNS = ("云溪镇", "石桥湾镇", "柳荫镇", "双槐镇", "落雁坡镇", "桑榆镇")
_STREETS = ("晴川街道", "望江台街道", "槐安里街道", "听涛街道")
_BUREAUS = ("水务局", "教育局", "财政局", "民政局", "交通运输局", "林业局", "统计局")
_COMMISSIONS = ("卫生健康委员会", "发展和改革委员会")

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True, slots=True)
class Organ:
    """A publisher: its full name, how its report calls it, the site it publishes on."""

    name: str
    me: str
    site: str
    government: bool = False


def draw_organ(rng: Random) -> Organ:
    """Return an organ of any kind and rank."""
    city, county = rng.choice(_CITIES), rng.choice(_COUNTIES)
    town, street = rng.choice(_TOWNS), rng.choice(_STREETS)
    bureau, commission = rng.choice(_BUREAUS), rng.choice(_COMMISSIONS)
    site = f"{county}人民政府门户网站"
    return rng.choice(
        (
            Organ(f"{county}{town}人民政府", "我镇", site, government=True),
            Organ(f"{county}{street}办事处", "我街道", site),
            Organ(f"{county}{bureau}", "我局", site),
            Organ(f"{city}{bureau}", "我局", f"{city}人民政府门户网站"),
            Organ(f"{county}{commission}", "我委", site),
            Organ(f"{county}人民政府", "我县", site, government=True),
        )
    )


def draw_index_number(rng: Random, year: int) -> str:
    """Return an index number with right check characters: organisation or credit code, year, serial."""
    body = "".join(rng.choices("123456789", k=8))
    code = body + _organisation_check(body)
    if rng.random() < 0.5:
        seventeen = f"11{rng.randint(990100, 990999)}{code}"
        code = seventeen + _credit_check(seventeen)
    return f"{code}/{year}-{rng.randint(11, 9876):05}"


def _organisation_check(body: str) -> str:
    """Return the check character of an organisation code (GB 11714)."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def _credit_check(code: str) -> str:
    """Return the check character of a unified social credit code (GB 32100)."""
    total = sum(_ALPHABET.index(char) * pow(3, at, 31) for at, char in enumerate(code))
    return _ALPHABET[-total % 31]
