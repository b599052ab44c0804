"""What is kept from one run to the next: it changes nothing but the time, and a bad file is no file."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure_lint import kept, patterns
from disclosure_lint.config.file import from_environment
from disclosure_lint.data import FOLDER, table_of, text_of
from disclosure_lint.kept import _MADE_BY, _entries, _file, _folder, _fresh, _sum, _used
from disclosure_lint.patterns import _known_python, compiled, glob

REPORT = Path(__file__).parent.parent / "fixtures/reports/water-bureau-2024-draft.txt"
CACHES = (_entries, _file)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder for the file, and nothing in mind."""
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "tables"))
    forget()
    yield tmp_path / "tables"
    monkeypatch.undo()
    forget()


def forget() -> None:
    for function in CACHES:
        function.cache_clear()
    _fresh.clear()
    _used.clear()


def made(calls: list[str]) -> list[int]:
    def make() -> list[int]:
        calls.append("made")
        return [1, 2]

    return kept.kept("numbers", "one and two", make)


def test_what_was_saved_is_not_made_again(folder: Path) -> None:
    calls: list[str] = []
    assert made(calls) == made(calls) == [1, 2]
    assert calls == ["made"]
    kept.save()
    forget()
    assert made(calls) == [1, 2]
    assert calls == ["made"]
    (file,) = folder.iterdir()
    before = file.stat().st_mtime_ns
    kept.save()
    assert file.stat().st_mtime_ns == before, "nothing was new"


@pytest.mark.usefixtures("folder")
def test_another_text_is_another_entry() -> None:
    assert kept.kept("number", "one", lambda: 1) == 1
    assert kept.kept("number", "two", lambda: 2) == 2
    assert kept.kept("word", "one", lambda: "one") == "one"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no such thing",
        marshal.dumps(
            ("disclosure-lint 0.0.0, another python", {"numbers one and two": marshal.dumps([9])})
        ),
        marshal.dumps((_MADE_BY, ["numbers one and two", [9]])),
        marshal.dumps((_MADE_BY, {"numbers one and two": marshal.dumps([9])}))[:-3],
        marshal.dumps([9]),
        marshal.dumps((_MADE_BY, {"numbers one and two": marshal.dumps([9])[:-2]})),
        marshal.dumps((_MADE_BY, {"numbers one and two": 9})),
    ],
)
def test_a_file_that_makes_no_sense_is_none(folder: Path, data: bytes) -> None:
    calls: list[str] = []
    made(calls)
    kept.save()
    (file,) = folder.iterdir()
    file.write_bytes(_sum(data) + data)
    forget()
    assert made(calls) == [1, 2]
    assert len(calls) == 2
    kept.save()
    forget()
    assert made(calls) == [1, 2]
    assert len(calls) == 2, "the file was written anew"


@pytest.mark.parametrize("at", [0, 5, -1])
def test_a_damaged_file_is_none(folder: Path, at: int) -> None:
    calls: list[str] = []
    made(calls)
    kept.save()
    (file,) = folder.iterdir()
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    forget()
    assert made(calls) == [1, 2]
    assert len(calls) == 2


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("here is no folder")
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "file/tables"))
    forget()
    assert made([]) == [1, 2]
    kept.save()
    monkeypatch.setenv(kept.VARIABLE, "")
    forget()
    assert made([]) == [1, 2]
    kept.save()
    monkeypatch.undo()
    forget()
    assert [it.name for it in tmp_path.iterdir()] == ["file"]


def test_what_is_not_used_goes_when_there_is_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    for name in ("one", "two", "three"):
        kept.kept("word", name, lambda: 1)
    kept.save()
    forget()
    kept.kept("word", "two", lambda: 1)
    kept.kept("word", "four", lambda: 1)
    kept.save()
    forget()
    assert set(_entries()) == {"word two", "word four"}
    assert len([*folder.iterdir()]) == 1


def test_only_plain_data_is_kept() -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        kept.kept("thing", "an object", object)


@pytest.mark.skipif(sys.platform != "linux", reason="each platform has its own place")
def test_the_usual_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for cache, place in (("", ".cache"), ("relative", ".cache"), (str(tmp_path / "own"), "own")):
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_CACHE_HOME", cache)
        assert _folder() == tmp_path / place / "disclosure-lint"


PATTERNS = [
    ("a+", 0),
    ("(?P<year>20\\d\\d)年(?P<month>\\d+)月|(b)", 0),
    ("[一-鿿]{2,}", re.IGNORECASE | re.MULTILINE),
    ("(?i:x)(?<!y)(?=z)", re.DOTALL),
    ("", 0),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_same_pattern(pattern: str, flags: int) -> None:
    """Python compares patterns by their code."""
    assert _known_python()
    first = compiled.__wrapped__(pattern, flags)
    kept.save()
    forget()
    second = compiled.__wrapped__(pattern, flags)
    assert first == second == re.compile(pattern, flags)
    assert _fresh == set()
    assert second.groupindex == re.compile(pattern, flags).groupindex


@pytest.mark.usefixtures("folder")
def test_a_wrong_pattern_is_an_error_as_ever() -> None:
    with pytest.raises(re.error):
        compiled("(")


@pytest.mark.usefixtures("folder")
def test_an_unknown_python_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise AttributeError

    monkeypatch.setattr(patterns, "_apart", unknown)
    _known_python.cache_clear()
    assert compiled.__wrapped__("a(b)") == re.compile("a(b)")
    assert _fresh == set()
    monkeypatch.undo()
    _known_python.cache_clear()


def test_globs() -> None:
    assert glob("outcome.*")("outcome.total")
    assert not glob("outcome.?")("outcome.total")
    assert not glob("outcome")("outcome.total")


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.toml")), ids=lambda path: path.name)
def test_all_our_data_can_be_kept(path: Path) -> None:
    table = table_of(text_of(str(path.relative_to(FOLDER))))
    assert marshal.dumps(table), "marshal takes plain data only: no dates"


def test_the_variable_is_no_setting() -> None:
    assert from_environment({kept.VARIABLE: "anywhere"}).values == {}


def run(tables: Path, *arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and what it loaded."""
    code = (
        "import sys\nfrom disclosure_lint.__main__ import main\nmain(sys.argv[1:])\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, kept.VARIABLE: str(tables)},
    )
    return done.stdout, set(done.stderr.split("\n")[-2].split())


def test_a_second_run_finds_the_same_and_loads_less(tmp_path: Path) -> None:
    command = ("check", "-q", "--isolated", "--output-format", "json", str(REPORT))
    first, loaded = run(tmp_path, *command)
    assert {"lark", "tomllib"} <= loaded
    (file,) = tmp_path.iterdir()
    second, loaded = run(tmp_path, *command)
    assert first == second
    assert not {"lark", "tomllib"} & loaded
    assert file.stat().st_size < 2_000_000


def test_no_word_of_a_report_is_kept(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT.read_text("utf-8").replace("青岩", "鹮鹭"), "utf-8")
    printed, _ = run(tmp_path / "tables", "check", "-q", "--isolated", str(report))
    assert "wrong-figure" in printed
    (file,) = (tmp_path / "tables").iterdir()
    assert "鹮鹭".encode() not in file.read_bytes()
