"""How long a report takes, as ratios in one run against autocorrect-py, and how that grows with it.

    python -m benchmarks.speed [REPORT]

(`benchmarks.cold` has a whole process, `benchmarks.many` many different reports, `benchmarks.rules` each
rule.) Absolute times are printed beside the ratios; only the ratios mean something on a shared machine.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import autocorrect_py

from disclosure_lint.engine import lint, read
from disclosure_lint.lexer import tokens
from disclosure_lint.source import Source, decode

FIXTURE = Path(__file__).parents[1] / "fixtures/reports/water-bureau-2024.txt"
ROUNDS = 60
GROWTH = (1, 10, 100)


def warm(path: Path) -> None:
    """Interleave the contestants, so that noise hits them alike; the median of the ratios counts."""
    data = path.read_bytes()
    source = decode(data)
    contestants: dict[str, Callable[[], object]] = {
        "autocorrect-py": lambda: autocorrect_py.lint_for(source.text, "txt"),
        "lines": lambda: tokens(source.text),
        "read": lambda: read(decode(data)),
        "whole": lambda: lint(decode(data)),
    }
    times: dict[str, list[int]] = {name: [] for name in contestants}
    for call in contestants.values():
        call()
    for _ in range(ROUNDS):
        for name, call in contestants.items():
            start = time.process_time_ns()
            call()
            times[name].append(time.process_time_ns() - start)
    print(f"{'warm, one report':24}{'ms':>8}{'ratio':>8}")
    for name, took in times.items():
        ratios = [mine / peer for mine, peer in zip(took, times["autocorrect-py"], strict=True)]
        print(f"{name:24}{min(took) / 1e6:8.2f}{statistics.median(ratios):8.2f}")


def growth(path: Path) -> None:
    """Time for each character as one axis grows; the last column over the one before should be near 1."""
    text = path.read_text("utf-8")
    lines = text.split("\n")
    row = max(lines, key=lambda line: line.count("|"))
    paragraph = max(lines, key=len)
    axes: dict[str, Callable[[int], str]] = {
        "report": lambda times: "\n".join([text] * times),
        "rows": lambda times: text.replace(row, "\n".join([row] * times)),
        "cells in a row": lambda times: text.replace(row, row * times),
        "paragraph": lambda times: text.replace(paragraph, paragraph * times),
    }
    print(f"\n{'ns a character':24}" + "".join(f"{f'× {times}':>8}" for times in GROWTH))
    for name, grow in axes.items():
        costs = []
        for times in GROWTH:
            source = Source(grow(times))
            best = min(_timed(source) for _ in range(3))
            costs.append(best / len(source.text))
        print(f"{name:24}" + "".join(f"{cost:8.0f}" for cost in costs))


def _timed(source: Source) -> int:
    start = time.process_time_ns()
    lint(source)
    return time.process_time_ns() - start


if __name__ == "__main__":
    report = Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURE
    warm(report)
    growth(report)
