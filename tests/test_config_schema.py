"""The JSON Schema of configuration files says what the reader of the files says."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from disclosure_lint.__main__ import main
from disclosure_lint.config import ConfigError
from disclosure_lint.config.file import from_file
from disclosure_lint.config.schema import schema
from disclosure_lint.config.values import READERS
from disclosure_lint.rules import load_all

SHIPPED = Path(__file__).parent.parent / "docs" / "disclosure-lint.schema.json"
VALIDATOR = jsonschema.Draft7Validator(schema(), format_checker=jsonschema.FormatChecker())

GOOD = [
    "",
    'select = ["ALL"]\nextend-select = ["arithmetic", "wrong-figure"]\nignore = []',
    'fixable = ["section"]',
    '[per-file-ignores]\n"old/*" = ["ALL"]\n"*.md" = ["prose", "stray-space"]',
    '[severity]\nwrong-figure = "info"\nblank-cell = "error"',
    "[rules.overlong-overview]\nlimit = 800",
    '[rules.known-typo]\nwords = ["做为=作为"]',
    "[rules.nonstandard-term]\nin-prose = true",
    "[rules.wrong-figure]",
    'edition = "2019"\narchived = true',
    "today = 2026-01-31",
    'today = "2026-01-31"',
    "max-size = 1000",
    'max-size = "20 MB"',
    'max-size = "300k"',
    'exclude = ["a", "b/*"]\nforce-exclude = false',
    'fail-on = "error"\noutput-format = "sarif"\nlang = "en"\nbaseline = "known.json"',
]

BAD = [
    'fail_on = "error"',
    "unknown = 1",
    'select = "ALL"',
    'select = ["wrong-figre"]',
    'ignore = ["wrong_figure"]',
    "fixable = [1]",
    'per-file-ignores = ["a"]',
    '[per-file-ignores]\n"a" = "ALL"',
    '[per-file-ignores]\n"a" = ["all"]',
    '[severity]\nwrong-figre = "info"',
    '[severity]\narithmetic = "info"',
    '[severity]\nwrong-figure = "off"',
    "rules = 1",
    "[rules.overlong-overvew]\nlimit = 800",
    "[rules.overlong-overview]\nlimt = 800",
    '[rules.overlong-overview]\nlimit = "800"',
    "[rules.overlong-overview]\nlimit = true",
    "[rules.overlong-overview]\nlimit = 8.5",
    '[rules.known-typo]\nwords = "做为=作为"',
    "[rules.nonstandard-term]\nin-prose = 1",
    "[rules.wrong-figure]\nlimit = 1",
    "[rules]\nwrong-figure = 1",
    'edition = "1999"',
    "edition = 2021",
    'archived = "yes"',
    'today = "2026-13-31"',
    "max-size = 0",
    "max-size = true",
    'max-size = "0"',
    'max-size = "much"',
    'exclude = "a"',
    "force-exclude = 1",
    'fail-on = "grave"',
    'output-format = "jsn"',
    'lang = "fr"',
    "baseline = 1",
    "extend = 1",
]


def read(text: str, folder: Path) -> bool:
    """Whether the reader takes a text for a configuration."""
    path = folder / "disclosure-lint.toml"
    path.write_text(text, "utf-8")
    from_file.cache_clear()
    try:
        from_file(path)
    except ConfigError:
        return False
    return True


def as_json(text: str) -> Any:  # noqa: ANN401 - as deep as the text is
    """What an editor hands to the schema: TOML has dates, JSON has not."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


@pytest.mark.parametrize("text", GOOD)
def test_good(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path)
    VALIDATOR.validate(as_json(text))


@pytest.mark.parametrize("text", BAD)
def test_bad(text: str, tmp_path: Path) -> None:
    assert not read(text, tmp_path)
    assert not VALIDATOR.is_valid(as_json(text))


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    assert set(schema()["properties"]) == {
        "extend",
        *(name.replace("_", "-") for name in READERS),
    }


def test_every_default_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = {
        key: told["default"] for key, told in schema()["properties"].items() if "default" in told
    }
    assert len(defaults) > 10
    VALIDATOR.validate(defaults)
    monkeypatch.chdir(tmp_path)
    text = "\n".join(f"{key} = {json.dumps(value)}" for key, value in defaults.items())
    assert read(text, tmp_path)


def test_every_option_of_every_rule_is_there() -> None:
    told = schema()["definitions"]["options"]["properties"]
    assert set(told) == {rule.id for rule in load_all() if rule.options}
    for options in told.values():
        assert options["description"]
        assert all({"type", "default"} <= set(option) for option in options["properties"].values())


def test_the_shipped_schema_is_current(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """If it is not: pytest --update-goldens, or `disclosure-lint config --schema`."""
    assert main(["config", "--schema"]) == 0
    printed = capsys.readouterr().out
    if request.config.getoption("--update-goldens"):
        SHIPPED.write_text(printed, "utf-8", newline="\n")
    assert SHIPPED.read_text("utf-8") == printed
    assert json.loads(printed) == schema()
