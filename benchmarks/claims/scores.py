"""Precision and recall of the claims, by kind of quantity.

Two things are measured on whole reports. `read` compares the claims that are certain with those the
sentence makes; `found` compares the contradictions reported by the rules with those planted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.check import contradiction
from disclosure_lint.config import Settings
from disclosure_lint.engine import diagnose, read
from disclosure_lint.report import Report
from disclosure_lint.source import Source

from .cases import Case, report_of

SETTINGS = Settings(select=("consistency",), today=date(2026, 6, 30))
# Rules of the group that judge a sentence alone, or a rate: no figure of a table is contradicted.
ALONE = {
    "wrong-percentage", "breakdown-mismatch", "unbalanced-prose", "conflicting-figures", "stale-year",
    "impossible-growth-rate", "overstated-rate", "fee-missing-from-table", "fee-row-contradicted",
}  # fmt: skip


@dataclass
class Score:
    """Right, invented and missed ones of a quantity."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    def add(self, got: set, wanted: set) -> None:
        self.right += len(got & wanted)
        self.invented += len(got - wanted)
        self.missed += len(wanted - got)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.invented, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


@dataclass
class Measured:
    """Scores of reading and of finding by kind of quantity, and what went wrong."""

    read: dict[str, Score] = field(default_factory=dict)
    found: dict[str, Score] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def measure(cases: Sequence[Case]) -> Measured:
    """Return the scores over the cases."""
    measured = Measured()
    for case in cases:
        report = read(Source(report_of(case)), SETTINGS)
        certain = {(it.quantity, _plain(it.number)) for it in claims_of(report) if it.certain}
        stated = {(name, _plain(figure)) for name, figure in case.claims}
        _score(measured.read, certain, stated)
        reported = set(_reported(report))
        _score(measured.found, {(it,) for it in reported}, {(it,) for it in case.planted})
        if certain != stated or reported != case.planted:
            lines = [case.sentence, f"  missed   {sorted(stated - certain, key=str)}"]
            lines += [f"  invented {sorted(certain - stated, key=str)}"]
            lines += [f"  reported {sorted(reported)}, planted {sorted(case.planted)}"]
            measured.wrong.append("\n".join(lines))
    return measured


def _plain(figure: int | Decimal) -> Decimal:
    return Decimal(figure)


def _score(scores: dict[str, Score], got: set[tuple], wanted: set[tuple]) -> None:
    for kind in {kind_of(it[0]) for it in got | wanted}:
        mine = {it for it in got if kind_of(it[0]) == kind}
        scores.setdefault(kind, Score()).add(mine, {it for it in wanted if kind_of(it[0]) == kind})


def _reported(report: Report) -> Iterator[str]:
    """The quantities of the claims at which the rules of the group report a contradiction."""
    for it in diagnose(report, SETTINGS):
        if it.group == "consistency" and it.rule not in ALONE:
            spans = {it.span, *(place.span for place in it.finding.related)}
            for claim in claims_of(report):
                if claim.span in spans and claim.certain and contradiction(report, claim):
                    yield claim.quantity


def kind_of(quantity: str) -> str:
    """Return the row of the table of results that a quantity belongs to."""
    first = re.split(r"[|+]", quantity, maxsplit=1)[0]
    if "|" in quantity:
        return "handled"
    if "@" in first:
        return "applicants"
    if first.startswith("outcome.") and first != "outcome.total":
        return "outcome items" if first.count(".") == 2 else "outcomes"
    group, _, part = first.partition(".")
    if group in {"reconsideration", "suit", "direct_suit", "suit_after_reconsideration"}:
        return "disputes" if part == "total" else "dispute results"
    if group in {"normative_document", "regulation"}:
        return "documents"
    return {"licence": "decisions", "penalty": "decisions", "coercion": "decisions"}.get(
        group, first
    )
