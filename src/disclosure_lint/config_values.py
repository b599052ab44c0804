"""What each setting accepts: one reader a setting, from TOML values and from plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from disclosure_lint import outputs, rules
from disclosure_lint.config import (
    ALL,
    FLAG,
    LANGS,
    TEXT,
    TEXTS,
    ConfigError,
    Kind,
    Settings,
    options_for,
    texts,
    unknown,
    wrong,
)
from disclosure_lint.diagnostic import Message, Severity

_RULE = Message("规则", "rule")
_RULE_OR_GROUP = Message("规则或规则组", "rule or group")
_VALUE = Message("取值", "value")
_SIZE = re.compile(r"(\d+)\s*([kmg]?)b?", re.IGNORECASE)


class Reader(NamedTuple):
    """How a setting is read.

    `kind.read` takes a TOML value; it raises TypeError or ValueError for another kind of value and
    ConfigError, its key a path below the setting, for a word that is not known. `parse` makes a
    TOML value of plain text; it is None where plain text cannot say it.
    """

    kind: Kind
    parse: Callable[[str], Any] | None


def rule_ids() -> Mapping[str, tuple[str, str]]:
    """Return the ids of all rules with the group and module of each; imports none of them."""
    return {name.replace("_", "-"): (group, name) for group, name in rules.names()}


def _names(value: object) -> tuple[str, ...]:
    ids = rule_ids()
    known = {ALL, *ids, *(group for group, _ in ids.values())}
    found = texts(value)
    for name in found:
        if name not in known:
            raise unknown(_RULE_OR_GROUP, name, known)
    return found


def _one_of(known: Callable[[], Iterable[str]]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise TypeError
        words = tuple(known())
        if value not in words:
            raise unknown(_VALUE, value, words)
        return value

    return read


def _severities() -> Iterable[str]:
    return (str(severity) for severity in Severity)


def _severity(value: object) -> Severity:
    return Severity[_one_of(_severities)(value).upper()]


def _editions() -> Iterable[str]:
    from disclosure_lint.edition import load_editions  # noqa: PLC0415 - rarely set

    return (edition.id for edition in load_editions())


def _day(value: object) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise TypeError


def _size(value: object) -> int:
    if isinstance(value, str) and (match := _SIZE.fullmatch(value.strip())):
        value = int(match[1]) * 1000 ** " kmg".index(match[2].lower() or " ")
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise TypeError
    return value


def _table(read: Callable[[str, Any], Any], wanted: Message) -> Callable[[object], dict[str, Any]]:
    """Return the reader of a table whose entries `read` takes by key and value."""

    def entries(value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise TypeError
        found = {}
        for key, item in value.items():
            try:
                found[key] = read(key, item)
            except ConfigError as error:
                error.key = (key, *error.key)
                raise
            except (TypeError, ValueError):
                raise wrong(wanted, item, (key,)) from None
        return found

    return entries


def _known_rule(key: str) -> tuple[str, str]:
    ids = rule_ids()
    if key not in ids:
        raise unknown(_RULE, key, ids)
    return ids[key]


def _regraded(key: str, value: object) -> Severity:
    _known_rule(key)
    return _severity(value)


def _options(key: str, value: object) -> dict[str, Any]:
    group, name = _known_rule(key)
    if not isinstance(value, Mapping):
        raise TypeError
    options = dict(value)
    options_for(rules.load(group, name), Settings(rules={key: options}))
    return options


def _list(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _flag(text: str) -> bool | None:
    word = text.strip().lower()
    return True if word in {"1", "true", "yes"} else False if word in {"0", "false", "no"} else None


def _pairs(text: str) -> dict[str, str]:
    return {key: grade for key, _, grade in (item.partition("=") for item in _list(text))}


def _by_pattern(text: str) -> dict[str, list[str]]:
    """Read `GLOB:RULE,RULE;GLOB:RULE`; a colon in the pattern itself is no hindrance."""
    pairs = (item.rpartition(":") for item in text.split(";") if item.strip())
    return {pattern.strip(): _list(names) for pattern, _, names in pairs}


_TABLE = Message("一个表", "a table")
_GRADE = Message("error、warning 或 info", "error, warning or info")
_NAMES = Reader(Kind(Message("规则名列表", "a list of rule names"), _names), _list)
_PATTERNS = Reader(TEXTS, _list)
_FLAG = Reader(FLAG, _flag)

READERS: Mapping[str, Reader] = {
    "select": _NAMES,
    "extend_select": _NAMES,
    "ignore": _NAMES,
    "per_file_ignores": Reader(
        Kind(_TABLE, _table(lambda _, names: _names(names), _NAMES.kind.wanted)), _by_pattern
    ),
    "severity": Reader(Kind(_TABLE, _table(_regraded, _GRADE)), _pairs),
    "rules": Reader(Kind(_TABLE, _table(_options, _TABLE)), None),
    "edition": Reader(Kind(TEXT.wanted, _one_of(_editions)), str),
    "today": Reader(Kind(Message("日期(如 2026-01-31)", "a date such as 2026-01-31"), _day), str),
    "archived": _FLAG,
    "max_size": Reader(
        Kind(Message("字节数或如“20MB”", "a number of bytes or such as 20MB"), _size), str
    ),
    "exclude": _PATTERNS,
    "force_exclude": _FLAG,
    "fail_on": Reader(Kind(_GRADE, _severity), str),
    "output_format": Reader(Kind(TEXT.wanted, _one_of(outputs.names)), str),
    "baseline": Reader(TEXT, str),
    "lang": Reader(Kind(TEXT.wanted, _one_of(lambda: LANGS)), str),
}
