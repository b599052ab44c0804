"""Quotation marks and brackets that have no partner, and pairs of quotation marks turned round."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby, pairwise

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.topics.sentences import RunningText, running_text

# Every pair by its opening mark; half-width brackets stand for full-width ones too.
PAIRS = {"“": "”", "‘": "’", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
_PARTNER = PAIRS | {close: opening for opening, close in PAIRS.items()} | {"（": "）", "）": "（"}
_QUOTES = frozenset("“‘")
_ENUMERATOR = compiled(
    r"(?:^|[\s。；;：:，,、])(?:[0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十①-⑳]{1,2})$"
)
# A pair may reach over this many paragraphs.
_LINES = 3
# A quotation turned round is at most this long; between marks further apart something is missing.
_LONGEST_QUOTE = 15
_CLAUSE_END = compiled("[。；;，,！？\n]")


class Loose(NamedTuple):
    """A mark without a partner, at an offset of the running text."""

    offset: int
    mark: str

    @property
    def opens(self) -> bool:
        """Whether this is an opening mark."""
        return self.mark in PAIRS or self.mark == "（"

    @property
    def partner(self) -> str:
        """The mark that is missing."""
        return _PARTNER.get(self.mark, self.mark)


class Marks(NamedTuple):
    """What is wrong with the marks of a text: partners missing, and quotations turned round."""

    loose: tuple[Loose, ...]
    turned: tuple[tuple[Loose, Loose], ...]


def are_faulty(report: Report) -> bool:
    """Whether something is wrong with the marks of a report."""
    return any(faulty_marks(running_text(report)))


@once
def faulty_marks(running: RunningText) -> Marks:
    """Return the faulty marks of a text, in order of place; kept for the next rule that asks."""
    text = running.text.replace("（", "(").replace("）", ")")
    loose: list[Loose] = []
    turned: list[tuple[Loose, Loose]] = []
    for opening, closing in PAIRS.items():
        if (opening not in text and closing not in text) or _in_order(text, opening, closing):
            continue
        found = sorted(_without_partner(running, text, opening, closing))
        for _, group in groupby(found, key=lambda it: running.block(it.offset)):
            marks = list(group)
            pairs = _turned(text, marks) if opening in _QUOTES else []
            turned += pairs
            paired = {mark for pair in pairs for mark in pair}
            loose += [mark for mark in marks if mark not in paired]
    if '"' in text:
        loose += _odd_straight_quotes(running, loose)
    return Marks(tuple(sorted(loose)), tuple(sorted(turned)))


def _in_order(text: str, opening: str, closing: str) -> bool:
    """Whether the marks simply alternate, each pair on one line: the usual case, quickly told."""
    head, *rest = text.split(opening)
    return closing not in head and all(
        piece.count(closing) == 1 and "\n" not in piece[: piece.index(closing)] for piece in rest
    )


def _without_partner(
    running: RunningText, text: str, opening: str, closing: str
) -> Iterator[Loose]:
    opened: list[int] = []
    for match in compiled(f"[{re.escape(opening + closing)}]").finditer(text):
        at = match.start()
        before = text[max(0, at - 4) : at]
        if match[0] == opening:
            opened.append(at)
        elif opened and running.block(at) - running.block(opened[-1]) <= _LINES:
            opened.pop()
        elif not (closing == ")" and _ENUMERATOR.search(before)) and not _is_apostrophe(text, at):
            yield Loose(at, running.text[at])
    for at in opened:
        yield Loose(at, running.text[at])


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[max(0, at - 1) : at].isascii()


def _turned(text: str, marks: list[Loose]) -> list[tuple[Loose, Loose]]:
    """The pairs among the loose quotation marks of a paragraph that enclose a few words."""
    if len(marks) % 2:
        return []
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    return [pair for pair in pairs if _encloses(text[pair[0].offset + 1 : pair[1].offset])]


def _encloses(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_QUOTE and not _CLAUSE_END.search(words)


def _odd_straight_quotes(running: RunningText, loose: Iterable[Loose]) -> Iterator[Loose]:
    """The last straight quote of each paragraph that has an odd number of them.

    Where a curly one is loose too, the two are a pair of mixed style; two odd paragraphs that follow
    each other share a quotation.
    """
    lines = [0, *accumulate(len(line) + 1 for line in running.text.split("\n"))]
    odd = [pair for pair in pairwise(lines) if running.text.count('"', *pair) % 2]
    blocks = [running.block(start) for start, _ in odd]
    shared = {it for pair in pairwise(blocks) if pair[1] - pair[0] <= _LINES for it in pair}
    curly = {running.block(it.offset) for it in loose if it.mark in "“”"}
    for (start, end), block in zip(odd, blocks, strict=True):
        if block not in shared | curly:
            yield Loose(running.text.rindex('"', start, end), '"')
