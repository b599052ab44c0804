"""What a figure counts: its phrase as the words on its other side complete it, or make it another's."""

from collections.abc import Sequence

from disclosure_lint.claims.clauses import Step
from disclosure_lint.claims.meaning import Concepts, roles
from disclosure_lint.claims.order import OTHER
from disclosure_lint.claims.phrases import is_time, noun_of, time_of
from disclosure_lint.claims.strangers import is_filler
from disclosure_lint.claims.thread import Terms, Thread
from disclosure_lint.claims.words import Word

_UNSURE = frozenset(["else", "channel"])


def completed(
    groups: list[Terms], step: Step, following: Step | None, marks: set[str], thread: Thread
) -> list[Terms]:
    """The noun or the time may come after the figure: `收到6件申请`, `结转4件至2024年`.

    Nothing is stated where they only describe what is counted: `申请引发的6件行政复议`; and it is one of
    some where unknown words come before the noun: `收到1件误投申请`.
    """
    if not groups or not following or not following.before:
        return groups
    word = thread.words[following.before[0][0]]
    last = groups[-1].concepts
    if not following.tallies and _describes(last, step, word, thread):
        return []
    if noun_of(last):
        return groups
    added = roles().nouns & {*word.value.split()}
    if not following.tallies and word.start == thread.words[step.tallies[-1]].end:
        named, unknown = _named(following, thread)
        added |= named
        if unknown and named:
            marks.add("part")
        elif unknown:
            return []
    if roles().timed & last and is_time(word.value):
        said = word.value.split()
        added = roles().times & {time_of(it, thread.ours.year) for it in said}
    return [*groups[:-1], groups[-1]._replace(concepts=last | added)]


def _named(following: Step, thread: Thread) -> tuple[Concepts, bool]:
    """What the words right after a figure name, and whether there are unknown ones before it."""
    named: set[str] = set()
    unknown = False
    for word in (thread.words[at] for at in following.before[0]):
        if word.kind == OTHER:
            unknown |= not (word.value in thread.ours.named or is_filler(word.value))
        else:
            said = {*word.value.split()}
            named |= said & (roles().nouns | roles().askers)
            unknown |= not said.isdisjoint(_UNSURE)
        if named & roles().nouns:
            break
    return frozenset(named), unknown


def _describes(concepts: Concepts, step: Step, after: Word, thread: Thread) -> bool:
    """Whether what stands right after a figure is something else than what was named before it."""
    tally = thread.words[step.tallies[-1]]
    if not noun_of(concepts) or after.start != tally.end:
        return False
    noun = noun_of(frozenset(after.value.split()))
    of = thread.text.endswith("的", 0, tally.start)
    return (
        noun != noun_of(concepts) if noun else of and (after.kind == OTHER or after.value == "else")
    )


def open_ended(groups: Sequence[Terms], marks: set[str], thread: Thread) -> list[Terms]:
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
