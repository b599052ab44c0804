"""Words written twice in a row."""

from collections.abc import Iterator

from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.words import words

_HAN = compiled("[\u4e00-\u9fff]+")
_LENGTHS = (1, 2, 3, 4)
_NAME = 2  # characters of a region's name shown before its doubled ending
_BYTES = 4  # of a character in UTF-32


class Repeat(NamedTuple):
    """Where doubled words begin and end, and what remains of them."""

    start: int
    end: int
    right: str


def repeats(text: str) -> list[Repeat]:
    """Return the words that are written twice, in order; of two at one place the longer one first."""
    found = [*_phrases(text)]
    for length, places in doubled(text).items():
        if places and length > 1:
            found += _pieces(text, places, length)
        elif places:
            found += [*_single(text, places), *_regions(text, places), *_ends(text, places)]
    return sorted(found, key=lambda it: (it.start, -it.end))


def doubled(text: str) -> dict[int, list[int]]:
    """Return, for each length, the offsets where so many Han characters are followed by the same ones.

    The text is laid over itself, moved by the length, as one big number: where the two agree for as
    many places there is a doubled word. That is a few operations instead of a look at every place.
    One byte of each character is enough to tell where to look.
    """
    data = text.encode("utf-32-le", "surrogatepass")[::_BYTES]
    number = int.from_bytes(data, "little")
    found = {}
    for length in _LENGTHS:
        same = (number ^ (number >> 8 * length)).to_bytes(len(data), "little")
        found[length] = [*_runs(text, same, length)] if bytes(length) in same else []
    return found


def _runs(text: str, same: bytes, length: int) -> Iterator[int]:
    run = bytes(length)
    at = same.find(run)
    while at >= 0:
        middle, end = at + length, at + 2 * length
        if text[at:middle] == text[middle:end] and _HAN.fullmatch(text, at, end):
            yield at
            at = same.find(run, middle)
        else:
            at = same.find(run, at + 1)


def _phrases(text: str) -> Iterator[Repeat]:
    """Fixed phrases."""
    phrases = words("doubled")["phrases"]
    for phrase in filter(text.__contains__, phrases):
        for at in occurrences(text, phrase):
            yield Repeat(at, at + len(phrase), phrases[phrase])


def _pieces(text: str, places: list[int], length: int) -> Iterator[Repeat]:
    data = words("doubled")
    for at in places:
        piece, end = text[at : at + length], at + 2 * length
        follows = text[end : end + 1] in data["compounds"].get(piece, ())
        if piece not in data["free"]["words"] and not follows:
            yield Repeat(at, end, piece)


def _single(text: str, places: list[int]) -> Iterator[Repeat]:
    """Single characters that are never right twice."""
    data = words("doubled")
    for char in {text[at] for at in places if text[at] in data["single"]}:
        for at in occurrences(text, char * 2):
            around = text[max(0, at - 1) : at + 3]
            if not any(word in around for word in data["words"]):
                yield Repeat(at, at + 2, char)


def _regions(text: str, places: list[int]) -> Iterator[Repeat]:
    """云溪乡乡人民政府."""
    data = words("doubled")
    for at in places:
        for body in data["bodies"] if text[at] in data["regions"] else ():
            if text.startswith(body, at + 2):
                start = max(at - _NAME, text.rfind("\n", 0, at) + 1)
                yield Repeat(start, at + 2 + len(body), text[start : at + 1] + body)


def _ends(text: str, places: list[int]) -> Iterator[Repeat]:
    """The last character of a word written twice (公开开), or a measure word after a figure (31日日)."""
    data = words("doubled")
    for at in places:
        word, after = text[max(0, at - 1) : at + 1], text[at + 2 : at + 3] or "\n"
        measure = word[0].isdigit() and text[at] in data["counted"]
        if after not in data["ends"].get(word, after):
            yield Repeat(at - 1, at + 2, word)
        elif measure and after not in data["counted_before"]:
            yield Repeat(at, at + 2, text[at])
