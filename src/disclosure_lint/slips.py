"""How likely a suspect is: what slips of the hand do to figures."""

from disclosure_lint.table import Candidate


def likelihood(candidate: Candidate, *, is_total: bool) -> tuple[int, int, int]:
    """A key to sort candidates by, the likeliest slip of the hand first.

    What restores most goes first; then a total that was never filled in, a figure whose digits were
    swapped, dropped or doubled, the total, the parts.
    """
    value, expected = candidate.cell.value or 0, candidate.expected
    if is_total and not value and expected:
        kind = 0
    elif _slip(str(value), str(expected)):
        kind = 1
    else:
        kind = 2 if is_total else 3
    return (-candidate.restores, kind, candidate.cell.span.start)


def _slip(left: str, right: str) -> bool:
    """Whether one figure becomes the other by swapping two neighbours, or by one digit more or less."""
    if len(left) == len(right):
        differing = [at for at in range(len(left)) if left[at] != right[at]]
        first = differing[0] if differing else 0
        return (
            differing == [first, first + 1]
            and left[first : first + 2] == right[first : first + 2][::-1]
        )
    short, long = sorted((left, right), key=len)
    if short == "0" or len(long) - len(short) != 1:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
