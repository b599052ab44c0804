"""Linting the files of a run: what there is to do, by this process or by several."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from disclosure_lint.cli._job import Job, Linted, lint_job
from disclosure_lint.config.file import Resolved
from disclosure_lint.discovery import STDIN, Target

_MANY = 200  # files from which on the start of worker processes pays


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
