"""Where each country is: a point that stands for it and its outlines, coarse enough for a map of the world."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources import files
from typing import TypeAlias

Place: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees; a longitude may go past 180, so that no outline is cut."""
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the map; `code` is "" for land that no country of the list has.

    `rings` are outlines, holes turned the other way round; () for one too small to be drawn but as a dot.
    """

    code: str
    point: Place
    rings: tuple[tuple[Place, ...], ...] = field(repr=False)


def load_outlines() -> tuple[Outline, ...]:
    """Read the resource, in about ten milliseconds. Source and licence: resources/map/SOURCES.md."""
    text = (files("resources") / "map" / "world.tsv").read_text("utf-8")
    _, *lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(_outline(*line.split("\t")) for line in lines)


def _outline(code: str, x: str, y: str, outlines: str) -> Outline:
    rings = tuple(tuple(map(_place, ring.split())) for ring in outlines.split("|")) if outlines else ()
    return Outline(code, (int(x) / TENTHS, int(y) / TENTHS), rings)


def _place(pair: str) -> Place:
    x, _, y = pair.partition(",")
    return int(x) / TENTHS, int(y) / TENTHS
