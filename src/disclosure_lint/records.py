"""Records are named tuples: how to make many of them quickly, and how to compare some as objects."""

from typing import TypeVar

_Record = TypeVar("_Record", bound=tuple[object, ...])

# `made(Cell, (text, start, end))` takes half the time of `Cell(text, start, end)`, and every field has
# to be given: for records of which a report has hundreds.
made = tuple.__new__


def by_identity(record: type[_Record]) -> type[_Record]:
    """Let the objects of a named tuple be equal to themselves only, and hash them as quickly."""
    record.__eq__ = object.__eq__  # type: ignore[method-assign]
    record.__hash__ = object.__hash__  # type: ignore[method-assign]
    return record
