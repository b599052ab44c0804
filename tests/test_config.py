from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from disclosure_lint.config import ConfigError, Settings, enabled, matches, nearest, options_for
from disclosure_lint.config.file import (
    Layer,
    find,
    from_environment,
    from_file,
    from_text,
    resolve,
    row_of,
)
from disclosure_lint.config.values import READERS, rule_ids
from disclosure_lint.diagnostic import Severity
from disclosure_lint.rule import Rule
from disclosure_lint.rules import load_all

NAMES = (
    ("arithmetic", "unbalanced_total"),
    ("arithmetic", "wrong_figure"),
    ("prose", "stray_space"),
    ("table", "blank_cell"),
)


def on(settings: Settings, filename: str = "-") -> list[str]:
    return [name for _, name, _ in enabled(NAMES, settings, filename)]


ALL_ON = [name for _, name in NAMES]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), ALL_ON),
        (Settings(select=()), []),
        (Settings(select=("arithmetic",)), ["unbalanced_total", "wrong_figure"]),
        (Settings(select=("wrong-figure",)), ["wrong_figure"]),
        (Settings(select=("wrong_figure",)), []),  # the id has hyphens, the module does not
        (Settings(ignore=("arithmetic", "stray-space")), ["blank_cell"]),
        (Settings(ignore=("ALL",)), []),
        (Settings(select=("prose",), extend_select=("blank-cell",)), ["stray_space", "blank_cell"]),
        # The narrower name wins, and between equals ignore does.
        (Settings(select=("wrong-figure",), ignore=("arithmetic",)), ["wrong_figure"]),
        (Settings(extend_select=("wrong-figure",), ignore=("ALL",)), ["wrong_figure"]),
        (Settings(select=("wrong-figure",), ignore=("wrong-figure",)), []),
        (Settings(select=("arithmetic",), ignore=("arithmetic",)), []),
    ],
)
def test_enabled(settings: Settings, expected: list[str]) -> None:
    assert on(settings) == expected


@pytest.mark.parametrize(
    ("pattern", "filename", "expected"),
    [
        ("a.txt", "a.txt", True),
        ("a.txt", "old/a.txt", True),
        ("old", "reports/old/a.txt", True),
        ("ol", "reports/old/a.txt", False),
        ("*.txt", "reports/a.txt", True),
        ("reports/*.txt", "reports/old/a.txt", True),
        ("reports/*.md", "reports/old/a.txt", False),
        ("old/*", "reports/old/a.txt", False),
        ("*/old/*", "reports/old/a.txt", True),
        (f"{Path.cwd().as_posix()}/reports/*", "reports/a.txt", True),
        (f"{Path.cwd().as_posix()}/reports/*", "elsewhere/a.txt", False),
    ],
)
def test_matches(pattern: str, filename: str, *, expected: bool) -> None:
    assert matches(filename, pattern) is expected


def test_per_file_ignores_win_over_any_choice() -> None:
    settings = Settings(select=("wrong-figure",), per_file_ignores={"old": ("arithmetic",)})
    assert on(settings, "new/a.txt") == ["wrong_figure"]
    assert on(settings, "old/a.txt") == []


def test_a_preview_rule_must_be_chosen_by_its_id() -> None:
    chosen = enabled(NAMES, Settings(extend_select=("stray-space",)))
    assert [one.name for one in chosen if one.by_id] == ["stray_space"]


def test_equal_settings_are_equal_and_hash_alike() -> None:
    one, other = (Settings(severity={"blank-cell": Severity.INFO}) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Settings()


class Options(NamedTuple):
    limit: int = 3
    strict: bool = False
    unit: str = "万元"
    share: float = 0.5
    max_words: tuple[str, ...] = ()


def made(given: dict[str, object], options: type | None = Options) -> object:
    rule = Rule("long-text", "prose", Severity.INFO, str, lambda: iter(()), "-", options)
    return options_for(rule, Settings(rules={"long-text": given}))


def test_options() -> None:
    assert made({}) == Options()
    assert made({}, options=None) is None
    given: dict[str, object] = {"limit": 5, "strict": True, "share": 1, "max-words": ["a", "b"]}
    assert made(given) == Options(limit=5, strict=True, share=1.0, max_words=("a", "b"))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"limt": 5}, "unknown option `limt`; did you mean `limit`?"),
        ({"max_words": []}, "unknown option `max_words`; did you mean `max-words`?"),
        ({"limit": True}, "`limit` must be an integer, not True"),
        ({"limit": "5"}, "`limit` must be an integer, not '5'"),
        ({"strict": 1}, "`strict` must be true or false, not 1"),
        ({"share": True}, "`share` must be a number, not True"),
        ({"unit": 1}, "`unit` must be a string, not 1"),
        ({"max-words": "a"}, "`max-words` must be a list of strings, not 'a'"),
        ({"max-words": [1]}, "`max-words` must be a list of strings, not [1]"),
    ],
)
def test_wrong_options(given: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        made(given)
    assert str(caught.value) == message
    assert caught.value.key == (next(iter(given)),)


def test_options_of_a_rule_without_any() -> None:
    with pytest.raises(ConfigError, match="rule `long-text` has no options to set"):
        made({"limit": 1}, options=None)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("slect", "select"), ("failon", "fail-on"), ("max_size", "max-size"), ("x", None)],
)
def test_nearest(word: str, expected: str | None) -> None:
    assert nearest(word, ["select", "fail-on", "max-size", "ignore"]) == expected


def test_every_setting_has_a_reader() -> None:
    assert set(READERS) == set(Settings._fields)


def test_the_options_of_every_rule_can_be_set_in_a_file(tmp_path: Path) -> None:
    for rule in load_all():
        if rule.options is None:
            path = write(tmp_path, f"[rules.{rule.id}]\nlimit = 1", f"{rule.id}.toml")
            with pytest.raises(ConfigError, match="has no options to set") as caught:
                from_file(path)
            assert caught.value.place == f"{path}:1"
        else:
            defaults = rule.options()
            given = [
                f"{name.replace('_', '-')} = {_toml(value)}"
                for name, value in defaults._asdict().items()
            ]
            text = "\n".join((f"[rules.{rule.id}]", *given))
            settings = resolve(from_file(write(tmp_path, text, f"{rule.id}.toml"))).settings
            assert options_for(rule, settings) == defaults
            assert len(settings.rules[rule.id]) == len(given)


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)  # the same for what options may be


def write(folder: Path, text: str, name: str = "disclosure-lint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_every_setting_is_read_from_a_file(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
select = ["arithmetic"]
extend-select = ["missing-row"]
ignore = ["wrong-figure"]
edition = "2021"
today = 2026-01-31
archived = true
max-size = "2MB"
exclude = ["old", "drafts/*.txt"]
force-exclude = true
fail-on = "error"
output-format = "concise"
baseline = "known.json"
lang = "en"
[per-file-ignores]
"archive/*" = ["section"]
[severity]
missing-row = "info"
""",
    )
    assert resolve(from_file(path)).settings == Settings(
        select=("arithmetic",),
        extend_select=("missing-row",),
        ignore=("wrong-figure",),
        per_file_ignores={f"{tmp_path.as_posix()}/archive/*": ("section",)},
        severity={"missing-row": Severity.INFO},
        edition="2021",
        today=date(2026, 1, 31),
        archived=True,
        max_size=2_000_000,
        exclude=("old", f"{tmp_path.as_posix()}/drafts/*.txt"),
        force_exclude=True,
        fail_on=Severity.ERROR,
        output_format="concise",
        baseline=str(tmp_path / "known.json"),
        lang="en",
    )


@pytest.mark.parametrize(
    ("text", "row", "message"),
    [
        ('\nslect = ["ALL"]', 2, "unknown setting `slect`; did you mean `select`?"),
        ("select = 'ALL'", 1, "`select` must be a list of rule names, not 'ALL'"),
        (
            'select = [\n  "arithmetic",\n  "wrong-figre",\n]',
            3,
            "unknown rule or group `wrong-figre`; did you mean `wrong-figure`?",
        ),
        ("\n\nfail-on = 'grave'", 3, "unknown value `grave`; known are error, info, warning"),
        ("archived = 1", 1, "`archived` must be true or false, not 1"),
        (
            "max-size = 0",
            1,
            "`max-size` must be a number of bytes or such as 20MB, not 0",
        ),
        ("today = 'now'", 1, "`today` must be a date such as 2026-01-31, not 'now'"),
        ("edition = '2022'", 1, "unknown value `2022`; did you mean `2021`?"),
        ("extend = 3", 1, "`extend` must be a string, not 3"),
        (
            "lang = 'en'\nextend = './disclosure-lin.toml'",
            2,
            "no such file or folder: ./disclosure-lin.toml; did you mean `disclosure-lint.toml`?",
        ),
        ("lang = 'fr'", 1, "unknown value `fr`; known are en, zh"),
        (
            "[severity]\nmissing-ro = 'info'",
            2,
            "unknown rule `missing-ro`; did you mean `missing-row`?",
        ),
        (
            "[severity]\nmissing-row = 3",
            2,
            "`missing-row` must be error, warning or info, not 3",
        ),
        (
            "[per-file-ignores]\n'a/*' = ['section']\n'b/*' = ['sectoin']",
            3,
            "unknown rule or group `sectoin`; did you mean `section`?",
        ),
        ("[rules.missing-ro]\nx = 1", 1, "unknown rule `missing-ro`; did you mean `missing-row`?"),
        ("rules = 3", 1, "`rules` must be a table, not 3"),
    ],
)
def test_a_wrong_setting_is_named_with_its_row(
    tmp_path: Path, text: str, row: int, message: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        from_file(path)
    assert str(caught.value) == f"{path}:{row}: {message}"


def test_a_wrong_setting_in_a_shared_file(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\nselect = 1\n\n[tool.disclosure-lint]\nselect = 1\n"
    path = write(tmp_path, text, "pyproject.toml")
    with pytest.raises(ConfigError) as caught:
        from_file(path)
    assert caught.value.place == f"{path}:6"
    assert caught.value.to("zh") == f"{path}:6: “select”应为规则名列表,现为 1"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"select = [", "not valid TOML"),
        ("lang = '中文'".encode("gb18030"), "must be UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_configuration(tmp_path: Path, data: bytes | None, message: str) -> None:
    path = tmp_path / "disclosure-lint.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ConfigError, match=message) as caught:
        from_file(path)
    assert caught.value.place == str(path)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "disclosure-lint.toml"
    path.write_bytes(b"\xef\xbb\xbflang = 'en'\n")
    assert resolve(from_file(path)).settings.lang == "en"


ROWS = """a = 1

[t]
b = 'a = 3'
[t.u]
c = 1
  dotted.d = 1
["quoted key"]
e = 2
[inline]
list = [
  "y",
  'z',
]
z = 'z'
"""


@pytest.mark.parametrize(
    ("key", "value", "row"),
    [
        (("a",), "", 1),
        (("t",), "", 3),
        (("t", "b"), "", 4),
        (("t", "u", "c"), "", 6),
        (("t", "u", "dotted", "d"), "", 7),
        (("quoted key", "e"), "", 9),
        (("inline", "list"), "z", 13),
        (("inline", "z"), "z", 15),
        (("inline", "absent"), "", 10),
        (("absent",), "", 1),
    ],
)
def test_row_of(key: tuple[str, ...], value: str, row: int) -> None:
    assert row_of(ROWS, key, value) == row


def test_the_closest_file_wins(tmp_path: Path) -> None:
    outer = write(tmp_path, "")
    inner = write(tmp_path / "a", "[tool.disclosure-lint]", "pyproject.toml")
    write(tmp_path / "a" / "b", "[project]\nname = 'disclosure-lint'", "pyproject.toml")
    assert find(tmp_path / "c") == outer
    assert find(tmp_path / "a" / "b") == inner
    hidden = write(tmp_path / "a", "", ".disclosure-lint.toml")
    find.cache_clear()
    assert find(tmp_path / "a" / "b") == hidden


def test_extend(tmp_path: Path) -> None:
    write(
        tmp_path,
        "lang = 'en'\nfail-on = 'info'\nignore = ['section']\n[severity]\nmissing-row = 'info'",
    )
    inner = write(
        tmp_path / "a",
        "extend = '../disclosure-lint.toml'\nfail-on = 'error'\nignore = ['table']\n"
        "[severity]\nwrong-figure = 'warning'",
    )
    settings, origins = resolve(from_file(inner))
    assert (settings.lang, settings.fail_on, settings.ignore) == (
        "en",
        Severity.ERROR,
        ("section", "table"),
    )
    assert settings.severity == {"missing-row": Severity.INFO, "wrong-figure": Severity.WARNING}
    outer = str(tmp_path / "disclosure-lint.toml")
    assert origins == {
        "lang": outer,
        "fail_on": str(inner),
        "ignore": f"{outer}, {inner}",
        "severity": f"{outer}, {inner}",
    }


def test_extend_in_a_circle(tmp_path: Path) -> None:
    path = write(tmp_path, "extend = 'other.toml'")
    write(tmp_path, "extend = 'disclosure-lint.toml'", "other.toml")
    with pytest.raises(ConfigError, match="`extend` leads back to this file"):
        from_file(path)


def test_a_later_select_starts_anew() -> None:
    below = Layer("file", {"ignore": ("wrong-figure",), "extend_select": ("section",)})
    resolved = resolve((below, Layer("command line", {"select": ("wrong-figure",)})))
    assert resolved.settings == Settings(select=("wrong-figure",))
    assert resolved.origins == {"select": "command line"}


def test_options_merge_rule_by_rule() -> None:
    first = Layer("a", {"rules": {"x": {"limit": 1, "unit": "元"}, "y": {"limit": 2}}})
    second = Layer("b", {"rules": {"x": {"limit": 3}}})
    merged = resolve((first, second)).settings.rules
    assert merged == {"x": {"limit": 3, "unit": "元"}, "y": {"limit": 2}}


def test_environment() -> None:
    layer = from_environment(
        {
            "HOME": "/",
            "DISCLOSURE_LINT_SELECT": "section, missing-row",
            "DISCLOSURE_LINT_ARCHIVED": "yes",
            "DISCLOSURE_LINT_FAIL_ON": "info",
            "DISCLOSURE_LINT_TODAY": "2026-02-01",
            "DISCLOSURE_LINT_SEVERITY": "missing-row=error",
            "DISCLOSURE_LINT_PER_FILE_IGNORES": "old:section,table;new:ALL",
        }
    )
    assert layer == Layer(
        "environment",
        {
            "select": ("section", "missing-row"),
            "archived": True,
            "fail_on": Severity.INFO,
            "today": date(2026, 2, 1),
            "severity": {"missing-row": Severity.ERROR},
            "per_file_ignores": {"old": ("section", "table"), "new": ("ALL",)},
        },
    )


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        (
            "DISCLOSURE_LINT_FAILON",
            "info",
            (
                "unknown environment variable `DISCLOSURE_LINT_FAILON`;"
                " did you mean `DISCLOSURE_LINT_FAIL_ON`?"
            ),
        ),
        (
            "DISCLOSURE_LINT_ARCHIVED",
            "perhaps",
            "`DISCLOSURE_LINT_ARCHIVED` must be true or false, not 'perhaps'",
        ),
        (
            "DISCLOSURE_LINT_IGNORE",
            "sectoin",
            "DISCLOSURE_LINT_IGNORE: unknown rule or group `sectoin`; did you mean `section`?",
        ),
    ],
)
def test_wrong_environment(variable: str, value: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        from_environment({variable: value})
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "size"), [("1", 1), ("512KB", 512_000), ("20 MB", 20_000_000), ("1g", 1_000_000_000)]
)
def test_sizes(text: str, size: int) -> None:
    layer = from_text("command line", {"max_size": text}, str)
    assert layer.values == {"max_size": size}


def test_rule_ids_are_file_names_with_hyphens() -> None:
    assert rule_ids()["wrong-figure"] == ("arithmetic", "wrong_figure")
