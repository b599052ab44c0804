"""Every rule, found by walking this package: the file's name is the id, the folder's the group."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import Any

from disclosure_lint.diagnostic import Finding, Severity
from disclosure_lint.kept import kept
from disclosure_lint.packages import modules, stamp, subpackages
from disclosure_lint.report import Report
from disclosure_lint.rule import NODES, Check, Declaration, Fact, Rule


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
    check = import_module(f"{__name__}.{group}.{name}").check
    return _rule(group, name, check, check.declaration)


@cache
def load_all() -> tuple[Rule, ...]:
    """Import every rule, sorted by group and id."""
    return tuple(load(group, name) for group, name in names())


def load_later(group: str, name: str) -> Rule:
    """Return a rule with its default options that is imported once its `check` is called.

    To import every rule takes longer than to read a report, and most have nothing to say of a sound
    one. A rule of which nothing is known is loaded.
    """
    note = _declared().get((group, name))
    return _rule(group, name, _deferred(group, name), note) if note else load(group, name)


def _rule(group: str, name: str, check: Check, note: Declaration) -> Rule:
    module = f"{__name__}.{group}.{name}"
    return Rule(
        id=name.replace("_", "-"),
        group=group,
        severity=note.severity,
        each=note.each,
        check=check,
        module=module,
        options=note.options,
        preview=note.preview,
        cues=note.cues,
        needs=_fact(note.needs),
    )


def _fact(needs: str | Fact) -> Fact | None:
    """What a declaration needs: an attribute by its name, a function by itself or by its place."""
    if not isinstance(needs, str):
        return needs
    module, _, name = needs.rpartition(":")
    if module:
        fact: Fact = getattr(import_module(module), name)
        return fact
    return attrgetter(name) if name else None


def _deferred(group: str, name: str) -> Check:
    loaded: Check | None = None
    options: tuple[object, ...] = ()

    def check(node: object, report: Report) -> Iterator[Finding]:
        nonlocal loaded, options
        if loaded is None:
            rule = load(group, name)
            loaded, options = rule.check, (rule.options(),) if rule.options else ()
        return loaded(node, report, *options)

    return check


@cache
def _declared() -> Mapping[tuple[str, str], Declaration]:
    """What the rules declare, but for their options; kept until one of their files changes."""
    nodes = {it.__name__: it for it in NODES}
    here = __path__[0]
    changed = "\n".join(f"{group}: {stamp(f'{here}/{group}')}" for group in subpackages(here))
    return {
        (group, name): Declaration(
            Severity(severity), nodes[each], None, preview, tuple(cues), needs
        )
        for group, name, severity, each, preview, cues, needs in kept("rules", changed, _told)
    }


def _told() -> list[list[Any]]:
    """The declarations as plain data; that of a rule which cannot be imported is not among them."""
    found = []
    for group, name in names():
        with suppress(Exception):  # the engine loads it, and tells what is wrong
            note: Declaration = load(group, name).check.__dict__["declaration"]
            fact = note.needs
            needs = fact if isinstance(fact, str) else f"{fact.__module__}:{fact.__name__}"
            told = int(note.severity), note.each.__name__, note.preview, list(note.cues), needs
            found.append([group, name, *told])
    return found
