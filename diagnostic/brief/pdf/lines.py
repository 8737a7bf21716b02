"""Text broken into lines by our rules, and drawn run by run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.press import Ink, Span
from diagnostic.brief.pdf.scripts import LETTER, breakable, seen
from diagnostic.brief.pdf.sheet import Sheet, fill_colour

_PLACES = re.compile(rf"(?<= )(?! )|(?<=[-–—/])(?={LETTER})")
_WIDE = re.compile("[\u1100-\u115f\u231a-\u23ff\u2e80-\ua4cf\ua960-\uffdc\U0001f000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of text in reading order, and the width they take; a space at the end parts it from the next by ear."""

    runs: tuple[tuple[str, Ink], ...]
    width: float


def break_lines(spans: Iterable[Span], width: float, fonts: FontBook) -> list[Line]:
    """Return the text in lines no wider than `width`, cut where a line may end, else anywhere."""
    lines: list[Line] = []
    line: list[tuple[str, Ink]] = []
    used = 0.0

    def end(broken: bool = False) -> None:
        nonlocal line, used
        lines.append(_ended(line, fonts, broken))
        line, used = [], 0.0

    for piece, ink in _pieces(spans):
        if piece == "\n":
            end(True)
            continue
        bare = piece.rstrip(" ")
        if line and used + fonts.width(bare, ink.bold, ink.size) > width:
            end()
        if not line:
            piece = piece.lstrip(" ")
            if fonts.width(bare, ink.bold, ink.size) > width:
                *whole, piece = _cut(piece, ink, width, fonts)
                for part in whole:
                    line.append((part, ink))
                    end()
        if piece:
            line.append((piece, ink))
            used += fonts.width(piece, ink.bold, ink.size)
    if line or not lines:
        end()
    return lines


def one_line(text: str, ink: Ink, fonts: FontBook) -> Line:
    """Return a text as one line, however long."""
    return Line(((text + " ", ink),), fonts.width(text, ink.bold, ink.size))


def cut_line(text: str, ink: Ink, room: float, fonts: FontBook) -> Line:
    """Return a text as one line, its end left out where it is wider than the room."""
    if fonts.width(text, ink.bold, ink.size) <= room:
        return one_line(text, ink, fonts)
    first = _cut(text, ink, room - fonts.width("…", ink.bold, ink.size), fonts)[0]
    return one_line(first.rstrip() + "…", ink, fonts)


def _pieces(spans: Iterable[Span]) -> Iterator[tuple[str, Ink]]:
    """Yield what no line may end inside of, and each new line alone."""
    for span in spans:
        for place, part in enumerate(span.text.split("\n")):
            if place:
                yield "\n", span.ink
            for piece in _PLACES.split(part) if not _WIDE.search(part) else _among_ideographs(part):
                if piece:
                    yield piece, span.ink


def _among_ideographs(text: str) -> Iterator[str]:
    start = 0
    for place in range(1, len(text)):
        if breakable(text[place - 1], text[place]):
            yield text[start:place]
            start = place
    yield text[start:]


def _cut(text: str, ink: Ink, width: float, fonts: FontBook) -> list[str]:
    """Return a piece too long for a line in parts that are not, a mark staying with its letter."""
    parts, used = [""], 0.0
    for character in text:
        advance = fonts.width(character, ink.bold, ink.size)
        if parts[-1] and used + advance > width and not unicodedata.combining(character):
            parts.append("")
            used = 0.0
        parts[-1] += character
        used += advance
    return parts


def _ended(line: list[tuple[str, Ink]], fonts: FontBook, broken: bool) -> Line:
    """Return the line without the spaces at its end, neighbours of one ink made one."""
    found: list[tuple[str, Ink]] = []
    for text, ink in line:
        if found and found[-1][1] is ink:
            found[-1] = (found[-1][0] + text, ink)
        else:
            found.append((text, ink))
    if not found:
        return Line((), 0.0)
    text, ink = found[-1]
    bare = text.rstrip(" ")
    width = sum(fonts.width(piece, ink.bold, ink.size) for piece, ink in (*found[:-1], (bare, ink)))
    found[-1] = (bare + " " if broken or bare != text else bare, ink)
    return Line(tuple(found), width)


def draw_lines(placed: Sequence[tuple[float, float, Line]], sheet: Sheet, fonts: FontBook) -> None:
    """Draw lines, each from its left end on its baseline."""
    out = sheet.operators
    out.append("BT")
    colour, font, size = "", "", 0.0
    for x, y, line in placed:
        out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for text, ink in line.runs:
            if ink.colour != colour:
                colour = ink.colour
                out.append(fill_colour(colour))
            for subset, run in fonts.runs(seen(text), ink.bold):
                if subset.name != font or ink.size != size:
                    font, size = subset.name, ink.size
                    out.append(f"/{font} {size:g} Tf")
                out.append(f"<{''.join(map(subset.__getitem__, run))}> Tj")
    out.append("ET")
