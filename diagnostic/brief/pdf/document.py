"""From a brief's content to a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from diagnostic.brief.accent import readable
from diagnostic.brief.content import BriefContent
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.binding import bind
from diagnostic.brief.pdf.flow import Page
from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.layout import Layout, anchors_of, top_of
from diagnostic.brief.pdf.lines import cut_line, draw_lines, one_line
from diagnostic.brief.pdf.outline import Place, outline_of
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.sheet import Sheet
from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import PRINT
from diagnostic.saving import save

_APART = 12.0
"""Room between what runs at the head of a page and the page's number."""
_ABOVE = 12.0
"""A link shows its goal with a little room above it."""


def render_pdf(content: BriefContent) -> bytes:
    """Return the PDF. The same content gives the same bytes."""
    accent = readable(content.accent, PRINT.colour(Role.TERRITORY_TEXT))
    book = Layout(content, Press(FontBook(), PRINT, accent))
    sheets = [_drawn(page, number, content, book.press) for number, page in enumerate(book.pages)]
    places = dict(_places(book.pages, content))
    outline = outline_of(anchors_of(book.pages), content.annexes)
    return bind(content, sheets, book.press.fonts, book.root, outline, places)


def write_pdf(content: BriefContent, path: Path) -> None:
    """Write the PDF in one go: what stood at `path` stays until the whole is written.

    Raise the WorldError of `errors.writing_fault` when the disk refuses.
    """
    save(render_pdf(content), path)


def _drawn(page: Page, number: int, content: BriefContent, press: Press) -> Sheet:
    """Return a page drawn, with what runs on it."""
    sheet = Sheet(number)
    column_top = top_of(number, content)
    if number == 0 and content.cover.page:
        with sheet.running():
            _small(content.cover.attribution, s.BOTTOM, s.WIDTH, sheet, press)
    else:
        _header(sheet, content, press)
    for down, box in page:
        box.draw(sheet, s.LEFT, column_top - down)
    return sheet


def _header(sheet: Sheet, content: BriefContent, press: Press) -> None:
    y = s.PAGE_HEIGHT - s.HEADER
    with sheet.running():
        number = one_line(f"{content.page} {sheet.page + 1}", press.ink_of(s.NOTE), press.fonts)
        _small(content.header, y, s.WIDTH - number.width - _APART, sheet, press)
        draw_lines([(s.LEFT + s.WIDTH - number.width, y, number)], sheet, press.fonts)
    sheet.rules([(s.LEFT, s.LEFT + s.WIDTH, y - 7)], 0.5, press.palette.colour(Role.GRID))


def _small(text: str, y: float, room: float, sheet: Sheet, press: Press) -> None:
    line = cut_line(press.ready(text).replace("\n", " "), press.ink_of(s.NOTE), room, press.fonts)
    draw_lines([(s.LEFT, y, line)], sheet, press.fonts)


def _places(pages: Sequence[Page], content: BriefContent) -> Iterator[tuple[str, Place]]:
    for number, page in enumerate(pages):
        for down, box in page:
            if box.anchor is not None:
                yield box.anchor.key, Place(number, top_of(number, content) - down + _ABOVE)
