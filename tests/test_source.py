"""Bytes to text, and offsets to rows and columns, for every offset of every kind of text."""

from __future__ import annotations

import codecs
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.source import (
    LineIndex,
    Position,
    Source,
    Span,
    decode,
    display_width,
    encode,
)

TEXT = "青岩县水务局2024年政府信息公开工作年度报告\n一、总体情况\n全年收到申请3件。\n"

TEXTS = {
    "empty": "",
    "one line": "总体情况",
    "lines": TEXT,
    "no line end at the end": TEXT.rstrip("\n"),
    "blank lines": "\n\n一\n\n",
    "crlf": TEXT.replace("\n", "\r\n"),
    "carriage returns alone": "一\r二\r三\n四",
    "line separator": "一\u2028二\u2029三\n四",
    "vertical tab, form feed, next line": "一\x0b二\x0c三\x85四\n五\x1c六\x1d七\x1e八",
    "byte-order mark": "\ufeff一\n二",
    "astral": "𠮷野𡈽\n镇𠮷\U0001f600|0\n",
    "combining": "e\u0301\u0301\n\u200b一",
    "nul": "\x00一\n\x00",
    "lone surrogate": "\ud800一\n\udfff二",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_offset_has_one_place(text: str) -> None:
    """Rows and columns counted one character after the other, and back again."""
    index = LineIndex(text)
    row = column = utf16 = 0
    before = ""
    for offset in range(len(text) + 1):
        assert index.position(offset) == Position(row + 1, column + 1)
        assert index.row(offset) == row + 1
        assert index.offset(Position(row + 1, column + 1)) == offset
        assert index.utf16_column(offset) == utf16
        assert index.utf8_column(offset) == len(before.encode("utf-8", "surrogatepass")) + 1
        if offset == len(text):
            break
        if text[offset] == "\n":
            row, column, utf16, before = row + 1, 0, 0, ""
        else:
            column += 1
            utf16 += 2 if ord(text[offset]) > 0xFFFF else 1
            before += text[offset]
    assert index.rows == row + 1


@given(st.text(alphabet=st.characters() | st.sampled_from("\n\r\u2028|一0"), max_size=60))
def test_rows_are_the_lines_between_line_feeds(text: str) -> None:
    index = LineIndex(text)
    lines = text.split("\n")
    assert index.rows == len(lines)
    for row, line in enumerate(lines, 1):
        # One carriage return before the line feed belongs to the line end; so does one at the end of all.
        assert text[slice(*index.line(row))] == line.removesuffix("\r")
    for offset in range(len(text) + 1):
        assert index.offset(index.position(offset)) == offset


def test_rows_of_a_piece_are_those_of_its_file() -> None:
    text = "一\n二\r\n三"
    whole, piece = LineIndex("前言\n\n" + text), Source(text, first_row=3).lines
    for offset in range(len(text) + 1):
        assert piece.position(offset) == whole.position(offset + 4)
        assert piece.offset(piece.position(offset)) == offset
        assert piece.utf8_column(offset) == whole.utf8_column(offset + 4)
    for row in (3, 4, 5):
        assert text[slice(*piece.line(row))] == "一二三"[row - 3]
    for row in (2, 6):
        with pytest.raises(IndexError):
            piece.offset(Position(row, 1))


@pytest.mark.parametrize("row", [0, -1, 3])
def test_a_row_outside_the_text_is_no_place(row: int) -> None:
    with pytest.raises(IndexError):
        LineIndex("一\n二").offset(Position(row, 1))


class Counting(str):
    """A text that counts the characters taken out of it."""

    __slots__ = ("taken",)
    taken: int

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        piece = super().__getitem__(key)
        self.taken += len(piece)
        return piece


@pytest.mark.parametrize("column", ["utf8_column", "utf16_column"])
def test_columns_on_one_long_line_take_one_pass(column: str) -> None:
    text = Counting("公𠮷a" * 1000)
    text.taken = 0
    count = getattr(LineIndex(text), column)
    fresh = [getattr(LineIndex(str(text)), column)(at) for at in range(0, len(text), 3)]
    assert [count(at) for at in range(0, len(text), 3)] == fresh
    assert text.taken <= len(text)


@pytest.mark.parametrize(
    ("text", "offset", "utf16", "utf8"),
    [
        ("a一", 2, 2, 5),
        ("𠮷a", 1, 2, 5),
        ("𠮷𠮷a", 3, 5, 10),
        ("\n𠮷a", 2, 2, 5),
        ("é", 1, 1, 3),
    ],
)
def test_columns_in_other_units(text: str, offset: int, utf16: int, utf8: int) -> None:
    index = LineIndex(text)
    assert index.utf16_column(offset) == utf16
    assert index.utf8_column(offset) == utf8


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc | 0", 7),
        ("总计", 4),
        ("（一）", 6),
        ("ｱ", 1),
        ("０", 2),
        ("e\u0301", 1),
        ("一\u200b二\ufeff", 4),
        ("𠮷", 2),
        ("\u3000", 2),
        ("\u20dd", 0),
    ],
)
def test_terminal_width(text: str, width: int) -> None:
    assert display_width(text) == width


def test_ambiguous_width_is_a_choice() -> None:
    assert display_width("“三”") == 4
    assert display_width("“三”", ambiguous=2) == 6


TRADITIONAL = "臺中市政府資訊公開工作年度報告\n一、總體情況\n收到申請3件\n"


ENCODED = {
    "empty": (b"", "", "utf-8", b""),
    "ascii": (b"abc\r\n", "abc\r\n", "utf-8", b""),
    "utf-8": (TEXT.encode(), TEXT, "utf-8", b""),
    "utf-8 with mark": (codecs.BOM_UTF8 + TEXT.encode(), TEXT, "utf-8", codecs.BOM_UTF8),
    "mark alone": (codecs.BOM_UTF8, "", "utf-8", codecs.BOM_UTF8),
    "separators": ("一\u2028二\x0b三".encode(), "一\u2028二\x0b三", "utf-8", b""),
    "nul": (b"\x00\x01ab", "\x00\x01ab", "utf-8", b""),
    "gb18030": (TEXT.encode("gb18030"), TEXT, "gb18030", b""),
    "gb18030, four bytes": ("𠮷镇公开情况".encode("gb18030"), "𠮷镇公开情况", "gb18030", b""),
    "big5": (TRADITIONAL.encode("big5"), TRADITIONAL, "big5", b""),
    "utf-16-le": (TEXT.encode("utf-16-le"), TEXT, "utf-16-le", b""),
    "utf-16-be": (TEXT.encode("utf-16-be"), TEXT, "utf-16-be", b""),
    "utf-16-le with mark": (
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        TEXT,
        "utf-16-le",
        codecs.BOM_UTF16_LE,
    ),
    "utf-16-be with mark": (
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT,
        "utf-16-be",
        codecs.BOM_UTF16_BE,
    ),
}


@pytest.mark.parametrize(("data", "text", "encoding", "bom"), ENCODED.values(), ids=ENCODED)
def test_decoding(data: bytes, text: str, encoding: str, bom: bytes) -> None:
    source = decode(data, "a.txt")
    assert source == Source(text, "a.txt", encoding, bom)
    assert encode(source, source.text) == data
    more = encode(source, source.text + "乙\r\n")
    assert more == data + "乙\r\n".encode(encoding)
    assert decode(more).text == text + "乙\r\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        TEXT.encode()[:40] + b"\xff\xfe" + TEXT.encode()[40:],
        TEXT.encode()[:-1] + b"\xe4",
        codecs.BOM_UTF8 + b"\xff\xff",
        codecs.BOM_UTF16_LE + b"\x00",
        codecs.BOM_UTF16_BE + b"\xd8\x00\x00\x41",
    ],
)
def test_what_fits_no_encoding_is_lossy_and_never_written_back(data: bytes) -> None:
    source = decode(data)
    assert source.lossy
    assert "\ufffd" in source.text
    with pytest.raises(ValueError, match="cannot be written back"):
        encode(source, source.text)


@given(st.binary(max_size=80))
def test_any_bytes_decode_and_go_back(data: bytes) -> None:
    source = decode(data)
    if not source.lossy:
        assert encode(source, source.text) == data


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_utf8_is_taken_for_what_it_is(text: str) -> None:
    """A text without NUL is UTF-8 whenever it can be; a byte-order mark is no part of it."""
    data = text.encode()
    source = decode(data)
    if "\x00" not in text and not data.startswith(codecs.BOM_UTF8):
        assert source == Source(text)


def test_slice_and_lines() -> None:
    source = Source(TEXT)
    assert source.slice(Span(0, 6)) == "青岩县水务局"
    assert source.slice(source.lines.line(2)) == "一、总体情况"
    first = source.lines
    assert source.lines is first
