"""The order of the sections, and those left out.

A section's place is its rank, from 1: among the sections before the annexes, or among the annexes, which stay last.
Sections without a place keep the program's order in the ranks that are left. A foreword without one follows the
summary and is not counted, so that writing it moves nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diagnostic.brief.content import Kind, Section
from diagnostic.brief.edits.look import AFTER, FOREWORD
from diagnostic.dossier.dressing import BriefLayout


def in_order(sections: Sequence[Section], layouts: Iterable[BriefLayout], kind: Kind) -> tuple[Section, ...]:
    """Return the sections, given in the program's order, as the users placed them.

    Of two with the same place, the row stored last has it, and the other comes after; beyond the last place is last.
    """
    rows = {row.section: row for row in layouts if row.document == kind.value and row.place is not None}
    groups = ([each for each in sections if each.annex is annex] for annex in (False, True))
    return tuple(section for group in groups for section in _ranked(group, rows))


def places_of(wanted: Sequence[Section], composed: Sequence[str]) -> dict[str, int | None]:
    """Return the fewest places with which `in_order` puts sections in the order wanted (None: needs none).

    `composed` are their ids in the program's order. Those that need no place follow it when it changes.
    """
    places: dict[str, int | None] = {}
    for annex in (False, True):
        ids = [each.id for each in wanted if each.annex is annex]
        if FOREWORD in ids and ids.index(FOREWORD) == _foreword_place([each for each in ids if each != FOREWORD]):
            ids.remove(FOREWORD)
            places[FOREWORD] = None
        still = _longest_run([each for each in ids if each != FOREWORD], composed)
        places |= {each: None if each in still else rank for rank, each in enumerate(ids, 1)}
    return places


def hidden(layouts: Iterable[BriefLayout], kind: Kind) -> frozenset[str]:
    """Return the ids of the sections left out of a document."""
    return frozenset(row.section for row in layouts if row.document == kind.value and row.hidden)


def _ranked(sections: Sequence[Section], rows: Mapping[str, BriefLayout]) -> list[Section]:
    order = [each for each in sections if each.id not in rows and each.id != FOREWORD]
    placed = [(rows[each.id], each) for each in sections if each.id in rows]
    for row, section in sorted(placed, key=lambda pair: (pair[0].place or 0, pair[0].id, pair[1].id)):
        order.insert(max(0, (row.place or 0) - 1), section)
    for section in sections:
        if section.id == FOREWORD and FOREWORD not in rows:
            order.insert(_foreword_place([each.id for each in order]), section)
    return order


def _foreword_place(others: Sequence[str]) -> int:
    """Return how many sections come before a foreword that nobody placed."""
    return others.index(AFTER) + 1 if AFTER in others else 0


def _longest_run(ids: Sequence[str], composed: Sequence[str]) -> tuple[str, ...]:
    """Return as many of the ids as possible that stand in the program's order already."""
    runs: list[tuple[str, ...]] = []
    for each in ids:
        before = [run for run in runs if composed.index(run[-1]) < composed.index(each)]
        runs.append((*max(before, key=len, default=()), each))
    return max(runs, key=len, default=())
