"""Any layout to one stream of cells: strips, one a printed line, each cell with its place.

Reports circulate as rows of bars, as grids, with a line for each cell, with tabs, as PDF text with
blanks, even with all cells run together. There is no reader for each of these: the words of the
forms are fixed, so every line is cut where the known labels and the figures allow, and the binder
finds the rows in what comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from disclosure_lint.labels import LabelIndex
from disclosure_lint.syntax import Block, Cell, Paragraph, Row
from disclosure_lint.text import fold
from disclosure_lint.values import looks_like_value

_SENTENCE = re.compile(r"[。；;！？]")
_PAGE_MARK = re.compile(
    r"[-—–\s]*(?:第\s*)?\d+\s*(?:页|/\s*\d+)?[-—–\s]*(?:共\s*\d+\s*页)?|Page\s*\d+.*", re.IGNORECASE
)
_RULE_CELL = re.compile(r":?-{2,}:?")
_TAIL = re.compile(
    r"(?:(?<=\s)|^)(?:[+-]?\d+(?:\.\d+)?|[/\-—无])(?:\s+(?:[+-]?\d+(?:\.\d+)?|[/\-—无]))*\s*$"
)
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?$")
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
    Markdown, `prose` a line of words that is no cell.
    """

    pieces: tuple[Cell, ...]
    how: How
    pads: int = 0
    led: bool = False
    closed: bool = False
    separator: bool = False
    prose: bool = False


def strips(blocks: Iterable[Block], index: LabelIndex) -> list[Strip]:
    """Return the strips of a run of blocks, cells that a line break cut put together again."""
    found = _joined([_strip(block, index) for block in blocks], index)
    if any(strip.how is How.GLUED for strip in found):
        found = [_unglued(strip) for strip in found]
    return found


def _unglued(strip: Strip) -> Strip:
    """Among glued lines a line of digits alone is a row of figures without a label."""
    if strip.how is not How.LINE or len(strip.pieces) != 1 or not strip.pieces[0].text.isdigit():
        return strip
    piece = strip.pieces[0]
    digits = tuple(
        Cell(digit, piece.start + at, piece.start + at + 1) for at, digit in enumerate(piece.text)
    )
    return Strip(digits, How.GLUED)


def _strip(block: Block, index: LabelIndex) -> Strip:
    if isinstance(block, Row):
        return _row(block)
    text = block.text
    whole = (Cell(text, block.span.start, block.span.end),)
    short = len(text) <= _LONGEST_CELL
    if short and (fold(text) in index.refs or looks_like_value(text)):
        return Strip(whole, How.LINE)
    if short and _PAGE_MARK.fullmatch(text):
        return Strip((), How.LINE, prose=True)
    if short and (" " in text or "\u3000" in text) and (pieces := _by_blanks(block, index)):
        return Strip(pieces, How.BLANKS)
    if glued := _glued(block, index):
        return Strip(glued, How.GLUED)
    prose = not short or bool(_SENTENCE.search(text))
    return Strip(() if prose else whole, How.LINE, prose=prose)


def _row(row: Row) -> Strip:
    how = How.TABS if row.tabs else How.BARS
    filled = [cell.text for cell in row.cells if cell.text]
    ruled = filled and all(_RULE_CELL.fullmatch(text) for text in filled) and not row.tabs
    if ruled and (len(filled) > 1 or row.led):
        return Strip((), how, separator=True)
    return Strip(row.cells, how, row.pads, row.led, row.closed)


def _by_blanks(line: Paragraph, index: LabelIndex) -> tuple[Cell, ...]:
    """Cut `四、结转下年度继续办理 0 0 0 0 0 0 0`, or a line of heads, at its blanks."""
    text = line.text
    tail = _TAIL.search(text)
    words = text[: tail.start()].rstrip() if tail else text
    heads = _words(words, index) if words else []
    if heads is None:
        if not tail or len(words) > _LONGEST_CELL:
            return ()
        heads = [(words, 0)]
    values = [(m[0], m.start()) for m in re.finditer(r"\S+", text[tail.start() :])] if tail else []
    if not tail and len(heads) < 2:
        return ()
    shift = tail.start() if tail else 0
    found = heads + [(value, shift + at) for value, at in values]
    base = line.span.start
    return tuple(Cell(word, base + at, base + at + len(word)) for word, at in found)


def _words(text: str, index: LabelIndex) -> list[tuple[str, int]] | None:
    """Cut text at its blanks into known labels, the longest first; None where that cannot be done."""
    parts = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    found = []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            word = text[parts[at][0] : parts[end - 1][1]]
            if fold(word) in index.refs:
                found.append((word, parts[at][0]))
                at = end
                break
        else:
            return None
    return found


def _glued(line: Paragraph, index: LabelIndex) -> tuple[Cell, ...]:
    """Cut `三、本年度办理结果(一)予以公开0000000`: known labels run together, then digits.

    The digits are one piece a digit; the binder takes them only where their number fits.
    """
    text = line.text
    tail = _DIGITS.search(text)
    words = text[: tail.start()] if tail else text
    found = _run_together(words, index)
    if found is None or (not tail and len(found) < 2) or (tail and not words):
        return ()
    shift = len(words)
    digits = tail[0] if tail else ""
    values = [digits] if "." in digits else list(digits)
    base = line.span.start
    pieces = found + [(value, shift + at) for at, value in enumerate(values)]
    return tuple(Cell(word, base + at, base + at + len(word)) for word, at in pieces)


def _run_together(text: str, index: LabelIndex) -> list[tuple[str, int]] | None:
    """Cut text without blanks into known labels, the longest first; None where that cannot be done."""
    found = []
    at = 0
    while at < len(text):
        end = at + 1
        best = 0
        while end <= len(text):
            folded = fold(text[at:end])
            if folded in index.refs:
                best = end
            if folded not in index.beginnings and folded not in index.refs:
                break
            end += 1
        if not best:
            return None
        found.append((text[at:best], at))
        at = best
    return found


def _joined(found: list[Strip], index: LabelIndex) -> list[Strip]:
    """Put together labels that a line break cut: `商业` and `企业 |`, `本年新` and `制作数量`."""
    done: list[Strip] = []
    for strip in found:
        last = done[-1] if done else None
        whole = _join(last, strip, index) if last else None
        if whole:
            done[-1] = whole
        else:
            done.append(strip)
    return done


def _join(last: Strip, strip: Strip, index: LabelIndex) -> Strip | None:
    if last.closed or not last.pieces or not strip.pieces:
        return None
    left, right = last.pieces[-1], strip.pieces[0]
    if right.text.isdigit() or (before := fold(left.text)) not in index.beginnings:
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


def name(found: Iterable[Strip]) -> str:
    """Return the name of the layout that the strips of a report's tables are in."""
    lines = [strip for strip in found if not strip.prose]
    return _name(lines)


def _name(lines: list[Strip]) -> str:
    wide = [strip for strip in lines if len(strip.pieces) > 1]
    bars = [strip for strip in wide if strip.how is How.BARS]
    if any(strip.separator for strip in lines):
        return "markdown"
    for how, title in ((How.TABS, "tabs"), (How.GLUED, "glued"), (How.BLANKS, "pdf-text")):
        if sum(strip.how is how for strip in wide) * 2 > len(lines):
            return title
    if len(bars) * 2 > len(lines):
        return _name_of_bars(bars)
    single = [strip for strip in lines if strip.how is How.BARS and len(strip.pieces) <= 1]
    if len(single) * 3 > len(lines):
        alone = sum(not strip.pieces for strip in single)
        return "pipe-on-own-line" if alone * 3 > len(single) * 2 else "broken-cell"
    return "mixed" if bars else "cell-per-line"


def _name_of_bars(bars: list[Strip]) -> str:
    led = sum(strip.led for strip in bars) * 2 > len(bars)
    blanks = sum(
        not left.text and bool(right.text)
        for strip in bars
        for left, right in pairwise(strip.pieces)
    )
    widths = {len(strip.pieces) for strip in bars if len(strip.pieces) > 4}
    if blanks and led and len(widths) <= 3:
        return "grid"
    if led:
        return "leading-pipe"
    return "pipe-rows" if any(strip.pads for strip in bars) else "bare-pipes"
