"""The words of a phrase to concepts, and what they mean by the thread of their sentence."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from disclosure_lint.claims.clauses import Group, Phrase
from disclosure_lint.claims.meaning import Concepts, Meaning, meanings, roles
from disclosure_lint.claims.order import OTHER
from disclosure_lint.claims.scope import AREA, names_organ
from disclosure_lint.claims.strangers import are_some, is_anothers, is_filler
from disclosure_lint.claims.thread import STRANGER, Terms, Thread
from disclosure_lint.claims.words import Word, any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Span
from disclosure_lint.words import words

# Marks that say nothing of the scope.
HELPS = frozenset(["among", "asker", "current", "excluding", "including", "new", "reason"])
_BOTH = frozenset(["reconsideration", "suit"])
_LASTING = frozenset(["average", "cumulative", "foreign", "plan", "period", "since"])


def read_phrase(phrase: Phrase, thread: Thread, marks: set[str]) -> list[Terms]:
    """Return the groups of a phrase that hold concepts.

    What the words say of the scope is noted: in the thread where it lasts, else in `marks`.
    """
    found = []
    channels = 0
    for group in phrase:
        terms, ways = _read_group(group, thread, marks)
        channels += ways
        if terms.concepts:
            found.append(terms)
    if channels == 1:
        marks.add("part")
    return found


def _read_group(group: Group, thread: Thread, marks: set[str]) -> tuple[Terms, int]:
    concepts: list[str] = []
    times: list[str] = []
    start = end = -1
    led = tail = told = parted = False
    before: Word | None = None
    for word in (thread.words[at] for at in group):
        if word.kind == OTHER:
            told |= bool(concepts) and "的" in thread.text[word.end - 1 : word.end + 1]
            own = word.value in thread.ours.named
            led, tail = led or not (concepts or own or is_filler(word.value)), bool(concepts)
            parted |= tail
            if not own and names_organ(word.value):
                thread.scope.add("foreign")
        elif not _is_mark(word, before, thread, marks):
            known, years = _parted(word.value)
            if known == ("application",) and are_some(end, word, before, thread):
                marks.add("part")
            said = [time_of(it, thread.ours.year) for it in years]
            if known and "this" in said:  # 新收: this year, unless another one was named
                marks |= {"current", "new"}
            else:
                times += [it for it in said if it != "this"] or said  # 2021—2023年
            concepts += known
            if known == ("application",) and not years and is_anothers(word, before, thread):
                concepts[-1] = "else"
            if concepts:
                start, end, tail = (start if start >= 0 else word.start), word.end, False
        before = word
    if roles().timed & set(concepts):
        concepts += [time for time in times if time != "this"]
    else:
        _set_year(times, marks, thread)
    ways = concepts.count("channel")
    tail |= parted and _BOTH.issubset(concepts)  # 行政复议后提起行政诉讼
    tail |= bool(ways) and concepts[-1] == "channel" and len(concepts) > ways
    return Terms(frozenset(concepts) - {"channel"}, Span(start, end), tail, led, told), ways


@lru_cache(maxsize=1024)
def _parted(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The concepts of a known word, and those among them that are times apart."""
    every = value.split()
    return (
        tuple(it for it in every if not is_time(it)),
        tuple(it for it in every if is_time(it)),
    )


def _is_mark(word: Word, before: Word | None, thread: Thread, marks: set[str]) -> bool:
    """Note what a mark says; marks of another organ or time and of plans last for the sentence."""
    if word.value.startswith(AREA):
        mark = "self" if word.value in thread.ours.named else "foreign"
    elif word.value.startswith("@"):
        mark = word.value[1:]
    else:
        return False
    if mark == "self":
        if before is None or before.kind != OTHER:  # not 区教育局在全区率先…
            thread.scope.discard("foreign")
    elif mark in _LASTING and not (mark == "cumulative" and _within_year(word, thread)):
        thread.scope.add(mark)
    else:
        marks.add(mark)
    return True


def _within_year(word: Word, thread: Thread) -> bool:
    """Whether a word of sums comes where the text tells of this year: `全年累计`, `2023年，我局累计`."""
    return names_year(thread.text[: word.start], thread.ours.year)


def names_year(text: str, own: int) -> bool:
    """Whether a text names the year of the report."""
    return bool(_this_year(own).search(text))


@lru_cache(maxsize=16)
def _this_year(own: int) -> re.Pattern[str]:
    data = words("claims")["cumulative"]
    until = "".join(f"(?<!{word})" for word in data["until"])
    return compiled(
        rf"{until}(?:{any_of(data['yearly'])}|(?<![0-9]){own}\s*年)(?!{any_of(data['ends'])}|\s*[0-9])"
    )


def is_time(concept: str) -> bool:
    """Whether a concept is a year or a word for one."""
    return concept in roles().times or concept.startswith("year:")


def time_of(concept: str, own: int) -> str:
    """Return `this`, `last`, `next` or `old` for a year or a word for one; `own` is the report's year."""
    if not concept.startswith("year:"):
        return concept
    away = int(concept.removeprefix("year:")) - own
    return {-1: "last", 0: "this", 1: "next"}.get(away, "old")


def names_years(phrase: Phrase, thread: Thread) -> bool:
    """Whether a phrase names several years: `2022年、2023年分别收到申请10件、12件`."""
    named = {thread.words[at].value for group in phrase for at in group}
    return sum(value.startswith("year:") for value in named) > 1


def _set_year(times: Iterable[str], marks: set[str], thread: Thread) -> None:
    """A year that no word beside it asks for is the year the sentence speaks of from here on."""
    for time in times:
        if time == "this":
            thread.scope.discard("other-year")
            marks.add("current")
        elif "comparison" not in marks:
            thread.scope.add("other-year")


def remember(groups: Iterable[Terms], thread: Thread) -> None:
    """Note noun and verb for the words that follow."""
    for terms in groups:
        noun = noun_of(terms.concepts)
        if noun:
            thread.noun, thread.named = noun, True
        elif not thread.noun:
            thread.noun = _noun_like(terms.concepts)
        verb = _verb_of(terms.concepts)
        if verb:
            thread.verb, thread.object = verb, noun
        elif terms.concepts & roles().outcomes:
            thread.verb = "outcome"


@lru_cache(maxsize=1024)
def _verb_of(concepts: Concepts) -> str:
    verbs = concepts & roles().verbs
    return "else" if "else" in verbs else max(verbs, default="")


@lru_cache(maxsize=1024)
def noun_of(concepts: Concepts) -> str:
    """Return the noun among concepts, the narrowest of several, or an empty string."""
    return max(concepts & roles().nouns, key=len, default="")


@lru_cache(maxsize=1024)
def _noun_like(concepts: Concepts) -> str:
    """Return the verb that may stand for a noun where there is none: `答复结果:予以公开3件`."""
    return max(concepts & roles().nounlike, default="")


def meaning_of(concepts: Concepts, thread: Thread, noun: str, act: str = "") -> Meaning | None:
    """Return what concepts mean; where they have no verb or noun of their own, those in force count.

    `act` is a verb that follows in the same phrase: `规章、规范性文件制发数`.
    """
    if "else" in concepts or (thread.noun == STRANGER and not concepts.isdisjoint(_nounlike())):
        return None
    acts = not concepts.isdisjoint(_acts())
    meaning = _meaning(concepts, "" if acts else act or thread.verb, noun)
    return None if meaning and not acts and _comes_after(meaning, thread) else meaning


@cache
def _nounlike() -> Concepts:
    return roles().nounlike


@cache
def _acts() -> Concepts:
    return roles().verbs | roles().outcomes


@lru_cache(maxsize=4096)
def _meaning(concepts: Concepts, verb: str, noun: str) -> Meaning | None:
    verbs = {verb} - {""}
    topic = {noun} - {""} if concepts.isdisjoint(roles().nouns) else set()
    for option in (concepts | verbs, concepts, concepts | topic, concepts | topic | verbs):
        meaning = meanings().get(option)
        if meaning and meaning.core & concepts:
            return meaning
    return None


def _comes_after(meaning: Meaning, thread: Thread) -> bool:
    """Whether the verb just before makes it a figure of something else: `公示行政处罚4条、行政许可2条`."""
    same = not thread.object or thread.object in meaning.group.about
    return same and thread.verb in meaning.group.not_after
