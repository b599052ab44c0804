"""The files of `grammar/`: read where the package stands, TOML only once in a version's life."""

from importlib import import_module
from pathlib import Path
from typing import Any

from disclosure_lint.kept import kept

FOLDER = Path(import_module("disclosure_lint.grammar").__path__[0])


def text_of(name: str) -> str:
    """Return the text of a file of `grammar/`, named from there."""
    return (FOLDER / name).read_text("utf-8")


def table_of(text: str) -> dict[str, Any]:
    """Return what a text in TOML says. Raises TOMLDecodeError."""
    return kept("toml", text, lambda: _parsed(text))


def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - slow to import

    return tomllib.loads(text)
