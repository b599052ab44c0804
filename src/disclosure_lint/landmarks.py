"""The landmarks of every edition, gathered from data for the parser."""

from functools import cache
from typing import Any

from disclosure_lint.data import table_of, text_of
from disclosure_lint.edition import Edition, load_editions
from disclosure_lint.syntax import Landmarks
from disclosure_lint.text import fold


@cache
def data() -> dict[str, Any]:
    """Return `grammar/landmarks.toml` as written."""
    return table_of(text_of("landmarks.toml"))


@cache
def metadata_keys() -> dict[str, str]:
    """Return the program's key of every folded spelling of a metadata key."""
    return {fold(alias): key for key, aliases in data()["metadata"].items() for alias in aliases}


def landmarks(editions: tuple[Edition, ...] = ()) -> Landmarks:
    """Return the landmarks of `editions` together, by default of those that ship with the package."""
    return _landmarks(editions or load_editions())


@cache
def _landmarks(editions: tuple[Edition, ...]) -> Landmarks:
    sections = [section for edition in editions for section in edition.sections]
    fixed = [section for edition in editions if edition.fixed for section in edition.sections]
    tables = [table for edition in editions for table in edition.tables]
    rows = [row for table in tables for row in (*table.rows, *table.local_rows)]
    words = data()
    labels = frozenset(fold(label) for row in rows for label in (*row.label, *row.aliases))
    official = {fold(section.title): section.number for section in fixed}
    return Landmarks(
        titles=frozenset(fold(t) for s in sections for t in (s.title, *s.aliases)),
        official=official,
        openings=frozenset(title[0] for title in official),
        labels=labels,
        label_beginnings=frozenset(it[:end] for it in labels for end in range(len(it) + 1)),
        keys=frozenset(metadata_keys()),
        title_endings=tuple(fold(ending) for ending in words["title_endings"]),
        furniture=tuple(fold(word) for word in words["furniture"]),
    )
