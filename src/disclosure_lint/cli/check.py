"""Check reports and print what was found.

PATHS are files, folders (walked for what looks like a report) or - for standard
input; without any, the current folder.
"""

import os
import sys
from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from disclosure_lint import baseline, outputs
from disclosure_lint.cli._files import lint_files
from disclosure_lint.cli._job import Linted
from disclosure_lint.cli._options import (
    as_utf8,
    cache_options,
    format_option,
    found,
    jobs_option,
    resolver,
    settings_options,
)
from disclosure_lint.cli._tally import (
    FOUND,
    Tally,
    counted,
    statistics,
    status,
    summary,
    would_change,
)
from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.diagnostic import Message
from disclosure_lint.discovery import STDIN

_WIDTH = 100  # of a line where the output is no terminal


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATHS", default=["."])
    format_option(parser)
    add("-o", "--output-file", metavar="FILE", help="write the findings to FILE")
    add("--stdin-filename", metavar="NAME", default="", help="what to call standard input")
    add("--statistics", action="store_true", help="print counts by rule instead of findings")
    add("--show-files", action="store_true", help="list the files that would be read and stop")
    add("--show-settings", action="store_true", help="list the settings that hold here and stop")
    add("--baseline", metavar="FILE", help="leave out the findings noted in FILE")
    jobs_option(parser)
    cache_options(parser)
    add("--watch", action="store_true", help="check again whenever a file changes")
    add("-q", "--quiet", action="store_true", help="print no summary")
    add("-v", "--verbose", action="store_true", help="name the files that are skipped")
    add("--color", action=BooleanOptionalAction, help="colours, whatever NO_COLOR, FORCE_COLOR say")
    add("--ambiguous-width", type=int, choices=(1, 2), default=1, help="cells of marks like “ ”")
    fixes = parser.add_argument_group("fixes", "no fix alters a figure unless --unsafe-fixes")
    for option, text in (
        ("--fix", "apply the safe fixes; of standard input, print the text on standard output"),
        ("--unsafe-fixes", "apply fixes too that a person should look at afterwards"),
        ("--diff", "print what --fix would change and change nothing; status 1 if it would"),
        ("--show-fixes", "list the fixes that were applied"),
    ):
        fixes.add_argument(option, action="store_true", help=text)
    exits = parser.add_argument_group("exit status")
    exits.add_argument("--fail-on", metavar="SEVERITY", help="error, warning (default) or info")
    exits.add_argument("--max-warnings", type=int, metavar="N", help="fail on more than N warnings")
    exits.add_argument("--exit-zero", action="store_true", help="findings do not fail")
    exits.add_argument("--exit-non-zero-on-fix", action="store_true", help="fixes fail")
    settings_options(parser)


def run(args: Namespace) -> int:
    """Check the files; return the exit status."""
    if args.watch:
        from disclosure_lint.cli._watch import watch  # noqa: PLC0415 - a rare wish

        args.watch = False
        return watch(args, lambda: run(args))
    settings_of = resolver(args)
    here = settings_of(".").settings
    if args.show_settings:
        from disclosure_lint.cli.config import shown  # noqa: PLC0415 - a rare wish

        sys.stdout.writelines(shown(settings_of(".")))
        return 0
    files = found(args.paths, settings_of)
    if args.show_files:
        sys.stdout.writelines(f"{target.path}\n" for target in files)
        return 0
    linted = lint_files(files, settings_of, args.stdin_filename, args.jobs)
    if sys.stderr.isatty() and not args.quiet:
        linted = _with_progress(linted, here.lang, args)
    return _diff(linted, here, args) if args.diff else _check(linted, here, args)


def _with_progress(linted: Iterable[Linted], lang: str, args: Namespace) -> Iterator[Linted]:
    from disclosure_lint.cli._progress import shown  # noqa: PLC0415 - for somebody who looks on

    alone = not (sys.stdout.isatty() or args.verbose or args.fix or args.diff)
    return shown(linted, lang, alone=alone)


def _check(linted: Iterable[Linted], here: Settings, args: Namespace) -> int:
    tally = Tally()
    usual = sys.stdout
    if args.fix:
        from disclosure_lint.cli._fixing import written  # noqa: PLC0415 - most runs mend nothing

        linted = written(
            linted, tally, here.baseline, unsafe=args.unsafe_fixes, show=args.show_fixes
        )
        usual = sys.stderr if STDIN in args.paths else usual
    if here.baseline:
        linted = _new(linted, Path(here.baseline), here.lang)
    if args.verbose:
        linted = _naming_skipped(linted, here.lang)
    with _output(args.output_file, usual) as stream:
        _write(counted(linted, tally), tally, here, stream, args)
    if not args.quiet:
        print(summary(tally, here.lang), file=sys.stderr)
    fixed = FOUND if args.exit_non_zero_on_fix and tally.fixed else 0
    return max(fixed, status(tally, args.max_warnings, exit_zero=args.exit_zero))


def _diff(linted: Iterable[Linted], here: Settings, args: Namespace) -> int:
    from disclosure_lint.cli._fixing import diffs  # noqa: PLC0415 - most runs mend nothing

    tally = Tally()
    with _output(args.output_file, sys.stdout) as stream:
        stream.writelines(
            diffs(linted, tally, here.baseline, unsafe=args.unsafe_fixes, show=args.show_fixes)
        )
        stream.flush()
    if not args.quiet:
        print(would_change(tally, here.lang), file=sys.stderr)
    return status(tally, args.max_warnings, exit_zero=args.exit_zero)


def _write(
    linted: Iterable[Linted], tally: Tally, here: Settings, stream: TextIO, args: Namespace
) -> None:
    if args.statistics:
        for _ in linted:
            pass  # to count them is all
        stream.write(statistics(tally))
    else:
        context = outputs.Context(
            lang=here.lang,
            color=_color(args.color, stream),
            ambiguous_width=args.ambiguous_width,
            width=os.get_terminal_size(stream.fileno()).columns if stream.isatty() else _WIDTH,
            root=Path.cwd(),
            docs=here.docs_url,
            mask=_masked,
        )
        if here.output_format not in outputs.FOR_PEOPLE:
            as_utf8(stream)
        checked = (one.checked for one in linted)
        stream.writelines(outputs.load(here.output_format).render(checked, context))
    stream.flush()


def _masked(text: str) -> str:
    """Return source text as it may be shown; nothing is imported before there is something to show."""
    from disclosure_lint.privacy import mask  # noqa: PLC0415

    return mask(text)


def _color(wish: bool | None, stream: TextIO) -> bool:  # noqa: FBT001 - what the option said
    if wish is not None:
        return wish
    if os.environ.get("NO_COLOR") or stream is not sys.stdout:
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _output(path: str | None, usual: TextIO) -> AbstractContextManager[TextIO]:
    """Return where findings go, `usual` or a file; in a file no line end is changed and nothing is unwritable."""
    if path is None:
        return nullcontext(usual)
    try:
        return Path(path).open("w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        message = Message(f"无法写入:{error.strerror}", f"cannot be written: {error.strerror}")
        raise ConfigError(message, place=path) from None


def _new(linted: Iterable[Linted], path: Path, lang: str) -> Iterator[Linted]:
    """Pass on what the baseline does not know, and say at the end what it knows in vain."""
    known = baseline.read(path)
    left = set(known)
    stale = 0
    for one in linted:
        result = one.checked.result
        name = baseline.key(result.filename, path.parent)
        noted = known.get(name, {})
        left.discard(name)
        if one.checked.source is not None and not result.crashed:
            gone = baseline.gone(noted, result, one.settings)
            stale += baseline.count(gone)
        fresh = baseline.without(result, noted)
        yield one._replace(checked=one.checked._replace(result=fresh))
    lost = (name for name in left if not (path.parent / name).exists())
    stale += sum(baseline.count(known[name]) for name in lost)
    if stale:
        said = Message(
            f"{baseline.shown(path)}:{stale} 条记录已不存在,可用 disclosure-lint baseline prune 清理",
            f"{baseline.shown(path)}: {stale} stale; `disclosure-lint baseline prune` takes them out",
        )
        print(said.to(lang), file=sys.stderr)


def _naming_skipped(linted: Iterable[Linted], lang: str) -> Iterator[Linted]:
    said = Message("已跳过:不像年度报告", "skipped: does not look like a report").to(lang)
    for one in linted:
        if one.checked.result.skipped:
            print(f"{one.checked.result.filename}: {said}", file=sys.stderr)
        yield one
