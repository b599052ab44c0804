"""Disputes of all subjects, which a sentence may count before those on the report's own."""

import re
from collections.abc import Sequence
from functools import cache

from disclosure_lint.claims.claim import Claim
from disclosure_lint.claims.clauses import Step
from disclosure_lint.claims.meaning import group_of, roles
from disclosure_lint.claims.phrases import noun_of
from disclosure_lint.claims.thread import DISPUTES, Terms, Thread
from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Span
from disclosure_lint.words import words

_STOP = compiled("[,，;；:：。()（）]")
_MARK = compiled("[,，;；:：。()（）、]")
_TOLD = compiled("[0-9零一二两三四五六七八九十均全都皆]")  # a figure, or what became of them all
_COUNTED = compiled("[0-9零一二两三四五六七八九十][件起宗例个]")
_OPENS, _PARTS = frozenset("(（"), frozenset(";；")
_FAMILY = "dispute"
_OURS = frozenset(["application"])


def note_general(
    step: Step, groups: Sequence[Terms], thread: Thread, found: list[Claim], *, part: bool
) -> None:
    """`行政复议案件12件,其中涉及政府信息公开的5件`: not all the disputes told of are on the report's subject."""
    for terms in groups:
        _note_group(terms, thread, found)
    tally = thread.words[step.tallies[-1]]
    start = thread.figure.end if thread.figure else 0
    if thread.kinds and _another_kind().search(thread.text, start, tally.end):
        thread.linked = False
        found[:] = [_unsure(it, "unlinked") if it.span.start == tally.start else it for it in found]
    if thread.figure is None or not any(_is_dispute(it) for it in found):
        return
    data = words("claims")
    told = thread.text[thread.figure.end : tally.end] + _STOP.split(thread.text[tally.end :], 1)[0]
    concepts = {concept for terms in groups for concept in terms.concepts}
    requests = "application" in concepts and not concepts & roles().verbs
    about = any(word in told for word in data["requests"]["disputed"])
    if not requests and not any(link in told for link in data["silent"]["links"]):
        return
    said_again = any(it.span.start == tally.start and "part" in it.scope for it in found)
    if part or not concepts or (requests and about) or (said_again and _is_dispute(found[-1])):
        thread.general = True
        found[:] = [
            _unsure(it, "unlinked" if _is_dispute(it) else "part")
            if _is_dispute(it) or (requests and it.span.start == tally.start)
            else it
            for it in found
        ]


def _note_group(terms: Terms, thread: Thread, found: list[Claim]) -> None:
    """`撤回的行政复议2件`, `因行政处罚引发的…`: other disputes; `上年结转复议2件`: some of them are older."""
    noun = noun_of(terms.concepts) or thread.noun
    if noun not in DISPUTES:
        return
    nouns = terms.concepts & roles().nouns
    if nouns & DISPUTES and ("else" in terms.concepts or nouns - DISPUTES - _OURS):
        _unlink(terms, thread)
    if {"carry", "last"} <= terms.concepts:
        thread.general = True
        found[:] = [_unsure(it, "part") if _is_dispute(it) else it for it in found]


def tells_of_both(found: Sequence[Claim], thread: Thread) -> bool:
    """Whether reconsiderations and suits were counted side by side: whose outcome follows is not said."""
    if len(found) < 2 or not all(group_of(it.quantity).family == _FAMILY for it in found[-2:]):
        return False
    between = thread.text[found[-2].phrase.end : found[-1].phrase.start]
    return len(between) < 2 and between not in _PARTS


def counts_some(phrase: Span, thread: Thread) -> bool:
    """Whether more is said of disputes than how many they are: `行政诉讼尚有1件未审结`, `2起维持`, `1件(行政处罚类)`."""
    text, data = thread.text, words("claims")["disputes"]
    if any(word in text[slice(*phrase)] for word in data["left"]):
        return True
    if _COUNTED.match(text, max(phrase.start - 2, 0), phrase.start):
        return True  # 由1件申请引发的行政复议2件
    bracket = text[phrase.end : phrase.end + 1] in _OPENS
    told = _MARK.split(text[phrase.end + bracket :], 1)[0]
    return bool(told) and not (_TOLD.search(told) or told.startswith(tuple(data["goes_on"])))


@cache
def _another_kind() -> re.Pattern[str]:
    """`投诉举报类行政复议136件`: a kind of disputes, and not the one on the report's subject."""
    data = words("claims")
    ours = "".join(f"(?<!{link})" for link in data["silent"]["links"])
    disputes = [*data["concepts"]["reconsideration"], *data["concepts"]["suit"]]
    excluded = f"[非除](?:{any_of(data['silent']['links'])})[^,，。;；0-9]{{0,4}}[,，]?[^,，。;；0-9]{{0,4}}"
    return compiled(f"(?:{ours}类|{excluded})(?:{any_of(disputes)})")


def is_linked(terms: Terms, thread: Thread) -> bool:
    """Whether disputes are those on the report's subject; unknown words before them say otherwise."""
    if terms.led:
        _unlink(terms, thread)
    return thread.linked and not thread.general


def _unlink(terms: Terms, thread: Thread) -> None:
    clause = _STOP.split(thread.text[: terms.span.start])[-1]
    thread.linked &= any(link in clause for link in words("claims")["silent"]["links"])


def _is_dispute(claim: Claim) -> bool:
    return claim.number != 0 and group_of(claim.quantity).linked


def _unsure(claim: Claim, why: str) -> Claim:
    return claim._replace(scope=tuple(sorted({*claim.scope, why})))
