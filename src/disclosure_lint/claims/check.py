"""Claims against the tables: the figure of the table, whether both agree, and which one its relations support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.claim import Claim, Figure
from disclosure_lint.claims.meaning import quantities
from disclosure_lint.diagnostic import Message
from disclosure_lint.edition import CellKey, TableForm
from disclosure_lint.patterns import glob
from disclosure_lint.relation import judge
from disclosure_lint.report import BoundCell, BoundTable, Candidate, Fault, Outcome, Report
from disclosure_lint.topics.cells import cell_name, cell_name_en
from disclosure_lint.topics.wording import without_remark
from disclosure_lint.values import State
from disclosure_lint.words import words

_KEPT = "tabled"  # kept with the report, like its claims
# What these faults say of a row leaves open where its figures belong.
_UNSETTLED = frozenset([Fault.SHIFTED_ROW, Fault.SPLIT_FIGURE])


class Tabled(NamedTuple):
    """What a table says of a quantity: the cells and their sum."""

    table: BoundTable
    cells: tuple[BoundCell, ...]
    value: Figure

    @property
    def name(self) -> Message:
        """The table and the cells as printed."""
        table, first = self.table, self.cells[0]
        zh, en = cell_name(first, table), cell_name_en(first, table)
        if len(self.cells) > 1:
            group = self._group()
            zh = f"“{group}”合计" if group else f"{zh}等{len(self.cells)}格合计"
            en = f"“{group}” in all" if group else f"{en} and {len(self.cells) - 1} more in all"
        return Message(f"{table.form.name}{zh}", f"{table.form.name}, {en},")

    def _group(self) -> str:
        """The label over the rows, or over the columns, where these are all that it stands over."""
        rows = {cell.row.key: cell.row.label for cell in self.cells}
        columns = {cell.column.key: cell.column.label for cell in self.cells}
        form = self.table.form
        for labels, every in ((rows, form.rows), (columns, form.columns)):
            level = zip(*labels.values(), strict=False)
            over = tuple(names[0] for names in takewhile(lambda it: len(set(it)) == 1, level))
            under = {it.key for it in every if it.label[: len(over)] == over}
            if over and len(labels) > 1 and under == labels.keys():
                return without_remark(over[-1])
        return ""


class Support(StrEnum):
    """Which of two figures the table's relations support."""

    TABLE = "table"
    PROSE = "prose"
    NEITHER = "neither"
    UNKNOWN = "unknown"


class Contradiction(NamedTuple):
    """A claim, what the table says instead, which of them the relations support.

    `candidate` is the cell that the claim bears witness against, with the value it should have;
    `settled` says that the table alone already tells so.
    """

    claim: Claim
    tabled: Tabled
    support: Support
    candidate: Candidate | None = None
    settled: bool = False


def tabled(report: Report, quantity: str) -> tuple[Tabled, ...]:
    """Return what the tables say of a quantity, once for each reading of it.

    Empty where a reading cannot be known: a cell is no figure, or two copies of a table disagree.
    """
    kept: dict[str, tuple[Tabled, ...]] = vars(report).setdefault(_KEPT, {})
    if quantity not in kept:
        kept[quantity] = tuple(_tabled(report, quantity))
    return kept[quantity]


def _tabled(report: Report, quantity: str) -> list[Tabled]:
    found = []
    for reading in quantity.split("|"):
        copies = [_in_table(table, reading) for table in report.tables if _holds(table, reading)]
        if not copies or any(it is None or it.value != _value(copies[0]) for it in copies):
            return []
        found += [it for it in copies[:1] if it]
    return found


def contradictions(report: Report, rule: str) -> Iterator[Contradiction]:
    """Yield the contradictions of a rule's quantities in order of place."""
    for claim in claims_of(report):
        if claim.certain and rule_of(claim.quantity) == rule:
            yield from contradiction(report, claim)


def contradiction(report: Report, claim: Claim) -> Iterator[Contradiction]:
    """Yield the contradiction between a claim and the tables, if there is one."""
    readings = tabled(report, claim.quantity)
    if not readings or any(agrees(claim, it) for it in (*readings, *_wider(report, claim))):
        return
    if _is_part(report, claim, readings[0]):
        return
    first = readings[0]
    for verdict in first.table.verdicts:
        for candidate in verdict.candidates:
            if _restored(first, candidate) == claim.number:
                settled = verdict.fault is Fault.WRONG_FIGURE
                yield Contradiction(claim, first, Support.PROSE, candidate, settled)
                return
    yield Contradiction(claim, first, _support(first))


def witnesses(report: Report, candidate: Candidate) -> tuple[Claim, ...]:
    """Return the claims that bear witness for a suspect: they hold once its cell says what is expected."""
    found = []
    for claim in claims_of(report):
        readings = tabled(report, claim.quantity) if claim.certain else ()
        if readings and _restored(readings[0], candidate) == claim.number:
            found.append(claim)
    return tuple(found)


@lru_cache(maxsize=1024)
def rule_of(quantity: str) -> str:
    """Return the rule that speaks of a quantity."""
    known = quantities()
    return (
        known.get(quantity) or known[quantity.split("+", maxsplit=1)[0].split("|", maxsplit=1)[0]]
    ).rule


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


def _value(it: Tabled | None) -> Figure | None:
    return it.value if it else None


def _holds(table: BoundTable, quantity: str) -> bool:
    """Whether a quantity stands in a table."""
    return quantity in _elsewhere(table.form) or (
        quantities()[_parts(quantity)[0][1]].table == table.form.key
    )


def _elsewhere(form: TableForm) -> Mapping[str, Sequence[str]]:
    """The cells of quantities that stand in this table in some editions."""
    found: Mapping[str, Sequence[str]] = words("claims")["tables"].get(form.key, {})
    return found


@lru_cache(maxsize=1024)
def _parts(quantity: str) -> tuple[tuple[str, str], ...]:
    """The names that a quantity adds up, each with the quantity whose cells it is written like."""
    together = words("claims")["together"]
    return tuple(
        (name, part) for part in quantity.split("+") for name in together.get(part, part).split("+")
    )


def _in_table(table: BoundTable, quantity: str) -> Tabled | None:
    cells: list[BoundCell] = []
    total: Figure = 0
    for name, like in _parts(quantity):
        found = [table.cells[key] for key in _keys(table.form, name, like)]
        if not found:
            return None
        for cell in found:
            value = _figure(table, cell)
            if value is None:
                return None
            total += value
        cells += found
    return Tabled(table, tuple(cells), total)


@lru_cache(maxsize=1024)
def _keys(form: TableForm, name: str, like: str) -> tuple[CellKey, ...]:
    """The cells of a form that a quantity adds up: its own, or those written like another's."""
    row, _, column = name.rpartition(".")
    own = _elsewhere(form).get(name) or words("claims")["cells"].get(name)
    found = []
    for pattern in own or quantities()[like].cells:
        rows, _, columns = pattern.format(name, row=row, column=column).partition("@")
        found += [
            (row_form.key, column_form.key)
            for row_form in form.rows
            if glob(rows).match(row_form.key)
            for column_form in row_form.columns
            if glob(columns).match(column_form.key)
        ]
    return tuple(found)


def _figure(table: BoundTable, cell: BoundCell) -> Figure | None:
    """The figure of a cell; of a total left blank, what its parts add up to."""
    for verdict in table.verdicts:
        if verdict.fault in _UNSETTLED and cell.row.key in _rows(verdict.cells):
            return None
    if cell.state is State.FIGURE:
        return cell.value
    for relation in table.form.relations:
        if relation.right == (cell.key,) and all(row == cell.row.key for row, _ in relation.left):
            parts = [table.cells[key] for key in relation.left]
            if all(part.state is State.FIGURE for part in parts):
                return sum((part.value or 0 for part in parts), 0)
    return None


def _rows(cells: Iterable[BoundCell]) -> set[str]:
    return {cell.row.key for cell in cells}


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
