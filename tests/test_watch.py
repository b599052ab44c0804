"""What needs a run that goes on: checking again after a change, progress on a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from disclosure_lint.cli import _progress
from disclosure_lint.cli._job import Linted
from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity
from disclosure_lint.outputs import Checked
from disclosure_lint.source import Source, Span

REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"
CLEAN = (REPORTS / "water-bureau-2024.txt").read_bytes()
DRAFT = (REPORTS / "water-bureau-2024-draft.txt").read_bytes()


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    (tmp_path / "a.txt").write_bytes(DRAFT)
    command = [sys.executable, "-m", "disclosure_lint", "check", "--watch", "--lang=en", "."]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def next_run(stream: IO[bytes] | None) -> str:
    """What is said of a run, up to the word that the next change is waited for."""
    assert stream
    lines = iter(stream.readline, b"waiting for changes; Ctrl-C ends\n")
    return b"".join(lines).decode()


@pytest.mark.usefixtures("interruptible")
def test_a_change_is_checked(watching: subprocess.Popen[bytes], tmp_path: Path) -> None:
    found = "1 file checked. 2 findings: 1 error, 1 warning; 1 fixable.\n"
    assert next_run(watching.stderr) == found
    (tmp_path / "a.txt").write_bytes(CLEAN)
    assert next_run(watching.stderr) == "1 file checked. No findings.\n"
    (tmp_path / "b.txt").write_bytes(DRAFT)
    assert next_run(watching.stderr) == found.replace("1 file", "2 files")
    (tmp_path / "disclosure-lint.toml").write_text('ignore = ["arithmetc"]')
    assert "unknown rule or group `arithmetc`" in next_run(watching.stderr)
    (tmp_path / "disclosure-lint.toml").write_text('ignore = ["arithmetic"]')
    assert "1 finding: 1 warning" in next_run(watching.stderr)
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=30) == 130


def test_standard_input_cannot_be_watched() -> None:
    command = [sys.executable, "-m", "disclosure_lint", "check", "--watch", "-"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, "--watch 不能用于标准输入" in done.stderr.decode()) == (2, True)


FOUND = Diagnostic("x", "prose", Severity.INFO, Finding(Span(0, 0), Message("错", "wrong")), "")
FILES = [
    Linted(Checked(Result(f"{number}", (FOUND,) * (number == 3)), Source("")), Settings(), "")
    for number in range(5)
]


@pytest.mark.parametrize(
    ("alone", "expected"),
    [
        (True, "\r\x1b[K{2}\r\x1b[K{3}\r\x1b[K{4}\r\x1b[K{5}\r\x1b[K"),
        (False, "\r\x1b[K{2}\r\x1b[K{3}\r\x1b[K\r\x1b[K{5}\r\x1b[K"),
    ],
)
def test_progress(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    expected: str,
    *,
    alone: bool,
) -> None:
    seconds = iter([0.0, 1.0, 3.0, 4.0, 5.0, 6.0])
    monkeypatch.setattr(_progress, "monotonic", lambda: next(seconds))
    assert list(_progress.shown(FILES, "en", alone=alone)) == FILES
    words = [f"{n} files checked, {n / s:.0f} a second" for n, s in enumerate((1, 1, 3, 4, 5, 6))]
    assert capsys.readouterr().err == expected.format(*words)


def test_a_short_run_shows_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(_progress.shown(FILES, "zh", alone=True)) == FILES
    assert capsys.readouterr().err == ""


def test_progress_is_for_terminals_only(tmp_path: Path) -> None:
    """A run that takes long: on a terminal it tells how far it is, in a pipe it does not."""
    pty = pytest.importorskip("pty")
    (tmp_path / "a.txt").write_bytes(CLEAN)
    code = (
        "from disclosure_lint.cli import _progress; _progress._PATIENCE = _progress._PAUSE = -1\n"
        "from disclosure_lint.__main__ import main; main(['check', '.'])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert "已检查" not in done.stderr.decode()
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 1000):
                said += piece
        except OSError:  # the other end is closed
            os.close(ours)
    assert "\r\x1b[K已检查 1 个文件,每秒 " in said.decode()
    assert "检查 1 个文件。未发现问题。" in said.decode()
