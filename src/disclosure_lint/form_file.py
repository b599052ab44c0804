"""TOML to form: reads the entries of an edition's file and checks that they agree."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from disclosure_lint.diagnostic import Severity
from disclosure_lint.form import (
    BlockForm,
    CellKey,
    ColumnForm,
    Edition,
    Kind,
    Pair,
    Regrade,
    Relation,
    RowForm,
    SectionForm,
    Subset,
    TableForm,
)
from disclosure_lint.patterns import glob
from disclosure_lint.text import fold


class EditionError(ValueError):
    """An edition file that contradicts itself; the message names the file, the table and the key."""


def read_form(data: Mapping[str, Any]) -> Edition:
    """Return the edition that `data` describes, as TOML gives it.

    Raises EditionError, KeyError, TypeError or ValueError for what is missing, wrong or there twice.
    """
    years = data["years"]
    return Edition(
        id=data["id"],
        first=years["from"],
        last=years.get("to"),
        notice=data["notice"],
        sections=tuple(_section(section) for section in data["section"]),
        regrades=tuple(grade for entry in data.get("regrade", ()) for grade in _regrades(entry)),
        basis=data.get("basis", ""),
        fixed=data.get("fixed", True),
        variant_of=data.get("variant_of", ""),
    )


def _regrades(entry: Mapping[str, Any]) -> Iterator[Regrade]:
    """One entry may regrade one `rule` or a list of `rules`."""
    grade = entry["severity"]
    severity = None if grade == "off" else Severity[grade.upper()]
    years = entry.get("years", {})
    for rule in entry["rules"] if "rules" in entry else [entry["rule"]]:
        yield Regrade(rule, severity, years.get("from", 0), years.get("to", 9999))


def _section(data: Mapping[str, Any]) -> SectionForm:
    return SectionForm(
        key=data["key"],
        number=data.get("number", ""),
        title=data["title"],
        aliases=tuple(data.get("aliases", ())),
        tables=tuple(_table(table) for table in data.get("table", ())),
        cues=tuple(fold(cue) for cue in data.get("cues", ())),
    )


def _table(data: Mapping[str, Any]) -> TableForm:
    columns = tuple(
        ColumnForm(
            entry["key"],
            _path(entry["label"]),
            Kind(entry.get("kind", "count")),
            tuple(entry.get("aliases", ())),
        )
        for entry in data["columns"]
    )
    key = data["key"]
    lines = [_rows(entry, columns, at) for at, entry in enumerate(data["block"])]
    every = tuple(row for block in lines for row in block)
    rows = tuple(row for row in every if not row.local)
    _unique(f"{key}: column key", (column.key for column in columns))
    _unique(f"{key}: row key", (row.key for row in every))
    _unique(f"{key}: row label", ("/".join(map(fold, row.label)) for row in every))
    _unique(f"{key}: column label", ("/".join(map(fold, column.label)) for column in columns))
    cells = [(row.key, column.key) for row in every for column in row.columns]
    return TableForm(
        key,
        data["name"],
        tuple(_block(entry, columns, own) for entry, own in zip(data["block"], lines, strict=True)),
        tuple(
            it for entry in data.get("relation", ()) for it in _relations(entry, rows, columns, key)
        ),
        columns,
        rows,
        local_rows=tuple(row for row in every if row.local),
        subsets=tuple(
            Subset(*_two(it, ("part", "whole"), cells, key)) for it in data.get("subset", ())
        ),
        pairs=tuple(Pair(*_two(it, ("one", "other"), cells, key)) for it in data.get("pair", ())),
        units=frozenset(map(fold, data.get("units", ()))),
        unit_heads=frozenset(map(fold, data.get("unit_heads", ()))),
        aside=frozenset(map(fold, data.get("aside", ()))),
    )


def _chosen(data: Mapping[str, Any], columns: tuple[ColumnForm, ...]) -> tuple[ColumnForm, ...]:
    """The columns that a block names by their keys or by patterns."""
    fits = [glob(pattern) for pattern in data["columns"]]
    return tuple(it for it in columns if any(fit(it.key) for fit in fits))


def _rows(data: Mapping[str, Any], columns: tuple[ColumnForm, ...], at: int) -> list[RowForm]:
    chosen = _chosen(data, columns)
    return [
        RowForm(
            entry["key"],
            _path(entry["label"]),
            chosen,
            at,
            tuple(entry.get("aliases", ())),
            entry.get("local", False),
        )
        for entry in data["rows"]
    ]


def _block(
    data: Mapping[str, Any], columns: tuple[ColumnForm, ...], rows: Sequence[RowForm]
) -> BlockForm:
    stub, *stubs = _path(data.get("stub", ""))
    return BlockForm(
        columns=_chosen(data, columns),
        rows=tuple(row for row in rows if not row.local),
        caption=data.get("caption", ""),
        stub=stub,
        note=data.get("note", ""),
        stubs=tuple(stubs),
    )


def _two(
    data: Mapping[str, str], sides: tuple[str, str], cells: list[CellKey], table: str
) -> Iterator[CellKey]:
    """The two cells, written `row@column`, that an entry compares."""
    for side in sides:
        row, _, column = data[side].partition("@")
        if (row, column) not in cells:
            message = f"{table}: {side} names {data[side]!r}, which the table has not"
            raise EditionError(message)
        yield row, column


def _relations(
    data: Mapping[str, Any],
    rows: tuple[RowForm, ...],
    columns: tuple[ColumnForm, ...],
    table: str,
) -> list[Relation]:
    """Expand one entry into a relation for each column, for each row, or one over named cells."""
    key = data["key"]
    down, across = [row.key for row in rows], [column.key for column in columns]
    cell: Callable[[str, str], CellKey]
    match data["per"]:
        case "column":
            places, names, cell = across, down, _in_column
        case "row":
            places, names, cell = down, across, _in_row
        case "cells":
            places, names, cell = [""], [f"{r}@{c}" for r in down for c in across], _named
        case per:
            message = f"{table}: relation {key}: per is {per!r}, not column, row or cells"
            raise EditionError(message)
    left, right = (
        _side(data[side], names, f"{table}: relation {key}: {side}") for side in ("left", "right")
    )
    return [
        Relation(
            key, at, tuple([cell(it, at) for it in left]), tuple([cell(it, at) for it in right])
        )
        for at in places
    ]


def _in_column(row: str, column: str) -> CellKey:
    return row, column


def _in_row(column: str, row: str) -> CellKey:
    return row, column


def _named(cell: str, _: str) -> CellKey:
    row, _, column = cell.partition("@")
    return row, column


def _side(patterns: list[str], names: list[str], what: str) -> list[str]:
    """The names that fit the patterns of one side, in the order of the patterns."""
    found = []
    for pattern in patterns:
        fits = glob(pattern)
        fitting = [name for name in names if fits(name)]
        if not fitting:
            message = f"{what} names {pattern!r}, which the table has not"
            raise EditionError(message)
        found += fitting
    return found


def _path(label: str | list[str]) -> tuple[str, ...]:
    return (label,) if isinstance(label, str) else tuple(label)


def _unique(what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            message = f"{what} {value!r} stands twice"
            raise EditionError(message)
        seen.add(value)
