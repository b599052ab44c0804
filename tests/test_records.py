"""Records are named tuples like those of `typing`, in all that they do."""

from __future__ import annotations

import copy
import pickle
import typing
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from disclosure_lint import records
from disclosure_lint.source import Span

SOURCES = Path(records.__file__).parent


def declared(base: Any) -> Any:  # noqa: ANN401 - a type checker knows one of them only
    class Cell(base):  # type: ignore[misc]
        """A cell."""

        text: str
        start: int = 0
        end: int | None = None

        @property
        def length(self) -> int:
            return len(self.text)

        @classmethod
        def empty(cls) -> Cell:
            return cls("")

    return Cell


OURS, THEIRS = declared(records.NamedTuple), declared(typing.NamedTuple)

MADE: dict[str, Any] = {
    "by place": lambda cell: cell("甲", 1, 2),
    "with defaults": lambda cell: cell("甲"),
    "by name": lambda cell: cell(text="甲", end=3),
    "by both": lambda cell: cell("甲", end=3),
    "by a method": lambda cell: cell.empty(),
    "from values": lambda cell: cell._make(iter(("甲", 1, 2))),
    "changed": lambda cell: cell("甲")._replace(start=4),
    "copied": lambda cell: copy.deepcopy(cell("甲", 1)),
    "unpacked": lambda cell: [*cell("甲", 1, 2)],
    "a property": lambda cell: cell("甲乙").length,
    "a field": lambda cell: cell("甲", 5).start,
    "fields": lambda cell: (cell._fields, cell._field_defaults, cell.__match_args__),
    "as a dict": lambda cell: cell("甲")._asdict(),
    "hashed": lambda cell: hash(cell("甲", 1, 2)),
    "its text": lambda cell: cell.__doc__,
    "its types": get_type_hints,
    "a tuple": lambda cell: (cell.__bases__ != (object,), cell("甲") == ("甲", 0, None)),
    "no dict": lambda cell: hasattr(cell("甲"), "__dict__"),
}


@pytest.mark.parametrize("what", MADE)
def test_it_does_what_that_of_typing_does(what: str) -> None:
    ours, theirs = MADE[what](OURS), MADE[what](THEIRS)
    assert (ours, repr(ours)) == (theirs, repr(theirs))


WRONG: list[tuple[type[Exception], Any]] = [
    (TypeError, lambda cell: cell()),
    (TypeError, lambda cell: cell("甲", 1, 2, 3)),
    (TypeError, lambda cell: cell("甲", text="乙")),
    (TypeError, lambda cell: cell("甲", stop=1)),
    (TypeError, lambda cell: cell._make(())),
    (ValueError, lambda cell: cell("甲")._replace(stop=1)),
    (AttributeError, lambda cell: setattr(cell("甲"), "start", 1)),
    (AttributeError, lambda cell: setattr(cell("甲"), "stop", 1)),
]


@pytest.mark.parametrize(("error", "wrong"), WRONG)
@pytest.mark.parametrize("cell", [OURS, THEIRS], ids=["ours", "theirs"])
def test_it_fails_as_that_of_typing_does(error: type[Exception], wrong: Any, cell: Any) -> None:  # noqa: ANN401
    with pytest.raises(error, match=r"stop|start|text|field|attribute|argument"):
        wrong(cell)


def test_it_can_be_sent_to_another_process() -> None:
    span = Span(3, 5)
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301 - packed here


def test_patterns_take_it_apart() -> None:
    match Span(3, 5):
        case Span(start, end):
            assert (start, end) == (3, 5)


def test_no_module_declares_the_slow_way() -> None:
    slow = "typing.NamedTuple"
    found = [
        path.name
        for path in SOURCES.rglob("*.py")
        if slow in (text := path.read_text("utf-8"))
        or any("NamedTuple" in line for line in text.split("\n") if line.startswith("from typing"))
    ]
    assert found == ["records.py"], "records declares those of its own"
