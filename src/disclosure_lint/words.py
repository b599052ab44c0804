"""The dictionaries in `grammar/words`, read once each."""

from functools import cache
from typing import Any

from disclosure_lint.data import table_of, text_of


@cache
def words(name: str) -> dict[str, Any]:
    """Return the dictionary `grammar/words/<name>.toml` as written."""
    return table_of(text_of(f"words/{name}.toml"))
