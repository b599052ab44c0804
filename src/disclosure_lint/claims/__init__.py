"""Figures stated in prose: what a report says in words of the figures in its tables."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from disclosure_lint.claims.claim import Claim, Topic
from disclosure_lint.claims.scope import Author, acting, author_of, names_whose
from disclosure_lint.claims.words import any_of
from disclosure_lint.patterns import compiled
from disclosure_lint.records import once
from disclosure_lint.report import Prose, Report
from disclosure_lint.source import Span
from disclosure_lint.syntax import LineKind
from disclosure_lint.topics.sentences import RunningText, running_text
from disclosure_lint.words import words

_ENDS = "。!?！？\n"
_LEAD_ENDS = "。\n:： \u3000"
_LEAD = 24  # characters of a line that leads in the next
_NUMERALS = "一二两三四五六七八九十百千"
# A figure with a word that counts it, or one that ends a list's item; or a denial. (What it begins
# with is looked at twice: to find one of many characters is quick, to try many words at each is not.)
_FIGURE = compiled(
    rf"[0-9０-９{_NUMERALS}未没无零]"
    rf"(?:(?<=[未没无零])|(?<=[{_NUMERALS}])[{_NUMERALS}]*[余多]?[件份宗起条次项例个]"
    r"|(?<=[0-9０-９])[0-9０-９]*(?:[余多来]?\s*[件份宗起条次项例个万元]|(?=[,，;；、)）。!?！？\n]|$)))"
)
_HEADINGS = frozenset([LineKind.CLAUSE, LineKind.ITEM])
_HEAD = 40  # characters of a line in which its sub-heading stands


@once
def claims_of(report: Report) -> tuple[Claim, ...]:
    """Return the claims of a report in order of place; read once, for every rule of the group asks."""
    return tuple(_read(report))


def _read(report: Report) -> Iterator[Claim]:
    """Read the sentences of whole paragraphs: a figure may be broken over two lines."""
    running = running_text(report)
    sentences = list(_stating(running))
    if not sentences:
        return
    from disclosure_lint.claims.shapes import claims_in  # noqa: PLC0415 - with the grammar

    author = author_of(report)
    text, lines = running.text, running.paragraphs
    heading = None
    topic = Topic()
    read = told = 0  # lines that were looked at, and where the last sentence ends
    for begin, end in sentences:
        start = _lead(running, begin)
        number = running.index(start)
        for line in lines[read : number + 1]:
            if line.kind in _HEADINGS or heading is None or line.section is not heading.section:
                heading = line
        if not read or running.blocks[number] != running.blocks[read - 1]:
            topic = _topic(heading)
        read = number + 1
        line, begins = lines[number], running.starts[number]
        alone = end <= begins + len(line.text)  # else in lines whose places are not side by side
        at = start - begins + line.span.start if alone else start
        scope = topic.scope
        if start > max(begins, told) and _others_act(running, start, author):
            topic = topic._replace(scope=(*scope, "foreign"))
        found, topic = claims_in(text[start:end], at, author, topic)
        topic, told = topic._replace(scope=scope), end + 1
        if start < begin and found and all("foreign" in it.scope for it in found):
            topic = topic._replace(scope=(*topic.scope, "foreign"))  # for all the paragraph
        yield from found if alone else [_in_source(claim, running) for claim in found]


def _stating(running: RunningText) -> Iterator[Span]:
    """Yield the sentences with a word of the field and a figure."""
    text, field = running.text, _field()
    word = field.search(text)
    while word:
        start, end = running.sentence(word.start())
        if _FIGURE.search(text, start, end):
            yield Span(start, start + len(text[start:end].rstrip(_ENDS)))
        word = field.search(text, end)


def _lead(running: RunningText, start: int) -> int:
    """Where a sentence begins with what leads it in, if that names an organ: `2.区教育局。`, `区本级情况：`."""
    text = running.text
    first = running.sentence(start - 1)[0] if start else start
    if start - first > _LEAD or (first and text[first - 1] != "\n"):
        return start
    lead = text[first:start].rstrip(_LEAD_ENDS)
    same = running.paragraph(first).section is running.paragraph(start).section
    return first if same and names_whose(lead) else start


def _others_act(running: RunningText, start: int, author: Author) -> bool:
    """Whether the sentence before tells what another organ did: `区住建局创新方式。全年收到…`."""
    before = running.text[running.sentence(start - 1)[0] : start]
    return not all(map(author.owns, acting(before)))


def _in_source(claim: Claim, running: RunningText) -> Claim:
    return claim._replace(
        span=running.span(*claim.span),
        phrase=running.span(*claim.phrase),
        sentence=running.span(*claim.sentence),
    )


def _topic(heading: Prose | None) -> Topic:
    """What the text is about under a heading inside a section, or else in the section of a line."""
    if heading is None or heading.section is None:
        key, title = None, ""
    else:
        section = heading.section
        key, title = section.form.key if section.form else "", section.section.title
    under = heading.text[:_HEAD] if heading and heading.kind in _HEADINGS else None
    return _topic_of(key, title, under)


@lru_cache(maxsize=1024)
def _topic_of(key: str | None, title: str, heading: str | None) -> Topic:
    """The topic by the heading; without one by the form's section, else by the words of its title.

    There is no `key` before the first section, and an empty one for sections that no form has.
    """
    data = words("claims")["sections"]
    noun = data["topics"].get(key) or ("" if key else _noun_of(title))
    if heading is not None:
        noun = _noun_of(heading)
    return Topic(noun, bool(noun), ("section",) if key in data["unsure"] else ())


def _noun_of(heading: str) -> str:
    headings: dict[str, list[str]] = words("claims")["headings"]
    found = (noun for noun, marks in headings.items() if any(mark in heading for mark in marks))
    return next(found, "")


@cache
def _field() -> re.Pattern[str]:
    """The words without one of which a sentence states no figure of the tables."""
    return compiled(any_of(words("claims")["field"]["words"]))
