"""Unknown words: somebody else, something else, or a kind of requests."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from disclosure_lint.claims.clauses import Phrase, Step
from disclosure_lint.claims.meaning import roles
from disclosure_lint.claims.order import OTHER
from disclosure_lint.claims.scope import acting
from disclosure_lint.claims.thread import STRANGER, Terms, Thread
from disclosure_lint.claims.words import Word, any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.words import words

_COLONS = frozenset(":：")


@lru_cache(maxsize=1024)
def is_filler(unknown: str) -> bool:
    """Whether unknown words name nobody: how something was done, a law, the number of an item."""
    while unknown and (rest := unknown.removesuffix(_filler(unknown))) != unknown:
        unknown = rest
    return (len(unknown) < 2 and unknown not in set("不非某各原")) or unknown[-1] == "》"


def _filler(unknown: str) -> str:
    return next((it for it in words("claims")["silent"]["fillers"] if unknown.endswith(it)), "")


def note_subject(phrase: Phrase, thread: Thread) -> None:
    """`青东县未收到申请`: unknown words before a denial are somebody else, to the end of the sentence."""
    for word in (thread.words[at] for group in phrase for at in group):
        if not (word.kind != OTHER or word.value in thread.ours.named or is_filler(word.value)):
            thread.scope.add("foreign")


def note_lead(thread: Thread) -> None:
    """Note what a sentence is led in by: somebody who acts, or which requests it tells of."""
    if not thread.ours.named.issuperset(acting(thread.text)):
        thread.scope.add("foreign")
    if _lead_of_some().match(thread.text):
        thread.scope.add("part")


@cache
def _lead_of_some() -> re.Pattern[str]:
    """`涉及教育领域的,收到申请28件`."""
    data = words("claims")
    links = any_of(data["silent"]["links"])
    return compiled(f"(?:{any_of(data['requests']['about'])})(?:(?!{links})[^,，。;；:：])+的[,，]")


def note_actor(terms: Terms, thread: Thread) -> None:
    """`青东县收到申请12件`: unknown words before a verb say who did it, to the end of the sentence."""
    if terms.concepts & roles().acts:
        thread.scope.add("foreign")


def note_stranger(step: Step, groups: Sequence[Terms], thread: Thread) -> None:
    """`信访件46件,答复44件`, `12345工单:办结6件`: requests that a sentence does not name are not told of any more."""
    if thread.noun != "application" or not step.before:
        return
    concepts = {concept for terms in groups for concept in terms.concepts}
    last, *after = thread.words[step.before[-1][-1] :][:2]
    unknown = last.kind == OTHER and not is_filler(last.value)
    counted = step.kind == "forward" and unknown and not concepts
    lead = step.kind == "topic" and any(word.value in _COLONS for word in after)
    other = concepts == {"else"} and (step.kind == "forward" or lead)
    told = thread.text[thread.words[step.before[0][0]].start : last.end]
    if (counted or other) and not told.endswith(words("claims")["requests"]["done"]):
        thread.noun, thread.aside = STRANGER, True


def counts_askers(phrase: Phrase, thread: Thread) -> bool:
    """Whether so many applicants come first: `一名申请人提交申请26件`."""
    at = phrase[0][0] - 1
    return at >= 0 and thread.words[at].measure in words("claims")["requests"]["persons"]


def are_some(end: int, word: Word, before: Word | None, thread: Thread) -> bool:
    """Whether words tell which requests: `收到涉及征地的申请`, `企业申请`; `end` is that of a verb."""
    requests = words("claims")["requests"]
    if end < 0 and thread.text.endswith(tuple(requests["kinds"]), 0, word.start):
        return True
    if before is None or before.kind != OTHER:
        return False
    between = thread.text[before.end : word.start]
    if not between and before.value.endswith(tuple(requests["askers"])):
        return True
    about = end >= 0 and _about().search(thread.text, end, word.start)
    return between == "类" or bool(about)


@cache
def _about() -> re.Pattern[str]:
    data = words("claims")
    return compiled(
        f"(?:{any_of(data['requests']['about'])})(?!.*(?:{any_of(data['silent']['links'])})).+"
    )


def is_anothers(word: Word, before: Word | None, thread: Thread) -> bool:
    """Whether a bare 申请 is one for something else, as the words before it say: `不动产登记申请`."""
    plain = words("claims")["requests"]
    if before is None or before.kind != OTHER or before.end != word.start:
        return False
    text = thread.text[word.start : word.end]
    return text in plain["bare"] and not before.value.endswith(tuple(plain["modifiers"]))
