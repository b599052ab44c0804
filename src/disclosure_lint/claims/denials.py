"""What a clause says is nothing: `未收到申请`; or leaves at nothing: `均为自然人提出`."""

from collections.abc import Iterator, Sequence

from disclosure_lint.claims.claim import Claim
from disclosure_lint.claims.clauses import Step
from disclosure_lint.claims.meaning import group_of, roles, sweeps
from disclosure_lint.claims.phrases import HELPS, meaning_of, noun_of, remember
from disclosure_lint.claims.strangers import note_subject
from disclosure_lint.claims.thread import Terms, Thread
from disclosure_lint.source import Span


def denied(
    step: Step, before: Sequence[Terms], after: Sequence[Terms], marks: set[str], thread: Thread
) -> Iterator[Claim]:
    """Yield what a denial says is nothing: `未收到申请`, `复议、诉讼均未发生`."""
    note_subject(step.before, thread)
    if any("rest" in terms.concepts for terms in (*before, *after)):
        return  # 未发生其他行政复议
    if after and any(not terms.concepts.isdisjoint(roles().askers) for terms in before):
        return  # 科研机构没有提出申请
    start = sign = thread.words[step.mark or 0].start
    nouns = [noun for terms in after if (noun := noun_of(terms.concepts))]
    topic = nouns[-1] if nouns else noun_of(before[-1].concepts) if before else ""
    scope = tuple(sorted(thread.scope | (marks - HELPS)))
    end = thread.words[-1].end
    verb = thread.verb
    for terms in after or before:
        meaning = None if terms.tail else meaning_of(terms.concepts, thread, topic or thread.noun)
        if meaning and meaning.group.denied and not terms.told:
            span = Span(min(start, terms.span.start), terms.span.end)
            phrase = Span(min(sign, terms.span.start), terms.span.end)
            yield Claim(meaning.quantity, 0, "", scope, span, phrase, thread.sentence)
            start = end
        remember([terms], thread)
    thread.verb = verb


def swept(
    step: Step, after: Sequence[Terms], marks: set[str], thread: Thread, found: Sequence[Claim]
) -> Iterator[Claim]:
    """Yield what `均` leaves at nothing: where all requests came from persons, none came from others."""
    if len(after) != 1 or after[0].tail:
        return
    unsure = {why for it in found if it.number and group_of(it.quantity).linked for why in it.scope}
    for sweep in sweeps():
        whole = [it for it in found if it.quantity in sweep.of and it.number]
        meant = whole and (sweep.linger or "asker" in marks or whole[-1] is found[-1])
        if meant and sweep.every in after[0].concepts:
            span = Span(thread.words[step.mark or 0].start, after[0].span.end)
            for quantity in sweep.none:
                scope = tuple(sorted({*whole[-1].scope, *(unsure if sweep.linger else ())}))
                yield whole[-1]._replace(
                    quantity=quantity, number=0, measure="", scope=scope, span=span, phrase=span
                )
