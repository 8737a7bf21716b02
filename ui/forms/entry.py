"""What an editor holds: a value, or words that could not be read. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from diagnostic.dossier.fields import FieldSpec
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import Unreadable, empty, read
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field as it is in a row: its value and, if it could not be read, what was typed."""

    value: Any
    unread: str = ""


def entry_of(spec: FieldSpec, typed: str, countries: Countries) -> Entry:
    """Return what was typed as a value, or kept as it is beside an empty one."""
    try:
        return Entry(read(spec, typed, countries))
    except Unreadable:
        return Entry(empty(spec), typed)


def held(row: Row, spec: FieldSpec) -> Entry:
    """Return what a row holds in a field."""
    return Entry(getattr(row, spec.name), row.unread.get(spec.name, ""))


def written(row: R, spec: FieldSpec, entry: Entry) -> R:
    """Return the row with an entry in one of its fields."""
    unread = {name: typed for name, typed in row.unread.items() if name != spec.name}
    if entry.unread:
        unread[spec.name] = entry.unread
    values: dict[str, Any] = {spec.name: entry.value}
    return replace(row, unread=MappingProxyType(unread), **values)


def why_unread(spec: FieldSpec, typed: str, texts: Texts, countries: Countries) -> str:
    """Return the sentence that says why what was typed was not read; "" if it can be."""
    try:
        read(spec, typed, countries)
    except Unreadable as fault:
        return texts(f"unread.{fault.key}", **fault.params)
    return ""
