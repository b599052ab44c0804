"""HTML pages: the report in them, found by its own headings and not by the templates of sites."""

import re
from collections.abc import Sequence

from disclosure_lint.front import is_title
from disclosure_lint.inputs.grid import Budget
from disclosure_lint.inputs.markup import cleaned
from disclosure_lint.inputs.page import Page, read_page
from disclosure_lint.landmarks import landmarks
from disclosure_lint.metadata import read_metadata
from disclosure_lint.parser import parse
from disclosure_lint.source import Source, decode
from disclosure_lint.text import fold

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE
)
# What pages call their encoding, and what it is; a name that is not here says nothing.
_ENCODINGS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}
_HEAD = 8192  # bytes in which the encoding is told
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# The title stands at most so many lines before the first heading, metadata so many before the title.
_BEFORE_HEADING = 60
_BEFORE_TITLE = 12


def read(path: str, data: bytes) -> Source:
    """Return the report of an HTML page as text; raise UnreadableError beyond the limits."""
    text, lossy = _decoded(data)
    page = read_page(cleaned(text), Budget())
    lines = [line.text for line in page.lines]
    first, last = _body(page, lines)
    return Source("".join(f"{line}\n" for line in lines[first:last]), path, lossy=lossy)


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text of a page: by byte-order mark, by what it says of itself, else by what it looks like."""
    told = _CHARSET.search(data, 0, _HEAD)
    encoding = _ENCODINGS.get(told[1].decode("ascii", "replace").lower()) if told else None
    if encoding and not data.startswith(_BOMS):
        try:
            return data.decode(encoding), False
        except UnicodeDecodeError:
            if decode(data).lossy:
                return data.decode(encoding, "replace"), True
    source = decode(data)
    return source.text, source.lossy


def _body(page: Page, lines: Sequence[str]) -> tuple[int, int]:
    """Which lines are the report: the smallest element with all its headings, and its front."""
    source = Source("\n".join(lines))
    document = parse(source, landmarks())
    rows = [source.lines.row(it.heading.start) - 1 for it in document.sections]
    if not rows:
        return 0, len(lines)
    if len(rows) == 1:
        return _front(lines, 0, rows[0]), len(lines)
    around = page.around([page.lines[row].element for row in rows])
    inside = [at for at, line in enumerate(page.lines) if line.element in around]
    return _front(lines, inside[0], rows[0]), inside[-1] + 1


def _front(lines: Sequence[str], first: int, heading: int) -> int:
    """Where the report begins: at its title or the metadata before it, else where its element does."""
    title = _title(lines, heading)
    if title is None:
        return first
    begin = max(0, title - _BEFORE_TITLE)
    source = Source("\n".join(lines[begin : heading + 1]))
    entries = read_metadata(parse(source, landmarks()).metadata)
    rows = (source.lines.row(entry.label_span.start) - 1 for entry in entries if entry.label)
    return min([title, *(begin + row for row in rows)])


def _title(lines: Sequence[str], heading: int) -> int | None:
    """The line where the last title before a heading begins; lists of other reports stand before it."""
    for at in range(heading - 1, max(-1, heading - _BEFORE_HEADING), -1):
        if is_title(fold(lines[at]), landmarks()):
            begin = at
            while begin > max(0, at - 2) and not is_title(fold(lines[begin - 1]), landmarks()):
                begin -= 1
            source = Source("\n".join(lines[begin : heading + 1]))
            found = parse(source, landmarks()).title
            if found and begin + source.lines.row(found[-1].span.start) - 1 == at:
                return begin + source.lines.row(found[0].span.start) - 1
    return None
