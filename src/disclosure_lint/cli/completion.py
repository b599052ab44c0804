"""Print a script that teaches a shell to complete the commands, options and their values.

For bash: `disclosure-lint completion bash > ~/.local/share/bash-completion/completions/disclosure-lint`;
for zsh: `disclosure-lint completion zsh > _disclosure-lint` in a folder of $fpath;
for fish: `disclosure-lint completion fish > ~/.config/fish/completions/disclosure-lint.fish`.
"""

import sys
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable, Collection, Mapping

from disclosure_lint import outputs
from disclosure_lint.cli._commands import add_options, commands, load, purpose
from disclosure_lint.config import ALL, LANGS, ConfigError
from disclosure_lint.config.values import rule_ids
from disclosure_lint.diagnostic import Message, Severity
from disclosure_lint.edition import load_editions

SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")
_FILES = {"paths", "path", "config", "baseline", "output_file", "cache_dir"}


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("shell", choices=SHELLS)


def run(args: Namespace) -> int:
    """Print the script; return the exit status."""
    try:
        import shtab  # noqa: PLC0415 - an extra
    except ImportError:
        message = Message(
            'shell 补全需要 shtab:pip install "disclosure-lint[completion]"',
            'completion needs shtab: pip install "disclosure-lint[completion]"',
        )
        raise ConfigError(message) from None
    parser = whole_parser()
    for action in _actions(parser):
        if action.dest in _FILES:
            action.__dict__["complete"] = shtab.FILE  # how shtab wants to be told
        elif action.dest in _WORDS:
            action.choices = _WORDS[action.dest]()
    sys.stdout.write(shtab.complete(parser, args.shell))
    sys.stdout.write("\n")
    return 0


def whole_parser() -> ArgumentParser:
    """Return one parser with all commands, which otherwise are loaded one by one."""
    parser = ArgumentParser(prog="disclosure-lint")
    parsers = parser.add_subparsers(dest="command")
    for name in commands():
        add_options(parsers.add_parser(name, help=purpose(name)), load(name))
    return parser


def _actions(parser: ArgumentParser) -> list[Action]:
    found = []
    for action in parser._actions:  # noqa: SLF001 - there is no public way to ask for them
        found.append(action)
        if action.nargs == "A..." and isinstance(action.choices, Mapping):
            for inner in action.choices.values():
                found += _actions(inner)
    return found


def _rules() -> Collection[str]:
    ids = rule_ids()
    return (ALL, *sorted({group for group, _ in ids.values()}), *ids)


_WORDS: Mapping[str, Callable[[], Collection[str]]] = {
    "select": _rules,
    "extend_select": _rules,
    "ignore": _rules,
    "fixable": _rules,
    "rules": lambda: tuple(rule_ids()),
    "output_format": outputs.names,
    "fail_on": lambda: tuple(map(str, Severity)),
    "edition": lambda: tuple(edition.id for edition in load_editions()),
    "lang": lambda: LANGS,
}
