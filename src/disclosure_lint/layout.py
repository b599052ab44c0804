"""Any layout to one stream of cells: strips, one a printed line, each cell with its place.

Reports circulate as rows of bars, as grids, with a line for each cell, with tabs, as PDF text with
blanks, even with all cells run together. There is no reader for each of these: the words of the
forms are fixed, so every line is cut where the known labels and the figures allow, and the binder
finds the rows in what comes out.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from disclosure_lint.cutting import by_blanks, glued, glued_like_others, is_long_row
from disclosure_lint.labels import LabelIndex
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, made
from disclosure_lint.syntax import Block, Cell, Paragraph, Row
from disclosure_lint.text import any_figure, fold, parted
from disclosure_lint.values import looks_like_value

_SENTENCE = compiled(r"[。；;！？]")
# No row and no label ends with one.
STOPS = frozenset("。；;！？")
_PAGE_MARK = compiled(
    r"[-—–\s]*(?:第\s*)?\d{1,4}\s*(?:页|/\s*\d{1,4})?[-—–\s]*(?:共\s*\d+\s*页)?|Page\s*\d+.*",
    re.IGNORECASE,
)
_RULE_CELL = compiled(r":?-{2,}:?")
# No section of a report has so many cells.
MOST_CELLS = 10_000
# A line longer than this is prose, whatever stands in it.
_LONGEST_CELL = 70


class How(StrEnum):
    """How the cells of a line are parted."""

    BARS = "bars"
    TABS = "tabs"
    LINE = "line"
    BLANKS = "blanks"
    GLUED = "glued"


class Strip(NamedTuple):
    """The cells of one printed line.

    `pads` counts the separators of its closing run; `closed` says that a separator ends the line, so
    that the next line cannot go on with its last cell; `separator` marks the `|---|` line of
    Markdown, `prose` a line of words that is no cell, `page` one with a page number. `words` are those
    of a row as `Row` has them.
    """

    pieces: tuple[Cell, ...]
    how: How
    pads: int = 0
    led: bool = False
    closed: bool = False
    separator: bool = False
    prose: bool = False
    page: bool = False
    words: tuple[str, ...] = ()


_PROSE = Strip((), How.LINE, prose=True)
_PAGE = Strip((), How.LINE, page=True)


def strips(blocks: Iterable[Block], index: LabelIndex) -> list[Strip]:
    """Return the strips of a run of blocks, cells that a line break cut put together again."""
    found = _joined([_strip(block, index) for block in blocks], index)
    if any(strip.how is How.GLUED for strip in found):
        found = [_unglued(strip, index) for strip in found]
    return found


def _unglued(strip: Strip, index: LabelIndex) -> Strip:
    """Among glued lines one that could not be cut before is cut with less certainty."""
    if strip.how is How.LINE and len(strip.pieces) == 1:
        pieces = glued_like_others(strip.pieces[0], index)
        if len(pieces) > 1:
            return Strip(pieces, How.GLUED)
    return strip


def _strip(block: Block, index: LabelIndex) -> Strip:
    if isinstance(block, Row):
        return _row(block)
    if block.text[-1] in STOPS:
        return _PROSE
    if len(block.text) <= _LONGEST_CELL:
        return _short(block, index)
    block = block._replace(text=parted(block.text))
    if is_long_row(block.text) and (pieces := by_blanks(block, index)):
        return Strip(pieces, How.BLANKS)
    pieces = glued(block, index)
    return Strip(pieces, How.GLUED) if pieces else _PROSE


def _short(line: Paragraph, index: LabelIndex) -> Strip:
    """A line that is short enough for a cell: one cell, several, a page number, or a sentence."""
    text = line.text
    cell = made(Cell, (text, *line.span))
    whole = made(Strip, ((cell,), How.LINE, 0, False, False, False, False, False, ()))
    figured = text[-1].isdigit()  # no label ends with a figure
    if text.isdigit() or (not figured and fold(text) in index.refs):
        return whole
    line = line._replace(text=parted(text))
    text = line.text
    blanks = " " in text or "\u3000" in text
    if blanks and not _is_page_mark(text) and (pieces := by_blanks(line, index)):
        return Strip(pieces, How.BLANKS)
    if looks_like_value(text):
        return whole
    if _PAGE_MARK.fullmatch(text):
        return _PAGE
    if pieces := glued(line, index):
        return Strip(pieces, How.GLUED)
    return _PROSE if _SENTENCE.search(text) else whole


def _is_page_mark(text: str) -> bool:
    """Whether `- 3 -` is a page's number: `0 -` and `0 / 0` are values."""
    paired = text[0].isdigit() == text[-1].isdigit()
    return paired and "/" not in text and _PAGE_MARK.fullmatch(text) is not None


def _row(row: Row) -> Strip:
    how = How.TABS if row.tabs else How.BARS
    pieces, _, pads, led, closed, _, words = row
    if pieces and pieces[-1][0].isdigit():  # the commonest row: no rule of Markdown
        return made(Strip, (row.cells, how, pads, led, closed, False, False, False, words))
    filled = [cell.text for cell in row.cells if cell.text]
    ruled = filled and all(_RULE_CELL.fullmatch(text) for text in filled) and not row.tabs
    if ruled and (len(filled) > 1 or row.led):
        return Strip((), how, separator=True)
    return Strip(row.cells, how, row.pads, row.led, row.closed, words=row.words)


def _joined(found: list[Strip], index: LabelIndex) -> list[Strip]:
    """Put together labels that a line break cut: `商业` and `企业 |`, `本年新` and `制作数量`."""
    done: list[Strip] = []
    for strip in found:
        if strip.page:
            continue
        last = done[-1] if done else _PAGE
        apart = last.closed or not strip.pieces or strip.pieces[0][0].isdigit()
        whole = None if apart else _join(last, strip, index)
        if last.how is How.BLANKS:
            whole = whole or _wrapped(last, strip, index)
            row = None if whole or len(done) < 2 else _around(done[-2], last, strip, index)
            if row:
                done.pop()
                whole = row
        if whole:
            done[-1] = whole
        else:
            done.append(strip)
    return done


def _join(last: Strip, strip: Strip, index: LabelIndex) -> Strip | None:
    if not last.pieces:
        return None
    left, right = last.pieces[-1], strip.pieces[0]
    if not right.text or left.text.isdigit():
        return None
    if (before := fold(left.text)) not in index.beginnings:
        return None
    whole = before + fold(right.text)
    if whole not in index.refs and (
        whole not in index.beginnings or before in index.refs or fold(right.text) in index.refs
    ):
        return None
    joined = Cell(left.text + right.text, left.start, right.end)
    how = strip.how if last.how is How.LINE else last.how
    return Strip(
        (*last.pieces[:-1], joined, *strip.pieces[1:]),
        how,
        strip.pads,
        last.led or strip.led,
        strip.closed,
    )


def _wrapped(last: Strip, strip: Strip, index: LabelIndex) -> Strip | None:
    """Put the rest of a wrapped label to its beginning, where the figures stand on the first line."""
    if strip.how is not How.LINE or len(strip.pieces) != 1:
        return None
    words = [at for at, piece in enumerate(last.pieces) if not looks_like_value(piece.text)]
    if not words:
        return None
    label = last.pieces[words[-1]]
    text = label.text + strip.pieces[0].text
    if fold(label.text) in index.refs or fold(text) not in index.refs:
        return None
    pieces = list(last.pieces)
    pieces[words[-1]] = label._replace(text=text)
    return last._replace(pieces=tuple(pieces), words=())


def _around(before: Strip, figures: Strip, strip: Strip, index: LabelIndex) -> Strip | None:
    """Put together a label with a line over its figures and one under them, which stand at its middle."""
    if strip.how is not How.LINE or len(strip.pieces) != 1 or not before.pieces:
        return None
    if not all(looks_like_value(piece.text) for piece in figures.pieces):
        return None
    label = before.pieces[-1]
    text = label.text + strip.pieces[0].text
    if fold(label.text) in index.refs or fold(text) not in index.refs:
        return None
    return Strip((*before.pieces[:-1], label._replace(text=text), *figures.pieces), How.BLANKS)


class Words(NamedTuple):
    """What a strip says without its places, each figure as `0`; the fields are those of `Strip`."""

    texts: tuple[str, ...]
    how: How
    pads: int = 0
    led: bool = False
    closed: bool = False
    separator: bool = False
    prose: bool = False


def words_of(strip: Strip) -> Words:
    """Return the words of a strip."""
    texts = strip.words or tuple([any_figure(piece.text) for piece in strip.pieces])
    return made(Words, (texts, *strip[1:7]))


def are_usual(lines: Sequence[Words]) -> bool:
    """Whether words are no more than a report has: what they tell may be kept for the next one."""
    return sum([len(line.texts) or 1 for line in lines]) <= MOST_CELLS


def name(lines: Sequence[Words]) -> str:
    """Return the name of the layout that the words of a report's tables are in."""
    return _kept_name(tuple(lines)) if are_usual(lines) else _name(lines)


def _name(found: Sequence[Words]) -> str:
    lines = [line for line in found if not line.prose]
    wide = [line for line in lines if len(line.texts) > 1]
    bars = [line for line in wide if line.how is How.BARS]
    if any(line.separator for line in lines):
        return "markdown"
    for how, title in ((How.TABS, "tabs"), (How.GLUED, "glued"), (How.BLANKS, "pdf-text")):
        if sum(line.how is how for line in wide) * 2 > len(lines):
            return title
    if len(bars) * 2 > len(lines):
        return _name_of_bars(bars)
    single = [line for line in lines if line.how is How.BARS and len(line.texts) <= 1]
    if len(single) * 3 > len(lines):
        alone = sum(not line.texts for line in single)
        return "pipe-on-own-line" if alone * 3 > len(single) * 2 else "broken-cell"
    return "mixed" if bars else "cell-per-line"


_kept_name = lru_cache(maxsize=128)(_name)


def _name_of_bars(bars: list[Words]) -> str:
    led = sum(line.led for line in bars) * 2 > len(bars)
    blanks = sum(not left and bool(right) for line in bars for left, right in pairwise(line.texts))
    widths = {len(line.texts) for line in bars if len(line.texts) > 4}
    if blanks and led and len(widths) <= 3:
        return "grid"
    if led:
        return "leading-pipe"
    return "pipe-rows" if any(line.pads for line in bars) else "bare-pipes"
