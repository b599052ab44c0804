"""What the tables say of a quantity that prose states: the cells that it adds up, and their sum."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, takewhile

from disclosure_lint.claims.claim import Figure
from disclosure_lint.claims.meaning import quantities
from disclosure_lint.diagnostic import Message
from disclosure_lint.edition import CellKey, TableForm
from disclosure_lint.patterns import glob
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.table import BoundCell, BoundTable, Fault
from disclosure_lint.topics.cells import cell_name, cell_name_en
from disclosure_lint.topics.wording import without_remark
from disclosure_lint.values import State
from disclosure_lint.words import words

_NAMED = 3  # so many cells of a sum are named one by one
# What these faults say of a row leaves open where its figures belong.
_UNSETTLED = frozenset([Fault.SHIFTED_ROW, Fault.SPLIT_FIGURE])


class Tabled(NamedTuple):
    """What a table says of a quantity: the cells and their sum."""

    table: BoundTable
    cells: tuple[BoundCell, ...]
    value: Figure

    @property
    def name(self) -> Message:
        """The table and the cells as printed."""
        table, first = self.table, self.cells[0]
        zh, en = cell_name(first, table), cell_name_en(first, table)
        if len(self.cells) > 1:
            group = self._group()
            few = len(self.cells) <= _NAMED
            names = [(cell_name(it, table), cell_name_en(it, table)) for it in self.cells[:_NAMED]]
            zh = "、".join(it for it, _ in names) if few else f"{zh}等{len(self.cells)}格"
            en = "; ".join(it for _, it in names) if few else f"{en} and {len(self.cells) - 1} more"
            zh = f"“{group}”合计" if group else f"{zh}合计"
            en = f"“{group}” in all" if group else f"{en} in all"
        return Message(f"{table.form.name}{zh}", f"{table.form.name}, {en},")

    def _group(self) -> str:
        """The label over the rows, or over the columns, where these are all that it stands over."""
        rows = {cell.row.key: cell.row.label for cell in self.cells}
        columns = {cell.column.key: cell.column.label for cell in self.cells}
        form = self.table.form
        for labels, every in ((rows, form.rows), (columns, form.columns)):
            level = zip(*labels.values(), strict=False)
            over = tuple(names[0] for names in takewhile(lambda it: len(set(it)) == 1, level))
            under = {it.key for it in every if it.label[: len(over)] == over}
            if over and len(labels) > 1 and under == labels.keys():
                return without_remark(over[-1])
        return ""


def tabled(report: Report, quantity: str) -> tuple[Tabled, ...]:
    """Return what the tables say of a quantity, once for each reading of it.

    Empty where a reading cannot be known: a cell is no figure, or two copies of a table disagree.
    """
    known = _known(report)
    if quantity not in known:
        known[quantity] = tuple(_tabled(report, quantity))
    return known[quantity]


@once
def _known(_: Report) -> dict[str, tuple[Tabled, ...]]:
    """What has been asked of a report so far."""
    return {}


def _tabled(report: Report, quantity: str) -> list[Tabled]:
    found: list[Tabled] = []
    for reading in quantity.split("|"):
        first: Tabled | None = None
        for table in report.tables:
            keys = _keys(table.form, reading)
            if keys is None:
                continue
            it = _in_table(table, keys)
            if it is None or (first and it.value != first.value):
                return []
            first = first or it
        if first is None:
            return []
        found.append(first)
    return found


@lru_cache(maxsize=1024)
def _keys(form: TableForm, quantity: str) -> tuple[CellKey, ...] | None:
    """The cells of a form that a quantity adds up; None where it does not stand in that table.

    There are none where the form lacks one of the names that make the quantity.
    """
    parts = _parts(quantity)
    if quantity not in _elsewhere(form) and quantities()[parts[0][1]].table != form.key:
        return None
    cells = [_keys_of(form, name, like) for name, like in parts]
    return tuple(chain.from_iterable(cells)) if all(cells) else ()


def _elsewhere(form: TableForm) -> Mapping[str, Sequence[str]]:
    """The cells of quantities that stand in this table in some editions."""
    found: Mapping[str, Sequence[str]] = words("claims")["tables"].get(form.key, {})
    return found


def _parts(quantity: str) -> tuple[tuple[str, str], ...]:
    """The names that a quantity adds up, each with the quantity whose cells it is written like."""
    together = words("claims")["together"]
    return tuple(
        (name, part) for part in quantity.split("+") for name in together.get(part, part).split("+")
    )


def _keys_of(form: TableForm, name: str, like: str) -> tuple[CellKey, ...]:
    """The cells of a name: its own, or those written like another's."""
    row, _, column = name.rpartition(".")
    own = _elsewhere(form).get(name) or words("claims")["cells"].get(name)
    found = []
    for pattern in own or quantities()[like].cells:
        rows, _, columns = pattern.format(name, row=row, column=column).partition("@")
        found += [
            (row_form.key, column_form.key)
            for row_form in form.rows
            if glob(rows)(row_form.key)
            for column_form in row_form.columns
            if glob(columns)(column_form.key)
        ]
    return tuple(found)


def _in_table(table: BoundTable, keys: Sequence[CellKey]) -> Tabled | None:
    """What a table says in all of some cells; nothing where one is no figure, or there are none."""
    cells = tuple([table.cells[key] for key in keys])
    total: Figure = 0
    for cell in cells:
        value = _figure(table, cell)
        if value is None:
            return None
        total += value
    return Tabled(table, cells, total) if cells else None


def _figure(table: BoundTable, cell: BoundCell) -> Figure | None:
    """The figure of a cell; of a total left blank, what its parts add up to."""
    for verdict in table.verdicts:
        if verdict.fault in _UNSETTLED and cell.row.key in _rows(verdict.cells):
            return None
    if cell.state is State.FIGURE:
        return cell.value
    for relation in table.form.relations:
        if relation.right == (cell.key,) and all(row == cell.row.key for row, _ in relation.left):
            parts = [table.cells[key] for key in relation.left]
            if all(part.state is State.FIGURE for part in parts):
                return sum((part.value or 0 for part in parts), 0)
    return None


def _rows(cells: Iterable[BoundCell]) -> set[str]:
    return {cell.row.key for cell in cells}
