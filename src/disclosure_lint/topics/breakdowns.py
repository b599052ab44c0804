"""Totals stated in prose with a list of their parts: `共126条,其中政策解读26条、工作动态100条`."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

from disclosure_lint.patterns import HAN, compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.topics.sentences import RunningText
from disclosure_lint.words import words

_BRACKET = compiled(r"[(（][^()（）\n]*[)）]")
_PIECE = compiled(r"[^,，、]+")
_LIST_ENDS = "。；;！!？?\n"
_LIST_END = compiled(f"[{_LIST_ENDS}]")
_SENTENCE_END = compiled("[。！!？?\n]")
_LONGEST = 600  # characters of a list
_BEFORE_TOTAL = 14  # characters before a total that say what it is


class Part(NamedTuple):
    """A figure of a list and where it stands in the running text."""

    number: int
    start: int
    end: int


class Breakdown(NamedTuple):
    """A total and its parts. `closed`: the list names all of them; `strict`: by its very words.

    `spare` are the figures that may count too: without a measure, or behind the list (`另有1件未结`).
    """

    total: Part
    measure: str
    parts: tuple[Part, ...]
    closed: bool
    strict: bool
    spare: tuple[int, ...] = ()

    @property
    def figures(self) -> tuple[Part, ...]:
        """The total and the parts."""
        return (self.total, *self.parts)

    @property
    def sum(self) -> int:
        """The sum of the parts."""
        return sum(part.number for part in self.parts)


def _data() -> dict[str, Any]:
    return words("breakdown")


def breakdowns(running: RunningText) -> Iterator[Breakdown]:
    """Yield the totals that a list follows in the same sentence, counted in the same measure word."""
    text = running.text
    counted: set[int] = set()
    for match in _opening().finditer(text):
        if match.start() in counted:
            continue  # what 其中 behind a part is of, nobody can tell
        number, measure, opener = match.groups()
        bracket = match[0][-1] in "(（"
        lead = text[max(0, match.start() - _BEFORE_TOTAL) : match.start()]
        if not (opener or bracket or _one_of("totals").search(lead)):
            continue
        if not lead[-1:].isalpha() or _one_of("inexact").search(lead[-2:]) or _is_change(lead):
            continue
        end = _end_of_list(text, match.end(), bracket=bracket)
        if _unsure().search(text, match.end(), end):
            continue
        parts = _parts(text, match.end(), end, measure, bracket=bracket)
        counted |= {part.start for part in parts}
        if len(parts) > bracket and not _is_shared(text, match, parts):
            total = Part(int(number), match.start(), match.end(2))
            listed = text[match.end() : end]
            spare = _spare(text, match.end(), parts[-1].end, measure)
            if bracket:  # a list in brackets that does not say it is a choice is the whole
                opener = "" if listed.startswith(tuple(_data()["open"])) else _data()["closed"][0]
            yield _breakdown(total, measure, parts, opener or "", listed)._replace(spare=spare)


def _is_change(lead: str) -> bool:
    """Whether a number says by how much another one changed: `1256条,同比增加98条,其中网站1008条`."""
    data = _data()
    compared = any(word in lead for word in data["compared"])
    return lead.endswith((*data["changes"], *(data["short_changes"] if compared else ())))


def _is_shared(text: str, total: re.Match[str], parts: tuple[Part, ...]) -> bool:
    """Whether the parts are those of other totals, or of several: `建议6件、提案8件,其中主办9件、协办5件`."""
    first = max(0, total.start() - _LONGEST)
    start = max(first, *(text.rfind(mark, first, total.start()) for mark in _LIST_ENDS))
    beside = [
        int(it[1]) for it in _count().finditer(text, start, total.start()) if it[2] == total[2]
    ]
    sums = accumulate(reversed(beside), initial=int(total[1]))
    next(sums)
    return sum(part.number for part in parts) in {*sums, *beside}


def _breakdown(
    total: Part, measure: str, parts: tuple[Part, ...], opener: str, listed: str
) -> Breakdown:
    unfinished = listed.rstrip("，,、").endswith(tuple(_data()["unfinished"]))
    rest = bool(_rest().search(listed))
    strict = not unfinished and (rest or opener in _data()["strict"])
    closed = not unfinished and (strict or opener in _data()["closed"])
    return Breakdown(total, measure, parts, closed, strict)


def _parts(text: str, start: int, end: int, measure: str, *, bracket: bool) -> tuple[Part, ...]:
    """The parts between two offsets; none where another measure word makes them incomparable.

    A new statement ends the list; inside a bracket it leaves open what the whole is (办结13件,结转1件).
    """
    listed = _BRACKET.sub(lambda it: "\0" * len(it[0]), text[start:end])
    found: list[Part] = []
    first = ""
    for piece in _PIECE.finditer(listed):
        said = piece[0].strip("\0 \u3000:：")
        counts = list(_count().finditer(piece[0]))
        if not counts or _one_of("comparison").search(piece[0]):
            continue
        stated = _one_of("statements").match(said)
        statement = stated[0] if stated else ""
        first = first or statement or "-"
        if statement and statement != first:
            if bracket:
                return ()
            break
        if len(counts) > 1 or counts[0][2] != measure:
            return ()
        if _is_subtotal(listed, piece.start() + counts[0].start(), int(counts[0][1]), found):
            continue
        at = start + piece.start()
        found.append(Part(int(counts[0][1]), at + counts[0].start(), at + counts[0].end()))
    return tuple(found)


def _is_subtotal(listed: str, at: int, number: int, parts: list[Part]) -> bool:
    """Whether a figure sums up the parts before it: `…53件、…46件,两类合计99件`."""
    said = listed.endswith(tuple(_data()["subtotals"]), 0, at)
    sums = [*accumulate(part.number for part in reversed(parts))]
    return said and number in sums[1:]


def _spare(text: str, start: int, end: int, measure: str) -> tuple[int, ...]:
    """The figures without a measure in a list, and those added behind it in the sentence."""
    stop = _SENTENCE_END.search(text, end)
    behind = _added().finditer(text, end, stop.start() if stop else len(text))
    bare = [int(it[1]) for it in _bare().finditer(text, start, end)]
    return (*bare, *(int(it[1]) for it in behind if it[2] == measure))


def adds_up(breakdown: Breakdown) -> bool:
    """Whether the parts make the total; in an open list the first of them may: more may follow."""
    if breakdown.total.number in accumulate(breakdown.spare, initial=breakdown.sum):
        return True
    if breakdown.closed:
        return False
    return breakdown.total.number in accumulate(part.number for part in breakdown.parts)


def _end_of_list(text: str, start: int, *, bracket: bool) -> int:
    """A list ends with its bracket or its clause, or where a part is itself parted."""
    if bracket:
        return next(it.start() for it in compiled("[)）]").finditer(text, start))
    stop = _LIST_END.search(text, start, start + _LONGEST)
    end = stop.start() if stop else min(len(text), start + _LONGEST)
    nested = [at for word in _data()["open"][:1] if (at := text.find(word, start, end)) >= 0]
    return min([end, *nested])


@cache
def _one_of(kind: str) -> re.Pattern[str]:
    """The words of a kind; of two that begin alike the first counts."""
    return compiled("|".join(map(re.escape, _data()[kind])))


@cache
def _unsure() -> re.Pattern[str]:
    """What makes a list no sum: a word like 余, or a figure with its thousands apart (28,104条)."""
    return compiled(
        rf"{_one_of('inexact').pattern}|{_one_of('shared').pattern}|[0-9][，,][0-9]{{3}}(?![0-9])"
    )


@cache
def _added() -> re.Pattern[str]:
    """A figure added to a list: `另有1件尚未审结`."""
    return compiled(rf"(?:{_one_of('added').pattern})[^0-9,，、;；]{{0,12}}{_count().pattern}")


@cache
def _bare() -> re.Pattern[str]:
    """A figure at the end of a part, without a measure."""
    return compiled(rf"(?<={HAN})([0-9]{{1,9}})(?=[,，、;；。])")


@cache
def _rest() -> re.Pattern[str]:
    """A word for all that is left, but in the name of a row of the form."""
    return compiled(rf"(?:{_one_of('rest').pattern})(?!{_one_of('categories').pattern})")


@cache
def _opening() -> re.Pattern[str]:
    """A count and the word, the colon, or the bracket, that opens the list of its parts."""
    data = _data()
    openers = "|".join(sorted((*data["open"], *data["closed"]), key=len, reverse=True))
    measures = "|".join(words("counting")["measures"])
    return compiled(
        rf"([0-9](?<![0-9].)[0-9]{{0,8}})({measures})(?:[,，、]?[ \u3000]*(?:对)?({openers})[:：,，]?|[:：]"
        rf"|[(（](?=[^()（）\n]*[0-9](?:{measures})[、,，][^()（）\n]*[0-9](?:{measures})[^()（）\n]*[)）]))"
    )


@cache
def _count() -> re.Pattern[str]:
    measures = "|".join(words("counting")["measures"])
    return compiled(rf"([0-9](?<![0-9.第].)[0-9]{{0,8}})({measures})")
