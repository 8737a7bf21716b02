"""The table of contents: titles that lead to their pages, and the numbers of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.boxes import Anchor, Box
from diagnostic.brief.pdf.lines import break_lines, draw_lines, one_line
from diagnostic.brief.pdf.press import Press, Span
from diagnostic.brief.pdf.sheet import Sheet
from diagnostic.brief.pdf.style import Style
from diagnostic.brief.pdf.tags import Element
from diagnostic.brief.pdf.text import paragraph
from diagnostic.charts.drawing import Role

NUMBER_ROOM = 34.0
_BETWEEN, _TIGHT = 5.0, 1.5
"""Space before a section, in points; and where the contents share their page."""
_DOT = 3.2


class Entry(Box):
    """One line of the contents: the title, dots, the number of the page."""

    def __init__(self, anchor: Anchor, page: str, style: Style, press: Press, parent: Element, between: float) -> None:
        self._goal, self._number, self._style, self._press = anchor, page, style, press
        ink = press.ink_of(style)
        span = Span(press.ready(anchor.title).replace("\n", " ") + " ", ink)  # by ear, it parts title and number
        self._lines = break_lines((span,), s.WIDTH - NUMBER_ROOM, press.fonts)
        self._page = one_line(page, ink, press.fonts)
        super().__init__(style.leading * len(self._lines))
        self._element = Element("Link", Element("Reference", Element("TOCI", parent)))
        self.before = between if anchor.level == 0 else 0.0

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it; the whole of it can be clicked."""
        style, fonts = self._style, self._press.fonts
        last = self._lines[-1]
        base = top - style.leading + (style.leading - style.size) / 2 + 0.17 * style.size
        foot = base - style.leading * (len(self._lines) - 1)
        number = (x + s.WIDTH - self._page.width, foot, self._page)
        with sheet.tagged(self._element):
            titles = [(x, base - place * style.leading, line) for place, line in enumerate(self._lines)]
            draw_lines([*titles, number], sheet, fonts)
        self._dots(x + last.width + 6, number[0] - 6, foot, sheet)
        text = f"{' '.join(self._goal.title.split())}, {self._number}"
        sheet.link((x, top - self.height, x + s.WIDTH, top), self._goal.key, text, self._element)

    def _dots(self, left: float, right: float, y: float, sheet: Sheet) -> None:
        if right - left > 3 * _DOT:
            sheet.dots(left, right, y, _DOT, self._press.palette.colour(Role.UNKNOWN))


def contents_boxes(
    title: str,
    anchors: Sequence[Anchor],
    pages: Mapping[str, str],
    press: Press,
    parent: Element,
    *,
    tight: bool = False,
) -> list[Box]:
    """Return the table; `pages` gives the number of the page of each key, empty before they are known."""
    heading = paragraph(title, s.HEADINGS[1], press, s.WIDTH, Element("H1", parent))
    heading.new_page = heading.keep = True
    table = inner = Element("TOC", parent)
    found: list[Box] = [heading]
    for last, anchor in zip((None, *anchors), anchors, strict=False):
        if anchor.level and not (last and last.level):
            inner = Element("TOC", table)
        of = inner if anchor.level else table
        between = _TIGHT if tight else _BETWEEN
        found.append(Entry(anchor, pages.get(anchor.key, "0"), _style(anchor), press, of, between))
    return found


def _style(anchor: Anchor) -> Style:
    if anchor.level:
        return s.CONTENTS_INNER
    return s.CONTENTS_ANNEX if anchor.annex else s.CONTENTS
