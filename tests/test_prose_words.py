"""The dictionaries of the prose rules: no dead entry, none that says another's opposite, none too eager."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import pytest

from disclosure_lint.edition import load_editions
from disclosure_lint.rules import load
from disclosure_lint.words import words

NAMES = (
    "boilerplate",
    "breakdown",
    "counting",
    "doubled",
    "events",
    "placeholders",
    "stale_year",
    "truncation",
    "typos",
    "usage",
)

# Right words that hold the characters of slips, or that two words form where they meet.
SOUND = (
    "自己经办的事项,年末收到申请,开通迅速,系统记录完整,如实填写申请入驻材料,循环竟然如此,人群从四面赶来,坚持不泄密。",
    "电网占地补偿,决定秘密等级,建议修建没有台阶的通道,逐条列出清单,严重耍赖行为,引水渠到村口,周末发生火灾,从末端治理。",
    "公开公示制度,登录网站查阅,部署任务,贯彻落实,即使,安装,台账,账户,反馈,遵守,规范性文件,公信力,依申请公开工作。",
    "政府信息公开工作,其他信息,公众号,微博,新媒体,栏目,通讯员,座谈会,保密审查,涉密信息,法治政府,社会评议,责任追究。",
)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(key)
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def lists(value: object) -> Iterator[list[str]]:
    if isinstance(value, dict):
        for item in value.values():
            yield from lists(item)
    elif isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            yield value
        else:
            for item in value:
                yield from lists(item)


def form_words() -> str:
    """Every label and title of the forms, in one text."""
    forms = []
    for edition in load_editions():
        for section in edition.sections:
            forms += [section.title, *section.aliases]
            for table in section.tables:
                forms += [label for row in table.rows for label in (*row.label, *row.aliases)]
                forms += [label for column in table.columns for label in column.label]
    return "\n".join(forms)


def at_start(word: str, others: list[str]) -> bool:
    return any(word.startswith(other) for other in others)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_says_a_word_twice_and_no_word_is_empty_or_padded(name: str) -> None:
    for entries in lists(words(name)):
        assert len(set(entries)) == len(entries), entries
    padded = [it for it in strings(words(name)) if it != it.strip() and it.strip()]
    assert padded == []


def test_the_files_are_those_that_the_tests_know() -> None:
    present = {file.name for file in files("disclosure_lint.grammar.words").iterdir()}
    assert {f"{name}.toml" for name in NAMES} <= present


def test_a_slip_is_mended_by_something_else_that_is_no_slip() -> None:
    typos = words("typos")["typos"]
    for wrong, right in typos.items():
        assert wrong != right
        assert not [slip for slip in typos if slip in right], wrong


@pytest.mark.parametrize("text", [*SOUND, form_words()])
def test_no_slip_stands_in_sound_text(text: str) -> None:
    assert [wrong for wrong in words("typos")["typos"] if wrong in text] == []


def test_the_longer_of_two_slips_means_more() -> None:
    typos = words("typos")["typos"]
    for long, right in typos.items():
        for short in typos:
            if short != long and long.startswith(short):
                assert right.startswith(typos[short])


def test_events_stand_in_order_and_can_be_met() -> None:
    data = words("events")["events"]
    days = [event["date"] for event in data["event"]]
    assert days == sorted(days)
    assert all(date.fromisoformat(day).isoformat() == day for day in days)
    every = [word for event in data["event"] for word in event["words"]]
    assert len(set(every)) == len(every)
    assert [word for word in every if not any(probe in word for probe in data["probes"])] == []


def test_a_plenum_is_known_by_its_own_number_only() -> None:
    """`二十届二中、三中全会` is the third: the last number named tells when the words could be written."""
    for event in words("events")["events"]["event"]:
        for word in event["words"]:
            if word.endswith("中全会"):
                assert event["name"].endswith(word[-4:])


def test_no_whole_word_is_an_ending_and_each_shields_one() -> None:
    data = words("truncation")
    assert not set(data["whole"]) & {*data["endings"], *data["after_mark"]}
    idle = [it for it in data["whole"] if not it.endswith(tuple(data["endings"]))]
    assert idle == []


def test_doubled_words_and_their_exceptions() -> None:
    data = words("doubled")
    assert all(len(right) < len(wrong) for wrong, right in data["phrases"].items())
    idle = [it for it in data["words"] if not set(it) & set(data["single"])]
    assert idle == []
    assert all(len(it) == 2 for it in (*data["compounds"], *data["free"]["words"]))


def test_each_placeholder_is_found_by_its_probe() -> None:
    data = words("placeholders")
    for probe, phrases in data["phrases"].items():
        assert [phrase for phrase in phrases if probe not in phrase] == []
    idle = [it for it in data["not_counted"] if not at_start(it, data["counted"])]
    assert idle == []
    template = data["template"]
    closed = [*template["instructions"], *(f"{name})" for name in template["names"])]
    assert [it for it in closed if not any(probe in it for probe in template["probes"])] == []


def test_probes_find_every_word_of_internal_use() -> None:
    data = words("usage")["internal"]
    every = [*data["addressed"], *data["closing"], *data["milder"]]
    assert [it for it in every if not any(probe in it for probe in data["probes"])] == []


def test_no_generic_subject_is_the_organ_itself() -> None:
    data = words("boilerplate")
    assert not set(data["generic"]) & set(data["own"])


@pytest.mark.parametrize(
    ("group", "rule", "every"),
    [
        (
            "privacy",
            "secrecy_mark",
            [
                it
                for key in ("keys", "internal", "closed")
                for it in words("privacy")["secrecy"][key]
            ],
        ),
        (
            "reference",
            "wrong_fee_terms",
            [
                *(fee["wrong"] for fee in words("references")["fee"]),
                words("references")["fee_notice"]["title"],
            ],
        ),
        (
            "reference",
            "broken_fixed_phrase",
            [
                *(it for phrase in words("references")["phrase"] for it in phrase["anchors"]),
                *(slip["start"] for slip in words("references")["slip"]),
            ],
        ),
        ("prose", "wrong_until_word", [words("usage")["until"]["wrong"]]),
        (
            "prose",
            "wrong_self_reference",
            [words("usage")["self"][key] for key in ("addressed", "pronoun")],
        ),
    ],
)
def test_every_word_that_a_rule_looks_for_holds_a_cue(
    group: str, rule: str, every: list[str]
) -> None:
    cues = load(group, rule).cues
    assert [word for word in every if not any(cue in word for cue in cues)] == []


@pytest.mark.parametrize("after", ["2023年", "12月31日", " 2023年", "目前"])
def test_what_follows_until_is_a_time(after: str) -> None:
    assert re.match(words("usage")["until"]["date"], after)


@pytest.mark.parametrize("after", ["日期", "到2023年", "时间", "之后"])
def test_what_else_follows_until_is_none(after: str) -> None:
    assert not re.match(words("usage")["until"]["date"], after)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("新修订的《条例》", True),
        ("新《中华人民共和国政府信息公开条例》", True),
        ("新修订实施的《政府信息公开条例》", True),
        ("新修订的《行政复议法》", False),
        ("新《办法》", False),
    ],
)
def test_what_counts_as_newly_revised(text: str, *, new: bool) -> None:
    data = words("usage")["revised"]
    assert bool(re.match(data["phrase"], text)) is new
    assert not new or any(probe in text for probe in data["probes"])


def test_measure_words_nest() -> None:
    data = words("counting")
    assert set(data["only_counted"]) <= set(data["counted"]) <= set(data["measures"])
    longest_first = [len(word) for word in data["measures"]]
    assert longest_first == sorted(longest_first, reverse=True)


def test_lists_of_parts_are_open_or_closed() -> None:
    data = words("breakdown")
    assert set(data["strict"]) <= set(data["closed"])
    assert not set(data["open"]) & set(data["closed"])


def test_what_exempts_a_year_is_no_word_of_work() -> None:
    data = words("stale_year")
    exempt = [*data["exempt"]["words"], *data["exempt"]["behind"]]
    assert not set(exempt) & set(data["work"]["verbs"])
    assert not set(exempt) & set(data["work"]["bare"])
