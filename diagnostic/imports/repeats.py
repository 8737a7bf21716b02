"""Lines of one file that are known by the same: a repeat is told, and one that says something else is kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

from diagnostic.dossier.operations import title_of
from diagnostic.imports.identity import SINGLE, Key, is_one, key_of
from diagnostic.imports.reading import Candidate, Reading, Said, Setting

_SHOWN = 12
"""Lines named in a note."""


def told_apart(reading: Reading) -> Reading:
    """Return a reading in which no line of the file takes another's place; the reading itself where none did.

    What repeats another line word for word is set aside, and so is a second line of what there is only one of: both
    with the numbers of the lines. Rows of one name that differ are all kept, and named in a note. Doing it again
    changes nothing.
    """
    setting = Setting()
    seen = _Seen()
    kept = [found for each in reading.candidates if (found := _kept(each, seen, setting)) is not None]
    notes = _notes(reading, [each.line for each in kept if each.twin])
    if len(kept) == len(reading.candidates) and notes == reading.notes:
        return reading
    return replace(reading, candidates=tuple(kept), skipped=(*reading.skipped, *setting.skipped()), notes=notes)


def line_name(candidate: Candidate) -> Key:
    """Return what a line is known by from one reading of its file to the next."""
    row = candidate.row
    return (row.kind, "id", row.id) if row.id else (*key_of(row), "line", candidate.twin)


@dataclass(slots=True)
class _Seen:
    """The lines so far: how many are known by a key, and which words were said under it. A list has thousands."""

    lines: Counter[Key] = field(default_factory=Counter)
    words: set[Key] = field(default_factory=set)


def _kept(candidate: Candidate, seen: _Seen, setting: Setting) -> Candidate | None:
    """Return a candidate as it is kept, None where it is set aside."""
    row = candidate.row
    if row.id > 0 and row.kind not in SINGLE:
        number = (row.kind, "id", row.id)
        if number not in seen.lines:
            seen.lines[number] += 1
            return candidate
        candidate = replace(candidate, row=replace(row, id=0))  # a number that two rows have says nothing
    key, words = key_of(row), _words(candidate)
    repeated = not candidate.apart and words in seen.words
    twin = seen.lines[key]
    if repeated or (twin and is_one(row)):
        setting.aside(candidate.line, "repeated" if repeated else "one_only", title_of(row))
        return None
    seen.lines[key] += 1
    seen.words.add(words)
    return candidate if twin == candidate.twin else replace(candidate, twin=twin)


def _words(candidate: Candidate) -> Key:
    """Return all that a line says, and nothing of its number."""
    row = candidate.row
    said = (getattr(row, each.name) for each in fields(row) if each.name not in ("id", "unread"))
    return (row.kind, candidate.brought, tuple(sorted(row.unread.items())), *said)


def _notes(reading: Reading, lines: Sequence[int]) -> tuple[Said, ...]:
    """Return the notes, with that of the lines that share a name once."""
    if not lines:
        return reading.notes
    shown = ", ".join(str(line) for line in lines[:_SHOWN] if line) + (", …" if len(lines) > _SHOWN else "")
    note = Said("note.same_name", MappingProxyType({"count": len(lines), "lines": shown or "–"}))
    return reading.notes if note in reading.notes else (*reading.notes, note)
