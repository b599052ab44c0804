"""What a report calls its own organ (我局), and to whom the requests it counts were made."""

from collections.abc import Iterator

from disclosure_lint.patterns import compiled
from disclosure_lint.source import Span
from disclosure_lint.topics.sentences import RunningText
from disclosure_lint.words import words

_QUOTE = 200  # characters of a quotation, at most


def addressed(running: RunningText) -> Iterator[tuple[str, Span]]:
    """Yield the governments that requests were made to which the report counts as received."""
    for match in compiled(words("usage")["self"]["addressed"]).finditer(running.text):
        yield match[1], running.span(*match.span(1))


def self_references(running: RunningText, name: str) -> Iterator[tuple[str, Span]]:
    """Yield what is not in an organ's name, 我局, 我镇 …, with its place; those in quotation marks left out."""
    data = words("usage")["self"]
    text = running.text
    for match in compiled(f"{data['pronoun']}({'|'.join(data['units'])})").finditer(text):
        at, end = match.span(1)
        unit = match[1]
        if unit in name or text[max(0, at - 2) : at - 1] in tuple(data["not_before"]):
            continue
        after = text[end : end + 1]
        if after and after in data["not_after"][unit]:
            continue
        line = max(0, at - _QUOTE, text.rfind("\n", max(0, at - _QUOTE), at))
        if text.count("“", line, at) > text.count("”", line, at):
            continue
        yield text[at - 1 : end], running.span(at - 1, end)
