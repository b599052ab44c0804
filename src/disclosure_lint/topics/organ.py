"""Where a report names its organ, and which organ it is of.

The title says it best; then the preamble (`现公布某局2023年…年度报告`), the signature, the subject of the
first sentences, the metadata, and at last what the report calls its own (我镇).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain, islice, pairwise

from disclosure_lint.dates import find_date, is_date
from disclosure_lint.patterns import HAN, compiled
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Prose, Report
from disclosure_lint.source import Span
from disclosure_lint.topics.organ_name import Kind, Level, Organ, is_operator, read_organ
from disclosure_lint.topics.titles import title_of
from disclosure_lint.words import words

_NAME = rf"(?:{HAN}|[ \u3000()（）])+"
# `某局2023年政府信息公开工作年度报告` in all its spellings, or `某局现将…`: what follows the name, then the name.
_REPORT = r"(?=[现组特编12])(?:现将|(?:组织|特|特此)?编制|(?:19|20)\d\d[ \u3000]*年度?(?:政府|政务)?(?:信息公开|公开)?(?:工作)?(?:年度报告|年报(?!告)|报告))"
_BEFORE_NAME = r"(?s:.*[\W\d_A-Za-z])?"
# How many paragraphs of the beginning, and of the end, are looked at.
_BEGINNING = 8
_END = 4
_LONGEST_NAME = 30
# No date ends with one.
_STOPS = frozenset("。；;：:，,")


class Place(StrEnum):
    """Where a name stands."""

    TITLE = "title"
    PREAMBLE = "preamble"
    SIGNATURE = "signature"
    TEXT = "text"
    METADATA = "metadata"


class Mention(NamedTuple):
    """An organ named in a report, and where."""

    organ: Organ
    span: Span
    place: Place


@once
def organ_of(report: Report) -> Organ | None:
    """Return the organ whose report this is, or None where the text does not tell.

    An organ without a name (`name` empty) is one that the report only calls 我镇 or 本街道.
    """
    mentions = chain(
        title_mention(report),
        preamble_mentions(report),
        signature_mentions(report),
        _subjects(report),
        _publishers(report),
    )
    found = next((it.organ for it in mentions if it.place is Place.TITLE or it.organ.kind), None)
    return found or _self_named(report)


@once
def title_organ(report: Report) -> Organ | None:
    """Return the organ that the title names, or None."""
    title = title_of(report)
    name = title.words(title.organ) if title else ""
    return read_organ(name) if name else None


def title_mention(report: Report) -> Iterator[Mention]:
    """Yield the organ of the title, if it names one."""
    organ, title = title_organ(report), title_of(report)
    if organ and title:
        yield Mention(organ, title.span(title.organ), Place.TITLE)


def preamble_mentions(report: Report) -> Iterator[Mention]:
    """Yield the organs that the words before the first section name together with the report."""
    for prose in islice(report.prose, _BEGINNING):
        if prose.section is not None:
            break
        for match in compiled(_REPORT).finditer(prose.text):
            before = prose.text[max(0, match.start() - _LONGEST_NAME) : match.start()]
            name = before.rstrip(" \u3000")
            end = match.start() - len(before) + len(name)
            name = compiled(_BEFORE_NAME).sub("", name, 1)
            # `由信息中心编制` names who put the report together, which may be another's.
            if len(name) < 2:
                continue
            if not _leads().search(name):
                yield from _named(prose, name, end - len(name), Place.PREAMBLE)
            elif match[0][0].isdigit():
                yield from _mention(prose, end - len(name), end, Place.PREAMBLE)


def signature_mentions(report: Report) -> Iterator[Mention]:
    """Yield the organ that signs: a name and a date at the end, on one line or on two."""
    last = report.prose[-_END:]
    for before, after in pairwise(last):
        if len(before.text) <= _LONGEST_NAME and is_date(after.text):
            yield from _mention(before, 0, len(before.text), Place.SIGNATURE)
    for prose in last:
        short = len(prose.text) <= _LONGEST_NAME * 2 and prose.text[-1:] not in _STOPS
        found = find_date(prose.text) if short else None
        if found and found.start and found.end == len(prose.text):
            yield from _mention(prose, 0, found.start, Place.SIGNATURE)


def _subjects(report: Report) -> Iterator[Mention]:
    """Yield the organs that a sentence at the beginning is about: `2022年以来,丰收乡按照…`."""
    for prose in islice(report.prose, _BEGINNING):
        for match in _subject().finditer(prose.text):
            yield from _mention(prose, *match.span(1), Place.TEXT)


def publisher_mentions(report: Report) -> Iterator[Mention]:
    """Yield the organs that the metadata name as publisher (发布机构)."""
    yield from _entries(report, "publisher")


def _publishers(report: Report) -> Iterator[Mention]:
    """Yield the organs that the metadata name, those left out that only run the site."""
    for mention in chain(_entries(report, "publisher"), _entries(report, "origin")):
        if not is_operator(mention.organ):
            yield mention


def _entries(report: Report, key: str) -> Iterator[Mention]:
    for entry in report.metadata:
        organ = _organ(entry.value) if entry.key == key else None
        if organ:
            yield Mention(organ, entry.span, Place.METADATA)


def _self_named(report: Report) -> Organ | None:
    """The nameless organ that the beginning calls its own; None where it calls several kinds so."""
    text = "".join(prose.text for prose in report.prose[:_BEGINNING])
    kinds = {
        kind
        for kind, ends in words("organs")["self"].items()
        if any(pronoun + end in text for pronoun in words("organs")["own"] for end in ends)
    }
    if kinds == {Level.STREET}:
        return Organ("", Kind.STREET, Level.STREET)
    if kinds == {Level.TOWNSHIP}:
        return Organ("", Kind.REGION, Level.TOWNSHIP)
    return Organ("", Kind.DEPARTMENT, None) if kinds == {Kind.DEPARTMENT} else None


def _mention(prose: Prose, start: int, end: int, place: Place) -> Iterator[Mention]:
    """The name in a piece of a paragraph, when it is one."""
    start = max((it.end() for it in _leads().finditer(prose.text, start, end)), default=start)
    name = prose.text[start:end].strip()
    yield from _named(prose, name, start, place)


def _named(prose: Prose, name: str, start: int, place: Place) -> Iterator[Mention]:
    """A name that stands in a paragraph from an offset on, when it is one."""
    organ = None if name.startswith(_pronouns()) else _organ(name)
    if organ:
        at = prose.span.start + prose.text.index(name, start)
        yield Mention(organ, Span(at, at + len(name)), place)


@lru_cache(maxsize=256)
def _organ(name: str) -> Organ | None:
    """The organ that words name, or None where they name none."""
    organ = read_organ(name) if compiled(_NAME).fullmatch(name) else None
    return organ if organ and organ.kind else None


@cache
def _pronouns() -> tuple[str, ...]:
    return tuple(words("organs")["subject"]["pronouns"])


@cache
def _leads() -> re.Pattern[str]:
    return compiled("|".join(map(re.escape, words("organs")["subject"]["leads"])))


@cache
def _subject() -> re.Pattern[str]:
    """A name at the start of a clause that goes on with a verb of such sentences."""
    subject = words("organs")["subject"]
    ends = "|".join(map(re.escape, subject["ends"]))
    verbs = "|".join(map(re.escape, subject["verbs"]))
    return compiled(rf"(?:^|[,，。;；]|\d年度?)[ \u3000]*({HAN}{{1,24}}?(?:{ends}))(?=(?:{verbs}))")
