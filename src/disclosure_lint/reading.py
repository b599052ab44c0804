"""Source to Report: parse, bind sections and tables, read metadata and the year."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from disclosure_lint.edition import Edition, SectionForm, TableForm, load_editions, named_edition
from disclosure_lint.front import TITLE_MARKUP, YEAR, is_title
from disclosure_lint.landmarks import landmarks
from disclosure_lint.layout import Words, name
from disclosure_lint.metadata import read_metadata
from disclosure_lint.opening import is_known
from disclosure_lint.parser import parse
from disclosure_lint.patterns import compiled
from disclosure_lint.placement import place
from disclosure_lint.records import made
from disclosure_lint.report import BoundSection, Field, Prose, Report
from disclosure_lint.shapes import bind_blocks
from disclosure_lint.source import Source
from disclosure_lint.suspects import explain
from disclosure_lint.syntax import Block, Document, LineKind, Paragraph, Section
from disclosure_lint.table import BoundTable
from disclosure_lint.text import fold, narrow, strip_ordinal, strip_year

# So many rows with figures are a piece of a table.
_PIECE = 3
_PERIOD = compiled(r"((?:19|20)\d\d)\s*年\s*1\s*月\s*1\s*日")
_YEAR_WORD = compiled(r"(?<![\d〔(\[])((?:19|20)\d\d)\s*年")
_DATE_YEAR = compiled(r"((?:19|20)\d\d)[-年/.]\s*\d{1,2}")
_CHINESE_DIGITS = str.maketrans("二两〇零O○一三四五六七八九", "22000013456789")


def read_report(
    source: Source, forced: str | None, today: date, own: tuple[str, ...] = ()
) -> Report:
    """Return what `source` means. Never raises, whatever the text.

    `forced` is the id of the edition to judge by, instead of the one the year asks for; `today` is
    the day that rules about deadlines and plans compare with. `own` are files with editions of the
    user's. Raises EditionError for what is wrong in one of these.
    """
    editions = load_editions(*own)
    document = parse(source, landmarks(editions))
    metadata = read_metadata(document.metadata)
    title = _title(document, metadata)
    year = _year(title, document, metadata)
    expected = _expected(year, forced, editions)
    tables, lines = _tables(document, expected, editions)
    tables = [explain(place(table)) for table in tables]
    expected = _variant(tables, expected)
    edition = _edition(tables, expected, editions) or expected
    sections = bind_sections(document.sections, expected or edition or editions[0])
    return Report(
        source=source,
        document=document,
        title=title,
        year=year,
        edition=edition,
        expected=expected,
        layout=_layout(document, tables, lines, editions),
        metadata=metadata,
        sections=sections,
        tables=tuple(tables),
        prose=tuple(_prose(document, sections, tables)),
        recognized=_recognized(title, document, tables, editions),
        today=today,
        editions=editions,
    )


def _expected(
    year: int | None, forced: str | None, editions: tuple[Edition, ...]
) -> Edition | None:
    """The edition that a year asks for; a local variant is asked for by its tables only."""
    if forced:
        return named_edition(forced, editions)
    national = (it for it in editions if not it.variant_of)
    return next((it for it in national if year and it.covers(year)), None)


def _variant(tables: Sequence[BoundTable], expected: Edition | None) -> Edition | None:
    """The local variant of the expected edition that a table is on, else that edition."""
    found = (it.edition for it in tables if expected and it.edition.variant_of == expected.id)
    return next(found, expected)


def _recognized(
    title: str,
    document: Document,
    tables: Sequence[BoundTable],
    editions: tuple[Edition, ...],
) -> bool:
    """Whether the text looks like a report: a title, two of the form's headings, or a table."""
    if title or any(_is_table(table) for table in tables):
        return True
    marks = landmarks(editions)
    heads = [section.title for section in document.sections]
    blocks = (block for section in document.sections for block in section.blocks)
    heads += [
        strip_ordinal(fold(block.text))
        for block in blocks
        if isinstance(block, Paragraph) and block.kind is LineKind.CLAUSE
    ]
    return sum(is_known(fold(head), marks) for head in heads) >= 2


def _is_table(table: BoundTable) -> bool:
    """A stray label or two in any text are no table; three rows with figures are a piece of one."""
    rows = [row for row in table.rows if row.form]
    filled = sum(row.filled for row in rows)
    return filled >= _PIECE or len(rows) * 2 >= len(table.form.rows)


def _layout(
    document: Document,
    tables: Sequence[BoundTable],
    lines: Sequence[Words],
    editions: tuple[Edition, ...],
) -> str:
    """Name the layout of the tables, or say that there are none where the form has some."""
    if not tables:
        known = {fold(section.title) for section in document.sections} & set(_homes(editions))
        return "tables-absent" if known else "prose-only"
    # Of all others each row is filled, or is known to be blank.
    doubtful = [table for table in tables if table.doubtful and not table.grid]
    rows = [row for table in doubtful for row in table.rows if row.form and row.label]
    blank = sum(not row.filled for row in rows)
    if blank and blank * 2 > _labelled(tables):
        return "deduplicated-lines"
    return "mega-pipes" if document.framed else name(lines)


def _labelled(tables: Sequence[BoundTable]) -> int:
    """How many rows of the form the tables print with a label."""
    return sum(bool(row.form and row.label) for table in tables for row in table.rows)


def _title(document: Document, metadata: Sequence[Field]) -> str:
    """The printed title, or the one that stands only in the metadata."""
    if document.title:
        return " ".join(line.text.strip(TITLE_MARKUP) for line in document.title)
    for entry in metadata:
        if entry.key == "name" and is_title(fold(entry.value), landmarks()):
            return entry.value
    return ""


def _year(title: str, document: Document, metadata: Sequence[Field]) -> int | None:
    """The year of the title, else of the period, of the publication, else the commonest in the text."""
    found = YEAR.search(narrow(title))
    if found:
        return int((found[1] or found[2]).translate(_CHINESE_DIGITS))
    first = document.sections[0].blocks[:12] if document.sections else ()
    opening = [it for it in (*document.preamble, *first) if isinstance(it, Paragraph)]
    texts = [narrow(it.text) for it in opening]
    for text in texts:
        period = _PERIOD.search(text)
        if period:
            return int(period[1])
    for entry in metadata:
        date_of = _DATE_YEAR.match(entry.value) if entry.key in {"created", "published"} else None
        if date_of:
            return int(date_of[1]) - 1
    years = Counter(match[1] for text in texts for match in _YEAR_WORD.finditer(text))
    return int(max(years, key=lambda it: (years[it], it))) if years else None


def _tables(
    document: Document, expected: Edition | None, editions: tuple[Edition, ...]
) -> tuple[list[BoundTable], list[Words]]:
    """Bind the tables of every part of the text; a table may stand before the first heading."""
    homes = _homes(editions)
    tables: list[BoundTable] = []
    lines: list[Words] = []
    parts: list[tuple[Sequence[Block], str, str]] = [(document.front, "", "")]
    for section in document.sections:
        home = homes.get(fold(section.title)) or homes.get(section.number, "")
        parts.append((section.blocks, section.number, home))
    for blocks, number, home in parts:
        found, used = bind_blocks(blocks, number, home, expected, editions)
        tables += found
        lines += used
    return tables, lines


@cache
def _homes(editions: tuple[Edition, ...]) -> dict[str, str]:
    """The table that belongs under each heading, by its folded title and by its number."""
    homes = {}
    for edition in editions:
        for form in edition.sections:
            for table in form.tables:
                homes[fold(form.title)] = table.key
                if form.number:
                    homes[form.number] = table.key
    return homes


def _edition(
    tables: Sequence[BoundTable], expected: Edition | None, editions: tuple[Edition, ...]
) -> Edition | None:
    """The edition that most tables are on; where as many are on two, the one the year does not ask for.

    A report is on a local variant when one table is and the others are as in all of the country.
    """
    found = [table.edition for table in tables]
    if not found:
        return None
    distinct = [table.edition for table in tables if _tells(table.form, editions)]
    most = max(distinct or found, key=lambda it: (found.count(it), it is not expected))
    return expected if expected and expected.variant_of == most.id else most


@lru_cache(maxsize=64)
def _tells(its: TableForm, editions: tuple[Edition, ...]) -> bool:
    """Whether a table's form differs from that of other editions."""
    forms = [form for it in editions for form in it.tables if form.key == its.key]
    return len({tuple(row.label for row in form.rows) for form in forms}) > 1


def bind_sections(sections: Sequence[Section], edition: Edition) -> tuple[BoundSection, ...]:
    """Say which section of the form each printed one is: by its words, else by its number."""
    named = [_named(section, edition) for section in sections]
    taken = {form.key for form, _ in named if form}
    bound = []
    for section, (form, exact) in zip(sections, named, strict=True):
        found = form
        if found is None:
            free = [it for it in edition.sections if it.key not in taken]
            found = next((it for it in free if _numbered(section, it)), None)
            if found:
                taken.add(found.key)
        bound.append(BoundSection(section, found, exact))
    return _placed(bound, edition)


def _named(section: Section, edition: Edition) -> tuple[SectionForm | None, bool]:
    titles, folded = _titles(edition), fold(section.title)
    return titles.get(folded) or titles.get(strip_year(folded)) or (None, False)


@lru_cache(maxsize=16)
def _titles(edition: Edition) -> dict[str, tuple[SectionForm, bool]]:
    """Every folded title with the section it names, and whether it is the exact one."""
    variants = {fold(alias): (form, False) for form in edition.sections for alias in form.aliases}
    return variants | {fold(form.title): (form, True) for form in edition.sections}


def _numbered(section: Section, form: SectionForm) -> bool:
    """A section with the number of one that is missing, and with some of its words, is that one."""
    shared = set(fold(section.title)) & set(fold(form.title))
    return section.number == form.number and len(shared) * 4 >= len(fold(form.title))


def _placed(bound: Sequence[BoundSection], edition: Edition) -> tuple[BoundSection, ...]:
    order = {form.key: at for at, form in enumerate(edition.sections)}
    seen: set[str] = set()
    done = []
    highest = -1
    for section, form, exact, _, _ in bound:
        key = form.key if form else ""
        again = key in seen
        rank = order.get(key, highest)
        repeated = again and form is not None
        done.append(
            made(BoundSection, (section, form, exact, repeated, not again and rank < highest))
        )
        highest = max(highest, rank)
        seen.add(key)
    return tuple(done)


def _prose(
    document: Document, sections: Sequence[BoundSection], tables: Sequence[BoundTable]
) -> list[Prose]:
    """The paragraphs that are neither title nor metadata nor cells of a table."""
    apart = {line.span for line in document.title} | {
        block.span for block in document.metadata if isinstance(block, Paragraph)
    }
    spans = [table.span for table in tables]
    found = []
    parts: list[tuple[BoundSection | None, Sequence[Block]]] = [(None, document.front)]
    parts += [(bound, bound.section.blocks) for bound in sections]
    for bound, blocks in parts:
        for block in blocks:
            if not isinstance(block, Paragraph) or block.span in apart:
                continue
            text, span, kind = block
            for first, last in spans:
                if first <= span.start < last:
                    break
            else:
                found.append(Prose(text, span, kind, bound))
    return found
