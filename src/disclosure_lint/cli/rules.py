"""List the rules: id, group, severity and what each checks in one line."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from disclosure_lint.cli._options import resolver
from disclosure_lint.cli.explain import FORMATS, described
from disclosure_lint.rules import load_all


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0])


def run(args: Namespace) -> int:
    """Print the list; return the exit status."""
    lang = resolver(args)(".").settings.lang
    found = [described(rule) for rule in load_all()]
    for entry in found:
        del entry["page"]
    sys.stdout.writelines(_printed(found, args.format, lang))
    return 0


def _printed(found: list[dict[str, Any]], form: str, lang: str) -> Iterator[str]:
    if form == "json":
        import json  # noqa: PLC0415 - one format in three

        yield json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    elif form == "markdown":
        yield "| id | group | severity | summary |\n|---|---|---|---|\n"
        for entry in found:
            cells = (entry["id"], entry["group"], _severity(entry), entry["summary"][lang])
            yield "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |\n"
    else:
        widest = max((len(entry["id"]) for entry in found), default=0)
        for entry in found:
            names = f"{entry['id']:{widest}}  {entry['group']:11}  {_severity(entry):17}"
            yield f"{names}  {entry['summary'][lang]}\n"


def _severity(entry: dict[str, Any]) -> str:
    return f"{entry['severity']}{' (preview)' if entry['preview'] else ''}"
