"""The sheets of the demonstration: resources/demo/<kind>.csv, one line a row of the dossier.

Columns: `key` (names the row inside its sheet), `campaign` (both, or the one campaign in which the line holds), then
fields of the record; a free text has one column a language (`label.fr`, `label.en`). A row that changes from one
campaign to the next has two lines with the same key.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import read
from diagnostic.territory.countries import Countries

BOTH = "both"
_OWN_COLUMNS = frozenset({"key", "campaign"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet, in one language: what is written under each field, not read yet."""

    key: str
    campaign: str
    cells: Mapping[str, str]

    def holds_in(self, year: int) -> bool:
        """Return whether the line says something of that year's campaign."""
        return self.campaign in (BOTH, str(year))


def sheet(kind: str, lang: str) -> tuple[Line, ...]:
    """Return the lines of a kind's sheet with the free texts of one language."""
    text = (files("resources") / "demo" / f"{kind}.csv").read_text("utf-8")
    return tuple(_line(raw, lang) for raw in csv.DictReader(text.splitlines(), strict=True))


def row_of(kind: str, line: Line, countries: Countries, links: Mapping[str, int]) -> Row:
    """Return a line as a row; `links` gives the ids of the rows that a LINK names by their key.

    A cell that cannot be read is our own mistake: Unreadable, or KeyError for a column or a link that is not known.
    """
    specs = specs_of(RECORDS[kind])
    values = {name: _value(specs[name], cell, countries, links) for name, cell in line.cells.items()}
    return RECORDS[kind](**values)


def _line(raw: Mapping[str, str], lang: str) -> Line:
    return Line(key=raw["key"], campaign=raw["campaign"], cells=dict(_cells(raw, lang)))


def _cells(raw: Mapping[str, str], lang: str) -> Iterator[tuple[str, str]]:
    for column, cell in raw.items():
        name, _, language = column.partition(".")
        if column not in _OWN_COLUMNS and language in ("", lang):
            yield name, cell


def _value(spec: FieldSpec, cell: str, countries: Countries, links: Mapping[str, int]) -> Any:
    if spec.kind is FieldType.LINK and cell:
        cell = str(links[cell])
    return read(spec, cell, countries)
