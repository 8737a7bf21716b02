"""Text pasted from a spreadsheet as rows of a kind: titles or not, columns in any order."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import replace
from types import MappingProxyType

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.errors import WorldError
from diagnostic.imports.delimited import Record, separator_of
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout, guess, in_order, matches
from diagnostic.imports.mapping import Mapper
from diagnostic.imports.persons import person_titles
from diagnostic.imports.reading import Reading, Said
from diagnostic.imports.recognise import titles_in
from diagnostic.imports.titles import lists_people
from diagnostic.imports.words import Words
from diagnostic.territory.folding import fold

FORMAT = "pasted"
"""The format's id in a Reading (text `import.format.pasted`)."""


def pasted_records(text: str) -> list[Record]:
    """Return the rows of a pasted text in which anything stands; a cell in quotes may run over several lines.

    WorldError import_pasted: a cell of more than 131,072 characters.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    separator = "\t" if "\t" in text else separator_of(text) if "\n" in text or ";" in text else "\t"
    lines = io.StringIO(text, newline="")
    if text.count('"') % 2:  # an inch mark is no quote
        reader = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines, delimiter=separator)
    found: list[Record] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as fault:
        raise WorldError("import_pasted", row=line, most=csv.field_size_limit()) from fault
    return found


def pasted_layout(records: Sequence[Record], kind: str, words: Words, columns: Sequence[str] = ()) -> Layout:
    """Return how pasted rows are read: by their titles where at least half of the first row names fields.

    Without titles they go in the order of `columns` (fields; "" is skipped), or in the fields' own.
    """
    first = [cell for cell in (records[0][1] if records else ()) if cell.strip()]
    found = guess([cells for _, cells in records[:1]], words, kind)
    if found and found.header and 2 * len(found.columns) >= len(first):
        return found
    order = columns or [spec.name for spec in in_order(kind)]
    known = specs_of(RECORDS[kind])
    places = {place: name for place, name in enumerate(order) if name in known}
    return Layout(kind=kind, columns=places, header=False)


def read_pasted(
    text: str, kind: str, case: Case, words: Words, columns: Sequence[str] = (), measured: Collection[str] = ()
) -> Reading:
    """Return the rows that a pasted text brings to a table: for a preview, then one operation, as a file's.

    The columns that go nowhere are named in a note, those titled as in `measured` (no field's) passed over.
    WorldError import_pasted, pasted_persons (the titles are those of a list of people).
    """
    records = pasted_records(text)
    _check_people(records, kind, words)
    layout = pasted_layout(records, kind, words, columns)
    reading = Mapper(layout, case, words).reading("", records)
    left = _left(records, layout, {fold(title) for title in measured} if layout.header else set(), columns)
    notes = (Said("note.columns_left", MappingProxyType({"names": ", ".join(left)})),) if left else ()
    return replace(reading, format=FORMAT, notes=(*notes, *reading.notes))


def _check_people(records: Sequence[Record], kind: str, words: Words) -> None:
    """Refuse a list of people, as a file of it is: no person's name is brought in."""
    for _, header in records[:1]:
        people = person_titles(header, asked=True)
        named = matches([header], words, kind)[0]
        kinds = (kind, "partnership", "association")
        if people and named.missing() and any(lists_people(header, each, words, asked=True) for each in kinds):
            raise WorldError("pasted_persons", found=titles_in(people))


def _left(records: Sequence[Record], layout: Layout, measured: Collection[str], columns: Sequence[str]) -> list[str]:
    """Return the titles of the columns in which something stands and that no field takes; numbers for want of titles.

    Without titles, a column that the table shows and no field holds (`columns` has "" there) is passed over.
    """
    rows = records[1:] if layout.header else records
    filled = {place for _, cells in rows for place, cell in enumerate(cells) if cell}
    titles = records[0][1] if layout.header and records else []
    shown = () if layout.header else columns
    left: list[str] = []
    for place in sorted(filled - set(layout.columns)):
        title = titles[place] if place < len(titles) else ""
        if not (place < len(shown) and not shown[place]) and not (title and fold(title) in measured):
            left.append(title or str(place + 1))
    return left
