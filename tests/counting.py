"""How much work a call does, counted and not timed: the same on every machine and every day."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType


class TooMuchWorkError(AssertionError):
    """More calls than were allowed."""


def count_calls(function: Callable[[], object], most: int = sys.maxsize) -> int:
    """Return how many Python and C functions are called by `function`.

    Raises TooMuchWorkError as soon as there are more than `most`.
    """
    count = 0

    def note(_frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        if event in {"call", "c_call"}:
            count += 1
            if count > most:
                sys.setprofile(None)
                message = f"more than {most} calls"
                raise TooMuchWorkError(message)

    collecting = gc.isenabled()
    gc.disable()  # what a collection finalizes is called as well
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
        if collecting:
            gc.enable()
    return count
