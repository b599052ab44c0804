"""Printed rows × form → bound table. Never raises, and never puts a figure in an uncertain column."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from disclosure_lint.align import Named, align_heads, align_rows
from disclosure_lint.columns import Measure, measure, place
from disclosure_lint.edition import CellKey, ColumnForm, Edition, RowForm, TableForm
from disclosure_lint.labels import label_index
from disclosure_lint.layout import How, Strip
from disclosure_lint.printed import Item, PrintedHead, PrintedRow
from disclosure_lint.records import NamedTuple, made
from disclosure_lint.rows import printed, rows_of
from disclosure_lint.segments import best_form, is_sure, segments
from disclosure_lint.source import Span
from disclosure_lint.syntax import Cell
from disclosure_lint.table import BoundCell, BoundHead, BoundRow, BoundTable, Gap, Match
from disclosure_lint.text import ANY_FIGURE, figure, fold
from disclosure_lint.values import State, read


class Found(NamedTuple):
    """A bound table and the numbers of the first and last strip that it is printed in."""

    table: BoundTable
    first: int
    last: int


def bind_strips(
    found: Sequence[Strip],
    home: str,
    expected: Edition | None,
    editions: tuple[Edition, ...],
) -> Iterator[Found]:
    """Yield the tables in a run of strips.

    `home` is the key of the table that belongs there, and `expected` the one of the `editions` that
    the report's year asks for; it decides where the words do not.
    """
    index = label_index(editions)
    for key, part in segments(printed(found, index), home, index):
        edition, form = best_form(key, part, expected, editions)
        if key != home and not any(map(is_sure, rows_of(part))):
            continue  # a list of the form's words in a menu is no table
        yield Found(bind(part, form, edition), part[0].strip, part[-1].strip)


def bind(part: Sequence[Item], form: TableForm, edition: Edition) -> BoundTable:
    """Bind the rows and heads of one table to `form`."""
    part = _stacked(part, form)
    rows = [item for item in part if isinstance(item, PrintedRow)]
    span = Span(_first(part[0]).start, _last(part[-1]).end)  # with what is left aside
    _unlabel(rows, form)
    if form.aside:
        _leave_aside(part, rows, form)
    named = align_rows(rows, form, edition.id)
    heads, orders, foreign = _bind_heads(part, named, form, edition.id)
    counts = [len(orders[it.form.block]) if it.form else 0 for it in named]
    spread = _unspread([row for row, count in zip(rows, counts, strict=True) if count == 1])
    table = _Printed(
        columns=orders,
        groups={fold(it.text): it.text for row in rows for it in row.labels[:-1]},
        measure=measure(rows, counts),
    )
    bound = [_bind_row(row, name, table) for row, name in zip(rows, named, strict=True)]
    foreign += [row.label_span for row in bound if row.match is Match.FOREIGN]
    gaps = tuple(_gaps(bound, form, span))
    return BoundTable(
        form=form,
        edition=edition,
        section="",
        span=span,
        rows=tuple(bound),
        heads=tuple(heads),
        gaps=gaps,
        cells=_cells(bound, gaps, span),
        foreign=tuple(sorted(foreign)),
        grid=table.measure.grid,
        spread=spread,
    )


def _stacked(part: Sequence[Item], form: TableForm) -> Sequence[Item]:
    """Put together the one row of a form without labels, printed in pieces with their heads over each."""
    count = next((len(row.columns) for row in form.rows if not row.label), 0)
    rows = [item for item in part if isinstance(item, PrintedRow) and not item.labels]
    if len(rows) < 2 or sum(row.filled for row in rows) != count:
        return part
    *before, last = rows
    last.values = [piece for row in rows for piece in row.values if piece.text]
    return [item for item in part if item not in before]


def _unspread(rows: Sequence[PrintedRow]) -> bool:
    """Take one figure of each row with one cell, where all print it for each column of the table; say if so."""
    filled = [[piece for piece in row.values if piece.text] for row in rows]
    spread = [len(it) > 1 and len({piece.text for piece in it}) == 1 for it in filled]
    if len(rows) < 2 or not all(spread):
        return False
    for row, pieces in zip(rows, filled, strict=True):
        row.values = pieces[:1]
    return True


def _unlabel(rows: Sequence[PrintedRow], form: TableForm) -> None:
    """In a form with a row that has no label, words before the figures are text in its first cell."""
    bare = next((len(row.columns) for row in form.rows if not row.label), 0)
    for row in rows:
        if row.labels and not row.refs and len(row.labels) + len(row.values) == bare:
            row.values = row.labels + row.values
            row.labels = []


def _leave_aside(part: Sequence[Item], rows: Sequence[PrintedRow], form: TableForm) -> None:
    """Keep of each row the figures under heads of the form: not its code, not the sum of many years.

    A unit is left out wherever it stands. A row with less than most others says nothing.
    """
    first = next(at for at, item in enumerate(part) if isinstance(item, PrintedRow))
    heads = [fold(item.piece.text) for item in part[:first] if isinstance(item, PrintedHead)]
    stubs = {fold(word) for block in form.blocks for word in (block.stub, *block.stubs)}
    start = next((at + 1 for at, word in enumerate(heads) if word in stubs), 0)
    heads = [word for word in heads[start:] if word not in form.unit_heads]
    kept = [at for at, word in enumerate(heads) if word not in form.aside][: len(form.columns)]
    for row in rows:
        if len(row.values) > len(form.columns):
            row.values = [it for it in row.values if fold(it.text) not in form.units]
    whole = sum(len(row.values) == len(heads) for row in rows)
    for row in rows:
        if len(row.values) == len(heads) > len(kept):
            row.values = [row.values[at] for at in kept]
        elif len(row.values) < len(heads) and len(heads) > len(kept) and whole * 2 > len(rows):
            row.values = []  # a blank vanished, and what is left may be the code


class _Printed(NamedTuple):
    """What holds for all rows of a table: columns in printed order by block, groups' labels, measures."""

    columns: dict[int, tuple[ColumnForm, ...]]
    groups: dict[str, str]
    measure: Measure


def _first(item: Item) -> Cell:
    return item.piece if isinstance(item, PrintedHead) else (item.labels or item.values)[0]


def _last(item: Item) -> Cell:
    return item.piece if isinstance(item, PrintedHead) else (item.values or item.labels)[-1]


def _bind_heads(
    part: Sequence[Item], named: Sequence[Named], form: TableForm, edition: str
) -> tuple[list[BoundHead], dict[int, tuple[ColumnForm, ...]], list[Span]]:
    """The heads of each block, the columns in printed order, and the heads of another edition."""
    runs: defaultdict[int, list[PrintedHead]] = defaultdict(list)
    waiting: list[PrintedHead] = []
    names = iter(named)
    for item in part:
        if isinstance(item, PrintedHead):
            waiting.append(item)
            continue
        row = next(names).form
        if row and waiting:
            runs[row.block] += waiting
            waiting = []
    heads = []
    orders = {}
    foreign = []
    for at, block in enumerate(form.blocks):
        found = align_heads(runs[at], block, edition)
        heads += [head for head in found if head.match is not Match.NONE]
        foreign += [head.span for head in found if head.match is Match.FOREIGN]
        orders[at] = _printed_order(found, runs[at], block.columns)
    return heads, orders, foreign


def _printed_order(
    heads: Sequence[BoundHead], run: Sequence[PrintedHead], columns: tuple[ColumnForm, ...]
) -> tuple[ColumnForm, ...]:
    """The columns as printed, where all of their heads are known words on one level or one line."""
    strip = {head.piece.start: head.strip for head in run}
    sure = [head for head in heads if head.match in {Match.EXACT, Match.ALIAS}]
    flat = len({column.label[:-1] for column in columns}) == 1
    together = flat or len({strip[head.span.start] for head in sure}) == 1
    if together and len({head.column.key for head in sure}) == len(columns) == len(sure):
        return tuple(head.column for head in sorted(sure, key=lambda head: head.span.start))
    return columns


def _bind_row(row: PrintedRow, name: Named, table: _Printed) -> BoundRow:
    first = (row.labels or row.values)[0]
    last = (row.values or row.labels)[-1]
    label = row.labels[-1] if row.labels else None
    label_span = (label or first).span
    filled = [piece for piece in row.values if piece.text]
    path = tuple(piece.text for piece in row.labels)
    cells: tuple[BoundCell, ...] = ()
    short = 0
    if name.form:
        columns = table.columns[name.form.block]
        if row.how is How.GLUED and len(columns) == 1:
            filled = row.values = [_whole(filled)] if filled else []
        placed = place(row, len(columns), table.measure)
        cells = _row_cells(name.form, columns, placed, label_span)
        if row.full and row.pads and row.width == table.measure.width:
            short = max(0, len(columns) - len(filled))
        groups = tuple(table.groups.get(fold(group), group) for group in name.form.label[:-1])
        path = (*groups, label.text) if label else name.form.label
    return BoundRow(
        form=name.form,
        match=name.match,
        label=label.text if label else "",
        label_span=label_span,
        span=Span(first.start, last.end),
        path=path,
        values=tuple(row.values if table.measure.grid and row.full else filled),
        cells=cells,
        short=short,
        repeated=name.repeated,
        misordered=name.misordered,
    )


def _whole(digits: Sequence[Cell]) -> Cell:
    """The one figure of a row whose digits were cut apart because they touch its label."""
    return Cell("".join([it.text for it in digits]), digits[0].start, digits[-1].end)


def _row_cells(
    form: RowForm,
    columns: tuple[ColumnForm, ...],
    placed: list[Cell | None] | None,
    label: Span,
) -> tuple[BoundCell, ...]:
    nothing = Cell("", *label)
    if placed is None:
        return tuple(BoundCell(form, column, State.UNPLACED, None, nothing) for column in columns)
    cells = []
    for column, piece in zip(columns, placed, strict=True):
        if piece is None:
            cells.append(BoundCell(form, column, State.DROPPED, None, nothing))
        elif piece[0] == ANY_FIGURE:
            cells.append(made(BoundCell, (form, column, State.FIGURE, 0, piece)))
        elif piece.text.isdigit() and (value := figure(piece.text)) is not None:
            cells.append(BoundCell(form, column, State.FIGURE, value, piece))
        else:
            cells.append(BoundCell(form, column, *read(piece.text, column.kind), piece))
    return tuple(cells)


def _gaps(bound: Sequence[BoundRow], form: TableForm, span: Span) -> Iterable[Gap]:
    """Runs of missing rows, each with the printed row that follows."""
    present = {row.form.key: row for row in bound if row.form and not row.repeated}
    missing: list[RowForm] = []
    for row in form.rows:
        follower = present.get(row.key)
        if follower is None:
            missing.append(row)
        elif missing:
            yield Gap(tuple(missing), follower.label_span)
            missing = []
    if missing:
        last = bound[-1].label_span if bound else span
        yield Gap(tuple(missing), last)


def _cells(bound: Sequence[BoundRow], gaps: Sequence[Gap], span: Span) -> dict[CellKey, BoundCell]:
    """Every cell of the form; those of rows that are not there are absent."""
    cells = {
        (cell.row.key, cell.column.key): cell
        for row in bound
        if not row.repeated
        for cell in row.cells
    }
    nothing = Cell("", *span)
    for row in (row for gap in gaps for row in gap.rows):
        for column in row.columns:
            cells[row.key, column.key] = BoundCell(row, column, State.ABSENT, None, nothing)
    return cells
