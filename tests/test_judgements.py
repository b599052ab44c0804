"""Every finding on the fixture reports was read and judged as a clerk would: a new or vanished one fails.

`tests/judgements/<group>.csv` holds them: sample, line, rule, verdict, reason. The verdict is `right`,
`arguable` (a fault, but of another kind, severity or place; or a matter of taste) or `wrong` (a false
alarm). After a change, `pytest tests/test_judgements.py --update-goldens` adds the new findings
without a verdict and takes out those that are gone; then read them and write the verdicts.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from disclosure_lint.config import Settings
from disclosure_lint.engine import lint, read
from disclosure_lint.fixes import figures, fix_text
from disclosure_lint.rules import names
from disclosure_lint.source import Source, decode

FIXTURES = Path(__file__).parent.parent / "fixtures"
FOLDER = Path(__file__).parent / "judgements"
SETTINGS = Settings(today=date(2026, 6, 1))
REPORTS = sorted(
    path.relative_to(FIXTURES).as_posix()
    for folder in ("reports", "samples")
    for path in (FIXTURES / folder).glob("*.txt")
)
VERDICTS = {"right", "arguable", "wrong"}


class Row(NamedTuple):
    sample: str
    line: int
    rule: str
    verdict: str = ""
    reason: str = ""

    @property
    def finding(self) -> tuple[str, int, str]:
        return self[:3]


def source(sample: str) -> Source:
    return decode((FIXTURES / sample).read_bytes(), sample)


def found() -> Iterator[tuple[str, Row]]:
    """Yield every finding on the fixtures with the group of its rule."""
    for sample in REPORTS:
        text = source(sample)
        for it in lint(text, SETTINGS).diagnostics:
            yield it.group, Row(sample, text.lines.row(it.span.start), it.rule)


def judged(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    assert tuple(header) == Row._fields
    return [
        Row(sample, int(line), rule, verdict, reason)
        for sample, line, rule, verdict, reason in rows
    ]


FOUND = list(found())
GROUPS = sorted({group for group, _ in names()} | {path.stem for path in FOLDER.glob("*.csv")})


def update(path: Path, now: list[Row]) -> None:
    """Keep the verdicts on what still is found, add what is new without one."""
    known: dict[tuple[str, int, str], list[Row]] = {}
    for row in judged(path) if path.exists() else []:
        known.setdefault(row.finding, []).append(row)
    rows = [known[row.finding].pop(0) if known.get(row.finding) else row for row in now]
    if not rows:
        path.unlink(missing_ok=True)
        return
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([Row._fields, *rows])


@pytest.mark.parametrize("group", GROUPS)
def test_every_finding_is_judged(group: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{group}.csv"
    now = [row for it, row in FOUND if it == group]
    if request.config.getoption("--update-goldens"):
        update(path, now)
    known = Counter(row.finding for row in (judged(path) if path.exists() else []))
    seen = Counter(row.finding for row in now)
    assert sorted((seen - known).elements()) == [], "new findings: judge them"
    assert sorted((known - seen).elements()) == [], "findings that are gone"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_every_verdict_has_a_reason(path: Path) -> None:
    rows = judged(path)
    assert [row.finding for row in rows if row.verdict not in VERDICTS] == []
    assert [row.finding for row in rows if len(row.reason) < len("seen")] == []


def test_false_alarms_are_rare() -> None:
    verdicts = Counter(row.verdict for path in FOLDER.glob("*.csv") for row in judged(path))
    assert verdicts.total() > 200
    assert verdicts["wrong"] * 100 <= verdicts.total()


@pytest.mark.parametrize("sample", REPORTS)
def test_fixes_of_a_whole_report(sample: str) -> None:
    """They come to rest, lose no figure and bring up nothing worse than they took away."""
    text = source(sample)
    before = lint(text, SETTINGS).diagnostics
    for unsafe in (False, True):
        fixed = fix_text(text, SETTINGS, unsafe=unsafe)
        assert (fixed.looping, fixed.refused) == ((), ())
        assert fix_text(fixed.source, SETTINGS, unsafe=unsafe).applied == ()
        assert len(fixed.left) <= len(before)
        if not unsafe:
            lost = figures(read(text, SETTINGS)) - figures(read(fixed.source, SETTINGS))
            assert not lost
