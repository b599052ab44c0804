"""Rewrite the tables and metadata of files in one layout; figures, labels and words stay.

PATHS are files, folders (walked for reports) or - for standard input, which comes out on standard
output; without any, the current folder. Status 1 says that --check or --diff found something to change.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterator

from disclosure_lint.cli._files import jobs_of
from disclosure_lint.cli._options import found, resolver, settings_options
from disclosure_lint.config import Settings
from disclosure_lint.config.file import Resolved
from disclosure_lint.diagnostic import Message
from disclosure_lint.discovery import STDIN, Target, read
from disclosure_lint.fixes import diff, write
from disclosure_lint.format import Formatted, format_source
from disclosure_lint.inputs import NO_TEXT, is_text
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Source, encode

CHANGED, NOT_DONE = 1, 2

_OPEN = Message(
    "有空白单元格的位置无法确定,未补", "the place of a blank is not certain: none are put in"
)
_LEFT = Message(
    "不能保证改写后含义不变,保持原样", "left as printed: it may mean something else rewritten"
)
_NO_REPORT = Message("未识别出年度报告,未改写", "no report is recognised; not rewritten")
_LOSSY = Message("未改写:有无法解码的字节", "not rewritten: some bytes cannot be decoded")
_MOVED = Message(
    "未写入:文件已被改动,或编码无法确定",
    "not written: the file has changed, or its encoding is not certain",
)


class _Done(NamedTuple):
    """A file before and after; `after` is None for one that is no report or cannot be rewritten."""

    path: str
    before: Source
    after: Formatted | None


def arguments(parser: ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATHS", default=["."])
    add("--check", action="store_true", help="change nothing; status 1 if something would change")
    add("--diff", action="store_true", help="print what would change and change nothing")
    add("--stdin-filename", metavar="NAME", default="", help="what to call standard input")
    add("-q", "--quiet", action="store_true", help="print no summary")
    settings_options(parser)


def run(args: Namespace) -> int:
    """Format the files; return the exit status."""
    settings_of = resolver(args)
    settings = settings_of(".").settings
    counts: Counter[str] = Counter()
    for done in _formatted(args, settings_of, counts):
        if args.check or args.diff:
            _show(done, args, settings.lang)
        else:
            _put(done, counts, settings.lang)
    sys.stdout.flush()  # what is summed up comes first
    if not args.quiet:
        said = _summary(counts, settings.lang, would=args.check or args.diff)
        print(said, file=sys.stderr)
    if counts["failed"]:
        return NOT_DONE
    return CHANGED if (args.check or args.diff) and counts["changed"] else 0


def _formatted(
    args: Namespace, settings_of: Callable[[str], Resolved], counts: Counter[str]
) -> Iterator[_Done]:
    """Yield the files that were read, and say what is to be said of each."""
    for target, name, settings in jobs_of(
        found(args.paths, settings_of), settings_of, args.stdin_filename
    ):
        if not is_text(name):
            if target.named:
                counts["failed"] += 1
                _say(name, NO_TEXT, settings.lang)
            continue
        source = read(target.path, settings.max_size, name)
        if not isinstance(source, Source):
            counts["failed"] += 1
            _say(name, source.diagnostics[0].message, settings.lang)
            continue
        yield _Done(target.path, source, _format(source, target, settings, counts))


def _format(
    source: Source, target: Target, settings: Settings, counts: Counter[str]
) -> Formatted | None:
    formatted = format_source(source, settings)
    if formatted is None:
        counts["same" if target.named else "skipped"] += 1
        if target.named:
            _say(source.filename, _NO_REPORT, settings.lang)
        return None
    if source.lossy:
        counts["failed"] += 1
        _say(source.filename, _LOSSY, settings.lang)
        return None
    counts["changed" if formatted.source.text != source.text else "same"] += 1
    for said, places in ((_LEFT, formatted.left), (_OPEN, formatted.open)):
        for row, name in places:
            _say(f"{source.filename}:{row}: {name}", said, settings.lang)
    return formatted


def _show(done: _Done, args: Namespace, lang: str) -> None:
    """Print the difference, or the name of a file that would change."""
    if done.after is None or done.after.source.text == done.before.text:
        return
    if args.diff:
        sys.stdout.writelines(diff(done.before, done.after.source))
    else:
        would = Message("将改写", "would reformat").to(lang)
        print(f"{done.before.filename}: {would}")


def _put(done: _Done, counts: Counter[str], lang: str) -> None:
    """Write a text to where it came from; standard input comes out even if nothing changes."""
    after = done.after.source if done.after else done.before
    if after.lossy:
        return
    try:
        if done.path == STDIN:
            sys.stdout.flush()
            sys.stdout.buffer.write(encode(done.before, after.text))
            sys.stdout.buffer.flush()
        elif after.text != done.before.text:
            write(done.path, done.before, after)
    except (OSError, ValueError) as error:
        counts["failed"] += 1
        failed = Message(f"无法写入:{error}", f"cannot be written: {error}")
        _say(done.before.filename, failed if isinstance(error, OSError) else _MOVED, lang)


def _summary(counts: Counter[str], lang: str, *, would: bool) -> str:
    """Return the line that sums a run up."""
    changed, same, skipped = counts["changed"], counts["same"], counts["skipped"]
    if lang == "en":
        parts = [f"{changed} file{'s' * (changed != 1)} {'would be ' * would}reformatted"]
        parts.append(f"{same} left unchanged")
        parts += [f"{skipped} skipped"] if skipped else []
        return ", ".join(parts) + "."
    left = f",跳过 {skipped} 个" if skipped else ""
    return f"{'将改写' if would else '已改写'} {changed} 个文件,{same} 个无须改动{left}。"


def _say(name: str, message: Message, lang: str) -> None:
    print(f"{name}: {message.to(lang)}", file=sys.stderr)
