"""Figures of the prose that the tables contradict: whatever else they break is the same fault again."""

from disclosure_lint.claims.check import Support, contradicted
from disclosure_lint.claims.claim import Claim
from disclosure_lint.records import once
from disclosure_lint.report import Report
from disclosure_lint.source import Span


@once
def accused_figures(report: Report) -> tuple[Claim, ...]:
    """Return the claims that the tables contradict, but for those that put a table in the wrong."""
    return tuple(
        it.claim
        for found in contradicted(report).values()
        for it in found
        if it.support is not Support.PROSE
    )


def accused_in(report: Report, span: Span) -> tuple[Claim, ...]:
    """Return the accused figures that stand in a piece of the source."""
    return tuple(it for it in accused_figures(report) if span.overlaps(it.span))
