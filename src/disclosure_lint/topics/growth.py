"""Rates of growth in prose, with the figures that bear them out: `36件,同比(31件)上升16.13%`."""

import re
from functools import cache

from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.words import words


def in_list(match: re.Match[str]) -> bool:
    """Return whether other figures stand beside this one: the rate may be that of all together."""
    clause = re.split(r"[,，。;；\n]", match.string[: match.start("this")])[-1]
    return "、" in clause and any(map(str.isdigit, clause))


@cache
def growth() -> re.Pattern[str]:
    """Return the pattern of a rate of growth and what it is told of: `36件(,上年为31件),同比(31件)上升16.13%`."""
    data = words("claims")
    told = data["growth"]
    measure = rf"\s*(?:{any_of(data['figures']['measures'])})"
    before = rf"[,，(（]\s*(?:{any_of(told['before'])})[^\d,，。;；\n]{{0,4}}(?P<last>\d[\d,]*){measure}[)）]?"
    than = rf"(?:的|同期的?)?(?:(?P<than>\d[\d,]*){measure})?"
    moved = rf"(?:(?P<down>{any_of(told['down'])})|{any_of(told['up'])})了?"
    changed = any_of([*told["up"], *told["down"]])
    return compiled(
        rf"(?P<this>\d(?<![\d.,近约超逾].)(?<!(?:{changed}).)[\d,]*){measure}(?:{before})?[,，(（]?\s*"
        rf"(?:{any_of(told['versus'])}){than}\s*{moved}\s*(?P<percent>(?P<rate>\d+(?:\.\d+)?)\s*[%％])"
    )
