"""DESIGN §4: who may import whom, and what no Python file may hold. Read from the source, not from its effects."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from disclosure_lint.edition import load_editions
from disclosure_lint.kept import VARIABLE
from disclosure_lint.text import fold

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/disclosure_lint"
NAME = "disclosure_lint"


def _modules() -> dict[str, Path]:
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts).removesuffix("__init__").rstrip(".")] = path
    return found


MODULES = _modules()
RULES = [
    name for name, path in MODULES.items() if name.startswith("rules.") and path.stem != "__init__"
]
OUTPUTS = [name for name in MODULES if name.split(".")[0] == "outputs"]
# The modules of the core: neither front ends, nor rules, nor what renders their findings.
FRONT_ENDS = {"cli", "lsp", "web", "outputs", "archive"}


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text("utf-8"))


@cache
def imports(name: str) -> frozenset[str]:
    """What a module imports, anywhere in it: ours without the package's name, others by their first part."""
    found = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {_short(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports from a relative place"
            assert node.module
            found |= {_short(f"{node.module}.{alias.name}", node.module) for alias in node.names}
    return frozenset(found)


def _short(name: str, module: str = "") -> str:
    """`disclosure_lint.text.fold` is `text`, `disclosure_lint.rules.names` is `rules`, `lark.Token` is `lark`."""
    first, _, rest = name.partition(".")
    if first != NAME:
        return first
    return rest if rest in MODULES else (module or name).removeprefix(NAME).removeprefix(".")


def ours(name: str) -> set[str]:
    return {it for it in imports(name) if it in MODULES}


@cache
def reaches(name: str) -> frozenset[str]:
    """Everything that comes along with a module, other packages among it."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for it in imports(waiting.pop()):
            if it not in found:
                found.add(it)
                if it in MODULES:
                    waiting.append(it)
    return frozenset(found)


def within(names: frozenset[str], packages: set[str]) -> set[str]:
    """Those names that are one of the packages, or stand in one."""
    return {it for it in names if any(it == p or it.startswith(f"{p}.") for p in packages)}


# The table of DESIGN §4; what is forbidden must not come along with something else either.
NEVER_REACHES = {
    "diagnostic": {"syntax", "rules", "lark"},
    "syntax": {"lark", "edition", "rules"},
    "text": {"lark", "edition", "syntax", "parser"},
    "kept": {"rules", "config", "engine", "lark"},
    "lexer": {"edition", "form", "rules", "config", "engine"},
    "parser": {"edition", "form", "rules", "config", "engine", "claims"},
    "opening": {"edition", "form", "rules", "lark"},
    "outline": {"edition", "form", "rules", "lark"},
    "front": {"edition", "form", "rules", "lark"},
    "edition": {"syntax", "parser", "lark"},
    "binder": {"rules", "config", "parser", "lark"},
    "placement": {"rules", "config", "parser", "lark"},
    "relation": {"rules", "config", "parser", "lark"},
    "rowfaults": {"rules", "config", "parser", "lark"},
    "slips": {"rules", "config", "parser", "lark"},
    "suspects": {"rules", "config", "parser", "lark"},
    "claims": {"rules", "config", "engine"},
    "table": {"parser", "rules", "config", "lark"},
    "report": {"parser", "rules", "config", "lark"},
    "reading": {"rules", "config", "engine"},
    "rule": {"rules", "config", "engine", "lark"},
    "config": {"rules", "engine", "lark"},
    "engine": FRONT_ENDS,
}
# What the rules share is not part of reading.
CORE = "source syntax text parser opening outline front edition layout binder relation slips suspects report reading"
NEVER_IMPORTS = {"layout": {"edition", "form", "rules"}, "cutting": {"edition", "form", "rules"}}


@pytest.mark.parametrize("name", NEVER_REACHES)
def test_lower_layers_know_nothing_of_higher_ones(name: str) -> None:
    assert within(reaches(name), NEVER_REACHES[name]) == set()


@pytest.mark.parametrize("name", CORE.split())
def test_reading_a_report_needs_no_topic_of_the_rules(name: str) -> None:
    assert within(reaches(name), {"topics"}) == set()


@pytest.mark.parametrize("name", NEVER_IMPORTS)
def test_layout_works_on_labels_not_on_forms(name: str) -> None:
    assert within(imports(name), NEVER_IMPORTS[name]) == set()


def test_the_source_stands_alone() -> None:
    assert imports("records") <= sys.stdlib_module_names
    assert imports("source") <= sys.stdlib_module_names | {"records"}
    allowed = sys.stdlib_module_names | {"patterns", "words", "regex"}
    assert imports("text") <= allowed, "text has its data, nothing else"


def test_two_modules_use_lark() -> None:
    assert [name for name in MODULES if "lark" in imports(name)] == ["claims.grammar", "lexer"]


def test_nothing_imports_in_a_circle() -> None:
    graph = {name: set(ours(name)) for name in MODULES}
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_one_judgement(name: str) -> None:
    forbidden = {"lark", "config", "engine", "reading", "parser", "binder", "suspects", "rules"}
    assert within(imports(name), forbidden | FRONT_ENDS) == set()


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_only_renders(name: str) -> None:
    forbidden = {
        "rules",
        "engine",
        "reading",
        "parser",
        "binder",
        "table",
        "report",
        "edition",
        "cli",
    }
    assert within(imports(name), forbidden) == set()


# What no Python file of ours may hold.


@pytest.mark.parametrize("name", MODULES)
def test_a_line_ends_at_a_line_feed_only(name: str) -> None:
    used = [
        node.lineno
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute) and node.attr == "splitlines"
    ]
    assert used == []


def strings(name: str) -> Iterator[tuple[int, str]]:
    """Every string of a module that is no docstring, pieces of f-strings too, with its line."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


IDS = {edition.id for edition in load_editions()}


@cache
def labels() -> re.Pattern[str]:
    """Every printed word of every form, folded; words of two characters (其他, 总计) are no one's own."""
    tables = [table for edition in load_editions() for table in edition.tables]
    paths = [form.label for table in tables for form in (*table.rows, *table.columns)]
    blocks = [block for table in tables for block in table.blocks]
    words = [word for path in paths for word in path]
    words += [word for it in blocks for word in (it.caption, it.stub, it.note)]
    words += [section.title for edition in load_editions() for section in edition.sections]
    folded = {fold(word) for word in words}
    return re.compile("|".join(re.escape(it) for it in sorted(folded) if len(it) > 2))


@pytest.mark.parametrize("name", MODULES)
def test_forms_are_data(name: str) -> None:
    """No Python names an edition or holds a label of a form: a new edition touches no code."""
    ids = [(line, text) for line, text in strings(name) if text in IDS]
    assert ids == []
    held = [(line, labels().search(fold(text))) for line, text in strings(name)]
    assert [(line, match[0]) for line, match in held if match] == []


# Sizes.


@pytest.mark.parametrize("name", MODULES)
def test_modules_and_functions_are_short(name: str) -> None:
    length = MODULES[name].read_text("utf-8").count("\n")
    assert length <= 300
    functions = [it for it in ast.walk(tree(name)) if isinstance(it, ast.FunctionDef)]
    assert {it.name: _lines(it) for it in functions if _lines(it) > 40} == {}


@pytest.mark.parametrize("name", RULES)
def test_rules_are_short(name: str) -> None:
    page = tree(name).body[0]
    assert isinstance(page, ast.Expr)
    assert MODULES[name].read_text("utf-8").count("\n") - _lines(page) <= 80


def _lines(node: ast.stmt) -> int:
    assert node.end_lineno
    return node.end_lineno - node.lineno + 1


# Start-up.

HEAVY = {
    "rich",
    "cn2an",
    "stdnum",
    "rapidfuzz",
    "pygls",
    "duckdb",
    "asyncio",
    "importlib.metadata",
    "multiprocessing",
    "concurrent",
}
PROBE = """
import sys
before = set(sys.modules)
from disclosure_lint.__main__ import main
status = main(sys.argv[1:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
raise SystemExit(status)
"""


def loaded(*arguments: str, kept: str = "") -> tuple[int, set[str]]:
    """The status of a command that keeps its tables in a folder, and what it imported by its end."""
    run = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {VARIABLE: kept},
    )
    return run.returncode, set(run.stderr.strip().split("\n")[-1].split())


def heavy(names: set[str]) -> set[str]:
    return {it for it in HEAVY if any(name == it or name.startswith(f"{it}.") for name in names)}


def test_a_clean_report_loads_nothing_it_does_not_need() -> None:
    status, names = loaded("check", str(ROOT / "fixtures/reports/clean-2021.txt"))
    assert status == 0
    assert "disclosure_lint.engine" in names
    assert heavy(names) == set()


def test_a_rule_is_loaded_when_it_may_have_something_to_say(tmp_path: Path) -> None:
    """From the second run on: the first reads from the rules themselves what they declare."""
    report = tmp_path / "report.txt"
    sound = (ROOT / "fixtures/reports/clean-2021.txt").read_text("utf-8")
    report.write_text(sound, "utf-8")
    rules = {f"{NAME}.{name}" for name in RULES}
    kept = str(tmp_path / "tables")
    _, first = loaded("check", str(report), kept=kept)
    status, second = loaded("check", str(report), kept=kept)
    assert status == 0
    assert rules & first == rules
    assert len(rules & second) < len(rules) * 3 / 4
    report.write_text(sound.replace("总体情况", "总体情况(机密★)"), "utf-8")
    _, third = loaded("check", str(report), kept=kept)
    assert third - second >= {f"{NAME}.rules.privacy.secrecy_mark"}


def test_listing_the_rules_reads_no_report() -> None:
    status, names = loaded("rules")
    assert status == 0
    assert heavy(names) == set()


def test_the_probe_sees_what_is_loaded() -> None:
    """A misspelt setting asks for the nearest word, and that is what rapidfuzz is for."""
    status, names = loaded("check", "--select", "wrong-figur", "nowhere.txt")
    assert status == 2
    assert heavy(names) == {"rapidfuzz"}
