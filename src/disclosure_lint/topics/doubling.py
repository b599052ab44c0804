"""Words written twice in a row."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.words import words

_HAN = compiled("[\u4e00-\u9fff]+")
_LENGTHS = (2, 3, 4)
_NAME = 2  # characters of a region's name shown before its doubled ending
_WIDTH = 16  # bits of a character in UTF-16; the few outside its first plane count as two


class Repeat(NamedTuple):
    """Where doubled words begin and end, and what remains of them."""

    start: int
    end: int
    right: str


def repeats(text: str) -> list[Repeat]:
    """Return the words that are written twice, in order; of two at one place the longer one first."""
    kinds = (_phrases, _regions, _pieces, _ends)
    found = [it for kind in kinds for it in kind(text)]
    return sorted(found, key=lambda it: (it.start, -it.end))


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


def _phrases(text: str) -> Iterator[Repeat]:
    """Fixed phrases, and single characters that are never right twice."""
    data = words("doubled")
    for phrase, right in data["phrases"].items():
        yield from (Repeat(at, at + len(phrase), right) for at in occurrences(text, phrase))
    for char in data["single"]:
        for at in occurrences(text, char * 2):
            around = text[max(0, at - 1) : at + 3]
            if not any(word in around for word in data["words"]):
                yield Repeat(at, at + 2, char)


def _regions(text: str) -> Iterator[Repeat]:
    """云溪乡乡人民政府."""
    data = words("doubled")
    for body in data["bodies"]:
        for at in occurrences(text, body):
            if at > 1 and text[at - 1] == text[at - 2] and text[at - 1] in data["regions"]:
                start = max(at - 2 - _NAME, text.rfind("\n", 0, at) + 1)
                yield Repeat(start, at + len(body), text[start : at - 1] + body)


def _pieces(text: str) -> Iterator[Repeat]:
    data = words("doubled")
    for length in _LENGTHS:
        for at in doubled(text, length):
            piece, end = text[at : at + length], at + 2 * length
            follows = text[end : end + 1] in data["compounds"].get(piece, ())
            if piece not in data["free"]["words"] and not follows:
                yield Repeat(at, end, piece)


def _ends(text: str) -> Iterator[Repeat]:
    """The last character of a word written twice (公开开), or a measure word after a figure (31日日)."""
    data = words("doubled")
    for at in doubled(text, 1):
        word, after = text[max(0, at - 1) : at + 1], text[at + 2 : at + 3] or "\n"
        measure = word[0].isdigit() and text[at] in data["counted"]
        if after not in data["ends"].get(word, after):
            yield Repeat(at - 1, at + 2, word)
        elif measure and after not in data["counted_before"]:
            yield Repeat(at, at + 2, text[at])
