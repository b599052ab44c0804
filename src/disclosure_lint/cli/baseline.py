"""Note the findings that are accepted, so that `check --baseline` shows only new ones.

create: note all findings of PATHS in a new file; update: note them anew, those of other files stay;
prune: take out what is not found any more, and add nothing. What was noted of rules that are not run stays.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from disclosure_lint import baseline
from disclosure_lint.baseline import Baseline, Entries
from disclosure_lint.cli._files import lint_files
from disclosure_lint.cli._job import Linted
from disclosure_lint.cli._options import found, jobs_option, resolver, settings_options
from disclosure_lint.cli._tally import CRASHED
from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.diagnostic import Message, Result


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("action", choices=("create", "update", "prune"))
    parser.add_argument("paths", nargs="*", metavar="PATHS", default=["."])
    text = f"the baseline (default: the setting, or {baseline.FILENAME})"
    parser.add_argument("--baseline", metavar="FILE", help=text)
    jobs_option(parser)
    settings_options(parser)


def run(args: Namespace) -> int:
    """Write the baseline; return the exit status."""
    settings_of = resolver(args)
    here = settings_of(".").settings
    path = Path(here.baseline or baseline.FILENAME)
    creating = args.action == "create"
    if creating and path.exists():
        message = Message("已存在,请用 update", "exists already; use update")
        raise ConfigError(message, place=str(path))
    old: Baseline = {} if creating else baseline.read(path)
    linted = lint_files(found(args.paths, settings_of), settings_of, workers=args.jobs)
    pruning = args.action == "prune"
    now, crashed = _found(
        linted, old, path.parent, baseline.pruned if pruning else baseline.updated
    )
    new = {**old, **now}
    if pruning:
        new = {name: new[name] for name in old if name in now or (path.parent / name).exists()}
    _write(path, baseline.dump(new))
    before, after = _count(old), _count(new)
    name = baseline.shown(path)
    said = Message(
        f"{name}:原有 {before} 条,现有 {after} 条", f"{name}: {before} noted before, {after} now"
    )
    print(said.to(here.lang), file=sys.stderr)
    return CRASHED if crashed else 0


def _found(
    linted: Iterable[Linted],
    old: Baseline,
    folder: Path,
    entries_of: Callable[[Entries, Result, Settings], Entries],
) -> tuple[dict[str, Entries], bool]:
    """Return what is to be noted of each file that could be read, and whether anything crashed."""
    now: dict[str, Entries] = {}
    crashed = False
    for one in linted:
        result, source = one.checked
        crashed |= result.crashed
        if source is not None and not result.crashed:
            name = baseline.key(result.filename, folder)
            now[name] = entries_of(old.get(name, {}), result, one.settings)
    return now, crashed


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        message = Message(f"无法写入:{error.strerror}", f"cannot be written: {error.strerror}")
        raise ConfigError(message, place=str(path)) from None


def _count(noted: Baseline) -> int:
    return sum(map(baseline.count, noted.values()))
