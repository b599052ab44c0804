"""Records are named tuples: declared and made quickly, and what some are beside what they hold.

To declare one, `typing.NamedTuple` compiles source text and lays the class out twice. A run of this
program declares some 140 of them, which took a seventh of all its time; ours are the same to a type
checker and to those who use them, and take a third of that.
"""

from collections import _tuplegetter  # type: ignore[attr-defined] # reads a field; has no public name
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self, TypeVar

_Record = TypeVar("_Record", bound=tuple[object, ...])
_Node = TypeVar("_Node")
_Fact = TypeVar("_Fact")

# `made(Cell, (text, start, end))` takes half the time of `Cell(text, start, end)`, and every field has
# to be given: for records of which a report has hundreds.
made = tuple.__new__


class _Named(tuple[Any, ...]):
    """What every record can do."""

    __slots__ = ()
    _fields = tuple[str, ...]()
    _field_defaults = MappingProxyType(dict[str, Any]())

    def __new__(cls, /, *given: object, **named: object) -> Self:
        if named or len(given) != len(cls._fields):
            given = _completed(cls, given, named)
        return tuple.__new__(cls, given)

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({fields})"

    @classmethod
    def _make(cls, values: Iterable[object]) -> Self:
        return cls(*values)

    def _replace(self, /, **named: object) -> Self:
        changed = tuple.__new__(type(self), map(named.pop, self._fields, self))
        if named:
            message = f"{type(self).__name__} has no fields {[*named]}"
            raise ValueError(message)
        return changed

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))


def _completed(
    record: type[_Named], given: tuple[object, ...], named: dict[str, object]
) -> tuple[object, ...]:
    rest = record._fields[len(given) :]
    known = record._field_defaults | named
    if len(given) > len(record._fields) or not named.keys() <= {*rest} <= known.keys():
        message = f"{record.__name__}{record._fields}: {len(given)} fields and {[*named]} given"
        raise TypeError(message)
    return given + tuple([known[name] for name in rest])


class _Declared(type):
    """Turns a class statement with fields, written as of `typing.NamedTuple`, into a record."""

    def __new__(cls, name: str, _bases: tuple[type, ...], body: dict[str, Any]) -> type:
        fields = (*body.get("__annotations__", ()),)
        defaults = {field: body[field] for field in fields if field in body}
        own = {"__slots__": (), "_fields": fields, "_field_defaults": defaults}
        getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
        return type.__new__(
            type, name, (_Named,), body | own | getters | {"__match_args__": fields}
        )


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - for others to import
else:
    NamedTuple = type.__new__(_Declared, "NamedTuple", (), {})


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
