"""Several processes: the same output as one, in bounded memory, and nothing left behind."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest

from disclosure_lint.cli._files import lint_files
from disclosure_lint.cli._job import Job, Linted, lint_job
from disclosure_lint.cli._workers import _AHEAD, CHUNK, lint_apart
from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.config.file import Resolved
from disclosure_lint.diagnostic import Message
from disclosure_lint.discovery import Target

REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"
CLEAN = (REPORTS / "water-bureau-2024.txt").read_bytes()
DRAFT = (REPORTS / "water-bureau-2024-draft.txt").read_bytes()
COMMAND = [sys.executable, "-m", "disclosure_lint", "check"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files for several chunks, with every way in which a file can differ from the next."""
    for number in range(2 * CHUNK + 3):
        (tmp_path / f"{number:03}.txt").write_bytes(DRAFT if number % 3 else CLEAN)
    (tmp_path / "010.txt").write_text("买菜\n", "utf-8")
    (tmp_path / "011.txt").write_bytes(DRAFT * 30)  # over the limit set below
    (tmp_path / "012.txt").write_bytes(DRAFT.decode().encode("gb18030"))
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_bytes(DRAFT)
    (tmp_path / "old" / "disclosure-lint.toml").write_text('ignore = ["section"]')
    return tmp_path


def run(folder: Path, *args: str, **options: object) -> tuple[int, bytes, bytes]:
    command = [*COMMAND, "--max-size=50KB", *args]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, **options)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("form", ["concise", "json", "sarif"])
def test_the_output_does_not_depend_on_the_number_of_workers(folder: Path, form: str) -> None:
    alone = run(folder, "-j1", "--output-format", form, "-v", ".")
    assert run(folder, "-j2", "--output-format", form, "-v", ".") == alone
    assert alone[0] == 1
    for name in (b"000.txt", b"011.txt", b"034.txt", b"old/a.txt"):
        assert (name in alone[1]) is (name != b"000.txt")
    assert b"010.txt" in alone[2]


def test_standard_input_among_many(folder: Path) -> None:
    args = ("--output-format=concise", "001.txt", "-", "002.txt")
    alone = run(folder, "-j1", *args, input=DRAFT)
    assert run(folder, "-j2", *args, input=DRAFT) == alone
    assert b"\n-:42:28: error wrong-figure" in alone[1]


def test_a_wrong_configuration_comes_after_what_was_found_before_it(folder: Path) -> None:
    (folder / "old" / "disclosure-lint.toml").write_text('ignore = ["sektion"]')
    alone = run(folder, "-j1", "--output-format=concise", ".")
    assert run(folder, "-j2", "--output-format=concise", ".") == alone
    assert alone[0] == 2
    assert alone[1].count(b"034.txt:") == 2
    assert b"sektion" in alone[2]


def test_a_baseline_made_by_several(folder: Path) -> None:
    (folder / "011.txt").unlink()  # what cannot be read is in no baseline
    for workers in "12":
        command = [*COMMAND[:-1], "baseline", "create", ".", "-j", workers]
        subprocess.run([*command, "--baseline", f"{workers}.json"], cwd=folder, check=True)
    assert (folder / "1.json").read_bytes() == (folder / "2.json").read_bytes()
    assert run(folder, "-j2", "--baseline", "2.json", ".")[:2] == (0, b"")


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_wrong_number_of_workers(folder: Path, number: str) -> None:
    status, _, err = run(folder, "-j", number, ".")
    assert (status, b"-j/--jobs" in err) == (2, True)


def jobs(folder: Path, count: int, taken: list[int]) -> Iterator[Job]:
    for number in range(count):
        taken.append(number)
        path = str(folder / f"{number % 30:03}.txt")
        yield Job(Target(path, named=True), f"{number}.txt", Settings(select=("input",)))


def test_only_so_much_is_under_way(folder: Path) -> None:
    taken: list[int] = []
    most, names = 0, []
    for one in lint_apart(jobs(folder, 9 * CHUNK, taken), 2):
        names.append(one.checked.result.filename)
        most = max(most, len(taken) - len(names))
    assert names == [f"{number}.txt" for number in range(9 * CHUNK)]
    assert CHUNK < most < (_AHEAD * 2 + 1) * CHUNK


class Seen(pickle.Unpickler):
    """Takes note of the modules that what is sent is made of."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.modules: set[str] = set()

    def find_class(self, module: str, name: str) -> object:
        self.modules.add(module)
        return super().find_class(module, name)


def test_a_worker_sends_back_text_and_diagnostics_and_no_tree(folder: Path) -> None:
    target = Target(str(folder / "001.txt"), named=True)
    checked = lint_job(Job(target, "a.txt", Settings()))
    sent = pickle.dumps(checked)
    seen = Seen(sent)
    assert seen.load() == checked
    assert checked.result.diagnostics
    assert seen.modules <= {
        f"disclosure_lint.{name}" for name in ("diagnostic", "outputs", "source")
    }
    assert len(sent) < 2 * len(DRAFT)


def test_few_files_need_no_other_process(folder: Path) -> None:
    def settings_of(_: str) -> Resolved:
        return Resolved(Settings(select=("input",)), {})

    found = [Target(str(path), named=True) for path in sorted(folder.glob("*.txt"))]
    before = set(sys.modules)
    results: list[Linted] = list(lint_files(found, settings_of))
    assert [one.path for one in results] == [target.path for target in found]
    assert "multiprocessing" not in set(sys.modules) - before


def test_a_configuration_error_can_travel(folder: Path) -> None:
    wrong = Settings(rules={"overlong-overview": {"limt": 3}})
    job = Job(Target(str(folder / "001.txt"), named=True), "a.txt", wrong)
    with pytest.raises(ConfigError) as caught:
        list(lint_apart([job], 1))
    assert isinstance(caught.value.message, Message)
    assert caught.value.key == ("limt",)


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (lambda process: os.killpg(process.pid, signal.SIGINT), 130),  # as a terminal does: to all
        (lambda process: process.kill(), -signal.SIGKILL),
    ],
    ids=["interrupted", "killed"],
)
@pytest.mark.usefixtures("interruptible")
def test_the_workers_end_with_the_run(
    folder: Path, end: Callable[[subprocess.Popen[bytes]], None], status: int
) -> None:
    for number in range(300):
        (folder / f"more{number}.txt").write_bytes(DRAFT)
    command = [*COMMAND, "-j2", "--output-format=concise", "."]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline()
        end(process)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in err) == (status, False)
    assert ended(process.pid)


def ended(group: int) -> bool:
    """Whether all processes of a group are gone, within some time."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        sleep(0.1)
    return False
