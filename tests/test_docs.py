"""The pages of the rules are those of their docstrings, and show what the docstrings mean."""

from __future__ import annotations

import re
import runpy
from itertools import pairwise
from pathlib import Path

import pytest

from disclosure_lint import pages
from disclosure_lint.__main__ import main
from disclosure_lint.diagnostic import Applicability
from disclosure_lint.pages import Example, marked
from disclosure_lint.rules import load
from disclosure_lint.source import Span, display_width
from test_rules import RULES, docstring
from test_rules import examples as executed

DOCS = Path(__file__).parent.parent / "docs"
WRITTEN = runpy.run_path(str(DOCS / "generate.py"))["pages"]()


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_page_is_current(name: str) -> None:
    """If not: run `python docs/generate.py`."""
    assert (DOCS / "rules" / name).read_text("utf-8") == WRITTEN[name]


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert {path.name for path in (DOCS / "rules").iterdir()} == set(WRITTEN)
    assert len(WRITTEN) == len(RULES) + 1


def test_the_index_leads_to_every_page() -> None:
    links = re.findall(r"^\| \[([a-z-]+)\]\(\1\.md\) \|", WRITTEN["README.md"], re.MULTILINE)
    assert sorted(links) == sorted(
        name.removesuffix(".md") for name in WRITTEN if name != "README.md"
    )


@pytest.mark.parametrize("name", RULES)
def test_the_examples_shown_are_those_that_are_run(name: str) -> None:
    shown = pages.examples(docstring(name))
    assert [(it.kind, it.settings, it.text, it.faults) for it in shown] == [
        (it.kind, it.settings, it.text, it.spans) for it in executed(name)
    ]


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_a_page_shows_its_marks(name: str) -> None:
    text = WRITTEN[name]
    assert not re.search("[⟦⟧\u200b\ufeff]", text)
    assert text.count("```") % 2 == 0
    blocks = re.findall(r"^有问题[^\n]*:\n\n```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert [
        block for block in blocks if not re.search(r"^[ \u3000]*[\^＾]", block, re.MULTILINE)
    ] == []


@pytest.mark.parametrize(
    ("text", "fault", "lines"),
    [
        ("甲乙丙\n", (1, 2), ["甲乙丙", "\u3000＾"]),
        ("a,乙\n", (1, 3), ["a,乙", " ^＾"]),
        ("甲\n乙\n", (2, 3), ["甲", "乙", "＾"]),
        ("甲\n乙\n", (0, 3), ["甲", "＾", "乙", "＾"]),
        ("甲 | | 乙\n", (3, 3), ["甲 | | 乙", "\u3000  ^"]),
        ("甲\n", (1, 1), ["甲", "\u3000^"]),
        ("甲\u200b乙\n", (1, 2), ["甲\\u200b乙", "\u3000^^^^^^"]),
        ("甲\u200b乙\n", (2, 3), ["甲\\u200b乙", "\u3000      ＾"]),
    ],
)
def test_carets(text: str, fault: tuple[int, int], lines: list[str]) -> None:
    assert list(marked(Example("bad", {}, text, (Span(*fault),)))) == lines


@pytest.mark.parametrize("name", RULES)
def test_carets_stand_under_what_they_mark(name: str) -> None:
    for example in pages.examples(docstring(name)):
        lines = list(marked(example))
        for line, below in pairwise(lines):
            if re.fullmatch(r"[ \u3000^＾]+", below):
                assert display_width(below) <= display_width(line) + 1


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("arithmetic.wrong_figure", (Applicability.SUGGESTION,)),
        ("prose.stray_space", (Applicability.SAFE, Applicability.UNSAFE)),
        ("table.missing_row", ()),
    ],
)
def test_fixes_are_those_of_the_examples(name: str, kinds: tuple[Applicability, ...]) -> None:
    assert pages.fixes(load(*name.split("."))) == kinds


def test_explain_speaks_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "stray-space", "stale-newly-revised", "--lang", "en"])
    english = capsys.readouterr().out
    assert english.startswith(
        "stray-space  (prose · info)\n\nStray spaces between figures and words.\n数字与汉字之间有多余空格。\n"
    )
    assert "\nFaulty:\n\n    2024 年全年" in english
    assert "2019 (2019–2020): off" in english
    main(["explain", "stray-space", "overlong-overview"])
    chinese = capsys.readouterr().out
    assert chinese.startswith(
        "stray-space  (prose · info)\n\n数字与汉字之间有多余空格。\nStray spaces between figures and words.\n"
    )
    assert "`limit` (int, 默认 `0`)" in chinese
