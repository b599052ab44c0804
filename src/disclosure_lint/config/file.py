"""Where settings come from: files, the environment, the command line; and how they add up.

Each source is a `Layer` of checked values; a later layer goes over an earlier one.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from disclosure_lint import kept
from disclosure_lint.config import TEXT, ConfigError, Settings, missing, unknown, wrong
from disclosure_lint.config.values import READERS
from disclosure_lint.diagnostic import Message
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple

FILES = ("disclosure-lint.toml", ".disclosure-lint.toml", "pyproject.toml")
SHARED = FILES[-1]  # a file for many tools: the settings stand in a table of it
TABLE = ("tool", "disclosure-lint")
PREFIX = "DISCLOSURE_LINT_"

_GROWING = {"extend_select", "ignore", "exclude", "per_file_ignores", "severity", "rules"}


class Layer(NamedTuple):
    """Checked values by field name of `Settings`, and where they were written."""

    origin: str
    values: Mapping[str, Any]


class Resolved(NamedTuple):
    """The settings that hold, and for each field that some layer set where that was."""

    settings: Settings
    origins: Mapping[str, str]


def resolve(layers: Iterable[Layer]) -> Resolved:
    """Return what the layers add up to: tables merge, `ignore` and its like grow, the rest yields.

    A layer with `select` starts the choice of rules anew.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        if "select" in layer.values:
            for name in ("extend_select", "ignore"):
                values.pop(name, None)
                origins.pop(name, None)
        for name, value in layer.values.items():
            grows = name in _GROWING and name in values
            values[name] = _merged(values[name], value) if grows else value
            origins[name] = f"{origins[name]}, {layer.origin}" if grows else layer.origin
    return Resolved(Settings(**values), origins)


def _merged(old: Any, new: Any) -> Any:  # noqa: ANN401 - lists or tables
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return {
            **old,
            **{key: _merged(old[key], new[key]) if key in old else new[key] for key in new},
        }
    if isinstance(old, tuple) and isinstance(new, tuple):
        return old + tuple(item for item in new if item not in old)
    return new


def from_text(origin: str, given: Mapping[str, str], label: Callable[[str], str]) -> Layer:
    """Return the layer of settings written as plain text: lists with commas, `true` and `false`.

    `given` has the field names of `Settings`; `label` makes the name shown in errors out of one.
    Raises ConfigError.
    """
    values = {}
    for name, text in given.items():
        kind, parse, _ = READERS[name]
        try:
            values[name] = kind.read(parse(text) if parse else None)
        except ConfigError as error:
            error.place = label(name)
            raise
        except (TypeError, ValueError):
            raise wrong(kind.wanted, text, (label(name),)) from None
    return Layer(origin, _anchored(values, Path.cwd()))


def from_environment(environ: Mapping[str, str]) -> Layer:
    """Return the layer of the variables `DISCLOSURE_LINT_…`; raise ConfigError for unknown ones."""
    known = {PREFIX + name.upper(): name for name, reader in READERS.items() if reader.parse}
    given = {}
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable != kept.VARIABLE:
            if variable not in known:
                raise unknown(Message("环境变量", "environment variable"), variable, known)
            given[known[variable]] = environ[variable]
    return from_text("environment", given, lambda name: PREFIX + name.upper())


@cache
def find(folder: Path) -> Path | None:
    """Return the configuration file of `folder` or of the closest folder above it that has one."""
    for place in (folder, *folder.parents):
        for name in FILES:
            path = place / name
            if _is_file(path) and (name != SHARED or _has_table(path)):
                return path
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # in a folder that may not be entered
        return False


def _has_table(path: Path) -> bool:
    try:
        written = path.read_bytes()
    except OSError:
        return False
    # Most of these files are about other tools: those are not parsed, nor their faults reported.
    return TABLE[-1].encode() in written and _table(path, _load(path)) is not None


def settings_for(folder: Path, above: Iterable[Layer] = ()) -> Resolved:
    """Return what holds for the files of a folder: its closest file and the layers `above` it.

    Raises ConfigError for what is wrong in that file.
    """
    path = find(folder.resolve())
    return resolve((*(from_file(path) if path else ()), *above))


@cache
def from_file(path: Path, extended_by: tuple[Path, ...] = ()) -> tuple[Layer, ...]:
    """Return the layers of a file, those that it extends first.

    Raises ConfigError, with file and row, for what cannot be read, is not known or of a wrong kind.
    """
    if path in extended_by:
        message = Message("extend 首尾相接,成了循环", "`extend` leads back to this file")
        raise ConfigError(message, place=str(path))
    data = dict(_table(path, _load(path)) or {})
    try:
        below = _extended(data, path.parent)
        layer = Layer(str(path), _anchored(_checked(data), path.parent))
    except ConfigError as error:
        key = (*(TABLE if path.name == SHARED else ()), *error.key)
        error.place = f"{path}:{row_of(path.read_text('utf-8-sig'), key, error.value)}"
        raise
    if below is None:
        return (layer,)
    return (*from_file(below, (*extended_by, path)), layer)


def _extended(data: dict[str, Any], folder: Path) -> Path | None:
    """Take the file to extend out of the settings of one that lies in `folder`."""
    base = data.pop("extend", "")
    if not isinstance(base, str):
        raise wrong(TEXT.wanted, base, ("extend",))
    below = (folder / Path(base).expanduser()).resolve()
    if not below.exists():
        raise ConfigError(missing(base, folder), ("extend",))
    return below if base else None


def _load(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most runs find no file

    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        message = Message(f"不是有效的 TOML:{error}", f"not valid TOML: {error}")
    except UnicodeDecodeError:
        message = Message("配置文件应为 UTF-8 编码", "a configuration file must be UTF-8")
    except OSError as error:
        message = Message(f"无法读取:{error.strerror}", f"cannot be read: {error.strerror}")
    raise ConfigError(message, place=str(path))


def _table(path: Path, data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the settings in a file: the whole of it, or its table in a shared file."""
    if path.name != SHARED:
        return data
    tool = data.get(TABLE[0], {})
    found = tool.get(TABLE[1]) if isinstance(tool, Mapping) else None
    return found if isinstance(found, Mapping) else None


def _checked(data: Mapping[str, Any]) -> dict[str, Any]:
    known = {name.replace("_", "-"): name for name in READERS}
    values = {}
    for key, value in data.items():
        if key not in known:
            what = Message("设置项", "setting")
            raise unknown(what, key, (*known, "extend"), (key,))
        kind = READERS[known[key]].kind
        try:
            values[known[key]] = kind.read(value)
        except ConfigError as error:
            error.key = (key, *error.key)
            raise
        except (TypeError, ValueError):
            raise wrong(kind.wanted, value, (key,)) from None
    return values


def _anchored(values: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return the values with every path in them told from `folder`, where they were written."""

    def anchor(pattern: str) -> str:
        if "/" not in pattern or Path(pattern).is_absolute():
            return pattern
        from glob import escape  # noqa: PLC0415 - rarely set

        return f"{escape(folder.as_posix())}/{pattern.removeprefix('./')}"

    if "exclude" in values:
        values["exclude"] = tuple(map(anchor, values["exclude"]))
    if "per_file_ignores" in values:
        ignores = values["per_file_ignores"].items()
        values["per_file_ignores"] = {anchor(pattern): names for pattern, names in ignores}
    if values.get("cache_dir"):
        values["cache_dir"] = str(folder / values["cache_dir"])
    if "editions" in values:
        values["editions"] = tuple(str(folder / path) for path in values["editions"])
        _check_editions(values["editions"])
    if "baseline" in values:
        values["baseline"] = str(folder / values["baseline"])
    return values


def _check_editions(paths: tuple[str, ...]) -> None:
    from disclosure_lint.edition import EditionError, load_editions  # noqa: PLC0415 - rarely set

    try:
        load_editions(*paths)
    except EditionError as error:
        message = Message(f"格式文件有误:{error}", f"wrong edition file: {error}")
        raise ConfigError(message, ("editions",)) from None


_WORD = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEY = compiled(rf"\s*(\[{{0,2}})\s*({_WORD}(?:\s*\.\s*{_WORD})*)\s*[=\]]")


def row_of(text: str, key: tuple[str, ...], value: str = "") -> int:
    """Return the row, from 1, of a key in TOML text, or of the quoted `value` at or after it.

    Where the key is not at the start of a line, the row of the nearest table or key around it.
    """
    table: tuple[str, ...] = ()
    best, most = 1, 0
    lines = text.split("\n")
    for row, line in enumerate(lines, 1):
        if match := _KEY.match(line):
            words = tuple(word.strip("\"'") for word in re.findall(_WORD, match[2]))
            table, path = (words, words) if match[1] else (table, table + words)
            shared = next(
                (at for at in range(len(key)) if path[at : at + 1] != key[at : at + 1]), len(key)
            )
            if shared > most:
                best, most = row, shared
    quoted = re.compile(rf"""["']{re.escape(value)}["']""")
    rows = (
        row for row, line in enumerate(lines[best - 1 :], best) if value and quoted.search(line)
    )
    return next(rows, best)
