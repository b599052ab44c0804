"""A rule that needs something of its node has nothing to say where that is empty: skipping it loses nothing."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from defects.case import EDITIONS, make_case, possible
from defects.faults import KINDS
from defects.layouts import LAYOUTS, Layout
from disclosure_lint.config import Settings, options_for
from disclosure_lint.engine import read
from disclosure_lint.report import Report
from disclosure_lint.rule import Rule
from disclosure_lint.rules import load_all
from disclosure_lint.source import Source

# What the rule does not look at again: a missing title is what `missing-title` is about.
SUBJECTS = {"untitled"}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda it: it.name)
def test_what_a_rule_needs(layout: Layout) -> None:
    rng = Random(layout.name)
    rules = [(it, needs) for it in load_all() if (needs := name_of(it)) and needs not in SUBJECTS]
    skipped: Counter[str] = Counter()
    for number, kind in enumerate((None, *KINDS)):
        if kind and not possible(kind, layout):
            continue
        case = make_case(rng.randrange(10**6), layout, EDITIONS[number % 2], kind)
        report = read(Source(case.printed.text))
        for rule, needs in rules:
            options = options_for(rule, Settings())
            given = () if options is None else (options,)
            for node in nodes(report):
                if isinstance(node, rule.each) and rule.needs and not rule.needs(node):
                    assert list(rule.check(node, report, *given)) == [], (rule.id, kind)
                    skipped[needs] += 1
    assert {"doubtful", "irregular", "verdicts", "contradicted"} <= skipped.keys()


def name_of(rule: Rule) -> str:
    """The name of the attribute or of the fact that a rule needs."""
    needs = rule.check.__dict__["declaration"].needs
    return needs if isinstance(needs, str) else str(needs.__name__)


def nodes(report: Report) -> list[object]:
    return [report, *report.metadata, *report.sections, *report.prose, *report.tables]
