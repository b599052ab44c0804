"""Reports rewritten and converted: the same must be read of them as before.

`python tests/roundtrip.py` takes generated reports of every edition in every layout, a part of
them spoilt. Printed in the canonical layout they must extract to the same, with the same letters, and
printing them again must change nothing; made into HTML pages and Word documents they must give the
same sections and figures. `--samples DIR` does the first with the text files of a folder.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from defects import freeform, statistics
from defects.case import SIZES, find_layout, possible
from defects.draft import draft_report
from defects.faults import KINDS
from defects.figures import Size
from defects.layouts import LAYOUTS, Layout, print_report
from defects.model import Draft, Paragraph
from defects.pages import docx_file, draw_dress, html_page
from disclosure_lint import inputs
from disclosure_lint.config import Settings
from disclosure_lint.edition import load_editions
from disclosure_lint.engine import read_all
from disclosure_lint.extract import record
from disclosure_lint.format import format_source
from disclosure_lint.source import Source, decode
from disclosure_lint.words import words

_SETTINGS = Settings(today=date(2026, 6, 30))
_EDITIONS = {edition.id: edition for edition in load_editions()}
IDS = tuple(sorted(_EDITIONS))
# How a draft is spoilt, and how the page around the report looks.
SPOILT = ("clean", "clean", "blanks", "fault")
DRESSED = ("plain", "plain", "plain", "framed", "menu", "two", "run on", "traditional", "mixed")


class Sample(NamedTuple):
    """A generated report: what it is called, what it says, how it is printed."""

    name: str
    draft: Draft
    layout: Layout
    text: str
    spoilt: str


# --- reports ---------------------------------------------------------------------------------------


def sample(number: int, edition: str | None = None, layout: str | None = None) -> Sample:
    """Return the report of a number: editions and layouts take turns unless they are told."""
    edition = edition or IDS[number % len(IDS)]
    chosen = find_layout(layout) if layout else LAYOUTS[number // len(IDS) % len(LAYOUTS)]
    if not _EDITIONS[edition].fixed:
        chosen = statistics.straight(chosen)
    rng = Random(f"roundtrip {number} {edition} {chosen.name}")
    spoilt, dressed = rng.choice(SPOILT), rng.choice(DRESSED)
    draft = _draft(rng, edition, chosen)
    if spoilt == "blanks":
        _leave_blanks(draft, rng)
    elif spoilt == "fault" and edition in {"2019", "2021"}:
        rng.choice([it for it in KINDS if not it.figured and possible(it, chosen)]).plant(
            draft, rng
        )
    printing = _mixed(chosen, rng) if dressed == "mixed" else chosen
    text = print_report(draft, printing, rng).text
    name = f"{number} {edition} {chosen.name} {spoilt} {dressed}"
    return Sample(name, draft, chosen, _dressed(text, draft, dressed), spoilt)


def _draft(rng: Random, edition: str, layout: Layout) -> Draft:
    if edition == freeform.EDITION.id:
        return freeform.draft_report(rng, digits=layout.digits)
    if edition == statistics.EDITION.id:
        return statistics.draft_report(rng, digits=layout.digits)
    sizes = [it for it in SIZES if it is not Size.IDLE or rng.random() < 0.3]
    size = Size.DIGITS if layout.digits else rng.choice(sizes)
    return draft_report(rng, _EDITIONS[edition], size, piped=layout.piped)


def _mixed(layout: Layout, rng: Random) -> Layout:
    """Return a layout that prints each table in another one, as pages put together from files do."""
    others = [it for it in LAYOUTS if not it.digits]
    return replace(layout, write=lambda *sheet: rng.choice(others).write(*sheet))


def _leave_blanks(draft: Draft, rng: Random) -> None:
    """Leave some figures blank, or write what people write instead."""
    for table in draft.tables:
        values = [cell for row in table.bodies for cell in row.values]
        for cell in rng.sample(values, min(len(values), rng.choice((1, 2, 5)))):
            cell.text = rng.choice(("", "", "/", "—", "无", "5.5"))


def _dressed(text: str, draft: Draft, how: str) -> str:
    """Return a report as it comes out of a page."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if how == "framed":
        title, _, rest = text.partition(newline)
        return f"{title} | {'|' * 300}{newline}|{newline}{rest}{'|' * 40}{newline}"
    if how == "menu":
        before = "当前位置：首页 > 政务公开 > 政府信息公开年报", "字体：[ 大 中 小 ]"
        return newline.join((*before, text)) + f"扫一扫在手机打开当前页面{newline}"
    if how == "two":
        return text + _another(text, draft)
    if how == "run on":
        return _run_on(text, draft)
    if how == "traditional":
        pairs = words("characters")["scripts"]["pairs"].split()
        return text.translate({ord(pair[1]): pair[0] for pair in reversed(pairs)})
    return text


def _another(text: str, draft: Draft) -> str:
    """Return the report with the title of another organ."""
    title = draft.front[0].text
    return text.replace(title, f"临川市{title}")


def _run_on(text: str, draft: Draft) -> str:
    """Let the second heading run on from the paragraph before it."""
    heading = next(iter(draft.sections[1].headings), None)
    last = draft.sections[0].blocks[-1:]
    if heading is None or not last or not isinstance(last[0], Paragraph):
        return text
    end, _, rest = text.partition(heading.text)
    return f"{end.rstrip()}{heading.text}{rest}" if end.rstrip().endswith("。") else text


# --- what must hold --------------------------------------------------------------------------------


def rewritten(text: str) -> Iterator[str]:
    """Yield what goes wrong when a text is printed in the canonical layout."""
    before = Source(text)
    done = format_source(before, _SETTINGS)
    if done is None:
        yield "is not recognised"
        return
    if _letters(done.source.text) != _letters(text):
        yield "other letters"
    yield from differences(extracted(before), extracted(done.source))
    again = format_source(done.source, _SETTINGS)
    if again is None or again.source.text != done.source.text:
        yield "printing again changes it"
    yield from (f"{LEFT}: {place.name} in row {place.row}" for place in done.left)


def extracted(source: Source) -> list[object]:
    """Return what `extract` prints of each report, without places; a swallowed blank is a blank."""
    return [_without_places(record(it, "-")) for it in read_all(source, _SETTINGS)]


# What is said of a table that format leaves alone: nothing is lost, and it says so.
LEFT = "left as printed"
_RULE = set("|-: \r")
_PLACES = {"layout", "line", "location", "end_location"}


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_places(it) for key, it in value.items() if key not in _PLACES}
    if isinstance(value, list):
        return [_without_places(it) for it in value]
    return "blank" if value == "dropped" else value


def _letters(text: str) -> Counter[str]:
    """The characters of a text but for bars and blanks; the lines under heads are Markdown's."""
    lines = [line for line in text.split("\n") if not ("---" in line and set(line) <= _RULE)]
    return Counter(char for line in lines for char in line if char != "|" and not char.isspace())


def differences(one: object, other: object, path: str = "") -> Iterator[str]:
    """Yield where two records differ, and how."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differences(one[key], other[key], f"{path}/{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{path}/{number}")
    elif one != other:
        yield f"{path}: {str(one)[:120]!r} became {str(other)[:120]!r}"


def converted(one: Sample, number: int) -> Iterator[tuple[str, list[str]]]:
    """Yield of the report as a page and as a document what goes wrong.

    Its figures are those of the text; where blanks vanish from the text, of the same in a grid.
    """
    layout = one.layout if one.spoilt == "clean" else find_layout("grid")
    expected = _figures(Source(print_report(one.draft, layout, Random(number)).text))
    dress = draw_dress(Random(f"dress {number}"))
    page = html_page(one.draft, dress).encode(dress.encoding)
    for name, data in (("a.html", page), ("a.docx", docx_file(one.draft, dress))):
        found = _figures(inputs.read(name, data))
        for key, (_, state) in expected["cells"].items():
            if state == "unplaced" and key in found["cells"]:  # the page's own cells may tell more
                expected["cells"][key] = found["cells"][key]
        yield name[2:], [f"{it} ({dress})" for it in differences(expected, found)]


def _figures(source: Source) -> dict[str, Any]:
    """The sections and the cells of the report in a text, its title and year."""
    (report,) = read_all(source, _SETTINGS)
    found = record(report, "-")
    cells = {
        "/".join((table["kind"], it["row_key"], it["column_key"])): (it["raw"], it["state"])
        for table in found["tables"]
        for it in table["cells"]
    }
    sections = [(it["number"], it["title"]) for it in found["sections"]]
    facts = {key: found[key] for key in ("title", "year", "edition")}
    return {**facts, "sections": sections, "cells": cells}


# --- the command -----------------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None) -> int:
    """Print of each edition how many reports come through, by layout; return 1 when any does not."""
    options = _parser().parse_args(argv)
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    left = 0
    for row, column, name, text, faults in _checked(options):
        total[row, column] += 1
        right[row, column] += all(fault.startswith(LEFT) for fault in faults)
        left += sum(fault.startswith(LEFT) for fault in faults)
        for fault in faults[: options.shown]:
            sys.stdout.write(f"{name}: {fault}\n")
        if faults and options.misses:
            options.misses.mkdir(parents=True, exist_ok=True)
            (options.misses / f"{name.replace(' ', '-')}.txt").write_text(text, "utf-8", newline="")
    for column in dict.fromkeys(column for _, column in total):
        shown = (
            f"{row}: {right[row, column]:>4} of {count:>4}"
            for (row, it), count in sorted(total.items())
            if it == column
        )
        sys.stdout.write(f"{column:<16}{'   '.join(shown)}\n")
    sys.stdout.write(f"{right.total()} of {total.total()} come through, {left} tables {LEFT}\n")
    return int(right != total)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python tests/roundtrip.py", description=__doc__)
    parser.add_argument("--count", type=int, default=112, help="so many generated reports")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--edition", choices=IDS)
    parser.add_argument("--layout", choices=[layout.name for layout in LAYOUTS])
    parser.add_argument("--samples", type=Path, metavar="DIR", help="the texts of a folder instead")
    parser.add_argument("--misses", type=Path, metavar="DIR", help="write what went wrong here")
    parser.add_argument("--shown", type=int, default=3, help="faults printed of a report")
    return parser


def _checked(options: argparse.Namespace) -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Yield of each report the row and column it counts for, its name, its text and what goes wrong."""
    if options.samples:
        for path in sorted(options.samples.glob("*.txt")):
            text = decode(path.read_bytes()).text
            yield "all", "samples", path.stem, text, list(rewritten(text))
        return
    for number in range(options.first, options.first + options.count):
        one = sample(number, options.edition, options.layout)
        edition = one.name.split()[1]
        yield edition, one.layout.name, one.name, one.text, list(rewritten(one.text))
        for name, faults in converted(one, number):
            yield edition, name, f"{one.name} {name}", one.text, faults


if __name__ == "__main__":
    raise SystemExit(main())
