"""Write resources/map/world.tsv from the npm package world-atlas (Natural Earth, public domain).

Usage: python packaging/reference/build_map.py --atlas DIR --codes FILE [--output FILE]
DIR is the unpacked package (`npm pack world-atlas@2.0.2`), FILE the UN's UNSD-M49-fr.csv, which gives the number of
each country. Needs shapely (2.1 or later), which the program itself does not.
"""

import argparse
import csv
import itertools
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon

sys.path.insert(0, str(Path(__file__).parents[2]))
from diagnostic.charts.equal_earth import WIDTH, beside_cut, project

ROOT = Path(__file__).parents[2]
OUTPUT = ROOT / "resources" / "map" / "world.tsv"
COUNTRIES = ROOT / "resources" / "reference" / "countries.tsv"
HEADER = (
    "source: Natural Earth 4.1.0, public domain (naturalearthdata.com), by the npm package world-atlas 2.0.2",
    "degrees × 10: the point that stands for a country, then its outlines; a country too small for one is a dot",
    "outlines are separated by |, their points by a space, longitude and latitude by a comma",
)
POINTS = 460.0
"""Width of the map on paper, in points: what is finer than it can show is left out."""
LEAST_BEND = 0.2
"""Points off an outline that make a triangle smaller than this (square points) are left out."""
LEAST_ISLAND, LEAST_COUNTRY = 0.2, 1.5
"""Square points: smaller islands are left out, smaller countries are dots."""
SOUTHERNMOST = -60.0
# Names without a number of their own in the atlas: de facto areas are drawn with the country that ISO 3166 has.
NAMED = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Siachen Glacier": "", "Indian Ocean Ter.": ""}
# Drawn by the atlas with another country than the United Nations do: a place inside, its code there, its code here.
MOVED = (((34.3, 45.2), "RU", "UA"),)
# Where the small ones are that the atlas does not draw apart (approximate centres).
ELSEWHERE = {
    "AQ": (-57.0, -63.0), "BQ": (-68.3, 12.2), "BV": (3.4, -54.4), "CC": (96.8, -12.2), "CX": (105.7, -10.5),
    "GF": (-53.1, 4.0), "GI": (-5.4, 36.1), "GP": (-61.5, 16.2), "MQ": (-61.0, 14.7), "RE": (55.5, -21.1),
    "SJ": (16.0, 78.5), "TK": (-171.9, -9.2), "TV": (179.2, -8.5), "UM": (166.6, 19.3), "YT": (45.2, -12.8),
    "FR": (2.6, 46.6), "US": (-98.5, 39.5), "NO": (9.0, 61.2),
}  # fmt: skip


def main() -> None:
    """Build the resource and say what it holds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--atlas", type=Path, required=True)
    options.add_argument("--codes", type=Path, required=True)
    options.add_argument("--output", type=Path, default=OUTPUT)
    given = options.parse_args()
    lands = lands_of(given.atlas / "countries-50m.json", _numbers(given.codes))
    lines = [*(f"# {line}" for line in HEADER), "code\tx\ty\toutlines", *_lines(lands, simplified(lands))]
    given.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    points = sum(len(line.split("\t")[3].replace("|", " ").split()) for line in lines[len(HEADER) + 1 :])
    print(f"{len(lines) - len(HEADER) - 1} countries, {points} points, {given.output.stat().st_size} bytes")


def _numbers(file: Path) -> dict[str, str]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return {row["M49 Code"].zfill(3): row["ISO-alpha2 Code"] for row in csv.DictReader(stream)}


def lands_of(file: Path, numbers: Mapping[str, str]) -> dict[str, shapely.Geometry]:
    """Return each country in degrees, whole: what the atlas cuts at 180° is joined again."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    found: dict[str, list[Polygon]] = {}
    for one in topology["objects"]["countries"]["geometries"]:
        code = numbers.get(one.get("id", "")) or NAMED.get(one["properties"]["name"], "")
        for polygon in _polygons(one, arcs):
            if polygon.bounds[3] > SOUTHERNMOST:
                found.setdefault(_moved(code, polygon), []).append(polygon)
    return {code: shapely.unary_union(polygons) for code, polygons in found.items()}


def _arcs(topology: Any) -> list[list[tuple[float, float]]]:
    """Return the arcs of a TopoJSON file in degrees. Source: the TopoJSON format specification, 2.1.3 and 2.1.4."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def _polygons(geometry: Any, arcs: list[list[tuple[float, float]]]) -> Iterator[Polygon]:
    several = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for rings in several:
        outer, *holes = [_unwrapped(_ring(ring, arcs)) for ring in rings]
        middle = sum(x for x, _ in outer) / len(outer)
        by = beside_cut(middle) - middle
        placed = [[(round(x + by, 4), round(y, 4)) for x, y in ring] for ring in (outer, *holes)]
        yield Polygon(placed[0], placed[1:]).buffer(0)


def _ring(places: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for place in places:
        arc = arcs[place] if place >= 0 else arcs[~place][::-1]
        points += arc[1:] if points else arc
    return points


def _unwrapped(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return a ring without leaps round the world: past 180° it goes on counting."""
    found, turn = [ring[0]], 0.0
    for (before, _), (x, y) in itertools.pairwise(ring):
        turn += 360.0 if x - before < -180 else -360.0 if x - before > 180 else 0.0
        found.append((x + turn, y))
    return found


def _moved(code: str, polygon: Polygon) -> str:
    for place, there, here in MOVED:
        if code == there and polygon.contains(shapely.Point(place)):
            return here
    return code


def simplified(lands: Mapping[str, shapely.Geometry]) -> dict[str, list[Polygon]]:
    """Return the polygons worth drawing, in points of the map; neighbours keep the same border."""
    flat = [shapely.transform(land, _on_paper) for land in lands.values()]
    found = shapely.coverage_simplify(flat, LEAST_BEND**0.5)
    kept = {}
    for code, land in zip(lands, found, strict=True):
        parts = sorted((p for p in _parts(land) if p.area >= LEAST_ISLAND), key=lambda p: -p.area)
        kept[code] = parts if sum(part.area for part in parts) >= LEAST_COUNTRY or not code else []
    return kept


def _on_paper(degrees: Any) -> Any:
    scale = POINTS / WIDTH
    return np.array([[c * scale for c in project(*place)] for place in degrees])


def _parts(land: shapely.Geometry) -> list[Polygon]:
    return list(land.geoms) if isinstance(land, MultiPolygon) else [land]


def _lines(lands: Mapping[str, shapely.Geometry], drawn: Mapping[str, list[Polygon]]) -> Iterator[str]:
    """Yield a line for each country of the program, then one for the land that belongs to none."""
    back = _back(lands)
    for code in (*_codes(), ""):
        point = ELSEWHERE.get(code) or (_middle(lands[code]) if code else (0.0, 0.0))
        outlines = "|".join(_outline(ring, back) for polygon in drawn.get(code, ()) for ring in _rings(polygon))
        yield "\t".join((code, *(str(round(10 * c)) for c in point), outlines))


def _codes() -> list[str]:
    lines = [line for line in COUNTRIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t")[0] for line in lines[1:]]


def _middle(land: shapely.Geometry) -> tuple[float, float]:
    """Return a point well inside the largest part of a country, in degrees."""
    largest = max(_parts(land), key=lambda part: part.area)
    inside = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
    return inside.x, inside.y


def _back(lands: Mapping[str, shapely.Geometry]) -> dict[tuple[float, float], tuple[float, float]]:
    """Return the degrees of each point on paper: the simplified outlines keep points of the whole ones."""
    places = [tuple(xy) for land in lands.values() for xy in shapely.get_coordinates(land).tolist()]
    return {tuple(xy): place for xy, place in zip(_on_paper(places).tolist(), places, strict=True)}


def _rings(polygon: Polygon) -> Iterator[Any]:
    """Yield the outline, then the holes the other way round: the non-zero rule then leaves them out."""
    turned = shapely.orient_polygons(polygon)
    yield turned.exterior
    yield from turned.interiors


def _outline(ring: Any, back: Mapping[tuple[float, float], tuple[float, float]]) -> str:
    points = [tuple(round(10 * c) for c in back[tuple(xy)]) for xy in shapely.get_coordinates(ring).tolist()[:-1]]
    return " ".join(f"{x},{y}" for x, y in dict.fromkeys(points))


if __name__ == "__main__":
    main()
