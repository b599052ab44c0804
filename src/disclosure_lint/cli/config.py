"""Print the settings that hold for a folder, and where each was set."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from disclosure_lint.cli._options import resolver, settings_options
from disclosure_lint.config.file import Resolved


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    text = "a file or folder (default: the current one)"
    parser.add_argument("path", nargs="?", default=".", metavar="PATH", help=text)
    text = "print the JSON Schema of a configuration file instead"
    parser.add_argument("--schema", action="store_true", help=text)
    settings_options(parser)


def run(args: Namespace) -> int:
    """Print the settings; return the exit status."""
    if args.schema:
        sys.stdout.write(schema_text())
        return 0
    path = Path(args.path)
    sys.stdout.writelines(shown(resolver(args)(str(path if path.is_dir() else path.parent))))
    return 0


def schema_text() -> str:
    """Return the schema of a configuration file as JSON."""
    import json  # noqa: PLC0415 - once in a while

    from disclosure_lint.config.schema import schema  # noqa: PLC0415 - imports every rule

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def shown(resolved: Resolved) -> Iterator[str]:
    """Yield the settings as lines of TOML, each with a comment that says where it was set."""
    for name, value in resolved.settings._asdict().items():
        key = name.replace("_", "-")
        origin = resolved.origins.get(name, "default")
        yield f"# {key} is not set\n" if value is None else f"{key} = {_toml(value)}  # {origin}\n"


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case int() if type(value) is int:
            return str(value)
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case Mapping():
            inside = ", ".join(f"{_quoted(key)} = {_toml(item)}" for key, item in value.items())
            return f"{{ {inside} }}" if inside else "{}"
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
