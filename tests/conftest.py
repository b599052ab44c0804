"""Golden files: plain files under fixtures, rewritten with `--update-goldens`."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from disclosure_lint import kept

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
os.environ[kept.VARIABLE] = str(ROOT / ".pytest_cache/tables")  # not where the user has them


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file under fixtures, byte for byte."""

    def check(name: str, text: str) -> None:
        path = FIXTURES / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{name} is missing: run pytest --update-goldens"
        assert text == path.read_bytes().decode()

    return check


@pytest.fixture
def stale(request: pytest.FixtureRequest) -> Callable[[str, Iterable[str]], set[str]]:
    """Return the files of a folder under fixtures that no test writes any more."""

    def find(folder: str, expected: Iterable[str]) -> set[str]:
        left = {path.name for path in (FIXTURES / folder).iterdir()} - set(expected)
        if request.config.getoption("--update-goldens"):
            for name in left:
                (FIXTURES / folder / name).unlink()
            return set()
        return left

    return find


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let the processes of a test be interrupted, even if the tests run where Ctrl-C is not for them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
