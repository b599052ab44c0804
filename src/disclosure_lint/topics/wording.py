"""Whether a printed label says what the form says, and how to write it right."""

from functools import lru_cache

from disclosure_lint.patterns import compiled
from disclosure_lint.text import fold, strip_note, strip_ordinal

_REMARK = r"\s*[(\uff08][^()\uff08\uff09]*[)\uff09]\s*$"
# A line break of a page, left as it is written.
_BREAK = r"<br\s*/?>"
_INNER = str.maketrans("“”", "‘’")
_MARKS = dict.fromkeys(map(ord, "、.,)("))
_WIDE = str.maketrans("(),:;", "\uff08\uff09\uff0c\uff1a\uff1b")
_WIDE_MARKS = frozenset(map(chr, _WIDE.values()))


@lru_cache(maxsize=1024)
def same_words(printed: str, official: str) -> bool:
    """Whether two labels differ at most in width, blanks, quotes, the mark after the number or a remark.

    `1、重复申请` is `1.重复申请`, and `行政许可(指…)` is `行政许可`. A `<br>` has a finding of its own.
    """
    left, right = fold(compiled(_BREAK).sub("", printed)), fold(official)
    if left == right:
        return True
    return any(
        _number(one) == _number(other) and _words(one) == _words(other)
        for one, other in ((left, right), (strip_note(left), strip_note(right)))
    )


def _number(folded: str) -> str:
    return folded.removesuffix(strip_ordinal(folded)).translate(_MARKS)


def _words(folded: str) -> str:
    return strip_ordinal(folded).replace("、", ",")


def likeness(printed: str, official: str) -> float:
    """Return how alike two labels are, from 0 to 1, their numbers left out."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - imported on a miss only

    return Indel.normalized_similarity(
        strip_ordinal(strip_note(fold(printed))), strip_ordinal(strip_note(fold(official)))
    )


def as_printed(official: str, printed: str) -> str:
    """Return the form's label as the report would print it: its marks as wide, its own remark kept."""
    right = official if _WIDE_MARKS.isdisjoint(printed) else official.translate(_WIDE)
    remark = compiled(_REMARK).search(printed)
    own = compiled(_REMARK).search(official)
    return right + remark[0].rstrip() if remark and not own else right


def without_remark(label: str) -> str:
    """Return a printed label without a remark in brackets at its end."""
    return compiled(_REMARK).sub("", label) or label


def quoted(label: str) -> str:
    """Return a label in quotation marks; those inside it become single ones."""
    return f"“{label.translate(_INNER)}”"


def lost_end(printed: str, official: str) -> int:
    """Return how many characters at its end a printed label lacks; 0 where that is not all it lacks."""
    left, right = fold(printed), fold(official)
    return len(right) - len(left) if right.startswith(left) else 0
