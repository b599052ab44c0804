"""Many different reports, each checked once, against autocorrect-py on the same texts.

    python -m benchmarks.many [COUNT]

The reports are generated (`tests/defects`): clean ones of every edition and layout with figures and
words of their own, so that nothing a report leaves behind makes the next one cheaper than it would be
in an archive. Both contestants take turns on each text; the ratio of the sums counts.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator

import autocorrect_py
from tests.defects.case import EDITIONS, make_case
from tests.defects.layouts import LAYOUTS

from disclosure_lint.config import Settings
from disclosure_lint.engine import diagnose, read
from disclosure_lint.source import Source

PEER = "autocorrect-py"
REPORTS = 200
WARM_UP = 40
_OTHERS = 10_000  # from this number on stand the reports to warm up with
_SETTINGS = Settings()


def reports(count: int, first: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the layout and the text of generated reports: every layout in turn, then every edition."""
    for number in range(count):
        layout = LAYOUTS[number % len(LAYOUTS)]
        edition = EDITIONS[number // len(LAYOUTS) % len(EDITIONS)]
        yield layout.name, make_case(first + number, layout, edition).printed.text


def main(count: int) -> None:
    gc.set_threshold(100_000)  # as the command does
    for _, text in reports(WARM_UP, _OTHERS):
        _turns(text)
    times: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for layout, text in reports(count):
        times[layout] += _turns(text)
    total = sum(times.values(), Counter[str]())
    print(f"{f'{count} reports, each once':28}{'ms each':>10}{'ratio':>8}")
    for name, took in total.items():
        print(f"{name:28}{took / count / 1e6:10.2f}{took / total[PEER]:8.2f}")
    print(f"\n{'whole, by layout':28}{'ratio':>18}")
    ratios = {layout: it["whole"] / it[PEER] for layout, it in times.items()}
    for layout, ratio in sorted(ratios.items(), key=lambda it: -it[1]):
        print(f"{layout:28}{ratio:18.2f}")


def _turns(text: str) -> Counter[str]:
    """The nanoseconds that each contestant takes; a text is read once, as what it leaves would help."""
    start = time.process_time_ns()
    autocorrect_py.lint_for(text, "txt")
    gc.disable()  # until the report is gone again, as `lint` does
    turn = time.process_time_ns()
    report = read(Source(text))
    middle = time.process_time_ns()
    diagnose(report, _SETTINGS)
    del report
    end = time.process_time_ns()
    gc.enable()
    took = {PEER: turn - start, "read": middle - turn, "rules": end - middle, "whole": end - turn}
    return Counter(took)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
