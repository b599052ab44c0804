"""Readers: bytes of a file to a `Source`, one module a kind of file.

Positions refer to the extracted text; the tables in it are rows of bars with every blank in place,
so that they are read like any other.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath

from disclosure_lint.diagnostic import Message
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Source

TEXT = (".txt", ".md")
# What is said of a file that cannot be written back.
NO_TEXT = Message(
    "不是文本文件,不能改写;请用 disclosure-lint convert 转换",
    "no plain text, so it cannot be rewritten; `disclosure-lint convert` makes text of it",
)


class _Kind(NamedTuple):
    """A kind of file: the module here that reads it, the extra to install for it, its library."""

    module: str
    extra: str
    library: str


_HTML = _Kind("html", "html", "selectolax")
_KINDS = {
    ".htm": _HTML,
    ".html": _HTML,
    ".xhtml": _HTML,
    ".docx": _Kind("docx", "docx", "docx"),
}


class UnreadableError(ValueError):
    """A file that is damaged, beyond the limits or needs an extra; `message` says so in both languages."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def is_text(name: str) -> bool:
    """Whether a file of this name is plain text, which can be written back."""
    return PurePath(name).suffix.lower() not in _KINDS


@cache
def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read with what is installed."""
    return TEXT + tuple(suffix for suffix, kind in _KINDS.items() if find_spec(kind.library))


def read(name: str, data: bytes) -> Source:
    """Return the text of a file; its name's ending says of what kind it is. Raises UnreadableError."""
    kind = _KINDS.get(PurePath(name).suffix.lower(), _Kind("text", "", ""))
    try:
        module = import_module(f"{__name__}.{kind.module}")
        source: Source = module.read(name, data)
    except ModuleNotFoundError as error:
        if not kind.library or error.name != kind.library:
            raise
        need = f"pip install 'disclosure-lint[{kind.extra}]'"
        message = Message(f"读取此类文件须先安装:{need}", f"files of this kind need {need}")
        raise UnreadableError(message) from None
    return source
