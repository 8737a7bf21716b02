"""Tables as one XLSX workbook, for reading and computing."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

from openpyxl import Workbook
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from diagnostic.exports.cells import Cell
from diagnostic.exports.sheet_style import TITLE, filled, heading, new_book, on_paper, put
from diagnostic.exports.tables import Table

_WIDEST, _NARROWEST = 48, 10


def xlsx_of(title: str, about: Iterable[tuple[str, Cell]], tables: Iterable[Table], day: str) -> bytes:
    """Return a workbook: a first sheet that says what it is about, then one a table. `day` (ISO) dates it."""
    book = new_book()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError(first)
    first.title = title[:31]
    put(first, 1, 1, title).font = TITLE
    for row, (label, value) in enumerate(about, 3):
        put(first, row, 1, label)
        put(first, row, 2, value)
    first.column_dimensions["A"].width, first.column_dimensions["B"].width = 30, 60
    for table in tables:
        _sheet(book.create_sheet(table.title[:31]), table)
    return saved(book, day)


def saved(book: Workbook, day: str) -> bytes:
    """Return a workbook's bytes, dated by a day and not by the clock."""
    book.properties.creator = "Rose des vents"
    book.properties.created = book.properties.modified = datetime.fromisoformat(day[:10])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _sheet(sheet: Worksheet, table: Table) -> None:
    for column, name in enumerate(table.header, 1):
        heading(sheet, 1, column, name)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _width(name, [row[column - 1] for row in table.rows])
    for place, row in enumerate(table.rows, 2):
        for column, value in enumerate(row, 1):
            filled(sheet, place, column, value)
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "B2"
    if table.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.header))}{len(table.rows) + 1}"
    on_paper(sheet, "1:1")


def _width(name: str, values: list[Cell]) -> float:
    longest = max([len(str(value)) for value in values[:500] if value is not None], default=0)
    return float(max(_NARROWEST, min(_WIDEST, max(longest, min(len(name), 22)) + 2)))
