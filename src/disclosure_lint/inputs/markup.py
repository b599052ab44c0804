"""HTML cut down to what matters: tags without attributes but spans, no scripts, limits kept.

The text is cut into tags once, from left to right, and put together again with the few things that
say where words stand and which are hidden. What the parser of the tree then gets can do no harm:
no element has many attributes, and none stands too deep.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from disclosure_lint.diagnostic import Message
from disclosure_lint.inputs import UnreadableError
from disclosure_lint.records import NamedTuple

MOST_TAGS = 500_000
DEEPEST = 1000
_LIMITS = Message("页面标签过多或嵌套过深", "it has too many tags, or too deep ones")

_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))*+)>"""
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>="'][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?"""
)
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_TOLD = re.compile(r"span|hidden|style", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_SPAN = re.compile(r"\s*(\d{1,6})")
# What is in them is no text of the page; the first kind never ends where its end is missing.
_OPAQUE = re.compile("script|style|title|textarea|xmp|iframe|noembed|noframes")
_UNSEEN = re.compile("noscript|select|svg|math|object|template")
# Their ends are missing or may be left out, so they do not stand in each other.
_FLAT = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|"
    "p|li|dt|dd|tr|td|th|thead|tbody|tfoot|colgroup|option|optgroup|caption|html|head|body"
)


def cleaned(text: str) -> str:
    """Return HTML that says the same in few tags; raise UnreadableError beyond the limits."""
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    if text.count(">") > MOST_TAGS:  # each tag ends with one
        raise UnreadableError(_LIMITS)
    at = depth = 0
    endless: set[str] = set()
    while (start := text.find("<", at)) >= 0:
        yield text[at:start]
        tag = _TAG.match(text, start)
        if tag is None:
            if text[start + 1 : start + 3].lstrip("/")[:1].isalpha():
                return  # a tag that never ends takes the rest of the page with it
            at = _after_comment(text, start)
            yield "&lt;" if at == start + 1 else ""
            continue
        depth += _deeper(tag)
        if depth > DEEPEST:
            raise UnreadableError(_LIMITS)
        at = _after_content(text, tag, endless)
        name = tag[2].lower()
        if at == tag.end() and _kind(name).kept:
            yield f"</{name}>" if tag[1] else f"<{name}{_attributes(tag[3])}>"
    yield text[at:]


class _Kind(NamedTuple):
    """What is to be known of an element: whether its tags are kept, its content seen, its end sure."""

    kept: bool
    seen: bool
    nests: bool


@lru_cache(maxsize=1024)
def _kind(name: str) -> _Kind:
    seen = not (_OPAQUE.fullmatch(name) or _UNSEEN.fullmatch(name))
    return _Kind(seen and bool(_NAME.fullmatch(name)), seen, seen and not _FLAT.fullmatch(name))


def _deeper(tag: re.Match[str]) -> int:
    """How much deeper what follows a tag stands; a page may end more than it began."""
    if not _kind(tag[2].lower()).nests:
        return 0
    return -1 if tag[1] else 1


def _after_content(text: str, tag: re.Match[str], endless: set[str]) -> int:
    """Where to go on after a tag: behind the whole element when nothing of it is seen."""
    name = tag[2].lower()
    if tag[1] or _kind(name).seen or name in endless:
        return tag.end()
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, tag.end())
    end = text.find(">", close.end()) if close else -1
    if end >= 0:
        return end + 1
    endless.add(name)
    return len(text) if _OPAQUE.fullmatch(name) else tag.end()


def _after_comment(text: str, start: int) -> int:
    """Where a comment or declaration ends; right after its first mark where it is neither."""
    if not text.startswith(("<!", "<?"), start):
        return start + 1
    if not text.startswith("<!--", start):
        end = text.find(">", start)
    elif text.startswith((">", "->"), start + 4):
        end = text.index(">", start)
    else:
        end = text.find("-->", start + 4)
        end += 2 * (end >= 0)
    return end + 1 if end >= 0 else len(text)


def _attributes(body: str) -> str:
    """The attributes that matter: spans, and `hidden` for whatever is."""
    if not _TOLD.search(body):
        return ""
    kept: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(body):
        name = match[1].lower()
        value = next(filter(None, match.groups()[1:]), "")
        if name in {"colspan", "rowspan"} and (number := _SPAN.match(value)):
            kept.setdefault(name, number[1])
        elif name == "hidden" or (name == "style" and _HIDDEN.search(value)):
            kept["hidden"] = "1"
    return "".join(f" {name}={value}" for name, value in kept.items())
