"""Words of a template that a draft kept: a choice of organs not made, an instruction not taken out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from disclosure_lint.literals import holds
from disclosure_lint.patterns import compiled
from disclosure_lint.words import words

_OWN = ("我", "本")
_CLAUSE = compiled(r"(?:^|[\n，,。；;：:])([\u4e00-\u9fff]{2,3})$")
_BEFORE = 16  # characters looked at for the name
_LONGEST_NAME = 8


def _data() -> dict[str, Any]:
    data: dict[str, Any] = words("placeholders")["template"]
    return data


def choices(text: str, title: str) -> Iterator[tuple[int, int]]:
    """Yield where a name with a choice behind it begins and ends: 塘下镇(区), 我局/办.

    The name is known by the report's title; without one, by its place at the start of a clause.
    """
    for sign in _sign().finditer(text):
        at = sign.start()
        match = _choice().match(text, at)
        base = max(0, at - _BEFORE)
        start = _name(text[base:at], match[0], title) if match else None
        if match and start is not None:
            yield base + start, match.end()


def instructions(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where a bracket with an instruction begins and ends, and whether it is one anywhere.

    A remark like (含……说明) is an instruction only behind a heading.
    """
    if any(holds(text, probe) for probe in _data()["probes"]):
        for match in _instruction().finditer(text):
            yield match.start(), match.end(), bool(match[1])


def _name(before: str, choice: str, title: str) -> int | None:
    """Where the name begins that a choice follows; None where no organ is named or many are meant."""
    unit = next((unit for unit in _data()["units"] if before.endswith(unit)), None)
    if unit is None or (title and choice in title):
        return None
    name = len(before) - len(unit)
    if before.endswith(_OWN, 0, name):
        return name - 1
    if title:
        lengths = range(2, min(name, _LONGEST_NAME) + 1)
        longest = max((n for n in lengths if before[name - n :] in title), default=0)
        return name - longest if longest else None
    clause = _CLAUSE.search(before, max(0, name - 4), name)
    return None if not clause or any(it in clause[1] for it in _data()["many"]) else clause.start(1)


@cache
def _sign() -> re.Pattern[str]:
    """What a choice begins with, before the first character of an organ."""
    return compiled(rf"[(（/／](?=[{''.join(unit[0] for unit in _data()['units'])}])")


@cache
def _choice() -> re.Pattern[str]:
    """`(区)`, `/办`: another kind of organ to choose."""
    units = "|".join(_data()["units"])
    return compiled(rf"[(（](?:{units})(?:[、/／](?:{units}))?[)）]|[/／](?:{units})(?!级)")


@cache
def _instruction() -> re.Pattern[str]:
    """A bracket with an instruction in it (group 1), or a remark on what a heading is to hold."""
    told, names = "|".join(_data()["instructions"]), "|".join(_data()["names"])
    inside = r"[^()（）【】\[\]\n]"
    return compiled(
        rf"[(（【\[]((?:{inside}{{0,30}}?(?:{told}){inside}{{0,20}})|{names})[)）】\]]"
        r"|[(（]含[^()（）\n]{0,20}说明[)）]"
    )
