"""What a spreadsheet's cell holds for a field of a row: a number as such, the rest as words that can be read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty, typed
from diagnostic.imports.layout import in_order
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

Cell = str | int | float | None
NUMBERS = frozenset({FieldType.COUNT, FieldType.AMOUNT, FieldType.FIGURE, FieldType.YEAR})


@dataclass(frozen=True, slots=True)
class Teller:
    """Says the fields of a campaign's rows in one language. `names` are those of rows that others point at."""

    texts: Texts
    countries: Countries
    names: Mapping[tuple[str, int], str]

    def cell(self, spec: FieldSpec, row: Row) -> Cell:
        """Return the content of a cell: None for nothing, what was typed where it could not be read."""
        if spec.name in row.unread:
            return row.unread[spec.name]
        value = getattr(row, spec.name)
        if value == empty(spec):
            return None
        if spec.kind in NUMBERS:
            return value if isinstance(value, int | float) else None
        if spec.kind is FieldType.LINK:
            return self.names.get((spec.link, value), str(value))
        if spec.kind is FieldType.CHOICE:
            return self.texts.label(value)
        if spec.kind is FieldType.CHOICES:
            return "; ".join(self.texts.label(term) for term in value)
        return typed(spec, value, self.texts, self.countries)


def teller_of(snapshot: Snapshot, texts: Texts, countries: Countries) -> Teller:
    """Return who says the rows of a campaign. Two rows of one name are told apart by their numbers."""
    names: dict[tuple[str, int], str] = {}
    for kind in sorted({spec.link for record in RECORDS.values() for spec in specs_of(record).values() if spec.link}):
        rows = snapshot.rows(kind)
        titles = [title_of(row) for row in rows]
        for row, title in zip(rows, titles, strict=True):
            names[kind, row.id] = title if titles.count(title) == 1 and title else f"{title} #{row.id}".strip()
    return Teller(texts, countries, names)


def shown_specs(kind: str, *, contacts: bool) -> Iterator[FieldSpec]:
    """Yield the fields of a kind, a person's own left out unless asked for."""
    for spec in in_order(kind):
        if contacts or not spec.personal:
            yield spec
