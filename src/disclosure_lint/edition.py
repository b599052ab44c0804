"""The official forms as data: one TOML file an edition, checked when it is loaded.

Each form, row and column is one object for the whole run: they are compared by identity.

Nothing in Python names an edition or holds a label of a form: a new edition, or a local variant,
is a new file in `grammar/editions`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, TypeVar

from disclosure_lint.diagnostic import Severity
from disclosure_lint.text import fold


class EditionError(ValueError):
    """An edition file that contradicts itself; the message names the file, the table and the key."""


class Kind(StrEnum):
    """What the figures of a column are: whole counts, counts with a sign, amounts with decimals."""

    COUNT = "count"
    SIGNED = "signed"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, eq=False)
class ColumnForm:
    """A column: `label` is the printed path from the outermost head to the innermost."""

    key: str
    label: tuple[str, ...]
    kind: Kind = Kind.COUNT
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The innermost printed label."""
        return self.label[-1]


@dataclass(frozen=True, slots=True, eq=False)
class RowForm:
    """A row: `label` is the printed path (empty for a row without a label); `columns` are its own."""

    key: str
    label: tuple[str, ...]
    columns: tuple[ColumnForm, ...]
    block: int
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The innermost printed label, or an empty string."""
        return self.label[-1] if self.label else ""


@dataclass(frozen=True, slots=True, eq=False)
class BlockForm:
    """Rows of a table under heads of their own: a caption, the head over the labels, the columns."""

    columns: tuple[ColumnForm, ...]
    rows: tuple[RowForm, ...]
    caption: str = ""
    stub: str = ""
    note: str = ""


CellKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """One printed relation (勾稽关系): the cells on the left add up to the cells on the right.

    `key` names the relation of the form, `at` the row or column it holds for.
    """

    key: str
    at: str
    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TableForm:
    """A table of the form: blocks of rows and columns, and the relations between their cells."""

    key: str
    name: str
    blocks: tuple[BlockForm, ...]
    relations: tuple[Relation, ...]
    columns: tuple[ColumnForm, ...]
    rows: tuple[RowForm, ...]

    def row(self, key: str) -> RowForm:
        """Return the row of a key; raise KeyError when the form has none."""
        return _by_key(self.rows, key)

    def column(self, key: str) -> ColumnForm:
        """Return the column of a key; raise KeyError when the form has none."""
        return _by_key(self.columns, key)


@dataclass(frozen=True, slots=True)
class SectionForm:
    """A section: its number, its exact title, the variants that are known, its tables."""

    key: str
    number: str
    title: str
    aliases: tuple[str, ...]
    tables: tuple[TableForm, ...]


@dataclass(frozen=True, slots=True)
class Regrade:
    """A rule made graver, milder or (None) switched off, for reports of `first` to `last`."""

    rule: str
    severity: Severity | None
    first: int = 0
    last: int = 9999


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """One edition of the form and the years it is prescribed for (`last` is None while in force).

    There is one object for each, so editions are compared and hashed by identity.
    """

    id: str
    first: int
    last: int | None
    notice: str
    sections: tuple[SectionForm, ...]
    regrades: tuple[Regrade, ...] = field(default=())

    @property
    def tables(self) -> tuple[TableForm, ...]:
        """Every table of the form, in order."""
        return tuple(table for section in self.sections for table in section.tables)

    def covers(self, year: int) -> bool:
        """Whether the form is prescribed for the reports of `year`."""
        return self.first <= year <= (self.last or year)


_Form = TypeVar("_Form", RowForm, ColumnForm)


def _by_key(forms: tuple[_Form, ...], key: str) -> _Form:
    for form in forms:
        if form.key == key:
            return form
    raise KeyError(key)


@cache
def load_editions() -> tuple[Edition, ...]:
    """Return the editions that ship with the package, the newest first.

    Raises EditionError when a file contradicts itself or two editions claim one year.
    """
    folder = files("disclosure_lint.grammar") / "editions"
    texts = {
        item.name: item.read_text("utf-8")
        for item in folder.iterdir()
        if item.name.endswith(".toml")
    }
    editions = [parse_edition(text, name) for name, text in sorted(texts.items(), reverse=True)]
    for newer, older in pairwise(editions):
        if older.last is None or older.last >= newer.first:
            message = f"editions {older.id} and {newer.id} overlap in {newer.first}"
            raise EditionError(message)
    return tuple(editions)


def parse_edition(text: str, name: str) -> Edition:
    """Return the edition written in `text`; `name` is named in errors.

    Raises EditionError for unknown or repeated keys, repeated labels in a table and relations that
    name cells which the table has not.
    """
    try:
        data = tomllib.loads(text)
        years = data["years"]
        return Edition(
            id=data["id"],
            first=years["from"],
            last=years.get("to"),
            notice=data["notice"],
            sections=tuple(_section(section) for section in data["section"]),
            regrades=tuple(_regrade(entry) for entry in data.get("regrade", ())),
        )
    except EditionError as error:
        message = f"{name}: {error}"
        raise EditionError(message) from None
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: not TOML: {error}"
        raise EditionError(message) from error
    except (KeyError, TypeError, ValueError) as error:
        message = f"{name}: missing or wrong entry: {error!r}"
        raise EditionError(message) from error


def _regrade(entry: Mapping[str, Any]) -> Regrade:
    grade = entry["severity"]
    years = entry.get("years", {})
    return Regrade(
        entry["rule"],
        None if grade == "off" else Severity[grade.upper()],
        years.get("from", 0),
        years.get("to", 9999),
    )


def _section(data: Mapping[str, Any]) -> SectionForm:
    return SectionForm(
        key=data["key"],
        number=data["number"],
        title=data["title"],
        aliases=tuple(data.get("aliases", ())),
        tables=tuple(_table(table) for table in data.get("table", ())),
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
    blocks = tuple(_block(entry, columns, at) for at, entry in enumerate(data["block"]))
    rows = tuple(row for block in blocks for row in block.rows)
    key = data["key"]
    _unique(f"{key}: column key", (column.key for column in columns))
    _unique(f"{key}: row key", (row.key for row in rows))
    _unique(f"{key}: row label", ("/".join(map(fold, row.label)) for row in rows))
    _unique(f"{key}: column label", ("/".join(map(fold, column.label)) for column in columns))
    relations = tuple(
        relation
        for entry in data.get("relation", ())
        for relation in _relations(entry, rows, columns, key)
    )
    return TableForm(key, data["name"], blocks, relations, columns, rows)


def _block(data: Mapping[str, Any], columns: tuple[ColumnForm, ...], at: int) -> BlockForm:
    chosen = tuple(
        column for column in columns if any(fnmatchcase(column.key, p) for p in data["columns"])
    )
    return BlockForm(
        columns=chosen,
        rows=tuple(
            RowForm(
                entry["key"], _path(entry["label"]), chosen, at, tuple(entry.get("aliases", ()))
            )
            for entry in data["rows"]
        ),
        caption=data.get("caption", ""),
        stub=data.get("stub", ""),
        note=data.get("note", ""),
    )


def _relations(
    data: Mapping[str, Any],
    rows: tuple[RowForm, ...],
    columns: tuple[ColumnForm, ...],
    table: str,
) -> list[Relation]:
    """Expand one entry into a relation for each column, for each row, or one over named cells."""
    key = data["key"]
    cells = [(row.key, column.key) for row in rows for column in columns]
    match data["per"]:
        case "column":
            places = {at.key: [(r, c) for r, c in cells if c == at.key] for at in columns}
            name: Callable[[CellKey], str] = _row_name
        case "row":
            places = {at.key: [(r, c) for r, c in cells if r == at.key] for at in rows}
            name = _column_name
        case "cells":
            places = {"": cells}
            name = _cell_name
        case per:
            message = f"{table}: relation {key}: per is {per!r}, not column, row or cells"
            raise EditionError(message)
    return [
        Relation(
            key,
            at,
            _side(data["left"], place, name, f"{table}: relation {key}: left"),
            _side(data["right"], place, name, f"{table}: relation {key}: right"),
        )
        for at, place in places.items()
    ]


def _row_name(cell: CellKey) -> str:
    return cell[0]


def _cell_name(cell: CellKey) -> str:
    return "@".join(cell)


def _column_name(cell: CellKey) -> str:
    return cell[1]


def _side(
    patterns: list[str], cells: list[CellKey], name: Callable[[CellKey], str], what: str
) -> tuple[CellKey, ...]:
    """The cells that the patterns of one side name, in the order of the patterns."""
    found = []
    for pattern in patterns:
        matching = [cell for cell in cells if fnmatchcase(name(cell), pattern)]
        if not matching:
            message = f"{what} names {pattern!r}, which the table has not"
            raise EditionError(message)
        found += matching
    return tuple(found)


def _path(label: str | list[str]) -> tuple[str, ...]:
    return (label,) if isinstance(label, str) else tuple(label)


def _unique(what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            message = f"{what} {value!r} stands twice"
            raise EditionError(message)
        seen.add(value)
