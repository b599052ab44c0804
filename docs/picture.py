#!/usr/bin/env python3
"""Draw what the tool prints for a report with faults: `python docs/picture.py` writes docs/terminal.svg.

Chinese characters take two cells of a terminal and others one, whatever fonts the reader has: each
run of characters of one width begins at its cell and is spaced to fill its cells.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from disclosure_lint.source import display_width

PICTURE = Path(__file__).parent / "terminal.svg"
REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"
REPORT = "water-bureau-2024-draft.txt"
COLUMNS = 100
CELL, LINE, SIZE = 9, 22, 15  # pixels: a cell's width, a line's height, the letters
MARGIN, BAR = 16, 34  # pixels around the text; the bar on top
COLORS = {"1;31": "#ff7b72", "1;33": "#e3b341", "1;36": "#79c0ff", "1": "#f0f6fc", "2": "#8b949e"}
PLAIN = "#c9d1d9"
STYLE = re.compile(r"\x1b\[([\d;]*)m")
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"


class Glyph(NamedTuple):
    """A character, the style it is printed in (an SGR parameter), and the cells it takes."""

    char: str
    style: str
    cells: int


def printed() -> str:
    """Return what a terminal would show, escape sequences and all."""
    command = [sys.executable, "-m", "disclosure_lint", "check", "--isolated", "--color", REPORT]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 - this very program
        command,
        cwd=REPORTS,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return f"\x1b[2m$\x1b[0m disclosure-lint check {REPORT}\n{done.stdout.decode()}"


def lines(text: str) -> Iterator[list[Glyph]]:
    """Yield the lines of a terminal, broken where they are too long for it."""
    style = ""
    for written in text.rstrip("\n").split("\n"):
        line: list[Glyph] = []
        pieces = STYLE.split(written)
        for at, piece in enumerate(pieces):
            if at % 2:
                style = "" if piece == "0" else piece
                continue
            for char in piece:
                glyph = Glyph(char, style, display_width(char))
                if sum(it.cells for it in line) + glyph.cells > COLUMNS:
                    yield line
                    line = []
                line.append(glyph)
        yield line


def picture(text: str) -> str:
    """Return a window with a text in it as SVG."""
    rows = list(lines(text))
    width = COLUMNS * CELL + 2 * MARGIN
    height = BAR + len(rows) * LINE + MARGIN
    runs = "".join(run for number, row in enumerate(rows) for run in drawn(number, row))
    buttons = "".join(
        f'<circle cx="{MARGIN + 6 + 20 * number}" cy="17" r="6" fill="{color}"/>'
        for number, color in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="{FONTS}" font-size="{SIZE}" role="img">\n'
        f"<title>disclosure-lint check {REPORT}</title>\n"
        f'<rect width="{width}" height="{height}" rx="8" fill="#0d1117"/>\n'
        f"{buttons}\n{runs}</svg>\n"
    )


def drawn(number: int, row: list[Glyph]) -> Iterator[str]:
    """Yield the runs of a line: characters of one style and one width."""
    cell = 0
    for (style, width), group in groupby(row, lambda it: (it.style, it.cells)):
        chars = "".join(it.char for it in group)
        if chars.strip():
            weight = ' font-weight="bold"' if style.startswith("1") else ""
            yield (
                f'<text {placed(len(chars), cell, width)} y="{BAR + number * LINE + SIZE}" '
                f'fill="{COLORS.get(style, PLAIN)}"{weight} xml:space="preserve">'
                f"{escape(chars, quote=False)}</text>\n"
            )
        cell += len(chars) * width


def placed(count: int, cell: int, width: int) -> str:
    """Return the attributes that put a number of characters, each so many cells wide, from a cell on."""
    left = MARGIN + cell * CELL
    if width == 1:
        return f'x="{left}" textLength="{count * CELL}" lengthAdjust="spacingAndGlyphs"'
    spare = width * CELL - SIZE  # a Chinese character is as wide as it is high
    return f'x="{left + spare // 2}" letter-spacing="{spare}"'


if __name__ == "__main__":
    PICTURE.write_text(picture(printed()), "utf-8", newline="\n")
