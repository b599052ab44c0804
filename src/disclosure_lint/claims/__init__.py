"""Figures stated in prose: what a report says in words of the figures in its tables."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from disclosure_lint.claims.claim import Claim, Topic
from disclosure_lint.claims.scope import author_of
from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.report import Prose, Report
from disclosure_lint.source import Span
from disclosure_lint.syntax import LineKind
from disclosure_lint.topics.sentences import RunningText, running_text
from disclosure_lint.words import words

_END = compiled(r"[。!?！？\n]")
# A figure with a word that counts it, or one that ends a list's item; or a denial. (The look at the
# first character spares most of them the rest.)
_FIGURE = compiled(
    r"(?=[0-9０-９一二两三四五六七八九十百千未没无零])"
    r"(?:[0-9０-９]+(?:[余多来]?\s*[件份宗起条次项例个万元]|(?=[,，;；、)）。]|$))"
    r"|[一二两三四五六七八九十百千]+[余多]?[件份宗起条次项例个]|[未没无零])"
)
_HEAD = 40  # characters of a line in which its sub-heading stands


@lru_cache(maxsize=4)
def claims_of(report: Report) -> tuple[Claim, ...]:
    """Return the claims of a report in order of place; read once, for every rule of the group asks."""
    return tuple(_read(report))


def _read(report: Report) -> Iterator[Claim]:
    """Read the sentences of whole paragraphs: a figure may be broken over two lines."""
    field = _field()
    author = author_of(report)
    running = running_text(report)
    text = running.text
    section = None
    heading = Topic()
    for prose, start, end in _paragraphs(running):
        if prose.section is not section:
            section, heading = prose.section, _topic_of_section(prose)
        if prose.kind in {LineKind.CLAUSE, LineKind.ITEM}:
            heading = _topic_of_heading(prose, heading)
        if not _FIGURE.search(text, start, end):
            continue
        from disclosure_lint.claims.reading import read_sentence  # noqa: PLC0415 - with the grammar

        topic = heading
        for sentence in _sentences(text, start, end):
            if _FIGURE.search(text, *sentence) and field.search(text, *sentence):
                found, topic = read_sentence(text, sentence, author, topic)
                yield from (_in_source(claim, running) for claim in found)


def _paragraphs(running: RunningText) -> Iterator[tuple[Prose, int, int]]:
    """Yield the first line of each paragraph, and where the paragraph begins and ends."""
    first = 0
    for number, (line, start) in enumerate(zip(running.paragraphs, running.starts, strict=True)):
        if not running.goes_on(number):
            yield running.paragraphs[first], running.starts[first], start + len(line.text)
            first = number + 1


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _END.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, end)


def _in_source(claim: Claim, running: RunningText) -> Claim:
    return claim._replace(
        span=running.span(*claim.span),
        phrase=running.span(*claim.phrase),
        sentence=running.span(*claim.sentence),
    )


def _topic_of_section(prose: Prose) -> Topic:
    """What the section is about: by the form, else by the words of its title."""
    if prose.section is None:
        return Topic()
    data = words("claims")["sections"]
    key = prose.section.form.key if prose.section.form else ""
    noun = data["topics"].get(key) or (_noun_of(prose.section.section.title) if not key else "")
    return Topic(noun, bool(noun), ("section",) if key in data["unsure"] else ())


def _topic_of_heading(prose: Prose, topic: Topic) -> Topic:
    noun = _noun_of(prose.text[:_HEAD])
    return Topic(noun, bool(noun), topic.scope)


@lru_cache(maxsize=1024)
def _noun_of(heading: str) -> str:
    headings: dict[str, list[str]] = words("claims")["headings"]
    found = (noun for noun, marks in headings.items() if any(mark in heading for mark in marks))
    return next(found, "")


@cache
def _field() -> re.Pattern[str]:
    """The words without one of which a sentence states no figure of the tables."""
    plain = set(words("claims")["roles"]["plain"])
    return compiled(
        any_of(
            word
            for concepts, spellings in words("claims")["concepts"].items()
            if not plain & set(concepts.split())
            for word in spellings
        )
    )
