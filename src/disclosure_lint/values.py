"""What stands in a value cell: a figure, a placeholder, a blank, or something that is no count."""

from decimal import Decimal
from enum import StrEnum
from unicodedata import category

from disclosure_lint.edition import Kind
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.text import figure, fold


class State(StrEnum):
    """What is known of a cell.

    `figure` is a number that may be computed with; `blank` a cell printed with nothing in it;
    `dropped` a blank that the layout swallowed, its place certain; `placeholder` a mark for none;
    `not_a_count` anything else; `unplaced` a cell of a row whose figures have no certain columns;
    `absent` a cell of a row that is not there.
    """

    FIGURE = "figure"
    BLANK = "blank"
    DROPPED = "dropped"
    PLACEHOLDER = "placeholder"
    NOT_A_COUNT = "not_a_count"
    UNPLACED = "unplaced"
    ABSENT = "absent"


class Reading(NamedTuple):
    """A cell's state and the number that it plainly means, where there is one (`12件` means 12)."""

    state: State
    value: int | Decimal | None = None


PLACEHOLDERS = frozenset(
    [
        "/",
        "\\",
        "-",
        "--",
        "---",
        "—",
        "——",
        "–",
        "―",
        "－",
        "_",
        "无",
        "無",
        "空",
        "n/a",
        "na",
        "不适用",
        "○",
        "〇",
        "×",
        "x",
        "*",
        "〃",
    ]
)
_UNITS = r"(?:件|条|宗|篇|份|例|项|个|次|起|元|万元|人次|人)"
_LIKE = compiled(rf"[+\-−—]?[\d,.\s]*\d[\d,.\s]*{_UNITS}?|[增减][\d\s]+{_UNITS}?")
_LOOKALIKE = compiled(r"[OoQlI○〇①-⑳⓪]|[\dOolI]{1,4}")
_PLAIN = compiled(rf"([+-]?)(\d+(?:,\d{{3}})*(?:\.\d+)?){_UNITS}?")
_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)} | {"⓪": "0"}
_LETTERS = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "○": "0", "〇": "0"})


def is_placeholder(text: str) -> bool:
    """Whether `text` is a mark that people put for none."""
    return text.casefold() in PLACEHOLDERS


def looks_like_value(text: str) -> bool:
    """Whether `text` could be meant for a value cell when nothing else is known of it."""
    if text.isdigit():
        return True
    if is_placeholder(text):
        return True
    folded = fold(text)
    return bool(_LIKE.fullmatch(folded) or _LOOKALIKE.fullmatch(folded))


def standard_digits(text: str) -> str | None:
    """Return the half-width figure that `text` writes in other digits (`０`, `O`, `①`, `1 200`), or None."""
    if _has_note_mark(text):
        return None
    folded = "".join(_CIRCLED.get(char, char) for char in text)
    folded = fold(folded).translate(_LETTERS)
    if figure(folded) is None or folded == text:
        return None
    return folded


def _has_note_mark(text: str) -> bool:
    """Whether a circled or raised number stands beside something: `1203①` is 1203 with a note."""
    return len(text) > 1 and any(category(char) == "No" for char in text)


def read(text: str, kind: Kind) -> Reading:
    """Return what the cell says, by the kind of its column. An empty cell is a blank."""
    number = figure(text)
    if number is None and (standard := standard_digits(text)) and not is_placeholder(text):
        number = figure(standard)
    if number is not None:
        return _number(number, kind)
    if not text:
        return Reading(State.BLANK)
    if is_placeholder(text):
        return Reading(State.PLACEHOLDER)
    return Reading(State.NOT_A_COUNT) if _has_note_mark(text) else _with_unit(fold(text), kind)


def _number(number: int | Decimal, kind: Kind) -> Reading:
    if isinstance(number, Decimal) and kind not in {Kind.AMOUNT, Kind.NUMBER}:
        return Reading(State.NOT_A_COUNT, number)
    return Reading(State.FIGURE, number)


def _with_unit(folded: str, kind: Kind) -> Reading:
    """`12件` and `1,012` mean their number, but are no plain figures; an amount may name its unit."""
    match = _PLAIN.fullmatch(folded)
    if not match:
        return Reading(State.NOT_A_COUNT)
    number = figure(match[1] + match[2].replace(",", ""))
    if kind is Kind.AMOUNT and "," not in folded and folded.endswith("元"):
        return Reading(State.FIGURE, number)
    return Reading(State.NOT_A_COUNT, number)
