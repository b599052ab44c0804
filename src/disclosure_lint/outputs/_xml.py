"""Text for XML 1.0, in elements and attributes alike."""

import html

from disclosure_lint.patterns import compiled

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = compiled("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_BLANKS = {ord(blank): f"&#{ord(blank)};" for blank in "\t\n\r"}


def escape(text: str) -> str:
    """Return `text` escaped, without the characters that XML 1.0 has no way to write.

    Line ends and tabs become references: a parser would turn them into spaces in an attribute.
    """
    return html.escape(_FORBIDDEN.sub("", text)).translate(_BLANKS)
