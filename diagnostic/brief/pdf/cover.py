"""The first page, or what stands for it at the head of a summary."""

from __future__ import annotations

from diagnostic.brief.content import BriefContent, Cover
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.boxes import Box, Stack
from diagnostic.brief.pdf.logo import LogoBox, read_logo
from diagnostic.brief.pdf.painter import DrawingBox
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.sheet import Sheet
from diagnostic.brief.pdf.tags import Element
from diagnostic.brief.pdf.text import paragraph

DRAWING = 0.66
"""Share of the line that the cover's drawing takes."""


class Bar(Box):
    """A short bar in the collectivité's colour."""

    def __init__(self, colour: str, after: float) -> None:
        self._colour = colour
        super().__init__(s.BAR[1])
        self.after, self.keep = after, True

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it."""
        sheet.bar(x, top - self.height, *s.BAR, self._colour)


def cover_boxes(content: BriefContent, press: Press, parent: Element) -> Stack:
    """Return the cover."""
    cover, logo = content.cover, read_logo(content.logo) if content.logo else None
    boxes: list[Box] = [LogoBox(logo)] if logo is not None else [Box(40.0)]
    boxes.append(Bar(press.accent, 10.0))
    texts = [(cover.kicker, s.COVER_KICKER, "P"), (cover.title, s.COVER_TITLE, "H1")]
    texts += [(cover.subtitle, s.COVER_SUBTITLE, "P"), *((line, s.COVER_LINE, "P") for line in cover.lines)]
    texts.append((cover.notice, s.COVER_NOTICE, "P"))
    boxes += [paragraph(said, style, press, s.WIDTH, Element(tag, parent)) for said, style, tag in texts if said]
    boxes += [Box(34.0), DrawingBox(cover.drawing, s.WIDTH * DRAWING, press, parent)]
    return Stack(boxes)


def masthead(cover: Cover, press: Press, width: float, parent: Element) -> list[Box]:
    """Return what heads the first page where the cover has none of its own."""
    lines = " · ".join((cover.subtitle, *cover.lines))
    texts = ((cover.title, s.MASTHEAD_TITLE, "H1"), (lines, s.NOTE, "P"), (cover.notice, s.MASTHEAD_NOTICE, "P"))
    return [paragraph(said, style, press, width, Element(tag, parent)) for said, style, tag in texts if said]
