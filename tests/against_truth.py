"""What is read of reports against what stands in them, written down by hand: `python tests/against_truth.py DIR`.

Beside each `NAME.txt` of the folder stands `NAME.expect.json` with the year, the edition, the sections
and some cells, named by the labels that are printed. The table counts what agrees and names what does not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from disclosure_lint.config import Settings
from disclosure_lint.engine import read_all
from disclosure_lint.extract import record
from disclosure_lint.source import decode
from disclosure_lint.text import fold

_SETTINGS = Settings(today=date(2026, 6, 30))
_FACTS = ("year", "edition")
# A remark after the words of a label; the number before them is in brackets too.
_REMARK = re.compile(r"(?<=\w)[(（].*[)）]$")


class Comparison(NamedTuple):
    """How many things of a kind agree (`right` of `all`), and what is to be said of the others."""

    right: Counter[str]
    all: Counter[str]
    misses: list[str]


def compare(text: str, truth: dict[str, Any]) -> Comparison:
    """Hold the report in `text` against the truth about it."""
    found = record(read_all(decode(text.encode()), _SETTINGS)[0], "-")
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    misses = []
    for kind, name, agrees in _checks(found, truth):
        whole[kind] += 1
        right[kind] += agrees
        if not agrees:
            misses.append(f"{kind} {name}")
    return Comparison(right, whole, misses)


def _checks(found: dict[str, Any], truth: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    for fact in _FACTS:
        if truth.get(fact) is not None:
            yield fact, f"{truth[fact]}, read {found[fact]}", found[fact] == truth[fact]
    printed = [(it["number"], it["title"], it["line"]) for it in found["sections"]]
    for it in truth["sections"]:
        section = (it["number"], it["title"], it["line"])
        yield "sections", f"{section}", section in printed
    for table in truth["tables"]:
        cells = [c for t in found["tables"] if t["kind"] == table["kind"] for c in t["cells"]]
        for name, value in table["cells"].items():
            at = [it for it in cells if fold(name) in _names(it)]
            agrees = bool(at) and all(_agree(it, value) for it in at)
            shown = [it["raw"] for it in at] or "nothing"
            yield "cells", f"{table['kind']} {name}: {value}, read {shown}", agrees


def _names(cell: dict[str, Any]) -> Iterator[str]:
    """What a cell may be called by its printed labels, with the remarks in brackets and without."""
    *above, column = cell["column"]
    rows = (
        [above[-1]] if cell["row_key"] == "cases" else [cell["row"][-1], "/".join(cell["row"][-2:])]
    )
    for row in rows:
        yield fold(f"{row}/{column}")
        yield fold(f"{_REMARK.sub('', row)}/{_REMARK.sub('', column)}")


def _agree(cell: dict[str, Any], value: object) -> bool:
    if isinstance(value, str | Decimal):
        try:
            return Decimal(str(cell["value"])) == Decimal(value)
        except InvalidOperation:
            return bool(cell["raw"] == value)
    return bool(cell["value"] == value)


def main(argv: Sequence[str] | None = None) -> int:
    """Compare the reports of a folder; return 1 when less than 98 % of sections or cells agree."""
    parser = argparse.ArgumentParser(prog="python tests/against_truth.py", description=__doc__)
    parser.add_argument("folder", type=Path)
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for path in sorted(parser.parse_args(argv).folder.glob("*.expect.json")):
        name = path.name.removesuffix(".expect.json")
        text = decode(path.with_name(f"{name}.txt").read_bytes()).text
        one = compare(text, json.loads(path.read_text("utf-8"), parse_float=Decimal))
        right += one.right
        whole += one.all
        for miss in one.misses:
            sys.stdout.write(f"{name}: {miss}\n")
    for kind, count in whole.items():
        sys.stdout.write(f"{kind:<10}{right[kind]:>6} of {count:>5}{right[kind] / count:>9.1%}\n")
    return int(any(right[it] < 0.98 * whole[it] for it in ("sections", "cells")))


if __name__ == "__main__":
    raise SystemExit(main())
