"""Which rows of the dossier the rows of a file are, one to one: the surest likeness first, for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import empty
from diagnostic.imports.identity import FILLED_LATER, SINGLE, Key, agree, anchor_of, codes_of, key_of
from diagnostic.imports.reading import EVIDENCE, Candidate
from diagnostic.imports.row_data import said

_MANY = 200_000
"""Pairs of one name that are compared: beyond, no blank tells one of them from the others."""


def matched(candidates: Sequence[Candidate], rows: Iterable[Row]) -> Mapping[int, Row]:
    """Return the row of the dossier that each candidate is, by its place; those that are new have none.

    In turn: the dossier's own number; what a row is known by, that of the same content before the others of its name;
    the same content under a name or a code that is blank on one side; a blank on either side, where no other row could
    be meant; the codes of the accounts.
    """
    found = _Matching(candidates, rows)
    found.by_number()
    found.by_key()
    found.by_content()
    found.by_blanks()
    found.by_codes()
    return found.rows


class _Matching:
    """Candidates and rows that are still alone, pass after pass."""

    def __init__(self, candidates: Sequence[Candidate], rows: Iterable[Row]) -> None:
        self._candidates = candidates
        self._free: dict[tuple[str, int], Row] = {(row.kind, row.id): row for row in rows}
        self._keys = {key_of(row) for row in self._free.values()}
        self.rows: dict[int, Row] = {}

    def by_number(self) -> None:
        """Match the row of the same number, if it is still the same thing: another dossier has the same numbers."""
        for place, candidate in list(self._alone()):
            wanted = candidate.base or candidate.row
            row = self._free.get((wanted.kind, candidate.row.id))
            if row is None or wanted.kind in SINGLE:
                continue
            if key_of(row) == key_of(wanted) or (key_of(wanted) not in self._keys and _much_alike(row, wanted)):
                self._take(place, row)

    def by_key(self) -> None:
        """Match the rows known by the same: as the file was given them, then as it says them."""
        self._by_content(key_of)
        for given in (True, False):
            held = self._grouped(key_of)
            for place, candidate in list(self._alone()):
                wanted = candidate.base if given else candidate.row
                rows = held.get(key_of(wanted)) if wanted else None
                if rows:
                    self._take(place, rows.pop(0))

    def by_content(self) -> None:
        """Match rows that say already all that the file says, in what they are known by too."""
        self._by_content(lambda row: (row.kind,) if row.kind in FILLED_LATER else None)

    def by_blanks(self) -> None:
        """Match the only row and the only candidate that a blank keeps from being the same."""
        held = self._grouped(anchor_of)
        asked: dict[Key, list[int]] = defaultdict(list)
        for place, candidate in list(self._alone()):
            if candidate.row.kind in FILLED_LATER and (anchor := anchor_of(candidate.row)):
                asked[anchor].append(place)
        for anchor, places in asked.items():
            rows = held.get(anchor, [])
            if len(rows) * len(places) <= _MANY:
                self._only_pairs(places, rows)

    def by_codes(self) -> None:
        """Match the one budget line of the same codes, where the file's own label is nowhere: it was rewritten."""
        held = self._grouped(codes_of)
        for place, candidate in list(self._alone()):
            rows = held.get(codes_of(candidate.row) or (), []) if "label" not in candidate.brought else []
            if len(rows) == 1:
                self._take(place, rows.pop())

    def _alone(self) -> Iterator[tuple[int, Candidate]]:
        return ((place, each) for place, each in enumerate(self._candidates) if place not in self.rows)

    def _grouped(self, by: Callable[[Row], Key | None]) -> dict[Key, list[Row]]:
        found: dict[Key, list[Row]] = defaultdict(list)
        for row in self._free.values():
            if (key := by(row)) is not None:
                found[key].append(row)
        return found

    def _take(self, place: int, row: Row) -> None:
        self.rows[place] = self._free.pop((row.kind, row.id))

    def _by_content(self, by: Callable[[Row], Key | None]) -> None:
        """Match the rows of one group that hold the facts of a candidate, whatever they hold besides."""
        groups = self._grouped(by)
        told: dict[tuple[Key, tuple[str, ...]], dict[Key, list[Row]]] = {}
        for place, candidate in list(self._alone()):
            group, names = by(candidate.row), _told(candidate)
            if group is None or group not in groups or len(names) < 2:
                continue
            held = told.get((group, names))
            if held is None:
                held = told[group, names] = defaultdict(list)
                for row in groups[group]:
                    held[_content(row, names)].append(row)
            for row in held.get(_content(candidate.row, names), ()):
                if (row.kind, row.id) in self._free and agree(candidate.row, row):
                    self._take(place, row)
                    break

    def _only_pairs(self, places: Sequence[int], rows: Sequence[Row]) -> None:
        likely = {place: [row for row in rows if agree(self._candidates[place].row, row)] for place in places}
        wanted: dict[int, list[int]] = defaultdict(list)
        for place, found in likely.items():
            for row in found:
                wanted[row.id].append(place)
        for row in rows:
            asking = wanted[row.id]
            if asking and all(len(likely[place]) == 1 for place in asking) and self._interchangeable(asking):
                self._take(asking[0], row)

    def _interchangeable(self, places: Sequence[int]) -> bool:
        """Return whether candidates say the same but for what a blank may stand for: then the first is as good."""
        said_too = {_content(row, _beside(row)) for row in (self._candidates[place].row for place in places)}
        return len(said_too) == 1


def _beside(row: Row) -> tuple[str, ...]:
    """Return the fields of a row that are no part of what it is known by."""
    return tuple(name for name in specs_of(type(row)) if name not in FILLED_LATER[row.kind])


def _told(candidate: Candidate) -> tuple[str, ...]:
    """Return the facts that a file says of a row; what it points at is not settled yet."""
    row = candidate.row
    return tuple(
        name
        for name, spec in specs_of(type(row)).items()
        if name in candidate.brought and name not in EVIDENCE and spec.kind is not FieldType.LINK
        if name in row.unread or getattr(row, name) != empty(spec)
    )


def _content(row: Row, names: Sequence[str]) -> Key:
    return tuple(said(row, name) for name in names)


def _much_alike(row: Row, other: Row) -> bool:
    """Return whether at least half of what one row says, the other says too."""
    names = [name for name, spec in specs_of(type(other)).items() if getattr(other, name) != empty(spec)]
    shared = [name for name in names if getattr(row, name) == getattr(other, name)]
    return 2 * len(shared) >= max(len(names), 1)
