"""Counts verdicts and prints them as a table, kind by layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .case import possible
from .faults import Kind
from .judge import Verdict
from .layouts import Layout

# The kinds for which the one right value follows from the relations, or from what people forget.
SINGLE = frozenset(
    {
        "wrong-leaf",
        "wrong-row-total",
        "wrong-column-total",
        "wrong-balance",
        "wrong-refusals",
        "unfilled-total",
    }
)


@dataclass(slots=True)
class Tally:
    """What became of the cases of one kind in one layout."""

    cases: int = 0
    found: int = 0
    named: int = 0
    mended: int = 0
    listed: int = 0
    strayed: int = 0

    def add(self, verdict: Verdict) -> None:
        """Count a verdict."""
        self.cases += 1
        self.found += verdict.found
        self.named += verdict.named
        self.mended += verdict.mended
        self.listed += verdict.listed
        self.strayed += bool(verdict.off_target)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.cases + other.cases,
            self.found + other.found,
            self.named + other.named,
            self.mended + other.mended,
            self.listed + other.listed,
            self.strayed + other.strayed,
        )


Tallies = Mapping[tuple[str, str], Tally]


def render(tallies: Tallies, kinds: Sequence[Kind], layouts: Sequence[Layout]) -> Iterator[str]:
    """Yield the lines of the table and of the summary."""
    yield "layouts: " + ", ".join(f"{n} {layout.name}" for n, layout in enumerate(layouts, 1))
    yield ""
    head = "".join(f"{number:>7}" for number in range(1, len(layouts) + 1))
    yield f"{'found, % of cases':<24}{head}{'all':>7}{'off':>6}{'cases':>7}"
    for kind in kinds:
        row = [tallies[kind.name, layout.name] for layout in layouts]
        every = sum(row, Tally())
        cells = "".join(
            f"{_percent(tally.found, tally.cases) if possible(kind, layout) else 'none':>7}"
            for tally, layout in zip(row, layouts, strict=True)
        )
        found = _percent(every.found, every.cases)
        off = _percent(every.strayed, every.cases)
        yield f"{kind.name:<24}{cells}{found:>7}{off:>6}{every.cases:>7}"
    yield ""
    yield from _summary(tallies, kinds, layouts)


def _summary(tallies: Tallies, kinds: Sequence[Kind], layouts: Sequence[Layout]) -> Iterator[str]:
    def line(what: str, count: Callable[[Tally], int], of: Callable[[Kind], bool]) -> str:
        every = sum(
            (tallies[kind.name, it.name] for kind in kinds if of(kind) for it in layouts), Tally()
        )
        share = f"{_percent(count(every), every.cases):>6} %"
        return f"{share}  {what} ({count(every)} of {every.cases})"

    yield line("with an exact place: found on its line", lambda t: t.found, lambda k: k.exact)
    yield line("with an exact place: by an expected rule", lambda t: t.named, lambda k: k.exact)
    yield line("one wrong figure: first suspect, right value", lambda t: t.mended, _single)
    yield line("without a place: in the right table", lambda t: t.found, lambda k: not k.exact)
    yield line("without a place: true cells listed", lambda t: t.listed, lambda k: not k.exact)
    yield line("cases with an error off target", lambda t: t.strayed, lambda _: True)


def _single(kind: Kind) -> bool:
    return kind.name in SINGLE


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"
