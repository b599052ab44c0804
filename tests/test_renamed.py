"""A rule that was renamed: its old id still works, says so once, and loses no baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from disclosure_lint import lint_text, load_settings
from disclosure_lint.__main__ import main
from disclosure_lint.config import renamed
from disclosure_lint.config.file import find, from_file
from disclosure_lint.config.values import rule_ids

DRAFT = Path(__file__).parent.parent / "fixtures" / "reports" / "water-bureau-2024-draft.txt"
OLD, NEW = "stray-section-title", "altered-section-title"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft; the rule of its one warning had another name before."""
    monkeypatch.setattr(renamed, "RENAMED", {OLD: NEW})
    monkeypatch.setattr("disclosure_lint.baseline.RENAMED", {OLD: NEW})
    monkeypatch.chdir(tmp_path)
    find.cache_clear()
    from_file.cache_clear()
    (tmp_path / "draft.txt").write_bytes(DRAFT.read_bytes())
    return tmp_path


def test_what_was_renamed_has_a_new_name_and_no_rule_has_the_old_one() -> None:
    assert {*renamed.RENAMED.values()} <= rule_ids().keys()
    assert renamed.RENAMED.keys().isdisjoint(rule_ids())


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    ("written", "rules"),
    [
        (f'select = ["{OLD}"]', [NEW]),
        (f'ignore = ["{OLD}"]', ["wrong-figure"]),
        (f'per-file-ignores = {{ "*.txt" = ["{OLD}"] }}', ["wrong-figure"]),
        (f'severity = {{ {OLD} = "info" }}', ["wrong-figure", NEW]),
    ],
)
def test_the_old_id_works_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str], written: str, rules: list[str]
) -> None:
    (folder / "disclosure-lint.toml").write_text(written)
    main(["check", "-q", "--lang", "en", "--output-format", "json", "."])
    out, err = capsys.readouterr()
    assert [it["rule"] for it in json.loads(out)] == rules
    assert err == f"disclosure-lint: rule `{OLD}` is now `{NEW}`; use that name\n"


@pytest.mark.filterwarnings("default")
def test_its_page_is_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["explain", OLD]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(NEW)
    assert err == f"disclosure-lint: 规则“{OLD}”已改名为“{NEW}”,请改用新名\n"


def test_the_library_warns(folder: Path) -> None:
    (folder / "disclosure-lint.toml").write_text(f'ignore = ["{OLD}"]')
    with pytest.warns(renamed.RenamedRuleWarning, match=NEW):
        settings = load_settings(folder)
    assert settings.ignore == (NEW,)


def test_a_baseline_outlives_the_renaming(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as before:
        before.setattr(renamed, "RENAMED", {})
        prints = {it.rule: it.fingerprint for it in lint_text(DRAFT.read_text("utf-8"))}
    (found,) = (it for it in lint_text(DRAFT.read_text("utf-8")) if it.rule == NEW)
    assert found.fingerprint != prints[NEW]  # it is made of the first id
    noted = {"draft.txt": {OLD: [found.fingerprint], "wrong-figure": [prints["wrong-figure"]]}}
    (folder / "known.json").write_text(json.dumps(noted))
    assert main(["check", "--baseline", "known.json", "--lang", "en"]) == 0
    assert "stale" not in capsys.readouterr().err
