from __future__ import annotations

from pathlib import Path

import pytest

from disclosure_lint import baseline
from disclosure_lint.config import ConfigError
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


def test_what_is_still_found() -> None:
    known = {"x": ["1", "3"], "y": ["1"]}
    assert baseline.common(known, {"x": ["1", "2"]}) == {"x": ["1"], "y": []}


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
