"""The running text of a report, and what is read off it: doubled words, marks, broken sentences, dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint.config import Settings
from disclosure_lint.engine import diagnose, read
from disclosure_lint.source import Source
from disclosure_lint.topics.breakdowns import adds_up, breakdowns
from disclosure_lint.topics.date_faults import date_faults
from disclosure_lint.topics.doubling import doubled
from disclosure_lint.topics.item_marks import item_marks
from disclosure_lint.topics.marks import faulty_marks
from disclosure_lint.topics.sentences import RunningText, running_text
from disclosure_lint.topics.shares import Fit, wrong_shares
from disclosure_lint.topics.truncation import dangling

FIXTURES = Path(__file__).parent.parent / "fixtures" / "reports"


def running(text: str) -> RunningText:
    return running_text(read(Source(f"一、总体情况\n{text}\n")))


def test_running_text_leads_back_to_the_source() -> None:
    report = read(Source((FIXTURES / "water-bureau-2024.txt").read_text("utf-8")))
    text = running_text(report)
    assert "行政规范性文件 |" not in text.text
    for at in range(len(text.text)):
        if text.text[at] != "\n":
            assert report.source.slice(text.span(at, at + 1)) == text.text[at]
    for number, paragraph in enumerate(report.prose):
        start = text.starts[number]
        assert text.span(start, start + len(paragraph.text)) == paragraph.span
        assert text.paragraph(start) is paragraph


def test_running_text_is_made_once_a_report() -> None:
    report, other = read(Source("一、总体情况\n甲。\n")), read(Source("一、总体情况\n甲。\n"))
    assert running_text(report) is running_text(report)
    assert running_text(other).paragraphs is other.prose


def test_sentences_end_at_marks_and_lines() -> None:
    text = running("甲乙。丙丁!戊\n己庚;辛")
    found = {text.around(at) for at in range(len(text.text))}
    assert found == {"甲乙。", "丙丁!", "戊\n", "己庚;辛"}


@given(st.text("甲乙丙丁0a\n𠮷", max_size=30), st.integers(1, 4))
def test_doubled_words_are_those_that_a_plain_search_finds(text: str, length: int) -> None:
    plain = text.replace("𠮷", "?")
    expected, end = [], 0
    for at in range(len(plain)):
        piece = plain[at : at + length]
        same = len(piece) == length and plain.startswith(piece, at + length)
        if at >= end and same and all("\u4e00" <= char <= "\u9fff" for char in piece):
            expected.append(at)
            end = at + length
    assert doubled(text)[length] == expected


@pytest.mark.parametrize(
    ("text", "loose", "turned"),
    [
        ("“甲”‘乙’（丙）(丁)《戊〈己〉》【庚】〔辛〕", "", ""),
        ("“甲‘乙’丙”，《〈甲〉乙》", "", ""),
        ("甲”乙", "”", ""),
        ("甲“乙", "“", ""),
        ("（甲乙", "（", ""),
        ("甲(乙）", "", ""),
        ("1)甲;2）乙，a)丙", "", ""),
        ("甲)乙", ")", ""),
        ("It’s", "", ""),
        ("”甲“乙", "", "”“"),
        ("“甲“乙", "", "““"),
        ("”甲”乙", "", "””"),
        ("甲”乙，丙”丁", "””", ""),
        ('甲"乙"丙', "", ""),
        ('甲"乙"丙"丁', '"', ""),
        ('甲“乙"丙', "“", ""),
        ("“甲\n乙”", "", ""),
        ("(甲\n乙\n丙)", "", ""),
        ("(甲\n乙\n丙\n丁\n戊)", "()", ""),
    ],
)
def test_marks_without_a_partner(text: str, loose: str, turned: str) -> None:
    found = faulty_marks(running(text))
    assert "".join(mark.mark for mark in found.loose) == loose
    assert "".join(a.mark + b.mark for a, b in found.turned) == turned


@pytest.mark.parametrize(
    ("sentence", "closed", "word"),
    [
        ("切实回应关切的问题以", True, "以"),
        ("登记、审核、", True, "、"),
        ("公开内容包括政策文件，", True, "，"),
        ("主要为", True, "主要为"),
        ("施行后的", True, ""),
        ("施行后的", False, "的"),
        ("鼓励公众参与", True, ""),
        ("当面申请也可以", True, ""),
        ("会议审议通过", True, ""),
        ("同时，通过", True, "通过"),
        ("有所作为", True, ""),
        ("", True, ""),
    ],
)
def test_words_that_a_sentence_breaks_off_with(sentence: str, word: str, *, closed: bool) -> None:
    assert dangling(sentence, closed=closed) == word


@pytest.mark.parametrize(
    ("text", "faulty"),
    [
        ("2023年1月1日至12月31日", []),
        ("2023年1月1日至12月31止", ["12月31"]),
        ("1月1至12月31日", ["1月1"]),
        ("1月5至8日、3月5、6日", []),
        ("2023年2月29日", ["2023年2月29日"]),
        ("2024年2月29日、2月29日", []),
        ("13月1日", ["13月1日"]),
        ("0年0月0日", []),
        ("23年9月", ["23年9月"]),
        ("15年3月", []),
        ("202年12月", ["202年12月"]),
        ("2023.10月8日", ["2023.10月8日"]),
        ("2023.10.8", []),
        ("2023年15日", ["2023年15日"]),
        ("2023年15日内", []),
        ("12023年13月", []),
        ("月", []),
    ],
)
def test_dates_that_are_none(text: str, faulty: list[str]) -> None:
    assert [text[it.start : it.end] for it in date_faults(text, 2023)] == faulty


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("一是甲;二是乙。三是丙。", [";。"]),
        ("一是甲。二是乙。一是丙;二是丁。", ["。", ";"]),
        ("一是甲:一是乙;二是丙。二是丁。", ["。", ";"]),
        ("一是甲,二是乙,三是丙。", [""]),
        ("一是甲;\n二是乙;\n  三是丙。", [";;"]),
        ("统一是好事。唯二是例外。", []),
    ],
)
def test_marks_between_the_items_of_a_series(text: str, marks: list[str]) -> None:
    found = running(text)
    assert ["".join(found.text[at] for at in it) for it in item_marks(found)] == marks


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        ("公开98条,其中新媒体66条,网站32条。", [66, 32], True),
        ("公开98条,其中:新媒体66条,网站32条;微信9条。", [66, 32], True),
        ("公开98条,包括网站(含转发5条)66条、微信32条。", [66, 32], True),
        ("公开98条,其中新媒体66条,网站32条,发布解读9条。", [66, 32], True),
        ("公开98条,其中网站66条,微信30条,比上年增加8条。", [66, 30], False),
        ("公开98条,包括网站66条,微信32条,其中视频8条。", [66, 32], True),
        ("共98条:甲类66条,乙类32条。", [66, 32], True),
        ("行政复议10件,其中维持6件,纠正1件,其他结果2件,另有1件尚未审结。", [6, 1, 2], True),
        ("行政复议10件,其中维持6件,纠正1件,其他结果2件,未审结1件。", [6, 1, 2], True),
        ("行政复议10件,其中维持6件,纠正1件,其他结果2件;还有1件中止。", [6, 1, 2], True),
        ("行政复议11件,其中维持6件,纠正1件,其他结果2件,另有1件尚未审结。", [6, 1, 2], False),
        ("行政复议10件,其中维持6件,纠正1件,其他结果2件。另有1件信访。", [6, 1, 2], False),
        ("公开208条,其中动态100条、公告46条,两类合计146条,解读62条。", [100, 46, 62], True),
        ("公开208条,其中动态100条、公告46条,小计146条。", [100, 46], False),
        ("公开208条,其中动态100条、公告46条,两类合计147条,解读62条。", [100, 46, 147, 62], False),
        ("公开268条,其中机构类12条、项目类86、预决算6条、其他类164条。", [12, 6, 164], True),
        ("公开268条,其中机构类12条、项目类85、预决算6条、其他类164条。", [12, 6, 164], False),
    ],
)
def test_parts_of_a_total(text: str, parts: list[int], *, whole: bool) -> None:
    (found,) = breakdowns(running(text))
    assert [part.number for part in found.parts] == parts
    assert adds_up(found) is whole


@pytest.mark.parametrize(
    "text",
    [
        "公开98余条,其中网站66条。",
        "公开98条,其中网站60余条,微信5条。",
        "公开98条,其中公告6篇。",
        "公开98条,同比增长5%。",
        "标准98条:网站6条。",
        "第98条,其中6条。",
        "收到投诉举报437件,办结402件,其中投诉260件、举报177件。",
        "公开300条,审核290条,其中网站200条、公告栏100条。",
        "公开136条,其中网站128条,微博41条(同一信息多渠道公开的按1条计)。",
        "公开100条,其中网站90条,微博60条,同一条信息在多个平台发布的只计一条。",
        "公开100条,其中网站90条,微博60条,各渠道有重复。",
    ],
)
def test_lists_that_are_not_compared(text: str) -> None:
    found = list(breakdowns(running(text)))
    assert [it for it in found if not adds_up(it) and it.sum >= it.total.number] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("共98件,其中甲42件,占42.86%;乙49件,占50%。", []),
        ("共98件,其中甲42件,占42.86%;乙49件,占50%;丙6件,占7.2%。", [("7.2", 98, Fit.WRONG)]),
        ("共154次,问题28次,占18.1%。", [("18.1", 154, Fit.TRUNCATED)]),
        ("共154次,问题28次,占18.3%。", [("18.3", 154, Fit.WRONG)]),
        ("共154次,问题28次,占全区的60%。", []),
        ("问题28次,占18%。", []),
        ("共0件,其中甲0件,占0%。", []),
        ("纠错9件,占复议总数9.09%,占已审结92件的9.78%。", []),
        ("共92件,其中纠错9件,占9.09%。", [("9.09", 92, Fit.WRONG)]),
        ("共239件,甲168件,占70.29%;乙61件,占25.52%;丙10件,占4.19%。", []),
        ("共239件,甲168件,占70.29%;乙61件,占25.52%;丙10件,占4.29%。", [("4.29", 239, Fit.WRONG)]),
        ("共239件,甲168件,占70.29%;乙61件,占25.52%;丙10件,占4.17%。", [("4.17", 239, Fit.WRONG)]),
    ],
)
def test_shares_of_a_total(text: str, wrong: list[tuple[str, int, Fit]]) -> None:
    found = wrong_shares(running(text))
    assert [(it.share.printed, it.total, it.fit) for it in found] == wrong


@pytest.mark.parametrize("name", ["water-bureau-2024.txt", "water-bureau-2024-draft.txt"])
def test_the_words_of_a_sound_report_are_blamed_for_nothing(name: str) -> None:
    settings = Settings(select=("prose",))
    report = read(Source((FIXTURES / name).read_text("utf-8")), settings)
    assert diagnose(report, settings) == ()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("全年公开信息、政策解读、。", ["truncated-sentence"]),
        ("全年在门户网站累计主动公开政府信息260余", ["missing-end-punctuation"]),
        ("坚持”三公“经费公开。", ["reversed-quotes"]),
        ("公开公开”三公经费。", ["doubled-words", "unpaired-marks"]),
        ("统计期限为201711日至20171231日。", []),
        ("我局未收到申请.", ["ascii-punctuation"]),
        ("公开信息××条,共公开条。", ["leftover-placeholder", "missing-number"]),
    ],
)
def test_one_fault_gets_one_finding(text: str, rules: list[str]) -> None:
    settings = Settings(select=("prose",))
    report = read(Source(f"一、总体情况\n{text}\n"), settings)
    assert sorted(it.rule for it in diagnose(report, settings)) == rules
