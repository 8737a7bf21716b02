"""A drawing as SVG: its text is text, its colours are those of one palette, nothing outside the file is named."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, tostring

from diagnostic.charts.drawing import (
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
    Shape,
    Step,
    Text,
)
from diagnostic.charts.hatching import hatch_lines
from diagnostic.charts.palette import Palette

FAMILY = "'Noto Sans', 'Segoe UI', Arial, sans-serif"
_ANCHORS = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}


def svg(drawing: Drawing, palette: Palette, ready: Callable[[str], str]) -> bytes:
    """Return the drawing as an SVG file of its own size; `ready` makes a text fit for XML."""
    width, height = _number(drawing.width), _number(drawing.height)
    size = {"width": f"{width}pt", "height": f"{height}pt", "viewBox": f"0 0 {width} {height}"}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img"})
    SubElement(root, "title").text = ready(drawing.alt)
    pen = _Pen(root, palette, ready)
    for shape in drawing.shapes:
        pen.draw(shape)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(tostring(root, "utf-8"))


class _Pen:
    """Writes shapes into one file, and numbers its clips."""

    def __init__(self, root: Element, palette: Palette, ready: Callable[[str], str]) -> None:
        self._root, self._palette, self._ready = root, palette, ready
        self._clips = 0

    def draw(self, shape: Shape) -> None:
        """Write one shape: filled, then hatched, then stroked."""
        if isinstance(shape, Text):
            self._text(shape)
        elif isinstance(shape, Line):
            ends = {"x1": shape.x1, "y1": shape.y1, "x2": shape.x2, "y2": shape.y2}
            SubElement(self._root, "line", {n: _number(v) for n, v in ends.items()} | self._stroke(shape))
        elif shape.hatch is None:
            self._area(shape, self._fill(shape.fill) | self._stroke(shape))
        else:
            if shape.fill is not None:
                self._area(shape, self._fill(shape.fill))
            self._hatch(shape, shape.hatch)
            if shape.stroke is not None:
                self._area(shape, {"fill": "none"} | self._stroke(shape))

    def _area(self, shape: Path | Circle, paint: dict[str, str], parent: Element | None = None) -> None:
        tag, outline = _outline(shape)
        SubElement(self._root if parent is None else parent, tag, outline | paint)

    def _hatch(self, shape: Path | Circle, role: Role) -> None:
        self._clips += 1
        name = f"clip{self._clips}"
        self._area(shape, {}, SubElement(self._root, "clipPath", {"id": name}))
        steps = "".join(_path((Move(x1, y1), Draw(x2, y2))) for x1, y1, x2, y2 in hatch_lines(shape))
        stroke = {"stroke": self._palette.colour(role), "stroke-width": _number(HATCH_WIDTH)}
        SubElement(self._root, "path", {"d": steps, "clip-path": f"url(#{name})", "fill": "none"} | stroke)

    def _text(self, shape: Text) -> None:
        x, y = _number(shape.x), _number(shape.y)
        paint = {
            "x": x,
            "y": y,
            "font-family": FAMILY,
            "font-size": _number(shape.size),
            "fill": self._palette.colour(shape.role),
            "text-anchor": _ANCHORS[shape.anchor],
            "xml:space": "preserve",
        }
        if shape.bold:
            paint["font-weight"] = "bold"
        if shape.rotation:
            paint["transform"] = f"rotate({_number(-shape.rotation)} {x} {y})"
        SubElement(self._root, "text", paint).text = self._ready(shape.text).replace("\n", " ")

    def _fill(self, role: Role | None) -> dict[str, str]:
        return {"fill": "none" if role is None else self._palette.colour(role)}

    def _stroke(self, shape: Line | Path | Circle) -> dict[str, str]:
        if shape.stroke is None:
            return {}
        paint = {"stroke": self._palette.colour(shape.stroke), "stroke-width": _number(shape.width)}
        if shape.dash:
            paint["stroke-dasharray"] = " ".join(map(_number, shape.dash))
        return paint


def _outline(shape: Path | Circle) -> tuple[str, dict[str, str]]:
    if isinstance(shape, Circle):
        return "circle", {"cx": _number(shape.x), "cy": _number(shape.y), "r": _number(shape.radius)}
    return "path", {"d": _path(shape.steps)}


def _path(steps: tuple[Step, ...]) -> str:
    return "".join(_step(step) for step in steps)


def _step(step: Step) -> str:
    match step:
        case Move(x, y):
            return f"M{_number(x)} {_number(y)}"
        case Draw(x, y):
            return f"L{_number(x)} {_number(y)}"
        case Curve(x1, y1, x2, y2, x, y):
            return "C" + " ".join(map(_number, (x1, y1, x2, y2, x, y)))
        case Close():
            return "Z"


def _number(value: float) -> str:
    """Return a length to the hundredth, without useless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
