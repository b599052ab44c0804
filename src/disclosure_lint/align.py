"""Which row or column of the form each printed label means, so that one odd label costs only itself."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from disclosure_lint.edition import BlockForm, ColumnForm, RowForm, TableForm
from disclosure_lint.labels import Ref, Role, bare_words, rows_by_words
from disclosure_lint.printed import PrintedHead, PrintedRow
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Span
from disclosure_lint.syntax import Cell
from disclosure_lint.table import BoundHead, Match
from disclosure_lint.text import fold, strip_note, strip_ordinal

# Labels at least so alike are taken for one another; between its neighbours less will do.
_ALIKE = 0.6
_ALIKE_IN_PLACE = 0.4
# Fewer characters without their number say too little, but with so many figures after them.
_SHORTEST = 3
_FIGURES = 5


class Named(NamedTuple):
    """The row of the form that a printed row is, and whether it stands again or out of order."""

    form: RowForm | None
    match: Match
    repeated: bool = False
    misordered: bool = False


def align_rows(rows: Sequence[PrintedRow], form: TableForm, edition: str) -> list[Named]:
    """Return for each printed row the form's row: known words first, then the nearest label."""
    named = _known(rows, form, edition)
    taken = {name.form.key for name in named if name.form}
    free = [row for row in form.rows if row.key not in taken and row.label]
    for at, row in enumerate(rows):
        if not free:
            break
        if named[at].form or named[at].match is not Match.NONE or not row.labels or not row.values:
            continue
        nearest = _nearest(fold(row.labels[-1].text), free, _between(named, at, form))
        if nearest:
            named[at] = Named(nearest, Match.NEAR)
            free.remove(nearest)
    return _in_order(named, form)


def _known(rows: Sequence[PrintedRow], form: TableForm, edition: str) -> list[Named]:
    order = {row.key: at for at, row in enumerate(form.rows)}
    bare = next((row for row in form.rows if not row.label), None)
    named: list[Named] = []
    last = -1
    used: set[str] = set()
    for row in rows:
        if not row.labels:
            taken = bare is None or bare.key in used
            named.append(Named(None, Match.NONE) if taken else Named(bare, Match.EXACT))
            used |= {bare.key} if bare else set()
            continue
        refs = [ref for ref in row.refs if ref.table == form.key]
        mine = [ref for ref in refs if ref.edition == edition and ref.role is Role.ROW]
        if not mine and row.labels:
            mine = _without_ordinal(row, form, edition)
        if mine:
            ref = min(mine, key=lambda ref: _distance(order.get(ref.key, last), last))
            exact = ref.official and fold(row.labels[-1].text) == fold(form.row(ref.key).name)
            named.append(Named(form.row(ref.key), Match.EXACT if exact else Match.ALIAS))
            last = order.get(ref.key, last)  # a local row has no place in the order
            used.add(ref.key)
        else:
            named.append(Named(None, _unknown(refs, edition, row.filled)))
    return named


def _distance(place: int, last: int) -> tuple[bool, int]:
    """How far a row is from the one before: of several with the same words the next one is meant."""
    return place <= last, place


def _without_ordinal(row: PrintedRow, form: TableForm, edition: str) -> list[Ref]:
    """A label that lost its number, or has another: the words alone, if only one row has them."""
    words = bare_words(row.labels[-1].text)
    found = rows_by_words(form).get(words, []) if row.values else []
    if len(words) < _SHORTEST and (len(found) > 1 or len(row.values) < _FIGURES):
        return []
    return [Ref(edition, form.key, Role.ROW, it.key, official=False) for it in found[:1]]


def _unknown(refs: Sequence[Ref], edition: str, figures: int) -> Match:
    """What words are that name no row of the form; with the figures of several rows, those of a group."""
    foreign = [ref for ref in refs if ref.role is Role.ROW and ref.edition != edition]
    group = any(ref.role is Role.GROUP for ref in refs)
    if any(not (group and ref.groups(figures)) for ref in foreign):
        return Match.FOREIGN
    return Match.GROUP if group else Match.NONE


def _between(named: Sequence[Named], at: int, form: TableForm) -> set[str]:
    """The keys of the form's rows between the known rows before and after `at`."""
    keys = [row.key for row in form.rows]
    places = [keys.index(it.form.key) if it.form and not it.form.local else -1 for it in named]
    before = [place for place in places[:at] if place >= 0]
    after = [place for place in places[at + 1 :] if place >= 0]
    low = before[-1] + 1 if before else 0
    high = after[0] if after else len(keys)
    return set(keys[low:high])


def _nearest(folded: str, free: Sequence[RowForm], place: set[str]) -> RowForm | None:
    """The most similar free row; one that belongs between the neighbours needs less likeness."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - imported on a miss only

    def alike(row: RowForm) -> float:
        label = fold(row.name)
        return max(
            Indel.normalized_similarity(folded, label),
            Indel.normalized_similarity(strip_ordinal(folded), strip_ordinal(label)),
        )

    scored = [(alike(row), row.key in place, row) for row in free]
    fitting = [
        (score + 0.2 * inside, row)
        for score, inside, row in scored
        if score >= (_ALIKE_IN_PLACE if inside else _ALIKE)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _in_order(named: Sequence[Named], form: TableForm) -> list[Named]:
    """Mark the rows that stand a second time, and those that stand out of the form's order."""
    order = {row.key: at for at, row in enumerate(form.rows)}
    seen: set[str] = set()
    done: list[Named] = []
    ranks: list[tuple[int, int]] = []
    for at, name in enumerate(named):
        if name.form and name.form.key in seen:
            done.append(name._replace(repeated=True))
            continue
        done.append(name)
        if name.form:
            seen.add(name.form.key)
            if not name.form.local:
                ranks.append((order[name.form.key], at))
    if ranks != sorted(ranks):
        kept = _longest_rising(ranks)
        for _, at in ranks:
            if at not in kept:
                done[at] = done[at]._replace(misordered=True)
    return done


def _longest_rising(places: Sequence[tuple[int, int]]) -> set[int]:
    """The positions of a longest run of rows that stand in the form's order."""
    tails: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    at_place = dict(enumerate(places))
    for number, (rank, _) in at_place.items():
        slot = bisect_left(tails, rank)
        before[number] = last[slot - 1] if slot else None
        tails[slot:] = [rank]
        last[slot:] = [number]
        del tails[slot + 1 :], last[slot + 1 :]
    return _trace(places, before, last[-1] if last else None)


def _trace(
    places: Sequence[tuple[int, int]], before: dict[int, int | None], end: int | None
) -> set[int]:
    kept = set()
    while end is not None:
        kept.add(places[end][1])
        end = before[end]
    return kept


def align_heads(run: Sequence[PrintedHead], block: BlockForm, edition: str) -> list[BoundHead]:
    """Return the column heads of a block: known words first, then by place where the number fits."""
    if not run:
        return []
    known, frame = _head_words(block)
    found: list[BoundHead | PrintedHead] = []
    free = list(block.columns)
    for head in run:
        word = fold(head.piece.text)
        column = next((it for it in known.get(word, ()) if it in free), None)
        if column:
            match = Match.EXACT if word == fold(column.name) else Match.ALIAS
            free.remove(column)
            found.append(_bound(column, match, head))
        elif word not in frame and not _only_frame(head):
            found.append(head)
    if len(free) == 1:
        found = _whole(found, free[0])
    unknown = sum(isinstance(head, PrintedHead) for head in found)
    if unknown != len(free):
        return [head for head in found if isinstance(head, BoundHead)]
    rest = iter(free)
    return [
        head if isinstance(head, BoundHead) else _by_place(head, next(rest), edition)
        for head in found
    ]


def _whole(
    found: Sequence[BoundHead | PrintedHead], column: ColumnForm
) -> list[BoundHead | PrintedHead]:
    """Put together the pieces of the one unknown head, where they follow each other and fit in length."""
    at = [number for number, head in enumerate(found) if isinstance(head, PrintedHead)]
    pieces = [head for head in found if isinstance(head, PrintedHead)]
    text = "".join(head.piece.text for head in pieces)
    adjacent = len(at) == 2 and at[1] == at[0] + 1
    if not adjacent or abs(len(fold(text)) - len(fold(column.name))) > 1:
        return [*found]
    piece = Cell(text, pieces[0].piece.start, pieces[1].piece.end)
    return [*found[: at[0]], pieces[0]._replace(piece=piece), *found[at[1] + 1 :]]


@lru_cache(maxsize=256)
def _head_words(block: BlockForm) -> tuple[dict[str, list[ColumnForm]], frozenset[str]]:
    """The columns of a block by their folded labels, and the words around them that head no column."""
    columns: dict[str, list[ColumnForm]] = {}
    for column in block.columns:
        for label in (column.name, *column.aliases):
            columns.setdefault(strip_note(fold(label)), []).append(column)
            columns.setdefault(fold(label), []).append(column)
    frame = {fold(it) for it in (block.caption, block.stub, block.note, *block.stubs) if it}
    frame |= {fold(head) for column in block.columns for head in column.label[:-1]}
    return columns, frozenset(frame)


def _only_frame(head: PrintedHead) -> bool:
    return bool(head.refs) and all(ref.role is Role.HEAD for ref in head.refs)


def _by_place(head: PrintedHead, column: ColumnForm, edition: str) -> BoundHead:
    known = {ref.edition for ref in head.refs if ref.role is Role.COLUMN}
    foreign = bool(known) and edition not in known
    return _bound(column, Match.FOREIGN if foreign else Match.PLACE, head)


def _bound(column: ColumnForm, match: Match, head: PrintedHead) -> BoundHead:
    return BoundHead(column, match, head.piece.text, Span(head.piece.start, head.piece.end))
