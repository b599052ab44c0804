"""The zip file that a Word document is: opened only within limits, and without what may do harm."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from disclosure_lint.diagnostic import Message
from disclosure_lint.inputs import UnreadableError

MOST_MEMBERS = 2000
MOST_BYTES = 20_000_000
MOST_TAGS = 500_000
# XML packs well, but no document so well as this; small ones may.
MOST_RATIO = 200
_SMALL = 1_000_000
_ENCRYPTED = 0x1

DAMAGED = Message(
    "不是有效的Word文档(.docx),或已损坏、加密", "it is no Word document (.docx), or damaged"
)
_LIMITS = Message("压缩内容超过上限", "what is packed in it is over the limits")
_ENTITIES = Message("文档含有实体定义,已拒绝读取", "it defines entities, so it is not read")


def safe_package(data: bytes) -> bytes:
    """Return a package with the XML parts of `data`, unpacked, the others empty.

    Raises UnreadableError for a file that is no zip, is encrypted, unpacks to more than the limits
    or defines entities. Sizes are counted while unpacking: what the zip says of itself may be false.
    """
    made = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_STORED) as target:
            for name, part in _parts(source, len(data)):
                target.writestr(ZipInfo(name), part)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(DAMAGED) from error
    return made.getvalue()


def _parts(source: ZipFile, packed: int) -> Iterator[tuple[str, bytes]]:
    names = dict.fromkeys(source.namelist())
    if len(names) > MOST_MEMBERS:
        raise UnreadableError(_LIMITS)
    total = tags = 0
    for name in names:
        info = source.getinfo(name)
        if info.flag_bits & _ENCRYPTED or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise UnreadableError(DAMAGED)
        if not name.lower().endswith((".xml", ".rels")):
            yield name, b""
            continue
        with source.open(info) as stream:
            part = stream.read(MOST_BYTES - total + 1)
        total += len(part)
        tags += part.count(b"<")
        if total > MOST_BYTES or tags > MOST_TAGS or total > max(_SMALL, packed * MOST_RATIO):
            raise UnreadableError(_LIMITS)
        if b"<!DOCTYPE" in part.replace(b"\0", b""):  # without it there are no entities
            raise UnreadableError(_ENTITIES)
        yield name, part
