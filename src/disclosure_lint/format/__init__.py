"""One canonical layout: tables and metadata in rows of bars, every blank in its place.

Only bars, blanks and line breaks of tables are rewritten. That no figure, label or word changes is
not trusted but checked: the new text is read again and must mean the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from disclosure_lint.bars import bars
from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Edit
from disclosure_lint.engine import read_all
from disclosure_lint.fixes import apply
from disclosure_lint.format.canonical import Style, table_lines
from disclosure_lint.format.lines import region
from disclosure_lint.format.meaning import Check, words
from disclosure_lint.labels import label_index
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.source import Source, Span
from disclosure_lint.syntax import Block, Paragraph, Row
from disclosure_lint.table import BoundTable

# The bars of a page laid out as one table.
_FRAME = 20 * "|"
# A layout in which so many figures are gone that their places tell nothing.
_STRIPPED = "deduplicated-lines"
# So often is a report read again to find out which of its tables can be rewritten, and so many
# characters are read: of a huge text less is tried.
_ATTEMPTS = 60
_READ = 10_000_000


class Place(NamedTuple):
    """A table by its row in the file and its name in the form."""

    row: int
    name: str


class Formatted(NamedTuple):
    """A text in the canonical layout.

    `open` are the tables with a blank whose place is not certain: their rows have no blanks put in
    and keep their closing runs. `left` are those that had to stay as they were printed.
    """

    source: Source
    open: tuple[Place, ...] = ()
    left: tuple[Place, ...] = ()


class _Site(NamedTuple):
    """A piece of the text and what it may become, the best first; a table's site names it."""

    span: Span
    choices: tuple[str, ...]
    table: BoundTable | None = None


def format_source(source: Source, settings: Settings | None = None) -> Formatted | None:
    """Return a text with its tables and metadata in the canonical layout; None if it is no report.

    Several reports in one file are rewritten one by one.
    """
    reports = read_all(source, settings)
    if not any(report.recognized for report in reports):
        return None
    done = [format_report(report, settings) for report in reports]
    return Formatted(
        source._replace(text="".join(one.source.text for one in done)),
        tuple(place for one in done for place in one.open),
        tuple(place for one in done for place in one.left),
    )


def format_report(report: Report, settings: Settings | None = None) -> Formatted:
    """Return a report's text with its tables and metadata in the canonical layout.

    What cannot be rewritten without changing what is read from it stays as it is printed. A text
    that is no report comes back as it is. `settings` are those that the report was read with.
    """
    if not report.recognized:
        return Formatted(report.source)
    sites = list(_apart(_sites(report)))
    chosen = _chosen(report, sites, Check(report, settings))
    row = report.source.lines.row
    tables = [
        (Place(row(site.table.span.start), site.table.form.name), at)
        for site, at in zip(sites, chosen, strict=True)
        if site.table
    ]
    return Formatted(
        report.source._replace(text=_written(report, sites, chosen)),
        tuple(place for place, at in tables if at > 0),
        tuple(place for place, at in tables if at < 0),
    )


def _chosen(report: Report, sites: Sequence[_Site], check: Check) -> list[int]:
    """The number of the best choice for each site that keeps the meaning; -1 where none does.

    Where all the best ones together do not, the lines outside the tables are tried together, then the
    tables one by one.
    """
    best = [min(len(site.choices), 1) - 1 for site in sites]
    if check.same(_written(report, sites, best)):
        return best
    chosen = [-1 if site.table else at for site, at in zip(sites, best, strict=True)]
    if not check.same(_written(report, sites, chosen)):
        chosen = [-1] * len(sites)
    attempts = iter(range(min(_ATTEMPTS, _READ // len(report.source.text))))
    for at, site in enumerate(sites):
        if site.table is None:
            continue
        for choice in range(len(site.choices)):
            attempt = [*chosen[:at], choice, *chosen[at + 1 :]]
            if next(attempts, None) is None:
                return chosen
            if check.same(_written(report, sites, attempt)):
                chosen = attempt
                break
    return chosen


def _written(report: Report, sites: Sequence[_Site], chosen: Sequence[int]) -> str:
    """The text with the chosen choice at each site; -1 leaves a site as it is."""
    edits = (
        Edit(site.span, site.choices[at]) for site, at in zip(sites, chosen, strict=True) if at >= 0
    )
    return apply(report.source.text, edits)


# --- what is rewritten -----------------------------------------------------------------------------


def _apart(sites: Iterable[_Site]) -> Iterator[_Site]:
    """Leave as it is what stands on a line that is rewritten already."""
    end = 0
    for site in sites:
        yield site if site.span.start >= end else site._replace(choices=())
        end = max(end, site.span.end)


def _sites(report: Report) -> Iterator[_Site]:
    """Yield the places to rewrite in order."""
    tables = iter(sorted(report.tables, key=lambda table: table.span))
    table = next(tables, None)
    filled = _filled_entries(report)
    for blocks in (report.document.front, *(it.blocks for it in report.document.sections)):
        at = 0
        while table and blocks and table.span.start < blocks[-1].span.end:
            inside = region(table, blocks)
            if inside.stop > at:
                yield from _others(blocks[at : inside.start], filled, report)
                yield _table(table, blocks[max(at, inside.start) : inside.stop], report)
                at = inside.stop
            else:  # on a line with the table before
                yield _Site(table.span, (), table)
            table = next(tables, None)
        yield from _others(blocks[at:], filled, report)


def _table(table: BoundTable, blocks: Sequence[Block], report: Report) -> _Site:
    choices = []
    if report.layout != _STRIPPED:
        index = label_index(report.editions)
        found = (table_lines(table, blocks, style, index) for style in Style)
        choices = ["\n".join(lines) for lines in found if lines]
    lines = report.source.lines
    start = lines.line(lines.row(blocks[0].span.start)).start
    end = lines.line(lines.row(blocks[-1].span.end)).end
    if words(report.source.slice(Span(start, blocks[0].span.start))):  # a heading on the same line
        start = blocks[0].span.start
        choices = [f"\n{text}" for text in choices]
    last = blocks[-1].span.end
    if words(report.source.slice(Span(last, end))):
        end = last
        choices = [f"{text}\n" for text in choices]
    return _Site(Span(start, end), tuple(choices), table)


def _others(blocks: Sequence[Block], filled: Mapping[int, bool], report: Report) -> Iterator[_Site]:
    """What becomes of lines outside the tables: metadata a row with its blanks, a frame nothing."""
    lines = report.source.lines
    for block in blocks:
        line = lines.line(lines.row(block.span.start))
        if isinstance(block, Paragraph):
            if _FRAME in report.source.slice(line):
                yield _Site(line, (block.text,))
        elif any(cell.start in filled for cell in block.cells):
            yield _Site(line, (bars(_metadata_cells(block, filled)),))
        elif report.document.framed and not block.cells:
            end = report.source.text.find("\n", line.end) + 1
            yield _Site(Span(line.start, end or line.end), ("",))


def _filled_entries(report: Report) -> Mapping[int, bool]:
    """Where each metadata key begins that has its value on the same line or none, and which it has."""
    row = report.source.lines.row
    return {
        entry.label_span.start: bool(entry.value)
        for entry in report.metadata
        if entry.label and row(entry.label_span.start) == row(entry.span.start)
    }


def _metadata_cells(row: Row, filled: Mapping[int, bool]) -> Iterator[str]:
    """The cells of a row of metadata, a blank after each key without a value."""
    for cell in row.cells:
        if cell.text:
            yield cell.text
            if not filled.get(cell.start, True):
                yield ""
