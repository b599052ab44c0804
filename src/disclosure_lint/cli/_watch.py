"""Checking again whenever a report, its configuration or its baseline has changed."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from time import sleep

from disclosure_lint.cli._options import found, resolver
from disclosure_lint.config import LANGS, ConfigError
from disclosure_lint.config.file import find, from_file
from disclosure_lint.diagnostic import Message
from disclosure_lint.discovery import STDIN

_PAUSE = 0.5  # seconds between two looks
_CLEAR = "\x1b[2J\x1b[H"


def watch(args: Namespace, check: Callable[[], int]) -> int:
    """Call `check` now and after every change; returns never, an interrupt ends it."""
    if STDIN in args.paths:
        message = Message("--watch 不能用于标准输入", "--watch cannot be used with standard input")
        raise ConfigError(message)
    lang = args.lang if args.lang in LANGS else LANGS[0]
    said = Message("正在等待文件变化,按 Ctrl-C 结束", "waiting for changes; Ctrl-C ends").to(lang)
    before: object = None
    while True:
        now = _seen(args)
        if now != before:
            if sys.stdout.isatty():
                sys.stdout.write(_CLEAR)
            try:
                check()
            except ConfigError as error:
                print(f"disclosure-lint: {error.to(lang)}", file=sys.stderr)
            sys.stdout.flush()
            print(said, file=sys.stderr)
            before = _seen(args) if args.fix else now  # what was mended here is no change
        sleep(_PAUSE)


def _seen(args: Namespace) -> object:
    """Return what a run depends on, for comparing: of each file its stamp and its settings."""
    find.cache_clear()
    from_file.cache_clear()
    try:
        settings_of = resolver(args)
        here = settings_of(".").settings
        files = {
            path: (_stamp(path), settings_of(str(Path(path).parent)).settings)
            for path, _ in found(args.paths, settings_of)
        }
        return here, _stamp(here.baseline or ""), files
    except ConfigError as error:
        return str(error)


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
