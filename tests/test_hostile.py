"""Whatever is fed in: no crash, every span in its text and on its row, and work that grows with the length."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import TooMuchWorkError, count_calls
from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Diagnostic, Result
from disclosure_lint.engine import lint
from disclosure_lint.source import Source, Span, decode

FIXTURES = Path(__file__).parent.parent / "fixtures"
SETTINGS = Settings(today=date(2026, 6, 30))
# A report with findings in a table and in a heading.
DRAFT = (FIXTURES / "reports/water-bureau-2024-draft.txt").read_text("utf-8")
TABLE = DRAFT.index("（七）总计")
WORDS = DRAFT.index("一、总体情况\n") + len("一、总体情况\n")


def in_table(text: str) -> str:
    return DRAFT[:TABLE] + text + DRAFT[TABLE:]


def in_words(text: str) -> str:
    return DRAFT[:WORDS] + text + DRAFT[WORDS:]


def examine(source: Source) -> Result:
    """Lint, and hold every span of every finding against the text."""
    result = lint(source, SETTINGS)
    crashes = [it.message.en for it in result.diagnostics if it.rule == "internal-error"]
    assert not crashes
    assert not result.crashed
    for diagnostic in result.diagnostics:
        for span in spans(diagnostic):
            assert 0 <= span.start <= span.end <= len(source.text)
        for suspect in diagnostic.finding.suspects:
            assert source.slice(suspect.span).replace("\n", "") == suspect.value
    starts = [it.span for it in result.diagnostics]
    assert starts == sorted(starts)
    return result


def spans(diagnostic: Diagnostic) -> Iterator[Span]:
    finding = diagnostic.finding
    yield finding.span
    yield from (it.span for it in finding.related)
    yield from (it.span for it in finding.suspects)
    if finding.fix:
        yield from (edit.span for edit in finding.fix.edits)


def told(source: Source) -> list[tuple[str, int, int, str]]:
    """The findings by rule, row, column and words."""
    return [
        (it.rule, *source.lines.position(it.span.start), it.message.zh)
        for it in examine(source).diagnostics
    ]


def test_the_draft_has_findings_on_their_rows() -> None:
    """What the comparisons below rest on."""
    source = Source(DRAFT)
    found = told(source)
    assert [rule for rule, *_ in found] == ["wrong-figure", "altered-section-title"]
    lines = DRAFT.split("\n")
    assert lines[found[0][1] - 1].startswith("（四）无法提供 | 1.本机关不掌握相关政府信息 | 2 |")
    assert lines[found[1][1] - 1].startswith("五、")


BYTES: dict[str, bytes] = {
    "utf-8": DRAFT.encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + DRAFT.encode(),
    "gb18030": DRAFT.encode("gb18030"),
    "utf-16-le": DRAFT.encode("utf-16-le"),
    "utf-16-be": DRAFT.encode("utf-16-be"),
    "utf-16-le with mark": codecs.BOM_UTF16_LE + DRAFT.encode("utf-16-le"),
    "utf-16-be with mark": codecs.BOM_UTF16_BE + DRAFT.encode("utf-16-be"),
    "crlf": DRAFT.replace("\n", "\r\n").encode(),
    "crlf in utf-16": codecs.BOM_UTF16_LE + DRAFT.replace("\n", "\r\n").encode("utf-16-le"),
    "crlf in gb18030": DRAFT.replace("\n", "\r\n").encode("gb18030"),
}


@pytest.mark.parametrize("data", BYTES.values(), ids=BYTES)
def test_findings_do_not_depend_on_encoding_and_line_ends(data: bytes) -> None:
    assert told(decode(data)) == told(Source(DRAFT))


def test_findings_move_with_the_lines() -> None:
    found = told(Source(DRAFT))
    later = told(Source("\n\n" + DRAFT))
    assert later == [(rule, row + 2, column, words) for rule, row, column, words in found]


def test_findings_of_the_second_report_in_a_file_are_on_its_rows() -> None:
    first = (FIXTURES / "reports/clean-2019.txt").read_text("utf-8")
    lines = first.count("\n")
    assert told(Source(first)) == []
    assert told(Source(first + DRAFT)) == [
        (rule, row + lines, column, words) for rule, row, column, words in told(Source(DRAFT))
    ]


def test_every_line_end_but_a_line_feed_is_a_character() -> None:
    """U+2028, VT, FF and NEL move no finding to another row."""
    for mark in "\u2028\u2029\x0b\x0c\x85\x1c":
        at = DRAFT.index("公开供水")
        source = Source(DRAFT[:at] + mark + DRAFT[at:])
        rows = [(rule, row) for rule, row, *_ in told(source) if rule == "wrong-figure"]
        assert rows == [(rule, row) for rule, row, *_ in told(Source(DRAFT))][:1]


@pytest.mark.parametrize("start", range(50))
def test_a_report_cut_off(start: int) -> None:
    """Every offset in steps of fifty, so that all fifty runs together see a good part of them."""
    for cut in range(start * 50, min((start + 1) * 50, len(DRAFT)), 50):
        examine(Source(DRAFT[:cut]))
        examine(Source(DRAFT[cut:]))


def test_a_report_cut_off_at_any_byte() -> None:
    """A window over a heading, heads and a row of a table; characters are cut too."""
    data = DRAFT.encode()
    start = data.index("二、主动公开".encode()) - 20
    for cut in range(start, start + 150):
        source = decode(data[:cut])
        examine(source)
        whole = data[:cut].decode("utf-8", "ignore")
        assert source.text.startswith(whole)
        assert source.lossy == (len(whole.encode()) != cut)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes(data: bytes) -> None:
    examine(decode(data))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, len(DRAFT)),
    st.text(st.sampled_from("|0 \n\t一、。（）：年件\r\ud800\x00"), max_size=30),
)
def test_random_text_anywhere_in_a_report(at: int, text: str) -> None:
    examine(Source(DRAFT[:at] + text + DRAFT[at:]))


HUGE: dict[str, Callable[[], str]] = {
    "nothing": str,
    "one line feed": lambda: "\n",
    "a byte-order mark": lambda: "\ufeff",
    "nul": lambda: in_words("\x00" * 50) + "\x00",
    "nul among the cells": lambda: in_table("2.重复申请 | \x00 | \x00 |\n"),
    "lone surrogates": lambda: in_words("\ud800公开\udfff") + in_table("\udc80 | \ud800\n"),
    "a line of a megabyte": lambda: in_words("依法依规做好公开。" * 37_038 + "\n"),
    "no line feed": lambda: "一、总体情况" + "申请3件，" * 20_000,
    "a row of 100 000 cells": lambda: in_table("（六）其他处理 | " + "0 | " * 100_000 + "\n"),
    "a row of 100 000 blanks": lambda: in_table("（六）其他处理 | " + "|" * 100_000 + "0\n"),
    "a figure of 100 000 digits": lambda: in_table(f"2.重复申请 | {'3' * 100_000} | 0 |\n"),
    "figures of 5 000 digits": lambda: DRAFT.replace(" | 38 | ", f" | {'38' * 2500} | "),
    "digits of other kinds that touch": lambda: (
        "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量0000000\n"
        "2.没有现成信息需要另行制作①0000000\n3.补正后申请内容仍不明确²٣½00000\n"
    ),
    "digits without a blank": lambda: in_words("1" * 20_000 + "。\n"),
    "digits with blanks": lambda: in_words("1 " * 20_000 + "\n"),
    "blanks": lambda: in_words("报告" + " " * 100_000 + "公开\n"),
    "100 000 blank lines": lambda: in_words("\n" * 100_000),
    "blank lines with carriage returns": lambda: in_words("\r\n" * 1000 + "\r" * 1000),
    "300 pipes": lambda: in_words("云溪镇 |" + "|" * 300 + "\n"),
    "300 pipes on a line of the table": lambda: in_table("|" * 300 + "\n"),
    "only pipes": lambda: "|" * 100_000,
    "a pipe on every line": lambda: "|\n" * 10_000,
    "only tabs": lambda: "\t" * 100_000,
    "tabs before every line": lambda: DRAFT.replace("\n", "\n\t\t"),
    "marks that open and never close": lambda: in_words("（《“" * 1000 + "\n"),
    "numerals": lambda: in_words("一、" * 2000 + "\n") + "十" * 300 + "、总体情况\n",
    "invisible characters": lambda: in_words("\u200b" * 5000 + "\n"),
    "combining marks": lambda: in_words("e" + "\u0301" * 5000 + "\n"),
    "headings without end": lambda: "一、总体情况\n" * 2000 + DRAFT,
    "the same row without end": lambda: in_table(
        "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n" * 500
    ),
    "an unknown row without end": lambda: in_table("某项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n" * 500),
    "labels without end": lambda: in_table("2.重复申请\n" * 500),
    "a report twice": lambda: DRAFT + DRAFT,
    "a report backwards": lambda: "\n".join(reversed(DRAFT.split("\n"))),
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_hostile_texts(text: Callable[[], str]) -> None:
    examine(Source(text()))


def test_a_figure_that_is_too_long_to_be_a_count_costs_only_itself() -> None:
    long = DRAFT.replace(" | 38 | ", f" | {'38' * 2500} | ")
    assert long != DRAFT
    rules = [rule for rule, *_ in told(Source(long))]
    assert {"wrong-figure", "altered-section-title"} <= set(rules)


# Work, counted: ten times the text may take thirteen times the calls and no more.

ROW = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n"
GROWING: dict[str, tuple[int, Callable[[int], str]]] = {
    "paragraphs": (20, lambda n: in_words("全年收到申请4件，按时答复4件，均未收费。\n" * n)),
    "sentences in a paragraph": (20, lambda n: in_words("全年收到申请4件，按时答复。" * n + "\n")),
    "clauses": (20, lambda n: in_words("（一）主动公开情况。公开信息3条。\n" * n)),
    "items": (20, lambda n: in_words("1.健全机制，加强培训。\n" * n)),
    "headings": (20, lambda n: "一、总体情况\n" * n + DRAFT),
    "unknown headings": (20, lambda n: DRAFT + "七、今后打算\n" * n),
    "blank lines": (120, lambda n: in_words("\n" * n)),
    "rows": (25, lambda n: in_table(ROW * n)),
    "unknown rows": (25, lambda n: in_table(ROW.replace("2.重复申请", "某项") * n)),
    "rows without a label": (25, lambda n: in_table("0 | 0 | 0 | 0 | 0 | 0 | 0 |\n" * n)),
    "cells in a row": (200, lambda n: in_table("（六）其他处理 | " + "0 | " * n + "\n")),
    "blanks in a row": (200, lambda n: in_table("（六）其他处理 | " + " | " * n + "0\n")),
    "a cell a line": (120, lambda n: in_table("0\n" * n)),
    "labels on lines": (40, lambda n: in_table("2.重复申请\n" * n)),
    "unknown words on lines": (40, lambda n: in_table("某项\n" * n)),
    "pipes on lines": (120, lambda n: in_table("|\n" * n)),
    "metadata": (40, lambda n: "发布机构：青岩县水务局\n" * n + DRAFT),
    "titles": (20, lambda n: "青岩县水务局2024年政府信息公开工作年度报告\n" * n + DRAFT),
}


@pytest.mark.parametrize(("size", "text"), GROWING.values(), ids=GROWING)
def test_work_grows_with_the_text(size: int, text: Callable[[int], str]) -> None:
    sources = [Source(text(size)), Source(text(10 * size))]
    for source in sources:
        lint(source, SETTINGS)  # so that what is looked up once is not counted
    few = count_calls(lambda: lint(sources[0], SETTINGS))
    most = 13 * few
    assert count_calls(lambda: lint(sources[1], SETTINGS), most) <= most


def test_the_count_sees_work_that_does_not_grow_with_the_text() -> None:
    def square(n: int) -> None:
        for _ in range(n):
            for _ in range(n):
                len("")

    few = count_calls(lambda: square(10))
    assert few == count_calls(lambda: square(10))
    with pytest.raises(TooMuchWorkError):
        count_calls(lambda: square(100), most=13 * few)
