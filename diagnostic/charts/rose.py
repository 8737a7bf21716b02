"""The rose: one petal a domain, territory on the right half, institution on the left, opposites face to face.

A petal is solid up to what is sure (the low end), a light band to what is possible (the high end), a thick arc at the
score computed on what is known. While too little is known to publish a score the band is hatched and has no arc; a
domain that nothing is known of is hatched in grey, never empty as if it were zero; one that does not apply has none.
"""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass

from diagnostic.assessment.results import Assessment, NodeResult
from diagnostic.charts.drawing import Anchor, Circle, Drawing, Line, Path, Point, Role, Shape, Text, compass, sector
from diagnostic.charts.layout import Hue, bearings, hue_of
from diagnostic.charts.wording import beside_mid, says_something, score_words, shown_mid
from diagnostic.framework.model import Framework
from diagnostic.texts import Texts

LABEL = 8.6
GAP = 3.0
RINGS = (25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class _Frame:
    centre: Point
    radius: float
    half: float

    def at(self, score: float) -> float:
        return self.radius * max(0.0, min(100.0, score)) / 100


def rose(assessment: Assessment, framework: Framework, texts: Texts, *, compact: bool = False) -> Drawing:
    """Return the rose: 316 × 240 points with labels, or 150 × 150 without them when `compact`."""
    width, height, radius = (150.0, 150.0, 72.0) if compact else (316.0, 240.0, 92.0)
    places = bearings(framework)
    frame = _Frame((width / 2, height / 2), radius, 180 / max(len(places), 1) - GAP)
    shapes: list[Shape] = [*_rings(frame, compact)]
    for domain, bearing in places.items():
        shapes += _petal(assessment.node(domain), bearing, frame, hue_of(domain, framework))
        if not compact:
            shapes += _label(assessment.node(domain), bearing, frame, framework, texts)
    return Drawing(width=width, height=height, shapes=tuple(shapes), alt=rose_words(assessment, framework, texts))


def rose_words(assessment: Assessment, framework: Framework, texts: Texts) -> str:
    """Return the rose in words: every domain with its score and interval."""
    lang = texts.lang
    parts = [
        texts("chart.part", name=node.title[lang], value=score_words(assessment.node(node.id), texts))
        for node in framework.domains()
    ]
    return texts("chart.rose.alt", domains=" ; ".join(parts) if lang == "fr" else "; ".join(parts))


def _rings(frame: _Frame, compact: bool) -> list[Shape]:
    x, y = frame.centre
    shapes: list[Shape] = [
        Circle(x=x, y=y, radius=frame.at(ring), stroke=Role.GRID, width=1.0 if ring == 100 else 0.5) for ring in RINGS
    ]
    shapes.append(Line(x1=x, y1=y - frame.radius, x2=x, y2=y + frame.radius, stroke=Role.GRID, width=0.5))
    if not compact:
        shapes += [
            Text(x=x, y=y - frame.at(ring) - 1.5, text=str(ring), size=5.2, role=Role.MUTED, anchor=Anchor.MIDDLE)
            for ring in (50, 100)
        ]
    return shapes


def _petal(node: NodeResult, bearing: float, frame: _Frame, hue: Hue) -> list[Shape]:
    interval, key = node.interval, f"domain:{node.id}"
    if not interval.applicable:
        return []
    start, end = bearing - frame.half, bearing + frame.half
    low, high = frame.at(interval.low), frame.at(interval.high)
    if not says_something(interval):
        whole = sector(frame.centre, 0, frame.radius, start, end)
        return [Path(steps=whole, hatch=Role.UNKNOWN, stroke=Role.UNKNOWN, width=0.6, dash=(2.0, 2.0), key=key)]
    shapes: list[Shape] = []
    if high > low:
        band = sector(frame.centre, low, high, start, end)
        hatch = None if node.published else hue.main
        shapes.append(Path(steps=band, fill=hue.light, stroke=hue.main, width=0.6, hatch=hatch, key=key))
    if low > 0:
        shapes.append(Path(steps=sector(frame.centre, 0, low, start, end), fill=hue.main, key=key))
    if node.published and interval.mid is not None and high > low:
        shapes.append(_arc(frame, frame.at(interval.mid), start, end, hue, key))
    return shapes


def _arc(frame: _Frame, radius: float, start: float, end: float, hue: Hue, key: str) -> Path:
    steps = sector(frame.centre, max(0.1, radius - 0.8), radius + 0.8, start, end)
    return Path(steps=steps, fill=hue.text, key=key)


def _label(node: NodeResult, bearing: float, frame: _Frame, framework: Framework, texts: Texts) -> list[Shape]:
    right = bearing < 180
    anchor = Anchor.START if right else Anchor.END
    x, y = compass(frame.centre, frame.radius + 7, bearing)
    lines = textwrap.wrap(framework.node(node.id).short[texts.lang], 17)[:2]
    block = (len(lines) + 1) * LABEL * 1.15
    # The block is pushed outwards by its own half height, so that near the poles it clears the circle.
    top = y - block / 2 * (1 + math.cos(math.radians(bearing))) + LABEL * 0.9
    key = f"domain:{node.id}"
    shapes: list[Shape] = [
        Text(x=x, y=top + i * LABEL * 1.15, text=line, size=LABEL, anchor=anchor, key=key)
        for i, line in enumerate(lines)
    ]
    return shapes + _values(node, x, top + len(lines) * LABEL * 1.15, anchor, hue_of(node.id, framework), texts)


def _values(node: NodeResult, x: float, y: float, anchor: Anchor, hue: Hue, texts: Texts) -> list[Shape]:
    """Return the score in bold and its interval beside it; tabular figures make the offset sure."""
    mid, interval = shown_mid(node, texts), beside_mid(node, texts)
    offset = (len(mid) * 0.572 + 0.3) * LABEL
    key = f"domain:{node.id}"
    if not mid:
        return [Text(x=x, y=y, text=interval, size=LABEL * 0.92, role=Role.MUTED, anchor=anchor, key=key)]
    if anchor is Anchor.START:
        mid_x, interval_x = x, x + offset
    else:
        mid_x, interval_x = (x - _width(interval) * LABEL * 0.92 - 0.3 * LABEL if interval else x), x
    score = Text(x=mid_x, y=y, text=mid, size=LABEL, role=hue.text, anchor=anchor, bold=True, key=key)
    if not interval:
        return [score]
    return [
        score,
        Text(x=interval_x, y=y, text=interval, size=LABEL * 0.92, role=Role.MUTED, anchor=anchor, key=key),
    ]


def _width(text: str) -> float:
    """Return the width of "[72–84]" in ems of Noto Sans: digits 0.572, brackets 0.329, dash 0.5."""
    return sum({"[": 0.329, "]": 0.329, "–": 0.5}.get(character, 0.572) for character in text)
