"""Titles and numbers of documents as they are printed, and what they are taken for."""

from __future__ import annotations

import pytest

from disclosure_lint.source import Span
from disclosure_lint.topics.citations import citations, numbers, orders, sentence, titles

FORMAT = "国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知"
OLD = "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知"
N30, N60 = "国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号"),
        ("根据国办公开办涵[2021]030号", "国办公开办函〔2021〕30号"),
        ("国办函 ( 2020 ) 第 109 号", "国办函〔2020〕109号"),
        ("青政办发【22】5号", "发〔2022〕5号"),
        ("云溪政发〔2022年〕7号", "发〔2022〕7号"),
    ],
)
def test_numbers(text: str, right: str) -> None:
    (number,) = numbers(text)
    assert number.right == right
    assert text[number.span.start] in "〔[(【"
    assert text[number.whole.start : number.whole.end].endswith("号")
    assert len(text[number.whole.start : number.span.start].strip()) == len(number.code)


@pytest.mark.parametrize(
    "text",
    [
        "(2022)沧01行初30号",
        "公告(2023)第5号",
        "云溪路(2023)30号",
        "国务院令第711号",
        "发文字号 | 号 |",
        "〔〕号",
        "〔2021〕30号",
        "30号文",
    ],
)
def test_no_numbers(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("《条例》", ["条例"]),
        ("《关于印发《办法》的通知》和《规定》", ["关于印发《办法》的通知", "规定"]),
        ("《缺后半", []),
        ("《跨\n行》", []),
        ("》先关后开《", []),
    ],
)
def test_titles(text: str, inner: list[str]) -> None:
    assert [text[it.span.start : it.span.end] for it in titles(text)] == inner


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"《{FORMAT}》({N30})", [(N30, N30)]),
        (f"《{FORMAT.replace('〈', '<').replace('〉', '>')}》({N30})", [(N30, N30)]),
        (f"《{OLD}》({N30})", [(N60, N30)]),
        (f"《{OLD}》、{N30}", [(N60, ""), ("", N30)]),
        (N60, [("", N60)]),
        (f"《中华人民共和国政府信息公开工作年度报告格式》({N30})", [("", N30)]),
        ("青岩县政府办公室《关于政府信息公开工作年度报告有关事项的通知》", []),
        ("国务院办公厅《关于政府信息公开工作年度报告有关事项的通知》", [(N60, "")]),
        ("《青岩县政府办公室关于政府信息公开工作年度报告有关事项的通知》", []),
        (f"《{OLD}》(青政办发〔2020〕6号)", [(N60, "")]),
    ],
)
def test_citations(text: str, found: list[tuple[str, str]]) -> None:
    assert [(it.titled, it.numbered) for it in citations(text)] == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国务院令第711号", 711),
        ("国令第 492 号", 492),
        ("国务院第492号令", 492),
        ("国务院令2019年第711号", 711),
    ],
)
def test_orders(text: str, number: int) -> None:
    (order,) = orders(f"依据({text})编制")
    assert order.number == number
    assert f"依据({text})"[order.figure.start : order.figure.end] == str(number)


def test_sentence_ends_at_a_stop_and_at_the_line() -> None:
    text = "一。二,三;四\n五"
    assert sentence(text, Span(2, 3)) == "二,三"
    assert sentence(text, Span(6, 7)) == "四"
    assert sentence(text, Span(8, 9)) == "五"
