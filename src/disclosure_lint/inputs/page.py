"""The tree of an HTML page to lines: paragraphs as they would be seen, tables as rows of bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from disclosure_lint.inputs.grid import Box, Budget, cell_text, is_layout, table_lines, words
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple

_HIDDEN = frozenset(["head", "nav"])
_BLOCKS = compiled(
    "address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|div|dl|dt|fieldset|"
    "figcaption|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|menu|ol|p|pre|section|"
    "summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
# What a cell of figures never holds; one of a page's frame does.
_PARTS = compiled("h[1-6]|ul|ol|table|article|section")
_PRE, _TEXT = "pre", "-text"
# Comments and the document itself; lexbor names them so.
_NO_ELEMENT = ("", "-", "!", "#")


class Line(NamedTuple):
    """A line of text; `element` is the number of the element it stands in."""

    text: str
    element: int


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page and its elements, numbered as they begin.

    `parents` has of each element the one around it (of the first itself), `ends` the number of the
    first element after it that does not stand in it.
    """

    lines: tuple[Line, ...]
    parents: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, elements: Sequence[int]) -> range:
        """Return the smallest element that `elements` stand in, with all the elements in it."""
        at = min(elements)
        while self.ends[at] <= max(elements) and self.parents[at] != at:
            at = self.parents[at]
        return range(at, self.ends[at])


@dataclass(slots=True)
class _Cell:
    """A cell while it is read; `frames` says that headings, lists or tables stand in it."""

    across: int
    down: int
    lines: list[Line] = field(default_factory=list)
    frames: bool = False


@dataclass(slots=True)
class _Table:
    """A table while it is read: rows of cells, each a list of lines; spans beside them."""

    element: int
    rows: list[list[_Cell]] = field(default_factory=list)


def read_page(html: str, budget: Budget) -> Page:
    """Return the lines that are seen of a page."""
    reader = _Reader(budget)
    for node, tag, opens in _walk(LexborHTMLParser(html).root, hides=" hidden=" in html):
        if not opens:
            reader.close(tag)
        elif tag == _TEXT:
            reader.pieces.append(node.text_content or "")
        else:
            reader.open(node, tag)
    reader.flush()
    return Page(tuple(reader.lines), tuple(reader.parents), tuple(reader.ends))


def _walk(root: LexborNode | None, *, hides: bool) -> Iterator[tuple[LexborNode, str, bool]]:
    """Yield each node that is seen with its tag where it begins, and each element where it ends too.

    `hides` says that some elements are hidden.
    """
    node = root
    above: list[str] = []
    while node is not None:
        tag = node.tag or ""
        below = None
        if tag == _TEXT:
            yield node, tag, True
        elif not (tag[:1] in _NO_ELEMENT or tag in _HIDDEN or (hides and _is_hidden(node))):
            yield node, tag, True
            below = node.first_child
            if below is None:
                yield node, tag, False
        if below is not None:
            above.append(tag)
            node = below
            continue
        while node is not None and node.next is None:
            node = node.parent if above else None
            if node is not None:
                yield node, above.pop(), False
        node = node.next if node is not None else None


def _is_hidden(node: LexborNode) -> bool:
    return "hidden" in node.attributes


class _Reader:
    """Lines read so far, the open elements and the open tables; lives for one walk over a tree."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.inside: list[int] = []
        self.tables: list[_Table] = []
        self.kept = 0  # how many open elements keep their line breaks

    def open(self, node: LexborNode, tag: str) -> None:
        """An element begins."""
        if _BLOCKS.fullmatch(tag):
            self.flush()
        self.parents.append(self.inside[-1] if self.inside else len(self.parents))
        self.ends.append(0)
        self.inside.append(len(self.parents) - 1)
        self.kept += tag == _PRE
        if _PARTS.fullmatch(tag) and (cell := self._cell()):
            cell.frames = True
        if tag == "table":
            self.tables.append(_Table(self.inside[-1]))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in {"td", "th"} and self.tables and self.tables[-1].rows:
            spans = node.attributes
            spanned = _Cell(int(spans.get("colspan") or 1), int(spans.get("rowspan") or 1))
            self.tables[-1].rows[-1].append(spanned)

    def close(self, tag: str) -> None:
        """An element ends."""
        if _BLOCKS.fullmatch(tag):
            self.flush()
        self.ends[self.inside.pop()] = len(self.parents)
        self.kept -= tag == _PRE
        if tag == "table" and self.tables:
            self._end_table(self.tables.pop())

    def flush(self) -> None:
        """What was read since the last block is a line, in a cell if one is open."""
        text = "".join(self.pieces)
        self.pieces.clear()
        for part in text.split("\n") if self.kept else (text,):
            if shown := words(part):
                self._add([Line(shown, self.inside[-1] if self.inside else 0)])

    def _add(self, lines: Sequence[Line]) -> None:
        cell = self._cell()
        (self.lines if cell is None else cell.lines).extend(lines)

    def _cell(self) -> _Cell | None:
        """The innermost open cell; the caption of a table stands in the cell around the table."""
        rows = (table.rows[-1] for table in reversed(self.tables) if table.rows)
        return next((row[-1] for row in rows if row), None)

    def _end_table(self, table: _Table) -> None:
        cells = [cell for row in table.rows for cell in row]
        if is_layout(
            widest=max(map(len, table.rows), default=0),
            longest=max((sum(len(it.text) for it in cell.lines) for cell in cells), default=0),
            nested=any(cell.frames for cell in cells),
        ):
            self._add([line for cell in cells for line in cell.lines])
        else:
            rows = [
                [Box(cell_text(it.text for it in c.lines), c.across, c.down) for c in row]
                for row in table.rows
            ]
            self._add([Line(line, table.element) for line in table_lines(rows, self.budget)])
