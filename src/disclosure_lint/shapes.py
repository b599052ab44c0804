"""The shape of a printed table: what its words alone decide, worked out once for all that print them.

Which rows and columns of the form the printed ones are depends on the labels, the blanks and the
number of figures, never on what a figure says. Most reports of an archive, and every version of a
report in an editor, print the same words: their tables are bound once, and only filled again.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress

from disclosure_lint.binder import bind_strips
from disclosure_lint.edition import Edition
from disclosure_lint.filling import Shape, filled, shape_of
from disclosure_lint.labels import LabelIndex, label_index
from disclosure_lint.layout import Strip, Words, are_usual, strips, words_of
from disclosure_lint.plain import Cells, Plain, Said, are_plain, plain_lines, said
from disclosure_lint.records import made
from disclosure_lint.syntax import Block, Cell
from disclosure_lint.table import BoundTable, Match
from disclosure_lint.text import fold


def bind_blocks(
    blocks: Sequence[Block],
    section: str,
    home: str,
    expected: Edition | None,
    editions: tuple[Edition, ...],
) -> tuple[list[BoundTable], list[Words]]:
    """Return the tables in a run of blocks, and the words that they are printed in.

    `section` is the number of the section; for the others see `bind_strips`.
    """
    told = said(blocks) if home else ()
    known = _known(told, home, expected, editions) if told and are_plain(told) else None
    shapes: tuple[Shape, ...] | None
    if known:
        (lines, kept, parts), shapes = known
        printed = Cells(compress(blocks, kept), parts)
        tables = [filled(shape, printed.texts, printed, section) for shape in shapes]
    else:
        index = label_index(editions)
        found = strips(blocks, index)
        lines = tuple(map(words_of, found))
        if not any(_speaks(line, index) for line in lines):
            return [], []  # not a word of any form, as in most sections
        usual = bool(home) and are_usual(lines)  # elsewhere stand few tables, and many words
        shapes = _shapes(lines, home, expected, editions) if usual else None
        if shapes is None:
            bound = list(bind_strips(found, home, expected, editions))
            if section and not home:
                bound = [it for it in bound if _is_the_forms(it.table)]
            tables = [it.table._replace(section=section) for it in bound]
            return tables, [line for it in bound for line in lines[it.first : it.last + 1]]
        cells = [cell for strip in found for cell in strip.pieces]
        texts = [cell.text for cell in cells]
        tables = [filled(shape, texts, cells, section) for shape in shapes]
    used = [shape.found for shape in shapes]
    return tables, [line for it in used for line in lines[it.first : it.last + 1]]


def _speaks(line: Words, index: LabelIndex) -> bool:
    """Whether a line has a word of some form, or the figures of a row that has none."""
    if len(line.texts) in index.bare and all(text.isdigit() for text in line.texts):
        return True
    return any(index.find(fold(text)) for text in line.texts)


def _is_the_forms(table: BoundTable) -> bool:
    """Whether a table in a section that has none is the form's: by its heads, or by most of its rows.

    Offices print tables of their own there, with some of the form's words.
    """
    heads = {it.column.key for it in table.heads if it.match in {Match.EXACT, Match.ALIAS}}
    rows = [row for row in table.rows if row.form and not row.repeated]
    most = len(heads) * 2 >= len(table.form.columns) or len(rows) * 2 > len(table.form.rows)
    return most or not table.edition.fixed


@lru_cache(maxsize=512)
def _known(
    blocks: tuple[Said, ...], home: str, expected: Edition | None, editions: tuple[Edition, ...]
) -> tuple[Plain, tuple[Shape, ...]] | None:
    """What blocks come to of which no cell need be cut, and the shapes of their tables."""
    plain = plain_lines(blocks, label_index(editions))
    if plain is None:
        return None
    shapes = _bound(plain.lines, home, expected, editions)
    return None if shapes is None else (plain, shapes)


def _bound(
    lines: tuple[Words, ...], home: str, expected: Edition | None, editions: tuple[Edition, ...]
) -> tuple[Shape, ...] | None:
    """The tables that words make, or None where figures decide: numbered rows, years, merged cells."""
    found = tuple(bind_strips(tuple(_numbered(lines)), home, expected, editions))
    tables = [it.table for it in found]
    if any(it.form.units or it.form.aside or it.spread for it in tables):
        return None
    texts = [text for line in lines for text in line.texts]
    return tuple(shape_of(it, texts) for it in found)


# For words that had to be cut.
_shapes = lru_cache(maxsize=128)(_bound)


def _numbered(lines: Sequence[Words]) -> Iterator[Strip]:
    """The strips with the number of a cell for its place."""
    at = 0
    for line in lines:
        pieces = tuple([made(Cell, (text, n, n + 1)) for n, text in enumerate(line.texts, at)])
        at += len(pieces)
        yield Strip(pieces, *line[1:])
