"""Reports for 2014 to 2018: free headings and the statistics table, clean or with one fault in it.

`python -m tests.defects.statistics` prints what is found, kind by layout, as the other generator
does for the forms in matrices.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from disclosure_lint.edition import RowForm, load_editions

from .case import Case
from .fault import Kind, Planted
from .grid import Figure
from .judge import clean_findings, judge, misread
from .layouts import LAYOUTS, Layout, print_report
from .model import Cell, Draft, Heading, Paragraph, Role, Row, Section, Table
from .organs import draw_organ
from .results import Tally, render

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
_HALF = str.maketrans("（），：；", "(),:;")
_FULL = str.maketrans("(),:;", "（），：；")


def parts_of(total: str) -> list[str]:
    """Return the keys of the rows that add up to a total."""
    return [row.key for row in FORM.rows if row.key.startswith(SUMS[total])]


def draw_figures(rng: Random, *, digits: bool) -> dict[str, Figure]:
    """Return a figure for each row; what the form says of sums and parts holds."""
    most = 2 if digits else rng.choice((0, 3, 40, 900))
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


def draft_report(rng: Random, *, digits: bool) -> Draft:
    """Return a report without a fault: six topics under headings of its own, the table at the end."""
    organ, year = draw_organ(rng), rng.randint(EDITION.first, EDITION.last or EDITION.first)
    figures = draw_figures(rng, digits=digits)
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
    sections[-1].blocks.append(_table(rng, figures, digits=digits))
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


def _table(rng: Random, figures: dict[str, Figure], *, digits: bool) -> Table:
    """Return the table: numbered rows or not, with units or not, the reasons for refusal or not."""
    # A number that touches the figure before it could be told from it by nobody.
    numbered, units = not digits and rng.random() < 0.4, rng.random() < 0.8
    whole = rng.random() < 0.5
    heads = [*["序号"] * numbered, "统计指标", *["单位"] * units]
    cells = [Cell(head, Role.STUB, at) for at, head in enumerate(heads)]
    width = len(heads) + 1
    table = Table(
        FORM.key, [Row("", [*cells, Cell("统计数", Role.HEAD, width - 1, key="count")], width)]
    )
    own = {row.label for row in FORM.rows}
    seen: set[tuple[str, ...]] = set()
    for form in FORM.rows:
        if form.key.startswith("refused.") and not whole:
            continue
        for depth in range(1, len(form.label)):
            group = form.label[:depth]
            if group not in own and group not in seen:
                seen.add(group)
                table.rows.append(_row(table, "", group[-1], "——" * units))
        row = _row(table, form.key, form.name, _unit(form) * units)
        row.cells.append(Cell(str(figures[form.key]), Role.VALUE, width - 1, key="count"))
        table.rows.append(row)
    return table


def _row(table: Table, key: str, label: str, unit: str) -> Row:
    """Return the next row up to its unit; the head says whether rows are numbered."""
    head = table.rows[0]
    numbered = head.cells[0].text == "序号"
    cells = [Cell(str(len(table.rows)), Role.STUB, 0)] if numbered else []
    cells.append(Cell(label, Role.LABEL if key else Role.GROUP, len(cells), key=key))
    if unit:
        cells.append(Cell(unit, Role.STUB, len(cells)))
    return Row(key, cells, head.width)


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
KINDS = (
    Kind("wrong-part", _wrong_part, _ARITHMETIC, _SUM_RULES),
    Kind("wrong-total", _wrong_total, _ARITHMETIC, _SUM_RULES),
    Kind("part-too-large", _part_too_large, _ARITHMETIC, frozenset({"subset-exceeds-whole"})),
    Kind(
        "answered-apart", _answered_apart, _ARITHMETIC, frozenset({"answered-differs-from-closed"})
    ),
)


def make_case(number: int, layout: Layout, kind: Kind | None = None) -> Case:
    """Return the case of a number; the same arguments give the same case on every machine."""
    name = f"{kind.name if kind else 'clean'}/{layout.name}/{EDITION.id}/{number}"
    rng = Random(name)
    draft = draft_report(rng, digits=layout.digits)
    planted = kind.plant(draft, Random(f"fault of {name}")) if kind else None
    straight = replace(layout, looks=tuple(look for look in layout.looks if not look.flat))
    return Case(name, layout, print_report(draft, straight, rng), kind, planted)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table of results; return 1 when a clean report was accused or misread."""
    parser = argparse.ArgumentParser(prog="python -m tests.defects.statistics")
    parser.add_argument("--count", type=int, default=20, help="cases of each kind and layout")
    count = parser.parse_args(argv).count
    tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    for kind in KINDS:
        for layout in LAYOUTS:
            for number in range(count):
                tallies[kind.name, layout.name].add(judge(make_case(number, layout, kind)))
    for line in render(tallies, KINDS, LAYOUTS):
        sys.stdout.write(f"{line}\n")
    wrong = 0
    for layout in LAYOUTS:
        for number in range(count):
            case = make_case(number, layout)
            said, lost = clean_findings(case), misread(case)
            wrong += bool(said or lost)
            for it in said:
                sys.stdout.write(f"{case.name}: {it.rule} {it.message.zh}\n")
            if lost:
                sys.stdout.write(f"{case.name}: misread {', '.join(lost[:5])}\n")
    sys.stdout.write(f"{count * len(LAYOUTS)} clean reports, {wrong} accused or misread\n")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
