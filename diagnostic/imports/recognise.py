"""Which format a file is of, from its content."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

from diagnostic.errors import WorldError
from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import separator_of
from diagnostic.imports.format import Format, Look
from diagnostic.imports.layout import KINDS
from diagnostic.imports.not_tables import is_json
from diagnostic.imports.source import Source, several_tables

_TITLES = 120
"""Letters of the titles that are shown."""
FIRST = 20
"""Records looked at."""


def look_at(source: Source) -> Look:
    """Return what a text file or a workbook shows at first sight. WorldError as `Source.head`."""
    if source.workbook:
        from diagnostic.imports.sheets import first_of_each

        firsts = first_of_each(source, FIRST)
        names, rows = tuple(firsts), [*firsts.values(), ()]
        return Look(
            name=source.name, text="", separator="", records=rows[0],
            sheets=names, sheet=next(iter(names), ""), others=tuple(rows[1:-1]),
        )  # fmt: skip
    if source.members:
        return Look(name=source.name, text="", separator="", records=(), members=source.members)
    text = text_of(source.head())
    separator = separator_of(text)
    return Look(name=source.name, text=text, separator=separator, records=_first(text, separator))


def recognise(look: Look, formats: Iterable[Format]) -> Format:
    """Return the format of a file.

    WorldError import_unknown when it is of none, import_not_text when no table, import_json_unknown, import_archive
    when several.
    """
    for format_ in formats:
        if format_.recognises(look):
            return format_
    if look.members:
        raise several_tables(look.name, look.members)
    if "\x00" in look.text[:4096]:
        raise WorldError("import_not_text", file=look.name, row=1)
    if is_json(look.text):
        raise WorldError("import_json_unknown", file=look.name)
    raise unknown(look.name, look.records[0] if look.records else ())


def unknown(file: str, header: Sequence[str]) -> WorldError:
    """Return the fault of a table that is of no format, with the kinds of rows that it may be said to be of."""
    return WorldError("import_unknown", file=file, found=titles_in(header), ids=" | ".join(KINDS))


def titles_in(header: Sequence[str]) -> str:
    """Return the titles of columns as a sentence says them."""
    said = ", ".join(" ".join(cell.split()) for cell in header if cell.strip())
    if len(said) > _TITLES:
        said = said[:_TITLES].rpartition(" ")[0].rstrip(" ,;") or said[:_TITLES]
        said = f"{said}…"
    return said or "–"


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
