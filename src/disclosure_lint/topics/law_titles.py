"""Titles that are nearly, but not quite, that of the regulation."""

from functools import lru_cache

from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.text import fold, strip_note
from disclosure_lint.topics.citations import titles
from disclosure_lint.words import words

# So many characters may differ from the full title, or from the short one, before it is another law's.
_FULL, _SHORT = 3, 1


def misspelt_titles(report: Report) -> tuple[Span, ...]:
    """Return the places of such titles."""
    text = report.source.text
    return tuple(
        title.span for title in titles(text) if nearest_law(report.source.slice(title.span))
    )


@lru_cache(maxsize=256)
def nearest_law(printed: str) -> str:
    """Return the title that a printed one was meant to be; empty for a right one and for another law's."""
    folded = strip_note(fold(printed))
    for law in words("references")["law"]:
        title, short = law["title"], law["short"]
        if folded in {title, short, *law["others"]}:
            return ""
        if folded.startswith(title.removesuffix(short)) and _is_near(folded, title, _FULL):
            return str(title)
        if folded.startswith(short[:2]) and _is_near(folded, short, _SHORT):
            return str(short)
    return ""


def _is_near(folded: str, title: str, errors: int) -> bool:
    if abs(len(folded) - len(title)) > errors:
        return False
    import regex  # noqa: PLC0415 - only a title that looks like the law's needs it

    return bool(regex.fullmatch(f"(?:{title}){{e<={errors}}}", folded))
