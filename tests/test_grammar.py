"""The line grammar: unambiguous, total, one token a line, and nothing of the text is lost."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import LexError

from disclosure_lint.lexer import tokens
from disclosure_lint.source import decode

GRAMMAR = (files("disclosure_lint.grammar") / "report.lark").read_text("utf-8")
FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").rglob("*.txt"))

# Whatever decides between kinds of lines, and characters that other tools take for line ends.
MARKS = "一二十、.．,，()（）0９1|｜│┃\t\n\r\f\x0b\u3000\xa0\ufeff #*\u2028\x85总体情况。"
LINES = st.text(alphabet=st.sampled_from(MARKS) | st.characters(), max_size=60)


@cache
def strict() -> Lark:
    return Lark(GRAMMAR, parser="lalr", lexer="basic", start="document", strict=True)


def kinds(text: str) -> list[str]:
    return [token.type for token in tokens(text)]


def test_the_grammar_has_no_conflict() -> None:
    assert {terminal.name for terminal in strict().terminals} == {
        "BLANK",
        "CLAUSE",
        "HEADING",
        "ITEM",
        "ROW",
        "TEXT",
    }


def test_the_strict_check_sees_terminals_that_collide() -> None:
    """Without priorities the terminals overlap; if this passed, the check above would check nothing."""
    level = re.sub(r"^([A-Z]+)\.\d", r"\1", GRAMMAR, flags=re.MULTILINE)
    assert level != GRAMMAR
    with pytest.raises(LexError, match="Collision"):
        Lark(level, parser="lalr", lexer="basic", start="document", strict=True)


def lines(text: str) -> list[str]:
    """The lines of a text with their line feeds, cut without the grammar."""
    *ended, last = text.split("\n")
    return [line + "\n" for line in ended] + ([last] if last else [])


@given(LINES)
def test_tokens_are_the_lines_of_any_text(text: str) -> None:
    """Total and tiling: joined they are the text, and no line takes two of them."""
    assert [token.value for token in tokens(text)] == lines(text)


@given(LINES)
def test_the_rule_takes_any_run_of_lines(text: str) -> None:
    """The product only lexes; here the LALR parser takes the same tokens."""
    tree = strict().parse(text)
    assert [(it.type, str(it)) for it in tree.children] == tokens(text)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_fixtures_are_tiled(path: Path) -> None:
    text = decode(path.read_bytes()).text
    found = tokens(text)
    assert "".join(it.value for it in found) == text
    written = sum(bool(line.strip()) for line in text.split("\n"))
    assert sum(token.type != "BLANK" for token in found) <= 1.1 * written
    assert [it.type for it in strict().parse(text).children] == kinds(text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        # A number opens a heading only with its mark.
        ("一、总体情况", "HEADING"),
        ("　　一、总体情况", "HEADING"),
        ("一 、总体情况", "HEADING"),
        ("一.总体情况", "HEADING"),
        ("一．总体情况", "HEADING"),
        ("一，总体情况", "HEADING"),
        ("十二、其他", "HEADING"),
        ("# 一、总体情况", "HEADING"),
        ("**一、总体情况**", "HEADING"),
        ("\ufeff一、总体情况", "HEADING"),
        ("一、", "HEADING"),
        ("一是加强领导", "TEXT"),
        ("一总体情况", "TEXT"),
        ("第一部分 总体情况", "TEXT"),
        ("见一、总体情况", "TEXT"),
        # It is a row, whatever it begins with, once there is a separator.
        ("一、本年新收政府信息公开申请数量 | 0 |", "ROW"),
        ("一、本年新收政府信息公开申请数量\t0", "ROW"),
        ("（三）不予公开 ｜ 1.属于国家秘密", "ROW"),
        ("1.属于国家秘密│0", "ROW"),
        ("2.重复申请┃0", "ROW"),
        ("|", "ROW"),
        ("\t", "ROW"),
        ("\t一、总体情况", "ROW"),
        ("|---|---|", "ROW"),
        # Clauses and items in both widths.
        ("（一）主动公开情况。", "CLAUSE"),
        ("(一)主动公开情况。", "CLAUSE"),
        ("(一）主动公开情况。", "CLAUSE"),
        ("（十一）其他", "CLAUSE"),
        ("（七）总计", "CLAUSE"),
        ("（一主动公开", "TEXT"),
        ("（略）", "TEXT"),
        ("（1）主动公开", "ITEM"),
        ("1.健全机制。", "ITEM"),
        ("1．健全机制。", "ITEM"),
        ("１、健全机制。", "ITEM"),
        ("1)健全机制。", "ITEM"),
        ("12.健全机制。", "ITEM"),
        ("123.健全机制。", "TEXT"),
        ("1健全机制", "TEXT"),
        ("2024年1月16日", "TEXT"),
        ("0", "TEXT"),
        ("0.5", "ITEM"),
        # A line end is a line feed; other blanks are text when no line feed ends them.
        ("\n", "BLANK"),
        ("\r\n", "BLANK"),
        (" 　\xa0\n", "BLANK"),
        ("\x0b\f\n", "BLANK"),
        ("  ", "TEXT"),
        ("\u2028\n", "TEXT"),
        ("\x85", "TEXT"),
        ("一、总体\u2028情况", "HEADING"),
    ],
)
def test_ambiguous_lines(line: str, kind: str) -> None:
    assert kinds(line) == [kind]
    if not line.endswith("\n"):
        for end in ("\n", "\r\n"):
            assert kinds(line + end) == ["BLANK" if not line.strip(" ") else kind]


def test_no_text_has_no_tokens() -> None:
    assert tokens("") == []
