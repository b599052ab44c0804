"""Disputes of all subjects, which a sentence may count before those on the report's own."""

from collections.abc import Sequence

from disclosure_lint.claims.claim import Claim
from disclosure_lint.claims.clauses import Step
from disclosure_lint.claims.meaning import group_of, roles
from disclosure_lint.claims.phrases import Terms, Thread
from disclosure_lint.patterns import compiled
from disclosure_lint.words import words

_STOP = compiled("[,，;；:：。()（）]")


def note_general(
    step: Step, groups: Sequence[Terms], thread: Thread, found: list[Claim], *, part: bool
) -> None:
    """`行政复议案件12件,其中涉及政府信息公开的5件`: not all the disputes told of are on the report's subject."""
    if thread.figure is None or not step.tallies or not any(_is_dispute(it) for it in found):
        return
    data = words("claims")
    tally = thread.words[step.tallies[-1]]
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


def _is_dispute(claim: Claim) -> bool:
    return claim.number != 0 and group_of(claim.quantity).linked


def _unsure(claim: Claim, why: str) -> Claim:
    return claim._replace(scope=tuple(sorted({*claim.scope, why})))
