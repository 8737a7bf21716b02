"""What an import would do to the dossier, row by row, and the one operation that does it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.identity import Key, key_of
from diagnostic.imports.reading import Candidate, Reading

EVIDENCE = frozenset({"source", "source_date", "confidence"})
"""They follow the figure that they vouch for, and never change alone."""


class Fate(StrEnum):
    """What becomes of a row of the file."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    """the dossier says so already"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the file beside the dossier's. `fields` are those that would change; `before` None for an addition."""

    fate: Fate
    candidate: Candidate
    after: Row
    before: Row | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """All that an import would do; nothing is done yet."""

    reading: Reading
    lines: tuple[Line, ...]

    def of(self, fate: Fate) -> tuple[Line, ...]:
        """Return the lines of one fate."""
        return tuple(line for line in self.lines if line.fate is fate)


def preview(reading: Reading, snapshot: Snapshot) -> Preview:
    """Return what the rows of a file would add to a campaign, change in it, or find there already."""
    kinds = {candidate.row.kind for candidate in reading.candidates}
    held: dict[Key, Row] = {}
    for row in (row for kind in kinds for row in snapshot.rows(kind)):
        held.setdefault(key_of(row), row)
    return Preview(reading, tuple(_line(candidate, held) for candidate in _once(reading.candidates)))


def operation(found: Preview, left_out: Collection[int] = ()) -> Operation | None:
    """Return the import as one operation, without the lines at the places `left_out`; None if nothing changes."""
    wanted = [line for place, line in enumerate(found.lines) if place not in left_out and line.fate is not Fate.SAME]
    if not wanted:
        return None
    return Operation(
        name="import",
        kind=wanted[0].after.kind,
        changes=tuple(Change(before=line.before, after=line.after) for line in wanted),
        subject=found.reading.file,
    )


def not_chosen(found: Preview) -> frozenset[int]:
    """Return the places of the lines that are proposed only, and not taken unless they are asked for."""
    return frozenset(place for place, line in enumerate(found.lines) if not line.candidate.chosen)


def _once(candidates: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Yield each thing once: a file that holds it twice says the same of it, or its first line is kept."""
    seen: set[Key] = set()
    for candidate in candidates:
        key = key_of(candidate.row)
        if key not in seen:
            seen.add(key)
            yield candidate


def _line(candidate: Candidate, held: dict[Key, Row]) -> Line:
    before = held.get(key_of(candidate.row))
    if before is None:
        return Line(fate=Fate.ADDED, candidate=candidate, after=candidate.row)
    brought = {name: getattr(candidate.row, name) for name in candidate.brought}
    facts = tuple(name for name, value in brought.items() if name not in EVIDENCE and getattr(before, name) != value)
    if not facts:
        return Line(fate=Fate.SAME, candidate=candidate, after=before, before=before)
    unread = {name: typed for name, typed in before.unread.items() if name not in brought}
    after = replace(before, unread=unread, **brought)
    return Line(fate=Fate.CHANGED, candidate=candidate, after=after, before=before, fields=facts)
