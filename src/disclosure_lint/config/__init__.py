"""What can be set and what it means; where settings come from is the business of `config.file`."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any, get_type_hints

from disclosure_lint.diagnostic import Message, Severity
from disclosure_lint.records import NamedTuple
from disclosure_lint.rule import Rule

ALL = "ALL"
LANGS = ("zh", "en")
OPTION = Message("选项", "option")
_FEW = 16  # words that can be read at a glance


class ConfigError(ValueError):
    """What was asked for cannot be done: a wrong setting or a wrong call (exit status 2).

    `message` says so in both languages, `place` names the file and row or the option. `key` and
    `value` are the path of the setting and the word at fault, for finding that row.
    """

    def __init__(
        self, message: Message, key: tuple[str, ...] = (), value: str = "", place: str = ""
    ) -> None:
        super().__init__(message.en)
        self.message = message
        self.key = key
        self.value = value
        self.place = place

    def __reduce__(self) -> tuple[Any, ...]:  # it travels between processes
        return type(self), (self.message, self.key, self.value, self.place)

    def to(self, lang: str) -> str:
        """Return place and message in `lang`."""
        text = self.message.to(lang)
        return f"{self.place}: {text}" if self.place else text

    def __str__(self) -> str:
        return self.to("en")


_NONE: Mapping[str, Any] = {}


class Settings(NamedTuple):
    """Everything that can be set; `Settings()` holds the defaults.

    `select`, `extend_select` and `ignore` name rules by id, by group or by `ALL`; the narrower name
    wins, and between equals `ignore` does; `fixable` names those whose fixes may be applied.
    `per_file_ignores` maps a path pattern to such names.
    `severity` regrades rules and `rules` holds their options, both by rule id. `editions` are files
    with forms besides those that ship. `edition` forces the form, `today` replaces the calendar, `archived` says that the reports come from an archive.
    `max_size` is in bytes. The rest is for runs over files: `exclude` and `force_exclude` say which
    are left out, `fail_on` the mildest severity that fails, `cache_dir` where findings are kept
    (empty: nowhere), `docs_url` where the page of a `{rule}` is to be found (empty: nowhere).
    """

    select: tuple[str, ...] = (ALL,)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fixable: tuple[str, ...] = (ALL,)
    per_file_ignores: Mapping[str, tuple[str, ...]] = _NONE
    severity: Mapping[str, Severity] = _NONE
    rules: Mapping[str, Mapping[str, Any]] = _NONE
    editions: tuple[str, ...] = ()
    edition: str | None = None
    today: date | None = None
    archived: bool = False
    max_size: int = 10_000_000
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    fail_on: Severity = Severity.WARNING
    output_format: str = "full"
    docs_url: str = ""
    baseline: str | None = None
    cache_dir: str = ""
    lang: str = "zh"

    def __hash__(self) -> int:
        return hash((self.select, self.extend_select, self.ignore, self.editions, self.today))


class Chosen(NamedTuple):
    """An enabled rule by the names of its folder and module; a preview rule runs only `by_id`."""

    group: str
    name: str
    by_id: bool


def enabled(
    names: Iterable[tuple[str, str]], settings: Settings, filename: str = "-"
) -> tuple[Chosen, ...]:
    """Return the rules that `settings` turn on for `filename`, in the order of `names`.

    `names` are (group, module) pairs as `rules.names()` gives them; no rule is imported.
    """
    silenced = frozenset(
        name
        for pattern, ignored in settings.per_file_ignores.items()
        if matches(filename, pattern)
        for name in ignored
    )
    return _enabled(tuple(names), settings, silenced)


@lru_cache(maxsize=256)
def _enabled(
    names: tuple[tuple[str, str], ...], settings: Settings, silenced: frozenset[str]
) -> tuple[Chosen, ...]:
    wanted = frozenset(settings.select + settings.extend_select)
    unwanted = frozenset(settings.ignore)
    chosen = []
    for group, name in names:
        # From the widest to the narrowest name: the index is how narrow the choice was.
        called = (ALL, group, name.replace("_", "-"))
        for_it = max((at for at, word in enumerate(called) if word in wanted), default=-1)
        against = max((at for at, word in enumerate(called) if word in unwanted), default=-1)
        if for_it > against and silenced.isdisjoint(called):
            chosen.append(Chosen(group, name, called[2] in wanted))
    return tuple(chosen)


def fixable(group: str, rule: str, settings: Settings) -> bool:
    """Whether the fixes of a rule may be applied."""
    return not {ALL, group, rule}.isdisjoint(settings.fixable)


def matches(path: str, pattern: str) -> bool:
    """Whether a path fits a pattern: one without a slash fits any part of the path.

    A pattern with a slash fits the path as given or from the root; `*` crosses slashes.
    """
    if "/" not in pattern:
        return any(fnmatchcase(part, pattern) for part in _posix(path).split("/"))
    return any(fnmatchcase(_posix(p), pattern) for p in (path, str(Path(path).absolute())))


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def options_for(rule: Rule, settings: Settings) -> Any:  # noqa: ANN401 - each rule has its own type
    """Return the options instance of a rule, or None where it declares no options.

    Raises ConfigError for an unknown option and for a value of another type than the declared one;
    its key is the path below the rule's own table.
    """
    given = settings.rules.get(rule.id, {})
    if rule.options is None:
        if given:
            message = Message(
                f"规则 {rule.id} 没有可设置的选项", f"rule `{rule.id}` has no options to set"
            )
            raise ConfigError(message)
        return None
    if not given:
        return rule.options()
    types = get_type_hints(rule.options)
    known = {name.replace("_", "-"): name for name in types}
    values = {}
    for key, value in given.items():
        if key not in known:
            raise unknown(OPTION, key, known, (key,))
        kind = OPTION_TYPES[types[known[key]]]
        try:
            values[known[key]] = kind.read(value)
        except TypeError:
            raise wrong(kind.wanted, value, (key,)) from None
    return rule.options(**values)


def wrong(wanted: Message, value: object, key: tuple[str, ...]) -> ConfigError:
    """Return the error for a value that is not what was `wanted` under a key."""
    message = Message(
        f"“{key[-1]}”应为{wanted.zh},现为 {value!r}",
        f"`{key[-1]}` must be {wanted.en}, not {value!r}",
    )
    return ConfigError(message, key)


def unknown(
    what: Message, word: str, known: Iterable[str], key: tuple[str, ...] = ()
) -> ConfigError:
    """Return the error for a word that is none of `known`, with the nearest one or the whole choice.

    `what` says what the word was meant to be: a setting, a rule, an option.
    """
    words = sorted(known)
    zh = en = ""
    if near := nearest(word, words):
        zh, en = f",是否想写“{near}”?", f"; did you mean `{near}`?"
    elif 0 < len(words) <= _FEW:
        zh, en = f",可用:{'、'.join(words)}", f"; known are {', '.join(words)}"
    message = Message(f"没有名为“{word}”的{what.zh}{zh}", f"unknown {what.en} `{word}`{en}")
    return ConfigError(message, key, word)


def missing(path: str, folder: Path = Path()) -> Message:
    """Return what is said of a path, told from `folder`, that does not exist: the nearest name beside it."""
    place = folder / path
    try:
        near = nearest(place.name, sorted(it.name for it in place.parent.iterdir()))
    except OSError:
        near = None
    meant = str(Path(path).with_name(near)) if near else ""
    return Message(
        f"路径不存在:{path}" + (f",是否想写“{meant}”?" if meant else ""),
        f"no such file or folder: {path}" + (f"; did you mean `{meant}`?" if meant else ""),
    )


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the word of `known` that was probably meant, or None."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a slip of the pen needs it

    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else None


def _plain(kind: type) -> Callable[[object], Any]:
    def take(value: object) -> object:
        if type(value) is not kind:  # a bool is no int here
            raise TypeError
        return value

    return take


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise TypeError


def texts(value: object) -> tuple[str, ...]:
    """Return a list of strings as a tuple; raise TypeError for anything else."""
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise TypeError
    return tuple(value)


Schema = dict[str, Any]


class Kind(NamedTuple):
    """A kind of value: what it has to be, and its reader, which raises TypeError for another.

    `schema` says the same in JSON Schema.
    """

    wanted: Message
    read: Callable[[object], Any]
    schema: Callable[[], Schema]


FLAG = Kind(Message("true 或 false", "true or false"), _plain(bool), lambda: {"type": "boolean"})
TEXT = Kind(Message("字符串", "a string"), _plain(str), lambda: {"type": "string"})
TEXTS = Kind(
    Message("字符串列表", "a list of strings"),
    texts,
    lambda: {"type": "array", "items": {"type": "string"}},
)
OPTION_TYPES: Mapping[object, Kind] = {
    bool: FLAG,
    str: TEXT,
    tuple[str, ...]: TEXTS,
    int: Kind(Message("整数", "an integer"), _plain(int), lambda: {"type": "integer"}),
    float: Kind(Message("数", "a number"), _number, lambda: {"type": "number"}),
}
