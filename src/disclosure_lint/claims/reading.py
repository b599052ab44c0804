"""Clauses to claims: which figure of the tables each stated figure is, and whether to compare it."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from disclosure_lint.claims.claim import Claim, Topic
from disclosure_lint.claims.clauses import Clause, Step, clauses
from disclosure_lint.claims.denials import denied, swept
from disclosure_lint.claims.disputes import note_general
from disclosure_lint.claims.figures import figure_of
from disclosure_lint.claims.meaning import Meaning, quantities, roles, widenings
from disclosure_lint.claims.order import MONEY, OTHER
from disclosure_lint.claims.phrases import (
    HELPS,
    STRANGER,
    Terms,
    Thread,
    is_time,
    meaning_of,
    names_years,
    noun_of,
    read_phrase,
    remember,
    time_of,
)
from disclosure_lint.claims.scope import Ours
from disclosure_lint.claims.words import Word, Words
from disclosure_lint.source import Span
from disclosure_lint.words import words


class _Found(NamedTuple):
    terms: Terms
    meaning: Meaning


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
    for part in parts:
        thread.words, thread.verb, thread.listing = part.words, "", False
        thread.linked |= part.linked
        for clause in clauses(tuple([word.kind for word in part.words])):
            _read_clause(clause, thread, found)
    return found, topic._replace(noun=thread.noun, linked=thread.linked)


def _read_clause(clause: Clause, thread: Thread, found: list[Claim]) -> None:
    """Add the claims of a clause to `found`, which holds those before it in the sentence."""
    last: Step | None = None
    thread.listing |= clause.part
    for step, following in zip_longest(clause.steps, clause.steps[1:]):
        _read_step(step, last, following, thread, found, part=clause.part)
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
    if part and thread.strange:
        thread.noun = STRANGER
    before = read_phrase(step.before, thread, marks)
    after = read_phrase(step.after, thread, marks)
    timed = any(terms.concepts & roles().timed for terms in before)
    if names_years(step.before, thread) and not timed:
        marks.add("other-year")
    match step.kind:
        case "forward" | "spread" | "dealt":
            _state(step, _completed(before, following, thread), marks, thread, found)
        case "backward":
            _state(step, _open_ended(after, marks, thread), marks, thread, found)
        case "loose" if last and thread.words[step.tallies[0]].kind == MONEY:
            _state(step, read_phrase(last.after, thread, marks), marks, thread, found)
        case "denial":
            found += denied(step, before, after, marks, thread)
        case "sweep":
            found += swept(step, after, marks, thread, found)
        case "topic" if "including" in marks and before:
            meaning = meaning_of(before[0].concepts, thread, thread.noun)
            _widen(meaning.quantity if meaning else "", marks, thread, found)
    note_general(step, [*before, *after], thread, found, part=part)
    remember([*before, *after], thread)
    if step.tallies and thread.strange:
        # What was counted is none of ours, and so may be what is counted next.
        thread.noun = STRANGER


def _completed(groups: list[Terms], following: Step | None, thread: Thread) -> list[Terms]:
    """The noun or the time may come after the figure: `收到6件申请`, `结转4件至2024年`."""
    if not groups or not following or not following.before:
        return groups
    word = thread.words[following.before[0][0]]
    last = groups[-1].concepts
    if noun_of(last) or word.kind == OTHER:
        return groups
    added = roles().nouns & set(word.value.split())
    if roles().timed & last and is_time(word.value):
        said = word.value.split()
        added = roles().times & {time_of(it, thread.ours.year) for it in said}
    return [*groups[:-1], groups[-1]._replace(concepts=last | added)]


def _open_ended(groups: Sequence[Terms], marks: set[str], thread: Thread) -> list[Terms]:
    """After its figure a phrase may go on: `1件不公开并告知途径`; but the figure counts no stranger.

    It counts one where unknown words come first (`3件来信已答复`) or where the known ones only describe
    it (`2件不予公开的理由`). Bare requests are some of them: `12件申请中`.
    """
    if not groups or (groups[0].led and not groups[0].concepts & roles().timed):
        return []
    if any(terms.tail and thread.text.startswith("的", terms.span.end) for terms in groups):
        return []
    if all(terms.concepts <= roles().nouns for terms in groups):
        marks.add("part")
    return [terms._replace(tail=False, led=False) for terms in groups]


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


def _meant(groups: Sequence[Terms], thread: Thread) -> list[_Found]:
    """What the groups mean, each meaning once; nothing at all where one of them means nothing."""
    nouns = [noun for terms in groups if (noun := noun_of(terms.concepts))]
    found: dict[str, _Found] = {}
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
            found.setdefault(meaning.quantity, _Found(terms, meaning))
        remember([terms], thread)
    thread.verb = verb
    return list(found.values())


def _rest(terms: Terms, thread: Thread) -> Meaning | None:
    """`其他` is what the list before it leaves over."""
    if terms.concepts != {"rest"} or not thread.rest:
        return None
    return Meaning(thread.rest, quantities()[thread.rest], terms.concepts)


def _together(found: Sequence[_Found]) -> list[_Found]:
    """The sum of quantities that may share a figure: `予以公开及部分公开258件`."""
    families = {it.meaning.group.family for it in found}
    if len(families) != 1 or "" in families:
        return []
    first = found[0]
    span = Span(first.terms.span.start, found[-1].terms.span.end)
    total = "+".join(it.meaning.quantity for it in found)
    return [_Found(first.terms._replace(span=span), first.meaning._replace(quantity=total))]


def _claim(
    it: _Found, tally: Word, marks: set[str], thread: Thread, found: Sequence[Claim]
) -> Claim | None:
    group, terms = it.meaning.group, it.terms
    number = figure_of(tally.value)
    bare = not tally.measure and ((group.bare and tally.start == terms.span.end) or number == 0)
    if number is None or not (bare or tally.measure in group.measures):
        return None
    scope = thread.scope | (marks - HELPS)
    matters = number and tally.measure == "项" and thread.text.endswith("事项", *terms.span)
    if matters:  # the matters asked for, of which a request may have several
        scope.add("part")
    if tally.about:
        scope.add("approximate")
    if thread.listing and terms.concepts == {"handle"}:
        scope.add("part")
    if terms.led and terms.concepts & {"answer", "handle"} and not terms.concepts & roles().nouns:
        scope.add("foreign")
    if group.linked and number and (thread.general or not thread.linked):
        scope.add("unlinked")
    before = sum(quantities().get(other.quantity) is group for other in found)
    if terms.concepts == {"rest"} and before < group.listed:
        scope.add("part")
    reason = group.reasons and "reason" in marks and it.meaning.core <= roles().outcomes
    if reason or _lists_parts(it, marks, found):
        scope.add("part")
    phrase = Span(min(terms.span.start, tally.start), max(terms.span.end, tally.end))
    of = found[-1].quantity if found and "among" in marks else ""
    span = Span(tally.start, tally.end)
    return Claim(
        it.meaning.quantity,
        number,
        tally.measure,
        tuple(sorted(scope)),
        span,
        phrase,
        thread.sentence,
        of,
    )


def _lists_parts(it: _Found, marks: set[str], found: Sequence[Claim]) -> bool:
    """`其中收到…` at the head of a sentence; the same quantity again without a verb; `企业申请6件`."""
    if it.terms.led and it.meaning.group.whole and it.terms.concepts <= roles().nouns:
        return True
    if it.terms.concepts & roles().verbs:
        return it.meaning.group.whole and "among" in marks and not found
    return any(claim.quantity == it.meaning.quantity for claim in found)
