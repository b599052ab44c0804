"""Clauses to claims: which figure of the tables each stated figure is, and whether to compare it."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from disclosure_lint.claims.claim import Claim, Topic
from disclosure_lint.claims.clauses import Clause, Step, clauses
from disclosure_lint.claims.counted import completed, open_ended
from disclosure_lint.claims.denials import denied, swept
from disclosure_lint.claims.disputes import counts_some, is_linked, note_general, tells_of_both
from disclosure_lint.claims.figures import figure_of
from disclosure_lint.claims.meaning import Meaning, quantities, roles, widenings
from disclosure_lint.claims.order import MONEY
from disclosure_lint.claims.parts import is_part
from disclosure_lint.claims.phrases import (
    HELPS,
    meaning_of,
    names_years,
    noun_of,
    read_phrase,
    remember,
)
from disclosure_lint.claims.scope import Ours
from disclosure_lint.claims.strangers import counts_askers, note_actor, note_lead, note_stranger
from disclosure_lint.claims.thread import STRANGER, Found, Terms, Thread
from disclosure_lint.claims.wholes import (
    ALL_REQUESTS,
    OTHERS_REQUESTS,
    SOME_REQUESTS,
    goes_on,
    note_asker,
    note_parts,
    note_whole,
    what_is_told,
)
from disclosure_lint.claims.words import Word, Words
from disclosure_lint.source import Span
from disclosure_lint.words import words


def read_sentence(
    text: str, parts: Iterable[Words], ours: Ours, topic: Topic
) -> tuple[list[Claim], Topic]:
    """Return the claims of the words of a sentence, part by part, and what it speaks of in the end.

    Places are those of `text`, which is the sentence and no more.
    """
    thread = Thread(text, ours, topic)
    found: list[Claim] = []
    if any(word in text for word in words("claims")["requests"]["unrelated"]):
        thread.scope.add("unrelated")
    note_lead(thread)
    if goes_on(topic, text, ours.year):
        thread.whole = SOME_REQUESTS
        thread.general = topic.some == OTHERS_REQUESTS
    linked = topic.linked
    for part in parts:
        linked |= part.linked
        thread.words, thread.verb, thread.listing = part.words, "", False
        thread.linked |= part.linked
        for clause in clauses(tuple([word.kind for word in part.words])):
            _read_clause(clause, thread, found)
    noun = topic.noun if thread.aside and not thread.named else thread.noun
    return found, Topic(noun, linked, topic.scope, what_is_told(thread, topic, found))


def _read_clause(clause: Clause, thread: Thread, found: list[Claim]) -> None:
    """Add the claims of a clause to `found`, which holds those before it in the sentence."""
    last: Step | None = None
    thread.listing |= clause.part
    part = clause.part or thread.opened
    thread.opened = clause.part and not clause.steps  # 其中,…
    for step, following in zip_longest(clause.steps, clause.steps[1:]):
        thread.joined = last is not None and bool(last.tallies)
        _read_step(step, last, following, thread, found, part=part)
        if step.tallies:
            thread.figure = thread.words[step.tallies[-1]]
        last = step
    if clause.bracket:
        kept = thread.noun, thread.verb, thread.rest
        for inner in clause.bracket:
            _read_clause(inner, thread, found)
        thread.noun, thread.verb, thread.rest = kept


def _read_step(  # noqa: PLR0913 - a step with its neighbours
    step: Step,
    last: Step | None,
    following: Step | None,
    thread: Thread,
    found: list[Claim],
    *,
    part: bool,
) -> None:
    marks: set[str] = {"among"} if part else set()
    if (part and thread.strange) or (
        (part or step.kind == "loose") and tells_of_both(found, thread)
    ):
        thread.noun = STRANGER
    known = len(found)
    before = read_phrase(step.before, thread, marks) if step.before else []
    after = read_phrase(step.after, thread, marks) if step.after else []
    if step.before:
        _mark(step, before, marks, thread)
    said = frozenset(marks)
    match step.kind:
        case "forward" | "spread" | "dealt":
            _state(step, completed(before, step, following, marks, thread), marks, thread, found)
        case "backward":
            _state(step, open_ended(after, marks, thread), marks, thread, found)
        case "loose" if last and thread.words[step.tallies[0]].kind == MONEY:
            _state(step, read_phrase(last.after, thread, marks), marks, thread, found)
        case "denial":
            found += denied(step, before, after, marks, thread)
        case "sweep":
            found += swept(step, after, marks, thread, found)
        case "topic" if "including" in marks and before:
            meaning = meaning_of(before[0].concepts, thread, thread.noun)
            _widen(meaning.quantity if meaning else "", marks, thread, found)
    groups = [*before, *after]
    if thread.disputes and step.tallies:
        note_general(step, groups, thread, found, part=part)
    _note(step, groups, said, thread, found, known=known)


def _mark(step: Step, before: Sequence[Terms], marks: set[str], thread: Thread) -> None:
    """Note what the words of a step say together: several years; so many applicants."""
    if thread.years and names_years(step.before, thread):
        timed = any(it.concepts & roles().timed for it in before)
        marks |= set() if timed else {"other-year"}
    if "asker" in marks and counts_askers(step.before, thread):
        marks.add("part")


def _note(  # noqa: PLR0913 - a step and what it said
    step: Step,
    groups: Sequence[Terms],
    marks: AbstractSet[str],
    thread: Thread,
    found: list[Claim],
    *,
    known: int,
) -> None:
    """Note what a step leaves to those that follow; its own claims are those from `known` on."""
    if not thread.named:
        note_stranger(step, groups, thread)
    if thread.picks or thread.whole != ALL_REQUESTS:
        note_whole(step, groups, marks, thread, found[known:])
    if known and step.tallies:
        note_parts(step, groups, thread, found, known)
    remember(groups, thread)
    if step.tallies and thread.strange:
        # What was counted is none of ours, and so may be what is counted next.
        thread.noun = STRANGER


# --- figures ---------------------------------------------------------------------------------------


def _state(
    step: Step, groups: Sequence[Terms], marks: set[str], thread: Thread, found: list[Claim]
) -> None:
    """Add what the figures of a step state."""
    if not groups:
        return
    tail = groups[-1].tail or any("else" in terms.concepts for terms in groups)
    known = roles().takers | roles().nouns
    thread.strange = tail and any(terms.concepts & known for terms in groups)
    meant = [] if tail else _meant(groups, thread)
    if not meant and thread.verb == "else":
        thread.strange = True
    tallies = [thread.words[at] for at in step.tallies]
    if step.kind == "dealt":
        pairs = zip(meant, tallies, strict=False) if len(meant) == len(tallies) else ()
    elif len(meant) == 1 or step.kind == "spread" or figure_of(tallies[0].value) == 0:
        pairs = zip(meant, tallies * len(meant), strict=True)
    else:
        pairs = zip(_together(meant), tallies, strict=False)
    for it, tally in pairs:
        claim = _claim(it, tally, marks, thread, found)
        if claim:
            if marks & {"including", "among"}:
                _widen(claim.quantity, marks, thread, found)
            thread.rest = it.meaning.group.rest or thread.rest
            found.append(claim)


def _widen(quantity: str, marks: set[str], thread: Thread, found: list[Claim]) -> None:
    """`(含上年结转2件)` after the requests received makes their figure one of both.

    So does `其中新收14件` after the requests of the year: the others came from the year before. After
    one more figure (`新收37件,36件(含上年结转2件)按期答复`) it may be said of that one alone.
    """
    both = widenings().get((found[-1].quantity, quantity)) if found else None
    if both and ("current" in marks or found[-1].quantity != quantity):
        apart = thread.figure is None or thread.figure.start != found[-1].span.start
        found[-1] = found[-1]._replace(quantity=both[apart])


def _meant(groups: Sequence[Terms], thread: Thread) -> list[Found]:
    """What the groups mean, each meaning once; nothing at all where one of them means nothing."""
    nouns = [noun for terms in groups if (noun := noun_of(terms.concepts))]
    found: dict[str, Found] = {}
    verb, topic = thread.verb, nouns[-1] if nouns else thread.noun
    act = max(groups[-1].concepts & roles().verbs, default="")
    for terms in groups:
        if not terms.tail:
            meaning = (
                _rest(terms, thread)
                or meaning_of(terms.concepts, thread, topic)
                or meaning_of(terms.concepts, thread, topic, act)
            )
            if meaning is None:
                found.clear()
                break
            found.setdefault(meaning.quantity, Found(terms, meaning))
        remember([terms], thread)
    thread.verb = verb
    return list(found.values())


def _rest(terms: Terms, thread: Thread) -> Meaning | None:
    """`其他` is what the list before it leaves over."""
    if terms.concepts != {"rest"} or not thread.rest:
        return None
    return Meaning(thread.rest, quantities()[thread.rest], terms.concepts)


def _together(found: Sequence[Found]) -> list[Found]:
    """The sum of quantities that may share a figure: `予以公开及部分公开258件`."""
    families = {it.meaning.group.family for it in found}
    if len(families) != 1 or "" in families:
        return []
    first = found[0]
    span = Span(first.terms.span.start, found[-1].terms.span.end)
    total = "+".join(it.meaning.quantity for it in found)
    return [Found(first.terms._replace(span=span), first.meaning._replace(quantity=total))]


def _claim(
    it: Found, tally: Word, marks: set[str], thread: Thread, found: Sequence[Claim]
) -> Claim | None:
    group, terms = it.meaning.group, it.terms
    number = figure_of(tally.value)
    bare = not tally.measure and ((group.bare and tally.start == terms.span.end) or number == 0)
    if number is None or not (bare or tally.measure in group.measures):
        return None
    if terms.led:
        note_actor(terms, thread)
    phrase = Span(min(terms.span.start, tally.start), max(terms.span.end, tally.end))
    scope = thread.scope | (marks - HELPS)
    if tally.about:
        scope.add("approximate")
    if group.linked and (number or thread.general) and not is_linked(terms, thread):
        scope.add("unlinked")
    note_asker(it.meaning.quantity, thread, found)
    # The matters asked for, of which a request may have several.
    matters = number and tally.measure == "项" and thread.text.endswith("事项", *terms.span)
    some = number is not None and group.family == "dispute" and counts_some(phrase, thread)
    if matters or some or is_part(it, phrase, marks, thread, found):
        scope.add("part")
    return Claim(
        it.meaning.quantity,
        number,
        tally.measure,
        tuple(sorted(scope)),
        Span(tally.start, tally.end),
        phrase,
        thread.sentence,
        of=found[-1].quantity if found and ("among" in marks or thread.joined) else "",
    )
