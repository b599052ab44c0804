"""What each rule costs: the dearest, their share of all rules, and all rules against autocorrect-py.

    python -m benchmarks.rules [COUNT] [SHOWN]

Measured on generated reports (`benchmarks.many`), each read anew and checked once, rule by rule. What
rules share (the running text, the figures stated in prose) is paid for by the first that asks for it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter, defaultdict

import autocorrect_py

from benchmarks.many import WARM_UP, reports
from disclosure_lint.config import Settings, options_for
from disclosure_lint.engine import diagnose, read
from disclosure_lint.report import Report
from disclosure_lint.rule import Rule
from disclosure_lint.rules import load_all
from disclosure_lint.source import Source

REPORTS = 100
SHOWN = 5
_SETTINGS = Settings()


def main(count: int, shown: int) -> None:
    gc.set_threshold(100_000)  # as the command does
    rules = [rule for rule in load_all() if not rule.preview]
    costs: Counter[str] = Counter()
    kept: list[Report] = []
    peer = whole = 0
    for number, (_, text) in enumerate(reports(WARM_UP + 2 * count), -WARM_UP):
        report = read(Source(text))
        kept.append(report)  # or a rule that keeps facts of the last reports pays for freeing one
        start = time.process_time_ns()
        autocorrect_py.lint_for(text, "txt")
        middle = time.process_time_ns()
        if number % 2:  # a text is checked in one way only: what is left of the first would help
            diagnose(report, _SETTINGS)
            end = time.process_time_ns()
            if number > 0:
                peer += middle - start
                whole += end - middle
        else:
            found = costs_of(report, rules)
            if number >= 0:
                costs += found
    total = sum(costs.values())
    print(f"{'rules of one report':32}{'µs':>8}{'share':>8}")
    for name, took in costs.most_common(shown):
        print(f"{name:32}{took / count / 1e3:8.0f}{took / total:8.0%}")
    print(f"{f'all {len(rules)}, one by one':32}{total / count / 1e3:8.0f}{1:8.0%}")
    print(f"{'all, as the engine runs them':32}{whole / count / 1e3:8.0f}")
    print(f"{'… against autocorrect-py':32}{whole / peer:8.2f}")


def costs_of(report: Report, rules: list[Rule]) -> Counter[str]:
    """Return the nanoseconds that each rule takes on a report."""
    nodes: defaultdict[type, list[object]] = defaultdict(list)
    every = (report, *report.metadata, *report.sections, *report.prose, *report.tables)
    for node in every:
        nodes[type(node)].append(node)
    found: Counter[str] = Counter()
    for rule in rules:
        options = options_for(rule, _SETTINGS)
        given = () if options is None else (options,)
        start = time.process_time_ns()
        heard = not rule.cues or any(cue in report.source.text for cue in rule.cues)
        for node in nodes[rule.each] if heard else ():
            if rule.needs is None or rule.needs(node):
                list(rule.check(node, report, *given))
        found[rule.id] = time.process_time_ns() - start
    return found


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given, *(REPORTS, SHOWN)[len(given) :])
