"""Filled workbooks that come back together: what they agree on as one reading, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty, show
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.imports.grouping import Group, RowKey, put
from diagnostic.imports.reading import Candidate, Reading, Said, Setting
from diagnostic.imports.repeats import told_apart
from diagnostic.imports.row_data import plainly, said
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

DOSSIER = "dossier"
"""Who speaks where no file does."""
NOBODY = "nobody"
"""The choice to leave a cell as it is in the dossier, whatever the files say of it."""
ConflictKey = tuple[object, ...]
_ANSWERED = ("state", "number", "choice")
"""The fields of an answer that say one thing together: one word decides of them all."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one says of a cell: a file's name or DOSSIER, the value, or the words that could not be read."""

    who: str
    value: Any
    unread: str = ""


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


def conflict_lines(conflicts: Iterable[Conflict], texts: Texts, countries: Countries) -> list[str]:
    """Return a sentence for each conflict: the row, the field, who says what."""
    lines = []
    for each in conflicts:
        spec = specs_of(RECORDS[each.kind])[each.field]
        words = [
            texts(
                "import.conflict.saying",
                value=saying.unread or show(spec, saying.value, texts, countries),
                who=texts("import.conflict.dossier") if saying.who == DOSSIER else saying.who,
            )
            for saying in each.says
        ]
        country = countries.get(each.title) if each.kind == "diaspora" else None
        title = country.name(texts.lang) if country else each.title
        label = texts(f"field.{each.kind}.{each.field}")
        kind = texts(f"kind.{each.kind}.name")
        lines.append(texts("import.conflict.line", kind=kind, title=title, field=label, says=", ".join(words)))
    return lines


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
            key = (*group.key, _ANSWERED[0] if _together(row, name) else name)
            wanted = choices.get(key, prefer)
            if wanted == NOBODY:
                row = _with(row, name, _untouched(group, name))
                continue
            found = next((saying for saying in _words(group, name) if saying.who == wanted), None)
            if found is None and key not in open_:
                open_.add(key)
                title = title_of(group.before or row)
                conflicts.append(Conflict(key=key, kind=row.kind, title=title, field=name, says=says))
            chosen = found or chosen
        if chosen.who != DOSSIER:
            brought.add(name)
            row = _with(row, name, chosen)
    number = group.before.id if group.before is not None else -place
    return replace(first, row=replace(row, id=number), brought=frozenset(brought), base=group.before)


def _state_first(name: str) -> tuple[bool, str]:
    return (name != _ANSWERED[0], name)


def _together(row: Row, name: str) -> bool:
    return row.kind == "answer" and name in _ANSWERED


def _told(candidate: Candidate, group: Group) -> frozenset[str]:
    """Return the fields a file speaks of: all that it says of a row that the dossier has no more."""
    if group.before is None and candidate.base is not None:
        return frozenset(specs_of(type(candidate.row)))
    answered = candidate.brought.intersection(_ANSWERED) if candidate.row.kind == "answer" else frozenset()
    if answered and not candidate.row.unread.keys() & answered:
        return candidate.brought.union(_ANSWERED)
    return candidate.brought


def _sayings(group: Group, name: str) -> tuple[Saying, ...]:
    """Return what is said of a field, each thing once, by the first that says it; the dossier's word comes last.

    What could not be read contradicts nothing that could.
    """
    found: dict[object, Saying] = {}
    words = list(_words(group, name))
    legible = [saying for saying in words if not saying.unread] or words
    for saying in legible:
        found.setdefault(saying.unread or plainly(saying.value), saying)
    return tuple(found.values())


def _words(group: Group, name: str) -> Iterator[Saying]:
    """Yield what each file says of a field, then what the dossier does."""
    speaks = False
    for who, candidate in group.said:
        if name in _told(candidate, group):
            row = candidate.row
            speaks = speaks or _changed_since(group.before, candidate.base, name)
            yield Saying(who, getattr(row, name), row.unread.get(name, ""))
    if speaks and group.before is not None:
        yield Saying(DOSSIER, getattr(group.before, name), group.before.unread.get(name, ""))


def _changed_since(before: Row | None, base: Row | None, name: str) -> bool:
    """Return whether the dossier holds something else in a field than what the file was given."""
    if before is None:
        return False
    given = base if base is not None else type(before)()
    names = _ANSWERED if _together(before, name) else (name,)
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
