"""Holds what the linter says against what was planted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.engine import lint, read
from disclosure_lint.source import Source, Span

from .case import Case
from .model import Cell, Extent, Printed, Table

SETTINGS = Settings(today=date(2026, 6, 30))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one fault.

    `found`: an allowed group speaks on the right line (for a kind without a place: in the right
    table; for what is gone without a trace: an expected rule does, anywhere). `named`: one of the expected rules does. `mended`: the first suspect is the wrong cell
    with the value it should have. `listed`: every wrong cell is among the candidates. `off_target`
    are the errors about something else.
    """

    found: bool
    named: bool
    mended: bool
    listed: bool
    exact: bool
    off_target: tuple[Diagnostic, ...]

    def complaints(self, *, single: bool) -> list[str]:
        """Return what is to be complained of; `single` faults have one right explanation."""
        wrong = {
            "missed": not self.found,
            "unnamed": self.found and not self.named,
            "unmended": single and self.found and not self.mended,
            "unlisted": not self.exact and self.found and not self.listed,
            "astray": bool(self.off_target),
        }
        return [name for name, is_so in wrong.items() if is_so]


def all_findings(case: Case) -> tuple[Diagnostic, ...]:
    """Return everything the linter says of a case."""
    return lint(Source(case.printed.text, case.name), SETTINGS).diagnostics


def clean_findings(case: Case) -> list[Diagnostic]:
    """Return what is said, at warning or above, of a report that has no fault."""
    return [it for it in all_findings(case) if it.severity >= Severity.WARNING]


def judge(case: Case) -> Verdict:
    """Lint a case and compare with its fault."""
    kind, planted, printed = case.kind, case.planted, case.printed
    if kind is None or planted is None:
        message = f"{case.name} has no fault"
        raise ValueError(message)
    diagnostics = all_findings(case)
    lines = {line for place in planted.places for line in printed.lines(place)}
    lines |= {line for cell in planted.cells for line in printed.lines(cell)}
    whole = _table_extent(printed, planted.table)

    def in_place(it: Diagnostic) -> bool:
        if not kind.exact:
            return whole is not None and whole.start <= it.span.start <= whole.end
        if not planted.places:
            return it.rule in kind.rules
        return _line(printed, it.span) in lines

    def on_target(it: Diagnostic) -> bool:
        if _line(printed, it.span) in lines:
            return True
        inside = whole is None or whole.start <= it.span.start <= whole.end
        return it.rule in kind.rules and (inside or it.group == "consistency")

    at_place = [it for it in diagnostics if in_place(it)]
    speakers = [it for it in at_place if it.rule in kind.rules]
    return Verdict(
        found=any(it.group in kind.groups for it in at_place),
        named=bool(speakers),
        mended=any(
            _mends(it, printed.extents.get(cell), planted.right)
            for it in speakers
            for cell in planted.cells
        ),
        listed=all(any(_names(it, cell, printed) for it in speakers) for cell in planted.cells),
        exact=kind.exact,
        off_target=tuple(
            it for it in diagnostics if it.severity is Severity.ERROR and not on_target(it)
        ),
    )


def _line(printed: Printed, span: Span) -> int:
    return printed.text.count("\n", 0, span.start) + 1


def _table_extent(printed: Printed, key: str) -> Extent | None:
    return next(
        (
            extent
            for what, extent in printed.extents.items()
            if isinstance(what, Table) and what.key == key
        ),
        None,
    )


def _mends(it: Diagnostic, extent: Extent | None, right: str) -> bool:
    first = next(iter(it.finding.suspects), None)
    return first is not None and tuple(first.span) == extent and first.expected == right


def _names(it: Diagnostic, cell: Cell, printed: Printed) -> bool:
    """Whether a finding names a cell: itself, or its column where a rule can be sure of no more."""
    extent = printed.extents.get(cell)
    if extent is None:
        return False
    spans = [it.span, *(s.span for s in it.finding.suspects), *(r.span for r in it.finding.related)]
    if any(span.start <= extent.start and extent.end <= span.end for span in spans):
        return True
    if it.rule != "misplaced-figure":
        return False
    column = [
        e for what, e in printed.extents.items() if isinstance(what, Cell) and what.key == cell.key
    ]
    return any(e.start < span.end and span.start < e.end for span in spans for e in column)


def misread(case: Case) -> list[str]:
    """Return the figures of a clean report that are read from elsewhere, as other numbers or not at all."""
    report = read(Source(case.printed.text, case.name), SETTINGS)
    wrong = []
    for what in case.printed.extents:
        if not isinstance(what, Table):
            continue
        bound = report.table(what.key)
        for row in what.bodies:
            for cell in row.values:
                found = bound.cells.get((row.key, cell.key)) if bound else None
                extent = case.printed.extents[cell]
                if (
                    found is None
                    or found.value != _number(cell.text)
                    or tuple(found.span) != extent
                ):
                    wrong.append(f"{what.key}/{row.key}/{cell.key}")
    return wrong


def _number(text: str) -> int | Decimal:
    return Decimal(text) if "." in text else int(text)
