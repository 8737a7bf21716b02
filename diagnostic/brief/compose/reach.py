"""How many countries the territory is linked to, and how many of them the collectivité works with."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.vocabulary import TableState

TIES = ("diaspora", "student_group", "association", "economic_tie")
"""The tables of the ties that the inhabitants, not the collectivité, have with a country."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Countries tied by people, students, associations or the economy; of them, those with a partnership."""

    linked: int
    partnered: int
    partnered_elsewhere: int


def links(row: CountryRow) -> int:
    """Return how many of the four kinds of ties a country has, from what is known."""
    return sum(bool(count) for count in (row.people, row.students, row.associations, row.ties))


def reach_of(desk: Desk) -> Reach:
    """Count the countries of the matrix."""
    rows = desk.assessment.matrix
    linked = [row for row in rows if links(row)]
    partnered = [row for row in rows if row.partnerships]
    both = [row for row in linked if row.partnerships]
    return Reach(len(linked), len(both), len(partnered) - len(both))


def reach_words(desk: Desk) -> str:
    """Return the sentence about links and partnerships that the data carries."""
    reach, texts = reach_of(desk), desk.texts
    if not reach.linked and not any(map(desk.applies, TIES)):
        return texts("applying.reach")
    if not reach.linked:
        return (
            texts("brief.reach.none")
            if not reach.partnered_elsewhere
            else texts.plural("brief.reach.partners_only", reach.partnered_elsewhere)
        )
    first = texts.plural("brief.reach.linked", reach.linked)
    beyond = len(desk.assessment.matrix) - reach.linked
    last = texts.plural("brief.reach.beyond", beyond) if beyond else ""
    return f"{first} {_partnered(desk, reach)} {last}".strip()


def _partnered(desk: Desk, reach: Reach) -> str:
    if not desk.applies("partnership"):
        return desk.texts("brief.partners.none", state=desk.empty_words("partnership"))
    closed = desk.snapshot.standing("partnership") is TableState.COMPLETE
    known = desk.snapshot.partnerships or closed
    if not known:
        return desk.texts("brief.reach.partners_unknown")
    if reach.partnered:
        return desk.texts.plural("brief.reach.partnered", reach.partnered)
    return desk.texts("brief.reach.partnered_none")
