"""What a second process is worth, and what a long run keeps in memory.

    python -m benchmarks.jobs [FILES]

`check` is run over generated files (default 2,000) with `-j 1` and `-j 2`, in turns. On a machine that
others use too the wall clock says little, so the processor time of the busiest process is printed as
well: what it leaves of the time of a single process is what two processors of one's own would give.
Memory is that of the parent and of the largest worker, for as many files and for ten times as many.
"""

from __future__ import annotations

import compileall
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import disclosure_lint

FIXTURE = Path(__file__).parents[1] / "fixtures/reports/water-bureau-2024.txt"
FILES = 2_000
ROUNDS = 3
WRONG = 7  # one report in so many has a wrong figure
TICKS = os.sysconf("SC_CLK_TCK")


class Run(NamedTuple):
    """Seconds by the clock, of all processors and of the busiest process; MiB of parent and worker."""

    wall: float
    cpu: float
    busiest: float
    parent: float
    worker: float


def generate(folder: Path, count: int) -> None:
    """Write reports of different organs, files of a hundred a folder; some with a wrong figure."""
    text = FIXTURE.read_text("utf-8")
    wrong = re.sub(r"(不掌握相关政府信息 \| )\d+", r"\g<1>7", text, count=1)
    for number in range(count):
        part = folder / f"{number // 100:04}"
        part.mkdir(parents=True, exist_ok=True)
        organ = "".join(chr(0x4E00 + int(digit)) for digit in str(number))
        written = (wrong if number % WRONG == 0 else text).replace("青岩县", f"{organ}县")
        (part / f"{number:06}.txt").write_text(written, "utf-8")


def run(folder: Path, jobs: int) -> Run:
    """Check a folder and watch the processes that do it."""
    command = [
        sys.executable,
        "-m",
        "disclosure_lint",
        "check",
        "-q",
        "--isolated",
        "-j",
        str(jobs),
    ]
    command += ["--output-format", "jsonl", "-o", os.devnull, str(folder)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    seen: dict[int, tuple[float, float]] = {}
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment) as process:
        while process.poll() is None:
            for pid in family(process.pid):
                seen[pid] = usage(pid) or seen.get(pid, (0.0, 0.0))
            time.sleep(0.02)
    wall = time.perf_counter() - start
    parent = seen.pop(process.pid)
    workers = list(seen.values()) or [(0.0, 0.0)]
    busiest = max(cpu for cpu, _ in (parent, *workers))
    cpu = parent[0] + sum(used for used, _ in workers)
    return Run(wall, cpu, busiest, parent[1], max(size for _, size in workers))


def family(pid: int) -> set[int]:
    """Return a process and all that descend from it."""
    found = {pid}
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in task.read_text().split():
                found |= family(int(child))
        except OSError:  # it has ended meanwhile
            continue
    return found


def usage(pid: int) -> tuple[float, float] | None:
    """Return processor seconds and the largest size in MiB of a process so far."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return None
    return ((int(fields[11]) + int(fields[12])) / TICKS, int(peak[1]) / 1024) if peak else None


def speed(folder: Path, count: int) -> None:
    """Print what two processes gain over one, run in turns."""
    rounds = [(run(folder, 1), run(folder, 2)) for _ in range(ROUNDS)]
    print(f"{count} files      wall s   CPU s   busiest process s")
    alone, shared = (min(runs) for runs in zip(*rounds, strict=True))
    for name, best in (("-j 1", alone), ("-j 2", shared)):
        print(f"{name:10}{best.wall:10.2f}{best.cpu:8.2f}{best.busiest:12.2f}")
    median = statistics.median(one.wall / two.wall for one, two in rounds)
    print(
        f"speed-up by the clock: {alone.wall / shared.wall:.2f} of the best runs, {median:.2f} median"
    )
    print(f"with two free processors: {alone.cpu / shared.busiest:.2f} (bar 1.7)")


def memory(folder: Path, count: int) -> None:
    """Print what parent and worker need at most."""
    found = run(folder, 2)
    print(
        f"{count:6} files, -j 2: parent {found.parent:.0f} MiB (bar 60), worker {found.worker:.0f} MiB (bar 40)"
    )


def main(count: int) -> None:
    """Measure on generated files, which are taken away afterwards."""
    compileall.compile_dir(str(Path(disclosure_lint.__file__).parent), quiet=2)
    with TemporaryDirectory() as place:
        folder = Path(place)
        generate(folder / "few", count)
        speed(folder / "few", count)
        memory(folder / "few", count)
        for number in range(10):
            for path in sorted((folder / "few").rglob("*.txt")):
                many = folder / "many" / f"{number}" / path.parent.name
                many.mkdir(parents=True, exist_ok=True)
                os.link(path, many / path.name)
        memory(folder / "many", 10 * count)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FILES)
