"""Figures stated in prose: the words, the clause grammar, the scope, and what contradicts the tables."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from disclosure_lint.claims import claims_of
from disclosure_lint.claims.check import (
    Support,
    contradictions,
    rule_of,
    witnesses,
)
from disclosure_lint.claims.claim import Claim
from disclosure_lint.claims.clauses import clauses
from disclosure_lint.claims.figures import figure_of
from disclosure_lint.claims.grammar import parsed
from disclosure_lint.claims.meaning import meanings, quantities, roles, sweeps
from disclosure_lint.claims.order import order
from disclosure_lint.claims.tabled import tabled
from disclosure_lint.claims.wording import describe
from disclosure_lint.claims.words import read_words
from disclosure_lint.config import Settings
from disclosure_lint.data import text_of
from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.edition import load_editions
from disclosure_lint.engine import diagnose, read
from disclosure_lint.report import Report
from disclosure_lint.rules import names
from disclosure_lint.source import Source, decode
from disclosure_lint.table import Fault
from disclosure_lint.words import words

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
# The benchmark stands outside the tests, in a package of its own.
benchmark = import_module("benchmarks.claims.cases")
reports = import_module("benchmarks.claims.reports")
scores_of = import_module("benchmarks.claims.scores").measure
Case, load, report_of = benchmark.Case, benchmark.load, benchmark.report_of

SETTINGS = Settings(select=("consistency",), today=date(2026, 6, 30))
DATA = words("claims")
# The phrasings were written before the grammar; they are not to be changed to suit it.
PHRASINGS_SHA256 = "6015b1257bb61b550e6162a85891cf276d9307cd260765e22464c701e6395af5"


def report_on(sentence: str, **table: int) -> Report:
    return read(
        Source(report_of(Case(sentence, {key.replace("__", "."): n for key, n in table.items()})))
    )


def certain(sentence: str, **table: int) -> dict[str, int | Decimal]:
    return {it.quantity: it.number for it in claims_of(report_on(sentence, **table)) if it.certain}


def scopes(sentence: str) -> dict[str, tuple[str, ...]]:
    return {it.quantity: it.scope for it in claims_of(report_on(sentence, received=5))}


# --- the benchmark ---------------------------------------------------------------------------------


def test_the_first_phrasings_are_as_they_were_written() -> None:
    text = (ROOT / "benchmarks/claims/phrasings.toml").read_bytes()
    assert hashlib.sha256(text).hexdigest() == PHRASINGS_SHA256
    assert len(load("phrasings.toml")) >= 100


def test_the_benchmark_is_what_it_claims_to_be() -> None:
    cases = load()
    assert len(cases) >= 300
    assert len({case.sentence for case in cases}) > len(cases) * 0.9
    assert sum(bool(case.planted) for case in cases) >= len(cases) * 0.5
    assert sum(bool(case.apart) for case in cases) >= len(cases) / 3


def test_precision_and_recall_by_quantity() -> None:
    measured = scores_of(load())
    for scores in (measured.read, measured.found):
        low = {
            name: (score.precision, score.recall)
            for name, score in scores.items()
            if score.precision < 0.99 or score.recall < 0.95
        }
        assert low == {}, "\n".join(measured.wrong)


def test_generated_reports_with_claims() -> None:
    assert len(reports.PHRASINGS) >= 30
    tally: Counter[str] = Counter()
    for made, lines in reports.run(1):
        spoken = any(it.startswith(f"{made.line} ") for it in lines) if made.broken else bool(lines)
        tally[f"{'broken' if made.broken else 'true'} {'spoken' if spoken else 'silent'}"] += 1
    assert tally["broken spoken"] >= 0.97 * (tally["broken spoken"] + tally["broken silent"])
    assert tally["true spoken"] == 0


# --- published figures -----------------------------------------------------------------------------

PUBLISHED = {
    "city.txt": [],
    "handled.txt": [("info", "impossible-growth-rate", "1.05%")],
    "filed.txt": [],
    "on-behalf.txt": [],
    "unavailable.txt": [("error", "outcome-mismatch", "265件")],
    "documents.txt": [("error", "documents-mismatch", "0件")],
    "received.txt": [("error", "received-mismatch", "2件")],
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_figures(name: str) -> None:
    source = decode((ROOT / "fixtures/claims" / name).read_bytes(), name)
    found = diagnose(read(source), SETTINGS)
    said = [(str(it.severity), it.rule, source.slice(it.span)) for it in found]
    assert said == PUBLISHED[name]


def test_the_silent_ones_state_what_is_compared() -> None:
    source = decode((ROOT / "fixtures/claims/city.txt").read_bytes())
    report = read(source)
    compared = {it.quantity: it.number for it in claims_of(report) if it.certain}
    assert compared == {
        "received": 3119,
        "carried_in": 34,
        "outcome.total": 3050,
        "carried_out": 103,
        "reconsideration.total": 351,
        "reconsideration.upheld": 72,
        "reconsideration.corrected": 64,
        "reconsideration.other": 178,
        "reconsideration.pending": 37,
        "suit.total": 46,
        "processing_fee": 0,
    }
    assert not tabled(report, "processing_fee")
    assert all(len(tabled(report, quantity)) == 1 for quantity in compared if "fee" not in quantity)
    assert len(tabled(report, "suit.total")[0].cells) == 2


# --- the data --------------------------------------------------------------------------------------


def spellings() -> list[str]:
    data = [*DATA["concepts"].values(), *DATA["marks"].values(), *DATA["signs"].values()]
    lists = [*data, DATA["silent"]["words"], DATA["silent"]["links"]]
    return [word for words_of in lists for word in words_of]


def test_no_word_means_two_things() -> None:
    assert [word for word, times in Counter(spellings()).items() if times > 1] == []


def test_concepts_of_quantities_have_words() -> None:
    known = {concept for entry in DATA["concepts"] for concept in entry.split()}
    used = {concept for concepts in meanings() for concept in concepts}
    assert used - known == set()
    listed = [*DATA["roles"].values(), *([it.every] for it in sweeps())]
    assert {concept for names_of in listed for concept in names_of} - known == set()
    assert roles().timed <= roles().verbs | {"unfinished"}


# Concepts of which a sentence may tell without a figure of the tables.
PLAIN = frozenset(
    [
        "last",
        "next",
        "this",
        "else",
        "channel",
        "handle",
        "send",
        "collect",
        "decide",
        "in_force",
        "issue",
        "rest",
        "unfinished",
    ]
)


def test_every_word_of_the_field_is_looked_for() -> None:
    """A sentence is read if it holds one of `field`: just as if all words had been looked for."""
    field = DATA["field"]["words"]
    every = {
        word
        for concepts, spellings in DATA["concepts"].items()
        if PLAIN.isdisjoint(concepts.split())
        for word in spellings
    }
    assert set(field) <= every
    assert [word for word in every if not any(it in word for it in field)] == []
    assert [(it, other) for it in field for other in field if it != other and it in other] == []


def test_quantities_stand_in_a_form() -> None:
    editions = [it for it in load_editions() if it.id in {"2019", "2021"}]
    forms = {
        table.key: [t for e in editions for t in e.tables if t.key == table.key]
        for e in editions
        for table in e.tables
    }
    for quantity, group in quantities().items():
        if not group.table or not group.cells or "|" in quantity:
            continue
        for name in quantity.split("+"):
            for part in DATA["together"].get(name, name).split("+"):
                row, _, column = part.rpartition(".")
                patterns = DATA["cells"].get(part) or group.cells
                wanted = [it.format(part, row=row, column=column) for it in patterns]
                cells = {
                    f"{r.key}@{c.key}"
                    for t in forms[group.table]
                    for r in t.rows
                    for c in r.columns
                }
                assert any(fnmatchcase(cell, it) for cell in cells for it in wanted), quantity


def test_rules_of_quantities_exist() -> None:
    rules = {name.replace("_", "-") for group, name in names() if group == "consistency"}
    assert {rule_of(quantity) for quantity in quantities()} <= rules


# --- words and clauses -----------------------------------------------------------------------------


class Kinds(Lexer):
    """Hands on the kinds of words; a token knows its word by its place."""

    def __init__(self, _conf: object) -> None: ...

    def lex(self, kinds: Sequence[str], *_: object) -> Iterator[Token]:  # type: ignore[override]
        for at, kind in enumerate(kinds):
            yield Token(kind, "", at)


@cache
def strict() -> Lark:
    """The clause grammar as Lark itself runs it; a conflict in it is an error."""
    text = text_of("claims.lark")
    return Lark(
        text, parser="lalr", lexer=Kinds, start="sentence", strict=True, maybe_placeholders=False
    )


def shape(it: Tree[Token] | Token) -> object:
    if isinstance(it, Token):
        return it.start_pos
    return str(it.data), [shape(part) for part in it.children]


KINDS = [
    "WORD",
    "OTHER",
    "COUNT",
    "MONEY",
    "NUMBER",
    "_AND",
    "EACH",
    "ALL",
    "NO",
    "PART",
    "_BREAK",
    "_OPEN",
    "_CLOSE",
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(KINDS), max_size=12))
def test_clauses_are_parsed_as_lark_parses_them(kinds: list[str]) -> None:
    try:
        tree = strict().parse(kinds)  # type: ignore[arg-type]
    except UnexpectedInput:
        with pytest.raises(KeyError):
            parsed(kinds, lambda name, parts: (name, parts))
        return
    assert parsed(kinds, lambda name, parts: (name, parts)) == shape(tree)


def test_every_short_sequence_of_kinds_is_a_sentence() -> None:
    for size in range(1, 5):
        for kinds in product(KINDS, repeat=size):
            assert clauses.__wrapped__(tuple(kind for _, kind, _ in order.__wrapped__(kinds)))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*spellings(), *"，。；：（）()、", "12件", "3", "五件", "2022年", "某某", "18元"]
        ),
        max_size=25,
    )
)
def test_every_sequence_of_words_is_a_sentence(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = read_words(text, 0, len(text)).words
    parsed = clauses(tuple(word.kind for word in found))
    assert parsed
    for word in found:
        assert word.kind.startswith("_") or text[word.start : word.end]
    claims_of(read(Source(f"青岩县水务局2023年政府信息公开工作年度报告\n一、总体情况\n{text}\n")))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12), ("１２", 12), ("1,204", 1204), ("1 204", 1204), ("三", 3), ("十二", 12), ("两", 2),
        ("一百零三", 103), ("三千一百一十九", 3119), ("零", 0), ("12.6", Decimal("12.6")), ("万", None),
    ],
)  # fmt: skip
def test_numbers(written: str, number: int | Decimal | None) -> None:
    assert figure_of(written) == number


@pytest.mark.parametrize(
    ("figure", "number"),
    [
        ("12件", 12),
        ("１２件", 12),
        ("1,204件", 1204),
        ("1 204 件", 1204),
        ("五件", 5),
        ("12宗", 12),
        ("0件", 0),
    ],
)
def test_figures_in_a_sentence(figure: str, number: int) -> None:
    assert certain(f"我局共收到政府信息公开申请{figure}。", received=5) == {"received": number}


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("收到政府信息公开申请20余件。", "approximate"),
        ("收到政府信息公开申请约30件。", "approximate"),
        ("收到政府信息公开申请近30件。", "approximate"),
        ("2022年收到政府信息公开申请9件。", "other-year"),
        ("上年收到政府信息公开申请9件。", "other-year"),
        ("累计收到政府信息公开申请126件。", "cumulative"),
        ("计划办理政府信息公开申请5件。", "plan"),
        ("各镇收到政府信息公开申请95件。", "foreign"),
        ("县住建局收到政府信息公开申请41件。", "foreign"),
        ("代表县政府收到政府信息公开申请17件。", "foreign"),
        ("全县收到政府信息公开申请95件。", "foreign"),
        ("上半年收到政府信息公开申请5件。", "period"),
        ("网上收到政府信息公开申请5件。", "part"),
        ("收到政府信息公开申请较上年增加3件。", "comparison"),
        ("收到政府信息公开申请3件，又收到政府信息公开申请4件。", "repeated"),
    ],
)  # fmt: skip
def test_scope(sentence: str, scope: str) -> None:
    found = claims_of(report_on(sentence, received=5))
    assert found
    assert all(scope in it.scope for it in found), found
    assert diagnose(report_on(sentence, received=5), SETTINGS) == ()


# What other subjects, years and months have; the tables say 5 throughout.
@pytest.mark.parametrize(
    ("sentence", "compared"),
    [
        ("收到政府信息公开申请数量由上年的9件增加至5件。", {"received": 5}),
        ("收到政府信息公开申请从2022年9件大幅下降到2023年5件。", {"received": 5}),
        ("收到政府信息公开申请由9件（含当面提出2件），减少到5件。", {}),
        ("自局门户网站开通起，累计收到政府信息公开申请61件，办结60件。", {}),
        ("截至2023年末累计收到政府信息公开申请61件，其中自然人申请50件。", {}),
        ("全年累计收到政府信息公开申请5件，办结5件。", {"outcome.total": 5}),
        ("2023年，我局累计收到政府信息公开申请5件，办结5件。", {"outcome.total": 5}),
        ("2020—2023年共收到政府信息公开申请61件，办结60件。", {}),
        ("2020年至2023年，收到政府信息公开申请61件。", {}),
        ("2023年1月1日至2023年12月31日，收到政府信息公开申请5件。", {"received": 5}),
        ("四年共收到政府信息公开申请61件，办结60件。", {}),
        ("近4年来，收到政府信息公开申请61件。", {}),
        (
            "新收政府信息公开申请5件，4件（含上年结转1件）如期答复。",
            {"received|received+carried_in": 5, "carried_in": 1},
        ),
        ("被提起行政复议案件19件，其中涉及政府信息公开的5件，维持11件。", {}),
        ("被提起行政复议案件19件（涉政府信息公开申请5件），行政诉讼案件7件。", {}),
        ("行政诉讼案件19件，其中5件涉及政府信息公开。", {}),
        ("延长答复期限的申请2件。", {}),
        ("提前答复申请2件，电话答复申请3件，口头答复申请1件。", {}),
        ("平均每季度收到政府信息公开申请1件，办结1件。", {}),
        ("每月收到政府信息公开申请1件。", {}),
    ],
)
def test_partial_and_wider_figures(sentence: str, compared: dict[str, int]) -> None:
    assert certain(sentence, received=5) == compared


def test_scope_ends_with_the_sentence() -> None:
    assert certain("2022年收到政府信息公开申请9件。收到政府信息公开申请5件。", received=5) == {
        "received": 5
    }


@pytest.mark.parametrize(
    ("organ", "sentence", "compared"),
    [
        ("临川区人民政府", "全区收到政府信息公开申请9件。", True),
        ("临川区人民政府", "区政府收到政府信息公开申请9件。", True),
        ("临川区人民政府", "区政府办公室收到政府信息公开申请9件。", False),
        ("临川区人民政府", "云溪镇收到政府信息公开申请9件。", False),
        ("临川区人民政府办公室", "区政府办公室收到政府信息公开申请9件。", True),
        ("临川区人民政府办公室", "全区收到政府信息公开申请9件。", False),
        ("青岩县卫生健康委员会", "县卫健委收到政府信息公开申请9件。", True),
        ("青岩县教育局", "市教育局收到政府信息公开申请9件。", False),
        ("青岩县云溪镇人民政府", "我镇收到政府信息公开申请9件。", True),
        ("青岩县云溪镇人民政府", "石溪镇收到政府信息公开申请9件。", False),
    ],
)
def test_whose_figure(organ: str, sentence: str, compared: bool) -> None:  # noqa: FBT001
    report = read(Source(report_of(Case(sentence, {"received": 8}, organ=organ))))
    (claim,) = claims_of(report)
    assert claim.certain is compared
    assert bool(diagnose(report, SETTINGS)) is compared


# --- which of the two is right -----------------------------------------------------------------------


def findings(report: Report) -> list[Diagnostic]:
    return list(diagnose(report, SETTINGS))


def changed(text: str, line: str, other: str) -> Report:
    assert text.count(line) == 1
    return read(Source(text.replace(line, other)))


def test_relations_that_hold_support_the_table() -> None:
    report = report_on("收到政府信息公开申请7件。", received=8)
    (it,) = contradictions(report, "received-mismatch")
    assert it.support is Support.TABLE
    (found,) = findings(report)
    assert found.severity is Severity.ERROR
    assert "支持表中的8" in found.message.zh
    assert [report.source.slice(place.span) for place in found.finding.related] == ["8"]
    assert found.finding.suspects == ()


def test_a_claim_is_a_witness_for_a_suspect() -> None:
    text = report_of(Case("收到政府信息公开申请8件。", {"received": 8}))
    report = changed(
        text,
        "一、本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |",
        "一、本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 9 |",
    )
    table = report.table("applications")
    assert table
    (verdict,) = table.verdicts
    assert verdict.fault is Fault.WRONG_FIGURE
    assert [it.number for it in witnesses(report, verdict.candidates[0])] == [8]
    (found,) = findings(report)
    assert found.severity is Severity.INFO, "the table's own finding is the error"
    assert "支持正文的8" in found.message.zh
    assert [(it.value, it.expected) for it in found.finding.suspects] == [("9", "8")]


def test_a_claim_decides_between_equal_suspects() -> None:
    text = report_of(Case("政府信息公开行政复议3件。", {"reconsideration.upheld": 3}))
    row = "3 | 0 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    report = changed(text, row, row.replace("3 | 0 | 0 | 0 | 3", "3 | 0 | 0 | 0 | 2"))
    (found,) = findings(report)
    assert found.rule == "disputes-mismatch"
    assert [(it.value, it.expected) for it in found.finding.suspects] == [("2", "3")]


def test_broken_relations_support_neither() -> None:
    text = report_of(Case("政府信息公开行政复议9件。", {"reconsideration.upheld": 3}))
    row = "3 | 0 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    report = changed(text, row, row.replace("3 | 0 | 0 | 0 | 3", "3 | 0 | 0 | 0 | 2"))
    (it,) = contradictions(report, "disputes-mismatch")
    assert it.support is Support.NEITHER


def test_tables_without_relations_support_none() -> None:
    report = report_on("全年作出行政处罚3件。", penalty__decisions=2)
    (it,) = contradictions(report, "enforcement-mismatch")
    assert it.support is Support.UNKNOWN


@pytest.mark.parametrize("cell", ["", "/", "见附件"])
def test_what_is_no_figure_is_not_compared(cell: str) -> None:
    text = report_of(Case("收到政府信息公开申请7件。", {"received": 8}))
    row = "一、本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |"
    report = changed(
        text, row, row.replace("| 8 | 0", f"| {cell} | 0").replace("0 | 8 |", f"0 | {cell} |")
    )
    assert findings(report) == []


def test_the_same_figure_twice_is_one_finding() -> None:
    report = report_on("收到政府信息公开申请7件。全年收到政府信息公开申请7件。", received=8)
    (found,) = findings(report)
    assert len(found.finding.related) == 2


def test_reports_without_a_table_say_nothing() -> None:
    text = "青岩县水务局2023年政府信息公开工作年度报告\n一、总体情况\n收到政府信息公开申请7件。\n"
    report = read(Source(text))
    assert len(claims_of(report)) == 1
    assert findings(report) == []


# --- for extract and for editors -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "ending"),
    [
        ("收到政府信息公开申请8件。", "8,一致"),
        ("收到政府信息公开申请7件。", "8,不一致"),
        ("收到政府信息公开申请近7件。", "8(口径不确定,不比较)"),
        ("未收取信息处理费。", "(表中无可对照的数据)"),
    ],
)
def test_hover(sentence: str, ending: str) -> None:
    report = report_on(sentence, received=8)
    (claim,) = claims_of(report)
    assert describe(report, claim).zh.endswith(ending)
    assert describe(report, claim).en


def test_claims_know_where_they_stand() -> None:
    report = report_on("全年收到政府信息公开申请7件，未发生行政诉讼。", received=8)
    said = [
        tuple(report.source.slice(span) for span in (it.span, it.phrase, it.sentence))
        for it in claims_of(report)
    ]
    whole = "全年收到政府信息公开申请7件，未发生行政诉讼"
    assert said == [
        ("7件", "收到政府信息公开申请7件", whole),
        ("未发生行政诉讼", "未发生行政诉讼", whole),
    ]


def test_claims_are_read_once_a_report() -> None:
    report = report_on("收到政府信息公开申请7件。", received=8)
    assert claims_of(report) is claims_of(report)
    other = report_on("收到政府信息公开申请9件。", received=8)
    assert [it.number for it in claims_of(other)] == [9]
    assert isinstance(claims_of(report)[0], Claim)


def test_reports_without_figures_build_no_grammar() -> None:
    code = (
        "import sys\n"
        "from disclosure_lint.engine import read\n"
        "from disclosure_lint.source import Source\n"
        "from disclosure_lint.claims import claims_of\n"
        "claims_of(read(Source('青岩县水务局2023年政府信息公开工作年度报告\\n一、总体情况\\n稳步推进。\\n')))\n"
        "print([it for it in sys.modules if it.endswith(('claims.clauses', 'claims.reading', 'cn2an'))])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
