"""What one run costs from nothing, against bare Python: processor time and memory of whole processes.

    python -m benchmarks.cold [REPORT] [FOLDER]

The package is installed with its dependencies only, bytecode compiled, into an environment of its own
in FOLDER (a temporary one by default; one that is there is used again): what a developer's environment
starts with every Python would flatter the ratio. `nothing kept` is the first run of all, before the
tables of `disclosure_lint.kept` are written.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure_lint.kept import VARIABLE

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "fixtures/reports/water-bureau-2024.txt"
ROUNDS = 15
PARTS = ("src", "grammar", "pyproject.toml", "README.md", "LICENSE")


def install(folder: Path) -> Path:
    """Return the Python of an environment in `folder` that holds the package as it is now."""
    python = folder / "bin/python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    with TemporaryDirectory() as place:
        for name in PARTS:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, Path(place, name))
            else:
                shutil.copy(ROOT / name, place)
        pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, place], check=True)
        subprocess.run([*pip, "--no-deps", "--force-reinstall", place], check=True)
    subprocess.run([python, "-m", "compileall", "-q", folder / "lib"], check=True)
    return python


def main(report: Path, folder: Path) -> None:
    python = str(install(folder))
    read = f"from disclosure_lint import parse_path; parse_path({str(report)!r})"
    check = ["-m", "disclosure_lint", "check", "-q", "--isolated", str(report)]
    tables = str(folder / "tables")
    runs = {
        "python -c pass": (["-c", "pass"], tables),
        "import lark": (["-c", "import lark"], tables),
        "import disclosure_lint.engine": (["-c", "import disclosure_lint.engine"], tables),
        "one report read": (["-c", read], tables),
        "one report checked": (check, tables),
        "… nothing kept": (check, ""),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    memory: dict[str, float] = {}
    for number in range(-1, ROUNDS):  # the first fills the caches
        for name, (arguments, kept) in runs.items():
            took, memory[name] = _run([python, *arguments], kept)
            if number >= 0:
                times[name].append(took)
    bare = times["python -c pass"]
    print(f"{'cold, whole process':32}{'ms':>8}{'ratio':>8}{'MiB':>8}")
    for name, took in times.items():
        ratio = statistics.median(mine / other for mine, other in zip(took, bare, strict=True))
        print(f"{name:32}{min(took) * 1e3:8.1f}{ratio:8.1f}{memory[name]:8.0f}")


def _run(command: list[str], kept: str) -> tuple[float, float]:
    """The processor time in seconds and the memory in MiB of a command; it keeps its tables in `kept`."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    null = subprocess.DEVNULL
    child = subprocess.Popen(
        command, env=environment | {VARIABLE: kept}, stdout=null, stderr=null, cwd="/"
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    given = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else FIXTURE
    if len(sys.argv) > 2:
        main(given, Path(sys.argv[2]).absolute())
    else:
        with TemporaryDirectory() as own:
            main(given, Path(own))
