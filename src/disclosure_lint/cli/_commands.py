"""The commands: which there are, what each is for, and its options; none is imported to list them."""

from argparse import ArgumentParser
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from disclosure_lint import cli
from disclosure_lint.packages import modules


@cache
def commands() -> tuple[str, ...]:
    """Return the names of the commands: the modules of `cli` without a leading underscore."""
    return tuple(modules(cli.__path__[0]))


def load(name: str) -> ModuleType:
    """Import the module of a command, which has `arguments` and `run`."""
    return import_module(f"{cli.__name__}.{name}")


def purpose(name: str) -> str:
    """Return what a command is for: the first line of its module, which is read but not run."""
    import ast  # noqa: PLC0415 - only the list of commands needs it

    written = Path(cli.__path__[0], f"{name}.py").read_bytes()
    return (ast.get_docstring(ast.parse(written)) or "").partition("\n")[0]


def add_options(parser: ArgumentParser, command: ModuleType) -> None:
    """Add the options of a command to its parser, and the one that all commands have."""
    command.arguments(parser)
    parser.add_argument("--lang", metavar="LANG", help="language of messages: zh (default) or en")
