"""Names of persons, as far as they can be told from other words."""

from functools import cache

from disclosure_lint.patterns import HAN
from disclosure_lint.words import words


@cache
def name_pattern() -> str:
    """Return a pattern, in a group `name`: a frequent surname and one or two characters, the fewer the better.

    What must stand after a name has to follow in the caller's pattern; `is_name` says the last word.
    """
    return rf"(?P<name>[{words('names')['surnames']}](?:某{{1,2}}|{HAN}{{1,2}}?))"


def is_name(text: str) -> bool:
    """Whether what looks like a name is neither another word nor the name of a place or an organ."""
    data = words("names")
    return not text.startswith(tuple(data["not_names"])) and text[-1] not in data["not_ends"]


def is_masked(name: str) -> bool:
    """Whether a name is told as 王某 or 王某某."""
    return name.endswith("某")
