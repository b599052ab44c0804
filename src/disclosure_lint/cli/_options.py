"""The options that are settings, the same for every command that lints, and what they add up to."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from disclosure_lint import outputs
from disclosure_lint.config.file import (
    Resolved,
    from_environment,
    from_file,
    from_text,
    resolve,
    settings_for,
)
from disclosure_lint.config.values import READERS
from disclosure_lint.discovery import Target, targets

# How several uses of one option, or several words of it, are joined: as in a plain-text setting.
_JOIN = {"per_file_ignores": ";"}


def settings_options(parser: ArgumentParser) -> None:
    """Add the options that are settings; each has the field name of `Settings` as its `dest`."""
    group = parser.add_argument_group("settings")

    def many(option: str, metavar: str, text: str) -> None:
        group.add_argument(option, action="append", metavar=metavar, help=text)

    many("--select", "RULES", "rules to run: ids, groups or ALL, with commas (default: ALL)")
    many("--extend-select", "RULES", "rules to run besides; the way to turn on a preview rule")
    many("--ignore", "RULES", "rules not to run")
    many("--fixable", "RULES", "rules whose fixes may be applied (default: ALL)")
    many("--per-file-ignores", "GLOB:RULES", "rules not to run on the files that GLOB fits")
    many("--exclude", "GLOB", "files and folders to leave out of a walk")
    group.add_argument(
        "--force-exclude", action="store_const", const="true", help="leave out named files too"
    )
    group.add_argument("--max-size", metavar="SIZE", help="largest file to read (default: 10MB)")
    group.add_argument("--edition", metavar="ID", help="judge by this form, whatever the year")
    group.add_argument("--today", metavar="DATE", help="the day to judge by, as 2026-01-31")
    group.add_argument(
        "--archived", action="store_const", const="true", help="the reports are from an archive"
    )
    group.add_argument("--config", metavar="FILE", help="read this configuration and no other")
    group.add_argument("--isolated", action="store_true", help="read no configuration file")


def resolver(args: Namespace) -> Callable[[str], Resolved]:
    """Return the function that gives the settings for the files of a folder, from all that is set.

    Raises ConfigError at once for a wrong option or variable, later for a wrong file.
    """
    given = {
        name: value if isinstance(value, str) else _JOIN.get(name, ",").join(value)
        for name in READERS
        if (value := getattr(args, name, None)) is not None
    }
    chosen, isolated = getattr(args, "config", None), getattr(args, "isolated", False)
    above = (
        from_environment(os.environ),
        from_text("command line", given, lambda name: "--" + name.replace("_", "-")),
    )

    @cache
    def settings_of(folder: str) -> Resolved:
        if chosen:
            return resolve((*from_file(Path(chosen).resolve()), *above))
        return resolve(above) if isolated else settings_for(Path(folder), above)

    return settings_of


def found(paths: Sequence[str], settings_of: Callable[[str], Resolved]) -> Iterator[Target]:
    """Return the files that the paths of a command stand for, in order.

    Raises ConfigError when a path does not exist, later for a wrong configuration on the way.
    """
    return targets(paths, lambda folder: settings_of(folder).settings)


def as_utf8(stream: TextIO) -> None:
    """Let a stream that is no terminal take UTF-8, whatever the console has: a program will read it."""
    if isinstance(stream, TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8")


def jobs_option(parser: ArgumentParser) -> None:
    """Add `-j`."""
    text = "processes that share the work (default: 1, for many files one a processor)"
    parser.add_argument("-j", "--jobs", type=_count, metavar="N", help=text)


def cache_options(parser: ArgumentParser) -> None:
    """Add `--cache-dir` and `--no-cache`, one setting."""
    parser.add_argument("--cache-dir", metavar="DIR", help="keep findings in DIR for the next run")
    parser.add_argument(
        "--no-cache", action="store_const", const="", dest="cache_dir", help="keep none"
    )


def _count(text: str) -> int:
    """Read a number from 1."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def format_option(parser: ArgumentParser) -> None:
    """Add `--output-format`; what it may be is whatever modules `outputs` has."""
    formats = ", ".join(outputs.names())
    parser.add_argument("--output-format", metavar="FORMAT", help=f"one of {formats}")
