"""Disputes of all subjects, which a sentence may count before those on the report's own."""

import re
from collections.abc import Sequence
from functools import cache

from disclosure_lint.claims.claim import Claim
from disclosure_lint.claims.clauses import Step
from disclosure_lint.claims.meaning import group_of, roles
from disclosure_lint.claims.thread import Terms, Thread
from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.words import words

_STOP = compiled("[,，;；:：。()（）]")


def note_general(
    step: Step, groups: Sequence[Terms], thread: Thread, found: list[Claim], *, part: bool
) -> None:
    """`行政复议案件12件,其中涉及政府信息公开的5件`: not all the disputes told of are on the report's subject."""
    if not step.tallies:
        return
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
        clause = _STOP.split(thread.text[: terms.span.start])[-1]
        thread.linked &= any(link in clause for link in words("claims")["silent"]["links"])
    return thread.linked and not thread.general


def _is_dispute(claim: Claim) -> bool:
    return claim.number != 0 and group_of(claim.quantity).linked


def _unsure(claim: Claim, why: str) -> Claim:
    return claim._replace(scope=tuple(sorted({*claim.scope, why})))
