"""The files being brought in, what was answered about them, and what they would do together. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from diagnostic.dossier.operations import Operation
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.errors import WorldError
from diagnostic.imports.conflicts import DOSSIER, NOBODY, Conflict, ConflictKey, gather
from diagnostic.imports.formats.own_columns import MATCHABLE
from diagnostic.imports.formats.own_workbook import FORMAT as WORKBOOK
from diagnostic.imports.identity import Key
from diagnostic.imports.layout import Layout
from diagnostic.imports.preview import Fate, Line, Preview, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.imports.repeats import line_name
from diagnostic.territory.folding import fold
from ui.importing.foreseen import foreseen


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file would do to a campaign as it was: true as long as it is that very snapshot."""

    snapshot: Snapshot
    found: Preview


@dataclass(slots=True)
class SourceFile:
    """A file the user brought: what was read of it, or why it could not be. `asked` are the names to ask for."""

    path: Path
    layout: Layout | None = None
    year: int | None = None
    reading: Reading | None = None
    fault: WorldError | None = None
    seen: Seen | None = None
    asked: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def take(self, reading: Reading, layout: Layout | None, seen: Seen | None = None) -> None:
        """Keep what was read, and what it would do where that was found with it."""
        self.reading, self.layout, self.fault, self.seen = reading, layout, None, seen
        self.asked.update({each.name: each.lines for each in reading.unmatched})

    def refuse(self, fault: WorldError) -> None:
        """Keep why it could not be read."""
        self.reading, self.fault, self.seen = None, fault, None


@dataclass(slots=True)
class Unit:
    """What is imported as one operation: a file, or the filled workbooks together."""

    files: tuple[SourceFile, ...]
    seen: Seen | None = None
    conflicts: tuple[Conflict, ...] = ()
    """cells on which files or the dossier disagree, settled or not"""
    open: frozenset[ConflictKey] = frozenset()
    """those that are not settled yet"""
    taken: dict[Key, bool] = field(default_factory=dict)
    """what the user ticked or unticked, by what the rows are known by"""

    @property
    def found(self) -> Preview | None:
        """Return what it would do."""
        return self.seen.found if self.seen else None

    @property
    def fault(self) -> WorldError | None:
        """Return why the file could not be read."""
        return self.files[0].fault

    @property
    def unknown(self) -> bool:
        """Return whether it is a table whose columns nobody told yet."""
        return self.fault is not None and self.fault.key in MATCHABLE

    @property
    def name(self) -> str:
        """Return the names of its files."""
        return ", ".join(file.path.name for file in self.files)

    def takes(self, line: Line) -> bool:
        """Return whether a line would be imported."""
        if line.fate is Fate.SAME:
            return False
        return self.taken.get(line_key(line), line.chosen) if self.taken else line.chosen

    def left_out(self, found: Preview) -> frozenset[int]:
        """Return the places of the lines of a preview that are not ticked."""
        return frozenset(place for place, line in enumerate(found.lines) if not self.takes(line))

    def count(self) -> int:
        """Return how many lines would be imported."""
        return sum(map(self.takes, self.found.lines)) if self.found else 0

    def operation(self, snapshot: Snapshot) -> Operation | None:
        """Return the import into a campaign as it is now; None where nothing would change."""
        if self.seen is None or self.open:
            return None
        now = self.seen.snapshot is snapshot
        found = self.seen.found if now else preview(self.seen.found.reading, snapshot)
        return operation(found, self.left_out(found))


class Session:
    """All that is being brought in at once, in order."""

    def __init__(self) -> None:
        self.files: list[SourceFile] = []
        self.units: list[Unit] = []
        self.answers: dict[str, str] = {}
        """the countries that the user gave to names, in this session: a code, or "" for none"""
        self.choices: dict[ConflictKey, str] = {}
        self._taken: dict[tuple[Path, ...], dict[Key, bool]] = {}

    def add(self, paths: Iterable[Path]) -> list[SourceFile]:
        """Take files in and return those that are new."""
        known = {file.path for file in self.files}
        new = [SourceFile(path) for path in dict.fromkeys(paths) if path not in known]
        self.files += new
        return new

    def answer(self, answers: Mapping[str, str]) -> list[SourceFile]:
        """Take countries for names and return the files that have to be read again."""
        self.answers.update(answers)
        said = set(map(fold, answers))
        return [file for file in self.files if said & set(map(fold, file.asked))]

    def leave_all(self, unit: Unit) -> None:
        """Leave the cells of a unit that nobody settled as they are in the dossier."""
        for conflict in unit.conflicts:
            if conflict.key in unit.open:
                there = any(saying.who == DOSSIER for saying in conflict.says)
                self.choices[conflict.key] = DOSSIER if there else NOBODY

    def settle(self, snapshot: Snapshot) -> None:
        """Find what all the files would do to a campaign, each after those before it."""
        workbooks = tuple(file for file in self.files if file.reading and file.reading.format == WORKBOOK.id)
        self.units = []
        for file in self.files:
            if file in workbooks and file is not workbooks[0]:
                continue
            if self.units and (done := _done_by(self.units[-1])):
                snapshot = foreseen(snapshot, done)
            together = workbooks if file in workbooks else (file,)
            unit = Unit(together, taken=self._taken.setdefault(tuple(each.path for each in together), {}))
            self._fill(unit, snapshot, gathered=file in workbooks)
            self.units.append(unit)

    def settle_after(self, unit: Unit, snapshot: Snapshot) -> None:
        """Find it again when what is ticked in a unit changed: only those after it can differ."""
        if unit is not self.units[-1]:
            self.settle(snapshot)

    def count(self) -> int:
        """Return how many lines would be imported."""
        return sum(unit.count() for unit in self.units)

    @property
    def waiting(self) -> int:
        """Return how many disagreements wait for the user."""
        return sum(len(unit.open) for unit in self.units)

    def _fill(self, unit: Unit, snapshot: Snapshot, *, gathered: bool) -> None:
        readings = [file.reading for file in unit.files if file.reading]
        if not readings:
            return
        reading = readings[0]
        if gathered:
            unit.conflicts = gather(readings, snapshot).conflicts
            settled = gather(readings, snapshot, choices=self.choices)
            unit.open = frozenset(each.key for each in settled.conflicts)
            reading = settled.reading
        seen = unit.files[0].seen
        known = seen is not None and seen.snapshot is snapshot and seen.found.reading is reading
        unit.seen = seen if known else Seen(snapshot, preview(reading, snapshot))


def _done_by(unit: Unit) -> Operation | None:
    """Return the operation of a unit as it is ticked now, settled or not; None where it changes nothing."""
    return operation(unit.found, unit.left_out(unit.found)) if unit.found else None


def line_key(line: Line) -> Key:
    """Return what a line is known by from one reading of its file to the next."""
    return line_name(line.candidate)
