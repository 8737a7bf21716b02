"""Any table through a layout of its columns: what cannot be read stays in its row, with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import Unreadable, empty, read
from diagnostic.errors import WorldError
from diagnostic.imports.delimited import Record
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout
from diagnostic.imports.reading import Candidate, Reading, Said, Setting, Unmatched
from diagnostic.imports.seen import Seen, other_sheets
from diagnostic.imports.sheet_errors import is_error
from diagnostic.imports.source import Source
from diagnostic.imports.tables import records_in
from diagnostic.imports.totals import is_part, is_total
from diagnostic.imports.words import Words, load_words
from diagnostic.territory.folding import fold
from diagnostic.watching import Watch, unwatched

FORMAT = "columns"
"""The format's id in a Reading (text `import.format.columns`)."""
_DAY = re.compile(r"([0-9]{4})-[0-9]{2}-[0-9]{2}(?: [0-9:]+)?")
_GUARDED = re.compile(r"'(?=[=+\-@\t\r\n'])")

_AND = re.compile(r"\s+(?:et|and|&)\s+|\s+[/+]\s+")
_OPEN = frozenset({"congo"})
"""Names that two countries answer to: which of them is asked of the user."""

_TELLING = {"association": ("rna",), "budget_line": ("amount",)}
"""Fields that by themselves say what a row is, where the one that it needs is empty."""


def read_mapped(source: Source, layout: Layout, case: Case, watch: Watch = unwatched) -> Reading:
    """Return the rows of a file read through a layout. WorldError: import_no_column, or those of its records."""
    if not layout.columns:
        raise WorldError("import_no_column", file=source.name)
    words = load_words()
    seen = Seen(layout, words.of(case.lang))
    found = records_in(source, watch, separator=layout.separator, sheet=layout.sheet)
    reading = Mapper(layout, case, words).reading(source.name, seen.through(found))
    return replace(reading, notes=(*seen.notes(), *other_sheets(source, layout), *reading.notes))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: its value, or the words that could not be read and why (`cli.unread.<key>`)."""

    value: Any
    unread: str = ""
    why: Unreadable | None = None


class Mapper:
    """Reads records through a layout into candidates for a case."""

    def __init__(self, layout: Layout, case: Case, words: Words) -> None:
        self._layout = layout
        self._case = case
        self._words = words
        self._specs = specs_of(RECORDS[layout.kind])
        self._unmatched: dict[str, list[int]] = {}
        self._notes: dict[str, list[int]] = {}
        self._lacking: dict[str, list[int]] = {}

    def reading(self, file: str, found: Iterable[Record]) -> Reading:
        """Return what the records bring; totals, and those that say nothing of what a row needs, are set aside."""
        setting = Setting()
        candidates: list[Candidate] = []
        for line, cells in islice(found, self._layout.first, None):
            typed = {name: cells[place] for place, name in self._layout.columns.items() if place < len(cells)}
            typed = {name: text for name, text in typed.items() if text.strip()}
            why = self._why_aside(typed, cells)
            if why:
                setting.aside(line, why, " ; ".join(cell for cell in cells if cell.strip()))
            else:
                candidates.append(self._candidate(line, typed))
                for name in self._needed() - {*typed, *self._layout.fixed}:
                    self._lacking.setdefault(name, []).append(line)
        return Reading(
            format=FORMAT,
            file=file,
            candidates=tuple(candidates),
            skipped=setting.skipped(),
            unmatched=tuple(Unmatched(name, tuple(lines)) for name, lines in self._unmatched.items()),
            notes=tuple(self._said()),
        )

    def cell(self, spec: FieldSpec, text: str, line: int = 0, known: str = "") -> Cell:
        """Return what a cell says in a field. `known` is what stood unread there already: it is not told again."""
        text = plain(text)
        if spec.kind is FieldType.LINK:  # another file's numbers are not the dossier's: `pointers` goes by name
            return Cell(None, text, Unreadable("link", text=text))
        try:
            if is_error(text):
                raise Unreadable("sheet_error", text=text)
            return Cell(read(spec, self._typed(spec, text), self._case.countries))
        except Unreadable as fault:
            if known and known == text:
                return Cell(empty(spec), text, fault)
            if fault.key == "country":
                name = str(fault.params["text"])
                self._unmatched.setdefault(name, []).append(line)
            else:
                self._notes.setdefault(spec.name, []).append(line)
            return Cell(empty(spec), text, fault)

    def _why_aside(self, typed: Mapping[str, str], cells: Sequence[str]) -> str:
        """Return why a record makes no row (`import.skip.<key>`); "" where it makes one."""
        if not typed:
            return "nothing_mapped"
        if is_total(self._layout.kind, typed, cells):
            return "own_total"
        if is_part(self._layout.kind, typed, cells):
            return "own_part"
        needed, said = self._needed(), {name for name, text in typed.items() if not is_error(plain(text))}
        telling = {*needed, *_TELLING.get(self._layout.kind, ())}
        return "" if telling & said or (said and not needed & set(self._layout.columns.values())) else "no_essential"

    def _needed(self) -> set[str]:
        return {name for name, spec in self._specs.items() if spec.needed}

    def _candidate(self, line: int, typed: Mapping[str, str]) -> Candidate:
        said = {**{name: text for name, text in self._layout.fixed.items() if text.strip()}, **typed}
        return candidate_of(
            RECORDS[self._layout.kind], {n: self.cell(self._specs[n], t, line) for n, t in said.items()}, line
        )

    def _typed(self, spec: FieldSpec, text: str) -> str:
        """Return a cell as `values.read` takes it: terms by code, countries by code, a day without its hour."""
        day = _DAY.fullmatch(text.strip())
        if not day and spec.kind is FieldType.DAY:
            return self._words.day(text)
        if day and spec.kind in (FieldType.DAY, FieldType.YEAR):
            return text.strip()[:10] if spec.kind is FieldType.DAY else day[1]
        if spec.kind is FieldType.COUNTRY:
            return self._country(text)
        if spec.kind is FieldType.COUNTRIES:
            return self._countries(text)
        return self._words.coded(spec, text)

    def _country(self, text: str) -> str:
        if not text.strip() or self._case.ignored(text) or self._words.all_countries(text):
            return ""
        country = self._case.country(text)
        if country and not (fold(text) in _OPEN and fold(text) not in self._case.names):
            return country.code
        raise Unreadable("country", text=text.strip())

    def _countries(self, text: str) -> str:
        if self._case.country(text) or not text.strip():
            return self._country(text)
        parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
        parts = parts if len(parts) > 1 else text.split(",")
        parts = [name for part in parts for name in self._joined(part.strip())]
        return "; ".join(self._country(part.strip()) for part in parts if part.strip())

    def _joined(self, text: str) -> list[str]:
        """Return the names of countries that one word joins ("Mali et Niger"); the text alone where it is one name."""
        names = [name for name in _AND.split(text) if name]
        known = [country.code for name in names if (country := self._case.country(name))]
        several = len(names) > 1 and len(set(known)) == len(names)
        return names if several and not self._case.country(text) and not self._case.ignored(text) else [text]

    def _said(self) -> Iterator[Said]:
        texts = self._words.of(self._case.lang)
        for key, places in (("note.unread_cells", self._notes), ("note.incomplete", self._lacking)):
            for name, lines in places.items():
                label = texts(f"field.{self._layout.kind}.{name}")
                yield Said(key, MappingProxyType({"field": label, "count": len(lines), "line": lines[0]}))


def candidate_of(record: type[Row], cells: Mapping[str, Cell], line: int) -> Candidate:
    """Return the row that cells make, by field; each cell is what the file speaks of."""
    values = {name: cell.value for name, cell in cells.items()}
    unread = {name: cell.unread for name, cell in cells.items() if cell.why}
    return Candidate(row=record(unread=MappingProxyType(unread), **values), brought=frozenset(cells), line=line)


def plain(text: str) -> str:
    """Return a cell without the quote that our own exports put before what would run as a formula."""
    return _GUARDED.sub("", text, count=1) if text.startswith("'") else text
