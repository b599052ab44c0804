"""The kinds of fault that are planted, one in a report."""

from __future__ import annotations

from . import spoilt_cells, spoilt_rows, spoilt_sections, wrong_figures
from .fault import Kind, Planted

KINDS: tuple[Kind, ...] = (
    *wrong_figures.KINDS,
    *spoilt_cells.KINDS,
    *spoilt_rows.KINDS,
    *spoilt_sections.KINDS,
)

__all__ = ["KINDS", "Kind", "Planted"]
