"""What an import would do to the dossier, row by row, and the one operation that does it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.held import SINGLE, Held
from diagnostic.imports.identity import Key, key_of
from diagnostic.imports.pointers import Pointers, points, released
from diagnostic.imports.reading import Candidate, Reading
from diagnostic.territory.folding import fold

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
    """A row of the file beside the dossier's. `fields` are those that would change; `before` None for an addition.

    `chosen` False: it is proposed only.
    """

    fate: Fate
    candidate: Candidate
    after: Row
    before: Row | None = None
    fields: tuple[str, ...] = ()
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Preview:
    """All that an import would do; nothing is done yet."""

    reading: Reading
    lines: tuple[Line, ...]

    def of(self, fate: Fate) -> tuple[Line, ...]:
        """Return the lines of one fate."""
        return tuple(line for line in self.lines if line.fate is fate)


def preview(reading: Reading, snapshot: Snapshot) -> Preview:
    """Return what the rows of a file would add to a campaign, change in it, or find there already.

    Rows that others may point at come first.
    """
    held = Held(snapshot, reading.candidates)
    pointers = Pointers(snapshot)
    lines: list[Line] = []
    for candidate in sorted(_once(reading.candidates), key=lambda each: points(each.row)):
        line = _line(pointers.settled(candidate), held)
        if line.fate is Fate.ADDED and candidate.only_held:
            continue
        line = replace(line, chosen=candidate.chosen and not _twice(candidate, snapshot))
        pointers.learn(candidate.row, line.after)
        lines.append(line)
    return Preview(reading, tuple(lines))


def operation(found: Preview, left_out: Collection[int] = ()) -> Operation | None:
    """Return the import as one operation, without the lines at the places `left_out`; None if nothing changes."""
    wanted = [line for place, line in enumerate(found.lines) if place not in left_out and line.fate is not Fate.SAME]
    if not wanted:
        return None
    absent = {(found.lines[place].after.kind, found.lines[place].after.id) for place in left_out}
    absent -= {(line.before.kind, line.before.id) for line in found.lines if line.before}
    return Operation(
        name="import",
        kind=wanted[0].after.kind,
        changes=tuple(Change(before=line.before, after=released(line.after, absent)) for line in wanted),
        subject=found.reading.file,
    )


def not_chosen(found: Preview) -> frozenset[int]:
    """Return the places of the lines that are proposed only, and not taken unless they are asked for."""
    return frozenset(place for place, line in enumerate(found.lines) if not line.chosen)


def _twice(candidate: Candidate, snapshot: Snapshot) -> bool:
    """Return whether a total would count again the people of the rows by country that are there."""
    return candidate.total and any(getattr(row, "country", "") for row in snapshot.rows(candidate.row.kind))


def _once(candidates: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Yield each thing once: a file that holds it twice says the same of it, or its first line is kept."""
    seen: set[Key] = set()
    for candidate in candidates:
        row = candidate.row
        key = (row.kind, "id", row.id) if row.id and row.kind not in SINGLE else key_of(row)
        if key not in seen:
            seen.add(key)
            yield candidate


def _line(candidate: Candidate, held: Held) -> Line:
    before = held.claim(candidate)
    if before is None:
        return Line(fate=Fate.ADDED, candidate=candidate, after=held.numbered(candidate.row))
    row = candidate.row
    brought = {name: getattr(row, name) for name in candidate.brought}
    facts = tuple(
        name
        for name, value in ((name, brought[name]) for name in specs_of(type(row)) if name in brought)
        if (candidate.whole or name not in EVIDENCE)
        and _differs(before, row, name, value)
        and not (name in candidate.respelt and fold(getattr(before, name)) == fold(str(value)))
    )
    if not facts:
        return Line(fate=Fate.SAME, candidate=candidate, after=before, before=before)
    kept = {name: typed for name, typed in before.unread.items() if name not in brought}
    said = {name: typed for name, typed in row.unread.items() if name in brought}
    after = replace(before, unread={**kept, **said}, **brought)
    return Line(fate=Fate.CHANGED, candidate=candidate, after=after, before=before, fields=facts)


def _differs(before: Row, row: Row, name: str, value: object) -> bool:
    return getattr(before, name) != value or (name in row.unread and row.unread[name] != before.unread.get(name))
