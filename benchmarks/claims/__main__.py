"""Print precision and recall of the claims: `python -m benchmarks.claims [--misses] [FILE…]`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from .cases import load
from .scores import Score, measure


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; return 1 where precision or recall over all is below what is asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="of this folder; all by default")
    parser.add_argument("--misses", action="store_true", help="print every sentence misread")
    options = parser.parse_args(argv)
    cases = load(*options.files)
    measured = measure(cases)
    planted = sum(bool(case.planted) for case in cases)
    apart = sum(bool(case.apart) for case in cases)
    print(
        f"{len(cases)} sentences, {planted} with a planted contradiction, {apart} with a scope trap"
    )
    worst = 1.0
    for title, scores in (("claims read", measured.read), ("contradictions", measured.found)):
        total = Score()
        print(
            f"\n{title:<18}{'right':>7}{'invented':>10}{'missed':>8}{'precision':>11}{'recall':>8}"
        )
        for name, score in sorted(scores.items()):
            _print(name, score)
            total.right += score.right
            total.invented += score.invented
            total.missed += score.missed
        _print("all", total)
        worst = min(worst, total.precision - 0.04, total.recall)
    if options.misses:
        print("", *measured.wrong, sep="\n")
    return int(worst < 0.95)


def _print(name: str, score: Score) -> None:
    print(
        f"{name:<18}{score.right:>7}{score.invented:>10}{score.missed:>8}"
        f"{score.precision:>11.3f}{score.recall:>8.3f}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
