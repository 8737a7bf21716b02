"""Files that are no table whatever their name: said at once, from their first bytes or from what an archive holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

SEEN = 1024
"""Bytes that are enough to tell."""


class NotTable(StrEnum):
    """What a file is that is no table (`term.NotTable.<value>`)."""

    PDF = "pdf"
    PICTURE = "picture"
    WEB_PAGE = "web_page"
    XML = "xml"
    DOCUMENT = "document"
    OPEN_DOCUMENT = "open_document"
    PACKED = "packed"
    """an archive of another kind than ZIP"""


_BEGINNINGS = (
    (b"%PDF-", NotTable.PDF),
    (b"\x89PNG", NotTable.PICTURE),
    (b"\xff\xd8\xff", NotTable.PICTURE),
    (b"GIF8", NotTable.PICTURE),
    (b"II*\x00", NotTable.PICTURE),
    (b"MM\x00*", NotTable.PICTURE),
    (b"{\\rtf", NotTable.DOCUMENT),
    (b"\x1f\x8b", NotTable.PACKED),
    (b"7z\xbc\xaf", NotTable.PACKED),
    (b"Rar!", NotTable.PACKED),
    (b"BZh", NotTable.PACKED),
    (b"\xfd7zXZ", NotTable.PACKED),
)
_WEB = re.compile(rb"<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{|\[\s*(?:[\[{"\]]|-?[0-9]|true\b|false\b|null\b|$))')
_MEMBERS = (
    ("word/document.xml", NotTable.DOCUMENT),
    ("ppt/presentation.xml", NotTable.DOCUMENT),
    ("META-INF/manifest.xml", NotTable.OPEN_DOCUMENT),
)


def what_begins(start: bytes) -> NotTable | None:
    """Return what a file is that begins so; None for what may be a table."""
    for mark, what in _BEGINNINGS:
        if start.startswith(mark):
            return what
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _WEB.match(text):
        return NotTable.WEB_PAGE
    if text[:5].lower() == b"<?xml":
        return NotTable.WEB_PAGE if _WEB.search(text) else NotTable.XML
    return None


def what_holds(names: Collection[str]) -> NotTable | None:
    """Return what an archive of such members is; None for one that may hold tables."""
    return next((what for name, what in _MEMBERS if name in names), None)


def is_json(text: str) -> bool:
    """Return whether a text begins as JSON does: an object, or a list of values."""
    return bool(_JSON.match(text))
