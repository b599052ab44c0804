"""Source to Document: lines by the Lark grammar, sections folded in Python. Accepts any text."""

from collections.abc import Iterator
from functools import lru_cache

from disclosure_lint.front import is_furniture, split_front
from disclosure_lint.lexer import tokens
from disclosure_lint.opening import MARKUP, NUMERALS, is_section
from disclosure_lint.outline import Heading, headings
from disclosure_lint.patterns import compiled
from disclosure_lint.records import made
from disclosure_lint.source import Source, Span
from disclosure_lint.syntax import (
    Block,
    Document,
    Landmarks,
    LineKind,
    Paragraph,
    Row,
    Section,
)
from disclosure_lint.text import any_figure, seen

_NUMERALS = frozenset(NUMERALS)
_KINDS = {kind.value: kind for kind in LineKind}
_BARS = "｜│┃"
_CORNERS = frozenset("+┌├└╔╠╚┏┣┗")
_BORDER = compiled(r".[-=:+─━═┬┼┴╦╬╩┳╋┻]*[-=─━═]{2}[-=:+─━═┬┼┴╦╬╩┳╋┻]*[+┐┤┘╗╣╝┓┫┛]")
_MARKUP = ("<br", "&nbsp;", "**")
_AROUND = r"^(?:\s|&nbsp;|<br\s*/?>|\*\*)+|(?:\s|&nbsp;|<br\s*/?>|\*\*)+$"
# No table of any form is this wide: a longer closing run frames a page, not a row.
_FRAME = 20
# A longer line is read anew each time.
_LONGEST_KEPT = 200
# What is longer, with a full stop in it, is an article in a cell.
_LONGEST_CELL = 100


def parse(source: Source, landmarks: Landmarks) -> Document:
    """Return what stands in `source`: front, sections, trailer. Never raises, whatever the text."""
    lines = list(_lines(source.text, landmarks))
    front, sections = _fold(lines, headings(lines, landmarks), len(source.text))
    trailer: tuple[Paragraph, ...] = ()
    if sections:
        sections[-1], trailer = _cut_trailer(sections[-1], landmarks)
    title, metadata, preamble = split_front(front, landmarks)
    framed = _FRAME * "|" in source.text
    return Document(front, title, metadata, preamble, tuple(sections), trailer, framed)


def _fold(
    lines: list[Block], heads: list[Heading], end: int
) -> tuple[tuple[Block, ...], list[Section]]:
    """Give every line to the section whose heading stands before it; cut lines with a heading inside."""
    parts: list[list[Block]] = [[]]
    rest: Block | None = None
    at = 0
    for head in heads:
        if head.line >= at:
            parts[-1] += [rest] if rest else []
            parts[-1] += lines[at : head.line]
            rest, at = lines[head.line], head.line + 1
            if head.title.start >= rest.span.end:  # on a line of its own
                at += 1
        before, rest = _cut(rest, head) if rest else ([], None)
        parts[-1] += before
        parts.append([])
    parts[-1] += [rest] if rest else []
    parts[-1] += lines[at:]
    sections: list[Section] = []
    if not heads:
        return tuple(parts[0]), sections
    ends = [head.start for head in heads[1:]] + [end]
    for head, blocks, stop in zip(heads, parts[1:], ends, strict=True):
        span = Span(head.start, stop)
        heading = Span(head.start, head.title.end)
        sections.append(Section(head.number, head.text, heading, head.title, span, tuple(blocks)))
    return tuple(parts[0]), sections


def _cut(line: Block, head: Heading) -> tuple[list[Block], Paragraph | None]:
    """The parts of a line before and after a heading inside it; the heading itself is left out."""
    if isinstance(line, Row):  # headings are found in paragraphs only
        return [line], None
    base = line.span.start
    before = _paragraph(line.text[: head.start - base], base, line.kind)
    after = _paragraph(line.text[head.title.end - base :], head.title.end, LineKind.TEXT)
    if after and not after.text.strip("。.:：;； " + MARKUP):
        after = None
    return ([before] if before else []), after


def _cut_trailer(section: Section, marks: Landmarks) -> tuple[Section, tuple[Paragraph, ...]]:
    """Part the page furniture at the end of the text from the last section."""
    blocks = list(section.blocks)
    trailer: list[Paragraph] = []
    while blocks and isinstance(last := blocks[-1], Paragraph) and is_furniture(last.text, marks):
        trailer.insert(0, last)
        blocks.pop()
    return section._replace(blocks=tuple(blocks)), tuple(trailer)


def _lines(text: str, marks: Landmarks) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        block = _block(line) if len(line) <= _LONGEST_KEPT else _block.__wrapped__(line)
        if isinstance(block, Row):
            pieces, (_, end), *rest = block
            row = made(Row, (pieces, made(Span, (start, start + end)), *rest))
            if pieces and pieces[-1][0][:1] in _NUMERALS:  # a heading may have run into the row
                yield from _parted(row, marks)
            else:
                yield row
        elif block:
            body, (first, last), kind = block
            yield made(Paragraph, (body, made(Span, (start + first, start + last)), kind))
        start += len(line) + 1


@lru_cache(maxsize=2048)
def _block(line: str) -> Block | None:
    """What a line is, its places those in the line; None for a blank one, or the frame of a table.

    The same lines come again and again: labels with zeros in most reports, and in many layouts each
    cell is a line.
    """
    kind = _kind(line)
    if kind is LineKind.ROW:
        return _row_or_text(line)
    block = _paragraph(line, 0, kind)
    return None if block and _is_border(block.text) else block


def _parted(row: Row, marks: Landmarks) -> Iterator[Block]:
    """Part a heading that ran into the last row of a table from that row."""
    last = row.cells[-1]
    if not is_section(last.text, marks):
        yield row
        return
    if not any(text for text, _, _ in row.pieces[:-1]):  # a heading in a row of its own
        yield Paragraph(last.text, last.span, LineKind.HEADING)
        return
    yield row._replace(
        pieces=row.pieces[:-1],
        words=row.words[:-1],
        span=Span(row.span.start, last.start),
        closed=True,
    )
    yield Paragraph(last.text, last.span, LineKind.HEADING)


def _paragraph(line: str, start: int, kind: LineKind) -> Paragraph | None:
    body = seen(line)
    if not body:
        return None
    at = start + line.index(body)
    return Paragraph(body, Span(at, at + len(body)), kind)


def _is_border(body: str) -> bool:
    """Whether a line only draws the frame of a table: `+----+----+`."""
    return body[0] in _CORNERS and _BORDER.fullmatch(body) is not None


def _row_or_text(line: str) -> Block | None:
    """A line with one piece of text is a paragraph when its separators only indent or frame it.

    That is: tabs around it, the run of hundreds of bars that a page laid out as one table leaves, or
    a bar after more words than a cell of any form holds.
    """
    row = split_row(line)
    if row.tabs or row.pads >= _FRAME or len(line) > _LONGEST_CELL:
        filled = [cell for cell in row.cells if cell.text]
        if len(filled) == 1 and (row.tabs or row.pads >= _FRAME or "。" in filled[0].text):
            return Paragraph(filled[0].text, filled[0].span, _kind(filled[0].text))
        if not filled and row.tabs:
            return None
    return row


def _kind(line: str) -> LineKind:
    """The kind of a line, which is without its line feed here."""
    return _KINDS[tokens(line + "\n")[0].type]


def split_row(line: str, start: int = 0) -> Row:
    """Split a line at its separators; `start` is its offset. Cells keep their places, empty ones too.

    Bars win over tabs: in a line with bars a tab is a blank.
    """
    body = line.rstrip("\r\n")
    for bar in _BARS:
        body = body.replace(bar, "|")
    tabs = "|" not in body
    inner = _without_markup if any(map(body.__contains__, _MARKUP)) else seen
    parts = body.split("\t" if tabs else "|")
    pieces = []
    at = 0
    for part in parts:
        text = inner(part)
        begin = at + (part.find(text) if text else len(part) // 2)
        pieces.append((text, begin, begin + len(text)))
        at += len(part) + 1
    span = Span(start, start + len(body))
    if not any(text for text, _, _ in pieces):
        return Row((), span, len(parts) - 1, led=True, closed=True, tabs=tabs)
    led = not tabs and not pieces[0][0]
    closed = not tabs and not pieces[-1][0]
    last = len(parts) - closed
    pads = 0 if tabs or pieces[last - 1][0] else _closing_run(parts, last)
    kept = tuple(pieces[led : last - pads])
    words = tuple([any_figure(text) for text, _, _ in kept])
    return Row(kept, span, pads, led, closed, tabs, words)


def _without_markup(part: str) -> str:
    """The text of a cell without what a page or Markdown left around it: `<br>`, `&nbsp;`, `**`."""
    return seen(compiled(_AROUND).sub("", part))


def _closing_run(pieces: list[str], last: int) -> int:
    """Count the separators of the closing run: nothing between them, at most one blank before it."""
    run = 0
    while run < last and not pieces[last - 1 - run]:
        run += 1
    return run + 1 if run < last and pieces[last - 1 - run] == " " else run
