"""What is printed between the rows of a table: captions and notes, which bind no figure.

The binder needs only labels and heads. Whether a block's caption and the note about relations stand
over the rows is read here, from the text before the first row of each block.
"""

import re
from functools import cache, lru_cache

from disclosure_lint.edition import BlockForm
from disclosure_lint.patterns import compiled
from disclosure_lint.records import once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.table import BoundHead, BoundRow, BoundTable, Match
from disclosure_lint.text import fold
from disclosure_lint.topics.wording import lost_end
from disclosure_lint.words import words

# What stands before a table is looked at so far back.
_BEFORE = 300
# A printed caption or note is at least so much like the form's.
_ALIKE = 0.6

_PIECE = r"[^|\t\n\r]*[^|\t\n\r\s]"


@lru_cache(maxsize=16)
def frames(table: BoundTable, report: Report) -> tuple[tuple[BlockForm, Span], ...]:
    """Return the blocks of the form that are printed, each with the span of text before its first row."""
    start = _beginning(table, report)
    found: list[tuple[BlockForm, Span]] = []
    seen: set[int] = set()
    for row in table.rows:
        if row.form is None:
            continue
        if row.form.block not in seen:
            seen.add(row.form.block)
            found.append((table.form.blocks[row.form.block], Span(start, row.span.start)))
        start = row.span.end
    return tuple(found)


def _beginning(table: BoundTable, report: Report) -> int:
    """Where the text before a table's first row may begin: after a heading, after another table."""
    ends = [it.section.heading.end for it in report.sections]
    ends += [other.span.end for other in report.tables if other is not table]
    ends.append(max(0, table.span.start - _BEFORE))
    return max(end for end in ends if end <= table.span.start)


def stands(words: str, span: Span, report: Report) -> bool:
    """Whether words stand in a span; breaks between cells and lines do not count."""
    text = report.source.slice(span)
    return words in text or fold(words) in fold(text.replace("|", ""))


def nearest(words: str, span: Span, report: Report) -> tuple[str, Span] | None:
    """Return the cell or line in a span that is most like `words`, and its place; None if none is."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - imported on a miss only

    text = report.source.slice(span)
    scored = [
        (Indel.normalized_similarity(fold(match[0]), fold(words)), match)
        for match in compiled(_PIECE).finditer(text)
    ]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or score < _ALIKE:
        return None
    piece = best[0].lstrip()
    start = span.start + best.end() - len(piece)
    return piece, Span(start, start + len(piece))


def line_above(row: BoundRow, table: BoundTable, report: Report) -> Span:
    """Return what stands between the section's heading and the first figures, its last line; else the row."""
    heading = next((it for it in report.sections if it.section.number == table.section), None)
    start = heading.section.heading.end if heading else row.span.start
    lead = report.source.text[start : row.span.start].rstrip(" \t\n|")
    line = lead[lead.rfind("\n") + 1 :].lstrip()
    end = start + len(lead)
    return Span(end - len(line), end) if line else row.span


def first_line(table: BoundTable, report: Report) -> Span:
    """Return the first cell of a table: its line, up to a separator."""
    line = report.source.slice(table.span).split("\n", 1)[0].split("|", 1)[0]
    return Span(table.span.start, table.span.start + len(line.rstrip()))


def odd_heads(table: BoundTable, report: Report) -> list[BoundHead]:
    """Return the heads that are not the form's words, without those that a line break has cut in two."""
    odd = [head for head in table.heads if head.match is not Match.EXACT]
    return [head for head in odd if not _is_wrapped(head, table, report)]


def _is_wrapped(head: BoundHead, table: BoundTable, report: Report) -> bool:
    """Whether the end that a head lacks stands in a cell of its own below it: 商业 over 企业."""
    lost = lost_end(head.label, head.column.name)
    if not lost:
        return False
    end = fold(head.column.name)[-lost:]
    labels = [row.label_span.start for row in table.rows if row.label_span.start > head.span.end]
    below = report.source.text[head.span.end : min(labels, default=head.span.end)]
    return any(fold(cell) == end for cell in compiled(r"[|\t\n]").split(below))


def caption_due(span: Span, report: Report) -> str:
    """Return the caption of the form over the rows that follow a place; empty outside of tables."""
    found = (
        block.caption
        for table in report.tables
        for block, area in frames(table, report)
        if area.start <= span.start < area.end
    )
    return next(found, "")


@once
def strange_captions(report: Report) -> tuple[Span, ...]:
    """Return the places of captions with an item that no part of the form has: `第二十条第(七)项`."""
    found = _strange().finditer(report.source.text)
    return tuple(Span(*match.span()) for match in found if not report.prose_at(match.start()))


@cache
def _strange() -> re.Pattern[str]:
    law = next(it for it in words("references")["law"] if "caption_items" in it)
    items, numeral = "|".join(law["caption_items"]), "[一二三四五六七八九十]{1,3}"
    return compiled(rf"{law['caption_article']}第?[(（](?!(?:{items})[)）]){numeral}[)）]项")
