"""Sums in words: how the messages about broken relations name terms, totals and differences."""

from collections.abc import Sequence
from decimal import Decimal

from disclosure_lint.diagnostic import Message, Related, Suspect
from disclosure_lint.edition import CellKey
from disclosure_lint.table import BoundCell, BoundTable, Candidate, Judged, Verdict
from disclosure_lint.topics.cells import cell_name, cell_name_en, column_name
from disclosure_lint.topics.wording import quoted, without_remark

# A sum is written out with its terms up to this number of them that are not zero.
_TERMS = 6
# So many suspects and related places are shown; the message counts them all.
SHOWN = 3
RELATED = 5


def equation(table: BoundTable, judged: Judged) -> Message:
    """Return `自然人5+商业企业1=6,总计填7,多1` for a broken relation: terms, sums, difference, direction."""
    relation = judged.relation
    left = _side(table, relation.left, relation.right)
    right = _side(table, relation.right, relation.left)
    more = judged.difference
    zh = f"{left}={judged.left},而{right}={judged.right}"
    en = f"{left}={judged.left} but {right}={judged.right}"
    if len(relation.right) == 1:
        by_row = len({row for row, _ in (*relation.left, *relation.right)}) > 1
        total = _term(table, table.cells[relation.right[0]], by_row=by_row)
        zh = f"{left}={judged.left},{total}填{judged.right}"
        en = f"{left}={judged.left} but {total} says {judged.right}"
    zh += f",{'少' if more > 0 else '多'}{abs(more)}"
    en += f" ({abs(more)} too {'few' if more > 0 else 'many'})"
    return Message(zh, en)


def _side(table: BoundTable, keys: tuple[CellKey, ...], others: tuple[CellKey, ...]) -> str:
    """The terms of one side that are not zero; a long side by its number of terms."""
    cells = [table.cells[key] for key in keys]
    by_row = len({row for row, _ in (*keys, *others)}) > 1
    filled = [cell for cell in cells if cell.value]
    if len(keys) == 1:
        filled = cells
    if not filled:
        return f"{_term(table, cells[0], by_row=by_row)}等{len(cells)}项"
    terms = "+".join(f"{_term(table, cell, by_row=by_row)}{cell.value}" for cell in filled[:_TERMS])
    return terms if len(filled) <= _TERMS else f"{terms}+…(共{len(filled)}项)"


def _term(table: BoundTable, cell: BoundCell, *, by_row: bool) -> str:
    path = table.row_path(cell.row) if by_row else table.column_path(cell.column)
    return path[-1] if path else table.column_path(cell.column)[-1]


def place_of(table: BoundTable, judged: Judged) -> str:
    """Name the row or the column that a relation holds for, as printed."""
    rows = {row for row, _ in judged.relation.left + judged.relation.right}
    if len(rows) > 1 and judged.relation.at:
        column = table.column_path(table.form.column(judged.relation.at))
        return f"“{column[-1]}”列"
    cell = table.cells[judged.relation.right[0]]
    row = table.row_path(cell.row)
    return f"“{row[-1]}”行" if row else f"“{table.column_path(cell.column)[-2]}”"


def related(table: BoundTable, verdict: Verdict) -> tuple[Related, ...]:
    """The broken relations of a verdict, each at the cell it adds up to."""
    found = []
    for judged in verdict.broken[:RELATED]:
        words = equation(table, judged)
        where = place_of(table, judged)
        message = Message(f"{where}:{words.zh}", f"{where}: {words.en}")
        found.append(Related(table.cells[judged.relation.right[0]].span, message))
    return tuple(found)


def suspects(candidates: tuple[Candidate, ...]) -> tuple[Suspect, ...]:
    """The first suspects, as renderers show them."""
    return tuple(
        Suspect(it.cell.span, it.cell.raw, number(it.expected), it.restores)
        for it in candidates[:SHOWN]
    )


def number(value: int | Decimal) -> str:
    """Write a figure as the form wants it."""
    return str(value)


def hint(table: BoundTable, rows: Sequence[Sequence[Candidate]]) -> Message:
    """Return what may have to be changed: the likeliest cells, or rows, with the values that would do."""
    if not rows:
        return Message("请逐项核对。", "Check the figures one by one.")
    single = len({it.cell.row.key for it in rows[0]}) == 1
    unit, unit_en = ("行", "rows") if len(rows[0]) > 1 and single else ("组", "groups")
    if len(rows[0]) == 1:
        unit, unit_en = "格", "cells"
    told = {"行": _row, "组": _group, "格": _group}[unit]
    shown = [told(table, row) for row in rows[:SHOWN]]
    count = len(rows)
    rest = f"等{count}{unit}之一" if count > SHOWN else ""
    lead = "可能应改" if count == 1 else f"可能是其中一{unit}有误"
    lead_en = "It may be" if count == 1 else f"One of these {unit_en} may be wrong"
    more = f"; {count} in all" if count > SHOWN else ""
    return Message(
        f"{lead}:{'、'.join(it.zh for it in shown)}{rest}。",
        f"{lead_en}: {'; '.join(it.en for it in shown)}{more}.",
    )


def _group(table: BoundTable, cells: Sequence[Candidate]) -> Message:
    changes = [(it.cell, f"{it.cell.raw}→{number(it.expected)}") for it in cells]
    return Message(
        "和".join(f"{cell_name(cell, table)}{change}" for cell, change in changes),
        " and ".join(f"{cell_name_en(cell, table)}: {change}" for cell, change in changes),
    )


def _row(table: BoundTable, row: Sequence[Candidate]) -> Message:
    name = quoted(without_remark(table.row_path(row[0].cell.row)[-1]))
    changes = [f"“{column_name(it.cell, table)}”{it.cell.raw}→{number(it.expected)}" for it in row]
    return Message(f"{name}一行({'、'.join(changes)})", f"row {name} ({', '.join(changes)})")
