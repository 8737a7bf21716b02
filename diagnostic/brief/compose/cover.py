"""The cover: whose diagnostic, when, and whether the territory exists."""

from __future__ import annotations

from diagnostic.assessment.results import Interval
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.versions import cover_words, stand_in_words
from diagnostic.brief.compose.wording import short
from diagnostic.brief.content import Cover, Kind
from diagnostic.charts.rose import rose

TITLE = 90


def cover(desk: Desk, kind: Kind) -> Cover:
    """Return the cover; the summary's stands at the head of its first page."""
    texts, place = desk.texts, desk.snapshot.territory
    fictional = texts("brief.cover.fictional") if place.fictional else ""
    return Cover(
        kicker=texts("brief.cover.kicker"),
        title=short(desk.territory, TITLE),
        subtitle=texts(f"brief.kind.{kind.value}.subtitle", year=desk.snapshot.campaign.year),
        lines=tuple(line for line in (_kind(desk), _day(desk), cover_words(desk), completeness(desk)) if line),
        notice=" ".join(filter(None, (fictional, stand_in_words(desk)))),
        drawing=rose(desk.assessment, desk.framework, texts, compact=True),
        attribution=texts("brief.attribution.short"),
        page=kind is not Kind.SUMMARY,
    )


def header(desk: Desk) -> str:
    """Return the line that runs on every page."""
    name = short(desk.territory, 60)
    if desk.snapshot.territory.fictional:
        name = desk.texts("brief.header.fictional", name=name)
    return desk.texts("brief.header.line", name=name, year=desk.snapshot.campaign.year)


def _kind(desk: Desk) -> str:
    place = desk.snapshot.territory
    parts = [desk.texts.label(place.type) if place.type else "", short(place.departement_name or place.region_name, 60)]
    if place.population is not None:
        parts.append(desk.texts.plural("brief.count.inhabitants", place.population))
    return " · ".join(part for part in parts if part)


def _day(desk: Desk) -> str:
    day = desk.snapshot.campaign.day
    return desk.texts("brief.cover.day", day=desk.texts.date(day)) if day else ""


def completeness(desk: Desk) -> str:
    """Return how much of each axis's weight is known."""
    if desk.nothing_applies:
        return desk.texts("applying.nothing")
    one, other = (_known(desk.assessment.node(axis.id).interval, desk) for axis in desk.framework.axes()[:2])
    return desk.texts("brief.completeness", territory=one, institution=other)


def _known(interval: Interval, desk: Desk) -> str:
    return desk.texts.percent(interval.known * 100) if interval.applicable else desk.texts("brief.word.not_applicable")
