"""Reviewdog's diagnostic format as its published schema has it, written down by hand; no other key is allowed."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string"}
WHOLE = {"type": "integer", "minimum": 1}


def shape(needed: str = "", /, **properties: object) -> dict[str, Any]:
    """An object with these keys and no other, some of them needed."""
    return {
        "type": "object",
        "properties": properties,
        "required": needed.split(),
        "additionalProperties": False,
    }


SOURCE = shape("name", name=TEXT, url=TEXT)
POSITION = shape("line", line=WHOLE, column=WHOLE)
RANGE = shape("start", start=POSITION, end=POSITION)
DIAGNOSTIC = shape(
    "message location",
    message=TEXT,
    location=shape("path", path=TEXT, range=RANGE),
    severity={"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
    source=SOURCE,
    code=shape(value=TEXT, url={"type": "string", "format": "uri"}),
    suggestions={"type": "array", "items": shape("range text", range=RANGE, text=TEXT)},
    original_output=TEXT,
)
RESULT = shape(
    "diagnostics",
    diagnostics={"type": "array", "items": DIAGNOSTIC},
    source=SOURCE,
    severity=DIAGNOSTIC["properties"]["severity"],
)
