"""The command `disclosure-lint`: finds the module of the command that is called and runs it.

Exit status: 0 nothing found, 1 findings, 2 a wrong call or configuration, 3 an internal error,
130 interrupted, 141 the reader of the output went away.
"""

import argparse
import gc
import io
import os
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from disclosure_lint import kept
from disclosure_lint.cli._commands import add_options, commands, load, purpose
from disclosure_lint.config import LANGS, OPTION, ConfigError, unknown
from disclosure_lint.diagnostic import Message
from disclosure_lint.version import VERSION

PROG = "disclosure-lint"
USAGE_ERROR, INTERNAL_ERROR, INTERRUPTED, BROKEN_PIPE = 2, 3, 130, 141
_MANY_OBJECTS = 100_000
_WIDTH = 80


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status; never raises."""
    if argv is not None:
        return _main(list(argv))
    # What is loaded stays, and a report leaves no cycles behind: the collector would look in vain.
    gc.set_threshold(_MANY_OBJECTS)
    status = _main(sys.argv[1:])
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # closed, or nobody reads it
            stream.flush()
    # To take all that was loaded down again, piece by piece, takes as long as to check many a report.
    os._exit(status)


def _main(given: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a GBK console cannot show every character
            stream.reconfigure(errors="backslashreplace")
    try:
        with warnings.catch_warnings():
            warnings.showwarning = partial(_warn, _lang(given))
            status = _run(given)
        sys.stdout.flush()
    except ConfigError as error:
        print(f"{PROG}: {error.to(_lang(given))}", file=sys.stderr)
        return USAGE_ERROR
    except SystemExit as stop:  # argparse: help or a wrong option
        return stop.code if isinstance(stop.code, int) else USAGE_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return BROKEN_PIPE
    except Exception:  # noqa: BLE001 - the last line of defence: status 3 and not Python's 1
        import traceback  # noqa: PLC0415

        from disclosure_lint.privacy import mask  # noqa: PLC0415

        print(mask(traceback.format_exc()), end="", file=sys.stderr)
        said = Message(
            "内部错误,请附上以上信息反馈", "internal error, please report the lines above"
        )
        print(f"{PROG}: {said.to(_lang(given))}", file=sys.stderr)
        return INTERNAL_ERROR
    return status


def _run(given: list[str]) -> int:
    known = commands()
    if not given or given[0] in {"-h", "--help"}:
        print(_help(known), file=sys.stdout if given else sys.stderr)
        return 0 if given else USAGE_ERROR
    if given[0] in {"-V", "--version"}:
        print(f"{PROG} {VERSION}")
        return 0
    if given[0] not in known:
        what = Message("命令", "command")
        raise unknown(what, given[0], known)
    command = load(given[0])
    prog = f"{PROG} {given[0]}"
    helps = {"-h", "--help"} & {*given}
    parser = argparse.ArgumentParser(
        prog=prog,
        usage=None if helps else f"{prog} [OPTIONS] [PATHS]",  # to list them all takes long
        description=command.__doc__,
        allow_abbrev=False,
        formatter_class=argparse.HelpFormatter if helps else _formatter,
    )
    add_options(parser, command)
    # Options may stand between paths; but that way of parsing loses what follows a lone `--`.
    parse = parser.parse_known_args if "--" in given else parser.parse_known_intermixed_args
    args, rest = parse(given[1:])
    if rest:
        options = (option for action in parser._actions for option in action.option_strings)  # noqa: SLF001
        raise unknown(OPTION, rest[0].partition("=")[0], options)
    status: int = command.run(args)
    kept.save()
    return status


def _formatter(prog: str) -> argparse.HelpFormatter:
    """A formatter for options that are parsed and not shown: it does not ask how wide the terminal is."""
    return argparse.HelpFormatter(prog, width=_WIDTH)


def _help(known: Sequence[str]) -> str:
    width = max(map(len, known))
    lines = [f"  {name:{width}}  {purpose(name)}" for name in known]
    return "\n".join(
        [
            f"usage: {PROG} COMMAND [OPTIONS] [PATHS]",
            "",
            "Lint 政府信息公开工作年度报告, annual reports on government-information disclosure.",
            "",
            "commands:",
            *lines,
            "",
            f"`{PROG} COMMAND --help` lists the options of a command; `{PROG} --version` the version.",
        ]
    )


def _warn(lang: str, warning: Warning | str, *_place: object) -> None:
    """Print a warning on a line of its own; ours are in both languages."""
    said = getattr(warning, "message", None)
    print(f"{PROG}: {said.to(lang) if isinstance(said, Message) else warning}", file=sys.stderr)


def _lang(given: Sequence[str]) -> str:
    """Return the language for errors: they may come before any option is parsed."""
    words = [word for option in given for word in option.split("=", 1)]
    after = words[words.index("--lang") + 1 :] if "--lang" in words else []
    lang = after[0] if after else os.environ.get("DISCLOSURE_LINT_LANG", "")
    return lang if lang in LANGS else LANGS[0]


def _let_go_of_stdout() -> None:
    """Point standard output at nothing, or the interpreter's last flush would fail once more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # no real file behind it
        return


if __name__ == "__main__":
    raise SystemExit(main())
