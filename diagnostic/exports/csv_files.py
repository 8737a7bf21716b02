"""Tables as CSV files that a spreadsheet opens right, and in which nothing can run as a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping
from decimal import Decimal

from diagnostic.exports.cells import Cell
from diagnostic.exports.tables import Table

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""What a cell is not to begin with: the first ones would run, the last is how that is prevented."""
_DAY = (2020, 1, 1, 0, 0, 0)  # the same content gives the same archive


def csv_of(table: Table, lang: str) -> bytes:
    """Return a table as CSV: UTF-8 with its mark, semicolons and decimal commas in French, as spreadsheets there do."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if lang == "fr" else ",", lineterminator="\r\n")
    writer.writerow(guarded(cell) for cell in table.header)
    writer.writerows([_written(cell, lang) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def files_of(tables: Iterable[Table], lang: str) -> Mapping[str, bytes]:
    """Return the CSV files of tables by name."""
    return {f"{table.id}.csv": csv_of(table, lang) for table in tables}


def zip_of(tables: Iterable[Table], lang: str) -> bytes:
    """Return the CSV files of tables in one archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_of(tables, lang).items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs; `imports.mapping.plain` takes the quote off again."""
    return f"'{text}" if text.startswith(RISKY) else text


def _written(cell: Cell, lang: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    plain = f"{Decimal(repr(cell)):f}".removesuffix(".0")
    return plain.replace(".", ",") if lang == "fr" else plain
