"""The records of a table, be it a text or a sheet of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import Record, records, separator_of
from diagnostic.imports.source import Source
from diagnostic.watching import Watch, unwatched


def records_in(source: Source, watch: Watch = unwatched, *, separator: str = "", sheet: str = "") -> Iterator[Record]:
    """Return the records of a file: of a sheet (the first, unless one is named), or of a text.

    `separator` cuts a text (the likeliest, unless one is given). WorldError as `records` and `sheets.sheet_records`.
    """
    if source.workbook:
        from diagnostic.imports.sheets import sheet_names, sheet_records  # the workbooks' library is slow to load

        return _filled(sheet_records(source, sheet or next(iter(sheet_names(source)), ""), watch))
    return records(source, separator or separator_of(text_of(source.head())), watch)


def _filled(rows: Iterable[Record]) -> Iterator[Record]:
    """Yield rows as long as the first: a workbook leaves out the empty cells at the end of one."""
    width = 0
    for line, cells in rows:
        width = width or len(cells)
        yield line, cells + [""] * (width - len(cells))
