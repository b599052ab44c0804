"""Words of a sentence to clauses, by the Lark grammar of claims.

The grammar looks at the kinds of the words only, and the same kinds come in the same order again and
again; so parses are kept, and a clause refers to words by their place in the sentence.
"""

from functools import lru_cache
from typing import Any

from disclosure_lint.claims.grammar import parsed
from disclosure_lint.records import NamedTuple

Group = tuple[int, ...]
Phrase = tuple[Group, ...]


class Step(NamedTuple):
    """A part of a clause: words, and the figures that belong to them.

    `kind` is the name of the grammar's alternative. `before` are the words before the denial, the
    `均` or the figure, `after` those that follow; `mark` is the denial or the `均`. All are places
    of words in the sentence.
    """

    kind: str
    before: Phrase
    after: Phrase
    tallies: tuple[int, ...]
    mark: int | None = None


class Clause(NamedTuple):
    """The steps of a clause, what its bracket says, and whether it tells of a part (`其中`)."""

    part: bool
    steps: tuple[Step, ...]
    bracket: "tuple[Clause, ...]"


@lru_cache(maxsize=1024)
def clauses(kinds: tuple[str, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence whose words are of these kinds, in order."""
    found: tuple[Clause, ...] = parsed(kinds, _built)
    return found


class _Tally(NamedTuple):
    at: int


def _built(name: str, parts: list[Any]) -> Any:  # noqa: ANN401 - each rule makes its own type
    """What a rule of the grammar makes of its parts; one that is not named here is a step."""
    match name:
        case "sentence" | "group" | "phrase":
            return tuple(parts)
        case "tally":
            return _Tally(*parts)
        case "bracket":
            return parts[0]
        case "clause":
            return _clause(parts)
    return _step(name, parts)


def _clause(parts: list[int | Step | tuple[Clause, ...]]) -> Clause:
    steps = tuple(part for part in parts if isinstance(part, Step))
    inner = next((part for part in parts if not isinstance(part, int | Step)), ())
    return Clause(any(isinstance(part, int) for part in parts), steps, inner)


def _step(name: str, parts: list[int | _Tally | Phrase]) -> Step:
    before: Phrase = ()
    after: Phrase = ()
    tallies: list[int] = []
    mark = None
    for part in parts:
        if isinstance(part, int):
            mark = part
        elif isinstance(part, _Tally):
            tallies.append(part.at)
        elif tallies or mark is not None:
            after += part
        else:
            before = part
    return Step(name, before, after, tuple(tallies), mark)
