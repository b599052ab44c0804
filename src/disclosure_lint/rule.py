"""What a rule is: a module whose docstring is its page and whose `check` is a pure generator."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from disclosure_lint.diagnostic import Finding, Severity

Check = Callable[..., Iterator[Finding]]


class Rule(NamedTuple):
    """One judgement. `id` is the file's name, `group` the folder's; `each` is the node type it looks at.

    `check` is called as `check(node, report)`, with a third argument, an `options` instance, when the
    rule has options. `preview` rules are off unless they are selected by name.
    """

    id: str
    group: str
    severity: Severity
    each: type
    check: Check
    module: str
    options: type[Any] | None = None
    preview: bool = False


class Declaration(NamedTuple):
    """What `@rule` notes down beside a check function."""

    severity: Severity
    each: type
    options: type[Any] | None
    preview: bool


def rule(
    each: type,
    severity: Severity,
    *,
    options: type[Any] | None = None,
    preview: bool = False,
) -> Callable[[Check], Check]:
    """Declare a check function: the node type it wants, its severity, its typed options."""

    def note(check: Check) -> Check:
        check.__dict__["declaration"] = Declaration(severity, each, options, preview)
        return check

    return note
