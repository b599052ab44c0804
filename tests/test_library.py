"""The library: what it gives, that it needs no command line, and that it stays as it is."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import get_type_hints

import pytest

import disclosure_lint
from disclosure_lint import (
    Applicability,
    ConfigError,
    Diagnostic,
    Position,
    Report,
    Settings,
    Severity,
    Source,
    Span,
    as_data,
    fix_text,
    lint_path,
    lint_text,
    load_settings,
    outputs,
    parse_path,
    parse_text,
)
from disclosure_lint.__main__ import main

REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"
PATH = REPORTS / "water-bureau-2024-draft.txt"
DRAFT = PATH.read_text("utf-8")

# What is promised to stay: a name goes from here only in a new major version.
PROMISED = [
    "VERSION",
    "Applicability",
    "ConfigError",
    "Diagnostic",
    "Edit",
    "Finding",
    "Findings",
    "Fix",
    "Fixed",
    "Message",
    "Position",
    "Related",
    "Report",
    "Result",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Suspect",
    "Where",
    "as_data",
    "fix_text",
    "lint_path",
    "lint_text",
    "load_settings",
    "parse_path",
    "parse_text",
]


def test_the_names_are_those_promised() -> None:
    assert sorted(disclosure_lint.__all__) == sorted(PROMISED)
    assert dir(disclosure_lint) == sorted(PROMISED)
    for name in PROMISED:
        assert getattr(disclosure_lint, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'lint_txt'"):
        disclosure_lint.lint_txt  # noqa: B018


@pytest.mark.parametrize("name", PROMISED)
def test_every_name_is_documented_and_typed(name: str) -> None:
    thing = getattr(disclosure_lint, name)
    if inspect.isfunction(thing):
        assert get_type_hints(thing).keys() == {*inspect.signature(thing).parameters, "return"}
    if callable(thing):
        assert thing.__doc__
        assert not thing.__doc__.startswith(f"{name}(")  # what a dataclass says without a docstring


def test_asking_for_the_package_imports_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import disclosure_lint; "
        "print(*(set(sys.modules) - before)); disclosure_lint.Span; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    first, second = done.stdout.decode().rstrip("\n").split("\n")
    assert {name for name in first.split() if name.startswith("disclosure_lint")} == {
        "disclosure_lint"
    }
    assert {"disclosure_lint.source"} < set(second.split())
    assert {"lark", "disclosure_lint.engine"} & set(second.split()) == set()


def test_lint_text() -> None:
    findings = lint_text(DRAFT, "a.txt")
    wrong, altered = findings
    assert (len(findings), findings.diagnostics) == (2, (wrong, altered))
    assert isinstance(wrong, Diagnostic)
    assert (wrong.rule, wrong.group, wrong.severity) == (
        "wrong-figure",
        "arithmetic",
        Severity.ERROR,
    )
    assert findings.place(wrong) == (Position(42, 28), Position(42, 29))
    assert isinstance(findings.source, Source)
    assert findings.source.slice(wrong.span) == "2"
    assert wrong.finding.suspects[0].expected == "1"
    assert altered.finding.fix
    assert altered.finding.fix.applicability is Applicability.SAFE
    assert (findings.result.filename, findings.result.crashed) == ("a.txt", False)
    assert not lint_text(DRAFT, settings=Settings(select=("prose",)))


def test_bytes_are_decoded() -> None:
    assert lint_text(DRAFT.encode("gb18030")).diagnostics == lint_text(DRAFT).diagnostics
    assert lint_text(b"\xff\xff").source == Source("\ufffd\ufffd", lossy=True)


@pytest.mark.parametrize("form", outputs.names())
def test_the_command_line_says_the_same(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--isolated", "-q", "--output-format", form, str(PATH)])
    assert lint_path(PATH).render(form) == capsys.readouterr().out


def test_rendering() -> None:
    findings = lint_text(DRAFT, "a.txt")
    assert findings.render("concise", lang="en", color=True).startswith(
        "\x1b[1ma.txt:42:28:\x1b[0m"
    )
    with pytest.raises(KeyError):
        findings.render("jsn")


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.txt"):
        findings = lint_path(path)
        (one,) = findings
        assert (one.rule, findings.source) == ("unreadable-file", None)
        assert findings.place(one) == (Position(1, 1), Position(1, 1))
        with pytest.raises(OSError, match="cannot be read"):
            parse_path(path)
    (one,) = lint_path(PATH, Settings(max_size=10))
    assert one.rule == "unreadable-file"


def test_parse() -> None:
    report = parse_text(DRAFT)
    assert isinstance(report, Report)
    assert (report.year, report.title) == (2024, parse_path(PATH).title)
    table = report.table("applications")
    assert table
    cell = table.cells["outcome.unavailable.not_held", "natural_person"]
    assert (cell.value, report.source.slice(cell.span)) == (2, "2")
    assert parse_text("").tables == ()


def test_as_data_is_what_extract_prints(capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(PATH)])
    assert as_data(parse_path(PATH)) == json.loads(capsys.readouterr().out)


def test_fix_text() -> None:
    fixed = fix_text(DRAFT)
    assert [one.diagnostic.rule for one in fixed.applied] == ["altered-section-title"]
    assert [one.rule for one in fixed.left] == ["wrong-figure"]
    assert fixed.source.text == DRAFT.replace("改进措施\n", "改进情况\n")


def test_settings(tmp_path: Path) -> None:
    (tmp_path / "disclosure-lint.toml").write_text('ignore = ["arithmetic"]')
    path = tmp_path / "a.txt"
    path.write_text(DRAFT, "utf-8")
    assert load_settings(tmp_path) == load_settings(path) == Settings(ignore=("arithmetic",))
    assert len(lint_path(path)) == 2
    assert len(lint_path(path, load_settings(path))) == 1
    with pytest.raises(ConfigError):
        lint_text(DRAFT, settings=Settings(rules={"overlong-overview": {"limt": 1}}))


def test_threads_do_not_disturb_each_other() -> None:
    texts = [path.read_bytes() for path in sorted(REPORTS.iterdir())] * 4
    alone = [lint_text(text).diagnostics for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert [found.diagnostics for found in pool.map(lint_text, texts)] == alone


def test_a_span_is_in_code_points() -> None:
    text = DRAFT.replace("一、总体情况", "一、总体情况\n𠮷" + "𠮷" * 3)
    findings = lint_text(text)
    wrong = next(one for one in findings if one.rule == "wrong-figure")
    assert wrong.span == Span(*(at + 5 for at in lint_text(DRAFT).diagnostics[0].span))
