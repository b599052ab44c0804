from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure_lint import cli, outputs
from disclosure_lint.__main__ import main
from disclosure_lint.cli import check
from disclosure_lint.cli._commands import commands
from disclosure_lint.config.file import find, from_file
from disclosure_lint.config.values import rule_ids
from disclosure_lint.version import VERSION

REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"
CLEAN = (REPORTS / "water-bureau-2024.txt").read_text("utf-8")
DRAFT = (REPORTS / "water-bureau-2024-draft.txt").read_text("utf-8")

# What the draft is made to have.
ERROR = "draft.txt:42:28: error wrong-figure "
WARNING = "draft.txt:60:3: warning altered-section-title "

# Python's own choice of buffers, whatever the tests are run with.
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a test works in: a clean report, a draft with faults, no report."""
    for name in list(os.environ):
        if name.startswith("DISCLOSURE_LINT_") or name in {"NO_COLOR", "FORCE_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    find.cache_clear()
    from_file.cache_clear()
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "notes.txt").write_text("买菜\n", "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    assert folder.is_dir()

    def call(*args: str) -> tuple[int, str, str]:
        status = main(args)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def process(*args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "disclosure_lint", *args]
    return subprocess.run(command, capture_output=True, check=False, **options)


def test_help_lists_the_commands(run: Run) -> None:
    status, out, err = run("--help")
    assert (status, err) == (0, "")
    for name in commands():
        assert f"\n  {name} " in out
    assert run() == (2, "", out)


@pytest.mark.parametrize("name", commands())
def test_each_command_has_help(run: Run, name: str) -> None:
    status, out, err = run(name, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: disclosure-lint {name} ")


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"disclosure-lint {VERSION}\n", "")


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        # 0
        (["check", "clean.txt"], 0, "检查 1 个文件。未发现问题。"),
        (["check", "clean.txt", "--lang", "en"], 0, "1 file checked. No findings."),
        (["check", "--exclude", "*.txt"], 0, "没有找到要检查的文件。"),
        (["check", "--exclude", "*.txt", "--lang", "en"], 0, "No file to check was found."),
        (["check", "draft.txt", "--exit-zero"], 0, "检查 1 个文件。发现 2 个问题:错误 1、警告 1"),
        (["check", "draft.txt", "--ignore", "ALL"], 0, "检查 1 个文件。未发现问题。"),
        (["check", "draft.txt", "--select", "section", "--fail-on", "error"], 0, "警告 1"),
        # 1
        (["check"], 1, "检查 2 个文件,跳过 1 个。发现 2 个问题:错误 1、警告 1"),
        (["check", "--lang=en"], 1, "2 files checked, 1 skipped. 2 findings: 1 error, 1 warning"),
        (["check", "draft.txt", "--select", "section"], 1, "发现 1 个问题:警告 1"),
        (["check", "draft.txt", "--fail-on", "error"], 1, "错误 1"),
        (
            ["check", "draft.txt", "--select=section", "--fail-on=error", "--max-warnings=0"],
            1,
            "警告 1",
        ),
        (["check", "clean.txt", "--max-size", "10"], 1, "发现 1 个问题:错误 1"),
        # 2
        (["chek"], 2, "没有名为“chek”的命令,是否想写“check”?"),
        (["chek", "--lang", "en"], 2, "unknown command `chek`; did you mean `check`?"),
        (["check", "--fail-no=info"], 2, "没有名为“--fail-no”的选项,是否想写“--fail-on”?"),
        (["check", "-Z", "--lang", "en"], 2, "unknown option `-Z`"),
        (["check", "nowhere.txt"], 2, "路径不存在:nowhere.txt"),
        (["check", "darft.txt"], 2, "路径不存在:darft.txt,是否想写“draft.txt”?"),
        (["check", "clean.txt", "--config", "nowhere.toml"], 2, "nowhere.toml: 无法读取"),
        (
            ["check", "--select", "wrong-figre"],
            2,
            "--select: 没有名为“wrong-figre”的规则或规则组,是否想写“wrong-figure”?",
        ),
        (
            ["check", "--output-format", "jsn"],
            2,
            "--output-format: 没有名为“jsn”的取值,是否想写“json”?",
        ),
        (["check", "--fail-on", "grave"], 2, "可用:error、info、warning"),
        (["check", "--output-format", "zzz"], 2, "可用:checkstyle、concise、csv、full"),
        (["check", "--edition", "1999"], 2, "--edition: 没有名为“1999”的取值"),
        (["check", "--today", "today"], 2, "“--today”应为日期"),
        (["check", "--max-size", "much"], 2, "“--max-size”应为字节数"),
        (["check", "--lang", "fr"], 2, "--lang: 没有名为“fr”的取值"),
        (["check", "-o", "no/such/folder.txt"], 2, "无法写入"),
        (["check", "--baseline", "nowhere.json"], 2, "无法读取基线"),
        (["baseline", "create", "--baseline", "no/such/folder.json"], 2, "无法写入"),
        (["explain", "wrong-figre"], 2, "没有名为“wrong-figre”的规则,是否想写“wrong-figure”?"),
        (["explain"], 2, "请写出规则名,或用 --all"),
    ],
)
def test_status_and_what_is_said(run: Run, args: list[str], status: int, said: str) -> None:
    got, _, err = run(*args)
    assert said in err
    assert got == status


@pytest.mark.parametrize("form", outputs.names())
def test_the_status_does_not_depend_on_the_format(run: Run, form: str) -> None:
    faulty = run("check", "draft.txt", "--output-format", form)
    clean = run("check", "clean.txt", "--output-format", form)
    assert (faulty[0], clean[0]) == (1, 0)
    assert faulty[1] != clean[1]


def test_findings_go_to_stdout_and_the_summary_to_stderr(run: Run) -> None:
    status, out, err = run("check", "draft.txt", "--output-format", "concise")
    first, second = out.rstrip("\n").split("\n")
    assert (first.startswith(ERROR), second.startswith(WARNING)) == (True, True)
    assert err.count("\n") == 1
    assert run("check", "draft.txt", "--output-format", "concise", "-q") == (status, out, "")


def test_the_summary_comes_after_the_findings(folder: Path) -> None:
    command = [sys.executable, "-m", "disclosure_lint", "check", "draft.txt"]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(command, cwd=folder, env=BUFFERED, check=False, **streams)
    assert done.stdout.decode().rstrip("\n").split("\n")[-1].startswith("检查 1 个文件。")


def test_a_crash_is_status_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(check, "run", crash)
    status, _, err = run("check", "clean.txt")
    assert status == 3
    assert "ZeroDivisionError" in err
    assert "内部错误" in err


def test_a_crash_on_one_file_does_not_cost_the_others(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from disclosure_lint import engine  # noqa: PLC0415

    lint = engine.lint

    def brittle(source: object, settings: object, *, named: bool) -> object:
        if getattr(source, "filename", "") == "clean.txt":
            raise ZeroDivisionError
        return lint(source, settings, named=named)

    monkeypatch.setattr(engine, "lint", brittle)
    status, out, _ = run("check", ".", "--output-format", "concise")
    assert status == 3
    assert "clean.txt:1:1: error internal-error 检查时发生内部错误:ZeroDivisionError" in out
    assert ERROR in out


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupt)
    assert run("check", "clean.txt") == (130, "", "")


def test_the_reader_of_the_output_goes_away(folder: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "disclosure_lint", "check", "draft.txt"]
    done = subprocess.run(
        command, cwd=folder, env=BUFFERED, stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert done.returncode == 141
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_standard_input_is_read_as_bytes(folder: Path) -> None:
    data = DRAFT.encode("gb18030")
    options = ("--output-format", "concise", "--stdin-filename", "draft.txt")
    done = process("check", "-", *options, cwd=folder, input=data)
    assert done.returncode == 1
    assert ERROR in done.stdout.decode()


def test_standard_input_has_the_settings_of_its_folder(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "disclosure-lint.toml").write_text('ignore = ["ALL"]')
    data = DRAFT.encode()
    assert process("check", "-", cwd=folder, input=data).returncode == 1
    named = process("check", "-", "--stdin-filename", "old/a.txt", cwd=folder, input=data)
    assert named.returncode == 0


def test_a_console_that_cannot_show_everything(folder: Path) -> None:
    (folder / "𠮷.txt").write_text(DRAFT, "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    done = process("check", "𠮷.txt", "--output-format", "concise", cwd=folder, env=environment)
    assert done.returncode == 1
    out = done.stdout.decode("gbk")
    assert out.startswith("\\U00020bb7.txt:42:28: error wrong-figure ")
    assert "".join(filter(str.isascii, out)) != out


@pytest.mark.parametrize("form", sorted({*outputs.names()} - outputs.FOR_PEOPLE))
def test_what_programs_read_is_utf8_whatever_the_console(folder: Path, form: str) -> None:
    (folder / "𠮷.txt").write_text(DRAFT, "utf-8")
    said = [
        process("check", "𠮷.txt", "--output-format", form, cwd=folder, env=environment).stdout
        for encoding in ("gbk", "utf-8")
        for environment in [{**os.environ, "PYTHONIOENCODING": encoding}]
    ]
    assert said[0] == said[1]
    assert "存在的主要问题及改进措施" in said[0].decode()


@pytest.mark.parametrize("form", ["json", "csv"])
def test_extracted_data_are_utf8_whatever_the_console(folder: Path, form: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    done = process("extract", "clean.txt", "--format", form, cwd=folder, env=environment)
    assert "予以公开" in done.stdout.decode("utf-8-sig")
    assert done.stdout.startswith(b"\xef\xbb\xbf") is (form == "csv")


def test_a_file_name_that_is_no_text(run: Run, folder: Path) -> None:
    name = os.fsdecode(b"\xff.txt")
    (folder / name).write_text(DRAFT, "utf-8")
    for form in outputs.names():
        status, out, err = run("check", name, "--output-format", form)
        assert (status, "Traceback" in err) == (1, False), form
        assert out.encode("utf-8")


@pytest.mark.parametrize("form", outputs.names())
def test_no_format_shows_a_whole_citizen_number(run: Run, folder: Path, form: str) -> None:
    number = "110105194912310046"  # invented; its check character holds
    text = DRAFT.replace("改进措施", f"改进措施 {number}")
    assert text.count(number) == 2
    (folder / "draft.txt").write_text(text, "utf-8")
    status, out, _ = run("check", "draft.txt", "--output-format", form)
    assert (status, number in out) == (1, False)


def test_output_file(run: Run, folder: Path) -> None:
    _, out, _ = run("check", "draft.txt", "--output-format", "json")
    status, printed, err = run("check", "draft.txt", "--output-format", "json", "-o", "found.json")
    assert (status, printed) == (1, "")
    assert "发现 2 个问题" in err
    assert (folder / "found.json").read_bytes() == out.encode()


def test_statistics(run: Run) -> None:
    status, out, _ = run("check", "draft.txt", "clean.txt", "--statistics")
    assert status == 1
    assert out == "     1  warning  altered-section-title\n     1  error    wrong-figure\n"


def test_fixable(run: Run, folder: Path) -> None:
    checking = ("check", "draft.txt", "--fix", "--lang", "en")
    status, _, err = run(*checking, "--fixable", "arithmetic,prose")
    assert (status, (folder / "draft.txt").read_text("utf-8")) == (1, DRAFT)
    assert err == "1 file checked. 2 findings: 1 error, 1 warning.\n"
    (folder / "disclosure-lint.toml").write_text('fixable = ["altered-section-title"]')
    status, _, err = run(*checking)
    assert (folder / "draft.txt").read_text("utf-8") != DRAFT
    assert err == "1 file checked. 1 finding fixed. 1 finding left: 1 error.\n"


def test_show_files(run: Run) -> None:
    out = "clean.txt\ndraft.txt\nnotes.txt\n"
    assert run("check", "--show-files") == (0, out, "")
    assert run("check", "--show-files", "--exclude", "dra*") == (0, "clean.txt\nnotes.txt\n", "")


@pytest.mark.parametrize(
    "args",
    [
        ["draft.txt", "clean.txt", "-q"],
        ["-q", "draft.txt", "clean.txt"],
        ["draft.txt", "-q", "clean.txt"],
        ["-q", "--", "draft.txt", "clean.txt"],
    ],
)
def test_paths_and_options_in_any_order(run: Run, args: list[str]) -> None:
    assert run("check", "--show-files", *args) == (0, "draft.txt\nclean.txt\n", "")


def test_a_name_like_an_option(run: Run, folder: Path) -> None:
    (folder / "-q").write_text(CLEAN, "utf-8")
    assert run("check", "--show-files", "--", "-q") == (0, "-q\n", "")


def test_a_named_file_is_looked_at_and_a_met_one_skipped(run: Run) -> None:
    assert "跳过" not in run("check", "notes.txt")[2]
    assert "notes.txt: 已跳过:不像年度报告" in run("check", ".", "-v")[2]


def test_one_file_over_the_limit_does_not_stop_the_others(run: Run, folder: Path) -> None:
    limit = str(len(DRAFT.encode()))
    (folder / "draft.txt").write_text(DRAFT + "\n", "utf-8")
    status, out, err = run("check", ".", "--output-format", "concise", "--max-size", limit)
    assert status == 1
    assert "draft.txt:1:1: error unreadable-file 无法读取文件:超过大小上限" in out
    assert "检查 1 个文件,跳过 1 个。发现 1 个问题" in err


def test_the_configuration_of_each_file_is_the_closest(run: Run, folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "draft.txt").write_text(DRAFT, "utf-8")
    (folder / "disclosure-lint.toml").write_text('select = ["section"]\noutput-format = "concise"')
    (folder / "a" / "disclosure-lint.toml").write_text(
        'extend = "../disclosure-lint.toml"\nfail-on = "error"'
    )
    assert run("check", "a")[0] == 0
    assert run("check", ".")[0] == 1
    status, out, _ = run("check", "a", "--isolated", "--output-format", "concise")
    assert (status, len(out.split("\n"))) == (1, 3)


def test_a_wrong_configuration_is_told_with_file_and_row(run: Run, folder: Path) -> None:
    path = folder / "disclosure-lint.toml"
    path.write_text('\nfailon = "error"')
    status, _, err = run("check", "clean.txt")
    said = f"disclosure-lint: {path}:2: 没有名为“failon”的设置项,是否想写“fail-on”?\n"
    assert (status, err) == (2, said)
    assert run("check", "clean.txt", "--isolated")[0] == 0


def test_per_file_ignores(run: Run) -> None:
    option = "--per-file-ignores"
    assert run("check", "draft.txt", option, "draft.txt:arithmetic,section")[0] == 0
    assert run("check", "draft.txt", option, "other.txt:ALL")[0] == 1
    assert run("check", "draft.txt", option, "d*:arithmetic", option, "./d*:section")[0] == 0


def test_options_go_over_the_environment_and_that_over_the_file(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "disclosure-lint.toml").write_text('lang = "en"\nfail-on = "info"')
    monkeypatch.setenv("DISCLOSURE_LINT_FAIL_ON", "warning")
    _, out, _ = run("config", "--max-size", "1KB")
    lines = out.split("\n")
    assert f'lang = "en"  # {folder / "disclosure-lint.toml"}' in lines
    assert 'fail-on = "warning"  # environment' in lines
    assert "max-size = 1000  # command line" in lines
    assert 'select = ["ALL"]  # default' in lines
    assert run("check", "--show-settings", "--max-size", "1KB") == (0, out, "")


def test_what_config_prints_can_be_a_configuration(run: Run, folder: Path) -> None:
    (folder / "disclosure-lint.toml").write_text(
        'ignore = ["section"]\ntoday = 2026-01-31\nbaseline = "known.json"\n'
        '[severity]\nwrong-figure = "info"\n[per-file-ignores]\n\'a\\b"c\' = ["ALL"]'
    )
    _, out, _ = run("config")
    (folder / "copy.toml").write_text(out, "utf-8")
    _, again, _ = run("config", "--config", "copy.toml")

    def values(text: str) -> list[str]:
        return [line.rpartition("  # ")[0] for line in text.split("\n") if "  # " in line]

    assert values(again) == values(out)
    assert len(values(out)) > 10


def test_baseline(run: Run, folder: Path) -> None:
    known = folder / "known.json"
    assert run("baseline", "create", "draft.txt", "--baseline", "known.json")[0] == 0
    assert json.loads(known.read_text("utf-8")).keys() == {"draft.txt"}
    assert run("baseline", "create", "draft.txt", "--baseline", "known.json")[0] == 2

    checking = ("check", "--baseline", "known.json", "--output-format", "concise")
    status, out, err = run(*checking, "draft.txt")
    assert (status, out) == (0, "")
    assert "未发现问题" in err

    # A finding on a row that moved is known still; a new fault is not; a mended one is stale.
    text = DRAFT.replace("改进措施\n", "改进情况\n").replace("信息情况\n", "信息的情况\n", 1)
    (folder / "draft.txt").write_text("\n\n" + text, "utf-8")
    status, out, err = run(*checking, "draft.txt")
    assert status == 1
    assert out.startswith("draft.txt:13:3: warning altered-section-title ")
    assert out.count("\n") == 1
    assert "known.json:1 条记录已不存在" in err

    assert run("baseline", "prune", "draft.txt", "--baseline", "known.json")[0] == 0
    assert json.loads(known.read_text("utf-8"))["draft.txt"].keys() == {"wrong-figure"}
    assert run(*checking, "draft.txt")[0] == 1
    assert run("baseline", "update", "draft.txt", "--baseline", "known.json")[0] == 0
    assert run(*checking, "draft.txt")[0] == 0

    (folder / "draft.txt").unlink()
    assert run("baseline", "prune", "clean.txt", "--baseline", "known.json")[0] == 0
    assert json.loads(known.read_text("utf-8")) == {}


def test_a_baseline_is_silent_on_rules_that_are_not_run(run: Run, folder: Path) -> None:
    assert run("baseline", "create", "--baseline", "known.json")[0] == 0
    before = json.loads((folder / "known.json").read_text("utf-8"))
    narrow = ("--baseline", "known.json", "--select", "section", "--lang", "en")
    assert run("check", *narrow) == (0, "", "2 files checked, 1 skipped. No findings.\n")
    for action in ("prune", "update"):
        assert run("baseline", action, *narrow)[0] == 0
        assert json.loads((folder / "known.json").read_text("utf-8")) == before


def test_what_a_baseline_knows_of_a_file_that_is_gone_is_stale(run: Run, folder: Path) -> None:
    assert run("baseline", "create", "--baseline", "known.json")[0] == 0
    (folder / "draft.txt").unlink()
    status, _, err = run("check", "--baseline", "known.json", "--lang", "en")
    assert (status, "known.json: 2 stale" in err) == (0, True)


def test_the_settings_of_a_folder_leave_out_what_is_in_it(run: Run, folder: Path) -> None:
    site = folder / "site"
    (site / "drafts").mkdir(parents=True)
    for path in (site / "a.txt", site / "drafts" / "b.txt"):
        path.write_text(DRAFT, "utf-8")
    (site / "disclosure-lint.toml").write_text('exclude = ["drafts"]')
    assert run("check", "--show-files", "site")[1] == "site/a.txt\n"
    named = ("check", "--show-files", "site/drafts/b.txt")
    assert run(*named)[1] == "site/drafts/b.txt\n"
    assert run(*named, "--force-exclude")[1] == ""
    for command in (["extract"], ["format", "--check"]):
        assert "b.txt" not in run(*command, "site")[1]


def test_the_address_of_a_rule_is_set_once(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_LINT_DOCS_URL", "https://example.org/{rule}.html")
    assert folder.is_dir()
    checking = ("check", "draft.txt", "--select", "section", "--output-format")
    (found,) = json.loads(run(*checking, "json")[1])
    assert found["url"] == "https://example.org/altered-section-title.html"
    (rule,) = json.loads(run(*checking, "sarif")[1])["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == found["url"]


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--no-color"], False),
        ({"NO_COLOR": "1"}, ["--color"], True),
    ],
)
def test_colour(  # noqa: PLR0913 - the parameters and the fixtures
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    options: list[str],
    *,
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    _, out, _ = run("check", "draft.txt", *options)
    assert ("\x1b[" in out) is coloured
    run("check", "draft.txt", "-o", "found.txt", *options)
    found = (folder / "found.txt").read_text("utf-8")
    assert ("\x1b[" in found) is ("--color" in options)  # a file only on the very word


def test_rules_lists_every_rule(run: Run) -> None:
    _, text, _ = run("rules")
    assert [line.split()[0] for line in text.rstrip("\n").split("\n")] == list(rule_ids())
    _, data, _ = run("rules", "--format", "json")
    assert [entry["id"] for entry in json.loads(data)] == list(rule_ids())
    _, table, _ = run("rules", "--format", "markdown", "--lang", "en")
    assert table.count("\n") == len(rule_ids()) + 2


def test_explain(run: Run) -> None:
    _, text, _ = run("explain", "wrong-figure", "altered-section-title")
    assert text.startswith("wrong-figure  (arithmetic · error)\n\n")
    assert "\naltered-section-title  (section · warning)\n\n" in text
    _, page, _ = run("explain", "wrong-figure", "--format", "markdown")
    assert page.startswith("# wrong-figure\n\n*arithmetic · error*\n\n")
    _, data, _ = run("explain", "--all", "--format", "json")
    entries = json.loads(data)
    assert [entry["id"] for entry in entries] == list(rule_ids())
    assert all(entry["page"] and entry["summary"]["zh"] for entry in entries)


HEAVY = {
    "asyncio",
    "cn2an",
    "duckdb",
    "importlib.metadata",
    "json",
    "pathspec",
    "pygls",
    "rapidfuzz",
    "rich",
    "stdnum",
}


@pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["check", "clean.txt"]])
def test_what_is_not_needed_is_not_imported(folder: Path, args: list[str]) -> None:
    code = (
        "import sys\nfrom disclosure_lint.__main__ import main\n"
        f"main({args})\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    imported = set(done.stderr.decode().split())
    assert "argparse" in imported
    assert imported & HEAVY == set()
    if "--help" in args:
        assert imported & {"lark", "tomllib", "regex"} == set()


def test_commands_are_the_modules_of_cli() -> None:
    folder = Path(str(cli.__path__[0]))
    names = {path.stem for path in folder.glob("*.py") if not path.name.startswith("_")}
    assert set(commands()) == names
