"""The JSON Schema of a configuration file, made from the readers of the settings and the rules."""

from typing import get_type_hints

from disclosure_lint.config import ALL, OPTION_TYPES, Schema, Settings
from disclosure_lint.config.values import READERS, Reader, rule_ids
from disclosure_lint.diagnostic import Message
from disclosure_lint.rule import Rule
from disclosure_lint.rules import load_all

_EXTEND = Message("先读取的另一个配置文件", "another configuration file to read first")


def schema() -> Schema:
    """Return the schema (draft 7, which editors know) of `disclosure-lint.toml`.

    It says all that is checked when a file is read, but not that `extend` names a file that exists.
    """
    ids = list(rule_ids())
    groups = sorted({group for group, _ in rule_ids().values()})
    defaults = {name: _default(value) for name, value in Settings._field_defaults.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "disclosure-lint.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "extend": {"type": "string", "description": _both(_EXTEND)},
            **{
                _hyphened(name): _setting(reader, defaults[name])
                for name, reader in READERS.items()
            },
        },
        "definitions": {
            "rule": {"enum": ids},
            "selector": {"enum": [ALL, *groups, *ids]},
            "options": {
                "type": "object",
                "propertyNames": {"$ref": "#/definitions/rule"},
                "properties": {rule.id: _options(rule) for rule in load_all() if rule.options},
                "additionalProperties": {"type": "object", "maxProperties": 0},
            },
        },
    }


def _setting(reader: Reader, default: Schema) -> Schema:
    told = {"description": _both(reader.about), **default}
    found = reader.kind.schema()
    # What stands beside a reference is not looked at in this draft.
    return {**told, "allOf": [found]} if "$ref" in found else {**told, **found}


def _options(rule: Rule) -> Schema:
    defaults = rule.options._field_defaults if rule.options else {}
    return {
        "type": "object",
        "description": (rule.options.__doc__ or "").replace("`", ""),
        "additionalProperties": False,
        "properties": {
            _hyphened(name): {**OPTION_TYPES[kind].schema(), **_default(defaults.get(name))}
            for name, kind in get_type_hints(rule.options).items()
        },
    }


def _default(value: object) -> Schema:
    """Return a default as the schema tells it, nothing where there is none to tell."""
    if value is None or value == {}:
        return {}
    return {"default": list(value) if isinstance(value, tuple) else _plain(value)}


def _plain(value: object) -> object:
    return value if isinstance(value, bool | str) or type(value) in {int, float} else str(value)


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


def _both(text: Message) -> str:
    return f"{text.zh} / {text.en}"
