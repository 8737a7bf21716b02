"""Paints a drawing on a page: vectors stay vectors, text stays text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from copy import copy

from diagnostic.brief.pdf.boxes import Box
from diagnostic.brief.pdf.file import number, text_string
from diagnostic.brief.pdf.lines import draw_lines, one_line
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.sheet import Sheet, fill_colour, stroke_colour
from diagnostic.brief.pdf.tags import Element
from diagnostic.charts.drawing import (
    HATCH_STEP,
    HATCH_WIDTH,
    Anchor,
    Circle,
    Close,
    Curve,
    Draw,
    Drawing,
    Line,
    Move,
    Path,
    Role,
    Step,
    Text,
)

_HANDLE = 4 / 3 * math.tan(math.pi / 8)
"""Handles of a quarter of a circle, in radii."""


class DrawingBox(Box):
    """A drawing at a given width, as the Figure of `parent`: its `alt` says it in words."""

    def __init__(self, drawing: Drawing, width: float, press: Press, parent: Element) -> None:
        self._scale = width / drawing.width
        super().__init__(drawing.height * self._scale)
        self._drawing, self._press, self._width = drawing, press, width
        self._element = Element("Figure", parent)

    def smaller(self, share: float) -> DrawingBox:
        """Return it at a share of its size, the same element: it takes this one's place."""
        found = copy(self)
        found.height, found._width, found._scale = self.height * share, self._width * share, self._scale * share
        return found

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Paint it, and say in the structure where it stands."""
        bottom = top - self.height
        corners = " ".join(map(number, sheet.on_page((x, bottom, x + self._width, top))))
        alt = text_string(" ".join(self._drawing.alt.split()) or "–")
        self._element.attributes = f" /Alt {alt} /A <</O /Layout /Placement /Block /BBox [{corners}]>>"
        with sheet.tagged(self._element):
            sheet.operators.append(f"q {self._scale:.5f} 0 0 {self._scale:.5f} {number(x)} {number(bottom)} cm")
            paint(self._drawing, sheet, self._press)
            sheet.operators.append("Q")


def paint(drawing: Drawing, sheet: Sheet, press: Press) -> None:
    """Paint a drawing with its bottom left corner at the page's origin."""
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            _paint_text(shape, drawing.height, sheet, press)
            continue
        if isinstance(shape, Line):
            ends = f"{shape.x1:.2f} {drawing.height - shape.y1:.2f} m {shape.x2:.2f} {drawing.height - shape.y2:.2f} l"
            sheet.operators.append(f"q {_stroke(shape, shape.stroke, press)} {ends} S Q")
        else:
            _paint_area(shape, drawing.height, sheet, press)


def _stroke(shape: Line | Path | Circle, role: Role, press: Press) -> str:
    dash = f" [{' '.join(map(number, shape.dash))}] 0 d" if shape.dash else ""
    return f"{stroke_colour(press.palette.colour(role))} {number(shape.width)} w{dash}"


def _paint_area(shape: Path | Circle, height: float, sheet: Sheet, press: Press) -> None:
    outline = " ".join(_circle(shape, height) if isinstance(shape, Circle) else _path(shape.steps, height))
    fill = fill_colour(press.palette.colour(shape.fill)) if shape.fill is not None else ""
    stroke = _stroke(shape, shape.stroke, press) if shape.stroke is not None else ""
    if shape.hatch is not None:
        if fill:
            sheet.operators.append(f"{fill} {outline} f")
        lines = _hatch(_bounds(shape, height))
        ink = stroke_colour(press.palette.colour(shape.hatch))
        sheet.operators.append(f"q {outline} W n {ink} {number(HATCH_WIDTH)} w {lines} S Q")
        fill = ""
    if fill or stroke:
        finish = ("B" if stroke else "f") if fill else "S"
        sheet.operators.append(f"q {fill} {stroke} {outline} {finish} Q")


def _path(steps: tuple[Step, ...], height: float) -> Iterator[str]:
    for step in steps:
        match step:
            case Draw(x, y):
                yield f"{x:.2f} {height - y:.2f} l"
            case Move(x, y):
                yield f"{x:.2f} {height - y:.2f} m"
            case Curve(x1, y1, x2, y2, x, y):
                yield f"{x1:.2f} {height - y1:.2f} {x2:.2f} {height - y2:.2f} {x:.2f} {height - y:.2f} c"
            case Close():
                yield "h"


def _circle(shape: Circle, height: float) -> Iterator[str]:
    x, y, r = shape.x, height - shape.y, shape.radius
    k = r * _HANDLE
    yield f"{x + r:.2f} {y:.2f} m"
    yield f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c"
    yield f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c"
    yield f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c"
    yield f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"


def _hatch(bounds: tuple[float, float, float, float]) -> str:
    left, bottom, right, top = bounds
    tall, step = top - bottom, HATCH_STEP * 2**0.5
    starts = (left - tall + step * i for i in range(math.ceil((right - left + tall) / step)))
    return " ".join(f"{x:.2f} {bottom:.2f} m {x + tall:.2f} {top:.2f} l" for x in starts)


def _bounds(shape: Path | Circle, height: float) -> tuple[float, float, float, float]:
    if isinstance(shape, Circle):
        y, radius = height - shape.y, shape.radius
        return shape.x - radius, y - radius, shape.x + radius, y + radius
    points = [(step.x, height - step.y) for step in shape.steps if not isinstance(step, Close)]
    points += [p for s in shape.steps if isinstance(s, Curve) for p in ((s.x1, height - s.y1), (s.x2, height - s.y2))]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _paint_text(shape: Text, height: float, sheet: Sheet, press: Press) -> None:
    ink = press.ink(shape.bold, shape.role, shape.size)
    line = one_line(press.ready(shape.text).replace("\n", " ").rstrip(), ink, press.fonts)
    left = {Anchor.START: 0.0, Anchor.MIDDLE: -line.width / 2, Anchor.END: -line.width}[shape.anchor]
    if not shape.rotation:
        draw_lines([(shape.x + left, height - shape.y, line)], sheet, press.fonts)
        return
    cosine, sine = math.cos(math.radians(shape.rotation)), math.sin(math.radians(shape.rotation))
    turn = f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {shape.x:.2f} {height - shape.y:.2f} cm"
    sheet.operators.append(f"q {turn}")
    draw_lines([(left, 0.0, line)], sheet, press.fonts)
    sheet.operators.append("Q")
