"""Findings kept from one run to the next are the same, and only where nothing has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure_lint import cache, engine
from disclosure_lint.__main__ import main
from disclosure_lint.cache import _ASIDE, entry, load, store
from disclosure_lint.config import Settings
from disclosure_lint.config.file import find, from_file
from disclosure_lint.diagnostic import Result, Severity
from disclosure_lint.outputs import names
from disclosure_lint.source import Source, decode
from outputs_cases import DIAGNOSTICS

FIXTURES = Path(__file__).parent.parent / "fixtures"
DRAFT = FIXTURES / "reports" / "water-bureau-2024-draft.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    find.cache_clear()
    from_file.cache_clear()
    (tmp_path / "draft.txt").write_bytes(DRAFT.read_bytes())
    (tmp_path / "notes.txt").write_text("买菜\n", "utf-8")
    return tmp_path


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.json"
    for result in (
        Result("甲.txt", DIAGNOSTICS),
        Result("甲.txt"),
        Result("甲.txt", skipped=True),
    ):
        store(path, result)
        assert load(path, "甲.txt") == result
    assert [it.name for it in path.parent.iterdir()] == ["a.json"]
    assert (tmp_path / "new" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("path", sorted((FIXTURES / "samples").iterdir()), ids=lambda it: it.name)
def test_real_findings_survive(path: Path, tmp_path: Path) -> None:
    result = engine.lint(decode(path.read_bytes(), path.name))
    store(tmp_path / "a" / "b.json", result)
    assert load(tmp_path / "a" / "b.json", path.name) == result


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"[false]", b"[false, [1]]", b'{"a": 1}', b"3"]
)
def test_what_makes_no_sense_is_not_there(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.json"
    assert load(path, "-") is None
    path.write_bytes(data)
    assert load(path, "-") is None


def test_the_name_depends_on_all_that_the_findings_depend_on() -> None:
    source, settings = Source("甲", "a.txt"), Settings(today=date(2026, 1, 31))
    seen = {entry(source, settings, named=True), entry(source, settings, named=False)}
    others = [
        (source._replace(text="乙"), settings),
        (source._replace(filename="b.txt"), settings),
        (source._replace(encoding="gb18030"), settings),
        (source._replace(lossy=True), settings),
        (source, settings._replace(today=date(2026, 2, 1))),
        (source, settings._replace(today=None)),
        (source, settings._replace(severity={"wrong-figure": Severity.INFO})),
        (source, settings._replace(rules={"overlong-overview": {"limit": 3}})),
        (source, settings._replace(per_file_ignores={"*": ("prose",)})),
        (source, settings._replace(ignore=("prose",))),
        (source, settings._replace(archived=True)),
        (source, settings._replace(edition="2019")),
    ]
    seen |= {entry(*it, named=True) for it in others}
    assert len(seen) == len(others) + 2
    assert entry(source, settings._replace(lang="en"), named=True) in seen
    assert set(Settings._fields) > _ASIDE


def test_another_state_of_the_package_has_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    one = entry(Source(""), Settings(), named=True)
    monkeypatch.setattr(cache, "_package", lambda _: b"another")
    assert entry(Source(""), Settings(), named=True) != one


@pytest.mark.parametrize("form", ["full", "json", "sarif"])
def test_a_second_run_prints_the_same_without_checking(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert form in names()
    command = ("check", "--cache-dir", "kept", "--output-format", form, "-v", ".")
    first = (main(command), capsys.readouterr())

    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(engine, "lint", fail)
    assert (main(command), capsys.readouterr()) == first
    assert first[0] == 1
    assert main([*command, "--no-cache"]) == 3
    (folder / "draft.txt").write_bytes(DRAFT.read_bytes() + b"\n")
    assert main(command) == 3


def test_nothing_is_kept_unless_asked_for(folder: Path) -> None:
    main(["check", "."])
    assert {it.name for it in folder.iterdir()} == {"draft.txt", "notes.txt"}
    (folder / "disclosure-lint.toml").write_text('cache-dir = ".kept"')
    find.cache_clear()
    main(["check", ".", "--no-cache"])
    assert not (folder / ".kept").exists()
    main(["check", "."])
    assert len(list((folder / ".kept").rglob("*.json"))) == 2


def test_a_crash_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(engine, "lint", fail)
        assert main(["check", "--cache-dir=kept", "draft.txt"]) == 3
    assert main(["check", "--cache-dir=kept", "draft.txt"]) == 1
    assert folder.is_dir()


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    (folder / "kept").write_text("")  # a file stands in its place
    assert main(["check", "--cache-dir=kept", "draft.txt"]) == 1
