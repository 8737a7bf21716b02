"""The pages: a cover without header, then pages with the running header and the page number."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from diagnostic.brief.content import BriefContent
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.platypus import BaseDocTemplate, Flowable, Frame, HexColor, PageTemplate
from diagnostic.brief.pdf.text import Ink, Press, draw_line, line_width
from diagnostic.charts.drawing import Role

INNER = "inner"
BETWEEN = 20.0
"""Space before a section that does not begin a page, in points."""


def document(content: BriefContent, press: Press, target: BytesIO) -> Any:
    """Return the empty document: its metadata and its two kinds of pages. The same content gives the same bytes."""
    frame = Frame(s.LEFT, s.BOTTOM, s.WIDTH, s.HEIGHT, 0, 0, 0, 0, id="column")
    cover = Frame(s.LEFT, s.BOTTOM + 30, s.WIDTH, s.COVER_HEIGHT, 0, 0, 0, 0, id="cover")

    def first(canvas: Any, _: Any) -> None:
        canvas.showOutline()
        _line(canvas, content.cover.attribution, s.LEFT, s.BOTTOM, press)

    def later(canvas: Any, _: Any) -> None:
        _header(canvas, content, press)

    return BaseDocTemplate(
        target,
        pagesize=(s.PAGE_WIDTH, s.PAGE_HEIGHT),
        pageTemplates=[PageTemplate("cover", [cover], onPage=first), PageTemplate(INNER, [frame], onPage=later)],
        title=content.title,
        author=content.author,
        subject=content.subject,
        creator=content.author,
        lang=content.lang,
        initialFontName=press.fonts.default(),
        invariant=1,
        pageCompression=1,
    )


def _header(canvas: Any, content: BriefContent, press: Press) -> None:
    y = s.PAGE_HEIGHT - s.HEADER
    _line(canvas, content.header, s.LEFT, y, press)
    number = f"{content.page} {canvas.getPageNumber()}"
    ink = Ink(False, Role.MUTED, s.NOTE.size)
    width = line_width([(character, ink) for character in number], press.fonts)
    _line(canvas, number, s.LEFT + s.WIDTH - width, y, press)
    canvas.setStrokeColor(HexColor(press.palette.colour(Role.GRID)))
    canvas.setLineWidth(0.5)
    canvas.line(s.LEFT, y - 7, s.LEFT + s.WIDTH, y - 7)


def _line(canvas: Any, text: str, x: float, y: float, press: Press) -> None:
    ink = Ink(False, Role.MUTED, s.NOTE.size)
    draw_line(canvas, [(character, ink) for character in press.ready(text).replace("\n", " ")], x, y, press)


class Bookmark(Flowable):
    """An entry of the reader's outline at this place; takes no room."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.spaceBefore = BETWEEN
        self._key, self._title = key, title
        self.width = self.height = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Set the bookmark."""
        self.canv.bookmarkHorizontal(self._key, 0, 24)
        self.canv.addOutlineEntry(self._title, self._key, level=0)
