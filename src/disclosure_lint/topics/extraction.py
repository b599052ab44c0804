"""Damage done when a page was turned into text: lost digits, half a bracket, a lost end."""

from collections.abc import Iterator
from functools import lru_cache
from re import Match

from disclosure_lint.literals import occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.syntax import Block, Paragraph
from disclosure_lint.words import words

# `202130号` after one bracket, `201711日`, `20211月`, `2021年11日`, `2021年月3日`; `32024年` by what stands before.
_YEAR = r"20\d\d(?:(?P<date>\d{1,4})[月日]|年(?:(?P<day>\d{2,4})日(?!均|内|以内|之内)|月(?=\d|日))|(?P<number>\d{1,4})号|年(?<=\d20\d\d年))"
_OPEN = "〔﹝[［"
_CODE = "函发"
_MONTHS, _DAYS = 12, 31
# A sentence of at least this length that has no end was cut; a shorter line may be a label.
_SENTENCE, _TAIL = 15, 10
_BRACKETS = "<>＜＞"
# The other half of a pair stands at most so far away, on the same line.
_REACH = 120
_ENDS = "。!?！？;；:：”’』」》)）】…"


def lacks_digits(report: Report) -> bool:
    """Whether digits of a report were lost."""
    return bool(lost_digits(report.source.text))


@lru_cache(maxsize=8)
def lost_digits(text: str) -> tuple[Span, ...]:
    """Return the places where digits, or 年 or 月 between them, were lost in a date or a document number.

    Other rules stay silent there.
    """
    return tuple(span for match in compiled(_YEAR).finditer(text) if (span := _loss(text, match)))


def _loss(text: str, match: Match[str]) -> Span | None:
    start, end = match.span()
    first = start
    while first > 0 and text[first - 1].isdecimal():
        first -= 1
    before = text[first - 1] if first else ""
    if match["number"]:
        if first == start and before and before in _OPEN:
            return Span(start - 1, end)
        return Span(start, end) if first == start and before and before in _CODE else None
    if first < start:
        return Span(first, end) if match[0].endswith("年") and text[first] != "0" else None
    digits = match["date"] or match["day"]
    if digits is None:  # `2021年` is sound, `2021年月` is not
        return Span(start, end) if match[0].endswith("月") else None
    return Span(start, end) if _is_date(digits, match[0]) else None


def _is_date(digits: str, printed: str) -> bool:
    """Whether digits in a row are month and day, or a month, that lost what stood between."""
    if printed.endswith("月"):
        return 1 <= int(digits) <= _MONTHS
    return any(
        1 <= int(digits[:at]) <= _MONTHS and 1 <= int(digits[at:]) <= _DAYS
        for at in range(1, min(len(digits), 3))
    )


def lone_brackets(report: Report) -> Iterator[Span]:
    """Yield the halves of angle brackets beside a title: the rest was taken for a tag and lost.

    `…格式>的通知` and `关于印发<…`; a way through a site (`首页>年报`) has no title's end before it.
    """
    text = report.source.text
    for mark in _BRACKETS:
        for at in occurrences(text, mark):
            beside = words("page")["title_ends" if mark in ">＞" else "title_starts"]
            if text.endswith(tuple(beside), 0, at) and report.prose_at(at) and _is_alone(text, at):
                yield Span(at, at + 1)


def _is_alone(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    after = text[at + 1 : at + 1 + _REACH].partition("\n")[0]
    return not any(mark in before or mark in after for mark in _BRACKETS)


class Cut(NamedTuple):
    """Where a text breaks off: the place, the row or words there, and the titles of what is missing.

    `table` names the table it breaks off in, or, where no words are given, after.
    """

    span: Span
    table: str
    words: str
    missing: tuple[str, ...]


@once
def cut_short(report: Report) -> Cut | None:
    """Return where a report that begins as one breaks off in a table or a sentence, or None.

    Only where the form's last sections are missing altogether; a piece of a report is not cut.
    """
    if report.form is None or not report.fixed or not report.sections or report.document.trailer:
        return None
    keys = [form.key for form in report.form.sections]
    present = {it.form.key for it in report.sections if it.form}
    if not present or keys[-1] in present or not (report.title or keys[0] in present):
        return None
    last = max(keys.index(key) for key in present if key in keys)
    missing = tuple(form.title for form in report.form.sections[last + 1 :])
    block = _last_block(report)
    if not missing or block is None:
        return None
    return _in_table(report, block, missing) or _in_sentence(block, missing)


def _last_block(report: Report) -> Block | None:
    blocks = report.sections[-1].section.blocks
    return blocks[-1] if blocks else None


def _in_table(report: Report, block: Block, missing: tuple[str, ...]) -> Cut | None:
    table = report.tables[-1] if report.tables else None
    if table is None or not table.rows or not table.span.start <= block.span.start < table.span.end:
        return None
    row = table.rows[-1]
    words_of = "" if row.form is table.form.rows[-1] else row.label
    return Cut(row.label_span, table.form.name, words_of, missing)


def _in_sentence(block: Block, missing: tuple[str, ...]) -> Cut | None:
    if not isinstance(block, Paragraph) or len(block.text) < _SENTENCE:
        return None
    if block.text.endswith(tuple(_ENDS)):
        return None
    from disclosure_lint.privacy import mask  # noqa: PLC0415 - few texts are cut

    tail = mask(block.text)[-_TAIL:]
    return Cut(Span(block.span.end - len(tail), block.span.end), "", tail, missing)
