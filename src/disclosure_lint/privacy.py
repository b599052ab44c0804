"""Numbers that belong to a person: found by their check characters, masked wherever they are shown."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.topics.characters import odd
from disclosure_lint.words import words

# A row of ten digits and more; single blanks or hyphens may part it.
_RUN = r"[1-9](?:[ -]?[0-9]){9,}+[Xx]?"
_PIECE = r"[0-9][0-9-]+[Xx]?"
_FULL_WIDTH = "０１２３４５６７８９Ｘｘ"
_TO_HALF = str.maketrans(_FULL_WIDTH, "0123456789Xx")
# What every number of a person leaves when each of its characters is a zero and hyphens are taken out.
_LEAVES = bytes.maketrans(b"0123456789Xx", b"0" * 12)
_TRACES = (b"0" * 10, b"000 000")
# Marks that join a number to what stands before or after it, beside Latin letters and digits.
_BEFORE, _AFTER = "*＊/_.=", "/_"
# People part a number into groups of three digits and more; shorter ones are figures of a table.
_GROUP = 3
_COUNTRY = r"86[ -]?(?=1)"
# A number that is masked already, by stars in the middle.
_MASKED = r"[1-9][0-9]{2,16}[*＊]{1,16}[0-9]{0,16}[0-9Xx]?(?![0-9A-Za-z*＊])"
_CITIZEN, _OLD_CITIZEN, _MOBILE = 18, 15, 11
_CARD = range(16, 20)
_LONGEST = 2 * _CARD.stop  # a number with blanks or hyphens
# Where no word says that it is a bank card: how long a whole number is that begins like one.
_BARE_CARD = ("62", {16, 19})
_EARLIEST = 1900  # nobody alive was born before
# Words that say what a number is stand at most so far before it, on the same line.
_CONTEXT = 16


class Kind(StrEnum):
    """What a number is."""

    CITIZEN = "citizen"
    MOBILE = "mobile"
    CARD = "card"


# How many characters a mask leaves at the beginning and at the end.
_KEPT = {Kind.CITIZEN: (3, 4), Kind.MOBILE: (3, 4), Kind.CARD: (4, 4)}


class Personal(NamedTuple):
    """A number of a person as printed; `masked` is as long, `shown` counts its digits (and an X) that show."""

    kind: Kind
    span: Span
    masked: str
    shown: int


def mask(text: str) -> str:
    """Return `text`, of equal length, with every citizen number, mobile number and bank card masked."""
    for number in (*personal_numbers(text), *weak_masks(text)):
        text = text[: number.span.start] + number.masked + text[number.span.end :]
    return text


@lru_cache(maxsize=64)
def personal_numbers(text: str) -> tuple[Personal, ...]:
    """Return the unmasked numbers of persons in `text`, in order."""
    if not odd(text).isdisjoint(_FULL_WIDTH):
        text = text.translate(_TO_HALF)
    left = text.encode("ascii", "replace").translate(_LEAVES, b"-")
    if not any(trace in left for trace in _TRACES):  # to look for the numbers themselves takes long
        return ()
    return tuple(
        Personal(kind, span, _masked(text[span.start : span.end], kind), span.end - span.start)
        for run in compiled(_RUN).finditer(text)
        for kind, span in _numbers(text, Span(*run.span()))
    )


@lru_cache(maxsize=64)
def weak_masks(text: str) -> tuple[Personal, ...]:
    """Return the masked numbers that show more digits than a mask leaves by custom, in order."""
    if "*" not in text and "＊" not in text:
        return ()
    found = []
    for match in compiled(_MASKED).finditer(text):
        span = Span(*match.span())
        if not _stands_alone(text, span):
            continue
        kind = _kind_of_masked(match[0])
        shown = _shown(match[0])
        if kind and shown > sum(_KEPT[kind]) + _MORE[kind]:
            found.append(Personal(kind, span, _masked(match[0], kind), shown))
    return tuple(found)


# By custom up to six digits are left at the beginning of a citizen number, three of a mobile number.
_MORE = {Kind.CITIZEN: 3, Kind.MOBILE: 0}


def _kind_of_masked(printed: str) -> Kind | None:
    if len(printed) == _CITIZEN:
        return Kind.CITIZEN
    if len(printed) == _MOBILE and printed[0] == "1" and printed[1] not in "012*＊":
        return Kind.MOBILE
    return None


def _shown(printed: str) -> int:
    """How many characters a mask leaves."""
    return sum(map(str.isdigit, printed)) + (printed[-1] in "Xx")


def _numbers(text: str, run: Span) -> Iterator[tuple[Kind, Span]]:
    """What a row of digits is as a whole, else what its pieces between blanks are."""
    groups = text[run.start : run.end].replace("-", " ").split(" ")
    whole = _number(text, run) if min(map(len, groups)) >= _GROUP else None
    if whole:
        yield whole
        return
    for piece in compiled(_PIECE).finditer(text, run.start, run.end):
        number = _number(text, Span(*piece.span()))
        if number:
            yield number


def _number(text: str, span: Span) -> tuple[Kind, Span] | None:
    if span.end - span.start > _LONGEST or not _stands_alone(text, span):
        return None
    country = compiled(_COUNTRY).match(text, span.start, span.end)
    span = Span(country.end(), span.end) if country else span
    kind = _kind(text, span)
    return (kind, span) if kind else None


def _stands_alone(text: str, span: Span) -> bool:
    """Whether a number is no part of a word, an address of the web, an index number or a decimal."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return not (_joins(before, _BEFORE) or _joins(after, _AFTER))


def _joins(char: str, marks: str) -> bool:
    return bool(char) and (char in marks or (char.isascii() and char.isalnum()))


def _kind(text: str, span: Span) -> Kind | None:
    digits = text[span.start : span.end].replace(" ", "").replace("-", "").upper()
    if len(digits) == _CITIZEN and _is_citizen(digits):
        return Kind.CITIZEN
    if len(digits) == _OLD_CITIZEN and _is_date(f"19{digits[6:12]}"):
        return Kind.CITIZEN if before(text, span, "citizen") else None
    if len(digits) in _CARD and digits.isdigit() and _is_card(text, span, digits):
        return Kind.CARD
    if len(digits) == _MOBILE and digits[0] == "1" and digits[1] not in "012":
        return None if _counts(text, span) else Kind.MOBILE
    return None


def _is_citizen(digits: str) -> bool:
    """Province, date of birth and check character; a credit code that fits as well is no person's."""
    if digits[:2] not in words("privacy")["provinces"] or not _is_date(digits[6:14]):
        return False
    from stdnum.cn import ric, uscc  # noqa: PLC0415 - only a number that looks like one needs it

    return ric.calc_check_digit(digits) == digits[-1] and not uscc.is_valid(digits)


def _is_date(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return born.year >= _EARLIEST


def _is_card(text: str, span: Span, digits: str) -> bool:
    prefix, lengths = _BARE_CARD
    bare = digits.startswith(prefix) and len(digits) in lengths
    if not bare and not before(text, span, "bank"):
        return False
    from stdnum import luhn  # noqa: PLC0415 - only a number that looks like one needs it

    return luhn.is_valid(digits)


def personal(report: Report) -> tuple[Personal, ...]:
    """Return the unmasked numbers of persons in a report, its index number perhaps among them."""
    return personal_numbers(report.source.text)


def exposed(report: Report, kind: Kind) -> Iterator[Personal]:
    """Yield the unmasked numbers of a kind in a report; an index number is no person's."""
    numbers = personal(report)
    index = [it.span for it in report.metadata if it.key == "index_number"] if numbers else []
    for number in numbers:
        inside = any(span.start <= number.span.start < span.end for span in index)
        if number.kind is kind and not inside:
            yield number


def before(text: str, span: Span, key: str) -> bool:
    """Whether one of the words `key` of the dictionary stands shortly before a span, on its line."""
    context = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    return any(word in context for word in words("privacy")[key])


def _counts(text: str, span: Span) -> bool:
    """Whether a unit follows (`13500000000元`) or a decimal."""
    after = text[span.end : span.end + 2].lstrip(" ")
    return bool(after) and (after[0] in words("privacy")["units"] or after[0] == ".")


def _masked(printed: str, kind: Kind) -> str:
    """Put stars for all but the first and last few characters; blanks and hyphens stay."""
    first, last = _KEPT[kind]
    places = [at for at, char in enumerate(printed) if char not in " -"]
    hidden = set(places[first : len(places) - last])
    return "".join("*" if at in hidden else char for at, char in enumerate(printed))
