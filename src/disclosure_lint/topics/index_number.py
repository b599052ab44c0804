"""Index numbers (索引号): their parts and the check characters of the code in front.

The code is an organisation code of 9 characters (GB 11714) or a unified social credit code of 18
(GB 32100); many sites number their organs in ways of their own.
"""

from functools import lru_cache

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple

_PARTS = r"([0-9A-Za-z]+)([/-])(\d{4})(\d{2})?-(\d+)"
_ORGANISATION = r"[0-9A-Z]{8}[0-9X]"
_CREDIT = r"[0-9]{8}[0-9A-HJ-NPQRTUWXY]{10}"
_STANDARD = r"[0-9A-Z]{8}[0-9X]/\d{4}-\d{5}|[0-9A-HJ-NPQRTUWXY]{18}/\d{4}(?:\d{2})?-\d{4,8}"
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
# A code of one or two digits, or of one short piece over and over; words of a program.
_REPEATED = r"(.{1,4}?)\1{2,}|0+\d{1,2}"
_WORDS = ("null", "undefined", "test", "xxx", "none")
_FEW_SIGNS = 3
_LONG = 16
# The first two digits of the district codes of GB/T 2260 by province.
_PROVINCES = frozenset(
    [*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)]
)


class IndexNumber(NamedTuple):
    """The parts of an index number: the publisher's code, the year, the serial number."""

    code: str
    year: int
    serial: str


@lru_cache(maxsize=16)
def split_index(text: str) -> IndexNumber | None:
    """Return the parts of a folded index number, or None for other schemes."""
    match = compiled(_PARTS).fullmatch(text)
    return IndexNumber(match[1], int(match[3]), match[5]) if match else None


@lru_cache(maxsize=16)
def is_standard(text: str) -> bool:
    """Whether a folded index number has one of the two usual forms (9 or 18 characters in front)."""
    return compiled(_STANDARD).fullmatch(text) is not None


@lru_cache(maxsize=16)
def is_dummy(text: str) -> bool:
    """Whether a folded index number was never filled in: zeros, a pattern, `null`, serial 00000."""
    code, _, rest = text.partition("/")
    if any(word in text.lower() for word in _WORDS) or compiled(_REPEATED).fullmatch(code):
        return True
    if len(code) >= _LONG and len(set(code)) <= _FEW_SIGNS:
        return True
    serial = rest.rpartition("-")[2]
    return bool(serial) and not serial.strip("0")


def is_credit_code(code: str) -> bool:
    """Whether a code has the form of a unified social credit code; its check character is not looked at."""
    return compiled(_CREDIT).fullmatch(code) is not None


def is_organisation_code(code: str) -> bool:
    """Whether a code has the form of an organisation code and may be one.

    Nine digits that begin like a district (620702 + 078) or end in zeros are numbers of a site's own.
    """
    if not compiled(_ORGANISATION).fullmatch(code):
        return False
    return not (code.isdigit() and (int(code[:2]) in _PROVINCES or code.endswith("000")))


def organisation_check(code: str) -> str:
    """Return the check character of an organisation code by its first 8 characters (GB 11714)."""
    total = sum(int(char, 36) * weight for char, weight in zip(code[:8], _WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


def credit_check(code: str) -> str:
    """Return the check character of a unified social credit code by its first 17 characters (GB 32100)."""
    from stdnum.cn import uscc  # noqa: PLC0415 - most index numbers do not need it

    return str(uscc.calc_check_digit(code[:17]))
