"""Damage by conversion: characters, punctuation, digits, and how fixes are graded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.diagnostic import Applicability, Edit
from disclosure_lint.source import Source, Span
from disclosure_lint.topics.characters import odd
from disclosure_lint.topics.extraction import lost_digits
from disclosure_lint.topics.punctuation import first_half_width, width_folded
from disclosure_lint.topics.rewriting import others, rewrite, without_lines


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("201711日至20171231日", ["201711日", "20171231日"]),
        ("函〔202130号", ["〔202130号"]),
        ("函202130号", ["202130号"]),
        ("20211月", ["20211月"]),
        ("202112月", ["202112月"]),
        ("结转32024年", ["32024年"]),
        ("2021年11日", ["2021年11日"]),
        ("2021年月3日", ["2021年月"]),
        ("2021年1月1日", []),
        ("2021年月均", []),
        ("2023年15日内", []),
        ("2023年365日", []),
        ("2023年30日", []),
        ("20220101", []),
        ("202310人", []),
        ("第202130号", []),
        ("002024年", []),
        ("2020-2021年", []),
        ("", []),
    ],
)
def test_lost_digits(text: str, lost: list[str]) -> None:
    assert [text[it.start : it.end] for it in lost_digits(text)] == lost


@given(st.text(alphabet="2019年月日号〔函0", max_size=30))
def test_lost_digits_lie_in_the_text_apart(text: str) -> None:
    spans = lost_digits(text)
    assert all(0 <= it.start < it.end <= len(text) for it in spans)


@pytest.mark.parametrize(
    "text", ["甲,乙,丙(一),丁(二),戊(三),己。", "甲,乙,丙(一),丁(二),戊(三),己，庚。"]
)
def test_width_folded(text: str) -> None:
    assert width_folded(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲,乙,丙(一),丁(二),戊(三),己",
        "甲,乙。",
        "甲,乙,丙(一),丁(二),戊(三),己，庚，辛。",
        "甲，乙（一）。",
    ],
)
def test_not_width_folded(text: str) -> None:
    assert not width_folded(text)


def test_first_half_width_prefers_a_comma() -> None:
    assert first_half_width("(一),") == Span(3, 4)
    assert first_half_width("(一)") == Span(0, 1)
    assert first_half_width("") == Span(0, 0)


def test_odd_characters() -> None:
    assert odd("一、总体情况\n\t\u3000“公开”—…·×(1)１") == {"１"}
    assert odd("a\u200b\ufffd\xa0開é\ue000\x0c") == {
        "\u200b", "\ufffd", "\xa0", "開", "é", "\ue000", "\x0c",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edit", "kind"),
    [
        ("共\u200b12件", Edit(Span(1, 2), ""), Applicability.SAFE),
        ("共1\u200b2件", Edit(Span(2, 3), ""), Applicability.UNSAFE),
        ("共12件", Edit(Span(1, 3), "13"), Applicability.UNSAFE),
        ("案件、按量", Edit(Span(0, 5), "按件、按量"), Applicability.SAFE),
        ("〔22〕8号", Edit(Span(0, 5), "〔2022〕8"), Applicability.UNSAFE),
    ],
)
def test_a_fix_that_touches_digits_is_unsafe(text: str, edit: Edit, kind: Applicability) -> None:
    assert rewrite(Source(text), [edit], "改", "fix").applicability == kind


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    for span, content in sorted(edits, reverse=True):
        text = text[: span.start] + content + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("a\nx\nb\n", ["x"], "a\nb\n"),
        ("a\nx", ["x"], "a"),
        ("a\r\nx", ["x"], "a"),
        ("a\r\nx\r\nb", ["x"], "a\r\nb"),
        ("x\ny\na", ["x", "y"], "a"),
        ("a\nx\ny", ["x", "y"], "a"),
        ("x", ["x"], ""),
        ("a\n  x  \nb", ["x"], "a\nb"),
        ("x\na\ny\n", ["y", "x"], "a\n"),
    ],
)
def test_without_lines(text: str, gone: list[str], left: str) -> None:
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in gone]
    assert applied(text, without_lines(text, spans)) == left


def test_others_are_few() -> None:
    spans = [Span(at, at + 1) for at in range(20)]
    assert [it.span for it in others(spans)] == spans[1:6]
    assert others(spans[:1]) == ()
