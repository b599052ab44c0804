"""Random figures for a report that are consistent because they are built up, not because they are checked.

Details come first, totals are what the details add up to. The column and row keys are those of the
edition files; how the columns of table two hang together in meaning (documents in force, items and
decisions) is told here by their keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from random import Random

from disclosure_lint.edition import Edition, Kind, TableForm

from .grid import Figure, Figures


class Size(Enum):
    """How busy an organ is: the number of its requests, cases and decisions, from and to."""

    IDLE = (0, 0)
    DIGITS = (1, 5)  # every figure of the report stays a single digit
    TOWNSHIP = (1, 30)
    COUNTY = (20, 400)
    CITY = (500, 6000)


def draw_figures(rng: Random, edition: Edition, size: Size) -> dict[str, Figures]:
    """Return the figures of every table of an edition by table key."""
    draw = {"active": _active, "applications": _applications, "litigation": _litigation}
    return {form.key: draw[form.key](rng, form, size) for form in edition.tables}


def show(rng: Random, figure: Figure, kind: Kind, size: Size) -> str:
    """Return a figure as people print it: a growth sometimes with its sign."""
    signs = kind is Kind.SIGNED and size is not Size.DIGITS
    if signs and figure > 0 and rng.random() < 0.5:
        return f"+{figure}"
    return str(figure)


def _applications(rng: Random, form: TableForm, size: Size) -> Figures:
    """Requests fall on details and applicants at random; what comes in follows from what goes out."""
    details = [row.key for row in form.rows if row.key.startswith("outcome.")]
    details.remove("outcome.total")
    applicants = [column.key for column in form.columns if column.key != "total"]
    places = [(row, applicant) for row in details for applicant in applicants]
    weights = _weights(rng, details, applicants)
    cells: Counter[tuple[str, str]] = Counter(
        rng.choices(places, weights, k=rng.randint(*size.value)) if size is not Size.IDLE else ()
    )
    for applicant in applicants:
        answered = sum(cells[row, applicant] for row in details)
        lying = applicant == "natural_person" or (size is not Size.DIGITS and rng.random() < 0.2)
        left_over = _few(rng, size) if lying else 0
        before = rng.randint(0, min(answered + left_over, _few(rng, size)))
        cells["outcome.total", applicant] = answered
        cells["carried_out", applicant] = left_over
        cells["carried_in", applicant] = before
        cells["received", applicant] = answered + left_over - before
    for row in form.rows:
        cells[row.key, "total"] = sum(cells[row.key, applicant] for applicant in applicants)
    return {
        (row.key, column.key): cells[row.key, column.key]
        for row in form.rows
        for column in row.columns
    }


def _weights(rng: Random, details: list[str], applicants: list[str]) -> list[float]:
    """Return how likely each detail is: a few outcomes and the natural persons get most of it."""
    outcomes = [rng.expovariate(1) ** 2 for _ in details]
    persons = [8.0 if key == "natural_person" else rng.random() for key in applicants]
    return [outcome * person for outcome in outcomes for person in persons]


def _few(rng: Random, size: Size) -> int:
    """Return a number of requests that lie over from one year to the next."""
    match size:
        case Size.IDLE:
            return 0
        case Size.DIGITS:
            return rng.choice((0, 0, 0, 0, 1))
        case Size.TOWNSHIP:
            return rng.choice((0, 0, 1, 2))
        case Size.COUNTY:
            return rng.randint(0, 20)
        case Size.CITY:
            return rng.randint(0, 200)


def _litigation(rng: Random, form: TableForm, size: Size) -> Figures:
    """Each group of cases is its four results and their sum."""
    (row,) = form.rows
    cells: Figures = {}
    most = {Size.IDLE: 0, Size.DIGITS: 2, Size.TOWNSHIP: 2, Size.COUNTY: 12, Size.CITY: 90}[size]
    groups = Counter(column.key.split(".")[0] for column in row.columns)
    for group in groups:
        quiet = rng.random() < 0.3
        parts = [
            key
            for c in row.columns
            if (key := c.key).startswith(f"{group}.") and not key.endswith("total")
        ]
        for part in parts:
            cells[row.key, part] = 0 if quiet else rng.randint(0, most)
        cells[row.key, f"{group}.total"] = sum(cells[row.key, part] for part in parts)
    return cells


def _active(rng: Random, form: TableForm, size: Size) -> Figures:
    cells: Figures = {}
    for row in form.rows:
        keys = tuple(column.key for column in row.columns)
        # Organs of the kinds that are drawn make no regulations.
        still = row.key == "regulation" or size is Size.IDLE
        values = (0,) * len(keys) if still else _ROWS[keys](rng, size)
        cells |= {(row.key, key): value for key, value in zip(keys, values, strict=True)}
    return cells


def _count(rng: Random, size: Size) -> int:
    most = {Size.DIGITS: 9, Size.TOWNSHIP: 40, Size.COUNTY: 2500, Size.CITY: 90000}[size]
    return rng.choice((0, rng.randint(0, most), rng.randint(0, most)))


def _documents(rng: Random, size: Size) -> tuple[Figure, ...]:
    """Issued, repealed, in force: what was issued and not repealed is in force."""
    few = {Size.DIGITS: 4, Size.TOWNSHIP: 5, Size.COUNTY: 30, Size.CITY: 80}[size]
    issued, repealed = rng.randint(0, few), rng.randint(0, few)
    return issued, repealed, max(issued - repealed, 0) + rng.randint(0, few)


def _published(rng: Random, size: Size) -> tuple[Figure, ...]:
    """Made, published, published in all: not more is published this year than in all."""
    few = {Size.DIGITS: 4, Size.TOWNSHIP: 9, Size.COUNTY: 40, Size.CITY: 120}[size]
    made = rng.randint(0, few)
    published = rng.randint(0, made)
    return made, published, published + rng.randint(0, few)


def _decisions(rng: Random, size: Size) -> tuple[Figure, ...]:
    return (_count(rng, size),)


def _items(rng: Random, size: Size) -> tuple[Figure, ...]:
    """Items last year, their change, decisions; items and decisions are different things."""
    items, change = _charges(rng, size)
    decisions: Figure = _count(rng, size)
    while decisions == items + change:
        decisions = rng.randint(0, 9)
    return items, change, decisions


def _charges(rng: Random, size: Size) -> tuple[int, int]:
    if size is Size.DIGITS:
        return rng.randint(0, 4), rng.randint(0, 4)
    items = rng.randint(0, 60)
    return items, max(rng.choice((0, 0, *range(-6, 7))), -items)


def _fee(rng: Random, size: Size) -> tuple[Figure, ...]:
    return (rng.choice((0, _amount(rng, size))),)


def _purchases(rng: Random, size: Size) -> tuple[Figure, ...]:
    purchases = rng.randint(0, 9)
    return purchases, _amount(rng, size) if purchases else 0


def _amount(rng: Random, size: Size) -> Figure:
    """Return an amount in units of ten thousand yuan with up to two decimals."""
    if size is Size.DIGITS:
        return rng.randint(1, 9)
    hundredths = rng.randint(100, 900_000)
    whole, tenths = hundredths // 100, Decimal(hundredths // 10) / 10
    return rng.choice((whole, tenths, Decimal(hundredths) / 100))


_ROWS: dict[tuple[str, ...], Callable[[Random, Size], tuple[Figure, ...]]] = {
    ("issued", "repealed", "in_force"): _documents,
    ("decisions",): _decisions,
    ("fee",): _fee,
    ("made", "published", "public_total"): _published,
    ("items", "change", "decisions"): _items,
    ("items", "change"): _charges,
    ("purchases", "purchase_amount"): _purchases,
}
