"""The lines of a hatching, as `drawing` describes it: for the painters that can only draw lines inside a clip."""

from __future__ import annotations

from diagnostic.charts.drawing import HATCH_STEP, Circle, Close, Curve, Path

Segment = tuple[float, float, float, float]


def hatch_lines(shape: Path | Circle) -> tuple[Segment, ...]:
    """Return the lines (x1, y1, x2, y2), at 45 degrees and in the drawing's units, that cover the shape."""
    left, top, right, bottom = bounds(shape)
    tall = bottom - top
    count = int((right - left + tall) / _PITCH) + 1
    starts = (left - tall + _PITCH * place for place in range(count))
    return tuple((start, bottom, start + tall, top) for start in starts)


def bounds(shape: Path | Circle) -> Segment:
    """Return left, top, right and bottom of what surely holds the shape (a curve lies within its control points)."""
    if isinstance(shape, Circle):
        x, y, radius = shape.x, shape.y, shape.radius
        return x - radius, y - radius, x + radius, y + radius
    points = [(step.x, step.y) for step in shape.steps if not isinstance(step, Close)]
    points += [p for s in shape.steps if isinstance(s, Curve) for p in ((s.x1, s.y1), (s.x2, s.y2))]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


_PITCH = HATCH_STEP * 2**0.5
"""How far apart the lines stand along the horizontal."""
