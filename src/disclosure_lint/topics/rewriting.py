"""Fixes made of edits, and many places told in one finding."""

from collections.abc import Iterable, Sequence

from disclosure_lint.diagnostic import Applicability, Edit, Fix, Message, Related
from disclosure_lint.patterns import compiled
from disclosure_lint.source import Source, Span

# A clerk reads ten lines, not two hundred.
_SHOWN = 5
_DIGITS = compiled(r"\d+")


def rewrite(source: Source, edits: Iterable[Edit], zh: str, en: str) -> Fix:
    """Return a fix that is safe where it leaves every row of digits as it is, else unsafe."""
    edits = tuple(edits)
    safe = all(_keeps_digits(source.text, edit) for edit in edits)
    kind = Applicability.SAFE if safe else Applicability.UNSAFE
    return Fix(kind, Message(zh, en), edits)


def suggest(edits: Iterable[Edit], zh: str, en: str) -> Fix:
    """Return a fix that is applied only when a person picks it."""
    return Fix(Applicability.SUGGESTION, Message(zh, en), tuple(edits))


def restore(edits: Iterable[Edit], zh: str, en: str, *, sure: bool) -> Fix:
    """Return a fix that writes the words of the form: safe where it is sure which of them was meant."""
    kind = Applicability.SAFE if sure else Applicability.SUGGESTION
    return Fix(kind, Message(zh, en), tuple(edits))


def _keeps_digits(text: str, edit: Edit) -> bool:
    """Taking a blank out from between two digits makes another figure too."""
    start, end = edit.span
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    old = before + text[start:end] + after
    return _DIGITS.findall(old) == _DIGITS.findall(before + edit.content + after)


def others(
    spans: Sequence[Span], zh: str = "另一处", en: str = "another one"
) -> tuple[Related, ...]:
    """Return the places after the first one, a few of them, as related to it."""
    return tuple(Related(span, Message(zh, en)) for span in spans[1 : 1 + _SHOWN])


def without_lines(text: str, spans: Iterable[Span]) -> tuple[Edit, ...]:
    """Return the edits that take out the lines that hold `spans`, each with its line end.

    Of a last line that has no line end, the one before it goes.
    """
    rows: list[Span] = []
    for span in sorted(spans):
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end) + 1 or len(text)
        if rows and rows[-1].end >= start:
            start = rows.pop().start
        rows.append(Span(start, end))
    if rows and rows[-1].end == len(text) and not text.endswith("\n"):
        start = rows[-1].start
        rows[-1] = Span(len(text[:start].removesuffix("\n").removesuffix("\r")), len(text))
    return tuple(Edit(row, "") for row in rows)
