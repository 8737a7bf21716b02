"""XML elements, named with the prefixes that their root declares; every text is escaped by the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def node(tag: str, attributes: Mapping[str, str] | None = None, *children: Element | None, text: str = "") -> Element:
    """Return an element, such as `node("w:b")`; children that are None are left out."""
    element = Element(tag, dict(attributes or {}))
    if text:
        element.text = text
    element.extend(child for child in children if child is not None)
    return element


def wrap(tag: str, children: Iterable[Element | None], attributes: Mapping[str, str] | None = None) -> Element:
    """Return an element around its children."""
    return node(tag, attributes, *children)


def written(root: Element) -> bytes:
    """Return a whole XML file in UTF-8."""
    told: bytes = tostring(root, "utf-8")
    return HEAD + told


def namespaces(declared: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes that declare prefixes on a root."""
    return {f"xmlns:{prefix}": name for prefix, name in declared.items()}
