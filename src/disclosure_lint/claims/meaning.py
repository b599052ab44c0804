"""Which words together mean which figure of the tables; all of it data, expanded here once."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain, combinations
from typing import Any

from disclosure_lint.records import NamedTuple
from disclosure_lint.words import words

Concepts = frozenset[str]


class Group(NamedTuple):
    """What quantities of one kind share; see `[[group]]` in the data; `about` are its nouns."""

    rule: str
    table: str
    cells: tuple[str, ...]
    measures: frozenset[str]
    family: str
    rest: str
    listed: int
    not_after: frozenset[str]
    apart: tuple[str, ...]
    unless: tuple[str, ...]
    about: Concepts
    whole: bool
    reasons: bool
    linked: bool
    bare: bool
    denied: bool


class Meaning(NamedTuple):
    """The quantity that a set of concepts means; `core` are those of them that say so themselves."""

    quantity: str
    group: Group
    core: Concepts


class Sweep(NamedTuple):
    """What `均` leaves at nothing: `none`, once a figure of `of` stands before (just before, or `linger`)."""

    of: tuple[str, ...]
    every: str
    none: tuple[str, ...]
    linger: bool


class Roles(NamedTuple):
    """What concepts do in a sentence."""

    nouns: Concepts
    nounlike: Concepts
    verbs: Concepts
    outcomes: Concepts
    times: Concepts
    timed: Concepts
    takers: Concepts
    acts: Concepts
    askers: Concepts


@cache
def roles() -> Roles:
    """Return the roles of concepts."""
    data = words("claims")["roles"]
    return Roles(*(frozenset(data[name]) for name in Roles._fields))


@cache
def meanings() -> Mapping[Concepts, Meaning]:
    """Return every set of concepts that means a quantity."""
    found: dict[Concepts, Meaning] = {}
    for entry in words("claims")["group"]:
        group = _group(entry)
        for quantity, spellings in entry["means"].items():
            for core in chain.from_iterable(_optional(spelling.split()) for spelling in spellings):
                for noun in entry.get("nouns", [None]):
                    named = core | {noun} if noun else core
                    for extra in _subsets(entry.get("with", ())):
                        found.setdefault(named | extra, Meaning(quantity, group, core))
    return found


@cache
def quantities() -> Mapping[str, Group]:
    """Return the group of every quantity."""
    found = {meaning.quantity: meaning.group for meaning in meanings().values()}
    for sweep in sweeps():
        for quantity in sweep.none:
            found.setdefault(quantity, found[sweep.of[0]])
    return found


@lru_cache(maxsize=1024)
def group_of(quantity: str) -> Group:
    """Return the group of a quantity; of a sum or a choice, that of its first."""
    known = quantities()
    return (
        known.get(quantity) or known[quantity.split("+", maxsplit=1)[0].split("|", maxsplit=1)[0]]
    )


@cache
def sweeps() -> tuple[Sweep, ...]:
    """Return what `均` can say."""
    return tuple(
        Sweep(tuple(entry["of"]), entry["all"], tuple(entry["none"]), entry.get("linger", False))
        for entry in words("claims")["sweep"]
    )


@cache
def widenings() -> Mapping[tuple[str, str], tuple[str, str]]:
    """Return what a quantity becomes when another is said to be a part of it.

    The second is what it becomes where that may be said of another figure between the two.
    """
    return {
        (entry["whole"], part): (entry["becomes"], entry["unless_apart"])
        for entry in words("claims")["includes"]
        for part in entry["parts"]
    }


def _group(entry: Mapping[str, Any]) -> Group:
    return Group(
        rule=entry["rule"],
        table=entry["table"],
        cells=tuple(entry["cells"]),
        measures=frozenset(words("claims")["measures"][entry["measures"]]),
        family=entry.get("family", ""),
        rest=entry.get("rest", ""),
        listed=entry.get("listed", 0),
        not_after=frozenset(entry.get("not_after", ())),
        apart=tuple(entry.get("apart", ())),
        unless=tuple(entry.get("unless", ())),
        about=roles().nouns
        & {
            word.strip("()")
            for spelling in (*entry.get("nouns", ()), *chain.from_iterable(entry["means"].values()))
            for word in spelling.split()
        },
        whole=entry.get("whole", False),
        reasons=entry.get("reasons", False),
        linked=entry.get("linked", False),
        bare=entry.get("bare", False),
        denied=entry.get("denied", False),
    )


def _optional(spelling: list[str]) -> Iterable[Concepts]:
    """Every reading of `a (b)`: with and without what stands in brackets."""
    needed = frozenset(word for word in spelling if not word.startswith("("))
    spare = [word.strip("()") for word in spelling if word.startswith("(")]
    return (needed | extra for extra in _subsets(spare))


def _subsets(items: Iterable[str]) -> list[Concepts]:
    every = list(items)
    return [frozenset(some) for size in range(len(every) + 1) for some in combinations(every, size)]
