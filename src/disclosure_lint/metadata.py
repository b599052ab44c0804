"""Metadata entries of the head of a page, in every shape they are printed in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from disclosure_lint.dates import find_date
from disclosure_lint.front import BULLETS, WORD, Key, key_at
from disclosure_lint.landmarks import data, landmarks, metadata_keys
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Field
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Cell, Paragraph, Row
from disclosure_lint.text import fold
from disclosure_lint.words import words

# A key and its value on two lines: this far apart at most, counting blank lines and indents.
_NEXT_LINE = 12
# No key is longer, counting the blanks inside it.
_LONGEST_LABEL = 24


# A word with a colon behind a blank is a key, too, though an unknown one: 作者, 公开时限, 有效期.
_OTHER_KEY = compiled(
    r"(?<=[^:：\s])[ \u3000\u00a0\t]+[\u4e00-\u9fff]{2,6}[ \u3000]*[:：].*$", re.DOTALL
)


@cache
def _value_end() -> re.Pattern[str]:
    """What follows the last value of a line: the buttons of the page."""
    words = "|".join(map(re.escape, data()["value_stops"]))
    return compiled(rf"[\s\[【(（]{{0,4}}(?:{words}).*$", re.DOTALL)


def read_metadata(blocks: Iterable[Block]) -> tuple[Field, ...]:
    """Return the entries in printed order. An entry without a value has an empty one after its key.

    Rows of cells (keys and values side by side, or a row of keys over a row of values), lines of
    `key: value`, keys and values parted by blanks or on lines of their own. A value whose key the
    page does not print (a lone date, a lone index number) has an empty label.
    """
    entries: list[Field] = []
    heads: Sequence[Cell] = ()
    open_key: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Row):
            open_key = None
            cells = [cell for cell in block.cells if cell.text]
            keys = [_key(cell.text) for cell in cells]
            if heads and len(cells) == len(heads) and not any(keys):
                entries = entries[: -len(heads)]
                entries += [_entry(*pair) for pair in zip(heads, cells, strict=True)]
                heads = ()
                continue
            heads = cells if len(cells) > 1 and all(keys) else ()
            entries += _from_cells(cells, keys)
        else:
            heads = ()
            found = list(_from_line(block))
            if open_key and _answers(open_key, block, found):
                last = entries[-1]
                entries[-1] = last._replace(value=block.text, span=block.span)
                open_key = None
                continue
            entries += found
            open_key = block if len(found) == 1 and not found[0].value else None
    return tuple(entries)


def says_nothing(entry: Field) -> bool:
    """Whether an entry is empty, or holds what a template or a script left (`请选择`, `null`)."""
    return _says_nothing(entry.key, entry.value)


@lru_cache(maxsize=256)
def _says_nothing(key: str, value: str) -> bool:
    value = fold(value).casefold()
    known = words("metadata")
    if not value or value in known["empty"] or value in known["junk"].get(key, ()):
        return True
    return value in known["none"] and key in known["keys"]["required"]


def _key(text: str) -> str | None:
    if fold(text[0]) not in _first_characters() or len(text) > _LONGEST_LABEL:
        return None
    return metadata_keys().get(fold(text).strip(":[]【】"))


@cache
def _first_characters() -> frozenset[str]:
    """What a label may begin with; most cells of a table begin with something else."""
    return frozenset(key[0] for key in metadata_keys()) | {"[", "【"}


def _entry(label: Cell, value: Cell | None) -> Field:
    words = label.text.strip(":：[]【】 ")
    start = label.start + label.text.index(words)
    return Field(
        key=_key(words) or "",
        label=words,
        label_span=Span(start, start + len(words)),
        value=value.text if value else "",
        span=value.span if value else Span(label.end, label.end),
    )


def _from_cells(cells: Sequence[Cell], keys: Sequence[str | None]) -> Iterator[Field]:
    """A key takes the cell after it, unless that is a key too: blank cells vanish in many layouts."""
    taken = False
    for (cell, key), (after, following) in pairwise([*zip(cells, keys, strict=True), (None, None)]):
        if cell is None or taken:
            taken = False
        elif key:
            value = after if after and not following and not _holds_entry(after.text) else None
            taken = value is not None
            yield _entry(cell, value)
        elif _holds_entry(cell.text):
            yield from _from_line(Paragraph(cell.text, cell.span))


def _holds_entry(text: str) -> bool:
    """Whether a cell holds a key and its value, parted by a colon."""
    key = key_at(text, 0, landmarks().keys) if ":" in text or "：" in text else None
    return key is not None and key.marked


def _answers(key: Paragraph, line: Paragraph, found: Sequence[Field]) -> bool:
    """Whether a line is the value of the key on the line before: no entry of its own, and next to it."""
    near = line.span.start - key.span.end <= _NEXT_LINE
    return near and not any(entry.label for entry in found)


def _from_line(line: Paragraph) -> Iterator[Field]:
    text, base = line.text, line.span.start
    found = list(_keys(text))
    yield from _unlabelled(line, found[0].start if found else len(text))
    for key, after in pairwise([*found, None]):
        if key is None:
            continue
        raw = _value_end().sub("", text[key.value : after.start if after else len(text)])
        raw = _OTHER_KEY.sub("", raw)
        value = raw.rstrip(BULLETS + "【[").strip(BULLETS + ":：")
        at = base + key.value + (raw.index(value) if value else 0)
        label = Cell(text[key.start : key.end], base + key.start, base + key.end)
        yield _entry(label, Cell(value, at, at + len(value)) if value else None)


def _keys(text: str) -> Iterator[Key]:
    end = 0
    for word in WORD.finditer(text):
        key = key_at(text, word.start(), landmarks().keys) if word.start() >= end else None
        if key:
            end = key.value
            yield key


def _unlabelled(line: Paragraph, end: int) -> Iterator[Field]:
    """The date or the index number that a line begins with, or is: its key is not printed."""
    text = line.text[:end]
    found = find_date(text)
    if found:
        key, start, stop = "published", found.start, found.end
    elif text and end == len(line.text):
        key, start, stop = "index_number", 0, end
    else:
        return
    at = line.span.start
    span = Span(at + start, at + stop)
    yield Field(key, "", Span(span.start, span.start), text[start:stop], span)
