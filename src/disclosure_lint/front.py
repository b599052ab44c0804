"""What stands before the first section: title, metadata, preamble; and page furniture anywhere."""

from collections.abc import Iterator

from disclosure_lint.dates import find_date
from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.syntax import Block, Landmarks, Paragraph, Row
from disclosure_lint.text import BLANKS, fold, strip_note

YEAR = compiled(r"(?<!\d)((?:19|20)\d\d)(?!\d)|([二两〇零O○一二三四五六七八九]{4})年")
# Sentences, quotations and the trail of a page's menu (`首页 > 年报`) are no titles.
_SENTENCE = compiled(r"[。；;|>》《»›→]| / |[:：](?!$)")
_INDEX_NUMBER = compiled(r"[0-9A-Za-z]{6,20}[/-](?:19|20)\d\d(?:\d\d)?-\d{3,8}")
_BRACKETS = " \u3000()（）[]【】"
# What Markdown puts around a title, and what is left of its blanks in a wrong encoding.
TITLE_MARKUP = "#*?？ "
BULLETS = "\t•·●○■◆*" + BLANKS
# Where a key may begin inside a line: after a blank, a bullet, a bracket, a date or a number.
WORD = compiled(r"(?:^|(?<=[\s•·●○■◆*【\[\]】)）日\d]))(?=[\u4e00-\u9fff])")
# What parts a key from its value; nothing else may stand there.
_MARK = compiled(r"[ \u3000\u00a0]*([:：】\]]+)|(?=\s|$)")
_LONGEST_KEY = 8
_ORGAN_END = compiled(
    r"[局委办厅处院会所队站县市区州盟旗省镇乡府道心关司社园行团组部]$|公司$|大学$|医院$"
)
_ORGAN = compiled(r"[\u4e00-\u9fff]{2,}")
# A title takes at most this many lines, of at most this many characters each.
_TITLE_LINES = 3
_TITLE_LENGTH = 60
# A line of metadata that begins with other words is at most so long; so is a date.
_LONGEST_LINE, _DATE = 100, 20
# A value on the line after its key is at most this long.
_VALUE_LENGTH = 30
# A paragraph of at least this length before the first section is a preamble.
_PREAMBLE_LENGTH = 40


def split_front(
    front: tuple[Block, ...], marks: Landmarks
) -> tuple[tuple[Paragraph, ...], tuple[Block, ...], tuple[Block, ...]]:
    """Return title, metadata and preamble of the blocks before the first section."""
    title = _title(front, marks)
    metadata: list[Block] = []
    preamble: list[Block] = []
    key: Paragraph | None = None
    for block in front:
        if block in title:
            key = None
        elif is_metadata(block, marks) or (key and _is_value(block, marks)):
            metadata.append(block)
            key = block if isinstance(block, Paragraph) and _is_key(block, marks) else None
        else:
            key = None
            if isinstance(block, Paragraph) and _is_preamble(block):
                preamble.append(block)
    return title, tuple(metadata), tuple(preamble)


def is_metadata(block: Block, marks: Landmarks) -> bool:
    """Whether a block is metadata: a row of cells, or a line of entries (see `read_metadata`).

    A line counts that begins with a known key, or with a date that a key or nothing follows, that is
    an index number, or in which a date follows a key, whatever the page put before it.
    """
    if isinstance(block, Row):
        return True
    text = block.text
    opening = _opening(text, marks)
    if opening:
        return opening.marked or len(text) < _TITLE_LENGTH
    found = find_date(text) if len(text) < _TITLE_LENGTH else None
    if found and not text[: found.start].strip(_BRACKETS):
        rest = text[found.end :].lstrip(_BRACKETS)
        return not rest or _opening(rest, marks) is not None or is_furniture(rest, marks)
    return bool(_INDEX_NUMBER.fullmatch(text)) or _names_date(text, marks)


def _names_date(text: str, marks: Landmarks) -> bool:
    """Whether a short line holds a marked key and its date: `【字体:大 中 小】 发布时间:2024-02-18`."""
    if len(text) > _LONGEST_LINE or "。" in text:
        return False
    for word in WORD.finditer(text) if ":" in text or "：" in text else ():
        key = key_at(text, word.start(), marks.keys)
        found = find_date(text[key.value : key.value + _DATE]) if key and key.marked else None
        if found and found.start == 0:
            return True
    return False


class Key(NamedTuple):
    """A metadata key in a line: its offsets, and where its value may begin; `marked` by a colon."""

    start: int
    end: int
    value: int
    marked: bool


def key_at(text: str, start: int, keys: frozenset[str]) -> Key | None:
    """Return the longest key that stands at an offset, blanks between its characters allowed.

    A mark, a blank or the end of the line must follow. (No pattern of all keys: it would take
    longer to compile than a report takes to read.)
    """
    found: Key | None = None
    word = ""
    for at in range(start, len(text)):
        char = text[at]
        if char in BLANKS:
            continue
        if not ("\u4e00" <= char <= "\u9fff" or char in "/／") or len(word) > _LONGEST_KEY:
            break
        word += char
        if fold(word) in keys:
            mark = _MARK.match(text, at + 1)
            if mark:
                found = Key(start, at + 1, mark.end(), bool(mark[1]))
    return found


def _opening(text: str, marks: Landmarks) -> Key | None:
    """The key that a line begins with, after bullets and brackets."""
    return key_at(text, len(text) - len(text.lstrip(BULLETS + "【[")), marks.keys)


def _is_key(block: Paragraph, marks: Landmarks) -> bool:
    """Whether a line is one key alone: its value may stand on the next line."""
    opening = _opening(block.text, marks)
    return opening is not None and opening.value == len(block.text)


def _is_value(block: Block, marks: Landmarks) -> bool:
    if isinstance(block, Row) or len(block.text) > _VALUE_LENGTH or "。" in block.text:
        return False
    return not is_furniture(block.text, marks) and not is_title(fold(block.text), marks)


def _is_preamble(block: Paragraph) -> bool:
    return len(block.text) >= _PREAMBLE_LENGTH or "。" in block.text


def is_furniture(text: str, marks: Landmarks) -> bool:
    """Whether a line is page furniture: it begins with such words and says nothing else at length."""
    folded = fold(text).lstrip("【[")
    return len(folded) < _PREAMBLE_LENGTH and folded.startswith(marks.furniture)


def is_title(folded: str, marks: Landmarks) -> bool:
    """Whether folded text reads like a report's title; remarks in brackets at its end do not count."""
    return strip_note(folded.rstrip(TITLE_MARKUP)).endswith(marks.title_endings)


def _title(front: tuple[Block, ...], marks: Landmarks) -> tuple[Paragraph, ...]:
    """The one to three lines of the title: the first place where they name a year and an organ.

    Failing that, the first that name one of the two; the name of a column (政府信息公开年报) names none.
    """
    best: tuple[Paragraph, ...] = ()
    for at in range(len(front)):
        for lines, whole in _titles_at(front, at, marks):
            if whole:
                return lines
            best = best or lines
    return best


def full_title(lines: tuple[Paragraph, ...], marks: Landmarks) -> tuple[Paragraph, ...]:
    """Return those of a few lines, the last among them, that are a title with year and organ."""
    found = _titles_at(lines, len(lines) - 1, marks) if lines else ()
    return next((title for title, whole in found if whole), ())


def _titles_at(
    front: tuple[Block, ...], at: int, marks: Landmarks
) -> Iterator[tuple[tuple[Paragraph, ...], bool]]:
    """The titles whose last line is at `at`, the shortest first; whether year and organ are in them.

    They have one of the two at least.
    """
    for lines in _windows(front, at, marks):
        folded = fold("".join(line.text for line in lines))
        if is_title(folded, marks):
            year, organ = YEAR.search(folded), _names_organ(folded, marks)
            if year or organ:
                yield lines, bool(year and organ)


def _windows(front: tuple[Block, ...], at: int, marks: Landmarks) -> list[tuple[Paragraph, ...]]:
    """The runs of one to three short lines that end at `at`, the shortest first."""
    found = []
    run: tuple[Paragraph, ...] = ()
    for block in reversed(front[max(0, at - _TITLE_LINES + 1) : at + 1]):
        if not isinstance(block, Paragraph) or len(block.text) > _TITLE_LENGTH:
            break
        if _SENTENCE.search(block.text) or (run and not _leads_on(block, marks)):
            break
        if block.text[0] in "【[" and _opening(block.text, marks):  # 【 名称 】 and the title
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
