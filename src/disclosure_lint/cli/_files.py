"""Linting files one by one: whatever happens to one of them, the others get their turn."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.config.file import Resolved
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity
from disclosure_lint.discovery import STDIN, Target, read
from disclosure_lint.outputs import Checked
from disclosure_lint.source import Source, Span

_MANY = 200  # files from which on the start of worker processes pays


class Linted(NamedTuple):
    """One file after linting, the settings that held for it, and where it was read from."""

    checked: Checked
    settings: Settings
    path: str


class Job(NamedTuple):
    """A file to lint: the name that findings give it, and the settings that hold for it."""

    target: Target
    name: str
    settings: Settings


def lint_files(
    found: Iterable[Target],
    settings_of: Callable[[str], Resolved],
    stdin_filename: str = "",
    workers: int | None = None,
) -> Iterator[Linted]:
    """Yield the results in the order of the files; raises ConfigError for a wrong configuration.

    `workers` processes share the work; None: as many as there are processors, if the files are many.
    """
    waiting = iter(found)
    first = tuple(islice(waiting, _MANY)) if workers is None else ()
    jobs = jobs_of(chain(first, waiting), settings_of, stdin_filename)
    if workers == 1 or (workers is None and len(first) < _MANY):
        return (Linted(lint_job(job), job.settings, job.target.path) for job in jobs)
    from disclosure_lint.cli._workers import lint_apart  # noqa: PLC0415 - for many files only

    return lint_apart(jobs, workers)


def jobs_of(
    found: Iterable[Target],
    settings_of: Callable[[str], Resolved],
    stdin_filename: str = "",
) -> Iterator[Job]:
    """Yield what there is to do; raises ConfigError for a wrong configuration."""
    for target in found:
        name = stdin_filename or target.path if target.path == STDIN else target.path
        settings = settings_of(os.path.dirname(name) or ".").settings  # noqa: PTH120 - one a file
        yield Job(target, name, settings)


def lint_job(job: Job) -> Checked:
    """Return the findings in one file; only a wrong configuration raises, ConfigError."""
    source = read(job.target.path, job.settings.max_size, job.name)
    if not isinstance(source, Source):
        return Checked(source, None)
    if job.settings.cache_dir:
        return Checked(_remembered(source, job.settings, named=job.target.named), source)
    return Checked(_lint(source, job.settings, named=job.target.named), source)


def _remembered(source: Source, settings: Settings, *, named: bool) -> Result:
    from disclosure_lint import cache  # noqa: PLC0415 - only for those who ask for it

    path = cache.entry(source, settings, named=named)
    if known := cache.load(path, source.filename):
        return known
    result = _lint(source, settings, named=named)
    if not result.crashed:
        cache.store(path, result)
    return result


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
