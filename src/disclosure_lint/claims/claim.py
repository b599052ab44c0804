"""A figure that prose states, and what a text speaks of: the types that reading fills."""

from decimal import Decimal

from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Span

Figure = int | Decimal


class Claim(NamedTuple):
    """A figure stated in prose.

    `quantity` names a figure of the tables by the form's keys; a sum is written `a+b`, and `a|b` is
    one or the other. `number` is the figure (0 for a denial), `measure` the word that counts it
    (empty for a denial). `scope` says why it must not be compared: empty where it is certain that
    the report's own figure for its own year is meant. `of` is the quantity it is stated as a part of
    (`其中`). `span` is the figure or the denial, `phrase` the words that state it.
    """

    quantity: str
    number: Figure
    measure: str
    scope: tuple[str, ...]
    span: Span
    phrase: Span
    sentence: Span
    of: str = ""

    @property
    def certain(self) -> bool:
        """Whether the claim may be compared with the tables."""
        return not self.scope


class Topic(NamedTuple):
    """What a text speaks of (a noun among the concepts), and whether it named the report's subject.

    `scope` is why its figures are not to be compared; `some` says that it told of some
    requests only (`some`), or of those of another year or organ (`others`).
    """

    noun: str = ""
    linked: bool = False
    scope: tuple[str, ...] = ()
    some: str = ""
