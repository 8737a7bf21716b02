"""Between a row of the database and a frozen record."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row


def to_columns(row: Row) -> dict[str, Any]:
    """Return the values of a record's columns, without its id."""
    values = {name: _stored(getattr(row, name)) for name in specs_of(type(row))}
    return {**values, "unread": dict(row.unread)}


def to_record(kind: str, columns: Mapping[str, Any]) -> Row:
    """Return the record of a stored row.

    A term that this program does not know (another edition's) is shown as typed and not counted: it goes to `unread`.
    """
    record = RECORDS[kind]
    unread = dict(columns["unread"])
    values: dict[str, Any] = {}
    for name, spec in specs_of(record).items():
        values[name], foreign = _read(spec, columns[name])
        if foreign:
            unread[name] = foreign
    return record(id=columns["id"], unread=unread, **values)


def _stored(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _read(spec: FieldSpec, stored: Any) -> tuple[Any, str]:
    if spec.options is None or stored is None or stored == ():
        return stored, ""
    if spec.kind is FieldType.CHOICES:
        terms = [(item, _term(spec.options, item)) for item in stored]
        known = tuple(term for _, term in terms if term is not None)
        return known, ", ".join(item for item, term in terms if term is None)
    term = _term(spec.options, stored)
    return term, "" if term is not None else stored


def _term(options: type[StrEnum], stored: str) -> StrEnum | None:
    try:
        return options(stored)
    except ValueError:
        return None
