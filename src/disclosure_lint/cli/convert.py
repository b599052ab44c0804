"""Turn an HTML page or a Word document into text in the canonical layout.

FILE is a .html, .htm, .docx or text file, or - for standard input (with --stdin-filename, whose
ending says what it is). The rows that `check` names of such a file are those of this text, with --raw
the columns too.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from disclosure_lint.cli._options import resolver, settings_options
from disclosure_lint.config import ConfigError
from disclosure_lint.diagnostic import Message
from disclosure_lint.discovery import STDIN, read
from disclosure_lint.format import format_source
from disclosure_lint.source import Source

_NO_REPORT = Message("未识别出年度报告,照原样转换", "no report is recognised; converted as it is")


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("path", metavar="FILE")
    add("-o", "--output-file", metavar="FILE", help="write the text to FILE")
    add("--stdin-filename", metavar="NAME", default="", help="what to call standard input")
    add("--raw", action="store_true", help="leave the tables as they come out of the file")
    settings_options(parser)


def run(args: Namespace) -> int:
    """Convert the file; return 0, or 2 when it cannot be read."""
    name = args.stdin_filename or args.path if args.path == STDIN else args.path
    settings = resolver(args)(str(Path(name).parent)).settings
    source = read(args.path, settings.max_size, name)
    if not isinstance(source, Source):
        message = source.diagnostics[0].message.to(settings.lang)
        print(f"{source.filename}: {message}", file=sys.stderr)
        return 2
    formatted = format_source(source, settings)
    if formatted is None:
        print(f"{name}: {_NO_REPORT.to(settings.lang)}", file=sys.stderr)
    text = source.text if formatted is None or args.raw else formatted.source.text
    _write(text.encode("utf-8", "backslashreplace"), args.output_file)
    return 0


def _write(data: bytes, path: str | None) -> None:
    """Write bytes to a file or to standard output, so that no line end is changed on the way."""
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        message = Message(f"无法写入:{error.strerror}", f"cannot be written: {error.strerror}")
        raise ConfigError(message, place=path) from None
