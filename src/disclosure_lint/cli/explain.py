"""Explain a rule: what it checks, why, with examples."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from typing import Any

from disclosure_lint import rules
from disclosure_lint.config import ConfigError, unknown
from disclosure_lint.config_values import rule_ids
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
    for name in args.rules:
        if name not in known:
            raise unknown(Message("规则", "rule"), name, known)
    chosen = (rules.load(*known[name]) for name in args.rules or known)
    sys.stdout.writelines(_printed(chosen, args.format))
    return 0


def page(rule: Rule) -> str:
    """Return the page of a rule: the docstring of its module."""
    return (sys.modules[rule.module].__doc__ or "").strip()


def described(rule: Rule) -> dict[str, Any]:
    """Return what there is to say about a rule, as plain data; its options with their defaults."""
    text = page(rule)
    zh, _, en = text.partition("\n")[0].partition(" / ")
    options = {
        item.name.replace("_", "-"): None if item.default is MISSING else item.default
        for item in (fields(rule.options) if rule.options else ())
    }
    return {
        "id": rule.id,
        "group": rule.group,
        "severity": str(rule.severity),
        "preview": rule.preview,
        "summary": {"zh": zh, "en": en},
        "options": options,
        "page": text,
    }


def _printed(chosen: Iterable[Rule], form: str) -> Iterator[str]:
    if form == "json":
        import json  # noqa: PLC0415 - one format in three

        found = [described(rule) for rule in chosen]
        yield json.dumps(found, ensure_ascii=False, indent=2) + "\n"
        return
    for rule in chosen:
        traits = f"{rule.group} · {rule.severity}{' · preview' if rule.preview else ''}"
        head = f"# {rule.id}\n\n*{traits}*" if form == "markdown" else f"{rule.id}  ({traits})"
        yield f"{head}\n\n{page(rule)}\n\n"
