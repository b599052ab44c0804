"""Whether a sentence tells of all the requests or of some: what became of some of them no table has."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from disclosure_lint.claims.claim import Claim, Topic
from disclosure_lint.claims.clauses import Step
from disclosure_lint.claims.meaning import Concepts, Meaning, group_of, roles
from disclosure_lint.claims.order import WORD
from disclosure_lint.claims.phrases import names_year, noun_of
from disclosure_lint.claims.thread import STRANGER, Terms, Thread
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Span
from disclosure_lint.words import words

ALL_REQUESTS, SOME_REQUESTS, OTHERS_REQUESTS = "all", "some", "others"
# What a figure may be without being one of some requests only, and what makes it one.
_LOOSE = frozenset(["approximate", "section"])
_APART = frozenset(["part", "foreign"])
_CLAUSES = compiled("[,，(（:：]")


def goes_on(topic: Topic, text: str, year: int) -> bool:
    """Whether a sentence goes on with some requests: `其中…`, or with those of others, until it names the year."""
    if topic.some == OTHERS_REQUESTS:
        return not names_year(text, year)
    return bool(topic.some) and text.startswith(tuple(words("claims")["marks"]["part"]))


def what_is_told(thread: Thread, topic: Topic, found: Sequence[Claim]) -> str:
    """Return what a sentence leaves to the next: whether it told of some requests, or of those of others."""
    if thread.scope > set(topic.scope) and found and not any(it.certain for it in found):
        return OTHERS_REQUESTS
    return thread.whole if thread.whole == SOME_REQUESTS else ""


def note_whole(
    step: Step,
    groups: Sequence[Terms],
    marks: AbstractSet[str],
    thread: Thread,
    told: Sequence[Claim],
) -> None:
    """Note of which requests a step tells; `told` is what it states, `marks` are those of its words.

    The first in a sentence count, and those that say so (`网络申请121件中`), until all are told of.
    """
    if "among" in marks and _counts_unknown_part(step, groups, marks, told, thread):
        thread.whole = SOME_REQUESTS
        return
    among = thread.picks and _goes_on_of(step, thread)
    if not among and (thread.whole == ALL_REQUESTS or (thread.whole and not told)):
        return
    totals = [it for it in told if _is_total(it.quantity)]
    if any(_LOOSE.issuperset(it.scope) for it in totals):
        thread.whole = ALL_REQUESTS
        return
    first = not thread.whole and (step.tallies or (step.kind == "topic" and "part" in marks))
    if "comparison" in marks or not (among or first):
        return
    concepts = frozenset(concept for terms in groups for concept in terms.concepts)
    behind = _counted(step, thread)
    listed = bool(told) and all(group_of(it.quantity).family == "applicant" for it in told)
    unknown = thread.strange and "part" not in marks
    if (unknown or (listed and not among)) and "application" not in behind:
        return
    concepts |= behind
    if not concepts & roles().outcomes and _counts_requests(concepts):
        apart = step.kind != "backward" and any(_APART & {*it.scope} for it in totals)
        led = any(it.led and not noun_of(it.concepts) for it in groups)
        if concepts - _plain() or "part" in marks or apart or led:
            thread.whole = SOME_REQUESTS


def _counts_unknown_part(
    step: Step,
    groups: Sequence[Terms],
    marks: AbstractSet[str],
    told: Sequence[Claim],
    thread: Thread,
) -> bool:
    """`其中要求公开工程建设信息的12件,答复11件`: what is told next may be of these."""
    if told or not step.tallies or "part" in marks:
        return False
    if any(not terms.concepts.isdisjoint(roles().outcomes) for terms in groups):
        return False  # 公开或部分公开的33件
    return bool(groups or step.before) and thread.noun in {"application", STRANGER}


def note_asker(quantity: str, thread: Thread, found: Sequence[Claim]) -> None:
    """`商业企业申请2件,予以公开1件`: what became of those of one kind of applicants."""
    if thread.whole or not found or not quantity.startswith("outcome."):
        return
    listed = [group_of(it.quantity).family == "applicant" for it in found[-2:]]
    if listed[-1] and sum(listed) == 1:
        thread.whole = SOME_REQUESTS


def _counted(step: Step, thread: Thread) -> Concepts:
    """What stands right after a figure: `引发诉讼的5件申请`."""
    for at in step.tallies[-1:]:
        tally, *following = thread.words[at : at + 2]
        if following and following[0].kind == WORD and following[0].start == tally.end:
            return frozenset(following[0].value.split())
    return frozenset()


def _counts_requests(concepts: Concepts) -> bool:
    noun = noun_of(concepts)
    return "application" in concepts or (not noun and bool(concepts & _plain()))


def is_of_some(meaning: Meaning, concepts: Concepts, thread: Thread) -> bool:
    """Whether a figure can only be one of the requests that the sentence tells of, which are some."""
    if thread.whole != SOME_REQUESTS or meaning.group.table != "applications":
        return False
    verbs = concepts & roles().verbs
    return not verbs if meaning.group.whole else not concepts & {"application", "receive", "carry"}


def is_apart(apart: Iterable[str], end: int, thread: Thread) -> bool:
    """Whether a figure comes after words of something else (`铁拳行动立案9件,作出行政处罚3件`), and not as that of the year."""
    start = max(thread.text.rfind(mark, 0, end) for mark in ";；")
    told = thread.text[start + 1 : end]
    clause = _CLAUSES.split(told)[-1]
    yearly = any(word in clause for word in words("claims")["cumulative"]["yearly"])
    return not yearly and any(word in told for word in apart)


def note_parts(
    step: Step, groups: Sequence[Terms], thread: Thread, found: list[Claim], known: int
) -> None:
    """Make parts of what was stated before where a step shows that it was one; its own are from `known` on."""
    parts: set[str] = set()
    if known < len(found):
        parts = {it.quantity for it in found[known:] if _shows_parts(it, found[:known], thread)}
    elif any(_names_ours(it, thread) for it in groups):
        parts = {
            it.quantity for it in found if _is_bare(it, thread)
        }  # 申请件26件,确认为政府信息公开申请23件
    elif not groups:
        parts = _stated_twice(found) if _sums(step, thread) else parts
    elif not thread.listing and any({"else", "answer"} <= it.concepts for it in groups):
        parts = {words("claims")["requests"]["answered"]}  # 按期办结20件,延期办结2件
    for at, it in enumerate(found[:known] if parts else ()):
        if it.quantity in parts and it.number:
            found[at] = it._replace(scope=tuple(sorted({*it.scope, "part"})))


def _sums(step: Step, thread: Thread) -> bool:
    """`局机关6件,大队5件,合计11件`."""
    start = thread.words[step.tallies[0]].start
    return thread.text[:start].endswith(tuple(words("claims")["requests"]["sums"]))


def _stated_twice(found: Sequence[Claim]) -> set[str]:
    stated = [it.quantity for it in found]
    return {it for it in stated if group_of(it).whole and stated.count(it) > 1}


def _shows_parts(it: Claim, before: Sequence[Claim], thread: Thread) -> bool:
    """Whether a figure stands beside that of others, or alone is on the subject: `申请26件,其中信息公开申请23件`."""
    same = [other for other in before if other.quantity == it.quantity]
    if not same:
        return False
    if "foreign" in it.scope and not (thread.picks or any(other.of for other in (*same, it))):
        return True
    named = [_is_linked(other.phrase, thread) for other in (*same, it)]
    return group_of(it.quantity).whole and named[-1] and not all(named)


def _names_ours(terms: Terms, thread: Thread) -> bool:
    return noun_of(terms.concepts) == "application" and _is_linked(terms.span, thread)


def _is_bare(claim: Claim, thread: Thread) -> bool:
    """Whether requests were counted without a word of the subject."""
    return group_of(claim.quantity).whole and not _is_linked(claim.phrase, thread)


def _is_linked(span: Span, thread: Thread) -> bool:
    return any(link in thread.text[slice(*span)] for link in words("claims")["silent"]["links"])


def _goes_on_of(step: Step, thread: Thread) -> bool:
    """Whether `中` follows a step: what comes next is some of it."""
    phrase = step.after or step.before
    at = max(*step.tallies[-1:], phrase[-1][-1] if phrase else 0, 0)
    return thread.text.startswith(_of_words(), thread.words[at].end)


@cache
def _of_words() -> tuple[str, ...]:
    return tuple(words("claims")["of"]["words"])


@cache
def _is_total(quantity: str) -> bool:
    first = quantity.split("|", maxsplit=1)[0].split("+", maxsplit=1)[0]
    return first in words("claims")["requests"]["totals"]


@cache
def _plain() -> Concepts:
    return roles().takers | {"application", "decide", "this"}
