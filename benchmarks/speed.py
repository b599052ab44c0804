"""How long a report takes, as ratios in one run: against autocorrect-py, and cold against bare Python.

    python -m benchmarks.speed [REPORT]

Absolute times are printed beside the ratios; only the ratios mean something on a shared machine.
"""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import autocorrect_py

import disclosure_lint
from disclosure_lint.engine import lint, read
from disclosure_lint.lexer import tokens
from disclosure_lint.source import Source, decode

FIXTURE = Path(__file__).parents[1] / "fixtures/reports/water-bureau-2024.txt"
ROUNDS = 60
COLD_ROUNDS = 7
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


def cold(path: Path) -> None:
    """CPU and memory of whole processes, bytecode compiled before."""
    compileall.compile_dir(str(Path(disclosure_lint.__file__).parent), quiet=2)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "check, cold": [sys.executable, "-m", "disclosure_lint", "check", "-q", str(path)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for round_number in range(COLD_ROUNDS + 1):
        for name, command in commands.items():
            before = _children()
            subprocess.run(command, env=environment, check=False, capture_output=True)
            if round_number:  # the first fills the caches
                times[name].append(_children() - before)
    bare = statistics.median(times["python -c pass"])
    print(f"\n{'cold, whole process':24}{'ms':>8}{'ratio':>8}")
    for name, took in times.items():
        print(f"{name:24}{statistics.median(took) * 1e3:8.1f}{statistics.median(took) / bare:8.1f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of the largest child: {peak:.0f} MiB")


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


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
    cold(report)
    growth(report)
