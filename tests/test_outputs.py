"""What every format promises: the same findings, streamed, masked, harmless."""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint import outputs
from disclosure_lint.diagnostic import (
    Applicability,
    Edit,
    Fix,
    Message,
    Related,
    Result,
    Suspect,
    Where,
)
from disclosure_lint.outputs import Checked, Context
from disclosure_lint.source import LineIndex, Source, Span
from outputs_cases import CONTEXT, ERROR, WARNING, cases, diagnostic, render
from outputs_parse import PARSERS, Seen

GOLDENS = {f"{name}.zh": (name, CONTEXT) for name in PARSERS} | {
    "concise.color": ("concise", Context(color=True)),
    "full.ambiguous": ("full", Context(ambiguous_width=2)),
    "full.color": ("full", Context(color=True)),
    "full.en": ("full", Context(lang="en")),
    "full.narrow": ("full", Context(width=40)),
    "grouped.color": ("grouped", Context(color=True)),
    "html.en": ("html", Context(lang="en", version="9.9.9")),
    "markdown.en": ("markdown", Context(lang="en")),
    "sarif.en": (
        "sarif",
        Context(lang="en", version="9.9.9", docs="https://example.org/rules/{rule}"),
    ),
}


def expected(checked: list[Checked], name: str) -> list[Seen]:
    """What is to be seen, counted here by hand."""
    seen = []
    for result, source in checked:
        filename = result.filename
        if name == "csv" and filename.startswith(("=", "-")):
            filename = f"'{filename}"
        for it in result.diagnostics:
            before = source.text[: it.span.start] if source else ""
            line = before.rpartition("\n")[2]
            column = len(line.encode() if name.startswith("rdjson") else line) + 1
            row = before.count("\n") + 1
            seen.append(Seen(filename, row, column, it.severity.name.lower(), it.rule))
    return seen


def test_formats_are_the_modules() -> None:
    assert outputs.names() == tuple(sorted(PARSERS))
    with pytest.raises(KeyError):
        outputs.load("_frame")


@pytest.mark.parametrize("name", PARSERS)
def test_same_findings_in_every_output(name: str) -> None:
    assert list(PARSERS[name](render(name, cases()))) == expected(cases(), name)


@pytest.mark.parametrize("name", PARSERS)
def test_nothing_found(name: str) -> None:
    checked = [Checked(Result("a.txt"), Source("无\n")), Checked(Result("b", skipped=True), None)]
    assert list(PARSERS[name](render(name, checked))) == []
    assert list(PARSERS[name](render(name, []))) == []


@pytest.mark.parametrize("golden_name", GOLDENS)
def test_golden(golden_name: str, golden: Callable[[str, str], None]) -> None:
    name, context = GOLDENS[golden_name]
    golden(f"outputs/{golden_name}.txt", render(name, cases(), context))


def test_no_stale_goldens(stale: Callable[[str, Iterable[str]], set[str]]) -> None:
    assert stale("outputs", {f"{name}.txt" for name in GOLDENS}) == set()


@pytest.mark.parametrize("name", PARSERS)
def test_streams(name: str) -> None:
    """A file is let go of before the next but one is taken."""
    alive: list[weakref.ref[LineIndex]] = []

    def files() -> Iterator[Checked]:
        for number in range(5):
            assert sum(ref() is not None for ref in alive) <= 1
            source = Source(f"甲{number}")
            alive.append(weakref.ref(source.lines))  # it lives as long as its text
            result = Result(f"{number}.txt", (diagnostic("sample", ERROR, Span(0, 1), "甲"),))
            yield Checked(result, source)
            del source, result

    pieces = outputs.load(name).render(files(), CONTEXT)
    while len(alive) < 2:
        next(pieces)
    assert len(alive) == 2, "no piece came out before all files were in"
    assert list(pieces)
    assert len(alive) == 5


@pytest.mark.parametrize("name", PARSERS)
def test_hostile_text(name: str) -> None:
    """Control characters, marks that turn lines, lone surrogates: in names, messages, lines, edits."""
    hostile = "甲\x00\x1b[31m\x07乙\u202e\ud800丙\u2028\x85\r\n丁]]>--><b>"
    fix = Fix(Applicability.SAFE, Message(hostile, hostile), (Edit(Span(0, 2), hostile),))
    found = diagnostic(
        "sample",
        ERROR,
        Span(1, 9),
        hostile,
        where=Where("一", "t", (hostile,), (hostile,)),
        related=(Related(Span(0, 3), Message(hostile, hostile)),),
        suspects=(Suspect(Span(0, 3), hostile, hostile, 1),),
        fix=fix,
    )
    text = render(name, [Checked(Result("奇\udcff怪.txt", (found,)), Source(hostile))])
    text.encode()
    assert not re.search("[\x00\x07\x1b]", text)
    (seen,) = PARSERS[name](text)
    column = len("甲".encode()) + 1 if name.startswith("rdjson") else 2
    assert seen[1:] == (1, column, "error", "sample")
    if name in {"concise", "full", "grouped", "github", "markdown", "html", "csv"}:
        assert not re.search("[\u202e\u2028\x85]", text)


@pytest.mark.parametrize("name", PARSERS)
def test_mask_covers_every_piece_of_source(name: str) -> None:
    number = "000000199001010000"
    text = f"联系人{number}在册 | 5\n"
    found = diagnostic(
        "sample",
        WARNING,
        Span(12, 14),
        "甲",
        where=Where("一", "t", (f"行{number}",), (f"列{number}",)),
        suspects=(Suspect(Span(3, 21), number, "4", 1),),
        fix=Fix(
            Applicability.SUGGESTION,
            Message("改", "mend"),
            (Edit(Span(5, 9), ""), Edit(Span(0, 21), f"姓名{number}")),
        ),
    )
    single = diagnostic(
        "sample",
        WARNING,
        Span(0, 3),
        "乙",
        fix=Fix(Applicability.SAFE, Message("改", "mend"), (Edit(Span(3, 21), number),)),
    )
    checked = [Checked(Result("a.txt", (found, single)), Source(text))]
    context = Context(mask=lambda it: re.sub(r"\d{18}", "*" * 18, it))
    masked = render(name, checked, context)
    assert number not in masked
    assert not re.search(r"\d{6}1990", masked)
    assert list(PARSERS[name](masked)) == list(PARSERS[name](render(name, checked)))
    # What a program may apply holds the text itself or is not there: a mask is never written into a file.
    if name in {"json", "jsonl", "sarif", "rdjson", "rdjsonl"}:
        assert "姓名" not in masked
        assert re.search(r'"(fix|fixes|suggestions)": (null|\[\])', masked)


@given(st.text())
def test_visible_keeps_length_and_line(text: str) -> None:
    shown = outputs.visible(text)
    assert len(shown) == len(text)
    shown.encode()
    assert shown.splitlines() == ([shown] if shown else [])
    assert outputs.visible(shown) == shown
