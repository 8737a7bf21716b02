"""Elements of OpenDocument, and its units. Source for elements and attributes: OpenDocument 1.3, part 3."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from diagnostic.brief.office.markup import namespaces, node

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_COMPATIBLE = f"{_ODF}:xsl-fo-compatible:1.0", f"{_ODF}:svg-compatible:1.0"
NAMESPACES = {
    **{name: f"{_ODF}:{name}:1.0" for name in ("office", "style", "text", "table", "meta", "manifest")},
    "draw": f"{_ODF}:drawing:1.0",
    "fo": _COMPATIBLE[0],
    "svg": _COMPATIBLE[1],
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
VERSION = "1.3"
_SPACES = re.compile("\n|^ +|(?<= ) +")
"""New lines, and the spaces that a reader would drop: those at the start, those after another."""


def root(tag: str, *children: Element | None) -> Element:
    """Return the root of a part."""
    return node(tag, {**namespaces(NAMESPACES), "office:version": VERSION}, *children)


def fill(element: Element, text: str) -> Element:
    """Put a text into an element as it is: new lines and every space are kept. Return the element."""
    last: Element | None = None
    place = 0
    for match in _SPACES.finditer(text):
        _say(element, last, text[place : match.start()])
        if match[0] == "\n":
            last = SubElement(element, "text:line-break")
        else:
            last = SubElement(element, "text:s", {"text:c": str(len(match[0]))})
        place = match.end()
    _say(element, last, text[place:])
    return element


def _say(element: Element, last: Element | None, words: str) -> None:
    if last is None:
        element.text = (element.text or "") + words
    else:
        last.tail = words


def points(value: float) -> str:
    """Return a length."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "pt"
