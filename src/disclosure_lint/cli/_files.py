"""Linting files one by one: whatever happens to one of them, the others get their turn."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.config_file import Resolved
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity
from disclosure_lint.discovery import STDIN, Target, read
from disclosure_lint.outputs import Checked
from disclosure_lint.source import Source, Span


class Linted(NamedTuple):
    """One file after linting, and the settings that held for it."""

    checked: Checked
    settings: Settings


def lint_files(
    found: Iterable[Target],
    settings_of: Callable[[str], Resolved],
    stdin_filename: str = "",
) -> Iterator[Linted]:
    """Yield the results in the order of the files; raises ConfigError for a wrong configuration."""
    for target in found:
        name = stdin_filename or target.path if target.path == STDIN else target.path
        settings = settings_of(os.path.dirname(name) or ".").settings  # noqa: PTH120 - one a file
        source = read(target.path, settings.max_size, name)
        if isinstance(source, Source):
            result = _lint(source, settings, named=target.named)
            yield Linted(Checked(result, source), settings)
        else:
            yield Linted(Checked(source, None), settings)


def _lint(source: Source, settings: Settings, *, named: bool) -> Result:
    from disclosure_lint.engine import lint  # noqa: PLC0415 - a run may meet no file to read

    try:
        return lint(source, settings, named=named)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug met on one file must not cost the others
        reason = f"{type(error).__name__}: {error}"
        message = Message(f"检查时发生内部错误:{reason}", f"Internal error: {reason}")
        finding = Finding(Span(0, 0), message)
        crash = Diagnostic("internal-error", "input", Severity.ERROR, finding, "internal-error")
        return Result(source.filename, (crash,), crashed=True)
