"""The country matrix in words: one cell for each country and link, with its mark, its figure and its unit."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import colon
from diagnostic.brief.compose.world import TABLE_OF
from diagnostic.charts.link_matrix import Presence


@dataclass(frozen=True, slots=True)
class Cell:
    """A link's mark, its figure as text, its words for a screen reader, and what it sorts by."""

    presence: Presence
    text: str
    words: str
    rank: float


LINKS = ("people", "students", "associations", "ties", "partnerships", "money")
"""The columns between the country's name and its reading."""
INSTITUTIONAL = frozenset({"partnerships", "money"})
"""The links that the collectivité makes itself; the others are the territory's."""


def link_cell(row: CountryRow, link: str, desk: Desk) -> Cell:
    """Return the cell of one link: without sense here, unknown, known to be none, or its figure."""
    value = getattr(row, link)
    title = desk.texts(f"results.matrix.{link}")
    if not desk.applies(TABLE_OF[link]):
        return Cell(Presence.NOT_APPLICABLE, "–", colon(title, desk.texts("brief.word.not_applicable"), desk), -2.0)
    if value is None:
        return Cell(Presence.UNKNOWN, "", colon(title, desk.texts("results.matrix.unknown"), desk), -1.0)
    if not value:
        return Cell(Presence.NONE, "0", colon(title, desk.texts("results.matrix.none"), desk), 0.0)
    text = desk.texts.money(value) if link == "money" else desk.texts.number(value)
    words = _partnership_words(row, desk) if link == "partnerships" else text
    return Cell(Presence.PRESENT, text, colon(title, words, desk), float(value))


def _partnership_words(row: CountryRow, desk: Desk) -> str:
    texts = desk.texts
    parts = [texts.number(row.partnerships)]
    parts += [texts.plural("results.matrix.alive", row.alive)] if row.alive else []
    parts += [texts.plural("results.matrix.silent", row.silent)] if row.silent else []
    return ", ".join(parts)


def reading_titles(row: CountryRow, desk: Desk) -> tuple[str, ...]:
    """Return the names of the readings of a country."""
    return tuple(desk.framework.reading(reading.id).title[desk.lang] for reading in row.readings)
