"""A table filled into a shape is the table that binding it directly gives, place by place."""

from __future__ import annotations

from random import Random

import pytest

from defects.case import EDITIONS, make_case, possible
from defects.faults import KINDS
from defects.layouts import LAYOUTS, Layout
from disclosure_lint.binder import bind_strips
from disclosure_lint.edition import load_editions
from disclosure_lint.labels import label_index
from disclosure_lint.landmarks import landmarks
from disclosure_lint.layout import strips, words_of
from disclosure_lint.parser import parse
from disclosure_lint.shapes import _known, _shapes, bind_blocks
from disclosure_lint.source import Source
from disclosure_lint.table import BoundTable
from printed_tables import LATEST

ALL = load_editions()
HOMES = {form.number: form.tables[0].key for form in LATEST.sections if form.tables}


def contents(table: BoundTable) -> dict[str, object]:
    """Every field of a table but those that binding leaves open; parts made when asked for are made."""
    left_open = {"section", "doubtful", "balanced"}
    found = {name: value for name, value in table._asdict().items() if name not in left_open}
    made = {"cells": dict(table.cells), "rows": list(table.rows), "heads": list(table.heads)}
    return found | made | {"order of cells": list(table.cells)}


def texts(layout: Layout) -> list[str]:
    """Reports in one layout: sound ones and, of each kind of fault, one."""
    rng = Random(layout.name)
    kinds = [None, *(kind for kind in KINDS if possible(kind, layout))]
    return [
        make_case(rng.randrange(10**6), layout, EDITIONS[number % 2], kind).printed.text
        for number, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_filling_a_shape_is_binding(layout: Layout) -> None:
    count = 0
    _shapes.cache_clear()
    _known.cache_clear()
    for text in texts(layout):
        for section in parse(Source(text), landmarks()).sections:
            home = HOMES.get(section.number, "")
            filled, used = bind_blocks(section.blocks, "", home, LATEST, ALL)
            found = strips(section.blocks, label_index(ALL))
            direct = list(bind_strips(found, home, LATEST, ALL))
            assert [contents(it) for it in filled] == [contents(it.table) for it in direct]
            printed = [strip for it in direct for strip in found[it.first : it.last + 1]]
            assert used == list(map(words_of, printed))
            count += len(filled)
    assert count > len(KINDS)
    assert _shapes.cache_info().hits + _known.cache_info().hits > len(KINDS) / 2


def test_a_section_beyond_measure_is_bound_and_not_kept() -> None:
    """A file of a million cells must not stay in memory for the sake of the next one."""
    head = "三、收到和处理政府信息公开申请情况\n"
    text = head + "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n" * 2000
    (section,) = parse(Source(text), landmarks()).sections
    _shapes.cache_clear()
    _known.cache_clear()
    tables, used = bind_blocks(section.blocks, "三", "applications", LATEST, ALL)
    assert sum(len(table.rows) for table in tables) == len(used) == 2000
    assert {table.section for table in tables} == {"三"}
    assert _shapes.cache_info().currsize == _known.cache_info().currsize == 0
