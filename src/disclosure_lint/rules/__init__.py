"""Every rule, found by walking this package: the file's name is the id, the folder's the group."""

from functools import cache
from importlib import import_module

from disclosure_lint.packages import modules, subpackages
from disclosure_lint.rule import Declaration, Rule


@cache
def names() -> tuple[tuple[str, str], ...]:
    """Return the group and the module name of every rule, sorted, without importing any."""
    here = __path__[0]
    return tuple(
        (group, name) for group in subpackages(here) for name in modules(f"{here}/{group}")
    )


@cache
def load(group: str, name: str) -> Rule:
    """Import one rule; raises AttributeError when its module declares no check."""
    module = f"{__name__}.{group}.{name}"
    check = import_module(module).check
    note: Declaration = check.declaration
    return Rule(
        id=name.replace("_", "-"),
        group=group,
        severity=note.severity,
        each=note.each,
        check=check,
        module=module,
        options=note.options,
        preview=note.preview,
    )


@cache
def load_all() -> tuple[Rule, ...]:
    """Import every rule, sorted by group and id."""
    return tuple(load(group, name) for group, name in names())
