"""One case: a report in a layout, with a fault or without; the seed alone decides all of it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from disclosure_lint.edition import Edition, load_editions

from .draft import draft_report
from .faults import KINDS, Kind, Planted
from .figures import Size
from .layouts import LAYOUTS, Blanks, Layout, print_report
from .model import Printed

SIZES = (Size.IDLE, Size.TOWNSHIP, Size.TOWNSHIP, Size.COUNTY, Size.COUNTY, Size.CITY)
EDITIONS = tuple(edition for edition in load_editions() if edition.id in {"2019", "2021"})


@dataclass(frozen=True, slots=True)
class Case:
    """A printed report and what was planted in it."""

    name: str
    layout: Layout
    printed: Printed
    kind: Kind | None = None
    planted: Planted | None = None


def possible(kind: Kind, layout: Layout) -> bool:
    """Whether a fault can be seen in a layout.

    A blank that vanishes without a trace is a cell too few, which is a kind of its own; words among
    figures that touch leave nobody able to tell which figures they belong to.
    """
    if kind.blank and layout.blanks is Blanks.LOST:
        return False
    return not (kind.glues and layout.digits)


def make_case(
    number: int,
    layout: Layout,
    edition: Edition,
    kind: Kind | None = None,
    *,
    spoilt: bool = True,
) -> Case:
    """Return the case of a number; the same arguments give the same case on every machine.

    With a kind and not `spoilt` it is the report before the fault was planted.
    """
    name = f"{kind.name if kind else 'clean'}/{layout.name}/{edition.id}/{number}"
    rng = Random(name)
    sizes = SIZES[1:] if kind and kind.figured else SIZES
    size = Size.DIGITS if layout.digits else rng.choice(sizes)
    draft = draft_report(rng, edition, size, piped=layout.piped)
    planted = kind.plant(draft, Random(f"fault of {name}")) if kind and spoilt else None
    return Case(name, layout, print_report(draft, layout, rng), kind, planted)


def find_kind(name: str) -> Kind:
    """Return the kind of a name; KeyError when there is none."""
    return {kind.name: kind for kind in KINDS}[name]


def find_layout(name: str) -> Layout:
    """Return the layout of a name; KeyError when there is none."""
    return {layout.name: layout for layout in LAYOUTS}[name]
