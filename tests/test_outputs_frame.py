"""Source frames: carets under the very text, whatever the characters and the width."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.outputs import Context
from disclosure_lint.source import Span
from outputs_cases import TEXT, cases, one, render, span


def test_mask_keeps_carets_in_place() -> None:
    text = "号000000199001010000止"
    shown = render("full", [one(text, (span("止", text=text), "甲"))], Context(mask=_stars))
    assert _marked(shown) == "止"
    assert "号" + "*" * 18 + "止" in shown


def _stars(text: str) -> str:
    return re.sub(r"\d{18}", "*" * 18, text)


@pytest.mark.parametrize("name", ["full", "html"])
def test_a_line_with_many_findings_is_prepared_once(name: str) -> None:
    masked: list[str] = []

    def mask(text: str) -> str:
        masked.append(text)
        return text

    found = [one("甲乙丙\n丁", *((Span(at, at + 1), "错") for at in (0, 1, 2, 4))) for _ in "12"]
    render(name, found, Context(mask=mask))
    assert masked == ["甲乙丙", "丁"] * 2


def cells(text: str, ambiguous: int = 1) -> int:
    """Terminal cells by code point ranges, written apart from the product's."""
    total = 0
    for char in text:
        code = ord(char)
        if 0x300 <= code <= 0x36F or 0xFE00 <= code <= 0xFE0F:
            continue
        wide = 0x2E80 <= code <= 0xA4CF or 0xFF01 <= code <= 0xFF60 or 0x20000 <= code <= 0x3FFFD
        total += 2 if wide else ambiguous if char in "“”‘’—…·\ufffd" else 1
    return total


def _frame(text: str) -> tuple[str, str]:
    """The source line and the caret line of the first frame, without the margin."""
    lines = text.split("\n")
    assert lines[1].endswith(" |")
    margin = len(lines[1]) + 1
    return lines[2][margin:], lines[3][margin:]


def _marked(text: str, ambiguous: int = 1) -> str:
    """The text right above the carets; fails when a caret stands under half a character."""
    line, carets = _frame(text)
    first, last = carets.index("^"), len(carets)
    assert set(carets[first:]) == {"^"}
    columns, at = [], 0
    for char in line + " " * len(carets):  # blanks at the end of a line are not printed
        wide = cells(char, ambiguous)
        columns.append(at if wide or not columns else columns[-1])
        at += wide
    assert {first, last} <= {*columns, at}
    return "".join(
        char
        for char, column in zip(line.ljust(len(columns)), columns, strict=True)
        if first <= column < last
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("祥路", "祥路"),
        ("𠮷", "𠮷"),
        ("ＡＢ", "ＡＢ"),
        ("e\u0301", "e\u0301"),
        ("\u0301站", "e\u0301站"),
        ("口的e", "口的e\u0301"),
        ("点“两微", "点“两微"),
        ("5", "5"),
        ("值", "值"),
        ("值\t", "值    "),
        ("云溪镇", "云溪镇"),
        ("告\r\n一、", "告"),
        ("转结下年度", "转结下年度"),
        ("无", "无"),
    ],
)
@pytest.mark.parametrize("width", [40, 61, 100])
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_carets_stand_under_the_text(words: str, shown: str, width: int, ambiguous: int) -> None:
    context = Context(width=width, ambiguous_width=ambiguous)
    text = render("full", [one(TEXT, (span(words), "甲"))], context)
    assert _marked(text, ambiguous) == shown
    assert all(cells(line, ambiguous) <= width for line in text.split("\n"))


_ODD = st.sampled_from("a国𠮷Ａ\u0301\u0301“\t\x1b\u200b |5")


@given(
    st.text(_ODD, max_size=20) | st.text(_ODD, min_size=50, max_size=90),
    st.integers(0, 90),
    st.integers(0, 90),
    st.integers(25, 60),
    st.sampled_from([1, 2]),
)
def test_any_line_any_span(text: str, start: int, length: int, width: int, ambiguous: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    context = Context(width=width, ambiguous_width=ambiguous)
    shown = render("full", [one(text, (Span(start, end), "甲"))], context)
    line, carets = _frame(shown)
    room = width - len("1 | ")
    assert cells(line, ambiguous) <= room
    while 0 < start < len(text) and text[start] == "\u0301":
        start -= 1
    while start < end < len(text) and text[end] == "\u0301":
        end += 1
    asked, every = _shown(text[start:end]), _shown(text)
    if cells(every, ambiguous) <= room:
        assert line == every.rstrip(" ")
        assert carets.index("^") == cells(_shown(text[:start]), ambiguous)
        assert carets.count("^") == (cells(asked, ambiguous) or 1)
    else:
        assert "…" in line
        assert line.strip("…") in every
        assert not line.startswith("…\u0301"), "a mark without its base"
        if cells(asked, ambiguous):
            marked = _marked(shown, ambiguous)
            assert asked.lstrip("\u0301").startswith(marked.lstrip("\u0301"))
            assert marked


def _shown(text: str) -> str:
    return text.replace("\t", "    ").replace("\x1b", "␛").replace("\u200b", "\ufffd")


@pytest.mark.parametrize("name", ["concise", "full", "grouped"])
def test_colors_only_when_asked(name: str) -> None:
    plain, colored = (render(name, cases(), Context(color=it)) for it in (False, True))
    assert "\x1b" not in plain
    assert "\x1b" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain
