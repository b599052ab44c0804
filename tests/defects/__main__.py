"""Plants faults by the hundred and prints how many were found: `python -m tests.defects --help`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from disclosure_lint.diagnostic import Diagnostic
from disclosure_lint.edition import Edition

from . import statistics
from .case import EDITIONS, Case, find_layout, make_case, possible
from .dropped import Placing, place
from .faults import KINDS, Kind
from .judge import all_findings, clean_findings, judge, misread
from .layouts import LAYOUTS, Layout
from .results import SINGLE, Tally, render

_STATISTICS = statistics.EDITION
_BY_NAME = {kind.name: kind for kind in (*statistics.KINDS, *KINDS)}
_KEPT = 3  # misses written out for each kind and layout


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was asked for; return 1 when a clean report was accused or a figure put wrong."""
    options = _parser().parse_args(argv)
    layouts = [find_layout(options.layout)] if options.layout else list(LAYOUTS)
    measured = options.edition == _STATISTICS.id
    kinds = list(statistics.KINDS if measured else KINDS)
    if options.kind:
        kinds = [it for it in kinds if it.name == options.kind]
    editions = [it for it in (*EDITIONS, _STATISTICS) if it.id == options.edition] or [*EDITIONS]
    out = options.misses
    if options.clean:
        return _run_clean(_clean_cases(options.clean, layouts, editions), out)
    if options.dropped:
        return _run_dropped(options.dropped, options.rows, out)
    _run_faults(options.count, kinds, layouts, editions, out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.defects", description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="cases of each kind and layout")
    parser.add_argument("--clean", type=int, metavar="N", help="lint N reports without a fault")
    parser.add_argument("--dropped", type=int, metavar="N", help="drop blanks from rows, N times")
    parser.add_argument("--rows", type=int, nargs="+", default=[1, 2, 3, 5, 8, 15], metavar="R")
    parser.add_argument("--kind", choices=sorted(_BY_NAME))
    parser.add_argument("--layout", choices=[layout.name for layout in LAYOUTS])
    parser.add_argument("--edition", choices=[it.id for it in (_STATISTICS, *EDITIONS)])
    parser.add_argument("--misses", type=Path, metavar="DIR", help="write what went wrong here")
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _case(number: int, layout: Layout, edition: Edition, kind: Kind | None = None) -> Case:
    if edition is _STATISTICS:
        return statistics.make_case(number, layout, kind)
    return make_case(number, layout, edition, kind)


def _run_faults(
    count: int, kinds: list[Kind], layouts: list[Layout], editions: list[Edition], out: Path | None
) -> None:
    tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    kept: Counter[str] = Counter()
    for kind in kinds:
        for layout in (it for it in layouts if possible(kind, it)):
            for number in range(count):
                case = _case(number, layout, editions[number % len(editions)], kind)
                verdict = judge(case)
                tallies[kind.name, layout.name].add(verdict)
                for fault in verdict.complaints(single=kind.name in SINGLE):
                    key = f"{fault}-{kind.name}-{layout.name}"
                    kept[key] += 1
                    if out and kept[key] <= _KEPT:
                        _write(out, f"{key}-{number}", case, all_findings(case))
    for line in render(tallies, kinds, layouts):
        _say(line)


def _clean_cases(count: int, layouts: list[Layout], editions: list[Edition]) -> Iterator[Case]:
    for number in range(count):
        layout = layouts[number % len(layouts)]
        yield _case(number, layout, editions[number // len(layouts) % len(editions)])


def _run_clean(cases: Iterable[Case], out: Path | None) -> int:
    accused: Counter[tuple[str, str]] = Counter()
    unread: Counter[str] = Counter()
    total = 0
    for case in cases:
        total += 1
        findings = clean_findings(case)
        wrong = misread(case)
        unread[case.layout.name] += bool(wrong)
        for rule in {it.rule for it in findings}:
            accused[rule, case.layout.name] += 1
        if out and (findings or wrong) and sum(accused.values()) + sum(unread.values()) < 100:
            _write(out, case.name.replace("/", "-"), case, findings, wrong)
    for (rule, layout), times in accused.most_common():
        _say(f"{times:>6}  {rule} in {layout}")
    for layout, times in unread.items():
        if times:
            _say(f"{times:>6}  reports with figures misread in {layout}")
    _say(
        f"{total} clean reports, {sum(accused.values())} accusations, {sum(unread.values())} misread"
    )
    return int(bool(accused or +unread))


def _run_dropped(count: int, short_rows: Iterable[int], out: Path | None) -> int:
    wrong = 0
    for rows in short_rows:
        placings: Counter[Placing] = Counter()
        for number in range(count):
            placing, text = place(number, rows)
            placings[placing] += 1
            if out and placing is not Placing.RIGHT and placings[placing] <= _KEPT:
                out.mkdir(parents=True, exist_ok=True)
                (out / f"dropped-{rows}-{placing}-{number}.txt").write_text(text, "utf-8")
        wrong += placings[Placing.WRONG]
        shares = ", ".join(f"{100 * placings[it] / count:.1f} % {it}" for it in Placing)
        _say(f"{rows:>2} short row{'s' if rows > 1 else ' '}: {shares}")
    return int(bool(wrong))


def _write(
    out: Path, name: str, case: Case, findings: Iterable[Diagnostic], notes: Iterable[str] = ()
) -> None:
    """Write the text of a case, and beside it what was planted and what was found."""
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{name}.txt").write_text(case.printed.text, "utf-8")
    lines = [case.name, *_truth(case), *(f"misread {note}" for note in notes)]
    for it in findings:
        line = case.printed.text.count("\n", 0, it.span.start) + 1
        suspects = [(suspect.value, suspect.expected) for suspect in it.finding.suspects]
        lines.append(f"{line}: {it.severity} {it.rule} {it.message.zh} {suspects or ''}")
    (out / f"{name}.findings").write_text("\n".join(lines) + "\n", "utf-8")


def _truth(case: Case) -> Iterator[str]:
    if case.planted is None:
        return
    for place_of in case.planted.places:
        lines = case.printed.lines(place_of)
        yield f"planted on line {lines.start}: {case.printed.at(place_of)[:60]!r}"
    for cell in case.planted.cells:
        lines = case.printed.lines(cell)
        yield f"wrong cell on line {lines.start} in {cell.key}: {cell.text!r}, right {case.planted.right!r}"


if __name__ == "__main__":
    raise SystemExit(main())
