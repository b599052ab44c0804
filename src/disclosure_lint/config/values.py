"""What each setting accepts: one reader a setting, from TOML values and from plain text."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from disclosure_lint import outputs, rules
from disclosure_lint.config import (
    ALL,
    FLAG,
    LANGS,
    TEXT,
    TEXTS,
    ConfigError,
    Kind,
    Schema,
    Settings,
    options_for,
    texts,
    unknown,
    wrong,
)
from disclosure_lint.config.renamed import current_id
from disclosure_lint.diagnostic import Message, Severity
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple

_RULE = Message("规则", "rule")
_RULE_OR_GROUP = Message("规则或规则组", "rule or group")
_VALUE = Message("取值", "value")
_SIZE = compiled(r"(\d+)\s*([kmg]?)b?", re.IGNORECASE)
_SIZE_SCHEMA = r"^\s*[0-9]*[1-9][0-9]*\s*[kmgKMG]?[bB]?\s*$"  # JSON Schema has no flags


class Reader(NamedTuple):
    """How a setting is read.

    `kind.read` takes a TOML value; it raises TypeError or ValueError for another kind of value and
    ConfigError, its key a path below the setting, for a word that is not known. `parse` makes a
    TOML value of plain text; it is None where plain text cannot say it. `about` says in a few words
    what the setting is for.
    """

    kind: Kind
    parse: Callable[[str], Any] | None
    about: Message


def rule_ids() -> Mapping[str, tuple[str, str]]:
    """Return the ids of all rules with the group and module of each; imports none of them."""
    return {name.replace("_", "-"): (group, name) for group, name in rules.names()}


def _names(value: object) -> tuple[str, ...]:
    ids = rule_ids()
    known = {ALL, *ids, *(group for group, _ in ids.values())}
    found = tuple(map(current_id, texts(value)))
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


def _edition(value: object) -> str:
    """Take the id of an edition that ships, or one that is no bare year: that of a file of the user's."""
    if isinstance(value, str) and value and not value.isdigit():
        return value
    return _one_of(_editions)(value)


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


def _table(
    read: Callable[[str, Any], Any], wanted: Message, key_of: Callable[[str], str] = str
) -> Callable[[object], dict[str, Any]]:
    """Return the reader of a table whose entries `read` takes by key and value."""

    def entries(value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise TypeError
        found = {}
        for written, item in value.items():
            key = key_of(written)
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
_DATE = Message("日期(如 2026-01-31)", "a date such as 2026-01-31")
_BYTES = Message("字节数或如“20MB”", "a number of bytes or such as 20MB")
_LIST_OF_NAMES = Message("规则名列表", "a list of rule names")


def _array_of_names() -> Schema:
    return {"type": "array", "items": {"$ref": "#/definitions/selector"}}


def _by_key(item: Schema, keys: str = "") -> Schema:
    names = {"propertyNames": {"$ref": f"#/definitions/{keys}"}} if keys else {}
    return {"type": "object", **names, "additionalProperties": item}


def _choice(known: Callable[[], Iterable[str]], wanted: Message = TEXT.wanted) -> Kind:
    return Kind(wanted, _one_of(known), lambda: {"enum": list(known())})


_NAMES = Kind(_LIST_OF_NAMES, _names, _array_of_names)
_GRADES = _choice(_severities, _GRADE)._replace(read=_severity)

READERS: Mapping[str, Reader] = {
    "select": Reader(_NAMES, _list, Message("要检查的规则", "rules to run")),
    "extend_select": Reader(
        _NAMES, _list, Message("另外要检查的规则", "rules to run besides those of `select`")
    ),
    "ignore": Reader(_NAMES, _list, Message("不检查的规则", "rules not to run")),
    "fixable": Reader(
        _NAMES, _list, Message("可以自动修改的规则", "rules whose fixes `--fix` may apply")
    ),
    "per_file_ignores": Reader(
        Kind(
            _TABLE,
            _table(lambda _, names: _names(names), _LIST_OF_NAMES),
            lambda: _by_key(_array_of_names()),
        ),
        _by_pattern,
        Message("对某些文件不检查的规则", "rules not to run on the files that a pattern fits"),
    ),
    "severity": Reader(
        Kind(
            _TABLE, _table(_regraded, _GRADE, current_id), lambda: _by_key(_GRADES.schema(), "rule")
        ),
        _pairs,
        Message("改变规则的级别", "severities of rules"),
    ),
    "rules": Reader(
        Kind(
            _TABLE, _table(_options, _TABLE, current_id), lambda: {"$ref": "#/definitions/options"}
        ),
        None,
        Message("规则的选项", "options of rules"),
    ),
    "editions": Reader(
        TEXTS, _list, Message("另外的格式文件", "files with forms besides those that ship")
    ),
    "edition": Reader(
        _choice(_editions)._replace(read=_edition),
        str,
        Message("一律按此格式判断", "the form to judge by, whatever the year"),
    ),
    "today": Reader(
        Kind(_DATE, _day, lambda: {"type": "string", "format": "date"}),
        str,
        Message("判断所用的日期", "the day to judge by"),
    ),
    "archived": Reader(
        FLAG, _flag, Message("报告来自存档", "whether the reports are from an archive")
    ),
    "max_size": Reader(
        Kind(
            _BYTES,
            _size,
            lambda: {
                "anyOf": [
                    {"type": "integer", "minimum": 1},
                    {"type": "string", "pattern": _SIZE_SCHEMA},
                ]
            },
        ),
        str,
        Message("文件大小的上限", "the largest file to read"),
    ),
    "exclude": Reader(
        TEXTS, _list, Message("不检查的文件和文件夹", "files and folders to leave out of a walk")
    ),
    "force_exclude": Reader(
        FLAG, _flag, Message("直接写出的文件也可排除", "whether named files are left out too")
    ),
    "fail_on": Reader(
        _GRADES, str, Message("从此级别起算不通过", "the mildest severity that fails")
    ),
    "output_format": Reader(_choice(outputs.names), str, Message("输出格式", "how to print")),
    "docs_url": Reader(
        TEXT,
        str,
        Message(
            "规则说明的网址,{rule} 代表规则名;空则不给出",
            "the address of a rule's page, with {rule} for its id; empty: none is given",
        ),
    ),
    "baseline": Reader(
        TEXT, str, Message("基线文件", "the file of findings that are known and left out")
    ),
    "cache_dir": Reader(
        TEXT, str, Message("保存结果的文件夹", "a folder to keep findings in; empty: nowhere")
    ),
    "lang": Reader(_choice(lambda: LANGS), str, Message("消息的语言", "the language of messages")),
}
