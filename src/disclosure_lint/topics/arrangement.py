"""How the sections of a report stand to those of the form: which are missing, renamed, displaced."""

from bisect import bisect_left
from itertools import pairwise

from disclosure_lint.edition import SectionForm
from disclosure_lint.opening import NUMERALS
from disclosure_lint.report import HEADING_MARKS, BoundSection, Report
from disclosure_lint.source import Span
from disclosure_lint.text import fold

_LEADS = ("第", "#", "*", *NUMERALS)


def missing(report: Report) -> tuple[SectionForm, ...]:
    """Return the sections of the form that the report has not, in order; without a form none."""
    if report.form is None:
        return ()
    there = {it.form.key for it in report.sections if it.form}
    there |= {form.key for _, form in renamed(report)}
    return tuple(form for form in report.form.sections if form.key not in there)


def unspoken(report: Report) -> list[str]:
    """Return the titles of the form's topics that the report has no section on, nor any of their words."""
    text = fold(report.source.text)
    absent = (form for form in missing(report) if form.cues)
    return [form.title for form in absent if not any(cue in text for cue in form.cues)]


def is_printed(form: SectionForm, report: Report) -> bool:
    """Return whether number and title stand on a line that was not taken for a heading: `一 总体情况`."""
    title = fold(form.title)
    for prose in report.prose:
        line = fold(prose.text).rstrip("。:") if prose.text.startswith(_LEADS) else ""
        if line.endswith(title) and line.removesuffix(title).strip("#*第部分章节:") == form.number:
            return True
    return False


def following(report: Report, form: SectionForm) -> Span | None:
    """Return the first heading, in the form's order, of a section that belongs after `form`."""
    order = [it.key for it in report.form.sections] if report.form else []
    places = {it.form.key: it.section.heading for it in reversed(report.sections) if it.form}
    places |= {known.key: bound.section.heading for bound, known in renamed(report)}
    return next((places[key] for key in order[order.index(form.key) :] if key in places), None)


def renamed(report: Report) -> tuple[tuple[BoundSection, SectionForm], ...]:
    """Return the printed sections that stand, by number and place, for one of the form under other words."""
    if report.form is None or all(it.form for it in report.sections):
        return ()
    rank = {form.key: at for at, form in enumerate(report.form.sections)}
    there = {it.form.key for it in report.sections if it.form}
    found = []
    for at, bound in enumerate(report.sections):
        if bound.form:
            continue
        for form in report.form.sections:
            if form.key in there or form.number != bound.section.number:
                continue
            before = [rank[it.form.key] for it in report.sections[:at] if it.form]
            after = [rank[it.form.key] for it in report.sections[at:] if it.form]
            if max(before, default=-1) < rank[form.key] < min(after, default=len(rank)):
                there.add(form.key)
                found.append((bound, form))
    return tuple(found)


def displaced(report: Report) -> tuple[tuple[BoundSection, BoundSection], ...]:
    """Return the fewest sections that would have to move, each with one that it stands on the wrong side of.

    The binder tells what comes after something later; here a section far too early is one displaced
    section, not the cause of all that follow it.
    """
    if report.form is None or not any(it.misordered for it in report.sections):
        return ()
    rank = {form.key: at for at, form in enumerate(report.form.sections)}
    known = [it for it in report.sections if it.form and not it.repeated]
    order = [rank[it.form.key] for it in known if it.form]
    kept = set(_longest_rise(order))
    found = []
    for at, bound in enumerate(known):
        if at in kept:
            continue
        wrong = [other for other in kept if (other - at) * (order[other] - order[at]) < 0]
        found.append((bound, known[min(wrong, key=lambda other: abs(other - at))]))
    return tuple(found)


def follows(report: Report, one: BoundSection, other: BoundSection) -> bool:
    """Whether one section is printed after another."""
    return report.sections.index(one) > report.sections.index(other)


def inside_lines(report: Report) -> list[BoundSection]:
    """Return the sections whose headings stand inside a paragraph, other words before them on the line."""
    text, found = report.source.text, []
    for it in report.sections:
        start = it.section.heading.start
        if text[text.rfind("\n", 0, start) + 1 : start].strip(HEADING_MARKS):
            found.append(it)
    return found


def runs(report: Report, forms: tuple[SectionForm, ...]) -> list[tuple[SectionForm, ...]]:
    """Return forms grouped into runs that follow each other in the form."""
    if not forms or report.form is None:
        return []
    rank = {form.key: at for at, form in enumerate(report.form.sections)}
    found = [[forms[0]]]
    for before, form in pairwise(forms):
        if rank[form.key] == rank[before.key] + 1:
            found[-1].append(form)
        else:
            found.append([form])
    return [tuple(run) for run in found]


def _longest_rise(order: list[int]) -> list[int]:
    """Return the places of a longest rising run; of several, the one with the lowest last values.

    Among two neighbours that changed places it so keeps the lower: the higher came too early.
    """
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for at, value in enumerate(order):
        slot = bisect_left(tails, value)
        before.append(tail_at[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [value]
        tail_at[slot : slot + 1] = [at]
    found: list[int] = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
