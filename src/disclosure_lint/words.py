"""The dictionaries in `grammar/words`, read once each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(name: str) -> dict[str, Any]:
    """Return the dictionary `grammar/words/<name>.toml` as written."""
    return tomllib.loads(
        (files("disclosure_lint.grammar.words") / f"{name}.toml").read_text("utf-8")
    )
