"""The paragraphs of a report as one running text: what rules on wording and punctuation scan.

A rule looks for its words once in the whole instead of once in every paragraph, and never sees the
cells of a table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from disclosure_lint.report import Prose, Report
from disclosure_lint.source import Span

_END = re.compile(r"[。！？!?\n]+")


@dataclass(frozen=True, eq=False)
class RunningText:
    """Paragraphs joined by line feeds, and the way back to the source. Offsets are those of `text`."""

    text: str
    paragraphs: tuple[Prose, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of a piece of the text; it may reach over paragraphs."""
        return Span(
            self._source(start), self._source(end - 1) + 1 if end > start else self._source(end)
        )

    def index(self, offset: int) -> int:
        """Return the number, from 0, of the paragraph that an offset stands in."""
        return bisect_right(self.starts, offset) - 1

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

    def _source(self, offset: int) -> int:
        at = self.index(offset)
        return self.paragraphs[at].span.start + offset - self.starts[at]

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _END.finditer(self.text)]


@lru_cache(maxsize=4)
def running_text(report: Report) -> RunningText:
    """Return the words of a report; made once and kept for the rules that follow."""
    paragraphs = report.prose
    starts = []
    at = 0
    for paragraph in paragraphs:
        starts.append(at)
        at += len(paragraph.text) + 1
    return RunningText("\n".join([it.text for it in paragraphs]), paragraphs, tuple(starts))
