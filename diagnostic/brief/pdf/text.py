"""Text as a flowable of our own: broken into lines by our rules and drawn run by run; no markup is ever parsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.platypus import Flowable, HexColor
from diagnostic.brief.pdf.scripts import breakable, clean, joined, seen
from diagnostic.brief.pdf.style import Style
from diagnostic.charts.drawing import Anchor, Role
from diagnostic.charts.palette import Palette

FEWEST = 2
"""Fewest lines of a paragraph left alone on a page."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of text differs from its neighbours."""

    bold: bool
    role: Role
    size: float


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one ink."""

    text: str
    ink: Ink


Line = list[tuple[str, Ink]]
"""Characters in reading order, each with its ink."""


@dataclass(frozen=True, slots=True)
class Press:
    """What is needed to set text: the fonts and the colours."""

    fonts: FontBook
    palette: Palette

    def ready(self, text: str) -> str:
        """Return a text cleaned, joined and printable."""
        return self.fonts.printable(joined(clean(text)))


class TextBlock(Flowable):
    """A paragraph. `tag` is its role in the document's structure, `mark` stands before its first line."""

    def __init__(self, spans: Sequence[Span], style: Style, press: Press, mark: Span | None = None) -> None:
        super().__init__()
        self._style, self._press, self._mark = style, press, mark
        self._characters: Line = [(character, span.ink) for span in spans for character in press.ready(span.text)]
        self._lines: list[Line] | None = None
        self._broken_at = -1.0
        self.tag = style.tag
        self.spaceBefore, self.spaceAfter = style.before, style.after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the text into lines of that width; return the space it takes."""
        if self._lines is None or (width != self._broken_at and self._broken_at >= 0):
            lines = break_lines(self._characters, width - self._style.indent, self._press.fonts)
            self._lines, self._broken_at = self._no_more(lines), width
        self.width, self.height = width, self._style.leading * len(self._lines)
        return width, self.height

    def _no_more(self, lines: list[Line]) -> list[Line]:
        """Return the lines, ended with an ellipsis where the style sets a most: a table's row must fit a page."""
        most = self._style.most
        if not most or len(lines) <= most:
            return lines
        return [*lines[: most - 1], [("…", self._characters[0][1])]]

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the lines that fit and those that do not, at least two on each side; [] to move it whole."""
        self.wrap(width, height)
        lines = self._lines or []
        fits = int(height / self._style.leading)
        if fits >= len(lines):
            return [self]
        fits = min(fits, len(lines) - FEWEST)
        if fits < FEWEST:
            return []
        return [self._part(lines[:fits], self._mark), self._part(lines[fits:], None)]

    def _part(self, lines: list[Line], mark: Span | None) -> TextBlock:
        part = TextBlock((), self._style, self._press, mark)
        part._characters, part._lines = [pair for line in lines for pair in line], lines
        part._broken_at = self._broken_at
        return part

    def draw(self) -> None:
        """Draw the lines, the first at the top."""
        style = self._style
        base = self.height - style.leading + (style.leading - style.size) / 2 + 0.17 * style.size
        for place, line in enumerate(self._lines or []):
            y = base - place * style.leading
            if place == 0 and self._mark is not None:
                draw_line(self.canv, [(c, self._mark.ink) for c in self._mark.text], 0, y, self._press)
            draw_line(self.canv, line, self._left(line), y, self._press)

    def _left(self, line: Line) -> float:
        indent, free = self._style.indent, self.width - self._style.indent - line_width(line, self._press.fonts)
        return indent + {Anchor.START: 0.0, Anchor.MIDDLE: free / 2, Anchor.END: free}[self._style.anchor]


def break_lines(characters: Line, width: float, fonts: FontBook) -> list[Line]:
    """Return the text in lines no wider than `width`, cut where a line may end, else anywhere."""
    lines: list[Line] = []
    line: Line = []
    used, last = 0.0, 0
    for place, (character, ink) in enumerate(characters):
        if character == "\n":
            lines.append(line)
            line, used, last = [], 0.0, 0
            continue
        advance = fonts.advance(character, ink.bold) * ink.size / 1000
        if used + advance > width and line and character != " ":
            cut = last or len(line)
            lines.append(line[:cut])
            line = line[cut:]
            used, last = line_width(line, fonts), 0
        line.append((character, ink))
        used += advance
        following = characters[place + 1][0] if place + 1 < len(characters) else ""
        if following and breakable(character, following):
            last = len(line)
    if line or not lines:
        lines.append(line)
    return [_trimmed(line) for line in lines]


def _trimmed(line: Line) -> Line:
    while line and line[-1][0] == " ":
        line = line[:-1]
    while line and line[0][0] == " ":
        line = line[1:]
    return line


def line_width(line: Line, fonts: FontBook) -> float:
    """Return the width of a line in points."""
    return sum(fonts.advance(character, ink.bold) * ink.size for character, ink in line) / 1000


def draw_line(canvas: Any, line: Line, x: float, y: float, press: Press) -> None:
    """Draw one line from its left end on its baseline."""
    if not line:
        return
    text = canvas.beginText(x, y)
    for ink, piece in groupby(line, key=lambda pair: pair[1]):
        text.setFillColor(HexColor(press.palette.colour(ink.role)))
        for name, run in press.fonts.runs(seen("".join(character for character, _ in piece)), ink.bold):
            text.setFont(name, ink.size)
            text.textOut(run)
    canvas.drawText(text)


def block(text: str, style: Style, press: Press) -> TextBlock:
    """Return a paragraph in one ink."""
    return TextBlock((Span(text.strip(), Ink(style.bold, style.role, style.size)),), style, press)
