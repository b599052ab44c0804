"""Words of a sentence to clauses, by the Lark grammar of claims.

The grammar looks at the kinds of the words only, and the same kinds come in the same order again and
again; so parses are kept, and a clause refers to words by their place in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from lark import Lark, Token, Transformer, v_args
from lark.lexer import Lexer

Group = tuple[int, ...]
Phrase = tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Step:
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


@dataclass(frozen=True, slots=True)
class Clause:
    """The steps of a clause, what its bracket says, and whether it tells of a part (`其中`)."""

    part: bool
    steps: tuple[Step, ...]
    bracket: tuple[Clause, ...]


@lru_cache(maxsize=4096)
def clauses(kinds: tuple[str, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence whose words are of these kinds, in order."""
    return _Build().transform(parser().parse(kinds))


class _Kinds(Lexer):
    """Hands on the kinds of the words; a token knows its word by its place."""

    def __init__(self, _conf: object) -> None: ...

    def lex(self, kinds: Sequence[str], *_: object) -> Iterator[Token]:  # type: ignore[override]
        for at, kind in enumerate(kinds):
            yield Token(kind, "", at)


@cache
def parser() -> Lark:
    """Return the parser of claims, built when the first figure is met."""
    text = (files("disclosure_lint.grammar") / "claims.lark").read_text("utf-8")
    return Lark(text, parser="lalr", lexer=_Kinds, start="sentence", maybe_placeholders=False)


@dataclass(frozen=True, slots=True)
class _Tally:
    at: int


@v_args(inline=True)
class _Build(Transformer[Token, tuple[Clause, ...]]):
    """Makes clauses of the grammar's rules; every rule that is not named here is a step."""

    def sentence(self, *parts: Clause) -> tuple[Clause, ...]:
        return parts

    def bracket(self, inner: tuple[Clause, ...]) -> list[Clause]:
        return list(inner)

    def clause(self, *parts: Token | Step | list[Clause]) -> Clause:
        steps = tuple(part for part in parts if isinstance(part, Step))
        inner = next((tuple(part) for part in parts if isinstance(part, list)), ())
        return Clause(any(isinstance(part, Token) for part in parts), steps, inner)

    def group(self, *words: Token) -> Group:
        return tuple(word.start_pos or 0 for word in words)

    def phrase(self, *groups: Group) -> Phrase:
        return groups

    def tally(self, word: Token) -> _Tally:
        return _Tally(word.start_pos or 0)

    def __default__(self, data: Token, children: list[Phrase | _Tally | Token], _: object) -> Step:
        before: Phrase = ()
        after: Phrase = ()
        tallies: list[int] = []
        mark = None
        for child in children:
            if isinstance(child, Token):
                mark = child.start_pos
            elif isinstance(child, _Tally):
                tallies.append(child.at)
            elif tallies or mark is not None:
                after += child
            else:
                before = child
        return Step(str(data), before, after, tuple(tallies), mark)
