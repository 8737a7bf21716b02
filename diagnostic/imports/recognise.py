"""Which format a file is of, from its content."""

from __future__ import annotations

import csv
from collections.abc import Iterable

from diagnostic.errors import WorldError
from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import separator_of
from diagnostic.imports.format import Format, Look
from diagnostic.imports.source import Source

FIRST = 20
"""Records looked at."""


def look_at(source: Source) -> Look:
    """Return what a text file or a workbook shows at first sight. WorldError as `Source.head`."""
    if source.workbook:
        from diagnostic.imports.sheets import first_rows, sheet_names

        names = sheet_names(source)
        rows = first_rows(source, names[0], FIRST) if names else ()
        return Look(name=source.path.name, text="", separator="", records=rows, sheets=names)
    text = text_of(source.head())
    separator = separator_of(text)
    return Look(name=source.name, text=text, separator=separator, records=_first(text, separator))


def recognise(look: Look, formats: Iterable[Format]) -> Format:
    """Return the format of a file. WorldError import_unknown when it is of none, import_not_text when no table."""
    for format_ in formats:
        if format_.recognises(look):
            return format_
    if "\x00" in look.text[:4096]:
        raise WorldError("import_not_text", file=look.name, row=1)
    found = ", ".join(cell for cell in (look.records[0] if look.records else ()) if cell)[:120]
    raise WorldError("import_unknown", file=look.name, found=found or "–")


def named(id_: str, formats: Iterable[Format]) -> Format:
    """Return the format of that id. WorldError import_no_format."""
    known = {format_.id: format_ for format_ in formats}
    if id_ not in known:
        raise WorldError("import_no_format", kind=id_, known=", ".join(sorted(known)))
    return known[id_]


def _first(text: str, separator: str) -> tuple[tuple[str, ...], ...]:
    try:
        rows = [tuple(row) for row in csv.reader(text.splitlines()[: FIRST * 3], delimiter=separator) if any(row)]
    except csv.Error:
        return ()
    return tuple(rows[:FIRST])
