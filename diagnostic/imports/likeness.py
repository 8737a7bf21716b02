"""How alike a row of a file and a row of the dossier are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import empty
from diagnostic.imports.identity import FILLED_LATER, Key
from diagnostic.imports.reading import EVIDENCE, Candidate
from diagnostic.imports.row_data import said

MANY = 200_000
"""Pairs of one name that are compared: beyond, no blank tells one of them from the others."""


def likeliest(candidates: Sequence[tuple[int, Candidate]], rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """Yield who is whom among candidates (by place) and rows of one name: who differ in fewest facts first."""
    if len(candidates) * len(rows) > MANY:
        yield from ((place, row) for (place, _), row in zip(candidates, rows, strict=False))
        return
    pairs = _compared(candidates, rows)
    found: set[int] = set()
    taken: set[int] = set()
    for _, place, at in sorted(pairs):
        if place not in found and at not in taken:
            found.add(place)
            taken.add(at)
            yield place, rows[at]


def _compared(candidates: Sequence[tuple[int, Candidate]], rows: Sequence[Row]) -> list[tuple[int, int, int]]:
    """Return each pair as how much it differs, the candidate's place and the row's."""
    held: dict[tuple[str, ...], list[Key]] = {}  # what the rows say of the same facts, found once
    pairs: list[tuple[int, int, int]] = []
    for place, each in candidates:
        names = told(each)
        if names not in held:
            held[names] = [content(row, names) for row in rows]
        own = content(each.row, names)
        pairs += [(_differing(own, other), place, at) for at, other in enumerate(held[names])]
    return pairs


def beside(row: Row) -> tuple[str, ...]:
    """Return the fields of a row that are no part of what it is known by."""
    return tuple(name for name in specs_of(type(row)) if name not in FILLED_LATER[row.kind])


def told(candidate: Candidate) -> tuple[str, ...]:
    """Return the facts that a file says of a row."""
    return tuple(name for name in facts(candidate.row) if name in candidate.brought)


def facts(row: Row) -> tuple[str, ...]:
    """Return the fields in which a row says something; what it points at is not settled yet."""
    return tuple(
        name
        for name, spec in specs_of(type(row)).items()
        if name not in EVIDENCE and spec.kind is not FieldType.LINK
        if name in row.unread or getattr(row, name) != empty(spec)
    )


def content(row: Row, names: Sequence[str]) -> Key:
    return tuple(said(row, name) for name in names)


def much_alike(row: Row, other: Row) -> bool:
    """Return whether at least half of what one row says, the other says too."""
    names = [name for name, spec in specs_of(type(other)).items() if getattr(other, name) != empty(spec)]
    shared = [name for name in names if getattr(row, name) == getattr(other, name)]
    return 2 * len(shared) >= max(len(names), 1)


def _differing(one: Key, other: Key) -> int:
    """Return how many facts of a file a row does not hold."""
    return sum(mine != theirs for mine, theirs in zip(one, other, strict=True))
