"""The hooks, run by pre-commit itself from a local clone on files with Chinese names.

Each run builds an environment with pip, as a user's first run does.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from difflib import ndiff
from pathlib import Path

import pytest

from disclosure_lint import as_data, parse_text
from disclosure_lint.__main__ import main
from test_guides import ADDRESS, DOCS, blocks, current, text

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "fixtures" / "reports"
CLEAN = (REPORTS / "water-bureau-2024.txt").read_text("utf-8")
DRAFT = (REPORTS / "water-bureau-2024-draft.txt").read_text("utf-8")
PACKAGE = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "src", "grammar")
NAME = "青岩县水务局2024年政府信息公开工作年度报告.txt"
HOOKS = ("disclosure-lint", "disclosure-lint-fix", "disclosure-lint-format")


def committed(folder: Path) -> Path:
    """Make a repository of a folder with all that is in it."""
    author = ("-c", "user.name=tests", "-c", "user.email=tests@example.org")
    for call in (
        ["init", "--quiet"],
        ["add", "--all"],
        [*author, "commit", "--quiet", "-m", "-"],
        ["tag", "v0.1.0"],
    ):
        subprocess.run(["git", *call], cwd=folder, check=True)
    return folder


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of this repository, with what is not committed yet."""
    folder = tmp_path_factory.mktemp("tool")
    without = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in PACKAGE:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=without)
        else:
            shutil.copy(path, folder / name)
    return committed(folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps its environments."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def site(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a faulty report, in which pre-commit is a command of the shell."""
    (tmp_path / "2024年度报告.txt").write_text(DRAFT, "utf-8")
    for name, value in {
        "PRE_COMMIT_HOME": str(home),
        "PRE_COMMIT_COLOR": "never",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tried(tool: Path, site: Path) -> dict[str, str]:
    """Run all hooks of the tool in a repository; return what is said of each of them."""
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(tool), "--all-files"]
    environment = {**os.environ, "PRE_COMMIT_COLOR": "never", "DISCLOSURE_LINT_LANG": "en"}
    environment.pop("PYTHONPATH", None)  # the hooks are to find their own package
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, check=False)
    said = done.stdout.decode()
    assert "An unexpected error has occurred" not in said, said
    parts = re.split(r"^(disclosure-lint(?:-\w+)?)\.+", said, flags=re.MULTILINE)[1:]
    answers = dict(zip(parts[::2], parts[1::2], strict=True))
    assert tuple(answers) == HOOKS, said + done.stderr.decode()
    assert done.returncode == any("Failed" in answer for answer in answers.values())
    return answers


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_guide_shows_what_pre_commit_says(
    language: str,
    tool: Path,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("DISCLOSURE_LINT_LANG", language)
    guide = f"{language}/site.md"
    (written,) = blocks(guide, "yaml")
    (site / ".pre-commit-config.yaml").write_text(written.replace(ADDRESS, str(tool)), "utf-8")
    committed(site)
    command = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
    now = current(guide, "text")
    if request.config.getoption("--update-goldens"):
        (DOCS / guide).write_text(now, "utf-8", newline="\n")
    assert text(guide) == now
    assert "Failed" in now
    assert "Passed" in now


def test_a_clean_site_passes(tool: Path, tmp_path: Path) -> None:
    report = tmp_path / NAME
    report.write_text(CLEAN, "utf-8")
    assert main(["format", str(report)]) == 0
    before = report.read_bytes()
    (tmp_path / "便条.txt").write_text(DRAFT, "utf-8")  # by its name no report
    said = tried(tool, committed(tmp_path))
    assert set(said.values()) == {"Passed\n"}
    assert report.read_bytes() == before


def test_a_faulty_site_fails_and_is_mended(tool: Path, tmp_path: Path) -> None:
    report = tmp_path / NAME
    report.write_text(DRAFT, "utf-8")
    said = tried(tool, committed(tmp_path))

    check = said["disclosure-lint"]
    assert check.startswith("Failed\n- hook id: disclosure-lint\n- exit code: 1\n")
    assert f"{NAME}:42:28: error wrong-figure " in check
    assert f"{NAME}:60:3: warning altered-section-title " in check
    assert "modified" not in check

    fix = said["disclosure-lint-fix"]
    assert "- exit code: 1\n- files were modified by this hook\n" in fix
    assert f"{NAME}:60:3: fixed altered-section-title" in fix
    assert "1 finding fixed. 1 finding left: 1 error." in fix

    # The one title is mended; besides only the layout of the tables is another.
    assert "- files were modified by this hook\n" in said["disclosure-lint-format"]
    now, mended = report.read_text("utf-8"), DRAFT.replace("改进措施\n", "改进情况\n")
    assert figures(now) == figures(mended)
    changed = [line[2:] for line in ndiff(mended.split("\n"), now.split("\n")) if line[0] in "+-"]
    assert all("|" in line for line in changed)


def figures(text: str) -> list[tuple[str, str, str]]:
    return [
        (cell["row_key"], cell["column_key"], cell["raw"])
        for table in as_data(parse_text(text))["tables"]
        for cell in table["cells"]
    ]
