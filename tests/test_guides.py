"""The guides are true: their commands print what is shown, their code runs, their names exist."""

from __future__ import annotations

import doctest
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

import test_rules
from disclosure_lint import __all__ as library
from disclosure_lint import engine, outputs, rules
from disclosure_lint.__main__ import main
from disclosure_lint.cli._commands import commands
from disclosure_lint.config.file import from_file
from disclosure_lint.config.values import READERS
from disclosure_lint.edition import load_editions, parse_edition
from test_examples import known_options

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GUIDES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("[ez][nh]/*.md"))
PAGES = sorted(path.name for path in (DOCS / "zh").glob("*.md"))
EXAMPLES = sorted(path.name for path in (DOCS / "ci").iterdir())
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

each_guide = pytest.mark.parametrize("guide", GUIDES)
each_language = pytest.mark.parametrize("language", ["zh", "en"])


def text(guide: str) -> str:
    return (DOCS / guide).read_text("utf-8")


def blocks(guide: str, language: str) -> list[str]:
    fence = re.compile(rf"^(```+){language}\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
    return [body for _, body in fence.findall(text(guide))]


def asked(guide: str, language: str = "console") -> list[str]:
    """The commands that a guide shows being typed."""
    typed = (line for block in blocks(guide, language) for line in block.split("\n"))
    return [line.removeprefix("$ ") for line in typed if line.startswith("$ ")]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the reports that the guides speak of, and the command where a shell finds it."""
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "disclosure-lint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m disclosure_lint "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    for name in [name for name in os.environ if name.startswith("DISCLOSURE_LINT_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # readers do not have it
    folder = tmp_path / "try"
    folder.mkdir()
    for pattern in ("clean*.txt", "water*.txt"):  # as the first guide says
        for path in (ROOT / "fixtures" / "reports").glob(pattern):
            shutil.copy(path, folder)
    monkeypatch.chdir(folder)
    return folder


def answers(typed: list[str]) -> Iterator[str]:
    """What a shell prints after each of the commands, errors too."""
    script = "exec 2>&1\nstatus=0\n"
    for command in typed:
        script += f"printf '\\036'; (exit $status)\n{command}\nstatus=$?\n"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    return iter(done.stdout.decode().split("\x1e")[1:])


def current(guide: str, language: str) -> str:
    """A guide with all that the commands in its blocks of a language print now."""
    printed = answers(asked(guide, language))
    current = text(guide)
    for block in blocks(guide, language):
        lines = [line for line in block.split("\n") if line.startswith("$ ")]
        run = "".join(f"{line}\n{next(printed)}" for line in lines)
        current = current.replace(f"```{language}\n{block}```", f"```{language}\n{run}```")
    return current


@each_guide
def test_the_commands_print_what_is_shown(
    guide: str, place: Path, request: pytest.FixtureRequest
) -> None:
    assert place.is_dir()
    now = current(guide, "console")
    if request.config.getoption("--update-goldens"):
        (DOCS / guide).write_text(now, "utf-8", newline="\n")
    assert text(guide) == now


def test_each_guide_is_there_in_both_languages() -> None:
    assert [f"{language}/{page}" for language in ("en", "zh") for page in PAGES] == GUIDES
    listed = re.findall(r"\]\(((?:zh|en)/[a-z]+\.md)\)", text("README.md"))
    assert sorted(listed) == GUIDES


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_show_the_same(page: str) -> None:
    english = re.compile(r" --lang en\b|DISCLOSURE_LINT_LANG=en ")
    zh, en = (
        [
            re.sub(r'"(?:zh|en)"', '""', english.sub("", line))
            for line in asked(f"{language}/{page}")
        ]
        for language in ("zh", "en")
    )
    assert [line for line in en if not line.startswith("export ")] == zh
    for kind in ("python", "pycon", "toml", "yaml"):
        assert len(blocks(f"zh/{page}", kind)) == len(blocks(f"en/{page}", kind))
    headings = (re.findall(r"^#+ ", text(f"{it}/{page}"), re.MULTILINE) for it in ("zh", "en"))
    assert len({tuple(levels) for levels in headings}) == 1


@pytest.mark.parametrize("guide", [*GUIDES, "README.md"])
def test_every_link_leads_somewhere(guide: str) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", text(guide))
    local = [link for link in links if not link.startswith("https://")]
    assert [link for link in local if not (DOCS / guide).parent.joinpath(link).exists()] == []


ADDRESS = "https://git.example.org/tools/disclosure-lint"


@pytest.mark.parametrize("path", [*GUIDES, *(f"ci/{name}" for name in EXAMPLES)])
def test_one_address_stands_for_where_this_repository_is(path: str) -> None:
    found = re.findall(r"(?:https://git\.)?example\.[a-z]+/[^\s`\"@)]*", text(path))
    assert set(found) <= {ADDRESS}


FOREIGN = {"--all-files"}  # options of pre-commit


@each_guide
def test_every_option_exists(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = "\n".join(re.findall(r"`[^`\n]+`", text(guide)) + asked(guide))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", code))
    assert named <= known_options(capsys) | FOREIGN


@each_guide
def test_every_command_exists(guide: str) -> None:
    code = "\n".join(re.findall(r"`[^`\n]+`", text(guide)) + asked(guide))
    assert set(re.findall(r"\bdisclosure-lint ([a-z]+)\b", code)) <= set(commands())


@each_language
def test_the_examples_of_configuration_are_valid(language: str, tmp_path: Path) -> None:
    (tmp_path / "disclosure-lint.toml").write_text("")
    folder = tmp_path / "reports"
    folder.mkdir()
    (variant, _) = editions(language)
    (folder / "qingyan.toml").write_text(variant, "utf-8")
    (folder / "青岩县.toml").write_text(variant, "utf-8")
    (using,) = (it for it in blocks(f"{language}/edition.md", "toml") if "editions =" in it)
    for written in (*blocks(f"{language}/configuration.md", "toml"), using):
        (folder / "disclosure-lint.toml").write_text(written, "utf-8")
        from_file.cache_clear()
        assert from_file(folder / "disclosure-lint.toml")


def rows(guide: str) -> list[set[str]]:
    """The names set as code in the first column of each table."""
    tables = re.findall(r"^\|---.*\n((?:\|.*\n)+)", text(guide), re.MULTILINE)
    return [
        set(
            re.findall(r"`([^`]+)`", "\n".join(row.split("|")[1] for row in table.split("\n")[:-1]))
        )
        for table in tables
    ]


@each_language
def test_the_tables_are_complete(language: str) -> None:
    settings = {name.replace("_", "-") for name in READERS} | {"extend"}
    assert rows(f"{language}/configuration.md")[0] == settings
    formats, keys = rows(f"{language}/outputs.md")
    assert formats == set(outputs.names())
    (shown,) = blocks(f"{language}/outputs.md", "console")
    assert keys | {"code"} == set(re.findall(r'(?:^|, |\{)"([a-z_]+)": ', _flat(shown)))
    assert rows(f"{language}/site.md")[0] == {hook["id"] for hook in HOOKS}
    functions = {name.partition("(")[0] for name in rows(f"{language}/library.md")[0]}
    assert functions == {name for name in library if name[0].islower()}


def _flat(shown: str) -> str:
    """JSON as printed, without what is nested."""
    (line,) = (line for line in shown.split("\n") if line.startswith("{"))
    while line != (line := re.sub(r": (\[[^\[\]]*\]|(?<=.)\{[^{}\[\]]*\})", ": 0", line)):
        pass
    return line


@each_language
def test_the_examples_of_the_library_run(language: str, place: Path) -> None:
    assert place.is_dir()
    code = "\n".join(blocks(f"{language}/library.md", "pycon"))
    example = doctest.DocTestParser().get_doctest(code, {}, "library.md", None, None)
    report: list[str] = []
    results = doctest.DocTestRunner(verbose=False).run(example, out=report.append)
    assert (results.failed, "".join(report)) == (0, "")
    assert results.attempted > 10


@each_language
def test_the_example_of_a_rule_is_one(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (module,) = blocks(f"{language}/rule.md", "python")
    group = f"guide_{language}"  # modules stay imported
    (tmp_path / group).mkdir()
    (tmp_path / group / "exclamation_mark.py").write_text(module, "utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    monkeypatch.setattr(engine, "names", lambda: ((group, "exclamation_mark"),))
    engine._calls.cache_clear()  # noqa: SLF001
    checks: list[Callable[[str], None]] = [
        test_rules.test_page,
        test_rules.test_examples,
        test_rules.test_fixes,
        test_rules.test_messages,
    ]
    for check in checks:
        check(f"{group}.exclamation_mark")


def editions(language: str) -> tuple[str, str]:
    """The variant and the edition that the guide shows."""
    written = [it for it in blocks(f"{language}/edition.md", "toml") if it.startswith("id =")]
    variant, whole = written
    return variant, whole


@each_language
def test_the_examples_of_editions_are_some(language: str, tmp_path: Path) -> None:
    variant, whole = editions(language)
    path = tmp_path / "variant.toml"
    path.write_text(variant, "utf-8")
    local, *shipped = load_editions(str(path))
    assert (local.id, local.variant_of) == ("2021-青岩", "2021")
    (table,) = (it for it in local.tables if it.key == "active")
    assert "county_document" in {row.key for row in table.local_rows}
    assert len(local.sections) == len(shipped[0].sections)
    new = parse_edition(whole, "2031.toml")
    assert len(new.tables[0].relations) == 7


@each_language
def test_a_report_on_the_variant_of_the_guide(
    language: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing but what the page says: its two files beside the report, and the report is right."""
    variant, _ = editions(language)
    (using,) = (it for it in blocks(f"{language}/edition.md", "toml") if "editions =" in it)
    named = re.findall(r'"(.+)"', using)
    clean = (place / "clean-2021.txt").read_text("utf-8")
    local = re.sub(r"(?m)^规章 \|(.*)$", r"规章（县级机关填0） |\1\n县政府文件 |\1", clean)
    local = local.replace("、主动公开政府信息情况", "、主动公开工作情况")
    (place / "local.txt").write_text(local, "utf-8")
    call = ["--lang", "zh", "local.txt", "clean-2021.txt"]
    assert main(["check", "--isolated", "--output-format", "concise", *call]) == 1
    found = re.findall(r"(?m)^local.txt:\d+:\d+: (\w+ [a-z-]+) ", capsys.readouterr().out)
    assert found == ["warning altered-section-title", "warning unknown-row"]
    (place / named[0]).write_text(variant, "utf-8")
    (place / "disclosure-lint.toml").write_text(using, "utf-8")
    assert main(["check", "--output-format", "concise", *call]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "未发现问题" in err
    assert main(["extract", "--format", "csv", "local.txt"]) == 0
    assert ",2021-青岩,active,县政府文件,本年制发件数,county_document," in capsys.readouterr().out


def test_the_picture_is_current() -> None:
    """If not: run `python docs/picture.py`."""
    drawing = runpy.run_path(str(DOCS / "picture.py"))
    drawn = drawing["picture"](drawing["printed"]())
    assert (DOCS / "terminal.svg").read_text("utf-8") == drawn
    assert "wrong-figure" in drawn


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_for_ci_call_what_exists(
    name: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = (DOCS / "ci" / name).read_text("utf-8")
    assert isinstance(yaml.safe_load(written), dict)
    (place / "reports").mkdir()
    calls = re.findall(r"\bdisclosure-lint (check [^|\n]+)", written)
    for call in calls:
        assert main([*call.split(), "--show-files"]) == 0, capsys.readouterr().err
    hooks = set(re.findall(r"- id: (\S+)", written))
    assert hooks <= {hook["id"] for hook in HOOKS}
    assert calls or hooks


def test_the_action_annotates(place: Path, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (tmp_path / "disclosure-lint").mkdir()
    (tmp_path / "bin").rename(tmp_path / "disclosure-lint" / "bin")
    step = action["runs"]["steps"][-1]
    given = {"PATHS": "water-bureau-2024-draft.txt", "OPTIONS": "--fail-on error --lang en"}
    assert step["env"].keys() == given.keys()
    environment = {**os.environ, "RUNNER_TEMP": str(tmp_path), **given}
    done = subprocess.run(
        [shutil.which("bash") or "bash", "-c", step["run"]],
        cwd=place,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert re.match(rb"::error [^\n]*file=water-bureau-2024-draft.txt,line=42,col=28,", done.stdout)
