"""The world, each country shaded by how many kinds of links its people here make, with the partnerships marked.

Countries keep their areas (`equal_earth`). Those with a link are outlined and shaded in three steps, a partnership is a
ring-edged point of the institution's hue (alone on a country without a link), and a country too small for an outline is
a dot. France is hatched: in grey print no shade is like it. The most linked are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from diagnostic.charts.drawing import Circle, Close, Draw, Drawing, Move, Path, Point, Role, Shape, Step, Text
from diagnostic.charts.equal_earth import WIDTH, beside_cut, project
from diagnostic.charts.world_labels import Crowd, Label, labels
from diagnostic.territory.outlines import Outline, Place

ACROSS = 460.0
SCALE = ACROSS / WIDTH
NORTH = 1.307
"""The top of the map in radii of the Earth: 84° north, where the last land is."""
HEIGHT = 226.0
FRANCE = "FR"
STEPS = (Role.TERRITORY_LIGHT, Role.TERRITORY_MID, Role.TERRITORY)
"""One kind of link, two, three or more."""
DOT, POINT = 2.1, 2.0
LEGEND = 6.6


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCountry:
    """A country with links: how many kinds its people here make (0 to 4), and whether there is a partnership."""

    code: str
    name: str
    kinds: int
    partnered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWords:
    """The words of the legend: the three shades, a partnership, and France."""

    heading: str
    shades: tuple[str, str, str]
    partnered: str
    home: str


def world_map(
    linked: Sequence[LinkedCountry], outlines: Sequence[Outline], home: Iterable[str], words: MapWords, alt: str
) -> Drawing:
    """Return the map, 460 × 226 points. `linked` has first what is to be named first; keys are "country:code".

    `home` are the codes of France: drawn apart, never shaded.
    """
    places = {outline.code: outline for outline in outlines}
    inland = frozenset(home)
    known = [country for country in linked if country.code in places and country.code not in inland]
    named = labels(_label_seeds(known, places), _crowd(known, outlines), (ACROSS, HEIGHT), _reserved())
    bare = [one for one in outlines if one.code not in inland and one.code not in {c.code for c in known}]
    shapes: list[Shape] = [*_ground(bare), *_france([places[code] for code in inland if code in places])]
    for country in sorted(known, key=lambda c: -_extent(places[c.code])):
        shapes += _country(country, places[country.code])
    shapes += [_mark(country, places[country.code]) for country in known if country.partnered]
    return Drawing(width=ACROSS, height=HEIGHT, shapes=(*shapes, *named, *_legend(words)), alt=alt)


def on_map(place: Place) -> Point:
    """Return where a place (degrees) is on the map, in points."""
    x, y = project(place[0], place[1])
    return ACROSS / 2 + x * SCALE, (NORTH - y) * SCALE


def _spot(outline: Outline) -> Point:
    return on_map((beside_cut(outline.point[0]), outline.point[1]))


def _steps(outlines: Iterable[Outline]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for outline in outlines:
        for ring in outline.rings:
            first, *others = map(on_map, ring)
            steps += [Move(*first), *(Draw(*point) for point in others), Close()]
    return tuple(steps)


def _extent(outline: Outline) -> float:
    """Return the area of the box around a country: one that lies within another is then drawn after it."""
    xs = [x for ring in outline.rings for x, _ in ring] or [0.0]
    ys = [y for ring in outline.rings for _, y in ring] or [0.0]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _ground(bare: Sequence[Outline]) -> list[Shape]:
    """Return the countries nothing is said of, in one outline, and the small ones as small dots."""
    steps = _steps(bare)
    land = [Path(steps=steps, fill=Role.LAND, stroke=Role.GRID, width=0.35)] if steps else []
    dots = [_dot(outline, 0.7, Role.GRID) for outline in bare if outline.code and not outline.rings]
    return [*land, *dots]


def _france(parts: Sequence[Outline]) -> list[Shape]:
    ordered = sorted(parts, key=lambda outline: outline.code)
    drawn = [_hatched(_steps([outline])) for outline in ordered if outline.rings]
    return [*drawn, *(_dot(outline, 1.1, Role.MUTED) for outline in ordered if not outline.rings)]


def _hatched(steps: tuple[Step, ...]) -> Path:
    return Path(steps=steps, fill=Role.SURFACE, hatch=Role.INK, stroke=Role.INK, width=0.6)


def _dot(outline: Outline, radius: float, role: Role) -> Circle:
    x, y = _spot(outline)
    return Circle(x=x, y=y, radius=radius, fill=role)


def _shade(kinds: int) -> Role:
    """Return the fill: without a link, that of the countries nothing is said of; the partnership is marked over it."""
    return STEPS[min(kinds, len(STEPS)) - 1] if kinds else Role.LAND


def _country(country: LinkedCountry, outline: Outline) -> list[Shape]:
    key, fill = f"country:{country.code}", _shade(country.kinds)
    edge = Role.TERRITORY if country.kinds else Role.GRID
    if outline.rings:
        return [Path(steps=_steps([outline]), fill=fill, stroke=edge, width=0.45, key=key)]
    x, y = _spot(outline)
    radius = DOT + 1.0 if country.partnered else DOT
    return [Circle(x=x, y=y, radius=radius, fill=fill, stroke=edge, width=0.6, key=key)]


def _mark(country: LinkedCountry, outline: Outline) -> Shape:
    x, y = _spot(outline)
    key = f"country:{country.code}"
    return Circle(x=x, y=y, radius=POINT, fill=Role.INSTITUTION, stroke=Role.SURFACE, width=0.7, key=key)


def _label_seeds(known: Sequence[LinkedCountry], places: dict[str, Outline]) -> list[Label]:
    return [Label(f"country:{c.code}", c.name, *_spot(places[c.code])) for c in known]


def _crowd(known: Sequence[LinkedCountry], outlines: Sequence[Outline]) -> Crowd:
    """Return the points that a name should rather not cover."""
    linked = {country.code for country in known}

    def points(those: bool) -> Iterator[Point]:
        chosen = (outline for outline in outlines if (outline.code in linked) is those)
        return (on_map(place) for outline in chosen for ring in outline.rings for place in ring)

    return Crowd(points(True), points(False))


def _reserved() -> tuple[float, float, float, float]:
    """Return where the legend is: left, top, right, bottom."""
    return 0.0, HEIGHT - 62, 118.0, HEIGHT


def _legend(words: MapWords) -> list[Shape]:
    left, top, _, _ = _reserved()
    shapes: list[Shape] = [Text(x=left, y=top + 8, text=words.heading, size=LEGEND, role=Role.INK, bold=True)]
    shades = enumerate(zip(STEPS, words.shades, strict=True))
    swatches: list[tuple[Shape, str]] = [
        *((_swatch(left, top + 17 + 9.2 * i, role), word) for i, (role, word) in shades),
        (Circle(x=left + 5, y=top + 44.6, radius=2.4, fill=Role.INSTITUTION), words.partnered),
        (_hatched(_box(left, top + 53.8)), words.home),
    ]
    for i, (swatch, word) in enumerate(swatches):
        shapes += [swatch, Text(x=left + 14, y=top + 19.2 + 9.2 * i, text=word, size=LEGEND, role=Role.INK)]
    return shapes


def _swatch(x: float, y: float, role: Role) -> Shape:
    return Path(steps=_box(x, y), fill=role, stroke=Role.TERRITORY, width=0.45)


def _box(x: float, y: float) -> tuple[Step, ...]:
    return Move(x, y - 3), Draw(x + 10, y - 3), Draw(x + 10, y + 3), Draw(x, y + 3), Close()
