"""Puts a whole report together: figures, tables and words that agree."""

from __future__ import annotations

from random import Random

from disclosure_lint.edition import Edition, SectionForm

from . import prose
from .figures import Size, draw_figures, show
from .grid import build_table
from .model import Draft, Heading, Paragraph, Section, Table
from .organs import draw_organ

_LAST_YEAR = 2025
# The marks that the archives of these reports fold to half width; 、 and 。 stay as they are.
_HALF = str.maketrans("（），：；？！", "(),:;?!")
_FULL = str.maketrans("(),:;", "（），：；")


def draft_report(rng: Random, edition: Edition, size: Size, *, piped: bool) -> Draft:
    """Return a report without a fault, for a random year of the edition.

    `piped` allows a header in rows of cells. A third of the reports have their marks folded to half
    width, as stored pages do; in the others words and labels have them in full width.
    """
    year = rng.randint(edition.first, edition.last or _LAST_YEAR)
    facts = prose.Facts(draw_organ(rng), year, edition, draw_figures(rng, edition, size))
    front = [prose.title(facts), *prose.metadata(rng, facts, piped=piped)]
    if rng.random() < 0.8:
        front.append(prose.preamble(rng, facts))
    sections = [_section(rng, form, facts, size) for form in edition.sections]
    tail = prose.signature(rng, facts)
    draft = Draft(
        [Paragraph(line) for line in front],
        sections,
        [Paragraph(line) for line in tail],
        digits=size is Size.DIGITS,
    )
    _set_width(draft, narrow=rng.random() < 0.3)
    return draft


def _section(rng: Random, form: SectionForm, facts: prose.Facts, size: Size) -> Section:
    lines: list[str] = []
    match form.key:
        case "overview":
            lines = prose.overview(rng, facts)
            if rng.random() < 0.5:
                lines.append(prose.disputes(facts))
        case "problems":
            lines = prose.problems(rng, facts)
        case "other_matters":
            lines = prose.other_matters(rng, facts)
    if form.tables and rng.random() < 0.15:
        lines = [prose.lead_in(rng)]
    blocks: list[Paragraph | Table] = [Paragraph(line) for line in lines]
    for table in form.tables:
        figures = facts.figures[table.key]
        shown = {
            (row.key, column.key): show(rng, figures[row.key, column.key], column.kind, size)
            for row in table.rows
            for column in row.columns
        }
        blocks.append(build_table(table, shown))
    return Section(form.key, [Heading(f"{form.number}、", form.title)], blocks)


def _set_width(draft: Draft, *, narrow: bool) -> None:
    """Print the marks in half width everywhere (the words have them full), or in full (the form has not)."""
    if narrow:
        words = [*draft.front, *draft.tail]
        words += [b for s in draft.sections for b in s.blocks if isinstance(b, Paragraph)]
        for paragraph in words:
            paragraph.text = paragraph.text.translate(_HALF)
    else:
        for cell in (cell for table in draft.tables for row in table.rows for cell in row.cells):
            cell.text = cell.text.translate(_FULL)
