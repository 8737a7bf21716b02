"""Which format a file is of, from its content."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

from diagnostic.errors import WorldError
from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import separator_of
from diagnostic.imports.format import Format, Look
from diagnostic.imports.layout import KINDS
from diagnostic.imports.source import Source, several_tables

FIRST = 20
"""Records looked at."""


def look_at(source: Source) -> Look:
    """Return what a text file or a workbook shows at first sight. WorldError as `Source.head`."""
    if source.workbook:
        from diagnostic.imports.sheets import first_rows, sheet_names

        names = sheet_names(source)
        rows = first_rows(source, names[0], FIRST) if names else ()
        return Look(name=source.path.name, text="", separator="", records=rows, sheets=names)
    if source.members:
        return Look(name=source.name, text="", separator="", records=(), members=source.members)
    text = text_of(source.head())
    separator = separator_of(text)
    return Look(name=source.name, text=text, separator=separator, records=_first(text, separator))


def recognise(look: Look, formats: Iterable[Format]) -> Format:
    """Return the format of a file.

    WorldError import_unknown when it is of none, import_not_text when no table, import_archive when several.
    """
    for format_ in formats:
        if format_.recognises(look):
            return format_
    if look.members:
        raise several_tables(look.name, look.members)
    if "\x00" in look.text[:4096]:
        raise WorldError("import_not_text", file=look.name, row=1)
    raise unknown(look.name, look.records[0] if look.records else ())


def unknown(file: str, header: Sequence[str]) -> WorldError:
    """Return the fault of a table that is of no format, with the kinds of rows that it may be said to be of."""
    return WorldError("import_unknown", file=file, found=titles_in(header), ids=" | ".join(KINDS))


def titles_in(header: Sequence[str]) -> str:
    """Return the titles of columns as a sentence says them."""
    return ", ".join(" ".join(cell.split()) for cell in header if cell.strip())[:120] or "–"


def named(id_: str, formats: Iterable[Format]) -> Format:
    """Return the format of that id. WorldError import_no_format."""
    known = {format_.id: format_ for format_ in formats}
    if id_ not in known:
        raise WorldError("import_no_format", kind=id_, known=", ".join(sorted(known)))
    return known[id_]


def _first(text: str, separator: str) -> tuple[tuple[str, ...], ...]:
    try:
        rows = [tuple(row) for row in csv.reader(text.splitlines()[: FIRST * 3], delimiter=separator)]
        rows = [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error:
        return ()
    return tuple(rows[:FIRST])
