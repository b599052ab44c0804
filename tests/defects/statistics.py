"""Reports for 2014 to 2018: free headings and the statistics table, clean or with one fault in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from random import Random

from disclosure_lint.edition import RowForm, load_editions

from .case import Case
from .fault import Kind, Planted
from .grid import Figure
from .layouts import Layout, print_report
from .model import Cell, Draft, Heading, Paragraph, Role, Row, Section, Table
from .organs import draw_organ

EDITION = next(edition for edition in load_editions() if edition.id == "2014")
(FORM,) = EDITION.tables

# A total and the beginning of the keys of its parts.
SUMS = {
    "received": "received.",
    "closed": "closed.",
    "answered": "answered.",
    "answered.refused": "refused.",
    "reconsiderations": "reconsiderations.",
    "suits": "suits.",
    "staff": "staff.",
}
# A part (其中) and the figure that holds it.
SUBSETS = {
    "published.normative": "published",
    "response.press_conference.head": "response.press_conference",
    "response.interview.head": "response.interview",
}
AMOUNTS = ("fees", "funds")
_UNITS = {"fees": "万元", "funds": "万元", "training.participants": "人次"}
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_HALF = str.maketrans("（），：；", "(),:;")
_FULL = str.maketrans("(),:;", "（），：；")


def parts_of(total: str) -> list[str]:
    """Return the keys of the rows that add up to a total."""
    return [row.key for row in FORM.rows if row.key.startswith(SUMS[total])]


def draw_figures(rng: Random, *, digits: bool, busy: bool = False) -> dict[str, Figure]:
    """Return a figure for each row; what the form says of sums and parts holds.

    The organ may have nothing to report, unless it is `busy`.
    """
    most = 2 if digits else rng.choice((0, 3, 40, 900)[busy:])
    figures: dict[str, Figure] = {row.key: rng.randint(0, most) for row in FORM.rows}
    for key in ("closed.in_time", "closed.extended"):
        figures[key] = 0
    if digits:
        figures |= dict.fromkeys(parts_of("answered"), 0)
        figures |= {key: rng.randint(0, 1) for key in rng.sample(parts_of("answered"), 3)}
        figures |= dict.fromkeys(parts_of("answered.refused"), 0)
    for total in ("answered.refused", "answered"):
        figures[total] = sum(figures[key] for key in parts_of(total))
    extended = rng.randint(0, int(figures["answered"]))
    figures["closed.extended"] = extended
    figures["closed.in_time"] = figures["answered"] - extended
    for total in SUMS:
        figures[total] = sum(figures[key] for key in parts_of(total))
    for part, whole in SUBSETS.items():
        figures[part] = rng.randint(0, int(figures[whole]))
    if not digits:
        figures["funds"] = rng.choice((0, Decimal(rng.randint(1, 900)) / 10))
    return figures


def draft_report(rng: Random, *, digits: bool, busy: bool = False) -> Draft:
    """Return a report without a fault: six topics under headings of its own, the table at the end.

    A `busy` organ has something to report, the reasons for its refusals too.
    """
    organ, year = draw_organ(rng), rng.randint(EDITION.first, EDITION.last or EDITION.first)
    figures = draw_figures(rng, digits=digits, busy=busy)
    lines = {
        "overview": f"{year}年，{organ.me}按照《中华人民共和国政府信息公开条例》开展工作。",
        "active": f"{year}年，{organ.me}主动公开政府信息{figures['published']}条。",
        "applications": f"{year}年，{organ.me}收到政府信息公开申请{figures['received']}件，均依法办理。",
        "fees": f"{year}年，{organ.me}未收取费用。" if not figures["fees"] else "收费情况见附表。",
        "disputes": f"{year}年，{organ.me}被申请行政复议{figures['reconsiderations']}件，被提起行政诉讼{figures['suits']}件。",
        "problems": "更新还不够及时，下一步将加强检查，增加培训次数。",
    }
    forms = {form.key: form for form in EDITION.sections}
    sections = [
        Section(
            key,
            [Heading(f"{number}、", rng.choice((forms[key].title, *forms[key].aliases)))],
            [Paragraph(line)],
        )
        for number, (key, line) in zip("一二三四五六", lines.items(), strict=True)
    ]
    sections[-1].blocks.append(
        Paragraph(rng.choice(("附件：政府信息公开情况统计表", "附：统计表")))
    )
    sections[-1].blocks.append(_table(rng, figures, digits=digits, busy=busy))
    front = [f"{organ.name}{year}年政府信息公开工作年度报告"]
    front.append(f"本报告统计期限自{year}年1月1日起至{year}年12月31日止。")
    draft = Draft([Paragraph(line) for line in front], sections, [], digits)
    narrow = rng.random() < 0.4
    words = [*draft.front, *(b for s in sections for b in s.blocks if isinstance(b, Paragraph))]
    for paragraph in words if narrow else ():
        paragraph.text = paragraph.text.translate(_HALF)
    if not narrow:
        for cell in (cell for row in draft.tables[0].rows for cell in row.cells):
            cell.text = cell.text.translate(_FULL)
    return draft


def _table(rng: Random, figures: dict[str, Figure], *, digits: bool, busy: bool) -> Table:
    """Return the table: with the reasons for refusal or not, and with columns that offices add or leave out.

    These are the rows' numbers or codes, the units, and the sum of this year and those before.
    """
    # A number that touches the figure before it could be told from it by nobody.
    added = None if digits else rng.choice(("序号", "序号", "代码", "历年累计", "", "", ""))
    units = rng.random() < 0.8
    whole = busy or rng.random() < 0.5
    heads = [*["序号"] * (added == "序号"), "统计指标", *["单位"] * units]
    heads += ["代码"] * (added == "代码")
    cells = [Cell(head, Role.STUB, at) for at, head in enumerate(heads)]
    cells.append(Cell("统计数", Role.HEAD, len(cells), key="count"))
    if added == "历年累计":
        cells.append(Cell(added, Role.STUB, len(cells)))
    table = Table(FORM.key, [Row("", cells, len(cells))])
    own = {row.label for row in FORM.rows}
    seen: set[tuple[str, ...]] = set()
    for form in FORM.rows:
        if form.key.startswith("refused.") and not whole:
            continue
        for depth in range(1, len(form.label)):
            group = form.label[:depth]
            if group not in own and group not in seen:
                seen.add(group)
                table.rows.append(_row(table, "", group[-1], "——", None))
        table.rows.append(_row(table, form.key, form.name, _unit(form), figures[form.key]))
    return table


def _row(table: Table, key: str, label: str, unit: str, figure: Figure | None) -> Row:
    """Return the next row, a cell for each head; one that groups others has no figure."""
    number = len(table.rows)
    cells: list[Cell] = []
    for head in table.rows[0].cells:
        at = len(cells)
        match head.text:
            case "序号":
                cells.append(Cell(str(number), Role.STUB, at))
            case "统计指标":
                cells.append(Cell(label, Role.LABEL if key else Role.GROUP, at, key=key))
            case "单位":
                cells.append(Cell(unit, Role.STUB, at))
            case "代码":
                cells.append(Cell(f"{number:02}", Role.STUB, at))
            case "统计数" if figure is not None:
                cells.append(Cell(str(figure), Role.VALUE, at, key="count"))
            case "历年累计" if figure is not None:
                cells.append(Cell(str(2 * figure + number), Role.STUB, at))
    return Row(key, cells, table.rows[0].width)


def _unit(form: RowForm) -> str:
    if form.key in _UNITS:
        return _UNITS[form.key]
    return "次" if form.name.endswith("次数") else "条" if "公开政府信息数" in form.name else "件"


def _value(draft: Draft, key: str) -> Cell:
    (cell,) = next(row for row in draft.tables[0].bodies if row.key == key).values
    return cell


def _spoil(draft: Draft, rng: Random, key: str, group: Sequence[str]) -> Planted:
    """Write another figure into a row; one relation cannot tell which of its rows is wrong."""
    cell = _value(draft, key)
    right = cell.text
    wrong = int(right) + rng.choice((1, 2, 3, 9) if not draft.digits else (1, 2))
    cell.text = str(wrong if not draft.digits or wrong < 10 else wrong - 3)
    printed = {row.key for row in draft.tables[0].bodies}
    cells = tuple(_value(draft, it) for it in group if it in printed)
    return Planted(cells, FORM.key, (cell,), right)


def _wrong_part(draft: Draft, rng: Random) -> Planted:
    total = rng.choice([it for it in SUMS if it != "answered.refused"])
    return _spoil(draft, rng, rng.choice(parts_of(total)), [total, *parts_of(total)])


def _wrong_total(draft: Draft, rng: Random) -> Planted:
    total = rng.choice([it for it in SUMS if it != "answered.refused"])
    return _spoil(draft, rng, total, [total, *parts_of(total)])


def _wrong_refusals(draft: Draft, rng: Random) -> Planted:
    """The refusals are a sum and a part of one: only their own figure explains both that fail."""
    return _spoil(draft, rng, "answered.refused", ["answered.refused"])


def _unfilled_total(draft: Draft, rng: Random) -> Planted:
    """A sum was left at 0 beside the figures that it is of."""
    totals = [it for it in SUMS if _value(draft, it).text != "0"]
    cell = _value(draft, rng.choice(totals))
    right, cell.text = cell.text, "0"
    return Planted((cell,), FORM.key, (cell,), right)


def _apart() -> list[str]:
    """The sums that have no figure in common."""
    return [it for it in SUMS if not it.startswith("answered")]


def _swapped_figures(draft: Draft, rng: Random) -> Planted:
    """Two parts of different sums change places: of each sum its line can be named, of the parts none."""
    parts = [(total, _value(draft, key)) for total in _apart() for key in parts_of(total)]
    pairs = [
        (one, other)
        for one, other in combinations(parts, 2)
        if one[0] != other[0] and one[1].text != other[1].text
    ]
    (one, cell), (other, second) = rng.choice(pairs)
    cell.text, second.text = second.text, cell.text
    return Planted((draft.tables[0],), FORM.key, (_value(draft, one), _value(draft, other)))


def _two_wrong_sums(draft: Draft, rng: Random) -> Planted:
    """Two sums fail, each for itself."""
    totals = rng.sample(_apart(), 2)
    for total in totals:
        _spoil(draft, rng, rng.choice([total, *parts_of(total)]), [])
    return Planted((draft.tables[0],), FORM.key, tuple(_value(draft, it) for it in totals))


def _full_width(draft: Draft, rng: Random) -> Planted:
    cell = rng.choice([it for row in draft.tables[0].bodies for it in row.values])
    cell.text = cell.text.translate(_WIDE)
    return Planted((cell,), FORM.key, (cell,))


def _topic_dropped(draft: Draft, _: Random) -> Planted:
    """Nothing is said of problems; the table, which stood below them, follows the section before."""
    *_, before, lost = draft.sections
    before.blocks += lost.blocks[1:]
    draft.sections.remove(lost)
    return Planted(())


def _part_too_large(draft: Draft, rng: Random) -> Planted:
    part, whole = rng.choice(list(SUBSETS.items()))
    cell = _value(draft, part)
    right, cell.text = cell.text, str(int(_value(draft, whole).text) + rng.randint(1, 3))
    return Planted((cell,), FORM.key, (cell,), right)


def _answered_apart(draft: Draft, rng: Random) -> Planted:
    """All closed in time but for some that were never answered: both sums hold."""
    more = rng.randint(1, 3)
    for key in ("closed", "closed.in_time"):
        cell = _value(draft, key)
        cell.text = str(int(cell.text) + more)
    return Planted((_value(draft, "answered"),), FORM.key)


_ARITHMETIC = frozenset({"arithmetic"})
# A wrong figure may also contradict what the words, or the pair of closed and answered, say of it.
_SUM_RULES = frozenset(
    {
        "unbalanced-total",
        "wrong-figure",
        "answered-differs-from-closed",
        "received-mismatch",
        "none-contradicted",
        "disputes-mismatch",
    }
)
_DIGIT_RULES = frozenset({"nonstandard-digits", "not-a-count"})
KINDS = (
    Kind("wrong-part", _wrong_part, _ARITHMETIC, _SUM_RULES),
    Kind("wrong-total", _wrong_total, _ARITHMETIC, _SUM_RULES),
    Kind("wrong-refusals", _wrong_refusals, _ARITHMETIC, _SUM_RULES, figured=True),
    Kind("unfilled-total", _unfilled_total, _ARITHMETIC, _SUM_RULES, figured=True),
    Kind("part-too-large", _part_too_large, _ARITHMETIC, frozenset({"subset-exceeds-whole"})),
    Kind(
        "answered-apart", _answered_apart, _ARITHMETIC, frozenset({"answered-differs-from-closed"})
    ),
    Kind("swapped-figures", _swapped_figures, _ARITHMETIC, _SUM_RULES, exact=False, figured=True),
    Kind("two-wrong-sums", _two_wrong_sums, _ARITHMETIC, _SUM_RULES, exact=False),
    Kind("full-width-digits", _full_width, frozenset({"table"}), _DIGIT_RULES),
    Kind("topic-dropped", _topic_dropped, frozenset({"section"}), frozenset({"missing-section"})),
)


def make_case(number: int, layout: Layout, kind: Kind | None = None) -> Case:
    """Return the case of a number; the same arguments give the same case on every machine."""
    name = f"{kind.name if kind else 'clean'}/{layout.name}/{EDITION.id}/{number}"
    rng = Random(name)
    draft = draft_report(rng, digits=layout.digits, busy=bool(kind and kind.figured))
    planted = kind.plant(draft, Random(f"fault of {name}")) if kind else None
    return Case(name, layout, print_report(draft, straight(layout), rng), kind, planted)


def straight(layout: Layout) -> Layout:
    """Return a layout without the looks that fold levels of heads into one: this table has no levels."""
    return replace(layout, looks=tuple(look for look in layout.looks if not look.flat))
