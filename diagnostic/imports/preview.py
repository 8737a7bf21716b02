"""What an import would do to the dossier, row by row, and the one operation that does it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty
from diagnostic.imports.counted import Counted
from diagnostic.imports.editions import Editions
from diagnostic.imports.held import Held
from diagnostic.imports.identity import FILLED_LATER
from diagnostic.imports.outdated import leaving
from diagnostic.imports.pointers import Pointers, points, released
from diagnostic.imports.reading import EVIDENCE, Candidate, Reading, Said, Setting, Skipped
from diagnostic.imports.remainder import Remainders
from diagnostic.imports.renamed import maybe_renamed
from diagnostic.imports.repeats import told_apart
from diagnostic.territory.folding import fold


class Fate(StrEnum):
    """What becomes of a row of the file."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    """the dossier says so already"""
    REMOVED = "removed"
    """the dossier's, out of date: the file's source names it no more"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the file beside the dossier's. `fields` are those that would change; `before` None for an addition.
    Of a removal, `after` is the row that goes.

    `chosen` False: it is proposed only. `doubt`: why it is left alone unless asked for: the dossier seems to count it
    already, or holds newer figures. `unread`: cells that could not be read and leave the dossier's value as it is.
    """

    fate: Fate
    candidate: Candidate
    after: Row
    before: Row | None = None
    fields: tuple[str, ...] = ()
    chosen: bool = True
    doubt: Said | None = None
    unread: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[Said, ...]:
        """Return what to say of it: why it is left alone unless asked for, and what a guess rests on."""
        return tuple(said for said in (self.doubt, self.candidate.why) if said is not None)


@dataclass(frozen=True, slots=True)
class Preview:
    """All that an import would do; nothing is done yet. `reading`: the file's, its own repeats told."""

    reading: Reading
    lines: tuple[Line, ...]
    needless: tuple[Skipped, ...] = ()
    """totals of which the dossier's rows leave nothing to be brought in"""

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Return all that is left aside and why: lines of the file, and cells that would spoil a good value."""
        setting = Setting()
        for line in self.lines:
            for name in line.unread:
                row = line.candidate.row
                setting.aside(line.candidate.line, "unread_kept", row.unread[name], cell=f"{row.kind}.{name}")
        return (*self.reading.skipped, *self.needless, *setting.skipped())

    def of(self, fate: Fate) -> tuple[Line, ...]:
        """Return the lines of one fate."""
        return tuple(line for line in self.lines if line.fate is fate)


def preview(reading: Reading, snapshot: Snapshot) -> Preview:
    """Return what the rows of a file would add to a campaign, change in it, or find there already.

    Rows that others may point at come first.
    """
    reading = told_apart(reading)
    held, editions = Held(snapshot, reading.candidates), Editions(reading, snapshot)
    pointers, counted = Pointers(snapshot), Counted(snapshot)
    remainders = Remainders(snapshot)
    lines: list[Line] = []
    for place, whole in sorted(enumerate(reading.candidates), key=lambda each: points(each[1].row)):
        candidate, rest = remainders.of(whole)
        if candidate is None:
            continue
        line = _line(pointers.settled(candidate), held, place)
        if line.fate is Fate.ADDED and candidate.only_held:
            continue
        new = line.fate is Fate.ADDED and not candidate.row.id
        doubt = counted.doubt(line.after) or maybe_renamed(line.after, held.alone) if new else None
        if doubt is None and candidate.chosen and line.fate is not Fate.SAME:
            doubt = editions.doubt(candidate, line.before, line.fields)
        doubt = doubt or rest
        chosen = candidate.chosen and doubt is None and not _twice(candidate, snapshot)
        line = replace(line, chosen=chosen, doubt=doubt)
        pointers.learn(candidate.row, line.after)
        lines.append(line)
    return Preview(reading, (*lines, *_removals(reading, snapshot, lines)), remainders.skipped())


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
        changes=tuple(_change(line, absent) for line in wanted),
        subject=found.reading.file,
    )


def _change(line: Line, absent: Collection[tuple[str, int]]) -> Change:
    gone = line.fate is Fate.REMOVED
    return Change(before=line.before, after=None if gone else released(line.after, absent))


def _removals(reading: Reading, snapshot: Snapshot, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the removal of rows that are out of date; no row points at one of a kind that files give whole."""
    named = {(line.before.kind, line.before.id) for line in lines if line.before}
    for each in leaving(reading, snapshot, named):
        candidate = Candidate(row=each.row, brought=frozenset(), why=each.why, chosen=each.sure)
        yield Line(
            fate=Fate.REMOVED,
            candidate=candidate,
            after=each.row,
            before=each.row,
            chosen=each.sure,
            doubt=each.doubt,
        )


def not_chosen(found: Preview) -> frozenset[int]:
    """Return the places of the lines that are proposed only, and not taken unless they are asked for."""
    return frozenset(place for place, line in enumerate(found.lines) if not line.chosen)


def _twice(candidate: Candidate, snapshot: Snapshot) -> bool:
    """Return whether a total would count again the people of the rows by country that are there."""
    return candidate.total and any(getattr(row, "country", "") for row in snapshot.rows(candidate.row.kind))


def _line(candidate: Candidate, held: Held, place: int) -> Line:
    before = held.at(place)
    if before is None:
        return Line(fate=Fate.ADDED, candidate=candidate, after=held.numbered(candidate.row))
    row = candidate.row
    unread = tuple(
        each for each in specs_of(type(row)) if each in candidate.brought and _spoils(candidate, each, before)
    )
    brought = {
        name: getattr(row, name)
        for name in candidate.brought
        if name not in unread and not _empties(candidate, name, before)
    }
    if candidate.remark and candidate.remark not in before.comment:
        brought["comment"] = "\n".join(said for said in (before.comment, candidate.remark) if said)
    facts = tuple(
        name
        for name, value in ((name, brought[name]) for name in specs_of(type(row)) if name in brought)
        if (candidate.whole or name not in EVIDENCE)
        and _differs(before, row, name, value)
        and not (name in candidate.respelt and fold(getattr(before, name)) == fold(str(value)))
    )
    if not facts:
        return Line(fate=Fate.SAME, candidate=candidate, after=before, before=before, unread=unread)
    kept = {name: typed for name, typed in before.unread.items() if name not in brought}
    said = {name: typed for name, typed in row.unread.items() if name in brought}
    after = replace(before, unread={**kept, **said}, **brought)
    return Line(fate=Fate.CHANGED, candidate=candidate, after=after, before=before, fields=facts, unread=unread)


def _spoils(candidate: Candidate, name: str, before: Row) -> bool:
    """Return whether a cell that could not be read would take the place of a value that could."""
    row = candidate.row
    unread = (
        name in row.unread and row.unread[name] != before.unread.get(name) and getattr(row, name) == _empty(row, name)
    )
    return unread and getattr(before, name) != _empty(before, name)


def _empties(candidate: Candidate, name: str, before: Row) -> bool:
    """Return whether a blank would take out what the user filled in afterwards to tell the row from others."""
    row = candidate.row
    filled = name in FILLED_LATER.get(row.kind, ()) and getattr(before, name) != _empty(before, name)
    return filled and not candidate.whole and name not in row.unread and getattr(row, name) == _empty(row, name)


def _empty(row: Row, name: str) -> object:
    return empty(specs_of(type(row))[name])


def _differs(before: Row, row: Row, name: str, value: object) -> bool:
    return getattr(before, name) != value or (name in row.unread and row.unread[name] != before.unread.get(name))
