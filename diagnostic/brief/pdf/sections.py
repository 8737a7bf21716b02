"""Sections as boxes: their label, the finding as title, their blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diagnostic.brief.content import Section
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.blocks import Setter
from diagnostic.brief.pdf.boxes import Anchor, Box, Shrunk, Stack
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.tags import Element
from diagnostic.brief.pdf.text import paragraph

BETWEEN = 22.0
"""Space before a section that does not begin a page, in points."""
_SMALLEST, _STEP = 0.5, 0.05
Head = Callable[[float, Element], list[Box]]
"""What heads a section besides its own title, for a width and under an element."""


def section_boxes(section: Section, press: Press, root: Element, head: Head) -> list[Box]:
    """Return the section's boxes and put its element in the structure."""
    key = f"section-{section.id}"
    if section.one_page:
        boxes = _on_one_page(section, press, root, key, head)
    else:
        element = Element("Sect", root)
        boxes = _set(section, press, element, key, s.WIDTH, head)
    boxes[0].anchor = Anchor(key, section.label, 0, section.annex)
    boxes[0].before, boxes[0].new_page = BETWEEN, section.new_page or section.one_page
    return boxes


def _set(section: Section, press: Press, element: Element, key: str, width: float, head: Head) -> list[Box]:
    above = [*head(width, element), *_opening(section, press, width, element)]
    return [*above, *Setter(press, element, key, annex=section.annex).blocks(section.blocks, width)]


def _on_one_page(section: Section, press: Press, root: Element, key: str, head: Head) -> list[Box]:
    """Return the section as one box. Composed to fit; set smaller is the net under it, and two pages the last one."""
    scale = 1.0
    while True:
        element = Element("Sect")
        boxes = _set(section, press, element, key, s.WIDTH / scale, head)
        whole = Stack(boxes)
        if whole.height * scale <= s.HEIGHT:
            root.add(element)
            return [whole if scale == 1.0 else Shrunk(whole, scale)]
        if scale <= _SMALLEST:
            return _on_many_pages(section, press, root, key, head)
        scale -= _STEP


def _on_many_pages(section: Section, press: Press, root: Element, key: str, head: Head) -> list[Box]:
    return _set(section, press, Element("Sect", root), key, s.WIDTH, head)


def _opening(section: Section, press: Press, width: float, element: Element) -> Sequence[Box]:
    """Return the label and the finding as title, or one of them where both are the same."""
    found: list[Box] = []
    if section.title != section.label:
        found.append(paragraph(section.label, s.KICKER, press, width, Element("P", element)))
    style = s.ANNEX_TITLE if section.annex else s.HEADINGS[1]
    found.append(paragraph(section.title, style, press, width, Element("H1", element)))
    for box in found:
        box.keep = True
    return found
