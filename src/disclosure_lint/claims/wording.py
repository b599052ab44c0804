"""Contradictions between prose and tables in words: findings, and what an editor shows over a claim."""

from collections.abc import Iterable, Iterator, Sequence

from disclosure_lint.claims.check import Contradiction, Support, agrees
from disclosure_lint.claims.claim import Claim, Figure
from disclosure_lint.claims.tabled import Tabled, tabled
from disclosure_lint.diagnostic import Finding, Message, Related, Severity, Suspect, finding
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.topics.cells import MOST_RELATED, cell_name, cell_name_en, others

_ZH = {
    Support.TABLE: "表内勾稽关系成立,支持表中的{table},请核对正文",
    Support.PROSE: "表内勾稽关系支持正文的{prose},表中{cell}{said}疑似应为{expected},请核对表格",
    Support.NEITHER: "表内相关勾稽关系不成立,请先核对表格",
    Support.UNKNOWN: "表内没有可供判断的勾稽关系,请核对后统一",
}
_EN = {
    Support.TABLE: "the table's relations hold and support {table}; check the sentence",
    Support.PROSE: "the table's relations support the {prose} of the sentence: {cell_en} says {said} and should say {expected}",
    Support.NEITHER: "the table's relations are broken here; check the table first",
    Support.UNKNOWN: "no relation of the table can tell which is right; make both agree",
}


def mismatches(report: Report, found: Iterable[Contradiction]) -> Iterator[Finding]:
    """Yield a finding for each contradiction; the same figure stated again is related to the first."""
    again: dict[tuple[str, Figure], list[Contradiction]] = {}
    for it in found:
        again.setdefault((it.claim.quantity, it.claim.number), []).append(it)
    for first, *rest in again.values():
        yield _mismatch(report, first, [it.claim.span for it in rest])


def _mismatch(report: Report, it: Contradiction, again: Sequence[Span]) -> Finding:
    """The finding at a claim, with the cells as related places.

    Where the table names a cell as a suspect, and the prose has it right, the finding is an info: the
    fault is the table's and has its own finding.
    """
    table, words_of = it.tabled, verdict_of(it)
    stated = report.source.slice(it.claim.phrase)
    suspects: tuple[Suspect, ...] = ()
    if it.candidate:
        cell, expected = it.candidate.cell, str(it.candidate.expected)
        suspects = (Suspect(cell.span, cell.raw, expected, it.candidate.restores),)
    return finding(
        it.claim.span,
        f"正文“{stated}”与{table.name.zh}{table.value}不一致:{words_of.zh}。",
        f"“{stated}” does not agree with {table.name.en} {table.value}: {words_of.en}.",
        related=(*related(table), *others(again)),
        suspects=suspects,
        severity=Severity.INFO if it.candidate else None,
    )


def verdict_of(it: Contradiction) -> Message:
    """Return which of the two figures the relations support, in words."""
    names = {"table": str(it.tabled.value), "prose": str(it.claim.number)}
    if it.candidate:
        cell, table = it.candidate.cell, it.tabled.table
        names |= {"cell": cell_name(cell, table), "cell_en": cell_name_en(cell, table)}
        names |= {"said": cell.raw, "expected": str(it.candidate.expected)}
    return Message(_ZH[it.support].format(**names), _EN[it.support].format(**names))


def related(it: Tabled) -> tuple[Related, ...]:
    """Return the cells as related places; of many those that are not 0."""
    shown = [cell for cell in it.cells if cell.value] or it.cells
    return tuple(
        Related(
            cell.span,
            Message(
                f"{cell_name(cell, it.table)}:{cell.raw}",
                f"{cell_name_en(cell, it.table)}: {cell.raw}",
            ),
        )
        for cell in shown[:MOST_RELATED]
    )


def describe(report: Report, claim: Claim) -> Message:
    """Return what an editor shows over a claim: the figure it states, and what the table says."""
    stated = f"{claim.number}{claim.measure}"
    readings = tabled(report, claim.quantity)
    if not readings:
        return Message(
            f"正文:{stated}(表中无可对照的数据)", f"stated: {stated} (no figure in the tables)"
        )
    it = next((reading for reading in readings if agrees(claim, reading)), readings[0])
    zh, en = f"正文:{stated};{it.name.zh}:{it.value}", f"stated: {stated}; {it.name.en} {it.value}"
    if not claim.certain:
        return Message(f"{zh}(口径不确定,不比较)", f"{en} (not compared: {', '.join(claim.scope)})")
    same = agrees(claim, it)
    return Message(
        f"{zh},{'一致' if same else '不一致'}", f"{en}, {'equal' if same else 'not equal'}"
    )
