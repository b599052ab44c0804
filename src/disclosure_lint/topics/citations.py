"""Titles and numbers of documents as reports cite them, and the documents that are well known."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import takewhile

from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.text import fold
from disclosure_lint.words import words

_NUMBER = (
    r"(?P<open>[〔﹝\[［(（【〖〈<])[ \u3000]*(?P<year>\d{4}|\d{2})(?P<nian>年?)[ \u3000]*(?P<close>[〕﹞\]］)）】〗〉>])"
    r"[ \u3000]*(?P<th>第?)[ \u3000]*(?P<serial>\d{1,4})[ \u3000]*号\Z"
)
# From the opening bracket to 号, blanks between; the organ's code before it.
_REACH, _HEAD = 24, 14
_CLOSED = frozenset("〕﹞]］)）】〗〉>")
# Between the closing bracket and 号: four digits, 第 and blanks.
_SERIAL = 8
_MARKS = dict.fromkeys(map(ord, '《》〈〉<>“”"「」()（）'))
# The longest title that is followed to its closing mark.
_TITLE = 120
_ORDER = (
    r"(?:国务院令|国令|国务院)[ \u3000]*(?:〔?\d{4}〕?年?)?第?[ \u3000]*(\d{2,4})[ \u3000]*号令?"
)
# How far after a law's title its order begins.
_NEAR = 16
_LONGEST = 400  # a sentence of so many characters on either side is looked at no further
_SENTENCE_ENDS = "。;；\n"


class Number(NamedTuple):
    """A document number as printed: `span` reaches from the bracket to 号, `head` is the Chinese before.

    `gap` counts the blanks between them. `code_slip` is a wrong character at the end of the organ's code with the right one, or None.
    `code` is the end of that code, its slip mended; the whole code where it is a known one.
    """

    span: Span
    head: str
    code: str
    gap: int
    brackets: str
    year: str
    nian: str
    th: str
    serial: str
    code_slip: tuple[str, str] | None

    @property
    def right(self) -> str:
        """The number as it is to be written."""
        year = self.year if len(self.year) > len("21") else f"20{self.year}"
        return f"{self.code}〔{year}〕{int(self.serial)}号"

    @property
    def whole(self) -> Span:
        """The span with the code before the bracket."""
        return Span(self.span.start - self.gap - len(self.code), self.span.end)


@lru_cache(maxsize=8)
def numbers(text: str) -> tuple[Number, ...]:
    """Return the document numbers in `text`, sound and malformed ones, in order.

    A bracket with a year and a serial counts only after the end of an organ's code (函, 发, 办 …).
    """
    found = []
    for at in occurrences(text, "号"):
        if not _CLOSED.isdisjoint(text[max(0, at - _SERIAL) : at]):
            start = max(0, at - _REACH)
            base = max(0, start - _HEAD)
            number = _number(text[base : at + 1], start - base)
            if number:
                span = Span(base + number.span.start, at + 1)
                found.append(number._replace(span=span))
    return tuple(found)


@lru_cache(maxsize=1024)
def _number(text: str, start: int) -> Number | None:
    """The number that a text ends in; kept, for the same few are in every report."""
    match = compiled(_NUMBER).search(text, start)
    if not match:
        return None
    data = words("references")["document_number"]
    before = text[max(0, match.start() - _HEAD) : match.start()]
    code = before.rstrip(" \u3000")
    head = "".join(takewhile(_is_han, reversed(code)))[::-1]
    last = head[-1:]
    slip = data["slips"].get(last)
    if not last or (not slip and last not in data["codes"]):
        return None
    mended = head[:-1] + slip if slip else head
    return Number(
        span=Span(*match.span()),
        head=head,
        code=next((code for code in data["known"] if mended.endswith(code)), mended[-1:]),
        gap=len(before) - len(code),
        brackets=match["open"] + match["close"],
        year=match["year"],
        nian=match["nian"],
        th=match["th"],
        serial=match["serial"],
        code_slip=(last, slip) if slip else None,
    )


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


class Title(NamedTuple):
    """A title in 《》: the span between its outer marks, and its words without any marks, folded."""

    span: Span
    core: str


def title_at(text: str, start: int) -> Title | None:
    """Return the title whose 《 stands at `start`, inner ones included; None if it is not closed."""
    stop = start + _TITLE
    end = text.find("》", start, stop)
    while end >= 0 and text.count("《", start, end) > text.count("》", start, end) + 1:
        end = text.find("》", end + 1, stop)
    if end < 0 or "\n" in text[start:end]:
        return None
    return Title(Span(start + 1, end), _core(text[start + 1 : end]))


@lru_cache(maxsize=1024)
def _core(printed: str) -> str:
    return fold(printed).translate(_MARKS)


@lru_cache(maxsize=8)
def titles(text: str) -> tuple[Title, ...]:
    """Return the titles in 《》, outer ones only, in order."""
    found = []
    at = text.find("《")
    while at >= 0:
        title = title_at(text, at)
        if title:
            found.append(title)
        at = text.find("《", title.span.end if title else at + 1)
    return tuple(found)


class Citation(NamedTuple):
    """A notice that is cited: by its title, by its number, or by both, the number after the title.

    `titled` and `numbered` are the numbers of the known notices that title and number belong to.
    """

    title: Title | None
    number: Number | None
    titled: str
    numbered: str

    @property
    def span(self) -> Span:
        """From the title's opening mark to the number's end, or the one of them that there is."""
        parts = [Span(it.span.start - 1, it.span.end + 1) for it in [self.title] if it]
        parts += [it.whole for it in [self.number] if it]
        return Span(parts[0].start, parts[-1].end)


@cache
def notices() -> dict[str, dict[str, str | int]]:
    """Return the well-known notices by their numbers."""
    return {notice["number"]: notice for notice in words("references")["notice"]}


@lru_cache(maxsize=8)
def citations(text: str) -> tuple[Citation, ...]:
    """Return where `text` names a well-known notice, in order of place."""
    left = {number.whole.start: number for number in numbers(text)}
    found = []
    for title in titles(text):
        known = _titled(text, title)
        number = _following(text, title, left)
        numbered = _numbered(number)
        if known or numbered:
            found.append(Citation(title, number, known, numbered))
            if number:
                del left[number.whole.start]
    found += [Citation(None, it, "", _numbered(it)) for it in left.values() if _numbered(it)]
    if len(found) > 1:
        found.sort(key=lambda it: it.span)
    return tuple(found)


def _titled(text: str, title: Title) -> str:
    """The number of the notice that a title is the name of; another organ's notice may end alike."""
    number, issuer = _ending(title.core)
    if number:
        issuer = issuer or text[: title.span.start - 1][-16:]
        ours = "国务院办公厅" in issuer or "国办" in issuer
        local = issuer.rstrip().endswith(("厅", "办", "室", "局", "府", "委", "印发", "转发"))
        return number if ours or not local else ""
    return ""


@lru_cache(maxsize=1024)
def _ending(core: str) -> tuple[str, str]:
    """The number of the notice whose name a title ends in, and what stands before; else two empty words."""
    for number, notice in notices().items():
        name = str(notice["core"])
        if core.endswith(name):
            return number, core.removesuffix(name)
    return "", ""


def _numbered(number: Number | None) -> str:
    return right if number and (right := number.right) in notices() else ""


def _following(text: str, title: Title, left: Mapping[int, Number]) -> Number | None:
    """The number right after a title, most often in brackets."""
    after = title.span.end + 1
    return left.get(after + text.startswith(("(", "（", "[", "〔"), after))


class Order(NamedTuple):
    """An order of the State Council: the span of the words and of the figure in them."""

    span: Span
    number: int
    figure: Span


@lru_cache(maxsize=8)
def orders(text: str) -> tuple[Order, ...]:
    """Return the orders of the State Council that `text` names, in order."""
    return tuple(
        Order(Span(*match.span()), int(match[1]), Span(*match.span(1)))
        for match in compiled(_ORDER).finditer(text)
    )


def ordered(text: str, law_title: str) -> Iterator[Order]:
    """Yield the orders that stand in the brackets right after a law's title, a date perhaps before them."""
    found = orders(text)
    starts = [order.span.start for order in found]
    for title in titles(text) if found else ():
        after = title.span.end + 1
        opened = text.startswith(("(", "（"), after)
        if not opened or fold(text[title.span.start : title.span.end]) != law_title:
            continue
        order = next(iter(found[bisect_right(starts, after) :][:1]), None)
        if order is None or order.span.start > after + _NEAR:
            continue
        if not any(mark in text[after + 1 : order.span.start] for mark in "()（）《》\n"):
            yield order


def sentence(text: str, span: Span) -> str:
    """Return the sentence around a span: up to a full stop, a semicolon or the line's end."""
    first, last = max(0, span.start - _LONGEST), span.end + _LONGEST
    start = max(first, *(text.rfind(mark, first, span.start) + 1 for mark in _SENTENCE_ENDS))
    ends = [at for mark in _SENTENCE_ENDS if (at := text.find(mark, span.end, last)) >= 0]
    return text[start : min(ends, default=last)]


def tells_history(text: str, span: Span) -> bool:
    """Whether the sentence around a span tells what became of a text, and does not rest on it."""
    around = sentence(text, span)
    return any(word in around for word in words("references")["history"]["words"])


def in_force(notice: dict[str, str | int], year: int) -> bool:
    """Whether a notice was the one to follow in the reports of a year."""
    return int(notice.get("from", 0)) <= year <= int(notice.get("to", 9999))


def year_of(report: Report) -> int | None:
    """The year to judge by: the report's, else the first of the form its tables are on."""
    return report.year or (report.form.first if report.form else None)
