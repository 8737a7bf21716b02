"""The first rows of a file as a layout reads them, and what of them cannot be read. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.values import show
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout
from diagnostic.imports.mapping import Mapper
from diagnostic.imports.words import Words
from diagnostic.texts import Texts


@dataclass(frozen=True, slots=True)
class SampleCell:
    """What a cell shows, and why it could not be read ("" if it was)."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """First rows: the titles of the fields, and their cells."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[SampleCell, ...], ...] = ()

    def faults(self) -> list[str]:
        """Return the reasons why cells could not be read, each once."""
        return list(dict.fromkeys(cell.why for row in self.rows for cell in row if cell.why))


def sample(records: Sequence[Sequence[str]], layout: Layout, case: Case, words: Words, texts: Texts) -> Sample:
    """Return the first rows of a file as they would be read; `records` begin with its titles where it has any."""
    mapper = Mapper(layout, case, words)
    specs = specs_of(RECORDS[layout.kind])
    places = sorted(layout.columns)
    header = tuple(texts(f"field.{layout.kind}.{layout.columns[place]}") for place in places)
    rows: list[tuple[SampleCell, ...]] = []
    for line, record in enumerate(records[layout.header :], 1 + layout.header):
        cells: list[SampleCell] = []
        for place in places:
            typed, spec = record[place] if place < len(record) else "", specs[layout.columns[place]]
            cell = mapper.cell(spec, typed, line)
            if cell.why is None or not typed.strip():
                cells.append(SampleCell(show(spec, cell.value, texts, case.countries) if typed.strip() else ""))
            else:
                key = f"unread.{cell.why.key}"
                said = texts(key, **cell.why.params) if texts.has(key) else texts("importing.mapping.by_name")
                cells.append(SampleCell(cell.unread, said))
        rows.append(tuple(cells))
    return Sample(header, tuple(rows) if places else ())
