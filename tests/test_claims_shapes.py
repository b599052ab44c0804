"""A sentence read by its shape says what reading it directly says, whatever its figures and years."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from disclosure_lint.claims.claim import Topic
from disclosure_lint.claims.order import OTHER
from disclosure_lint.claims.reading import read_sentence
from disclosure_lint.claims.scope import AREA, Author, Ours, may_name
from disclosure_lint.claims.shapes import _kept, claims_in, shape_of, without_repeats
from disclosure_lint.claims.words import words_of
from disclosure_lint.words import words

sys.path.insert(0, str(Path(__file__).parent.parent))
PHRASINGS: tuple[str, ...] = import_module("benchmarks.claims.reports").PHRASINGS
CASES = import_module("benchmarks.claims.cases").load()

AUTHORS = (
    Author("青岩县水务局", 2023),
    Author("临川区人民政府", 2024, whole=True),
    Author("青岩县云溪镇人民政府", 2022, whole=True),
    Author("", 2023),
    Author("", None),
)
TOPICS = (
    Topic(),
    Topic("application", linked=True),
    Topic("reconsideration", linked=True, scope=("section",)),
)
# What no phrasing has: digits that belong to what is before them, denials of one, other organs.
AWKWARD = (
    "截至12月31件，收到政府信息公开申请12件",
    "1月1日至12月31日收到申请5件，3月2件，4月3件",
    "未发生1起行政复议，未发生2起行政诉讼；没有1件申请",
    "收到政府信息公开申请1件，无1件被申请行政复议",
    "3.15件申请，3.2024年收到申请4件，5,2023年收到申请6件，1 204 件",
    "2023年、2024年分别收到政府信息公开申请10件、12件",
    "较2022年多收到申请3件，2025年拟办理申请2件",
    "收到申请5件、15件、5件，答复申请 7 件，答复申请8件",
    "拨打12345热线申请2件，拨打12345件，12345 件",
    "依据《青岩县2023年第3项办法》收到申请4项申请事项2项",
    "全区收到申请3件，我镇收到申请4件，县住建局收到申请5件，区政府收到申请6件",
    "2021—2023年共收到申请5件，2022年至2023年答复申请4件，2020年1月1日至2023年12月31日3件",
    "2023年1月1日至2023年12月31日，累计收到申请5件，近3年收到申请6件，3年来答复申请7件",
    "收到申请由2022年的3件增加至5件，答复申请从30增至37件，其中涉及政府信息公开的行政复议2件",
    "占20%,共收到申请19件，同比增长2.5%",
    "收到政府信息公开申请999999999999999999件，答复1000000000000000000件",
    "收到政府信息公开申请" + "、".join(f"第{n}类{n}件" for n in range(2, 90)),
)
FIGURES = (
    *("0", "1", "2", "7", "10", "12", "100", "2012", "2023", "12345", "01", "9" * 19),
    *("1,012", "1，204", "1 204", "3.5", "12．5", "０", "１２", "一", "两", "十二", "零", "3，12"),
)
YEARS = ("2020", "2021", "2022", "2023", "2024", "2025", "1999", "１9", "20２３")


class Asked(frozenset[str]):
    """What an author calls its own, asked for word by word instead of listed beforehand."""

    author: Author

    def __contains__(self, named: object) -> bool:
        assert isinstance(named, str)
        return (named.startswith(AREA) or may_name(named)) and self.author.owns(named)


def asked(author: Author) -> Ours:
    names = Asked()
    names.author = author
    return Ours(names, author.year or 0)


def sentences() -> Iterator[str]:
    for case in CASES:
        yield from re.split("[。!?！？\n]", case.sentence)
    for phrasing in PHRASINGS:
        named = re.sub(r"\{(?:year|last|next)\}", "2023", re.sub("^~.*~", "", phrasing))
        yield re.sub(r"\{\w+\}", "12", named).rstrip("。")
    yield from AWKWARD


def changed(sentence: str, rng: Random) -> str:
    """Other figures, years and marks; often equal figures, for these are told apart from others."""
    few = rng.sample(FIGURES, 3)
    years = rng.sample(YEARS, 2)
    if rng.random() < 0.5:
        sentence = sentence.translate(str.maketrans("，；：（）", ",;:()"))
    sentence = re.sub(r"20\d\d(?=年)", lambda it: rng.choice((it[0], *years)), sentence)
    return re.sub(
        r"[0-9]+(?!\s*年|[0-9])(?=[^年])", lambda it: rng.choice((it[0], "12", *few)), sentence
    )


@pytest.mark.parametrize("author", AUTHORS, ids=lambda it: f"{it.name}{it.year}")
def test_reading_by_shape_is_reading(author: Author) -> None:
    rng = Random(str(author))
    count = 0
    _kept.cache_clear()
    for sentence in sentences():
        for version in (sentence, *(changed(sentence, rng) for _ in range(3))):
            topic = rng.choice(TOPICS)
            direct, after = read_sentence(version, words_of(version), asked(author), topic)
            by_shape = claims_in(version, 0, author, topic)
            assert (list(by_shape[0]), by_shape[1]) == (list(without_repeats(direct)), after)
            count += len(direct)
    assert count > 2000
    assert _kept.cache_info().hits > 200


@pytest.mark.parametrize(
    ("sentence", "shape", "figures"),
    [
        ("收到申请12件，答复10件", "收到申请2件，答复2件", ["12", "10"]),
        ("收到申请0件、1件、01件", "收到申请0件、2件、01件", ["1"]),
        ("未收到申请1件，收到2件", "未收到申请1件，收到2件", ["2"]),
        ("申请1,012件、1，204件、3 456件", "申请1，012件、1，204件、3 456件", []),
        ("12件,345件，6 件 7件", "2件，2件，6 件 2件", ["12", "345", "7"]),
        ("申请(含上年2件);答复:2件", "申请（含上年2件）；答复：2件", ["2", "2"]),
        ("3.15件，12月31件，约3件", "3.15件，12月31件，约2件", ["3"]),
        ("一件、１２件、12余件、12345、20%", "一件、１２件、12余件、12345、20%", []),
        (f"{10**18}件{10**17}件", f"{10**18}件2件", [str(10**17)]),
        ("2023年、2022年、2024 年、2021年", "2001年、2000年、2002 年、1990年", []),
        ("1.2023年收到申请12件", "", []),
        ("12023年收到申请12件", "", []),
        ("收到申请12件" * 80, "", []),
    ],
)
def test_shapes(sentence: str, shape: str, figures: list[str]) -> None:
    found, put_out = shape_of(sentence, 2023)
    assert (found, list(put_out)) == (shape, figures)


def test_a_shape_is_its_own_shape() -> None:
    """The places of figures are taken from the shape alone."""
    rng = Random(7)
    for sentence in sentences():
        shape, figures = shape_of(changed(sentence, rng), 2023)
        again, same = shape_of(shape, 2001)
        assert again == shape
        assert len(same) == len(figures)


def test_organs_with_the_same_answers_share_a_shape() -> None:
    _kept.cache_clear()
    for name, year in (("青岩县水务局", 2023), ("临川市民政局", 2021), ("石溪县司法局", 2024)):
        text = f"{year}年，我县收到政府信息公开申请{year % 7 + 2}件"
        (claim,), _ = claims_in(text, 0, Author(name, year), Topic())
        assert (claim.number, claim.scope) == (year % 7 + 2, ("foreign",))
    assert _kept.cache_info().misses == 1


def test_what_a_shape_relies_on() -> None:
    """No word has a digit in it, and a character that counts is a measure by itself."""
    data = words("claims")
    lexicon = [it for group in ("concepts", "marks") for it in data[group].values()]
    every = "".join(word for group in (*lexicon, data["silent"]["words"]) for word in group)
    assert not re.search(r"\d", every)
    (word,) = words_of("12件")[0].words
    assert (word.value, word.measure) == ("12", "件")
    for measure in data["figures"]["measures"]:
        if len(measure) == 1:
            assert [it.measure for it in words_of(f"12345{measure}")[0].words] == [measure]
    assert words_of("12345")[0].words[0].kind != OTHER
