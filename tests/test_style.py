"""Every test can fail: no assert on a constant, none without an assert, no clock, nothing expected to fail."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = {str(path.relative_to(HERE)): path for path in sorted(HERE.rglob("*.py"))}
CLOCKS = {"perf_counter", "perf_counter_ns", "monotonic", "process_time", "timeit"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(FILES[name].read_text("utf-8"))


def always_true(node: ast.expr) -> bool:
    """Whether what is asserted holds whatever the program does."""
    match node:
        case ast.Constant():
            found = bool(node.value)
        case ast.Tuple() | ast.List() | ast.Set():
            found = bool(node.elts)
        case ast.BoolOp():
            decide = any if isinstance(node.op, ast.Or) else all
            found = decide(map(always_true, node.values))
        case ast.Compare(ops=[ast.Eq() | ast.Is() | ast.LtE() | ast.GtE()]):
            found = ast.dump(node.left) == ast.dump(node.comparators[0]) and not calls(node)
        case _:
            found = isinstance(node, ast.JoinedStr | ast.Lambda)
    return found


def calls(node: ast.AST) -> set[str]:
    """The last names of what is called within a node."""
    return {
        it.func.attr if isinstance(it.func, ast.Attribute) else it.func.id
        for it in ast.walk(node)
        if isinstance(it, ast.Call) and isinstance(it.func, ast.Attribute | ast.Name)
    }


@cache
def functions(name: str) -> tuple[Function, ...]:
    return tuple(node for node in ast.walk(tree(name)) if isinstance(node, Function))


def asserts(node: ast.AST) -> Iterator[ast.Assert]:
    return (it for it in ast.walk(node) if isinstance(it, ast.Assert))


@cache
def checkers() -> frozenset[str]:
    """The names of functions that assert something, or call one that does."""
    uses = {node: calls(node) for name in FILES for node in functions(name)}
    found = {"raises", "fail", "warns"} | {node.name for node in uses if any(asserts(node))}
    while more := {node.name for node, used in uses.items() if used & found} - found:
        found |= more
    return frozenset(found)


@pytest.mark.parametrize("name", FILES)
def test_no_assert_always_holds(name: str) -> None:
    assert [node.lineno for node in asserts(tree(name)) if always_true(node.test)] == []


@pytest.mark.parametrize("name", [name for name in FILES if Path(name).name.startswith("test_")])
def test_every_test_asserts_something(name: str) -> None:
    idle = []
    for test in functions(name):
        if test.name.startswith("test_") and not any(asserts(test)):
            given = {argument.arg for argument in test.args.args}
            idle += [] if (calls(test) | given) & checkers() - {test.name} else [test.name]
    assert idle == []


@pytest.mark.parametrize("name", FILES)
def test_no_clock_and_nothing_expected_to_fail(name: str) -> None:
    used = {node.attr for node in ast.walk(tree(name)) if isinstance(node, ast.Attribute)}
    used |= {node.id for node in ast.walk(tree(name)) if isinstance(node, ast.Name)}
    assert used & (CLOCKS | {"xfail"}) == set()


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("True", True),
        ("'a message where an error was meant'", True),
        ("f'{x}'", True),
        ("(x == 1, 'a message in the wrong place')", True),
        ("[x]", True),
        ("x or True", True),
        ("x == x", True),
        ("lambda: x", True),
        ("False", False),
        ("0", False),
        ("x", False),
        ("x == 1", False),
        ("x or y", False),
        ("x and True", False),
        ("not x", False),
        ("()", False),
        ("f() == f()", False),
    ],
)
def test_what_always_holds(condition: str, *, holds: bool) -> None:
    assert always_true(ast.parse(condition, mode="eval").body) is holds
