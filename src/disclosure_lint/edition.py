"""The official forms as data: one TOML file an edition, checked when it is loaded.

Nothing in Python names an edition or holds a label of a form: a new edition is a new file in
`grammar/editions`, or one that the user names, and so is a local variant. A file may state only in
what it differs from another one (`base`, `variant_of`).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from disclosure_lint.data import FOLDER, table_of
from disclosure_lint.form import (
    BlockForm,
    CellKey,
    ColumnForm,
    Edition,
    Kind,
    Regrade,
    Relation,
    RowForm,
    SectionForm,
    TableForm,
)
from disclosure_lint.form_file import EditionError, read_form

__all__ = [
    "BlockForm",
    "CellKey",
    "ColumnForm",
    "Edition",
    "EditionError",
    "Kind",
    "Regrade",
    "Relation",
    "RowForm",
    "SectionForm",
    "TableForm",
    "load_editions",
    "named_edition",
    "parse_edition",
]

# What tells the entries of a list apart: by it those of a file that states differences find theirs.
_IDENTITY = {
    "section": "key",
    "table": "key",
    "columns": "key",
    "block": "caption",
    "rows": "key",
    "relation": "key",
}
# Lists that are one value.
_WHOLE = frozenset(["label", "stub"])
# What rows, columns and sections are called; what else they may be called stands in `aliases`.
_NAMES = ("label", "title")


@cache
def load_editions(*own: str) -> tuple[Edition, ...]:
    """Return the editions in the files `own`, as given, and those that ship with the package, newest first.

    Raises EditionError when a file cannot be read or contradicts itself, or two of those that ship
    claim one year.
    """
    known: dict[str, Mapping[str, Any]] = {}
    shipped = sorted(it for it in (FOLDER / "editions").iterdir() if it.suffix == ".toml")
    editions = [_read(table_of(_text(str(path))), path.name, known) for path in shipped][::-1]
    for newer, older in pairwise(editions):
        if older.last is None or older.last >= newer.first:
            message = f"editions {older.id} and {newer.id} overlap in {newer.first}"
            raise EditionError(message)
    return (*(_read(_given(_text(path), path), path, known) for path in own), *editions)


def named_edition(name: str, editions: tuple[Edition, ...]) -> Edition:
    """Return the edition of an id; raise EditionError when there is none."""
    for edition in editions:
        if edition.id == name:
            return edition
    message = f"there is no edition {name!r}, only {', '.join(repr(it.id) for it in editions)}"
    raise EditionError(message)


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read: {error}"
        raise EditionError(message) from error


def _given(text: str, name: str) -> Mapping[str, Any]:
    """What a file of the user's says; it is read anew each time."""
    import tomllib  # noqa: PLC0415 - most users have no edition of their own

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: not TOML: {error}"
        raise EditionError(message) from error


def _read(data: Mapping[str, Any], name: str, known: dict[str, Mapping[str, Any]]) -> Edition:
    """Return the edition that `data` states; those in `known` may be its base, and it joins them."""
    try:
        if below := data.get("variant_of") or data.get("base"):
            variant = bool(data.get("variant_of"))
            own = {"variant_of": "", "id": data["id"], **data}
            data = _over(_base(below, known), own, variant=variant)
        edition = read_form(data)
    except EditionError as error:
        message = f"{name}: {error}"
        raise EditionError(message) from None
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = f"{name}: missing or wrong entry: {error!r}"
        raise EditionError(message) from error
    known[edition.id] = data
    return edition


def parse_edition(text: str, name: str) -> Edition:
    """Return the edition written in `text`, one without a base; `name` is named in errors.

    Raises EditionError for missing and wrong entries, repeated keys, repeated labels in a table and
    relations that name cells which the table has not.
    """
    return _read(_given(text, name), name, {})


def _base(name: str, known: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    if name not in known:
        message = f"there is no edition {name!r} to build on, only {', '.join(map(repr, known))}"
        raise EditionError(message)
    return known[name]


def _over(base: Mapping[str, Any], own: Mapping[str, Any], *, variant: bool) -> dict[str, Any]:
    """Return what a file adds up to with its base: lists grow, entries of one key become one, the rest yields.

    What a variant calls otherwise may still be called as in its base: some print the form as it is.
    """
    whole = dict(base)
    for key, value in own.items():
        if key in whole and key not in _WHOLE and isinstance(value, list):
            whole[key] = _joined(whole[key], value, _IDENTITY.get(key), variant=variant)
        else:
            whole[key] = value
    for name in _NAMES if variant else ():
        if name in own and own[name] != base.get(name, own[name]):
            before = base[name] if isinstance(base[name], str) else base[name][-1]
            whole["aliases"] = [*whole.get("aliases", ()), before]
    return whole


def _joined(
    base: Sequence[Any], own: Sequence[Any], identity: str | None, *, variant: bool
) -> list[Any]:
    joined = list(base)
    for entry in own:
        if not (identity and isinstance(entry, Mapping)):
            if entry not in joined:
                joined.append(entry)
            continue
        name = entry.get(identity, "")
        at = next((n for n, it in enumerate(joined) if it.get(identity, "") == name), None)
        if at is None:
            joined.append(entry)
        else:
            joined[at] = _over(joined[at], entry, variant=variant)
    return joined
