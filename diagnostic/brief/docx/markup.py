"""Elements of WordprocessingML, and its units. Source for every order of elements: ECMA-376, part 1, annex A."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from diagnostic.brief.office.markup import node

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Return the element `w:tag`; its attributes take the same prefix."""
    return node(f"w:{tag}", {f"w:{name}": str(value) for name, value in attributes.items()}, *children)


def around(tag: str, children: Iterable[Element | None]) -> Element:
    """Return the element `w:tag` around its children."""
    return node(f"w:{tag}", None, *children)


def flag(tag: str, on: bool) -> Element | None:
    """Return a property that is there or not."""
    return w(tag) if on else None


def twips(points: float) -> int:
    """Return a length in twentieths of a point."""
    return round(points * 20)


def halves(points: float) -> int:
    """Return a size of type in half points."""
    return round(points * 2)


def emu(points: float) -> int:
    """Return a length in English metric units: 914 400 an inch."""
    return round(points * 12_700)


def colour(value: str) -> str:
    """Return "#1f6f78" as the format writes it."""
    return value.removeprefix("#").upper()
