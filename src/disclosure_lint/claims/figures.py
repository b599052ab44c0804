"""Figures as prose writes them: `1,012`, `１２`, `十二`."""

from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache

from disclosure_lint.text import narrow


@lru_cache(maxsize=1024)
def figure_of(text: str) -> int | Decimal | None:
    """Return the number that `text` writes in ASCII, full-width or Chinese digits, or None."""
    folded = narrow(text).replace(",", "").replace(" ", "")
    if folded.isascii():
        return Decimal(folded) if "." in folded else int(folded)
    if folded in _spelt():
        return _spelt()[folded]
    import cn2an  # type: ignore[import-untyped] # noqa: PLC0415 - slow to import

    try:
        return int(cn2an.cn2an(folded, "smart"))
    except (ValueError, InvalidOperation):
        return None


@cache
def _spelt() -> dict[str, int]:
    """The numbers below a thousand as they are usually written."""
    digits = "一二三四五六七八九"
    ones = {"": 0} | {digit: at for at, digit in enumerate(digits, 1)}
    tens = {digit + "十" + one: 10 * ones[digit] + ones[one] for digit in digits for one in ones}
    above = {"": 0} | {"零" + digit: ones[digit] for digit in digits} | tens
    found = {
        hundred + "百" + rest: 100 * ones[hundred] + above[rest]
        for hundred in digits
        for rest in above
    }
    teens = {"十" + one: 10 + ones[one] for one in ones}
    return found | tens | teens | {digit: ones[digit] for digit in digits} | {"零": 0, "两": 2}
