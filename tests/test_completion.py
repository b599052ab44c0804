"""Completion, in the shells that are here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_lint.__main__ import main
from disclosure_lint.cli._commands import commands
from disclosure_lint.cli.completion import SHELLS, whole_parser


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in (*commands(), "output-format", "wrong-figure"):
        assert word in script


lines = pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("disclosure-lint exp", {"explain"}),
        ("disclosure-lint explain wrong-fig", {"wrong-figure"}),
        ("disclosure-lint check --fail-on war", {"warning"}),
        ("disclosure-lint check --output-format json", {"json", "jsonl"}),
        ("disclosure-lint check --select arithm", {"arithmetic"}),
        ("disclosure-lint check --edition 20", {"2019", "2021"}),
        ("disclosure-lint check draf", {"draft.txt"}),
    ],
)


@lines
def test_bash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, expected: set[str]
) -> None:
    main(["completion", "bash"])
    (tmp_path / "script").write_text(capsys.readouterr().out, "utf-8")
    (tmp_path / "draft.txt").touch()
    words = line.split()
    ask = (
        f". ./script; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; "
        "$(complete -p disclosure-lint | sed 's/.*-F \\([^ ]*\\).*/\\1/'); "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", ask], cwd=tmp_path, capture_output=True, check=True)
    assert expected <= set(done.stdout.decode().split())


@lines
def test_fish(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, expected: set[str]
) -> None:
    fish = shutil.which("fish") or pytest.skip("there is no fish")
    main(["completion", "fish"])
    (tmp_path / "script").write_text(capsys.readouterr().out, "utf-8")
    (tmp_path / "draft.txt").touch()
    ask = [fish, "--no-config", "-c", f"source ./script; complete -C '{line}'"]
    environment = {**os.environ, "HOME": str(tmp_path)}
    done = subprocess.run(ask, cwd=tmp_path, env=environment, capture_output=True, check=True)
    told = (answer.partition("\t")[0] for answer in done.stdout.decode().split("\n"))
    assert expected <= set(told)


def test_without_the_extra() -> None:
    code = (
        "import sys; sys.modules['shtab'] = None\n"
        "from disclosure_lint.__main__ import main; sys.exit(main(['completion', 'bash']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 2
    assert 'pip install "disclosure-lint[completion]"' in done.stderr.decode()


def test_the_whole_parser_is_that_of_the_commands() -> None:
    parsed = whole_parser().parse_args(["check", "--fix", "a.txt", "--lang", "en"])
    assert (parsed.command, parsed.fix, parsed.paths, parsed.lang) == (
        "check",
        True,
        ["a.txt"],
        "en",
    )
