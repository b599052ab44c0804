"""Metadata entries of the head of a page, in every shape they are printed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from disclosure_lint.landmarks import metadata_keys
from disclosure_lint.report import Field
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Cell, Paragraph, Row
from disclosure_lint.text import fold

_BLANK = r"[ \u3000\u00a0]*"


@cache
def _key_pattern() -> re.Pattern[str]:
    """Known keys with blanks between their characters, at the start of a word, before a mark or a blank."""
    spellings = sorted(metadata_keys(), key=len, reverse=True)
    words = "|".join(_BLANK.join(map(re.escape, spelling)) for spelling in spellings)
    return re.compile(rf"(?:(?<=[\s•·●])|(?<=\d)|^)({words}){_BLANK}(?:[::]|(?=\s)|$)")


def read_metadata(blocks: Iterable[Block]) -> tuple[Field, ...]:
    """Return the entries in printed order. An entry without a value has an empty one after its key."""
    entries: list[Field] = []
    heads: Sequence[Cell] = ()
    for block in blocks:
        if isinstance(block, Row):
            cells = [cell for cell in block.cells if cell.text]
            if heads and len(cells) == len(heads) and not any(_key(cell.text) for cell in cells):
                entries = entries[: -len(heads)]
                entries += [_entry(*pair) for pair in zip(heads, cells, strict=True)]
                heads = ()
                continue
            keys = [cell for cell in cells if _key(cell.text)]
            heads = keys if len(keys) == len(cells) > 1 else ()
            entries += _from_cells(cells)
        else:
            heads = ()
            entries += _from_line(block)
    return tuple(entries)


def _key(text: str) -> str | None:
    return metadata_keys().get(fold(text).rstrip(":"))


def _entry(label: Cell, value: Cell | None) -> Field:
    end = label.start + len(label.text)
    return Field(
        key=_key(label.text) or "",
        label=label.text,
        label_span=label.span,
        value=value.text if value else "",
        span=value.span if value else Span(end, end),
    )


def _from_cells(cells: Sequence[Cell]) -> Iterator[Field]:
    """A key takes the cell after it, unless that is a key too: blank cells vanish in many layouts."""
    for cell, after in pairwise([*cells, None]):
        if cell is not None and _key(cell.text):
            yield _entry(cell, after if after and not _key(after.text) else None)


def _from_line(line: Paragraph) -> Iterator[Field]:
    found = list(_key_pattern().finditer(line.text))
    ends = [match.start(1) for match in found[1:]] + [len(line.text)]
    base = line.span.start
    for match, end in zip(found, ends, strict=True):
        raw = line.text[match.end() : end]
        value = raw.strip(" \u3000\t•·●")
        at = base + match.end() + (raw.index(value) if value else 0)
        label = Cell(match[1], base + match.start(1))
        yield _entry(label, Cell(value, at) if value else None)
