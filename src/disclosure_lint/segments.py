"""Which printed rows and heads belong to one table, and which edition's form that table is on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from disclosure_lint.edition import Edition, RowForm, TableForm
from disclosure_lint.labels import LabelIndex, Role, bare_words, rows_by_words
from disclosure_lint.printed import Item, PrintedHead, PrintedRow
from disclosure_lint.text import fold

# A copy of a table has so many of its words again, and nearly all of them.
_COPY = 4


def is_sure(row: PrintedRow) -> bool:
    """Whether a row has figures, and a label of some form or none."""
    return bool(row.values) and (bool(row.refs) or not row.labels)


def segments(
    items: Sequence[Item], home: str, index: LabelIndex
) -> Iterable[tuple[str, list[Item]]]:
    """Part the items by table. Words of several tables, and unknown ones, stay with the table before.

    So does one head of another table between two heads of this: it is a slip, or a piece of a word.
    """
    current = ""
    owners = []
    for at, item in enumerate(items):
        tables = item.refs.tables
        if item.parted and not tables:
            current = ""
        if not current and home and isinstance(item, PrintedRow) and not item.labels:
            current = home if home in index.bare.get(item.filled, ()) else ""  # its heads were lost
        if tables and current not in tables and not _goes_on(current, items[at : at + 4]):
            current = _owner(tables, items[at + 1 :], home)
        owners.append(current)
    for key, group in groupby(zip(owners, items, strict=True), key=lambda pair: pair[0]):
        for copy in _copies([item for _, item in group]):
            part = _trim(copy, index)
            if key and any(isinstance(item, PrintedRow) for item in part):
                yield key, part


def _copies(part: list[Item]) -> list[list[Item]]:
    """Part a table from the copy of it that follows: the same words in the same order once more."""
    said = [_said(item) for item in part]
    row = next((at for at, item in enumerate(part) if isinstance(item, PrintedRow)), len(part))
    for at in range(max(_COPY, row + 1), len(said)):
        if said[at] == said[0] != "":
            again = zip(said, said[at:], strict=False)
            same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], again))
            if same >= _COPY and same * 4 >= at * 3:
                return [part[:at], *_copies(part[at:])]
    return [part]


def _said(item: Item) -> str:
    return (
        item.piece.text if isinstance(item, PrintedHead) else "".join(it.text for it in item.labels)
    )


def _goes_on(current: str, ahead: Sequence[Item]) -> bool:
    """Whether heads of the current table follow a head right away."""
    heads = [it for it in ahead if isinstance(it, PrintedHead)]
    return len(heads) == len(ahead) and any(current in it.refs.tables for it in heads[1:])


def _owner(tables: frozenset[str], rest: Sequence[Item], home: str) -> str:
    if home in tables:
        return home
    for item in rest:
        both = tables & item.refs.tables
        if len(tables) == 1 or not both:
            break
        tables = both
    return min(tables)


def _trim(part: list[Item], index: LabelIndex) -> list[Item]:
    """Drop unknown words after the last known row; figures alone, or as many as a row has, may stay."""
    while part and not part[-1].refs:
        last = part[-1]
        if isinstance(last, PrintedRow) and last.values:
            filled = last.filled
            if not last.labels or filled in index.widths or filled + 1 in index.bare:
                break
        part.pop()
    return part


def best_form(
    key: str, part: Sequence[Item], expected: Edition | None, editions: tuple[Edition, ...]
) -> tuple[Edition, TableForm]:
    """The edition whose form has most of the words and misses fewest of its rows."""
    forms = [(e, form) for e in editions for form in e.tables if form.key == key]
    points: Counter[str] = Counter()
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for item in part:
        for edition, weight, row in _evidence(item, key, forms):
            points[edition] += weight
            rows[edition].add(row)

    def score(edition: Edition, form: TableForm) -> tuple[int, bool, int]:
        missing = sum(row.key not in rows[edition.id] for row in form.rows)
        return (points[edition.id] - 10 * missing, edition is expected, edition.first)

    return max(forms, key=lambda pair: score(*pair))


def _evidence(
    item: Item, key: str, forms: Sequence[tuple[Edition, TableForm]]
) -> Iterator[tuple[str, int, str]]:
    """For which editions an item speaks, with what weight, and which row of the form it is, if any."""
    figures = 0
    if isinstance(item, PrintedRow):
        if item.labels and not item.refs:
            yield from ((it.id, 9, row.key) for it, row in _without_number(item, forms))
        elif any(ref.role is Role.GROUP for ref in item.refs):
            figures = item.filled
            yield from ((it.id, 0, row.key) for it, row in _under(item, forms))
    counted = ""
    for ref in item.refs:
        if ref.table == key and not (ref.role is Role.ROW and ref.groups(figures)):
            weight = 0 if ref.edition == counted else 10 if ref.official else 9
            counted = ref.edition
            yield ref.edition, weight, ref.key if ref.role is Role.ROW else ""


def _under(
    printed: PrintedRow, forms: Sequence[tuple[Edition, TableForm]]
) -> Iterator[tuple[Edition, RowForm]]:
    """The rows of each form under a group's label that has all their figures: a page lost theirs."""
    label = fold(printed.labels[-1].text)
    for edition, form in forms:
        under = [row for row in form.rows if label in map(fold, row.label[:-1])]
        if sum(len(row.columns) for row in under) == printed.filled > 0:
            yield from ((edition, row) for row in under)


def _without_number(
    printed: PrintedRow, forms: Sequence[tuple[Edition, TableForm]]
) -> Iterator[tuple[Edition, RowForm]]:
    """The row of each form that a printed one would be but for the number before its words."""
    words = bare_words(printed.labels[-1].text)
    for edition, form in forms:
        found = rows_by_words(form).get(words, [])
        if len(found) == 1:
            yield edition, found[0]
