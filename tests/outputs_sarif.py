"""The part of SARIF 2.1.0 that the renderer may use, written down by hand; no other key is allowed.

A string names a type, a list holds the shape of its items, a dict the shapes of keys, those that
must be there marked with `!`.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_TEXT = {"text!": "text"}
_ARTIFACT = {"uri!": "uri", "uriBaseId": "text"}
_REGION = {
    "startLine!": "positive",
    "startColumn!": "positive",
    "endLine!": "positive",
    "endColumn!": "positive",
}
_PHYSICAL = {"artifactLocation!": _ARTIFACT, "region!": _REGION}
_RESULT = {
    "ruleId!": "text",
    "ruleIndex!": "natural",
    "level!": "level",
    "message!": _TEXT,
    "locations!": [{"physicalLocation!": _PHYSICAL}],
    "relatedLocations": [{"id!": "natural", "physicalLocation!": _PHYSICAL, "message!": _TEXT}],
    "partialFingerprints!": {"disclosureLint/v1!": "text"},
    "fixes": [
        {
            "description!": _TEXT,
            "artifactChanges!": [
                {
                    "artifactLocation!": _ARTIFACT,
                    "replacements!": [{"deletedRegion!": _REGION, "insertedContent": _TEXT}],
                }
            ],
            "properties": "bag",
        }
    ],
    "properties": "bag",
}
_RULE = {
    "id!": "text",
    "shortDescription!": _TEXT,
    "help": {"text!": "text", "markdown": "text"},
    "helpUri": "uri",
    "properties": "bag",
}
_RUN = {
    "results!": [_RESULT],
    "tool!": {"driver!": {"name!": "text", "version": "text", "rules!": [_RULE]}},
    "invocations": [{"executionSuccessful!": "flag"}],
    "columnKind!": "columns",
    "language": "language",
}
LOG = {"$schema!": "uri", "version!": "version", "runs!": [_RUN]}

_CHECKS = {
    "text": lambda it: isinstance(it, str),
    "positive": lambda it: type(it) is int and it >= 1,
    "natural": lambda it: type(it) is int and it >= 0,
    "flag": lambda it: type(it) is bool,
    "bag": lambda it: isinstance(it, dict),
    "level": lambda it: it in {"error", "warning", "note", "none"},
    "columns": lambda it: it == "unicodeCodePoints",
    "version": lambda it: it == "2.1.0",
    "language": lambda it: re.fullmatch("[a-z]{2}-[A-Z]{2}|[a-z]{2}", it),
    "uri": lambda it: (
        re.fullmatch(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-F]{2})+", it) and urlsplit(it)
    ),
}


def faults(value: object, shape: object = None, at: str = "log") -> list[str]:
    """Where a log departs from the shape; nothing where it does not."""
    shape = LOG if shape is None else shape
    if isinstance(shape, str):
        return [] if _CHECKS[shape](value) else [f"{at}: {value!r} is no {shape}"]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{at}: no array"]
        return [it for n, item in enumerate(value) for it in faults(item, shape[0], f"{at}[{n}]")]
    if not isinstance(value, dict):
        return [f"{at}: no object"]
    allowed = {key.rstrip("!"): inner for key, inner in shape.items()}
    found = [f"{at}: no {key[:-1]}" for key in shape if key.endswith("!") and key[:-1] not in value]
    found += [f"{at}: unknown {key}" for key in value if key not in allowed]
    for key in value.keys() & allowed.keys():
        found += faults(value[key], allowed[key], f"{at}.{key}")
    return found
