"""Rules that had another id before: it goes on working for a year and is remembered for longer."""

import warnings
from collections.abc import Mapping

from disclosure_lint.diagnostic import Message

# An entry `old id: id` a renamed rule; after a year `current_id` may forget it.
RENAMED: Mapping[str, str] = {}


class RenamedRuleWarning(FutureWarning):
    """A rule is called by an id that it had before; `message` says so in both languages."""

    def __init__(self, old: str, new: str) -> None:
        """Make the warning that rule `old` is called `new` now."""
        self.message = Message(
            f"规则“{old}”已改名为“{new}”,请改用新名", f"rule `{old}` is now `{new}`; use that name"
        )
        super().__init__(self.message.en)


def current_id(name: str) -> str:
    """Return the id of a rule called by this id or by one it had before, which gives a warning."""
    if name not in RENAMED:
        return name
    warnings.warn(RenamedRuleWarning(name, RENAMED[name]), stacklevel=2)
    return RENAMED[name]


def first_id(rule: str) -> str:
    """Return the id that a rule began with: fingerprints are made of it and outlive a new name."""
    return next((old for old, new in RENAMED.items() if new == rule), rule)
