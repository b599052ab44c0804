from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.diagnostic import Result, Severity
from disclosure_lint.discovery import Target, read, targets
from disclosure_lint.source import Source, Span

FILES = (
    "a.txt",
    "b.MD",
    "c.log",
    ".hidden.txt",
    ".git/config.txt",
    "old/d.txt",
    "old/deep/e.txt",
    "z.txt",
)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[str]:
    settings = Settings(exclude=exclude, force_exclude=force)
    return [target.path for target in targets(paths, lambda _: settings)]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["."], ["a.txt", "b.MD", "old/d.txt", "old/deep/e.txt", "z.txt"]),
        (["old"], ["old/d.txt", "old/deep/e.txt"]),
        (["old/"], ["old/d.txt", "old/deep/e.txt"]),
        (["./old/../old"], ["old/../old/d.txt", "old/../old/deep/e.txt"]),
        (["c.log", ".hidden.txt"], ["c.log", ".hidden.txt"]),
        (["z.txt", "a.txt", "z.txt"], ["z.txt", "a.txt"]),
        (["old/d.txt", "."], ["old/d.txt", "a.txt", "b.MD", "old/deep/e.txt", "z.txt"]),
        (["-"], ["-"]),
        ([".git"], [".git/config.txt"]),  # named: the walk begins in it, it is not met
    ],
)
@pytest.mark.usefixtures("tree")
def test_targets(paths: list[str], expected: list[str]) -> None:
    assert found(*paths) == expected


@pytest.mark.usefixtures("tree")
def test_a_file_met_on_a_walk_is_named_if_it_is_named_as_well() -> None:
    met = list(targets([".", "old/d.txt"]))
    assert [target.path for target in met if target.named] == ["old/d.txt"]
    assert list(targets(["a.txt"])) == [Target("a.txt", named=True)]


@pytest.mark.usefixtures("tree")
def test_a_path_that_does_not_exist_is_said_before_any_file_is_read() -> None:
    with pytest.raises(ConfigError, match="no such file or folder: nowhere"):
        targets(["a.txt", "nowhere"])


@pytest.mark.parametrize(
    ("exclude", "expected"),
    [
        (("old",), ["a.txt", "b.MD", "z.txt"]),
        (("*.txt",), ["b.MD"]),
        (("old/deep",), ["a.txt", "b.MD", "old/d.txt", "z.txt"]),
        (("deep", "z.*"), ["a.txt", "b.MD", "old/d.txt"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_exclude(exclude: tuple[str, ...], expected: list[str]) -> None:
    assert found(".", exclude=exclude) == expected


@pytest.mark.usefixtures("tree")
def test_exclude_leaves_named_paths_alone_unless_forced() -> None:
    assert found("old/d.txt", "old", exclude=("old",)) == ["old/d.txt", "old/deep/e.txt"]
    assert found("old/d.txt", "a.txt", exclude=("old",), force=True) == ["a.txt"]
    assert found("old/deep/e.txt", exclude=("old/*",), force=True) == []
    assert found("old", "z.txt", exclude=("old",), force=True) == ["z.txt"]


@pytest.mark.usefixtures("tree")
def test_each_folder_excludes_what_its_own_settings_say() -> None:
    excluding = {".": ("z.txt",), "old": ("d.txt",), "old/deep": ()}

    def settings_of(folder: str) -> Settings:
        return Settings(exclude=excluding[folder], force_exclude=True)

    assert [it.path for it in targets(["."], settings_of)] == ["a.txt", "b.MD", "old/deep/e.txt"]
    named = ["z.txt", "old/d.txt", "a.txt"]
    assert [it.path for it in targets(named, settings_of)] == ["a.txt"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("a.tx", "a.tx; did you mean `a.txt`?"),
        ("old/deap", "old/deap; did you mean `old/deep`?"),
        ("qqqqqq", "qqqqqq"),
        ("nowhere/a.txt", "nowhere/a.txt"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_a_misspelt_path_is_told_with_the_nearest(path: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        targets([path])
    assert caught.value.to("en") == f"no such file or folder: {said}"


@pytest.mark.parametrize(
    ("ignores", "expected"),
    [
        ({".gitignore": "old/\n"}, ["a.txt", "b.MD", "z.txt"]),
        ({".gitignore": "*.txt\n!z.txt\n"}, ["b.MD", "z.txt"]),
        ({".gitignore": "/d.txt\n"}, ["a.txt", "b.MD", "old/d.txt", "old/deep/e.txt", "z.txt"]),
        ({"old/.gitignore": "/d.txt\n"}, ["a.txt", "b.MD", "old/deep/e.txt", "z.txt"]),
        # The closest file with a word on it decides.
        ({".gitignore": "*.txt\n", "old/.gitignore": "!d.txt\n"}, ["b.MD", "old/d.txt"]),
    ],
)
def test_gitignore(tree: Path, ignores: dict[str, str], expected: list[str]) -> None:
    for name, text in ignores.items():
        (tree / name).write_text(text)
    assert found(".") == expected


def test_gitignore_above_the_folder_counts_inside_a_repository(tree: Path) -> None:
    (tree / ".gitignore").write_text("deep/\n")
    assert found("old") == ["old/d.txt"]
    assert found("old/deep/e.txt") == ["old/deep/e.txt"]  # named
    (tree / ".git").rename(tree / "git")
    assert found("old") == ["old/d.txt", "old/deep/e.txt"]


def test_a_link_to_a_folder_is_not_followed(tree: Path) -> None:
    (tree / "old" / "loop").symlink_to(tree)
    assert found("old") == ["old/d.txt", "old/deep/e.txt"]


def test_pathspec_is_imported_only_for_a_gitignore(tree: Path) -> None:
    code = (
        "import sys\nfrom disclosure_lint.discovery import targets\n"
        "list(targets(['.']))\nprint('pathspec' in sys.modules)"
    )

    def imported() -> str:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        return done.stdout.decode().strip()

    assert imported() == "False"
    (tree / ".gitignore").write_text("old/\n")
    assert imported() == "True"


def test_read(tree: Path) -> None:
    (tree / "a.txt").write_bytes("一、总体情况".encode("gb18030"))
    source = read("a.txt", 100)
    assert source == Source("一、总体情况", "a.txt", "gb18030")
    assert read("a.txt", 100, "other.txt") == Source("一、总体情况", "other.txt", "gb18030")


def test_the_size_limit_is_the_largest_size_that_is_read(tree: Path) -> None:
    (tree / "a.txt").write_bytes(b"x" * 2_500_000)
    assert isinstance(read("a.txt", 2_500_000), Source)
    result = read("a.txt", 2_499_999)
    assert isinstance(result, Result)
    (only,) = result.diagnostics
    assert (only.rule, only.group, only.severity) == ("unreadable-file", "input", Severity.ERROR)
    assert only.span == Span(0, 0)
    assert only.message.zh == "无法读取文件:超过大小上限(2.5 MB)。"
    assert only.message.en == "The file cannot be read: it is over the size limit of 2.5 MB."


@pytest.mark.parametrize(
    ("name", "message"),
    [("gone.txt", "无法读取文件:文件不存在。"), ("old", "无法读取文件:这是一个文件夹。")],
)
@pytest.mark.usefixtures("tree")
def test_what_cannot_be_read_gives_a_result(name: str, message: str) -> None:
    result = read(name, 100)
    assert isinstance(result, Result)
    assert result.filename == name
    assert [one.message.zh for one in result.diagnostics] == [message]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tree: Path) -> None:
    (tree / "a.txt").chmod(0)
    result = read("a.txt", 100)
    assert isinstance(result, Result)
    assert [one.message.zh for one in result.diagnostics] == ["无法读取文件:权限不足。"]
