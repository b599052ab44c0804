"""Text to lines: one token a line, by the terminals of the line grammar as Lark reads them.

The grammar is flat, so lexing is all the parsing there is; that its one rule takes any run of lines is
checked where Lark builds it strictly, in the tests. To load Lark takes longer than to check a report,
and what it makes of the terminals is one pattern; so that is kept, and Lark loaded only to make it.
"""

import re
from functools import cache

from disclosure_lint.data import text_of
from disclosure_lint.kept import kept
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, made


class Token(NamedTuple):
    """A line with its line feed; `type` is the name of its terminal."""

    type: str
    value: str


def tokens(text: str) -> list[Token]:
    """Return one token a line; joined, they give back every character of `text`."""
    return [made(Token, (match.lastgroup, match[0])) for match in _line().finditer(text)]


@cache
def _line() -> re.Pattern[str]:
    text = text_of("report.lark")
    return compiled(kept("terminals", text, lambda: _alternatives(text)))


def _alternatives(text: str) -> str:
    """One pattern of the terminals of a grammar, in the order in which they go before each other."""
    from lark import Lark  # noqa: PLC0415 - slow to import

    terminals = Lark(text, parser=None, lexer="basic", start="document").terminals
    ranked = sorted(terminals, key=lambda it: -it.priority)
    return "|".join(f"(?P<{it.name}>{it.pattern.to_regexp()})" for it in ranked)
