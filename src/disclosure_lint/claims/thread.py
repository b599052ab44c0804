"""The thread that runs through a sentence.

It holds the noun a sentence speaks of and the verb last used (`制发规范性文件4件,废止1件`), and what lasts to
its end: another year, another organ, a plan.
"""

from collections.abc import Sequence

from disclosure_lint.claims.claim import Topic
from disclosure_lint.claims.meaning import Concepts, Meaning
from disclosure_lint.claims.scope import Ours
from disclosure_lint.claims.words import Word
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Span

_KINDS = compiled("[类非除]")
DISPUTES = frozenset(["reconsideration", "suit", "direct_suit", "suit_after_reconsideration"])
STRANGER = "?"  # the noun of figures that are of no concern here


class Thread:
    """What a sentence has said so far; `scope` is why its figures are not the report's own.

    `noun` is what it speaks of, `verb` the last one, `object` the noun that this acted on. `rest` is
    the quantity that `其他` would mean, `whole` says whether all requests are told of or some (see
    `wholes`). `named` says that the sentence itself named its noun, `aside` that it turned to something
    else than its paragraph, `linked` that the report's subject was named, `listing` that parts are being
    told (`其中`), `opened` that this was the last word, `strange` that the last figure counted something
    unknown, `general` that the disputes told of are not all on the report's subject, `joined` that a
    figure comes right after another (`新收23件已办结20件`), `picks` that some of something may be told of
    (`中`), `disputes` that disputes may be, `kinds` that a kind of them may be, `years` that several years
    may be. `figure` is the last figure read.
    """

    def __init__(self, text: str, ours: Ours, topic: Topic) -> None:
        self.text = text
        self.sentence = Span(0, len(text))
        self.ours = ours
        self.noun = topic.noun
        self.linked = topic.linked
        self.scope = set(topic.scope)
        self.words: Sequence[Word] = ()
        self.verb = self.object = self.rest = self.whole = ""
        self.picks = "中" in text or "里" in text
        self.years = text.count("年") > 1
        self.disputes = "复议" in text or "诉" in text or topic.noun in DISPUTES
        self.kinds = self.disputes and _KINDS.search(text) is not None
        self.strange = self.listing = self.opened = self.general = self.joined = False
        self.named = self.aside = False
        self.figure: Word | None = None


class Terms(NamedTuple):
    """A group of words that holds concepts, and where these stand.

    `tail` says that unknown words follow the last concept, `led` that they stand before the first,
    `told` that they describe what the concepts name (`要求收费的申请`).
    """

    concepts: Concepts
    span: Span
    tail: bool
    led: bool
    told: bool = False


class Found(NamedTuple):
    """A group of words and what it means."""

    terms: Terms
    meaning: Meaning
