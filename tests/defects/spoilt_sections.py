"""Faults of the report's build: headings, sections, whole tables."""

from __future__ import annotations

from copy import copy
from random import Random

from .fault import Kind, Planted
from .model import Draft, Paragraph
from .typo import misspell

_SECTION = frozenset({"section"})
_NUMERALS = "一二三四五六七"
# Titles that other reports have; the form's own wording is another.
_VARIANTS = {
    "overview": ("总体工作情况", "基本情况"),
    "active": ("主动公开政府信息的情况", "政府信息主动公开情况"),
    "applications": ("收到和处理政府信息公开申请的情况",),
    "litigation": ("政府信息公开行政复议和行政诉讼情况",),
    "problems": ("存在的主要问题及改进措施", "存在问题及改进情况"),
    "other_matters": ("其他报告事项", "其他事项"),
}


def _dropped(draft: Draft, rng: Random) -> Planted:
    rng.choice(draft.sections).headings.clear()
    return Planted(())


def _renamed(draft: Draft, rng: Random) -> Planted:
    section = rng.choice(draft.sections)
    (heading,) = section.headings
    typo = misspell(rng, heading.title)
    heading.title = rng.choice((typo, *_VARIANTS[section.key]))
    return Planted((heading,))


def _misnumbered(draft: Draft, rng: Random) -> Planted:
    at = rng.randrange(len(draft.sections))
    (heading,) = draft.sections[at].headings
    other = rng.choice([numeral for numeral in _NUMERALS if numeral != _NUMERALS[at]])
    heading.number = rng.choice((f"{other}、", f"{at + 1}.", f"{at + 1}、"))
    return Planted((heading,))


def _doubled(draft: Draft, rng: Random) -> Planted:
    section = rng.choice(draft.sections)
    section.headings.append(copy(section.headings[0]))
    return Planted(tuple(section.headings))


def _swapped(draft: Draft, rng: Random) -> Planted:
    at = rng.randrange(len(draft.sections) - 1)
    upper, lower = draft.sections[at : at + 2]
    draft.sections[at : at + 2] = lower, upper
    return Planted((*upper.headings, *lower.headings))


def _emptied(draft: Draft, rng: Random) -> Planted:
    section = rng.choice(draft.sections)
    section.blocks.clear()
    return Planted(tuple(section.headings))


def _table_dropped(draft: Draft, rng: Random) -> Planted:
    """Words stand where the table was, as when it was a picture."""
    section = draft.section_of(rng.choice(draft.tables).key)
    section.blocks[:] = [Paragraph("本部分情况以表格形式报告，具体数据见下表。")]
    return Planted(tuple(section.headings))


KINDS = (
    Kind("heading-dropped", _dropped, _SECTION, frozenset({"missing-section"})),
    Kind("heading-renamed", _renamed, _SECTION, frozenset({"altered-section-title"})),
    Kind(
        "heading-misnumbered",
        _misnumbered,
        _SECTION,
        frozenset({"misnumbered-section", "repeated-section", "misordered-section"}),
    ),
    Kind("heading-doubled", _doubled, _SECTION, frozenset({"repeated-section", "empty-section"})),
    Kind("sections-swapped", _swapped, _SECTION, frozenset({"misordered-section"})),
    Kind(
        "section-emptied",
        _emptied,
        _SECTION | {"table"},
        frozenset(
            {"empty-section", "missing-table", "missing-problem-or-measure", "bare-other-matters"}
        ),
    ),
    Kind("table-dropped", _table_dropped, frozenset({"table"}), frozenset({"missing-table"})),
)
