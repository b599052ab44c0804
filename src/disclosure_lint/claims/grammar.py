"""The clause grammar as Lark makes it: LALR tables, kept, and the loop that runs over them.

To load Lark takes longer than to check a report, and what it makes of the grammar is the same each
time. So its tables are kept, in the form in which Lark itself saves a parser, and Lark is loaded only
where there are none.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from disclosure_lint.data import text_of
from disclosure_lint.kept import kept
from disclosure_lint.records import NamedTuple

_END = "$END"


class Rule(NamedTuple):
    """A rule of the grammar: what it makes, the name to call it by, which of its parts are kept.

    Of a part it keeps `False` is left out, `True` kept; None stands for one whose own parts are taken
    in its place. A rule whose `name` is empty is such a part itself.
    """

    makes: str
    name: str
    parts: list[bool | None]


class Tables(NamedTuple):
    """The automaton: `states` say what to do at each kind of word and after each rule.

    A number from 0 on is the state that follows, a negative one the rule (inverted) to reduce by.
    """

    states: list[dict[str, int]]
    rules: list[Rule]
    start: int
    end: int


@cache
def tables() -> Tables:
    """Return the tables of `grammar/claims.lark`."""
    text = text_of("claims.lark")
    states, rules, start, end = kept("lalr", text, lambda: _made(text))
    return Tables(states, [Rule(*rule) for rule in rules], start, end)


def parsed(kinds: Sequence[str], build: Callable[[str, list[Any]], Any]) -> Any:  # noqa: ANN401 - what is built
    """Return what `build` makes of the outermost rule; it is called with the name and parts of each.

    A part is what `build` made of a rule, or the place among `kinds` of a word. Raises KeyError where
    the grammar does not accept the kinds.
    """
    states, rules, start, end = tables()
    stack, values = [start], list[Any]()
    for at, kind in enumerate((*kinds, _END)):
        while (step := states[stack[-1]][kind]) < 0:
            rule = rules[~step]
            count = len(rule.parts)
            given = values[len(values) - count :]
            del stack[len(stack) - count :], values[len(values) - count :]
            values.append(_reduced(rule, given, build))
            stack.append(states[stack[-1]][rule.makes])
            if kind == _END and stack[-1] == end:
                return values[-1]
        stack.append(step)
        values.append(at)
    raise KeyError(_END)


def _reduced(rule: Rule, given: list[Any], build: Callable[[str, list[Any]], Any]) -> Any:  # noqa: ANN401
    parts: list[Any] = []
    for part, value in zip(rule.parts, given, strict=True):
        if part is None:
            parts += value
        elif part:
            parts.append(value)
    return build(rule.name, parts) if rule.name else parts


def _made(text: str) -> tuple[Any, ...]:
    """The tables as plain data, out of what Lark writes when it saves a parser."""
    from lark import Lark  # noqa: PLC0415 - slow to import
    from lark.grammar import Rule as LarkRule  # noqa: PLC0415
    from lark.lexer import TerminalDef  # noqa: PLC0415

    made = Lark(text, parser="lalr", lexer="basic", start="sentence", maybe_placeholders=False)
    data, memo = made.memo_serialize([TerminalDef, LarkRule])
    table = data["parser"]["parser"]
    rules = {key: _rule(entry) for key, entry in memo.items() if entry["__type__"] == "Rule"}
    order = {key: at for at, key in enumerate(rules)}
    number = {state: at for at, state in enumerate(table["states"])}
    states = [
        {
            table["tokens"][token]: ~order[to["@"]] if reduces else number[to]
            for token, (reduces, to) in steps.items()
        }
        for steps in table["states"].values()
    ]
    (start,), (end,) = table["start_states"].values(), table["end_states"].values()
    return states, list(rules.values()), number[start], number[end]


def _rule(entry: dict[str, Any]) -> tuple[str, str, list[bool | None]]:
    makes = str(entry["origin"]["name"])
    parts = [
        not part["filter_out"] if "filter_out" in part else None if part["name"][0] == "_" else True
        for part in entry["expansion"]
    ]
    return makes, "" if makes[0] == "_" else str(entry["alias"] or makes), parts
