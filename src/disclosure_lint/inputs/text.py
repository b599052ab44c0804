"""Plain text: the bytes as they are. What is no text is told by how it begins, so that nobody reads noise."""

from disclosure_lint.diagnostic import Message
from disclosure_lint.inputs import UnreadableError
from disclosure_lint.source import Source, decode

_PICTURE = Message("这是图片,请改用含有文字的文件", "this is a picture; give a file with its words")
_NO_TEXT = {
    b"%PDF-": Message(
        "这是PDF文件,请复制其中的文字,或另存为Word文档(.docx)",
        "this is a PDF file; copy its text, or save it as a Word document (.docx)",
    ),
    b"PK\x03\x04": Message(
        "这是压缩格式的文件;如是Word文档,请把扩展名改为.docx,否则请先解压",
        "this is a packed file; a Word document must be named .docx, others be unpacked first",
    ),
    b"\xd0\xcf\x11\xe0": Message(
        "这是旧版Office文件(.doc、.wps、.xls等),请另存为Word文档(.docx)",
        "this is a file of an old Office (.doc, .wps, .xls); save it as a Word document (.docx)",
    ),
    b"{\\rtf": Message(
        "这是RTF文件,请另存为Word文档(.docx)",
        "this is an RTF file; save it as a Word document (.docx)",
    ),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
}


def read(path: str, data: bytes) -> Source:
    """Return the text of a file; raise UnreadableError for one that another program made."""
    for beginning, message in _NO_TEXT.items():
        if data.startswith(beginning):
            raise UnreadableError(message)
    return decode(data, path)
