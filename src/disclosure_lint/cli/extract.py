"""Print reports as data: metadata, sections, every cell of the tables, figures stated in prose."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from disclosure_lint.cli._files import jobs_of
from disclosure_lint.cli._options import as_utf8, found, resolver, settings_options
from disclosure_lint.config.file import Resolved
from disclosure_lint.diagnostic import Result
from disclosure_lint.discovery import read
from disclosure_lint.engine import read_all
from disclosure_lint.extract import COLUMNS, record, rows
from disclosure_lint.outputs.csv import guarded, table
from disclosure_lint.report import Report
from disclosure_lint.source import Source

FORMATS = ("json", "csv")
_BOM = "\ufeff"


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("paths", nargs="*", metavar="PATHS", default=["."])
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0])
    parser.add_argument("--stdin-filename", metavar="NAME", default="", help="name of stdin")
    settings_options(parser)


def run(args: Namespace) -> int:
    """Print the reports; return 0, or 2 when a file could not be read."""
    settings_of = resolver(args)
    settings = settings_of(".").settings
    failed: list[Result] = []
    reports = _reports(args, settings_of, failed)
    as_utf8(sys.stdout)
    if args.format == "csv":
        sys.stdout.write(_BOM + _csv([COLUMNS]))
        for report in reports:
            sys.stdout.write(_csv(rows(report, report.source.filename)))
    else:
        _json(reports, single=len(args.paths) == 1 and args.paths[0] != ".")
    sys.stdout.flush()
    for result in failed:
        print(
            f"{result.filename}: {result.diagnostics[0].message.to(settings.lang)}", file=sys.stderr
        )
    return 2 if failed else 0


def _reports(
    args: Namespace, settings_of: Callable[[str], Resolved], failed: list[Result]
) -> Iterator[Report]:
    """Read the reports; what is met by walking a folder and is none is left out."""
    for target, name, settings in jobs_of(
        found(args.paths, settings_of), settings_of, args.stdin_filename
    ):
        source = read(target.path, settings.max_size, name)
        if not isinstance(source, Source):
            failed.append(source)
            continue
        for report in read_all(source, settings):
            if report.recognized or target.named:
                yield report


def _json(reports: Iterable[Report], *, single: bool) -> None:
    """One object for one report in one file, an array for several; a report at a time."""
    if single:
        reports = [*reports]
        single = len(reports) < 2
    count = 0
    for report in reports:
        text = json.dumps(record(report, report.source.filename), ensure_ascii=False, indent=1)
        prefix = "" if single else "[\n" if not count else ",\n"
        sys.stdout.write(prefix + text)
        count += 1
    if single:
        sys.stdout.write("\n" if count else "")
    else:
        sys.stdout.write("\n]\n" if count else "[]\n")


def _csv(lines: Iterable[tuple[Any, ...]]) -> str:
    return table([guarded(it) if isinstance(it, str) else it for it in line] for line in lines)
