"""A report as plain data: metadata, sections, every cell of its tables, the figures of its prose."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.claim import Claim
from disclosure_lint.report import Report
from disclosure_lint.source import LineIndex, Span
from disclosure_lint.table import BoundCell, BoundTable
from disclosure_lint.topics.organ import organ_of

# The columns of the long form: one figure a line.
COLUMNS = (
    "filename", "organ", "year", "edition", "kind", "row", "column", "row_key", "column_key",
    "form_row", "form_column", "value", "raw", "state", "line", "place",
)  # fmt: skip
_BETWEEN = " › "  # labels of a path


def record(report: Report, filename: str) -> dict[str, Any]:
    """Return all that a report says, with the keys of the contract in DESIGN §11.

    Rows and columns count from 1, in code points, ends exclusive. A `value` is an int, a decimal as
    a string, or None.
    """
    lines = report.source.lines
    organ = organ_of(report)
    return {
        "filename": filename,
        "title": report.title or None,
        "organ": (organ.name or None) if organ else None,
        "year": report.year,
        "edition": report.edition.id if report.edition else None,
        "expected_edition": report.expected.id if report.expected else None,
        "layout": report.layout,
        "metadata": {field.label or field.key: field.value for field in report.metadata},
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "line": lines.row(section.heading.start),
            }
            for section in report.document.sections
        ],
        "tables": [_table(table, lines) for table in report.tables],
        "claims": [_claim(claim, lines) for claim in claims_of(report)],
    }


def rows(report: Report, filename: str) -> Iterator[tuple[Any, ...]]:
    """Yield the cells of a report in long form, in the order of `COLUMNS`."""
    whole = record(report, filename)
    head = tuple(whole[key] for key in ("filename", "organ", "year", "edition"))
    for table in whole["tables"]:
        for cell in table["cells"]:
            place = cell["location"]
            yield (
                *head,
                table["kind"],
                *(_BETWEEN.join(cell[path]) for path in ("row", "column")),
                *(cell[key] for key in ("row_key", "column_key")),
                *(_BETWEEN.join(cell[path]) for path in ("form_row", "form_column")),
                *(cell[key] for key in ("value", "raw", "state")),
                place["row"],
                place["column"],
            )


def _table(table: BoundTable, lines: LineIndex) -> dict[str, Any]:
    return {
        "kind": table.form.key,
        "line": lines.row(table.span.start),
        "cells": [_cell(cell, table, lines) for cell in _in_order(table)],
    }


def _in_order(table: BoundTable) -> Iterable[BoundCell]:
    """The cells in the form's order; rows that are not in the text come where they belong.

    Of the rows that some provinces add come those in the text, after the others of their block.
    """
    added = (row for row in table.form.local_rows if row.key in table.row_of)
    order = sorted((*table.form.rows, *added), key=lambda row: row.block)
    return (table.cells[row.key, column.key] for row in order for column in row.columns)


def _cell(cell: BoundCell, table: BoundTable, lines: LineIndex) -> dict[str, Any]:
    return {
        "row": list(table.row_path(cell.row)),
        "column": list(table.column_path(cell.column)),
        "row_key": cell.row.key,
        "column_key": cell.column.key,
        "form_row": list(cell.row.label),
        "form_column": list(cell.column.label),
        "value": plain(cell.value),
        "raw": cell.raw,
        "state": str(cell.state),
        **_location(cell.span, lines),
    }


def _claim(claim: Claim, lines: LineIndex) -> dict[str, Any]:
    return {
        "quantity": claim.quantity,
        "value": plain(claim.number),
        "measure": claim.measure,
        "scope": list(claim.scope),
        **_location(claim.span, lines),
    }


def _location(span: Span, lines: LineIndex) -> dict[str, Any]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "location": {"row": start.row, "column": start.column},
        "end_location": {"row": end.row, "column": end.column},
    }


def plain(value: int | Decimal | None) -> int | str | None:
    """Return a figure as JSON can hold it without losing a digit."""
    return str(value) if isinstance(value, Decimal) else value
