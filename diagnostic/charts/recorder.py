"""A matplotlib renderer that records what is drawn as our shapes: one painter then serves every figure.

matplotlib is imported inside the function only: the program starts without it. It keeps a list of the machine's fonts
in a folder of its own; MPLCONFIGDIR says where, and whoever starts the program sets it to the user's data folder.
Figures recorded here give their colours as `colour(role)`, so that the palette stays the painter's choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diagnostic.charts.drawing import Anchor, Close, Curve, Draw, Drawing, Move, Path, Role, Shape, Step, Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROLES = tuple(Role)
_ANCHORS = {"left": Anchor.START, "center": Anchor.MIDDLE, "right": Anchor.END}


def colour(role: Role) -> str:
    """Return the matplotlib colour that stands for a role in a recorded figure."""
    return f"#{ROLES.index(role) + 1:02x}0000"


def record(figure: Figure, alt: str) -> Drawing:
    """Return what a figure draws, in points. Its texts must not parse mathematics and stand on one line."""
    from matplotlib.backend_bases import RendererBase

    width, height = figure.get_size_inches() * 72
    figure.set_dpi(72)
    shapes: list[Shape] = []

    class Recorder(RendererBase):
        """Records paths and texts; texts measure nothing, so that each keeps its own anchor."""

        def flipy(self) -> bool:
            return True

        def get_canvas_width_height(self) -> tuple[float, float]:
            return width, height

        def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:
            return 0.0, prop.get_size_in_points() * 0.72, 0.0

        def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:
            shape = _path(path.transformed(transform), gc, rgbFace, height)
            if shape is not None:
                shapes.append(shape)

        def draw_text(
            self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, ismath: Any = False, mtext: Any = None
        ) -> None:
            shapes.append(_text(gc, x, y, s, prop, angle, mtext))

    figure.draw(Recorder())
    return Drawing(width=float(width), height=float(height), shapes=tuple(shapes), alt=alt)


def _role(rgb: Any) -> Role | None:
    """Return the role that a recorded colour stands for; None for fully transparent or foreign colours."""
    if rgb is None or (len(rgb) == 4 and rgb[3] == 0):
        return None
    place = round(rgb[0] * 255) - 1
    return ROLES[place] if 0 <= place < len(ROLES) and not any(rgb[1:3]) else None


def _path(path: Any, gc: Any, face: Any, height: float) -> Path | None:
    fill = _role(face)
    width = float(gc.get_linewidth())
    stroke = _role(gc.get_rgb()) if width > 0 else None
    if fill is None and stroke is None:
        return None
    steps = tuple(_steps(path, height))
    return Path(steps=steps, fill=fill, stroke=stroke, width=width) if steps else None


def _steps(path: Any, height: float) -> list[Step]:
    steps: list[Step] = []
    for points, code in path.iter_segments(simplify=False, curves=True):
        pairs = [(float(x), float(height - y)) for x, y in zip(points[::2], points[1::2], strict=True)]
        if code == path.MOVETO:
            steps.append(Move(*pairs[0]))
        elif code == path.LINETO:
            steps.append(Draw(*pairs[0]))
        elif code == path.CURVE4:
            steps.append(Curve(*pairs[0], *pairs[1], *pairs[2]))
        elif code == path.CLOSEPOLY:
            steps.append(Close())
    return steps


def _text(gc: Any, x: float, y: float, text: str, prop: Any, angle: float, mtext: Any) -> Text:
    anchor = _ANCHORS.get(mtext.get_horizontalalignment(), Anchor.START) if mtext is not None else Anchor.START
    return Text(
        x=float(x),
        y=float(y),
        text=text,
        size=float(prop.get_size_in_points()),
        role=_role(gc.get_rgb()) or Role.INK,
        anchor=anchor,
        bold=prop.get_weight() in ("bold", 700),
        rotation=float(angle),
    )
