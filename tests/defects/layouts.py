"""The layouts people paste: each prints the same tables in another shape.

The shapes are those of real pages. What matters for faults is what a layout does with a blank cell:
keep it in its place, drop it but count it in the closing run, or drop it without a trace.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from random import Random

from .model import Draft, Paragraph, Printable, Printed, Sheet, Table
from .shapes import (
    Look,
    broken_cells,
    cell_lines,
    glued,
    grid,
    markdown,
    own_line_pipes,
    pdf_text,
    pipe_rows,
    tabs,
)


class Blanks(Enum):
    """What becomes of a blank cell."""

    KEPT = "its place stays visible"
    COUNTED = "it vanishes, and the closing run is one longer"
    LOST = "it vanishes without a trace"


# What stands before a line of words, and at the end of every line, on most pages and on some.
_MARGINS = ("", "", "", "\u3000\u3000", "  ")
_NEWLINES = ("\n", "\n", "\n", "\n", "\r\n")

Print = Callable[[Sheet, Table, Look], None]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its name, how it prints a table, what it does with blanks, how its pages differ."""

    name: str
    write: Print
    blanks: Blanks
    looks: tuple[Look, ...]
    piped: bool = True
    digits: bool = False


def print_report(draft: Draft, layout: Layout, rng: Random) -> Printed:
    """Print a draft in a layout; the random numbers choose among the looks of its pages."""
    look = replace(rng.choice(layout.looks), margin=rng.choice(_MARGINS))
    sheet = Sheet(rng.choice(_NEWLINES))
    for paragraph in draft.front:
        _print_line(sheet, paragraph.text, paragraph, look)
    for section in draft.sections:
        for heading in section.headings:
            _print_line(sheet, heading.text, heading, look)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                _print_line(sheet, block.text, block, look)
                continue
            start = sheet.length
            layout.write(sheet, block, look)
            sheet.close(block, start)
            sheet.write(look.gap[1:])
    for paragraph in draft.tail:
        _print_line(sheet, paragraph.text, paragraph, look)
    return Printed(sheet.text, sheet.extents)


def _print_line(sheet: Sheet, text: str, what: Printable, look: Look) -> None:
    sheet.write(look.margin)
    sheet.write(text, what)
    sheet.write(look.gap)


def _wraps(look: Look) -> tuple[Look, Look]:
    """Return a look, and the same with a blank inside heads of two words."""
    return look, replace(look, wrap=" ")


LAYOUTS = (
    Layout("pipe-rows", pipe_rows, Blanks.COUNTED, _wraps(Look())),
    Layout("five-column", pipe_rows, Blanks.COUNTED, _wraps(Look(wide=True))),
    Layout("bare-pipes", pipe_rows, Blanks.LOST, _wraps(Look(padded=False))),
    Layout("leading-pipe", pipe_rows, Blanks.COUNTED, _wraps(Look(led=True))),
    Layout("grid", grid, Blanks.KEPT, _wraps(Look())),
    Layout("markdown", markdown, Blanks.KEPT, (*_wraps(Look()), Look(gap="\n\n"), Look(flat=True))),
    Layout(
        "tabs",
        tabs,
        Blanks.KEPT,
        (Look(), Look(wrap=" "), Look(covered="rows"), Look(covered="columns")),
    ),
    Layout("broken-cell", broken_cells, Blanks.COUNTED, _wraps(Look())),
    Layout("broken-led", broken_cells, Blanks.COUNTED, _wraps(Look(led=True))),
    Layout("broken-led-run", broken_cells, Blanks.COUNTED, _wraps(Look(led=True, own_line=True))),
    Layout("own-line-pipe", own_line_pipes, Blanks.LOST, (Look(), Look(wrap="\n"))),
    Layout(
        "cell-per-line",
        cell_lines,
        Blanks.LOST,
        (
            Look(gap="\n\n"),
            Look(gap="\n\n", indent=" "),
            Look(gap="\n\n", wrap="\n"),
            Look(gap="\n\n", wrap="\n\n", indent="  "),
        ),
        piped=False,
    ),
    Layout("glued", glued, Blanks.LOST, (Look(),), piped=False, digits=True),
    Layout(
        "pdf-text",
        pdf_text,
        Blanks.LOST,
        (
            Look(),
            Look(page="- 3 -"),
            Look(page="第 3 页", wrap=" "),
            Look(page="- 3 -", beside=True),
            Look(wrap="\n"),
        ),
        piped=False,
    ),
)
