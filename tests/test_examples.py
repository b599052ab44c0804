"""What the README says is true: its commands are those that CI runs, its names exist."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from disclosure_lint.__main__ import main
from disclosure_lint.cli._commands import commands
from disclosure_lint.config.file import from_file
from disclosure_lint.config.values import READERS, rule_ids

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
CI = (ROOT / ".ci" / "run").read_text("utf-8")

readmes = pytest.mark.parametrize("name", READMES)


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text(name), re.MULTILINE | re.DOTALL)


def code(name: str) -> str:
    """All that is set as code: blocks and words between backticks."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text(name), re.DOTALL))


def set_up(name: str) -> list[str]:
    return [block.strip() for block in blocks(name, "sh") if ".venv/bin/pip" in block]


@readmes
def test_the_two_commands_are_those_that_ci_runs(name: str) -> None:
    run_by_ci = re.findall(r"^(?:expect \d )?bash -c '(.*)'", CI, re.MULTILINE)
    assert len(run_by_ci) == 2
    assert set_up(name) == run_by_ci


@readmes
def test_the_first_command_prints_what_the_picture_shows(name: str) -> None:
    _, _, arguments = set_up(name)[0].rpartition(".venv/bin/disclosure-lint ")
    command = [sys.executable, "-m", "disclosure_lint", *arguments.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text(name))
    drawn = re.sub("<[^>]+>|\n", "", text(picture))
    places = re.findall(r"water-bureau-2024-draft\.txt:\d+:\d+: ", done.stdout.decode())
    assert (done.returncode, len(places)) == (1, 2)
    assert all(place.strip() in drawn for place in places)


@readmes
def test_the_library_of_the_readme_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = blocks(name, "python")
    monkeypatch.chdir(ROOT / "fixtures" / "reports")
    done = subprocess.run(
        [sys.executable, "-c", code.replace("report.txt", "water-bureau-2024-draft.txt")],
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().startswith("wrong-figure ")


def known_options(capsys: pytest.CaptureFixture[str]) -> set[str]:
    """All options of all commands."""
    helps = ""
    for command in commands():
        main([command, "--help"])
        helps += capsys.readouterr().out
    return set(re.findall(r"--[a-z][a-z-]+", helps))


@readmes
def test_every_option_of_the_readme_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", code(name)))
    assert "--fail-on" in named
    assert named <= known_options(capsys)


@readmes
def test_every_command_of_the_readme_exists(name: str) -> None:
    named = set(re.findall(r"\bdisclosure-lint (?:COMMAND|([a-z]+))", code(name))) - {""}
    assert {"check", "explain"} <= named
    assert named <= set(commands())


@readmes
def test_every_format_of_the_readme_exists(name: str) -> None:
    from disclosure_lint.outputs import names  # noqa: PLC0415

    formats = re.findall(r"--output-format ([a-z]+)", code(name))
    (listed,) = re.findall(r"(?:`[a-z]+`[,、]\s?)+`checkstyle`", text(name))
    assert {*formats, *re.findall(r"`([a-z]+)`", listed)} <= set(names())


@readmes
def test_every_rule_of_the_readme_exists(name: str) -> None:
    explained = re.findall(r"explain ([a-z-]+)", code(name))
    assert len(explained) == 1
    assert set(explained) <= set(rule_ids())


@readmes
def test_the_configuration_of_the_readme_is_valid(name: str, tmp_path: Path) -> None:
    (written,) = blocks(name, "toml")
    path = tmp_path / "disclosure-lint.toml"
    path.write_text(written, "utf-8")
    (layer,) = from_file(path)
    assert len(layer.values) == 4


@readmes
def test_every_variable_of_the_readme_exists(name: str) -> None:
    variables = re.findall(r"DISCLOSURE_LINT_([A-Z_]+)", text(name))
    assert variables
    assert {variable.lower() for variable in variables} <= set(READERS)


@readmes
def test_every_link_of_the_readme_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", text(name))
    assert len(links) >= 2
    local = [link for link in links if not link.startswith("https://")]
    assert [link for link in local if not (ROOT / link).exists()] == []


def test_every_package_is_shipped() -> None:
    data = tomllib.loads(text("pyproject.toml"))["tool"]["setuptools"]
    folders = {
        path.parent for root in ("src", "grammar") for path in (ROOT / root).rglob("__init__.py")
    }
    packages = {
        ".".join(("disclosure_lint", *folder.relative_to(ROOT).parts))
        if folder.is_relative_to(ROOT / "grammar")
        else ".".join(folder.relative_to(ROOT / "src").parts)
        for folder in folders
    }
    assert set(data["packages"]) == packages


def test_the_hooks_call_commands_that_exist() -> None:
    hooks = text(".pre-commit-hooks.yaml")
    entries = re.findall(r"^  entry: disclosure-lint (\S+)", hooks, re.MULTILINE)
    assert len(entries) == hooks.count("- id: ")
    assert set(entries) <= set(commands())
