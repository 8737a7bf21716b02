"""Rows of a file that point at other rows: by the file's own numbers, or by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.reading import Candidate
from diagnostic.territory.folding import fold


def points(row: Row) -> bool:
    """Return whether a row's kind can point at others."""
    return bool(_links(row))


def released(row: Row, absent: Collection[tuple[str, int]]) -> Row:
    """Return a row that does not point at the absent ones (kind and id)."""
    gone: dict[str, Any] = {spec.name: None for spec in _links(row) if (spec.link, getattr(row, spec.name)) in absent}
    return replace(row, **gone) if gone else row


class Pointers:
    """What rows of a file can point at: the dossier's rows, and those that the file itself brings."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._numbers: dict[tuple[str, int], int] = {}
        self._names: dict[tuple[str, str], int] = {}
        self._held: dict[str, Mapping[str, list[int]]] = {}
        """the ids of the dossier's rows by kind and folded name, found once: every line of a file may point"""

    def learn(self, said: Row, settled: Row) -> None:
        """Learn under which id a row of the file stands, or will stand, in the dossier."""
        if said.id:
            self._numbers[said.kind, said.id] = settled.id
        if settled.id:
            self._names.setdefault((said.kind, fold(title_of(settled))), settled.id)

    def settled(self, candidate: Candidate) -> Candidate:
        """Return a candidate whose references are the dossier's ids; a name that nothing answers to stays unread."""
        row = candidate.row
        values: dict[str, Any] = {}
        unread = dict(row.unread)
        for spec in _links(row):
            value, name = getattr(row, spec.name), row.unread.get(spec.name, "")
            found = self._by_number(spec.link, value) if value is not None else self._by_name(spec.link, name)
            values[spec.name] = found
            if found is not None:
                unread.pop(spec.name, None)
            elif value is not None:
                unread[spec.name] = str(value)
        return replace(candidate, row=replace(row, unread=unread, **values)) if values else candidate

    def _by_number(self, kind: str, number: int) -> int | None:
        if (kind, number) in self._numbers:
            return self._numbers[kind, number]
        return number if any(number in ids for ids in self._held_of(kind).values()) else None

    def _by_name(self, kind: str, name: str) -> int | None:
        wanted = fold(name)
        if not wanted:
            return None
        held = self._held_of(kind).get(wanted, [])
        return held[0] if len(held) == 1 else self._names.get((kind, wanted)) if not held else None

    def _held_of(self, kind: str) -> Mapping[str, list[int]]:
        if kind not in self._held:
            named: dict[str, list[int]] = {}
            for row in self._snapshot.rows(kind):
                named.setdefault(fold(title_of(row)), []).append(row.id)
            self._held[kind] = named
        return self._held[kind]


def _links(row: Row) -> list[FieldSpec]:
    return [spec for spec in specs_of(type(row)).values() if spec.kind is FieldType.LINK]
