"""Claims against the tables: the figure of the table, whether both agree, and which one its relations support."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.claim import Claim, Figure
from disclosure_lint.claims.meaning import group_of
from disclosure_lint.claims.tabled import Tabled, tabled
from disclosure_lint.edition import CellKey
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.relation import judge
from disclosure_lint.report import Report
from disclosure_lint.table import Candidate, Outcome
from disclosure_lint.words import words


class Support(StrEnum):
    """Which of two figures the table's relations support."""

    TABLE = "table"
    PROSE = "prose"
    NEITHER = "neither"
    UNKNOWN = "unknown"


class Contradiction(NamedTuple):
    """A claim, what the table says instead, which of them the relations support.

    `candidate` is the suspect that the claim bears witness against, with the value it should have: a
    cell of a fault that the table's own rules speak of.
    """

    claim: Claim
    tabled: Tabled
    support: Support
    candidate: Candidate | None = None


def contradictions(report: Report, rule: str) -> Sequence[Contradiction]:
    """Return the contradictions of a rule's quantities in order of place."""
    return contradicted(report).get(rule, ())


@once
def contradicted(report: Report) -> Mapping[str, Sequence[Contradiction]]:
    """Return all contradictions by the rules that speak of them: the claims are gone through once."""
    found: dict[str, list[Contradiction]] = {}
    for claim in claims_of(report):
        if claim.certain and (it := contradiction(report, claim)):
            found.setdefault(rule_of(claim.quantity), []).append(it)
    return found


def contradiction(report: Report, claim: Claim) -> Contradiction | None:
    """Return the contradiction between a claim and the tables, if there is one."""
    readings = tabled(report, claim.quantity)
    if not readings or _agrees_with_one(claim, readings):
        return None
    if _agrees_with_one(claim, _wider(report, claim)):
        return None
    first = readings[0]
    if _is_part(report, claim, first):
        return None
    for verdict in first.table.verdicts:
        for candidate in verdict.candidates:
            if _restored(first, candidate) == claim.number:
                return Contradiction(claim, first, Support.PROSE, candidate)
    return Contradiction(claim, first, _support(first))


def witnesses(report: Report, candidate: Candidate) -> tuple[Claim, ...]:
    """Return the claims that bear witness for a suspect: they hold once its cell says what is expected."""
    found = []
    for claim in claims_of(report):
        readings = tabled(report, claim.quantity) if claim.certain else ()
        if readings and _restored(readings[0], candidate) == claim.number:
            found.append(claim)
    return tuple(found)


def defended(report: Report, candidate: Candidate) -> bool:
    """Return whether a claim states the figure that a suspect's cell has, and no other cell's with it."""
    for claim in claims_of(report):
        readings = tabled(report, claim.quantity) if claim.certain else ()
        cells = [it.key for it in readings[0].cells] if readings else []
        if cells == [candidate.cell.key] and agrees(claim, readings[0]):
            return True
    return False


@lru_cache(maxsize=1024)
def rule_of(quantity: str) -> str:
    """Return the rule that speaks of a quantity."""
    return group_of(quantity).rule


def _agrees_with_one(claim: Claim, readings: Sequence[Tabled]) -> bool:
    return any(agrees(claim, it) for it in readings)


def agrees(claim: Claim, it: Tabled) -> bool:
    """Whether a claim says what the table says; amounts as exactly as the coarser of both is written."""
    if claim.measure not in words("claims")["units"]:
        return claim.number == it.value
    stated = in_form_units(claim)
    step = max(_step(stated), _step(it.value))
    return abs(stated - it.value) <= step / 2


def in_form_units(claim: Claim) -> Decimal:
    """Return the amount of a claim in the unit of the form (万元)."""
    amount = Decimal(claim.number) * Decimal(words("claims")["units"].get(claim.measure, "1"))
    return amount.normalize() if amount else amount


def _step(value: Figure) -> Decimal:
    """One in the last place written; a plain 0 is nothing at all and rounds nothing."""
    if isinstance(value, int):
        return Decimal(1 if value else 0)
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _wider(report: Report, claim: Claim) -> tuple[Tabled, ...]:
    """What the tables say where the figure counts in more than its words tell."""
    wider = words("claims")["wider"].get(claim.quantity)
    return tabled(report, wider) if wider else ()


def _is_part(report: Report, claim: Claim, it: Tabled) -> bool:
    """Whether a figure leaves out what the table counts in: it must, as part of another, or just does."""
    beside = words("claims")["beside"].get(claim.quantity)
    if beside is None:
        return False
    left_out = tabled(report, beside)
    if claim.of:
        return not left_out or any(other.value != 0 for other in left_out)
    return any(claim.number + other.value == it.value for other in left_out) and _is_of_this_year(
        report, claim
    )


def _is_of_this_year(report: Report, claim: Claim) -> bool:
    """Whether a sentence tells this year's requests and those carried in apart: the latter come later in it."""
    text, data = report.source.text, words("claims")
    before = text[claim.sentence.start : claim.span.start]
    after = text[claim.span.end : claim.sentence.end]
    carried = (data["concepts"]["last"], data["concepts"]["carry"])
    return any(word in before for word in data["requests"]["of_these"]) or all(
        any(word in after for word in spellings) for spellings in carried
    )


def _restored(it: Tabled, candidate: Candidate) -> Figure | None:
    """What the table would say with the candidate's value in its cell."""
    if all(cell.key != candidate.cell.key for cell in it.cells):
        return None
    return it.value - (candidate.cell.value or 0) + candidate.expected


def _support(it: Tabled) -> Support:
    keys: set[CellKey] = {cell.key for cell in it.cells}
    outcomes = {
        judged.outcome
        for judged in judge(it.table)
        if not keys.isdisjoint((*judged.relation.left, *judged.relation.right))
    }
    if Outcome.BROKEN in outcomes:
        return Support.NEITHER
    return Support.TABLE if outcomes == {Outcome.HOLDS} else Support.UNKNOWN
