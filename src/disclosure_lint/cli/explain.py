"""Explain a rule: what it checks, why, with examples."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from disclosure_lint import pages, rules
from disclosure_lint.cli._options import resolver
from disclosure_lint.config import ConfigError, unknown
from disclosure_lint.config.renamed import current_id
from disclosure_lint.config.values import rule_ids
from disclosure_lint.diagnostic import Message
from disclosure_lint.rule import Rule

FORMATS = ("text", "json", "markdown")


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("rules", nargs="*", metavar="RULE")
    parser.add_argument("--all", action="store_true", help="explain every rule")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0])


def run(args: Namespace) -> int:
    """Print the pages of the rules; return the exit status."""
    known = rule_ids()
    if bool(args.rules) == args.all:
        message = Message("请写出规则名,或用 --all", "name a rule, or use --all")
        raise ConfigError(message)
    wanted = [current_id(name) for name in args.rules] or known
    for name in wanted:
        if name not in known:
            raise unknown(Message("规则", "rule"), name, known)
    chosen = (rules.load(*known[name]) for name in wanted)
    lang = resolver(Namespace(lang=args.lang))(".").settings.lang
    sys.stdout.writelines(_printed(chosen, args.format, lang))
    return 0


def described(rule: Rule) -> dict[str, Any]:
    """Return what there is to say about a rule, as plain data; its options with their defaults."""
    return {
        "id": rule.id,
        "group": rule.group,
        "severity": str(rule.severity),
        "preview": rule.preview,
        "summary": pages.summary(rule)._asdict(),
        "options": {option.name: option.default for option in pages.options(rule)},
        "page": pages.page(rule),
    }


def _printed(chosen: Iterable[Rule], form: str, lang: str) -> Iterator[str]:
    if form == "json":
        import json  # noqa: PLC0415 - one format in three

        found = [described(rule) for rule in chosen]
        yield json.dumps(found, ensure_ascii=False, indent=2) + "\n"
        return
    show = pages.markdown if form == "markdown" else pages.plain
    for rule in chosen:
        yield show(rule, lang) + "\n"
