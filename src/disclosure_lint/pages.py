"""The pages of rules: a rule's docstring, read and made fit to be shown.

A docstring begins with `中文一句。 / English summary.`; parts follow under headings such as `作用:`;
examples stand in fences, ```` ```report bad NAME=VALUE ````, their faults between ⟦marks⟧.
"""

import inspect
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, get_type_hints

from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Applicability, Message
from disclosure_lint.edition import load_editions
from disclosure_lint.records import NamedTuple
from disclosure_lint.rule import Rule
from disclosure_lint.source import Source, Span, display_width

_FENCE = re.compile(r"^```report (bad|good|fixed)(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_HEADING = re.compile(r"^(\w{2,4}):(.*)$")
_KINDS = {
    "bad": Message("有问题", "Faulty"),
    "good": Message("没有问题", "Sound"),
    "fixed": Message("改后", "Mended"),
}
FIXES = {
    Applicability.SAFE: Message("可自动修改(`--fix`)", "safe (`--fix`)"),
    Applicability.UNSAFE: Message("须确认后修改(`--unsafe-fixes`)", "unsafe (`--unsafe-fixes`)"),
    Applicability.SUGGESTION: Message("仅供选用", "suggestion"),
}
_FIX, _NONE = Message("自动修改", "Fixes"), Message("无", "none")
_OPTIONS, _FORMS = Message("选项", "Options"), Message("各版格式", "Forms")
_OFF, _DEFAULT = Message("不检查", "off"), Message("默认", "default")
_FOREVER = 9999
_WIDE = 2  # cells of a Chinese character
_HIDDEN = {"Cc", "Cf", "Cn", "Co", "Mn"}
# A day long after every example: dates in them are past.
_TODAY = date(2026, 6, 1)


class Example(NamedTuple):
    """An example: its kind (`bad`, `good`, `fixed`), its settings, its text and the faults in it."""

    kind: str
    settings: dict[str, str]
    text: str
    faults: tuple[Span, ...]


class Option(NamedTuple):
    """An option of a rule as it is written in a configuration."""

    name: str
    type: str
    default: Any


def page(rule: Rule) -> str:
    """Return the page of a rule as it is written: the docstring of its module."""
    return (sys.modules[rule.module].__doc__ or "").strip()


def summary(rule: Rule) -> Message:
    """Return the first line of a rule's page in both languages."""
    zh, _, en = page(rule).partition("\n")[0].partition(" / ")
    return Message(zh, en)


def examples(text: str) -> tuple[Example, ...]:
    """Return the examples of a page in order."""
    return tuple(map(_example, _FENCE.finditer(text)))


def options(rule: Rule) -> tuple[Option, ...]:
    """Return the options of a rule in order; a default of None means that there is none."""
    if rule.options is None:
        return ()
    kinds = get_type_hints(rule.options)
    return tuple(
        Option(
            name.replace("_", "-"),
            kind.__name__ if isinstance(kind, type) else str(kind),
            rule.options._field_defaults.get(name),
        )
        for name, kind in kinds.items()
    )


@cache
def fixes(rule: Rule) -> tuple[Applicability, ...]:
    """Return the kinds of fixes that the rule offers for its own examples."""
    from disclosure_lint.engine import diagnose, read  # noqa: PLC0415 - only here something is linted

    found = set()
    for example in examples(page(rule)):
        given = dict(example.settings)
        today = date.fromisoformat(given.pop("today", _TODAY.isoformat()))
        edition = given.pop("edition", None)
        chosen = {name: int(it) if it.isdigit() else it for name, it in given.items()}
        rules = {rule.id: chosen} if chosen else {}
        settings = Settings(select=(rule.id,), rules=rules, today=today, edition=edition)
        report = read(Source(example.text), settings)
        found |= {
            it.finding.fix.applicability for it in diagnose(report, settings) if it.finding.fix
        }
    return tuple(kind for kind in Applicability if kind in found)


def plain(rule: Rule, lang: str) -> str:
    """Return the page for a terminal: the summary of `lang` first, carets under the faults."""
    parts = [f"{rule.id}  ({_head(rule)})", "\n".join(_both(rule, lang))]
    for piece in _pieces(page(rule)):
        if isinstance(piece, str):
            parts.append(piece)
        else:
            lines = "\n".join(f"    {line}" for line in marked(piece))
            parts.append(f"{_title(piece, lang)}\n\n{lines}")
    parts += (f"{name}:{'; '.join(said)}" for name, said in _traits(rule, lang))
    return "\n\n".join(filter(None, parts)) + "\n"


def markdown(rule: Rule, lang: str) -> str:
    """Return the page as Markdown: the summary of `lang` first, carets under the faults."""
    parts = [f"# {rule.id}", f"*{_head(rule)}*", *_both(rule, lang)]
    for piece in _pieces(page(rule)):
        if isinstance(piece, str):
            parts += map(_paragraph, piece.split("\n\n"))
        else:
            parts.append(_title(piece, lang))
            parts.append("\n".join(("```text", *marked(piece), "```")))
    for name, said in _traits(rule, lang):
        parts += (f"## {name}", "\n".join(f"- {line}" for line in said))
    return "\n\n".join(filter(None, parts)) + "\n"


def _head(rule: Rule) -> str:
    return " · ".join((rule.group, str(rule.severity), *(["preview"] if rule.preview else [])))


def _both(rule: Rule, lang: str) -> tuple[str, str]:
    zh, en = summary(rule)
    return (en, zh) if lang == "en" else (zh, en)


def _title(example: Example, lang: str) -> str:
    flags = ",".join(f"{name}={value}" for name, value in example.settings.items())
    return f"{_KINDS[example.kind].to(lang)}{f'({flags})' if flags else ''}:"


def _pieces(text: str) -> Iterator[str | Example]:
    """The page after its first line: text and examples by turns."""
    end = len(text.partition("\n")[0])
    for match in _FENCE.finditer(text):
        yield text[end : match.start()].strip()
        yield _example(match)
        end = match.end()
    yield text[end:].strip()


def _paragraph(text: str) -> str:
    """A paragraph on one line, below its heading: a line end in Chinese would show as a blank."""
    joined = re.sub(r"(?<=[!-~])\n(?=[!-~])", " ", text).replace("\n", "")
    escaped = re.sub(r"[*<]", r"\\\g<0>", joined)
    return _HEADING.sub(r"## \1\n\n\2", escaped).rstrip()


def _traits(rule: Rule, lang: str) -> Iterator[tuple[str, list[str]]]:
    """What the page does not say itself: fixes, options, the forms that judge otherwise."""
    yield _FIX.to(lang), [FIXES[kind].to(lang) for kind in fixes(rule)] or [_NONE.to(lang)]
    known = [f"`{name}` ({kind}, {_DEFAULT.to(lang)} `{it}`)" for name, kind, it in options(rule)]
    if known:
        yield _OPTIONS.to(lang), [*known, inspect.getdoc(rule.options) or ""]
    grades = list(_grades(rule, lang))
    if grades:
        yield _FORMS.to(lang), grades


def _grades(rule: Rule, lang: str) -> Iterator[str]:
    for form in reversed(load_editions()):
        for grade in form.regrades:
            if grade.rule == rule.id:
                severity = _OFF.to(lang) if grade.severity is None else str(grade.severity)
                first, last = max(grade.first, form.first), min(grade.last, form.last or grade.last)
                yield f"{form.id} ({_years(first, last)}): {severity}"


def _years(first: int, last: int) -> str:
    if last == _FOREVER:
        return f"{first}–"
    return str(first) if first == last else f"{first}–{last}"


def marked(example: Example) -> Iterator[str]:
    """Yield the lines of an example, each with a line of carets below where it holds a fault.

    The carets keep their place under Chinese characters in any font of fixed width: what pads and
    marks a wide character is wide itself. What would not show is written as its escape.
    """
    text = example.text
    faulty = {
        at
        for start, end in example.faults
        for at in range(start, max(end, start + 1))
        if start == end or text[at] != "\n"
    }
    at = 0
    for line in text.removesuffix("\n").split("\n"):
        seen = [*map(_seen, line), " "]
        yield "".join(seen).rstrip()
        under = "".join(
            _wide(char, "^＾" if place in faulty else " \u3000")
            for place, char in enumerate(seen, at)
        )
        if "^" in under or "＾" in under:
            yield under.rstrip()
        at += len(line) + 1


def _wide(seen: str, marks: str) -> str:
    """The first of two marks for each narrow character, the second for a wide one."""
    return marks[1] if display_width(seen) == _WIDE else marks[0] * len(seen)


def _seen(char: str) -> str:
    hidden = unicodedata.category(char) in _HIDDEN or char == "\xa0"
    return char.encode("unicode_escape").decode() if hidden else char


def _example(match: re.Match[str]) -> Example:
    kind, flags, body = match.groups()
    text = ""
    faults, starts = [], []
    for piece in re.split("([⟦⟧])", body):
        if piece == "⟦":
            starts.append(len(text))
        elif piece == "⟧":
            faults.append(Span(starts.pop(), len(text)))
        else:
            text += piece
    settings = dict(flag.split("=", 1) for flag in flags.split())
    return Example(kind, settings, text, tuple(sorted(faults)))
