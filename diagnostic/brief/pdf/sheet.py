"""One page being drawn: its operators, which element each piece of content belongs to, its links."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from diagnostic.brief.pdf.file import number
from diagnostic.brief.pdf.tags import Element, Piece
from diagnostic.charts.palette import channels

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the page that leads to a destination; `text` says where to."""

    box: Box
    target: str
    text: str
    element: Element


class Sheet:
    """A page. What is drawn outside `tagged` must be inside `artifact`."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.operators: list[str] = []
        self.marks: list[Element] = []
        self.links: list[Link] = []
        self._scale, self._left, self._bottom = 1.0, 0.0, 0.0

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:
        """Give what is drawn inside to an element; to nobody (an artifact) where it is None."""
        if element is None:
            self.operators.append("/Artifact BMC")
        else:
            self.operators.append(f"/{element.tag} <</MCID {len(self.marks)}>> BDC")
            element.kids.append(Piece(self.page, len(self.marks)))
            self.marks.append(element)
        yield
        self.operators.append("EMC")

    @contextmanager
    def running(self) -> Iterator[None]:
        """Mark what is drawn inside as repeated on each page: header, footer."""
        self.operators.append("/Artifact <</Type /Pagination>> BDC")
        yield
        self.operators.append("EMC")

    @contextmanager
    def shrunk(self, scale: float, left: float, top: float) -> Iterator[None]:
        """Draw what follows smaller, from a corner that becomes the origin. Not to be nested."""
        self.operators.append(f"q {scale:.4f} 0 0 {scale:.4f} {number(left)} {number(top)} cm")
        self._scale, self._left, self._bottom = scale, left, top
        yield
        self._scale, self._left, self._bottom = 1.0, 0.0, 0.0
        self.operators.append("Q")

    def on_page(self, box: Box) -> Box:
        """Return a box in the page's own points."""
        left, bottom, right, top = (value * self._scale for value in box)
        return left + self._left, bottom + self._bottom, right + self._left, top + self._bottom

    def link(self, box: Box, target: str, text: str, element: Element) -> None:
        """Make a box lead to a destination."""
        self.links.append(Link(self.on_page(box), target, text, element))

    def rules(self, lines: list[tuple[float, float, float]], width: float, colour: str) -> None:
        """Draw level lines, each from x to x at y, as an artifact."""
        if lines:
            drawn = " ".join(f"{x1:.2f} {y:.2f} m {x2:.2f} {y:.2f} l" for x1, x2, y in lines)
            self.operators.append(f"/Artifact BMC {stroke_colour(colour)} {number(width)} w {drawn} S EMC")

    def dots(self, left: float, right: float, y: float, step: float, colour: str) -> None:
        """Lead the eye from one x to another, as an artifact; dots of all lines stand under each other."""
        first = left + -left % step
        line = f"{first:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
        self.operators.append(f"/Artifact BMC q {stroke_colour(colour)} 0.7 w 1 J [0 {number(step)}] 0 d {line} Q EMC")

    def bar(self, left: float, bottom: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle, as an artifact."""
        place = f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f"
        self.operators.append(f"/Artifact BMC {fill_colour(colour)} {place} EMC")


@cache
def fill_colour(colour: str) -> str:
    """Return the operator that fills in "#rrggbb"."""
    return "{:.3f} {:.3f} {:.3f} rg".format(*channels(colour))


@cache
def stroke_colour(colour: str) -> str:
    """Return the operator that draws lines in "#rrggbb"."""
    return "{:.3f} {:.3f} {:.3f} RG".format(*channels(colour))
