"""The paragraphs of a report as one running text: what rules on wording and punctuation scan.

A rule looks for its words once in the whole instead of once in every paragraph, and never sees the
cells of a table. Where a page or a PDF was turned into text with its lines broken at a fixed width,
the lines of a paragraph are put together again.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from disclosure_lint.patterns import compiled
from disclosure_lint.records import once
from disclosure_lint.report import Prose, Report
from disclosure_lint.source import Span
from disclosure_lint.syntax import LineKind

# The first of several is told apart: a pattern that begins with a repetition is looked for slowly.
_END = compiled(r"[。！？!?\n][。！？!?\n]*")
_FIGURE = compiled("[0-9][0-9]*")
# Lines are broken at a width when so many are as long as the longest, but for a few characters.
_FULL_LINES = 3
_SLACK = 2
_NARROWEST = 15


class RunningText:
    """Paragraphs joined by line feeds, and the way back to the source. Offsets are those of `text`.

    `starts` says where each paragraph begins. `blocks` numbers what belongs together: paragraphs of
    the same number are broken lines of one, joined by nothing.
    """

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Prose, ...],
        starts: Sequence[int],
        blocks: Sequence[int],
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.starts = starts
        self.blocks = blocks

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of a piece of the text; it may reach over paragraphs."""
        return Span(
            self._source(start), self._source(end - 1) + 1 if end > start else self._source(end)
        )

    def index(self, offset: int) -> int:
        """Return the number, from 0, of the paragraph that an offset stands in."""
        return bisect_right(self.starts, offset) - 1

    def block(self, offset: int) -> int:
        """Return the number of the whole paragraph that an offset stands in."""
        return self.blocks[self.index(offset)]

    def goes_on(self, number: int) -> bool:
        """Whether the line of a number is one that was broken off from the next."""
        return number + 1 < len(self.blocks) and self.blocks[number] == self.blocks[number + 1]

    def paragraph(self, offset: int) -> Prose:
        """Return the paragraph that an offset stands in."""
        return self.paragraphs[self.index(offset)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return where the sentence around an offset begins and ends; its closing mark belongs to it."""
        at = bisect_right(self._ends, offset)
        return (
            self._ends[at - 1] if at else 0,
            self._ends[at] if at < len(self._ends) else len(self.text),
        )

    def around(self, offset: int) -> str:
        """Return the sentence around an offset."""
        start, end = self.sentence(offset)
        return self.text[start:end]

    @cached_property
    def figures(self) -> tuple[tuple[int, int], ...]:
        """Where each row of digits begins and ends."""
        return tuple([match.span() for match in _FIGURE.finditer(self.text)])

    def _source(self, offset: int) -> int:
        at = self.index(offset)
        return self.paragraphs[at].span.start + offset - self.starts[at]

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _END.finditer(self.text)]


@once
def running_text(report: Report) -> RunningText:
    """Return the words of a report; made once and kept for the rules that follow."""
    paragraphs = report.prose
    if not paragraphs:
        return RunningText("", (), (), ())
    texts = [it.text for it in paragraphs]
    broken = _broken_lines(paragraphs, [*map(len, texts)])
    if not broken:
        starts = accumulate([len(text) + 1 for text in texts[:-1]], initial=0)
        return RunningText("\n".join(texts), paragraphs, [*starts], range(len(texts)))
    pieces = [text if at in broken else text + "\n" for at, text in enumerate(texts)]
    starts = accumulate(map(len, pieces[:-1]), initial=0)
    blocks = accumulate([at not in broken for at in range(len(pieces) - 1)], initial=0)
    return RunningText("".join(pieces)[:-1], paragraphs, [*starts], [*blocks])


def _broken_lines(paragraphs: tuple[Prose, ...], lengths: list[int]) -> set[int]:
    """The numbers of the lines that were broken off from the next, where lines are broken at a width."""
    width = max(lengths, default=0)
    if width < _NARROWEST:
        return set()
    full = [at for at, length in enumerate(lengths) if length >= width - _SLACK]
    if len(full) < _FULL_LINES:
        return set()
    return {at for at in full if _goes_on(*paragraphs[at : at + 2])}


def _goes_on(line: Prose, after: Prose | None = None) -> bool:
    """Whether a full line goes on in the next one."""
    if after is None or line.text[-1] in "。！？!?":
        return False
    return after.kind is LineKind.TEXT and after.section is line.section
