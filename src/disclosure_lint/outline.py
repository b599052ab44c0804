"""Which lines open a section. Numbered lines abound in these reports; most are something else."""

from collections.abc import Iterator, Sequence

from disclosure_lint.literals import occurrences
from disclosure_lint.opening import (
    LONGEST_TITLE,
    NUMERALS,
    TITLE_END,
    clause_number,
    is_known,
    number_alone,
    numeral,
    opening,
    title_end,
)
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Landmarks, LineKind, Paragraph
from disclosure_lint.text import BLANKS, figure, fold

# No number of a section is longer than 二十一.
_LONGEST_NUMBER = 3
_NUMERALS = frozenset(NUMERALS)
_STOPS = "。！!？?；; \t\u3000\u00a0"
# An unknown title may follow at this distance from the last number: one section may be missing.
_GAP = 2
_DASHES = "—–-"
# What stands after the label of a group of rows: a dash for a unit, the row's code.
_UNIT_OR_CODE = _DASHES + " \u30000123456789"
# A shorter label may begin a sentence.
_LABEL = 4
# So many known titles on one line say that it holds a whole report.
_SURE = 2
# A list of contents has at least so many titles, with no more than a mark and a blank line between.
_LIST = 3
_LIST_GAP = 6


class Heading(NamedTuple):
    """A place where a section begins: the index of its line, offsets, number and title as printed.

    `known` titles stand in the landmarks; `plain` ones carry no Chinese numeral (`1.总体情况`).
    """

    line: int
    start: int
    number: str
    title: Span
    text: str
    known: bool
    plain: bool


def headings(lines: list[Block], marks: Landmarks) -> list[Heading]:
    """Return the headings of the sections, in order of place.

    A known title counts unless it stands in a list of contents. An unknown one counts where its
    number continues the series and no known title has that number, so that `一、加强领导` inside a
    section stays a line of that section.
    """
    found = _without_contents(list(_candidates(lines, marks)), lines)
    numbers = {head.number for head in found if head.known and not head.plain}
    titles = {fold(head.text) for head in found if head.known and not head.plain}
    chosen: list[Heading] = []
    last = 0
    for head in found:
        value = numeral(head.number)
        # Among numbered headings `(一)主动公开政府信息情况` is a clause of a section: its number says so.
        proper = marks.official.get(fold(head.text))
        clause = head.plain and bool(numbers and head.number) and not _same(head.number, proper)
        if clause or (head.plain and fold(head.text) in titles):
            continue
        if head.known:
            last = last + 1 if head.plain else value
        elif head.number in numbers or not last < value <= last + _GAP:
            continue
        else:
            last = value
        chosen.append(head)
    return chosen


def _same(number: str, proper: str | None) -> bool:
    """Whether a number, in digits or characters, is the section's own."""
    value = int(number) if number.isdigit() else numeral(number)
    return proper is not None and value == numeral(proper)


def _candidates(lines: list[Block], marks: Landmarks) -> Iterator[Heading]:
    clause = 0
    for at, line in enumerate(lines):
        if not isinstance(line, Paragraph):
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        head = _head(line, at, marks, after)
        # `(六)其他需要报告的事项` after a clause (五) is the next clause, whatever its words.
        before, clause = clause, clause_number(line) or clause
        if head and not (head.plain and before and numeral(head.number) == before + 1):
            yield _numbered(head, lines[at - 1]) if at and not head.number else head
            clause = 0
        if len(line.text) > LONGEST_TITLE // 2:
            yield from _inline(line, at, marks)


def _numbered(head: Heading, before: Block) -> Heading:
    """A title with the number that has a line of its own before it."""
    number = number_alone(before) if isinstance(before, Paragraph) else ""
    if not number:
        return head
    start = before.span.start
    return head._replace(line=head.line - 1, start=start, number=number, plain=False)


def _head(line: Paragraph, at: int, marks: Landmarks, after: Block | None) -> Heading | None:
    """The section that a line, or its beginning, opens."""
    found = opening(line, marks)
    if found is None:
        return None
    number, first, title, end, known, plain = found
    if (_is_label if known else _opens_row)(line, end, marks, after):
        return None
    base = line.span.start
    place = Span(base + first, base + first + len(title))
    return Heading(at, base, number, place, title, known, plain)


def _opens_row(line: Paragraph, _: int, marks: Landmarks, after: Block | None) -> bool:
    """`一、本年新收政府信息公开申请数量` on a line of its own is a row of a table, not a heading."""
    folded = fold(line.text).rstrip(_DASHES)
    if folded in marks.label_beginnings or line.text[-1].isdigit():
        return True
    return isinstance(after, Paragraph) and figure(after.text) is not None


def _is_label(line: Paragraph, end: int, marks: Landmarks, after: Block | None) -> bool:
    """Whether a title stands for a group of rows (`一、主动公开情况 —— 01`): a cell or a row follows."""
    if fold(line.text[:end]) not in marks.labels:
        return False
    if line.text[end:].strip():
        return not line.text[end:].strip(_UNIT_OR_CODE)
    if isinstance(after, Paragraph):
        words = fold(after.text).strip(_DASHES)
        return figure(words or "0") is not None or _begins_with_label(words, marks)
    if after is None:
        return False
    first = fold(next((cell.text for cell in after.cells if cell.text), ""))
    return not first or (first.startswith("(一)") and _begins_with_label(first, marks))


def _begins_with_label(words: str, marks: Landmarks) -> bool:
    return any(words.startswith(label) for label in marks.labels if len(label) >= _LABEL)


def _inline(line: Paragraph, at: int, marks: Landmarks) -> Iterator[Heading]:
    """Titles inside a long line: `…至12月31日止。一、总体情况 2022年…`.

    Known ones; and, in a whole report on one line, unknown ones whose numbers go on with the series.
    """
    text, base = line.text, line.span.start
    found = []
    for start, number, first in _inline_numbers(text):
        if start and text[start - 1] not in _STOPS:
            continue
        end = title_end(text, first, marks)
        known = end is not None and is_known(fold(text[first:end]), marks)
        if not known:
            stop = TITLE_END.search(text, first, first + LONGEST_TITLE)
            end = stop.start() if stop else None
        if end is not None and (start or not known):
            span = Span(base + first, base + end)
            words = text[first:end]
            found.append(Heading(at, base + start, number, span, words, known, plain=False))
    whole = sum(head.known for head in found) >= _SURE and _is_series(found)
    yield from (head for head in found if head.known or whole)


def _inline_numbers(text: str) -> Iterator[tuple[int, str, int]]:
    """Each `十二、` with words after it: where the number stands, the number, and where the words begin."""
    for end in occurrences(text, "、"):
        start = end
        while text[start - 1 : start] in _NUMERALS and end - start <= _LONGEST_NUMBER:
            start -= 1
        if 0 < end - start <= _LONGEST_NUMBER:
            first = end + 1
            while text[first : first + 1] in BLANKS and first < len(text):
                first += 1
            if first < len(text) and text[first] != "|" and not text[first].isspace():
                yield start, text[start:end], first


def _is_series(found: list[Heading]) -> bool:
    """Whether headings are numbered from one on, none left out."""
    return [numeral(head.number) for head in found] == [*range(1, len(found) + 1)]


def _without_contents(found: list[Heading], lines: Sequence[Block]) -> list[Heading]:
    """Drop lists of contents: three titles or more in a row that all come again later."""
    last = {fold(head.text): at for at, head in enumerate(found)}
    run: list[int] = []
    listed: set[int] = set()
    for at, head in enumerate(found):
        again = last[fold(head.text)] > at
        if run and (not again or not _goes_on(found[run[-1]], head, lines)):
            run = []
        if again:
            run.append(at)
        if len(run) == _LIST:
            listed.update(run)
        elif len(run) > _LIST:
            listed.add(at)
    return [head for at, head in enumerate(found) if at not in listed]


def _goes_on(before: Heading, head: Heading, lines: Sequence[Block]) -> bool:
    """Whether nothing but entries of a list of contents, `(一)主动公开情况 … 2`, stand between two titles."""
    between = lines[before.line + 1 : head.line]
    if not between:
        return head.start - before.title.end <= _LIST_GAP
    clauses = [it for it in between if isinstance(it, Paragraph) and it.kind is LineKind.CLAUSE]
    short = all(len(it.text) <= LONGEST_TITLE and it.text[-1] not in "。；;" for it in clauses)
    return len(clauses) == len(between) and short
