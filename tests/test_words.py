"""The dictionaries of the rules about input, references and privacy: no doubles, nothing that is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import regex

from disclosure_lint.config import Settings
from disclosure_lint.edition import load_editions
from disclosure_lint.engine import diagnose, read
from disclosure_lint.landmarks import landmarks
from disclosure_lint.source import Source
from disclosure_lint.text import fold
from disclosure_lint.topics.citations import numbers
from disclosure_lint.topics.phrases import damaged_phrases
from disclosure_lint.words import words

NAMES = ("characters", "names", "page", "privacy", "references")
REFERENCES = words("references")
SORTED = {
    "page.tags",
    "names.mail",
    "privacy.provinces",
    "references.slip.wrong",
}

# What reports say rightly, near to what they say wrongly.
SOUND = [
    "坚持以公开为常态、不公开为例外",
    "公开是常态,不公开是例外",
    "“公开为常态、以不公开为例外”",
    "公开为原则、不予公开为例外",
    "主动公开是常态、不主动公开是例外",
    "把公开作为常态,不公开作为例外",
    "常态化开展自查,无一例外",
    "政务公开工作常态化、长效化,公开为民",
    "习近平新时代中国特色社会主义思想",
    "习近平新时代中国特色社会主义经济思想",
    "习近平法治思想",
    "应公开尽公开",
    "应公开、尽公开",
    "应公开必公开",
    "应公开未公开",
    "应公开的全部公开",
    "能公开尽公开",
    "三审三校",
    "三审三核",
    "三审制",
    "谁公开谁审查、谁审查谁负责",
    "谁公开谁负责",
    "按件、按量计收信息处理费",
    "重大案件、按量化标准考核",
    "政府信息公开信息处理费",
    "结转下年度继续办理",
    "流转结果、移转结案",
]
DAMAGED = [
    ("公开是常态,公开是例外", "公开是常态,公开是例外"),
    ("公开为常态、公开为例外", "公开为常态、公开为例外"),
    ("坚持不公开为常态、公开为例外", "不公开为常态、公开为例外"),
    ("公开是常态, 不公开是列外", "公开是常态, 不公开是列外"),
    ("公开为常态、不公为例外", "公开为常态、不公为例外"),
    ("习近平新时代中国特社会主义思想", "习近平新时代中国特社会主义"),
    ("习近平新时代特色社会主义思想", "习近平新时代特色社会主义"),
    ("做到应公开近公开", "应公开近公开"),
    ("三审三较制度", "三审三较"),
]


def lists(data: object, path: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a dictionary with its path, numbers of entries left out."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from lists(value, f"{path}.{key}")
    elif isinstance(data, list) and all(isinstance(item, str) for item in data):
        yield path, data
    elif isinstance(data, list):
        for item in data:
            yield from lists(item, path)


LISTS = [found for name in NAMES for found in lists(words(name), name)]


def printed_by_forms() -> set[str]:
    """Every title and label of the forms."""
    found = set()
    for edition in load_editions():
        for section in edition.sections:
            found |= {section.title, *section.aliases}
        for table in edition.tables:
            for row in table.rows:
                found |= {*row.label, *row.aliases}
            for column in table.columns:
                found |= {*column.label, *column.aliases}
    return found


def found_by(rule: str, text: str, **options: object) -> list[str]:
    settings = Settings(select=(rule,), rules={rule: options} if options else {})
    source = Source(text)
    return [source.slice(it.span) for it in diagnose(read(source, settings), settings)]


@pytest.mark.parametrize(("path", "entries"), LISTS, ids=[path for path, _ in LISTS])
def test_lists_hold_nothing_twice(path: str, entries: list[str]) -> None:
    assert len(set(entries)) == len(entries)
    assert all(entries), path
    if path in SORTED:
        assert entries == sorted(entries)


def test_sorted_lists_exist() -> None:
    assert {path for path, _ in LISTS} >= SORTED


def test_surnames_are_single_and_differ() -> None:
    surnames = words("names")["surnames"]
    assert len(set(surnames)) == len(surnames)
    useless = [word for word in words("names")["not_names"] if word[0] not in surnames]
    assert not useless


def test_scripts() -> None:
    """No traditional character is one of everyday simplified text, every simplified one is."""
    pairs = words("characters")["scripts"]["pairs"].split()
    assert [pair for pair in pairs if len(pair) != 2] == []
    assert len({pair[0] for pair in pairs}) == len(pairs)
    for traditional, simplified in pairs:
        simplified.encode("gb2312")
        with pytest.raises(UnicodeEncodeError):
            traditional.encode("gb2312")


def test_mojibake_and_scripts_are_not_in_the_forms() -> None:
    printed = "".join(printed_by_forms())
    assert not [word for word in words("characters")["mojibake"] if word in printed]
    traditional = {pair[0] for pair in words("characters")["scripts"]["pairs"].split()}
    assert traditional.isdisjoint(printed)


def test_page_furniture_is_no_text_of_a_form() -> None:
    page = words("page")
    legal = {fold(text) for text in printed_by_forms()} | landmarks().titles | landmarks().labels
    assert legal.isdisjoint(map(fold, page["lines"]))
    starts = tuple(map(fold, [*page["openings"], *page["closings"]]))
    assert not [text for text in legal if text.startswith(starts)]


def test_notices_are_whole() -> None:
    known = {notice["number"]: notice for notice in REFERENCES["notice"]}
    for number, notice in known.items():
        (parsed,) = numbers(number)
        assert parsed.right == number
        plain = re.sub(r"[〈〉《》]", "", fold(notice["title"]))
        assert fold(re.sub(r"[〈〉]", "", notice["title"])).endswith(notice["core"])
        assert plain.startswith("国务院办公厅")
        if "successor" in notice:
            assert known[notice["successor"]]["from"] == notice["to"] + 1


def test_years_of_the_law_follow_each_other() -> None:
    for law in REFERENCES["law"]:
        for parts in (law["numbers"], law["report_articles"]):
            assert [it["to"] + 1 for it in parts[:-1]] == [it["from"] for it in parts[1:]]
            assert "to" not in parts[-1]


def test_law_captions_are_those_of_the_forms() -> None:
    for law in REFERENCES["law"]:
        captions = {
            caption
            for edition in load_editions()
            for table in edition.tables
            for block in table.blocks
            if (caption := block.caption)
        }
        allowed = {f"{law['caption_article']}第({item})项" for item in law["caption_items"]}
        assert {fold(caption) for caption in captions} <= {fold(caption) for caption in allowed}


def test_wrong_words_are_not_in_right_ones() -> None:
    right = [notice["title"] for notice in REFERENCES["notice"]]
    right += [law["title"] for law in REFERENCES["law"]] + SOUND
    right += [it["right"] for key in ("fee", "slip", "term") for it in REFERENCES[key]]
    right += printed_by_forms()
    wrong = [it["wrong"] for it in REFERENCES["fee"]]
    wrong += [entry for slip in REFERENCES["slip"] for entry in slip["wrong"]]
    allowed = {("案件、按量", "重大案件、按量化标准考核")}  # told apart by what follows
    assert [(w, r) for w in wrong for r in right if w in r and (w, r) not in allowed] == []


def test_slips_begin_alike() -> None:
    for slip in REFERENCES["slip"]:
        assert all(wrong.startswith(slip["start"]) for wrong in slip["wrong"])
        assert slip["right"] not in slip["wrong"]


def test_phrases_are_patterns_of_their_right_form() -> None:
    for phrase in REFERENCES["phrase"]:
        squeezed = re.sub(r"[、,]", "", phrase["right"])
        assert re.search(phrase["whole"], squeezed)
        assert any(anchor in phrase["right"] for anchor in phrase["anchors"])
        regex.compile(phrase["near"])


@pytest.mark.parametrize("text", SOUND)
def test_sound_phrases(text: str) -> None:
    assert damaged_phrases(text) == []
    around = f"云溪镇2023年年报:{text}。"
    assert damaged_phrases(around) == []
    for rule in ("wrong-fee-terms", "nonstandard-term", "wrong-law-title"):
        assert found_by(rule, f"一、总体情况\n{around}\n") == []


@pytest.mark.parametrize(("text", "printed"), DAMAGED)
def test_damaged_phrases(text: str, printed: str) -> None:
    around = f"一、总体情况\n云溪镇{text}。"
    assert [around[it.span.start : it.span.end] for it in damaged_phrases(around)] == [printed]


def test_a_term_of_prose_is_reported_on_request() -> None:
    text = "一、总体情况\n全年收到依申请公开4件,加强政务信息公开。\n"
    assert found_by("nonstandard-term", text) == []
    asked = found_by("nonstandard-term", text, **{"in-prose": True})
    assert sorted(asked) == ["依申请公开", "政务信息公开"]


def test_codes_and_slips_differ() -> None:
    data = REFERENCES["document_number"]
    assert set(data["slips"]).isdisjoint(data["codes"])
    assert all(right in data["codes"] for right in data["slips"].values())


def test_the_longest_known_code_is_found_first() -> None:
    known = REFERENCES["document_number"]["known"]
    for at, code in enumerate(known):
        assert not [later for later in known[at + 1 :] if later.endswith(code)]
