"""Generated reports with claims in many phrasings, true ones and broken ones: `python -m benchmarks.claims.reports`.

The reports come from the generator of faults (`tests/defects`); a sentence about the figures of their
tables is put into the first section. In a broken one a figure is another than the table's.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from defects.case import EDITIONS
from defects.draft import draft_report
from defects.figures import Size
from defects.judge import SETTINGS
from defects.layouts import LAYOUTS, print_report
from defects.model import Draft, Paragraph
from disclosure_lint.engine import lint
from disclosure_lint.source import Source

SIZES = (Size.TOWNSHIP, Size.COUNTY, Size.CITY)

# Every figure of a phrasing can be broken. `~` says what stands there instead where the figure is 0.
PHRASINGS = (
    "{year}年，本机关共收到政府信息公开申请{received}件。",
    "全年新收政府信息公开申请{received}件，上年结转{carried_in}件。",
    "{year}年度共受理依申请公开{received}件，办结{answered}件，结转下年度{carried_out}件。",
    "本年度接收政府信息公开申请{received}件，作出答复{answered}件，转下年度继续办理{carried_out}件。",
    "依申请公开方面，接到申请{received}件，已答复{answered}件。",
    "本年新收政府信息公开申请{received}件，其中自然人{persons}件，法人或其他组织{bodies}件。",
    "新收政府信息公开申请{received}件（自然人提出{persons}件、法人或者其他组织提出{bodies}件）。",
    "收到公民、法人和其他组织提出的政府信息公开申请共计{received}件。",
    "截至12月31日，收到政府信息公开申请{received}件（不含上年结转的{carried_in}件）。",
    "政府信息公开申请受理量为{received}件，答复量为{answered}件。",
    "共有政府信息公开申请{inflow}件（含上年结转{carried_in}件）。",
    "上年结转政府信息公开申请{carried_in}件，本年新收{received}件，结转下年{carried_out}件。",
    "{last}年结转的政府信息公开申请{carried_in}件，结转{next}年办理{carried_out}件。",
    "答复政府信息公开申请{answered}件，其中予以公开{granted}件、部分公开{partly}件、不予公开{refused}件、无法提供{unavailable}件、不予处理{unprocessed}件、其他处理{other}件。",
    "政府信息公开申请办理结果：予以公开{granted}件，部分公开{partly}件，不予公开{refused}件。",
    "经办理的政府信息公开申请中，{granted}件予以公开，{partly}件部分公开，{refused}件不予公开。",
    "政府信息公开申请无法提供的{unavailable}件，不予处理的{unprocessed}件。",
    "政府信息公开申请予以公开和部分公开共{opened}件。",
    "政府信息公开申请中，属于重复申请的{repeated}件，信访举报投诉类申请{petition}件。",
    "政府信息公开申请因不掌握相关政府信息无法提供的{not_held}件。",
    "办结政府信息公开申请{answered}件；予以公开{granted}件；无法提供{unavailable}件。",
    "因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{suits}件。",
    "全年政府信息公开行政复议{reviews}件（维持{reviews_upheld}件、纠正{reviews_corrected}件、其他{reviews_other}件、未审结{reviews_pending}件）。",
    "政府信息公开行政诉讼{suits}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。",
    "信息公开类行政复议{reviews}起、行政诉讼{suits}起。",
    "政府信息公开行政复议、行政诉讼分别为{reviews}件和{suits}件。",
    "政府信息公开行政复议、行政诉讼共{disputes}件。",
    "全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
    "{year}年制定规范性文件{issued}件、废止规范性文件{repealed}件，现有效的规范性文件另行公布。",
    "截至年底，现行有效行政规范性文件共{in_force}件。",
    "行政规范性文件制发{issued}件、废止{repealed}件。",
    "全年作出行政许可决定{licences}件、行政处罚决定{penalties}件、行政强制决定{coercion}件。",
    "{year}年办理行政许可{licences}件，实施行政处罚{penalties}起。",
    "行政处罚{penalties}件，行政强制{coercion}件。",
    "~received~本年度未收到政府信息公开申请。",
    "~reviews~{year}年没有因政府信息公开引起的行政复议。",
    "~suits~未发生政府信息公开行政诉讼。",
    "~issued~全年未制发行政规范性文件。",
    "~carried_out~政府信息公开申请无结转下年度继续办理件。",
    "~bodies~收到政府信息公开申请{received}件，均为自然人提出。",
)
_SLOT = re.compile(r"\{(\w+)\}")
_DENIED = re.compile(r"^~(\w+)~")


class Made(NamedTuple):
    """A report, the line of the sentence, the phrasing and the figure that was broken (or nothing)."""

    text: str
    line: int
    phrasing: str
    broken: str


def figures_of(draft: Draft) -> dict[str, int]:
    """Return the figures of a draft's tables by the names that the phrasings use."""
    cells = {
        (row.key, cell.key): int(cell.text)
        for table in draft.tables
        for row in table.bodies
        for cell in row.values
        if cell.text.lstrip("+-").isdigit()
    }

    def rows(prefix: str) -> int:
        return sum(
            figure
            for (row, column), figure in cells.items()
            if column == "total" and (row == prefix or row.startswith(f"{prefix}."))
        )

    found = {
        "received": rows("received"), "carried_in": rows("carried_in"), "carried_out": rows("carried_out"),
        "answered": cells["outcome.total", "total"], "persons": cells["received", "natural_person"],
        "granted": rows("outcome.granted"), "partly": rows("outcome.partly_granted"),
        "refused": rows("outcome.refused"), "unavailable": rows("outcome.unavailable"),
        "unprocessed": rows("outcome.not_processed"), "other": rows("outcome.other"),
        "repeated": rows("outcome.not_processed.repeated"),
        "petition": rows("outcome.not_processed.petition"),
        "not_held": rows("outcome.unavailable.not_held"),
        "reviews": cells["cases", "reconsideration.total"],
        "direct": cells["cases", "direct_suit.total"],
        "after": cells["cases", "suit_after_reconsideration.total"],
    }  # fmt: skip
    for result in ("upheld", "corrected", "other", "pending"):
        found[f"reviews_{result}"] = cells["cases", f"reconsideration.{result}"]
    if ("licence", "items") not in cells:  # the older form counts items too; the rule is off there
        rows_of = {"licences": "licence", "penalties": "penalty", "coercion": "coercion"}
        found |= {name: cells[row, "decisions"] for name, row in rows_of.items()}
    for name in ("issued", "repealed", "in_force"):
        if ("normative_document", name) in cells:
            found[name] = cells["normative_document", name]
    found["bodies"] = found["received"] - found["persons"]
    found["inflow"] = found["received"] + found["carried_in"]
    found["opened"] = found["granted"] + found["partly"]
    found["suits"] = found["direct"] + found["after"]
    found["disputes"] = found["reviews"] + found["suits"]
    return found


def make(number: int, phrasing: str, *, broken: bool) -> Made | None:
    """Return the report of a number with a phrasing; None where its tables have not the figures for it.

    Denials need a figure of 0 to be true and another to be broken.
    """
    rng = Random(f"{phrasing}/{number}/{broken}")
    layout = rng.choice([it for it in LAYOUTS if not it.digits])
    edition = rng.choice(EDITIONS)
    draft = draft_report(rng, edition, rng.choice(SIZES), piped=layout.piped)
    figures = figures_of(draft)
    year = int(re.search(r"20\d\d", draft.front[0].text)[0])
    denied = _DENIED.match(phrasing)
    slots = _SLOT.findall(phrasing)
    if denied and denied[1] in figures and bool(figures[denied[1]]) is not broken:
        return None
    if any(slot not in figures and slot not in {"year", "last", "next"} for slot in slots):
        return None
    if denied and (denied[1] not in figures or (not figures["received"] and "均为" in phrasing)):
        return None
    said = figures | {"year": year, "last": year - 1, "next": year + 1}
    name = denied[1] if denied else rng.choice([it for it in slots if it in figures])
    if broken and not denied:
        said[name] = _another(rng, said[name])
    sentence = _DENIED.sub("", phrasing).format(**said)
    paragraph = Paragraph(sentence.translate(_narrow(draft)))
    section = next(it for it in draft.sections if it.key == "overview")
    _without_figures(section.blocks)
    section.blocks.append(paragraph)
    printed = print_report(draft, layout, rng)
    return Made(printed.text, printed.lines(paragraph).start, phrasing, name if broken else "")


def _another(rng: Random, right: int) -> int:
    """Another figure than the right one, wrong the way people and keyboards are."""
    text = str(right)
    slips = {right + rng.randint(1, 9), int(text[::-1]), int(text + text[-1]), max(right - 1, 0)}
    return rng.choice(sorted(slips - {right}))


def _narrow(draft: Draft) -> Mapping[int, str]:
    narrow = not any("，" in it.text for it in draft.front) and any(
        "," in it.text for it in draft.front
    )
    return str.maketrans("（），：；", "(),:;") if narrow else {}


def _without_figures(blocks: list) -> None:
    """The generator's own sentences on the tables go: they would be right and say the same."""
    for block in blocks:
        if isinstance(block, Paragraph):
            block.text = re.sub(r"[^。]*(?:申请|复议|规范性文件)[^。]*\d[^。]*。", "", block.text)


def run(count: int) -> Iterator[tuple[Made, list[str]]]:
    """Yield reports, clean and broken in turn, with the rules of the group that spoke and where."""
    for phrasing in PHRASINGS:
        for broken in (True, False):
            made = (make(number, phrasing, broken=broken) for number in range(count * 12))
            for it in _first(made, count):
                result = lint(Source(it.text), SETTINGS)
                lines = [
                    f"{it.text.count(chr(10), 0, d.span.start) + 1} {d.rule}"
                    for d in result.diagnostics
                    if d.group == "consistency"
                ]
                yield it, lines


def _first(made: Iterator[Made | None], count: int) -> Iterator[Made]:
    for it in made:
        if it and count:
            count -= 1
            yield it


def main(argv: Sequence[str] | None = None) -> int:
    """Print how many broken claims were found on their line; return 1 where too few, or true ones accused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="reports a phrasing, broken and true")
    options = parser.parse_args(argv)
    tally: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for made, lines in run(options.count):
        kind = "broken" if made.broken else "true"
        tally[kind] += 1
        on_line = [it for it in lines if it.startswith(f"{made.line} ")]
        if made.broken and not on_line:
            missed[f"missed {made.broken} in {made.phrasing}"] += 1
        if not made.broken and lines:
            missed[f"accused {lines} in {made.phrasing}"] += 1
        tally[f"{kind} spoken of"] += bool(on_line if made.broken else lines)
    share = tally["broken spoken of"] / max(tally["broken"], 1)
    print(f"{len(PHRASINGS)} phrasings")
    print(
        f"broken {tally['broken']}, found on their line {tally['broken spoken of']} ({share:.1%})"
    )
    print(f"true {tally['true']}, accused {tally['true spoken of']}")
    for what, times in missed.most_common():
        print(f"{times:>5}  {what}")
    return int(share < 0.97 or bool(tally["true spoken of"]))


if __name__ == "__main__":
    raise SystemExit(main())
