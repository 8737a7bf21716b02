"""Filled workbooks that come back together: what they agree on as one reading, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.records import Answer
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.imports.answered import PARTS
from diagnostic.imports.grouping import Group, RowKey, put
from diagnostic.imports.reading import Candidate, Reading, Said, Setting
from diagnostic.imports.repeats import told_apart
from diagnostic.imports.row_data import plainly, said

DOSSIER = "dossier"
"""Who speaks where no file does."""
NOBODY = "nobody"
"""The choice to leave a cell as it is in the dossier, whatever the files say of it."""
ConflictKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What one says of a cell: a file's name or DOSSIER, the value, or the words that could not be read.

    `answer` is the whole answer of which the value is a part, None for any other row.
    """

    who: str
    value: Any
    unread: str = ""
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A cell of which several say different things; `key` names it among all others."""

    key: ConflictKey
    kind: str
    title: str
    field: str
    says: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """One reading of all the files, and what it could not settle. With conflicts left, it is not to be applied."""

    reading: Reading
    conflicts: tuple[Conflict, ...]


def gather(
    readings: Sequence[Reading],
    snapshot: Snapshot,
    prefer: str = "",
    choices: Mapping[ConflictKey, str] = MappingProxyType({}),
) -> Gathered:
    """Return several filled workbooks as one reading, and the cells on which they, or the dossier, disagree.

    A file speaks of the cells that it changed; the dossier of those that were changed in it since the file was made,
    and of all that it holds where the file was given nothing. `prefer` (a file's name or DOSSIER) has the last word
    where it has one; `choices` says who has it, by conflict.
    """
    readings = [told_apart(reading) for reading in readings]
    groups: dict[RowKey, Group] = {}
    setting = Setting()
    for reading in readings:
        put(reading, snapshot, groups, setting)
    conflicts: list[Conflict] = []
    merged = [_merged(group, place, prefer, choices, conflicts) for place, group in enumerate(groups.values(), 1)]
    whole = Reading(
        format=readings[0].format,
        file=", ".join(reading.file for reading in readings),
        candidates=tuple(merged),
        skipped=(*(each for reading in readings for each in reading.skipped), *setting.skipped()),
        unmatched=tuple(each for reading in readings for each in reading.unmatched),
        notes=_once(note for reading in readings for note in reading.notes),
    )
    return Gathered(whole, tuple(conflicts))


def _merged(
    group: Group, place: int, prefer: str, choices: Mapping[ConflictKey, str], conflicts: list[Conflict]
) -> Candidate:
    """Return one candidate for all that is said of a row, and add what is not settled to the conflicts."""
    first = group.said[0][1]
    row = first.row
    brought: set[str] = set()
    open_: set[ConflictKey] = set()
    for name in sorted({name for _, each in group.said for name in _told(each, group)}, key=_state_first):
        says = _sayings(group, name)
        chosen = says[0]
        if len(says) > 1:
            key = (*group.key, PARTS[0] if _together(row, name) else name)
            wanted = choices.get(key, prefer)
            if wanted == NOBODY:
                row = _with(row, name, _untouched(group, name))
                continue
            found = next((saying for saying in _words(group, name) if saying.who == wanted), None)
            if found is None and key not in open_:
                open_.add(key)
                title = title_of(group.before or row)
                field = _differing(row, name, says)
                conflicts.append(Conflict(key=key, kind=row.kind, title=title, field=field, says=says))
            chosen = found or chosen
        if chosen.who != DOSSIER:
            brought.add(name)
            row = _with(row, name, chosen)
    number = group.before.id if group.before is not None else -place
    return replace(first, row=replace(row, id=number), brought=frozenset(brought), base=group.before)


def _differing(row: Row, name: str, says: Sequence[Saying]) -> str:
    """Return the field on which they differ: of an answer, the first part of it."""
    answers = [saying.answer for saying in says if saying.answer is not None]
    parts = PARTS if _together(row, name) and len(answers) > 1 else ()
    return next((part for part in parts if len({getattr(each, part) for each in answers}) > 1), name)


def _state_first(name: str) -> tuple[bool, str]:
    return (name != PARTS[0], name)


def _together(row: Row, name: str) -> bool:
    return row.kind == "answer" and name in PARTS


def _told(candidate: Candidate, group: Group) -> frozenset[str]:
    """Return the fields a file speaks of: all that it says of a row that the dossier has no more."""
    if group.before is None and candidate.base is not None:
        return frozenset(specs_of(type(candidate.row)))
    answered = candidate.brought.intersection(PARTS) if candidate.row.kind == "answer" else frozenset()
    if answered and not candidate.row.unread.keys() & answered:
        return candidate.brought.union(PARTS)
    return candidate.brought


def _sayings(group: Group, name: str) -> tuple[Saying, ...]:
    """Return what is said of a field, each thing once, by the first that says it; the dossier's word comes last.

    What could not be read contradicts nothing that could.
    """
    found: dict[object, Saying] = {}
    words = list(_words(group, name))
    legible = [saying for saying in words if not saying.unread] or words
    for saying in legible:
        heard = saying.unread or _heard(saying)
        if heard not in found or (_shouted(found[heard].value) and not _shouted(saying.value)):
            found[heard] = saying
    return tuple(found.values())


def _heard(saying: Saying) -> object:
    """Return what is compared of what one says: an answer whole, a text whatever its capitals."""
    if saying.answer is not None:
        return tuple(plainly(getattr(saying.answer, part)) for part in PARTS)
    value = plainly(saying.value)
    return value.casefold() if isinstance(value, str) and not isinstance(value, StrEnum) else value


def _shouted(value: object) -> bool:
    return isinstance(value, str) and value.isupper()


def _words(group: Group, name: str) -> Iterator[Saying]:
    """Yield what each file says of a field, then what the dossier does."""
    speaks = False
    for who, candidate in group.said:
        if name in _told(candidate, group):
            row = candidate.row
            speaks = speaks or _changed_since(group.before, candidate.base, name)
            yield _saying(who, row, name)
    if speaks and group.before is not None:
        yield _saying(DOSSIER, group.before, name)


def _saying(who: str, row: Row, name: str) -> Saying:
    whole = row if isinstance(row, Answer) and name in PARTS else None
    return Saying(who, getattr(row, name), row.unread.get(name, ""), whole)


def _changed_since(before: Row | None, base: Row | None, name: str) -> bool:
    """Return whether the dossier holds something else in a field than what the file was given."""
    if before is None:
        return False
    given = base if base is not None else type(before)()
    names = PARTS if _together(before, name) else (name,)
    return any(_voiced(before, each) != _voiced(given, each) for each in names)


def _voiced(row: Row, name: str) -> object:
    value = said(row, name)
    return None if value in ("", (), AnswerState.UNANSWERED) else value


def _untouched(group: Group, name: str) -> Saying:
    """Return what the dossier holds in a field: nothing, where the row is new."""
    before = group.before
    if before is None:
        return Saying(NOBODY, empty(specs_of(type(group.said[0][1].row))[name]))
    return Saying(NOBODY, getattr(before, name), before.unread.get(name, ""))


def _with(row: Row, name: str, saying: Saying) -> Row:
    unread = {field: text for field, text in row.unread.items() if field != name}
    if saying.unread:
        unread[name] = saying.unread
    value: dict[str, Any] = {name: saying.value}
    return replace(row, unread=MappingProxyType(unread), **value)


def _once(notes: Iterable[Said]) -> tuple[Said, ...]:
    """Return the notes, each once: two workbooks have the same ones."""
    found: list[Said] = []
    for each in notes:
        if each not in found:
            found.append(each)
    return tuple(found)
