"""Linting files in several processes.

The results come in the order of the files, and only so many are under way at once that the memory
needed does not grow with their number.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from disclosure_lint.cli._job import Job, Linted, lint_job
from disclosure_lint.config import ConfigError
from disclosure_lint.discovery import STDIN
from disclosure_lint.outputs import Checked

CHUNK = 16  # files that a worker takes at once
_AHEAD = 2  # chunks for each worker that are under way or wait for their turn to be printed

_Pending = deque[tuple[list[Job], Future[list[Checked]]]]


def lint_apart(jobs: Iterable[Job], workers: int | None) -> Iterator[Linted]:
    """Yield the results in the order of the jobs, made by worker processes, one a processor if None.

    A worker reads its files itself and sends back the text and the diagnostics of each, never a tree.
    Raises the ConfigError that `jobs` ends with, after the results of what came before it.
    """
    workers = workers or _processors()
    pool = _pool(workers)
    pending: _Pending = deque()
    try:
        try:
            for chunk in _chunks(jobs):
                pending.append((chunk, _begun(chunk, pool)))
                if len(pending) > _AHEAD * workers:
                    yield from _first(pending)
        except ConfigError:
            while pending:
                yield from _first(pending)
            raise
        while pending:
            yield from _first(pending)
    finally:
        pool.shutdown(cancel_futures=True)


def _processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pool(workers: int) -> ProcessPoolExecutor:
    """Return a pool of processes that begin with what linting needs, and no copy of this one."""
    known = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")
    context.set_forkserver_preload([f"{__package__.partition('.')[0]}.engine"])
    return ProcessPoolExecutor(workers, context, _begin)


def _begin() -> None:
    """Leave interrupts to the parent, and end when it is killed without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _begun(chunk: list[Job], pool: ProcessPoolExecutor) -> Future[list[Checked]]:
    if all(job.target.path != STDIN for job in chunk):
        return pool.submit(_lint, chunk)
    done: Future[list[Checked]] = Future()  # no other process can read this one's standard input
    done.set_result(_lint(chunk))
    return done


def _lint(chunk: list[Job]) -> list[Checked]:
    return [lint_job(job) for job in chunk]


def _first(pending: _Pending) -> Iterator[Linted]:
    chunk, future = pending.popleft()
    for job, checked in zip(chunk, future.result(), strict=True):
        yield Linted(checked, job.settings, job.target.path)


def _chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    chunk: list[Job] = []
    try:
        for job in jobs:
            chunk.append(job)
            if len(chunk) == CHUNK:
                yield chunk
                chunk = []
    except ConfigError:
        yield chunk
        raise
    if chunk:
        yield chunk
