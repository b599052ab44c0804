"""Which files to read, and reading them: paths in, sources out, one bad file never stops a run."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_lint.config import ConfigError, Settings, matches, missing
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity
from disclosure_lint.inputs import UnreadableError, suffixes
from disclosure_lint.inputs import read as read_input
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Source, Span

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"

# A folder with a `.gitignore`, and what that file says.
_Ignores = tuple[tuple[Path, "GitIgnoreSpec"], ...]


class Target(NamedTuple):
    """A file to look at; `named` on the command line, or else met by walking a folder."""

    path: str
    named: bool


def targets(
    paths: Sequence[str], settings_of: Callable[[str], Settings] = lambda _: Settings()
) -> Iterator[Target]:
    """Yield the files that `paths` stand for, once each: as named, folders in sorted order.

    `settings_of` gives the settings for what lies in a folder: what they exclude is left out. A named
    path is looked at whatever it is called, unless `force_exclude` holds `exclude` against it too.
    Raises ConfigError before anything is yielded when a path does not exist.
    """
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise ConfigError(missing(path))
    return _targets(paths, settings_of)


def _targets(paths: Sequence[str], settings_of: Callable[[str], Settings]) -> Iterator[Target]:
    named = {os.path.normpath(path) for path in paths}
    seen: set[str] = set()
    for path in paths:
        found: Iterable[Target] = ()
        if path == STDIN:
            found = (Target(path, named=True),)
        elif not _excluded_above(path, settings_of(_folder(path))):
            if Path(path).is_dir():
                walk = _walk(Path(path), settings_of, _ignores_above(Path(path)))
                found = (Target(name, os.path.normpath(name) in named) for name in walk)
            else:
                found = (Target(path, named=True),)
        if len(paths) == 1:  # nothing can come twice: a large archive is not kept in mind
            yield from found
            continue
        for target in found:
            key = os.path.normpath(target.path)
            if key not in seen:
                seen.add(key)
                yield target


def _folder(path: str) -> str:
    return os.path.dirname(path) or "."  # noqa: PTH120 - a lone name has none


def _excluded_above(path: str, settings: Settings) -> bool:
    """Whether a named path is left out, itself or a folder of its name."""
    if not settings.force_exclude:
        return False
    steps = (path, *(str(parent) for parent in Path(path).parents))
    return any(matches(step, pattern) for step in steps for pattern in settings.exclude)


def _walk(folder: Path, settings_of: Callable[[str], Settings], ignores: _Ignores) -> Iterator[str]:
    ignores = (*_ignore_file(folder), *ignores)
    exclude = settings_of(str(folder)).exclude
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # a folder that may not be listed is met as a file that cannot be read
        yield str(folder)
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        wanted = is_folder or (entry.name.lower().endswith(suffixes()) and entry.is_file())
        if not wanted or entry.name.startswith("."):
            continue
        path = folder / entry.name
        # A pattern without a slash speaks of names met on the walk, not of the folder it began in.
        if any(matches(str(path) if "/" in p else entry.name, p) for p in exclude):
            continue
        if _ignored(path, ignores, is_folder=is_folder):
            continue
        if is_folder:
            yield from _walk(path, settings_of, ignores)
        else:
            yield str(path)


def _ignores_above(folder: Path) -> _Ignores:
    """Return the `.gitignore` files above a folder up to the root of its repository, if it has one."""
    found: _Ignores = ()
    place = folder.absolute()
    while not (place / ".git").exists():
        if place == place.parent:
            return ()  # not in a repository
        place = place.parent
        found = (*found, *_ignore_file(place))
    return found


def _ignore_file(folder: Path) -> _Ignores:
    try:
        text = (folder / ".gitignore").read_text("utf-8", "replace")
    except OSError:
        return ()  # most folders have no such file
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - nothing to match in most runs

    return ((folder.absolute(), GitIgnoreSpec.from_lines(text.split("\n"))),)


def _ignored(path: Path, ignores: _Ignores, *, is_folder: bool) -> bool:
    """Whether the closest `.gitignore` with a word on `path` says to leave it out."""
    for folder, spec in ignores:
        told = path.absolute().relative_to(folder).as_posix() + "/" * is_folder
        verdict = spec.check_file(told).include
        if verdict is not None:
            return verdict
    return False


def read(path: str, max_size: int, name: str = "") -> Source | Result:
    """Return the text of a file (`-`: standard input), called `name` if given.

    The ending of the name says what kind of file it is. A file that cannot be opened or read, or is
    larger than `max_size` bytes, gives a Result that says so.
    """
    name = name or path
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(max_size + 1)
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(max_size + 1)
    except OSError as error:
        return unreadable(name, _reason(error))
    if len(data) > max_size:
        size = _size(max_size)
        return unreadable(
            name, Message(f"超过大小上限({size})", f"it is over the size limit of {size}")
        )
    try:
        return read_input(name, data)
    except UnreadableError as error:
        return unreadable(name, error.message)


def _size(count: int) -> str:
    """Return a number of bytes as a setting would have it."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if count >= unit:
            return f"{count / unit:g} {name}"
    return f"{count} B"


def unreadable(name: str, reason: Message) -> Result:
    """Return the result of a file that could not be read: one error, at its very beginning."""
    message = Message(f"无法读取文件:{reason.zh}。", f"The file cannot be read: {reason.en}.")
    return Result(
        name,
        (
            Diagnostic(
                rule="unreadable-file",
                group="input",
                severity=Severity.ERROR,
                finding=Finding(Span(0, 0), message),
                fingerprint="unreadable-file",
            ),
        ),
    )


def _reason(error: OSError) -> Message:
    english = (error.strerror or type(error).__name__).lower()
    for kind, chinese in _REASONS.items():
        if isinstance(error, kind):
            return Message(chinese, english)
    return Message(error.strerror or type(error).__name__, english)


_REASONS = {
    PermissionError: "权限不足",
    FileNotFoundError: "文件不存在",
    IsADirectoryError: "这是一个文件夹",
}
