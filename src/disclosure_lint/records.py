"""Records are named tuples: how to make many of them quickly, and what some are beside what they hold."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_Record = TypeVar("_Record", bound=tuple[object, ...])
_Node = TypeVar("_Node")
_Fact = TypeVar("_Fact")

# `made(Cell, (text, start, end))` takes half the time of `Cell(text, start, end)`, and every field has
# to be given: for records of which a report has hundreds.
made = tuple.__new__


@lru_cache(maxsize=2048)
def shared(record: _Record) -> _Record:
    """Return the first of all records that are equal, so that what is kept for long holds it once."""
    return record


def by_identity(record: type[_Record]) -> type[_Record]:
    """Let the objects of a named tuple be equal to themselves only, and hash them as quickly."""
    record.__eq__ = object.__eq__  # type: ignore[method-assign]
    record.__hash__ = object.__hash__  # type: ignore[method-assign]
    return record


def once(fact: Callable[[_Node], _Fact]) -> Callable[[_Node], _Fact]:
    """Let a function of an object work out its answer once; it stays with the object, and goes with it."""
    name = f"{fact.__module__}.{fact.__qualname__}"

    @wraps(fact)
    def told(node: _Node) -> _Fact:
        known = node.__dict__
        try:
            found: _Fact = known[name]
        except KeyError:
            found = known[name] = fact(node)
        return found

    return told
