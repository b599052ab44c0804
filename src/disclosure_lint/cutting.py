"""Lines without separators, cut where the known labels and the figures allow: PDF text, glued cells."""

from bisect import bisect_left
from functools import lru_cache

from disclosure_lint.labels import LabelIndex
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Span
from disclosure_lint.syntax import Cell, Paragraph
from disclosure_lint.text import ANY_FIGURE, fold, strip_ordinal
from disclosure_lint.values import looks_like_value

_VALUE = r"(?:[+-]?[0-9０-９]+(?:\.[0-9]+)?[件条项个]?|[/\-—无])"
# Values at the end of a line, each after a blank.
_TAIL = compiled(rf"(?:(?<=\s)|^){_VALUE}(?:\s+{_VALUE})*\s*$")
# Values that touch: digits and marks for none.
_DIGITS = compiled(r"[0-9０-９/\-—]+(?:\.[0-9]+|无)?$")
# Among glued lines marks for none may stand between digits.
_MARKED_DIGITS = compiled(r"[0-9０-９/\-—无]+(?:\.[0-9]+)?$")
_WORD = compiled(r"\S+")
# A word that is a figure, no longer than the number of a row.
_FIGURE = compiled(r"(?<!\S)[0-9]{1,3}(?!\S)")
# The number of a row, in a table that numbers its rows.
_NUMBER = compiled(r"\d{1,3}[ \u3000]+(?=\D|\d{1,2}[.．、])")
# Unknown words between known ones are a misspelt label up to this length.
_LONGEST_SLIP = 16
# Words longer than this are prose, whatever follows them.
_LONGEST_LABEL = 70
# A line without a label that has so many cells is a row when two thirds of them are figures.
_WIDE = 5
# The longest label with its group before it and seven figures after it.
_LONGEST_ROW = 160
# Values that touch are looked for in so many characters at the end of a line: no row is longer.
_LONGEST_TAIL = 400

Found = list[tuple[str, int]]


def is_long_row(text: str) -> bool:
    """Whether a line too long for a cell is a row: a label's length of words, then five values or more."""
    if len(text) > _LONGEST_ROW or not text[-1].isdigit() or " " not in text:
        return False
    tail = _TAIL.search(text)
    return tail is not None and tail.start() <= _LONGEST_LABEL and len(tail[0].split()) >= _WIDE


def by_blanks(line: Paragraph, index: LabelIndex) -> tuple[Cell, ...]:
    """Cut `四、结转下年度继续办理 0 0 0 0 0 0 0`, or a line of heads, at its blanks; () if that fails."""
    text, (base, _), _ = line
    ranges = _ranges(_FIGURE.sub(ANY_FIGURE, text), index)
    words = [match.span() for match in _WORD.finditer(text)] if ranges else []
    places = [(words[first][0], words[last][1]) for first, last in ranges]
    return tuple([Cell(text[start:end], base + start, base + end) for start, end in places])


@lru_cache(maxsize=2048)
def _ranges(text: str, index: LabelIndex) -> tuple[tuple[int, int], ...]:
    """The first and the last word of each cell of a line, which its figures do not decide."""
    line = Paragraph(text, Span(0, len(text)))
    row = _without_number(line, index)
    cells = _by_blanks(row, index) or (() if row is line else (Cell(row.text, *row.span),))
    starts = [match.start() for match in _WORD.finditer(text)]
    return tuple((starts.index(it.start), bisect_left(starts, it.end) - 1) for it in cells)


def _by_blanks(line: Paragraph, index: LabelIndex) -> tuple[Cell, ...]:
    text = line.text
    found, known = _words(text, index)
    named = next((at for at, (word, _) in enumerate(found) if fold(word) not in index.refs), 0)
    after = [word for word, _ in found[named:]]
    if named and after and sum(map(looks_like_value, after)) * 2 >= len(after):
        return _cells(found, line)
    if not known and len(found) >= _WIDE and _mostly_values(found):
        return _cells(found, line)
    tail = _TAIL.search(text)
    if tail is None:
        return _cells(found, line) if known * 2 >= len(found) > 1 else ()
    values = [(m[0], m.start()) for m in _WORD.finditer(text, tail.start())]
    label = found[: len(found) - len(values)]
    if not label:
        return _cells(values, line) if len(values) > 2 else ()
    words = text[: tail.start()].rstrip()
    if len(words) > _LONGEST_LABEL:
        return ()
    return _cells(_leading(words, label, index) + values, line)


def _without_number(line: Paragraph, index: LabelIndex) -> Paragraph:
    """A line without the number of its row, where a label follows that."""
    number = _NUMBER.match(line.text) if index.units else None
    if number is None:
        return line
    words = line.text[number.end() :]
    first = fold(words.split(maxsplit=1)[0])
    if first not in index.refs and first not in index.beginnings:
        return line
    return Paragraph(words, Span(line.span.start + number.end(), line.span.end))


def _mostly_values(found: Found) -> bool:
    return sum(looks_like_value(word) for word, _ in found) * 3 >= len(found) * 2


def _words(text: str, index: LabelIndex) -> tuple[Found, int]:
    """Cut text at its blanks, known labels whole, and count these; the last may be a beginning."""
    parts = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    found: Found = []
    known = at = 0
    figures = 0  # at the end: no label ends with one
    while figures < len(parts) and text[slice(*parts[-1 - figures])].isdigit():
        figures += 1
    while at < len(parts):
        start = parts[at][0]
        for end in range(len(parts) - figures, at, -1):
            if fold(text[start : parts[end - 1][1]]) in index.refs:
                known += 1
                break
        else:
            end = at + 1
            last = end == len(parts) and not figures  # a figure is not the `3` of `3.补正后…`
            known += last and at > 0 and fold(text[start:]) in index.beginnings
        found.append((text[start : parts[end - 1][1]], start))
        at = end
    return found, known


def _leading(words: str, found: Found, index: LabelIndex) -> Found:
    """Known labels at the beginning stay cells of their own; the rest is one label with blanks in it."""
    kept: Found = []
    for number, (word, at) in enumerate(found):
        if fold(word) not in index.refs:
            for later, (label, start) in enumerate(found[number:], number):
                if _is_numbered(fold(label), index):  # a piece of a group's label stands before it
                    rest = _leading(words, found[later:], index)
                    return [*kept, (words[at:start].rstrip(), at), *rest]
            last, start = found[-1]
            if start > at and fold(last) in index.units:
                return [*kept, (words[at:start].rstrip(), at), (last, start)]
            return [*kept, (words[at:], at)]
        kept.append((word, at))
    return kept


def _is_numbered(folded: str, index: LabelIndex) -> bool:
    """Whether folded words are a known label with a number before it: `2.重复申请`."""
    return folded in index.refs and strip_ordinal(folded) != folded


def glued(line: Paragraph, index: LabelIndex) -> tuple[Cell, ...]:
    """Cut `三、本年度办理结果(一)予以公开0000000`: known labels run together, then digits; () if that fails.

    The digits are one cell a digit; the binder takes them only where their number fits.
    """
    text = line.text
    tail = _DIGITS.search(text, max(0, len(text) - _LONGEST_TAIL))
    words = text[: tail.start()] if tail else text
    found = _run_together(words, index, slips=False)
    if not found or not (tail or (len(found) > 1 and _of_one_table(found, index))):
        return ()
    return _cells(found + _touching(text, len(words)), line)


def _of_one_table(found: Found, index: LabelIndex) -> bool:
    """Whether words stand in the form of one table: in `本年度处理决定数量` they are of two."""
    named = [index.find(fold(word)).tables for word, _ in found]
    known = [tables for tables in named if tables]
    return not known or bool(frozenset.intersection(*known))


def glued_like_others(cell: Cell, index: LabelIndex) -> tuple[Cell, ...]:
    """Cut a line that stands among glued ones: there unknown words and digits alone are cells too."""
    line = Paragraph(cell.text, cell.span)
    tail = _MARKED_DIGITS.search(cell.text)
    words = cell.text[: tail.start()] if tail else cell.text
    found = _run_together(words, index, slips=True)
    if not found and words:
        if not tail or len(words) > _LONGEST_LABEL:
            return ()
        found = [(words, 0)]
    return _cells(found + _touching(cell.text, len(words)), line)


def _touching(text: str, start: int) -> Found:
    values = text[start:]
    return (
        [(values, start)] if "." in values else [(it, start + at) for at, it in enumerate(values)]
    )


@lru_cache(maxsize=2048)
def _run_together(text: str, index: LabelIndex, *, slips: bool) -> Found:
    """Cut text into known labels, the longest first; `slips` allows for misspelt ones between them."""
    found: Found = []
    slip = at = 0
    while at < len(text):
        end = _longest(text, at, index)
        if not end:
            if not slips or at - slip >= _LONGEST_SLIP:
                return []
            at += 1
            continue
        if strip_ordinal(text[slip:at]):  # a number alone belongs to the label after it
            found.append((text[slip:at], slip))
            slip = at
        found.append((text[slip:end], slip))
        slip = at = end
    if slip < at and found:
        found.append((text[slip:], slip))
    return found


def _longest(text: str, at: int, index: LabelIndex) -> int:
    """The end of the longest known label that begins at `at`, or 0."""
    best = 0
    for end in range(at + 1, min(len(text), at + _LONGEST_LABEL) + 1):
        folded = fold(text[at:end])
        if folded in index.refs:
            best = end
        elif folded not in index.beginnings:
            break
    return best


def _cells(found: Found, line: Paragraph) -> tuple[Cell, ...]:
    base = line.span.start
    return tuple(Cell(word, base + at, base + at + len(word)) for word, at in found)
