"""Whether a figure is that of a part, or of something else than its words alone would mean."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from disclosure_lint.claims.claim import Claim
from disclosure_lint.claims.meaning import group_of, quantities, roles
from disclosure_lint.claims.thread import Found, Thread
from disclosure_lint.claims.wholes import is_apart, is_of_some
from disclosure_lint.source import Span
from disclosure_lint.words import words


def is_part(
    it: Found, phrase: Span, marks: set[str], thread: Thread, found: Sequence[Claim]
) -> bool:
    """Whether a figure is, or may be, that of a part."""
    group, terms = it.meaning.group, it.terms
    if terms.concepts == {"rest"}:
        before = sum(quantities().get(other.quantity) is group for other in found)
        if before < group.listed:
            return True
    reason = group.reasons and "reason" in marks and it.meaning.core <= roles().outcomes
    return (
        (thread.listing and terms.concepts == {"handle"})
        or reason
        or _is_of_one_origin(it, marks, found)
        or _lists_parts(it, marks, found)
        or _names_one_of(it, phrase, thread, found)
        or is_of_some(it.meaning, terms.concepts, thread)
    )


def _is_of_one_origin(it: Found, marks: AbstractSet[str], found: Sequence[Claim]) -> bool:
    """`当年新收办结20件、上年结转办结2件`; `予以公开9件(含上年结转1件)`."""
    concepts, group = it.terms.concepts, it.meaning.group
    if "answer" in concepts and (
        {"carry", "last"} <= concepts or ("new" in marks and "receive" in concepts)
    ):
        return True
    within = not marks.isdisjoint(("including", "among")) and found
    return bool(
        within
        and not group.family
        and group.table == "applications"
        and group_of(found[-1].quantity).family == "outcome"
    )


def _names_one_of(it: Found, phrase: Span, thread: Thread, found: Sequence[Claim]) -> bool:
    """`因不掌握等原因无法提供63件`; `其他` after reasons; kinds of disputes or campaigns before decisions."""
    quantity, group = it.meaning.quantity, it.meaning.group
    if it.terms.concepts == {"rest"}:
        return bool(found) and found[-1].quantity.count(".") > quantity.count(".")
    if (
        group.unless
        and "decide" not in it.terms.concepts
        and any(word in thread.text for word in group.unless)
    ):
        return True
    if group.apart:
        return is_apart(group.apart, phrase.end, thread)
    return quantity.count(".") > 1 and "等" in thread.text[slice(*phrase)]


def _lists_parts(it: Found, marks: set[str], found: Sequence[Claim]) -> bool:
    """`其中收到…` at the head of a sentence; the same quantity again without a verb; `企业申请6件`."""
    if it.terms.led and it.meaning.group.whole and it.terms.concepts <= roles().nouns:
        return True
    if it.terms.concepts & roles().verbs:
        within = not found or found[-1].quantity == words("claims")["requests"]["answered"]
        return it.meaning.group.whole and "among" in marks and within
    return any(claim.quantity == it.meaning.quantity for claim in found)
