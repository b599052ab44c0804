"""What stands before the first section: title, metadata, preamble; and page furniture anywhere."""

from __future__ import annotations

import re
from itertools import takewhile

from disclosure_lint.syntax import Block, Landmarks, Paragraph, Row
from disclosure_lint.text import fold, strip_note

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|([二两〇零O○一二三四五六七八九]{4})年")
_SENTENCE = re.compile(r"[。；;|>《]|[:：](?!$)")
_ORGAN_END = re.compile(
    r"[局委办厅处院会所队站县市区州盟旗省镇乡府道心关司社园行团组部]$|公司$|大学$|医院$"
)
_ORGAN = re.compile(r"[\u4e00-\u9fff]{2,}")
# A title takes at most this many lines, of at most this many characters each.
_TITLE_LINES = 3
_TITLE_LENGTH = 60
# A paragraph of at least this length before the first section is a preamble.
_PREAMBLE_LENGTH = 40


def split_front(
    front: tuple[Block, ...], marks: Landmarks
) -> tuple[tuple[Paragraph, ...], tuple[Block, ...], tuple[Block, ...]]:
    """Return title, metadata and preamble of the blocks before the first section."""
    title = _title(front, marks)
    rest = [block for block in front if block not in title]
    metadata = tuple(block for block in rest if is_metadata(block, marks))
    preamble = tuple(
        block
        for block in rest
        if isinstance(block, Paragraph)
        and block not in metadata
        and (len(block.text) >= _PREAMBLE_LENGTH or "。" in block.text)
    )
    return title, metadata, preamble


def is_metadata(block: Block, marks: Landmarks) -> bool:
    """Whether a block is a row of metadata: cells, or a line that begins with a known key."""
    if isinstance(block, Row):
        return True
    text = block.text.lstrip("•·● ")
    key = re.split(r"[:：]", text, maxsplit=1)[0]
    if key != text:
        return fold(key) in marks.keys
    folded = fold(text)
    return len(text) < _TITLE_LENGTH and any(folded.startswith(key) for key in marks.keys)


def is_furniture(text: str, marks: Landmarks) -> bool:
    """Whether a line is page furniture: it begins with such words and says nothing else at length."""
    folded = fold(text).lstrip("【[")
    return len(folded) < _PREAMBLE_LENGTH and folded.startswith(marks.furniture)


def is_title(folded: str, marks: Landmarks) -> bool:
    """Whether folded text reads like a report's title; remarks in brackets at its end do not count."""
    return strip_note(folded).endswith(marks.title_endings)


def _title(front: tuple[Block, ...], marks: Landmarks) -> tuple[Paragraph, ...]:
    """The one to three lines of the title: the first place where they name a year and an organ."""
    best: tuple[Paragraph, ...] = ()
    for at, block in enumerate(front):
        for lines in _windows(front, at, marks):
            folded = fold("".join(line.text for line in lines))
            if not is_title(folded, marks):
                continue
            if YEAR.search(folded) and _names_organ(folded, marks):
                return lines
            best = best or lines
        del block
    return best


def _windows(front: tuple[Block, ...], at: int, marks: Landmarks) -> list[tuple[Paragraph, ...]]:
    """The runs of one to three short lines that end at `at`, the shortest first."""
    found = []
    run: tuple[Paragraph, ...] = ()
    for block in reversed(front[max(0, at - _TITLE_LINES + 1) : at + 1]):
        if not isinstance(block, Paragraph) or len(block.text) > _TITLE_LENGTH:
            break
        if _SENTENCE.search(block.text) or (run and not _leads_on(block, marks)):
            break
        run = (block, *run)
        found.append(run)
    return found


def _leads_on(block: Paragraph, marks: Landmarks) -> bool:
    """Whether a line may be the upper part of a title: an organ, or words with a year."""
    folded = fold(block.text)
    if is_metadata(block, marks) or is_furniture(block.text, marks) or is_title(folded, marks):
        return False
    return bool(_ORGAN_END.search(folded) or YEAR.search(folded))


def _names_organ(folded: str, marks: Landmarks) -> bool:
    ending = next(end for end in marks.title_endings if end in folded)
    words = YEAR.sub("", folded.replace(ending, "")).replace("年度", "").replace("年", "")
    return bool(_ORGAN.search(words))


def title_text(title: tuple[Paragraph, ...]) -> str:
    """Return the words of a title whose lines were broken, without the marks around them."""
    return " ".join(takewhile(bool, (line.text.strip("?？ ") for line in title)))
