"""Sentences with the figures of the tables they stand over, and whole reports made of them.

A report is written in full: the form's tables with figures that hold all its relations, and the
sentence in its section. Labels and relations come from the edition data, nothing from the linter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from disclosure_lint.edition import Edition, TableForm, load_editions

HERE = Path(__file__).parent
FILES = ("phrasings.toml", "sentences.toml", "later.toml", "last.toml")
Figure = int | Decimal
Cells = dict[tuple[str, str], Figure]

ROW, TOTAL = "natural_person", "total"
CLASSES = ("granted", "partly_granted", "refused", "unavailable", "not_processed", "other")


@dataclass(frozen=True)
class Case:
    """A sentence, the figures of the tables, what it states, and what only looks like a claim.

    `table` maps quantities to figures, `claims` and `apart` those to the figures of the sentence.
    """

    sentence: str
    table: Mapping[str, Figure]
    claims: frozenset[tuple[str, Figure]] = frozenset()
    apart: frozenset[tuple[str, Figure]] = frozenset()
    organ: str = "青岩县水务局"
    year: int = 2023
    under: str = ""
    section: str = "overview"
    file: str = ""

    @property
    def planted(self) -> frozenset[str]:
        """The quantities that the sentence states otherwise than the table."""
        return frozenset(name for name, figure in self.claims if not self.agrees(name, figure))

    def agrees(self, quantity: str, figure: Figure) -> bool:
        """Whether a figure is what the tables say of a quantity (`a|b`: of one of them)."""
        cells = figures_of(self)
        said = [look_up(reading, cells) for reading in quantity.split("|")]
        return None in said or figure in said


def load(*names: str) -> list[Case]:
    """Return the cases of the named files, of all without names."""
    found = []
    for name in names or FILES:
        if (HERE / name).is_file():
            data = tomllib.loads((HERE / name).read_text("utf-8"))
            found += [_case(entry, name) for entry in data["case"]]
    return found


def _case(entry: dict, name: str) -> Case:
    entry = dict(entry, file=name)
    entry["table"] = {key: _figure(value) for key, value in entry["table"].items()}
    for kind in ("claims", "apart"):
        pairs = {
            (key, _figure(value))
            for key, values in entry.get(kind, {}).items()
            for value in (values if isinstance(values, list) else [values])
        }
        entry[kind] = frozenset(pairs)
    return Case(**entry)


def _figure(value: int | str) -> Figure:
    return Decimal(value) if isinstance(value, str) else value


# --- figures ---------------------------------------------------------------------------------------


def figures_of(case: Case) -> dict[str, Cells]:
    """Return the figures of every table, all relations of the form holding."""
    return {
        "applications": _applications(case.table),
        "litigation": _litigation(case.table),
        "active": {
            tuple(name.rsplit(".", 1)): figure
            for name, figure in case.table.items()
            if name.split(".")[-1] in {"issued", "repealed", "in_force", "decisions", "fee"}
        },
    }


def _applications(table: Mapping[str, Figure]) -> Cells:
    """Details first; received, answered and carried over follow from what is given."""
    details: Cells = {}
    for name, figure in table.items():
        part = name.removeprefix("outcome.")
        if name.startswith("outcome.") and name != "outcome.total":
            row = FIRST_ITEM.get(part, name)
            details[row, TOTAL] = details.get((row, TOTAL), 0) + figure
    before, after = table.get("carried_in", 0), table.get("carried_out", 0)
    known = sum(details.values())
    answered = table.get("outcome.total", known)
    if "outcome.total" not in table and "received" in table:
        answered = table["received"] + before - after
    if answered != known:
        rest = GRANTED if (GRANTED, TOTAL) not in details else SPARE
        details[rest, TOTAL] = details.get((rest, TOTAL), 0) + answered - known
    received = table.get("received", answered + after - before)
    rows = {"received": received, "carried_in": before, "carried_out": after}
    rows |= {"outcome.total": answered} | {row: figure for (row, _), figure in details.items()}
    if received + before != answered + after or any(figure < 0 for figure in rows.values()):
        message = f"the figures do not hold: {dict(table)}"
        raise ValueError(message)
    return _spread(rows, table)


FIRST_ITEM = {
    "refused": "outcome.refused.deliberative",
    "unavailable": "outcome.unavailable.not_held",
    "not_processed": "outcome.not_processed.petition",
    "other": "outcome.other.other",
}
GRANTED, SPARE = "outcome.granted", "outcome.other.other"


def _spread(rows: Mapping[str, Figure], table: Mapping[str, Figure]) -> Cells:
    """Give each kind of applicant its share of the received and, as they come, of the outcomes."""
    cells: Cells = {(row, TOTAL): figure for row, figure in rows.items()}
    left = dict(rows)
    kinds = {name.split("@")[1]: figure for name, figure in table.items() if "@" in name and figure}
    for kind, figure in kinds.items():
        if kind == ROW:
            continue
        cells["received", kind] = cells["outcome.total", kind] = figure
        left["received"] -= figure
        left["outcome.total"] -= figure
        owed = figure
        for row in [row for row in rows if row.startswith("outcome.") and row != "outcome.total"]:
            share = cells[row, kind] = min(left[row], owed)
            left[row] -= share
            owed -= share
    for row, figure in left.items():
        cells[row, ROW] = figure
    return cells


def _litigation(table: Mapping[str, Figure]) -> Cells:
    cells: Cells = {}
    groups = {"reconsideration": "reconsideration", "suit": "direct_suit"}
    groups |= {"direct_suit": "direct_suit"}
    groups |= {"suit_after_reconsideration": "suit_after_reconsideration"}
    for name, figure in table.items():
        group, _, part = name.partition(".")
        if group in groups:
            cells["cases", f"{groups[group]}.{part}"] = figure
    for group in set(groups.values()):
        parts = [f"{group}.{part}" for part in ("upheld", "corrected", "other", "pending")]
        known = sum(cells.get(("cases", part), 0) for part in parts)
        total = cells.setdefault(("cases", f"{group}.total"), known)
        other = ("cases", f"{group}.other")
        cells[other] = cells.get(other, 0) + total - known
    return cells


def look_up(quantity: str, figures: Mapping[str, Cells]) -> Figure | None:
    """Return what the tables say of a quantity; None for one that no table holds."""
    total: Figure = 0
    for name in quantity.split("+"):
        found = _single(name, figures)
        if found is None:
            return None
        total += found
    return total


def _single(name: str, figures: Mapping[str, Cells]) -> Figure | None:
    row, _, kind = name.partition("@")
    if name in {"processing_fee", "fee_notice"}:
        return None
    if row in {"received", "carried_in", "carried_out"} or row.startswith("outcome."):
        cells = figures["applications"]
        rows = [key for key in {row for row, _ in cells} if key == row or key.startswith(f"{row}.")]
        columns = [c for c in {c for _, c in cells} if c == kind or c.startswith(f"{kind}.")]
        return sum(cells.get((r, c), 0) for r in rows for c in (columns if kind else [TOTAL]))
    group, _, part = name.partition(".")
    if group in {"reconsideration", "suit", "direct_suit", "suit_after_reconsideration"}:
        groups = ("direct_suit", "suit_after_reconsideration") if group == "suit" else (group,)
        return sum(figures["litigation"].get(("cases", f"{it}.{part}"), 0) for it in groups)
    return figures["active"].get((group, part), 0)


# --- reports ---------------------------------------------------------------------------------------


def report_of(case: Case) -> str:
    """Return a whole report with the case's sentence and tables."""
    edition = next(it for it in load_editions() if it.covers(case.year))
    return "\n".join(_lines(case, edition)) + "\n"


def _lines(case: Case, edition: Edition) -> Iterator[str]:
    figures = figures_of(case)
    yield f"{case.organ}{case.year}年政府信息公开工作年度报告"
    for section in edition.sections:
        yield f"{section.number}、{section.title}"
        if section.key == case.section:
            if case.under:
                yield f"（二）{case.under}"
            yield case.sentence
        elif section.key == "other_matters":
            yield "无其他需要报告的事项。"
        for table in section.tables:
            yield from _rows(table, figures[table.key])


def _rows(table: TableForm, cells: Cells) -> Iterator[str]:
    """The table as pipe rows, heads included."""
    for block in table.blocks:
        if block.caption:
            yield f"{block.caption} |"
        depth = max(len(column.label) for column in block.columns)
        for level in range(depth):
            heads = [c.label[level] for c in block.columns if len(c.label) > level]
            shown = list(dict.fromkeys(heads)) if level < depth - 1 else heads
            yield " | ".join([*([block.stub or block.note] if level == 0 else []), *shown]) + " |"
        for row in block.rows:
            values = [str(cells.get((row.key, column.key), 0)) for column in block.columns]
            yield " | ".join([*row.label, *values]) + " |"
