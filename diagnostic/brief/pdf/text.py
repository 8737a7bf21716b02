"""Paragraphs as boxes; no markup is ever parsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagnostic.brief.pdf.boxes import Box
from diagnostic.brief.pdf.file import LONGEST, text_string
from diagnostic.brief.pdf.lines import Line, break_lines, draw_lines, one_line
from diagnostic.brief.pdf.press import Press, Span
from diagnostic.brief.pdf.scripts import letters, right_to_left
from diagnostic.brief.pdf.sheet import Sheet
from diagnostic.brief.pdf.style import Style
from diagnostic.brief.pdf.tags import Element
from diagnostic.charts.drawing import Anchor

FEWEST = 2
"""Fewest lines of a paragraph left alone on a page."""
SHORT_ITEM = 7
"""Lines up to which an item of a list is moved rather than parted."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands before the first line: a bullet, and its own element."""

    span: Span
    element: Element | None


class TextBox(Box):
    """A paragraph set for a width. What is drawn belongs to `element`; None for what repeats."""

    def __init__(
        self,
        spans: Sequence[Span],
        style: Style,
        press: Press,
        width: float,
        element: Element | None,
        sign: Sign | None = None,
    ) -> None:
        ready = [Span(press.ready(span.text), span.ink) for span in spans]
        self._take(break_lines(ready, width - style.indent, press.fonts), style, press, width, element, sign)
        self.before, self.after = style.before, style.after
        whole = "".join(span.text for span in ready)
        if element is not None and right_to_left(whole) and len(whole) <= LONGEST:
            # What is read from the right is drawn in the order of the eye: the structure says it in that of the voice.
            element.attributes += f" /ActualText {text_string(letters(whole))}"

    def _take(
        self, lines: list[Line], style: Style, press: Press, width: float, element: Element | None, sign: Sign | None
    ) -> None:
        super().__init__(style.leading * len(lines))
        self.lines = lines
        self.runs = True
        self._style, self._press, self._width, self._element, self._sign = style, press, width, element, sign

    @property
    def least(self) -> float:
        """Two lines, or all where parting them would leave one alone, or they are those of a short item."""
        short = len(self.lines) < 2 * FEWEST or (self._sign is not None and len(self.lines) <= SHORT_ITEM)
        return self._style.leading * (len(self.lines) if short else FEWEST)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit and those that do not, at least two on each side."""
        fits = min(self.fitting(room), len(self.lines) - FEWEST)
        return self.cut(fits) if fits >= FEWEST else None

    def fitting(self, room: float) -> int:
        """Return how many of the lines the room holds."""
        return min(int(room / self._style.leading), len(self.lines))

    def cut(self, fits: int) -> tuple[TextBox, TextBox]:
        """Return the first lines and the others."""
        first, second = TextBox.__new__(TextBox), TextBox.__new__(TextBox)
        common = (self._style, self._press, self._width, self._element)
        first._take(self.lines[:fits], *common, self._sign)
        second._take(self.lines[fits:], *common, None)
        first.before, second.after, first.anchor = self.before, self.after, self.anchor
        return first, second

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the lines, the first at the top."""
        style, fonts = self._style, self._press.fonts
        base = top - style.leading + (style.leading - style.size) / 2 + 0.17 * style.size
        if self._sign is not None:
            sign = one_line(self._sign.span.text, self._sign.span.ink, fonts)
            with sheet.tagged(self._sign.element):
                draw_lines([(x, base, sign)], sheet, fonts)
        with sheet.tagged(self._element):
            placed = [(x + self._left(line), base - i * style.leading, line) for i, line in enumerate(self.lines)]
            draw_lines(placed, sheet, fonts)

    def _left(self, line: Line) -> float:
        style = self._style
        if style.anchor is Anchor.START:
            return style.indent
        free = self._width - style.indent - line.width
        return style.indent + (free / 2 if style.anchor is Anchor.MIDDLE else free)


def paragraph(text: str, style: Style, press: Press, width: float, element: Element | None) -> TextBox:
    """Return a paragraph in one ink."""
    return TextBox((Span(text.strip(), press.ink_of(style)),), style, press, width, element)
