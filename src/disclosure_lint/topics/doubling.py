"""Words written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.patterns import compiled

_HAN = compiled("[\u4e00-\u9fff]+")
_WIDTH = 16  # bits of a character in UTF-16; the few outside its first plane count as two


def doubled(text: str, length: int) -> Iterator[int]:
    """Yield the offsets where `length` Han characters are followed by the same ones.

    The text is laid over itself, moved by `length`, as one big number: where the two agree for
    `length` places there is a doubled word. That is a few operations instead of a look at every place.
    """
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) != 2 * len(text):
        text = compiled("[^\u0000-\uffff]").sub("\ufffd", text)
        data = text.encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(data, "little")
    same = (number ^ (number >> _WIDTH * length)).to_bytes(len(data), "little")
    run = bytes(2 * length)
    at = same.find(run)
    while at >= 0:
        offset, odd = divmod(at + 1, 2)
        if odd and _HAN.fullmatch(text, offset, offset + 2 * length):
            yield offset
            at = same.find(run, at + 2 * length)
        else:
            at = same.find(run, at + 1)
