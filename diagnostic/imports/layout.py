"""Which column of a table goes to which field, and how that is guessed from the names of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import FieldSpec, specs_of
from diagnostic.dossier.records import RECORDS, TABLES
from diagnostic.dossier.row import Row
from diagnostic.imports.words import Words
from diagnostic.territory.folding import fold

KINDS = (*TABLES, "action")
"""The kinds of row that a table of one's own can bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is read: `columns` by place (from 0) to field, `fixed` what is typed for all its rows by field.

    `header`: its first record names its columns. `separator` for text, `sheet` for a workbook.
    """

    kind: str
    columns: Mapping[int, str]
    fixed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    header: bool = True
    separator: str = ""
    sheet: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the layout as plain data."""
        return {
            "kind": self.kind,
            "columns": {str(place): name for place, name in self.columns.items()},
            "fixed": dict(self.fixed),
            "header": self.header,
            "separator": self.separator,
            "sheet": self.sheet,
        }


def from_json(data: Any) -> Layout | None:
    """Return a layout kept by `Layout.to_json`; None where it says nothing usable (another edition's, a hand's)."""
    if not isinstance(data, dict) or data.get("kind") not in KINDS:
        return None
    known = specs_of(RECORDS[data["kind"]])
    columns, fixed = data.get("columns"), data.get("fixed", {})
    if not isinstance(columns, dict) or not isinstance(fixed, dict):
        return None
    places = {int(place): name for place, name in columns.items() if str(place).isdecimal() and name in known}
    return Layout(
        kind=data["kind"],
        columns=places,
        fixed={name: str(text) for name, text in fixed.items() if name in known},
        header=data.get("header") is not False,
        separator=str(data.get("separator", "")),
        sheet=str(data.get("sheet", "")),
    )


def in_order(kind: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind as a person lists them: its own, then what every row has (source, comment…)."""
    specs = specs_of(RECORDS[kind])
    shared = specs_of(Row)
    return (*(spec for name, spec in specs.items() if name not in shared), *(specs[name] for name in shared))


def signature(records: Sequence[Sequence[str]]) -> str:
    """Return what two tables of the same columns share: the names in their first record, folded."""
    names = [fold(cell) for cell in records[0]] if records else []
    while names and not names[-1]:
        names.pop()
    return "|".join(names)


def guess(
    records: Sequence[Sequence[str]], words: Words, kind: str = "", *, separator: str = "", sheet: str = ""
) -> Layout | None:
    """Return the likeliest layout of a table from its first records; None where no column can be named.

    Of the kinds that its names answer to, the one with most of them, needed ones twice. Without a header the fields go
    in their declared order, for a given kind only.
    """
    if not records:
        return None
    named = {each: _named(records[0], words.fields(each)) for each in ((kind,) if kind else KINDS)}
    best = max(named, key=lambda each: (_weight(each, named[each]), -KINDS.index(each)))
    if named[best] and (kind or _weight(best, named[best]) >= 3):
        return Layout(kind=best, columns=named[best], separator=separator, sheet=sheet)
    if not kind or not any(records):
        return None
    width = max(len(record) for record in records)
    order = [spec.name for spec in in_order(kind)]
    return Layout(
        kind=kind, columns=dict(enumerate(order[:width])), header=False, separator=separator, sheet=sheet
    )  # fmt: skip


def _named(header: Sequence[str], fields: Mapping[str, str]) -> dict[int, str]:
    """Return the fields by place; a field is given to the first column of its name."""
    found: dict[int, str] = {}
    for place, cell in enumerate(header):
        name = fields.get(fold(cell))
        if name and name not in found.values():
            found[place] = name
    return found


def _weight(kind: str, found: Mapping[int, str]) -> int:
    specs = specs_of(RECORDS[kind])
    return sum(2 if specs[name].needed else 1 for name in found.values())
