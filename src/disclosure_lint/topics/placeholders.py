"""What a template leaves in a draft: signs for a figure or a name, and words that ask to be replaced."""

import re
from collections.abc import Iterator

from disclosure_lint.literals import holds, occurrences
from disclosure_lint.patterns import compiled
from disclosure_lint.words import words

_SIGNS = "×XxＸ✕*＊_＿"
_RUN = compiled(r"(20[0-9]?)?([×XxＸ✕]+|[*＊]{2,}|[_＿]{2,})")
_EMPTY = compiled(r"[《“【（(][ \u3000]*[》”】）)]")
_PAIRS = frozenset(["《》", "“”", "【】", "（）", "()"])
_HAN = compiled("[\u4e00-\u9fff]")
_LONGEST = 3  # characters of what a placeholder stands before


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Yield where placeholders begin and end: `××` in ××条, `20XX`, `____`, (略)."""
    if any(map(text.__contains__, _SIGNS)):
        yield from (match.span() for match in _RUN.finditer(text) if _stands_for(text, match))
    phrases, prompts = words("placeholders")["phrases"], tuple(words("placeholders")["prompts"])
    for probe in filter(text.__contains__, phrases):
        for phrase in phrases[probe]:
            for at in occurrences(text, phrase):
                if not text.startswith(prompts, at):
                    yield at, at + len(phrase)


def empty_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where marks of one kind stand with nothing between them; not `main()`, which is code."""
    if " " not in text and not any(holds(text, pair) for pair in _PAIRS):
        return
    for match in _EMPTY.finditer(text):
        if match[0][0] + match[0][-1] in _PAIRS and not _latin(text, match.start() - 1):
            yield match.span()


def _latin(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()


def _stands_for(text: str, match: re.Match[str]) -> bool:
    """Whether a run of signs stands for something: not a masked name or number, nor a type."""
    start, end = match.span()
    if _latin(text, start - 1) or _latin(text, end):
        return False
    rest, sign, long = text[end : end + _LONGEST], match[2][0], len(match[2]) > 1
    after_han = bool(start and _HAN.match(text, start - 1))
    if match[1]:
        return rest[:1] == "年"
    if sign in "_＿":
        return after_han or bool(_HAN.match(rest))
    if sign in "*＊":  # two of them make words bold
        return _counts(rest) and after_han and not _HAN.match(rest[1:2])
    if _counts(rest):
        return long or after_han
    organs = tuple(words("placeholders")["organs"])
    return long and rest.startswith(organs) and not _anonymous(text, start)


def _counts(rest: str) -> bool:
    data = words("placeholders")
    return rest.startswith(tuple(data["counted"])) and not rest.startswith(
        tuple(data["not_counted"])
    )


def _anonymous(text: str, at: int) -> bool:
    """Whether the sentence tells of a case, where names are left out for good reason."""
    start = max(text.rfind(mark, max(0, at - 200), at) for mark in "。\n") + 1
    end = text.find("。", at, at + 200)
    sentence = text[start : end if end >= 0 else at + 200]
    return any(word in sentence for word in words("placeholders")["anonymous"])
