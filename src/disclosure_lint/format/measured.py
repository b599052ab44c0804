"""A table with numbers before its labels and units after them, in canonical rows."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from disclosure_lint.bars import bars
from disclosure_lint.format.lines import by_block, goes_on, is_row
from disclosure_lint.labels import LabelIndex
from disclosure_lint.layout import Strip
from disclosure_lint.syntax import Block, Cell, Paragraph
from disclosure_lint.table import BoundTable
from disclosure_lint.text import fold
from disclosure_lint.values import looks_like_value


@dataclass(slots=True)
class _Line:
    """A line: its cells, whether a label is among them, and the lines after it that are no cells."""

    cells: list[Cell] = field(default_factory=list)
    labelled: bool = False
    after: list[str] = field(default_factory=list)


def measured_lines(table: BoundTable, blocks: Sequence[Block], index: LabelIndex) -> list[str]:
    """Return the lines of a table: one for the heads, one for each label, filled up with blanks."""
    lines = _lines(table, blocks, index)
    width = max((len(line.cells) for line in lines if not line.labelled), default=0)
    empty = {row.label_span.start for row in table.rows if row.form and not row.figures}
    done: list[str] = []
    for line in lines:
        texts = [piece.text for piece in line.cells]
        if texts:
            padded = line.labelled and not _is_short(line.cells, empty)
            done.append(bars(texts + [""] * (width - len(texts)) * padded))
        done += line.after
    return done


def _is_short(cells: Sequence[Cell], empty: Container[int]) -> bool:
    """Whether something stands after a label without a figure: a blank vanished, nobody knows where."""
    at = next((number for number, cell in enumerate(cells) if cell.start in empty), len(cells))
    return any(looks_like_value(cell.text) for cell in cells[at + 1 :])


def _lines(table: BoundTable, blocks: Sequence[Block], index: LabelIndex) -> list[_Line]:
    labels = {row.label_span.start for row in table.rows}
    figures = {piece.start for row in table.rows for piece in row.figures}
    lines = [_Line()]
    before: Strip | None = None
    count = 0
    for block, here in by_block(blocks, index):
        if not here and isinstance(block, Paragraph) and not goes_on(lines[-1].cells, block):
            lines[-1].after.append(block.text)
        for piece, strip in here:
            if not piece.text:
                continue
            refs = index.find(fold(piece.text))
            label = piece.start in labels or (refs.of_row and table.form.key in refs.tables)
            apart = strip is not before and any(it and is_row(it) for it in (strip, before))
            cells = lines[-1].cells
            numbered = label and cells and cells[-1].text == str(count + 1)
            if numbered and not apart and cells[-1].start not in figures:
                lines.append(_Line([cells.pop()]))
            elif apart or (label and cells):
                lines.append(_Line())
            count += label
            lines[-1].cells.append(piece)
            lines[-1].labelled |= label
            before = strip
    return lines
