"""What a rule is: a module whose docstring is its page and whose `check` is a pure generator."""

from collections.abc import Callable, Iterator
from typing import Any

from disclosure_lint.diagnostic import Finding, Severity
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import BoundSection, Field, Prose, Report
from disclosure_lint.table import BoundTable

# What a rule can look at.
NODES = (Report, Field, BoundSection, Prose, BoundTable)
Check = Callable[..., Iterator[Finding]]
Fact = Callable[[Any], object]


class Rule(NamedTuple):
    """One judgement. `id` is the file's name, `group` the folder's; `each` is the node type it looks at.

    `check` is called as `check(node, report)`, with a third argument, an `options` instance, when the
    rule has options. `preview` rules are off unless they are selected by name. A rule with `cues` has
    nothing to say of a text in which none of these strings stands, and one that `needs` a fact has
    nothing to say of a node of which that is empty: it is not even loaded for one.
    """

    id: str
    group: str
    severity: Severity
    each: type
    check: Check
    module: str
    options: type[Any] | None = None
    preview: bool = False
    cues: tuple[str, ...] = ()
    needs: Fact | None = None


class Declaration(NamedTuple):
    """What `@rule` notes down beside a check function."""

    severity: Severity
    each: type
    options: type[Any] | None
    preview: bool
    cues: tuple[str, ...]
    needs: str | Fact


def rule(  # noqa: PLR0913 - what a rule may declare, by name
    each: type,
    severity: Severity,
    *,
    options: type[Any] | None = None,
    preview: bool = False,
    cues: tuple[str, ...] = (),
    needs: str | Fact = "",
) -> Callable[[Check], Check]:
    """Declare a check function: the node type it wants, its severity and options; see `Rule`.

    What it needs is the name of an attribute of the node, or a function of the node that stands in a
    module.
    """

    def note(check: Check) -> Check:
        check.__dict__["declaration"] = Declaration(severity, each, options, preview, cues, needs)
        return check

    return note
