"""What a kind of fault is, and what is known of a fault once it is planted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .model import Cell, Draft, Printable


@dataclass(frozen=True, slots=True)
class Planted:
    """The truth about one fault.

    A finding counts when it begins on a line of one of `places`; without places it counts anywhere.
    `table` is the key of the spoilt table, `cells` are the cells that are wrong, `right` is what the
    only wrong one should say.
    """

    places: tuple[Printable, ...]
    table: str = ""
    cells: tuple[Cell, ...] = ()
    right: str = ""


Plant = Callable[[Draft, Random], Planted]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: how it is planted, the groups that may find it, the rules that may speak of it.

    `exact` kinds have a place; the others only a table and its wrong cells. `figured` says that the
    fault needs figures other than zero, `blank` that it prints a blank cell, `glues` that it cannot
    be told apart where figures stand without anything between them.
    """

    name: str
    plant: Plant
    groups: frozenset[str]
    rules: frozenset[str]
    exact: bool = True
    figured: bool = False
    blank: bool = False
    glues: bool = False
