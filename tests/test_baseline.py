from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from disclosure_lint import baseline, lint_path, lint_text, parse_path
from disclosure_lint.__main__ import main
from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity
from disclosure_lint.source import Span


def result(*found: tuple[str, str], filename: str = "a.txt") -> Result:
    return Result(
        filename,
        tuple(
            Diagnostic(
                rule,
                "prose",
                Severity.INFO,
                Finding(Span(at, at + 1), Message("错", "wrong")),
                fingerprint,
            )
            for at, (rule, fingerprint) in enumerate(found)
        ),
    )


def test_entries_are_the_fingerprints_by_rule() -> None:
    noted = baseline.entries_of(result(("x", "2"), ("y", "1"), ("x", "1")))
    assert noted == {"x": ["2", "1"], "y": ["1"]}
    assert baseline.count(noted) == 3


def test_only_new_findings_remain() -> None:
    found = result(("x", "1"), ("x", "2"), ("y", "1"))
    left = baseline.without(found, {"x": ["1"], "z": ["1"]})
    assert left == Result("a.txt", found.diagnostics[1:])


NOTED = {"wrong-figure": ["1", "3"], "repeated-punctuation": ["1"], "no-rule-now": ["1"]}


@pytest.mark.parametrize(
    ("settings", "gone"),
    [
        (Settings(), {"wrong-figure": ["3"], "repeated-punctuation": ["1"], "no-rule-now": ["1"]}),
        (Settings(ignore=("prose",)), {"wrong-figure": ["3"], "no-rule-now": ["1"]}),
        (Settings(select=("prose",)), {"repeated-punctuation": ["1"], "no-rule-now": ["1"]}),
        (Settings(per_file_ignores={"a.*": ("ALL",)}), {"no-rule-now": ["1"]}),
    ],
)
def test_only_what_was_judged_is_gone(settings: Settings, gone: dict[str, list[str]]) -> None:
    found = result(("wrong-figure", "1"), ("wrong-figure", "2"))
    assert baseline.gone(NOTED, found, settings) == gone
    left = {rule: sorted({*prints} - {*gone.get(rule, ())}) for rule, prints in NOTED.items()}
    assert baseline.pruned(NOTED, found, settings) == left
    kept = {rule: prints for rule, prints in NOTED.items() if rule not in gone}
    assert baseline.updated(NOTED, found, settings) == {"wrong-figure": ["1", "2"], **kept}


def test_a_baseline_is_written_sorted_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    noted = {"乙.txt": {"y": ["2", "1"], "x": ["3"]}, "a.txt": {"x": []}, "b.txt": {}}
    path.write_text(baseline.dump(noted), "utf-8")
    assert baseline.read(path) == {"乙.txt": {"x": ("3",), "y": ("1", "2")}}
    assert path.read_text("utf-8") == (
        '{\n  "乙.txt": {\n    "x": [\n      "3"\n    ],\n'
        '    "y": [\n      "1",\n      "2"\n    ]\n  }\n}\n'
    )


@pytest.mark.parametrize("text", ["", "[]", '{"a": 3}', '{"a": {"x": 3}}', "3"])
def test_what_is_not_a_baseline(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        baseline.read(path)
    assert str(caught.value) == f"{path}: not a baseline"


def test_a_baseline_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no baseline"):
        baseline.read(tmp_path / "known.json")


@pytest.mark.parametrize(
    ("filename", "expected"),
    [("a.txt", "a.txt"), ("old/a.txt", "old/a.txt"), ("../a.txt", "../a.txt")],
)
def test_paths_are_told_from_the_folder_of_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filename: str, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert baseline.key(filename, tmp_path) == expected
    assert baseline.key(str(tmp_path / filename), Path()) == expected


FIXTURES = Path(__file__).parent.parent / "fixtures"
PLANTED = "特此说明。。"


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All samples in a folder of their own, with a baseline that knows all their findings."""
    for folder in ("reports", "samples"):
        shutil.copytree(FIXTURES / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    assert main(["baseline", "create", "--isolated", "."]) == 0
    return tmp_path


def new(capsys: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, int, str]], str]:
    """Status, what `check` finds besides the baseline, and what it says."""
    capsys.readouterr()
    known = ("--baseline", baseline.FILENAME, "--fail-on=info")
    status = main(["check", "--isolated", "--output-format=json", *known, "."])
    out, err = capsys.readouterr()
    found = json.loads(out)
    return status, [(it["filename"], it["location"]["row"], it["rule"]) for it in found], err


def paragraph(path: Path) -> int | None:
    """The row of an overview's first paragraph, if some finding stands ten rows below it or more."""
    report, findings = parse_path(path), lint_path(path)
    for prose in report.prose:
        if prose.section and prose.section.form and prose.section.form.key == "overview":
            row = report.source.lines.row(prose.span.start)
            below = any(findings.place(one)[0].row >= row + 10 for one in findings)
            return row if below else None
    return None


def test_only_a_new_fault_is_found_beside_all_samples(
    samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found, err = new(capsys)
    assert (status, found) == (0, [])
    assert "未发现问题" in err

    planted = []
    for path in sorted(samples.rglob("*.txt")):
        if row := paragraph(path):
            lines = path.read_bytes().split(b"\n")
            path.write_bytes(b"\n".join([*lines[:row], PLANTED.encode(), *lines[row:]]))
            planted.append((str(path.relative_to(samples)), row + 1, "repeated-punctuation"))
    assert len(planted) > 20
    status, found, err = new(capsys)
    assert (status, found) == (1, planted)
    assert "已不存在" not in err


def test_a_finding_is_known_whatever_stands_beside_it(
    samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = samples / "reports" / "water-bureau-2024-draft.txt"
    lines = path.read_text("utf-8").split("\n")
    (title,) = (at for at, line in enumerate(lines) if line == "五、存在的主要问题及改进措施")
    assert lines[title + 1].endswith("。")
    lines[title + 1] += "另有安排。"
    path.write_text("\n".join(lines), "utf-8")
    assert new(capsys)[:2] == (0, [])
    lines[title] += "等"  # the very line: another finding
    path.write_text("\n".join(lines), "utf-8")
    assert [rule for _, _, rule in new(capsys)[1]] == ["altered-section-title"]


def test_equal_faults_of_one_line_have_fingerprints_of_their_own(samples: Path) -> None:
    path = samples / "reports" / "water-bureau-2024.txt"
    lines = path.read_text("utf-8").split("\n")
    once, twice = (
        {
            found.fingerprint
            for found in lint_text("\n".join([*lines[:10], "说明。。" * count, *lines[10:]]))
            if found.rule == "repeated-punctuation"
        }
        for count in (1, 2)
    )
    assert (len(once), len(twice), once & twice) == (1, 2, set())
    moved = lint_text("\n".join(["", "", *lines[:10], "说明。。说明。。", *lines[10:]]))
    assert twice == {it.fingerprint for it in moved if it.rule == "repeated-punctuation"}
