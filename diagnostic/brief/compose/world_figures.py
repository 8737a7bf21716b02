"""The figures of the world: the map of the links, and communities against institutional links by reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.country_words import phrases
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.reach import links, reach_of
from diagnostic.brief.content import Figure
from diagnostic.charts.drawing import Drawing
from diagnostic.charts.link_matrix import Column, Group, Mark, Presence, Row, link_matrix, presence_of
from diagnostic.charts.world_map import LinkedCountry, MapWords, world_map
from diagnostic.framework.model import Reading
from diagnostic.territory.articles import Case

ALL_NAMED = 3
"""Up to so many countries, the map's title names them all."""
STRONG = 3
"""From so many kinds of links, a country is of the darkest shade."""
IN_WORDS = 12
A_READING = 4
"""How many countries stand under each reading."""
INSTITUTIONAL = ("partnerships", "money")
"""The links that the collectivité makes itself; the others are the territory's."""


def most_linked(rows: Iterable[CountryRow]) -> list[CountryRow]:
    """Return the countries with a link or a partnership: most kinds of links first, then most people."""
    linked = [row for row in rows if links(row) or row.partnerships]
    return sorted(linked, key=lambda row: (-links(row) - bool(row.partnerships), -(row.people or 0), row.country))


def map_figure(desk: Desk, data: str) -> Figure | None:
    """Return the map under the words that say where the links go; None without a link."""
    rows, texts = most_linked(desk.assessment.matrix), desk.texts
    if not rows:
        return None
    return Figure(
        drawing=map_drawing(desk),
        title=_map_title(rows, desk),
        legend=texts("figure.map.legend"),
        source=texts("figure.map.source"),
        data=data,
    )


def map_drawing(desk: Desk) -> Drawing:
    """Return the map of the links: the same on the screen and on paper."""
    texts, rows = desk.texts, most_linked(desk.assessment.matrix)
    words = MapWords(
        heading=texts("figure.map.heading"),
        shades=(texts("figure.map.kinds.1"), texts("figure.map.kinds.2"), texts("figure.map.kinds.3")),
        partnered=texts("figure.map.partnered"),
        home=texts("figure.map.home"),
    )
    linked = [
        LinkedCountry(
            code=row.country, name=desk.country(row.country), kinds=links(row), partnered=bool(row.partnerships)
        )
        for row in rows
    ]
    return world_map(linked, desk.countries.outlines, _home(desk), words, _map_words(rows, desk))


def map_names(desk: Desk) -> dict[str, str]:
    """Return what each country's key stands for, in words."""
    return {f"country:{row.country}": _country_words(row, desk) for row in most_linked(desk.assessment.matrix)}


def _country_words(row: CountryRow, desk: Desk) -> str:
    kinds = desk.texts.plural("figure.map.country", links(row), name=desk.country(row.country))
    return f"{kinds}, {desk.texts('figure.map.with_partnership')}" if row.partnerships else kinds


def _home(desk: Desk) -> list[str]:
    found = ((one.code, desk.countries.get(one.code)) for one in desk.countries.outlines)
    return [code for code, country in found if country is not None and country.home]


def _map_title(rows: Sequence[CountryRow], desk: Desk) -> str:
    """Return how many countries the territory is linked to, and those that have a partnership alone."""
    texts = desk.texts
    linked = [row.country for row in rows if links(row)]
    only = [row.country for row in rows if not links(row)]
    few = len(only) <= ALL_NAMED
    if not linked:
        return _named("figure.map.only_few", only, desk) if few else texts.plural("figure.map.only", len(only))
    title = _linked_title(linked, [row.country for row in rows if links(row) >= STRONG], desk)
    if not only:
        return title
    beyond = _named("figure.map.beyond_few", only, desk) if few else texts.plural("figure.map.beyond", len(only))
    return f"{title}{beyond}"


def _linked_title(linked: Sequence[str], strong: Sequence[str], desk: Desk) -> str:
    texts = desk.texts
    if len(linked) <= ALL_NAMED:
        return _named("figure.map.title_few", linked, desk)
    first = texts.plural("figure.map.title", len(linked))
    if not strong:
        return f"{first}, {texts('figure.map.none_strong')}"
    if len(strong) <= ALL_NAMED:
        return f"{first}, {texts('figure.map.strong_named', names=phrases(strong, Case.THE, desk))}"
    return f"{first}, {texts.plural('figure.map.strong', len(strong))}"


def _named(key: str, codes: Sequence[str], desk: Desk) -> str:
    return desk.texts.plural(key, len(codes), names=phrases(codes, Case.THE, desk))


def _map_words(rows: Sequence[CountryRow], desk: Desk) -> str:
    """Return the map in words: the countries by how many kinds of links, and those with a partnership."""
    texts = desk.texts
    shades = [
        ("3", [row for row in rows if links(row) >= STRONG]),
        ("2", [row for row in rows if links(row) == 2]),
        ("1", [row for row in rows if links(row) == 1]),
        ("partnered", [row for row in rows if row.partnerships]),
    ]
    parts = [texts(f"figure.map.said.{what}", names=_some(those, desk)) for what, those in shades if those]
    return " ".join([texts.plural("figure.map.alt", sum(1 for row in rows if links(row))), *parts])


def _some(rows: Sequence[CountryRow], desk: Desk) -> str:
    names = [desk.country(row.country) for row in rows[:IN_WORDS]]
    if len(rows) > IN_WORDS:
        return f"{', '.join(names)} {desk.texts.plural('brief.world.others', len(rows) - IN_WORDS)}"
    return desk.texts.listing(names)


def matrix_figure(desk: Desk, tables: dict[str, str], data: str) -> Figure | None:
    """Return communities against institutional links; None where no country carries a reading.

    `tables` gives the table of each link, in the order of the columns.
    """
    texts = desk.texts
    groups = _groups(desk, tables)
    if not groups:
        return None
    columns = [Column(texts(f"results.matrix.{link}"), link in INSTITUTIONAL) for link in tables]
    sides = texts("figure.matrix.territory"), texts("figure.matrix.institution")
    title = _matrix_title(desk)
    drawing = link_matrix(columns, groups, sides, _matrix_words(columns, groups, title, desk))
    return Figure(drawing=drawing, title=title, legend=texts("figure.matrix.legend"), data=data)


def _matrix_title(desk: Desk) -> str:
    """Return how many countries the inhabitants are linked to, and how many of them a partnership follows."""
    reach, texts = reach_of(desk), desk.texts
    if not desk.applies("partnership") or not (reach.partnered or reach.linked):
        return texts("figure.matrix.bare_title")
    first = texts.plural("figure.matrix.linked", reach.linked)
    return f"{first}{texts('figure.matrix.and')}{texts.plural('figure.matrix.partnered', reach.partnered)}"


def _groups(desk: Desk, tables: dict[str, str]) -> list[Group]:
    found = ((reading, desk.assessment.carrying(reading.id)) for reading in desk.framework.readings)
    return [_group(reading, rows, desk, tables) for reading, rows in found if rows]


def _group(reading: Reading, rows: Sequence[CountryRow], desk: Desk, tables: dict[str, str]) -> Group:
    shown = [
        Row(row.country, desk.country(row.country), tuple(_mark(row, link, desk, tables) for link in tables))
        for row in rows[:A_READING]
    ]
    title = desk.texts.plural("figure.matrix.reading", len(rows), reading=reading.title[desk.lang])
    if len(rows) > A_READING:
        title += desk.texts("figure.matrix.first", shown=str(A_READING))
    return Group(title, tuple(shown))


def _mark(row: CountryRow, link: str, desk: Desk, tables: dict[str, str]) -> Mark:
    value: float | None = getattr(row, link)
    presence = presence_of(value, desk.applies(tables[link]))
    if presence is not Presence.PRESENT:
        return Mark(presence)
    return Mark(presence, desk.texts.money(value) if link == "money" else desk.texts.number(value))


def _matrix_words(columns: Sequence[Column], groups: Sequence[Group], title: str, desk: Desk) -> str:
    texts = desk.texts
    said = {
        Presence.NONE: texts("results.matrix.none"),
        Presence.UNKNOWN: texts("results.matrix.unknown"),
        Presence.NOT_APPLICABLE: texts("brief.word.not_applicable"),
    }
    parts = []
    for group in groups:
        rows = [
            texts(
                "figure.matrix.row",
                name=row.name,
                marks=", ".join(
                    texts("figure.matrix.mark", link=column.title, value=mark.figure or said[mark.presence])
                    for column, mark in zip(columns, row.marks, strict=True)
                ),
            )
            for row in group.rows
        ]
        parts.append(texts("figure.matrix.group", title=group.title, rows=texts("figure.separator").join(rows)))
    return f"{title}. {' '.join(parts)}"
