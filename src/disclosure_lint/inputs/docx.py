"""Word documents: paragraphs with their numbers, tables as rows of bars."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement

from disclosure_lint.inputs import UnreadableError
from disclosure_lint.inputs.grid import Box, Budget, cell_text, is_layout, table_lines, words
from disclosure_lint.inputs.numbering import Numbers, w
from disclosure_lint.inputs.package import DAMAGED, safe_package
from disclosure_lint.source import Source

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
# What only holds others: content controls, marked insertions.
_HOLDERS = frozenset(
    w(name)
    for name in (
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "ins",
        "moveTo",
        "hyperlink",
        "fldSimple",
    )
)
_RUN, _TEXT = w("r"), w("t")
_MARKS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_OFF = frozenset(["0", "false", "off"])


def read(path: str, data: bytes) -> Source:
    """Return a Word document as text; raise UnreadableError when it is damaged or beyond the limits."""
    package = safe_package(data)
    try:
        document = Document(BytesIO(package))
        part = document.part
        related = {rel.reltype: rel for rel in part.rels.values() if not rel.is_external}
        numbering = related.get(RELATIONSHIP_TYPE.NUMBERING)
        lists = getattr(numbering.target_part, "element", None) if numbering else None
        reader = _Reader(Numbers(lists, document.styles.element))
        lines = list(reader.lines(document.element.body))
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(DAMAGED) from error
    return Source("".join(f"{line}\n" for line in lines), path)


class _Reader:
    """The numbers given and the cells read so far; lives for one walk over a document."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.budget = Budget()

    def lines(self, holder: BaseOxmlElement) -> Iterator[str]:
        """Yield the lines of a body or a cell."""
        for element in holder:
            if element.tag == _PARAGRAPH:
                yield from self._paragraph(element)
            elif element.tag == _TABLE:
                yield from self._table(element)
            elif element.tag in _HOLDERS:
                yield from self.lines(element)

    def _paragraph(self, paragraph: BaseOxmlElement) -> Iterator[str]:
        number = self.numbers.number(paragraph)  # one without words counts too
        for line in "".join(_pieces(paragraph)).split("\n"):
            # A single tab leads to a page number or follows a list's; several part cells.
            cells = line.strip().split("\t")
            shown = "\t".join(map(words, cells)) if len(cells) > 2 else words(line)
            if shown:
                yield number + shown
                number = ""

    def _table(self, table: BaseOxmlElement) -> Iterator[str]:
        rows = [list(self._cells(row)) for row in _below(table, _ROW) if not _is_deleted(row)]
        cells = [lines for row in rows for _, lines, _ in row]
        if is_layout(
            widest=max(map(len, rows), default=0),
            longest=max((sum(map(len, lines)) for lines in cells), default=0),
            nested=any(nested for row in rows for _, _, nested in row),
        ):
            yield from (line for lines in cells for line in lines)
        else:
            boxes = [[Box(cell_text(lines), across) for across, lines, _ in row] for row in rows]
            yield from table_lines(boxes, self.budget)

    def _cells(self, row: BaseOxmlElement) -> Iterator[tuple[int, Sequence[str], bool]]:
        """Yield of each cell how many columns it covers, its lines, and whether a table is in it.

        A cell that one above reaches into has no lines.
        """
        properties = row.find(w("trPr"))
        before = _number(properties, "gridBefore", 0)
        if before:
            yield before, (), False
        for cell in _below(row, _CELL):
            properties = cell.find(w("tcPr"))
            merged = properties.find(w("vMerge")) if properties is not None else None
            covered = merged is not None and merged.get(w("val")) != "restart"
            lines = () if covered else list(self.lines(cell))
            yield _number(properties, "gridSpan", 1), lines, cell.find(f".//{_TABLE}") is not None


def _below(holder: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """Yield the elements of a kind in another, those in content controls too."""
    for element in holder:
        if element.tag == tag:
            yield element
        elif element.tag in _HOLDERS:
            yield from _below(element, tag)


def _number(properties: BaseOxmlElement | None, name: str, default: int) -> int:
    found = properties.find(w(name)) if properties is not None else None
    value = str(found.get(w("val"))) if found is not None else ""
    return int(value) if value.isdecimal() and len(value) < 7 else default


def _is_deleted(row: BaseOxmlElement) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _pieces(holder: BaseOxmlElement) -> Iterator[str]:
    """Yield the text of a paragraph; deleted and hidden words and the codes of fields are left out."""
    for element in holder:
        if element.tag == _RUN and not _is_hidden(element):
            for piece in element:
                if piece.tag == _TEXT:
                    yield piece.text or ""
                else:
                    yield _MARKS.get(piece.tag, "")
        elif element.tag in _HOLDERS:
            yield from _pieces(element)


def _is_hidden(run: BaseOxmlElement) -> bool:
    mark = run.find(f"{w('rPr')}/{w('vanish')}")
    return mark is not None and mark.get(w("val")) not in _OFF
