"""The examples in every rule's docstring, executed: marked places must be found, fixes must hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Applicability, Diagnostic
from disclosure_lint.engine import diagnose, read
from disclosure_lint.rule import NODES
from disclosure_lint.rules import load, names
from disclosure_lint.source import Source

FENCE = re.compile(r"^```report (bad|good|fixed)(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
HEADINGS = ("作用:", "依据:", "示例:", "改法:", "例外:")
RULES = [f"{group}.{name}" for group, name in names()]


@dataclass(frozen=True)
class Example:
    kind: str
    settings: dict[str, Any]
    text: str
    spans: tuple[tuple[int, int], ...]


def docstring(name: str) -> str:
    spec = find_spec(f"disclosure_lint.rules.{name}")
    assert spec
    assert spec.origin
    return ast.get_docstring(ast.parse(Path(spec.origin).read_text("utf-8")), clean=False) or ""


def examples(name: str) -> Iterator[Example]:
    """Fences carry settings: `today=2024-02-01 edition=2021` and, by any other name, rule options."""
    for kind, flags, body in FENCE.findall(docstring(name)):
        text, spans = unmark(body)
        yield Example(kind, dict(flag.split("=", 1) for flag in flags.split()), text, spans)


def unmark(body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text without its ⟦marks⟧ and the spans they enclosed; escapes like `\\u200b` count."""
    text = ""
    starts: list[int] = []
    spans = []
    for piece in re.split(r"([⟦⟧])", body):
        if piece == "⟦":
            starts.append(len(text))
        elif piece == "⟧":
            spans.append((starts.pop(), len(text)))
        else:
            text += piece
    return text, tuple(sorted(spans))


def found(name: str, example: Example, text: str) -> tuple[Diagnostic, ...]:
    rule = load(*name.split("."))
    given = dict(example.settings)
    today = date.fromisoformat(given.pop("today", "2026-06-01"))
    edition = given.pop("edition", None)
    options = {key: int(value) if value.isdigit() else value for key, value in given.items()}
    settings = Settings(
        select=(rule.id,), rules={rule.id: options} if options else {}, today=today, edition=edition
    )
    return diagnose(read(Source(text), settings), settings)


@pytest.mark.parametrize("name", RULES)
def test_page(name: str) -> None:
    page = docstring(name)
    first = page.split("\n", 1)[0]
    assert " / " in first, "the first line says what the rule finds, in Chinese / in English"
    assert [line for line in page.split("\n") if line.startswith(HEADINGS)], "no heading"
    missing = [heading for heading in HEADINGS if f"\n{heading}" not in page]
    assert not missing
    kinds = [example.kind for example in examples(name)]
    # Some input rules judge a file, not a text: their examples stand in tests of their own.
    if name not in {"input.unreadable_file", "input.internal_error"}:
        assert "bad" in kinds
        assert "good" in kinds
    rule = load(*name.split("."))
    assert rule.each in NODES
    needs = rule.check.__dict__["declaration"].needs
    if isinstance(needs, str):
        assert not needs or hasattr(rule.each, needs)
    else:
        assert getattr(import_module(needs.__module__), needs.__name__) is needs


@pytest.mark.parametrize("name", RULES)
def test_examples(name: str) -> None:
    for example in examples(name):
        reported = tuple(sorted(tuple(it.span) for it in found(name, example, example.text)))
        if example.kind == "bad":
            assert example.spans, "a bad example marks its fault"
            assert reported == example.spans, example.text
        else:
            assert reported == (), example.text


@pytest.mark.parametrize("name", RULES)
def test_fixes(name: str) -> None:
    """Applied fixes leave none of this rule's fixable findings and alter no figure."""
    cases = list(examples(name))
    for example, after in zip(cases, [*cases[1:], None], strict=True):
        if example.kind != "bad":
            continue
        diagnostics = found(name, example, example.text)
        fixed = apply(example.text, diagnostics)
        if after and after.kind == "fixed":
            assert fixed == after.text
        left = [it for it in found(name, example, fixed) if fixable(it)]
        assert not left
        if all(
            it.finding.fix.applicability == Applicability.SAFE for it in diagnostics if fixable(it)
        ):
            assert re.findall(r"\d+", fixed) == re.findall(r"\d+", example.text) or not any(
                map(fixable, diagnostics)
            )


def fixable(diagnostic: Diagnostic) -> bool:
    fix = diagnostic.finding.fix
    return fix is not None and fix.applicability != Applicability.SUGGESTION


def apply(text: str, diagnostics: tuple[Diagnostic, ...]) -> str:
    edits = [edit for it in diagnostics if fixable(it) for edit in it.finding.fix.edits]
    for span, content in sorted(set(edits), reverse=True):
        text = text[: span.start] + content + text[span.end :]
    return text


@pytest.mark.parametrize("name", RULES)
def test_messages(name: str) -> None:
    for example in examples(name):
        for it in found(name, example, example.text):
            assert re.search(r"[\u4e00-\u9fff]", it.message.zh)
            assert it.message.zh.endswith(("。", "?", "？"))
            assert it.message.en
            assert "\n" not in it.message.zh
