"""The order of the sections, and those left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diagnostic.brief.content import Kind, Section
from diagnostic.dossier.dressing import BriefLayout


def in_order(sections: Sequence[Section], layouts: Iterable[BriefLayout], kind: Kind) -> tuple[Section, ...]:
    """Return the sections as the users placed them; annexes stay last.

    A section that they did not place follows the one that it follows in the program's order.
    """
    places = {row.section: row.place for row in layouts if row.document == kind.value and row.place is not None}
    placed = sorted((each for each in sections if each.id in places), key=lambda each: places[each.id])
    order = list(placed)
    for number, section in enumerate(sections):
        if section.id not in places:
            before = sections[number - 1] if number else None
            order.insert(order.index(before) + 1 if before is not None else 0, section)
    return tuple(sorted(order, key=lambda each: each.annex))


def hidden(layouts: Iterable[BriefLayout], kind: Kind) -> frozenset[str]:
    """Return the ids of the sections left out of a document."""
    return frozenset(row.section for row in layouts if row.document == kind.value and row.hidden)
