"""What was meant: sections and tables bound to a form. Never raises, never guesses."""

from bisect import bisect_right
from datetime import date
from functools import cached_property, lru_cache

from disclosure_lint.edition import (
    Edition,
    SectionForm,
    TableForm,
)
from disclosure_lint.opening import BEFORE_HEADING
from disclosure_lint.records import NamedTuple, by_identity
from disclosure_lint.source import Source, Span
from disclosure_lint.syntax import Document, LineKind, Section
from disclosure_lint.table import BoundTable
from disclosure_lint.text import fold

# What may stand before a heading on its line.
HEADING_MARKS = BEFORE_HEADING + "\t"
# Blanks that a line may have more than another with the same words.
_MARGIN = 10
# So far goes each look for the line before a heading.
_STEP = 300


@lru_cache(maxsize=64)
def _alike(one: TableForm, other: TableForm) -> bool:
    """Whether two editions have the same table, its rows and columns called the same."""
    return one.key == other.key and _names(one) == _names(other)


def _names(form: TableForm) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    rows = [(row.key, row.label, row.aliases) for row in form.rows]
    return rows + [(column.key, column.label, column.aliases) for column in form.columns]


def printed_before(text: str, heading: Span) -> int | None:
    """Return where the line before a heading begins if it is the same heading, else None."""
    start, end = heading
    stop, before = start, ""
    while stop and not before:  # step by step, however many blanks there are
        base = max(0, stop - _STEP)
        before = text[base:stop].rstrip()
        stop = base + len(before)
    longest = end - start + _MARGIN
    begin = text.rfind("\n", max(0, stop - longest), stop) + 1
    if not before or (begin == 0 and stop >= longest):
        return None
    return begin if fold(text[begin:stop]) == fold(text[start:end]) else None


class _Bound(NamedTuple):
    section: Section
    form: SectionForm | None
    exact: bool
    repeated: bool = False
    misordered: bool = False


@by_identity
class BoundSection(_Bound):
    """A section of the report and the section of the form that it is; `exact` is about the title."""


class Field(NamedTuple):
    """A metadata entry: the program's key, the key and the value as printed, and their spans."""

    key: str
    label: str
    label_span: Span
    value: str
    span: Span


class Prose(NamedTuple):
    """A paragraph of words: neither title nor metadata nor a cell. `section` is None in the front."""

    text: str
    span: Span
    kind: LineKind
    section: BoundSection | None


class _Reading(NamedTuple):
    source: Source
    document: Document
    title: str
    year: int | None
    edition: Edition | None
    expected: Edition | None
    layout: str
    metadata: tuple[Field, ...]
    sections: tuple[BoundSection, ...]
    tables: tuple[BoundTable, ...]
    prose: tuple[Prose, ...]
    recognized: bool
    today: date
    editions: tuple[Edition, ...] = ()


@by_identity
class Report(_Reading):
    """A report: what was written, and what it means on its form.

    `edition` is the form its tables are on, `expected` the form its year asks for; each is None
    where nothing tells; a report without tables is taken for one on the form of its year. `editions`
    are all that it was compared with. `year` is the report's year. `recognized` says that the text looks like a
    report at all; `today` is the day to compare dates with.
    """

    @property
    def form(self) -> Edition | None:
        """The form to judge by: the one its year asks for, else the one its tables are on."""
        return self.expected or self.edition

    @property
    def whole(self) -> bool:
        """Whether this is a report and not a piece of one: it has a title or half of its sections."""
        if self.title:
            return True
        known = {it.form.key for it in self.sections if it.form}
        asked = [it for it in self.form.sections if it.number or it.cues] if self.form else []
        return len(known) * 2 >= len(asked)

    @property
    def fixed(self) -> bool:
        """Whether the form is known and prescribes headings."""
        return self.form is not None and self.form.fixed

    @cached_property
    def irregular(self) -> bool:
        """Whether its sections are not just the form's, each once, on a line of its own."""
        form, text = self.form, self.source.text
        if form is None or not form.fixed or len(self.sections) != len(form.sections):
            return True
        for bound, due in zip(self.sections, form.sections, strict=True):
            (_, _, heading, (title, _), _, _), known, exact, _, _ = bound
            start = heading.start
            if known is not due or not exact or text[start:title] != due.number + "、":
                return True
            if start and text[start - 1] != "\n":
                line = text.rfind("\n", 0, start) + 1
                if text[line:start].strip(HEADING_MARKS):
                    return True
            if printed_before(text, heading) is not None:
                return True
        return False

    @property
    def untitled(self) -> bool:
        """Whether it is a whole report without a title."""
        return not self.title and self.whole

    @cached_property
    def doubtful(self) -> bool:
        """Whether its tables are not just those of its form, each once and printed as the form has it."""
        due = self.form.tables if self.form else ()
        if len(self.tables) != len(due):
            return True
        for table, form in zip(self.tables, due, strict=True):
            if table.doubtful or not (table.form is form or _alike(table.form, form)):
                return True
        return False

    def prose_at(self, offset: int) -> Prose | None:
        """Return the paragraph of words that an offset stands in, or None (title, metadata, cells)."""
        at = bisect_right(self._prose_starts, offset) - 1
        if at < 0 or offset >= self.prose[at].span.end:
            return None
        return self.prose[at]

    @cached_property
    def _prose_starts(self) -> list[int]:
        return [it.span.start for it in self.prose]

    def table(self, key: str) -> BoundTable | None:
        """Return the first table of a key."""
        return next((table for table in self.tables if table.form.key == key), None)

    def section(self, key: str) -> BoundSection | None:
        """Return the first section of a key."""
        return self._sections_by_key.get(key)

    @cached_property
    def _sections_by_key(self) -> dict[str, BoundSection]:
        return {it.form.key: it for it in reversed(self.sections) if it.form}

    def field(self, key: str) -> Field | None:
        """Return the first metadata entry of a key."""
        for entry in self.metadata:
            if entry.key == key:
                return entry
        return None
