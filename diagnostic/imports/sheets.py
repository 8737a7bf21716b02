"""The sheets of a workbook as numbered records of text, read as they come: numbers and dates said exactly."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import IO
from xml.etree.ElementTree import Element

from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.datetime import from_excel

from diagnostic.errors import WorldError
from diagnostic.imports.empty_rows import WithoutEmptyRows
from diagnostic.imports.source import Source
from diagnostic.imports.workbook_parts import Parts, child, elements, opened, parts_of, sheet_places, text_in
from diagnostic.watching import Watch, unwatched

Record = tuple[int, list[str]]
"""The number of a row (from 1), and its cells as text."""
MOST_COLUMNS = 16_384
"""No workbook has more."""
FAR = 2_000
"""Rows that hold nothing: what stands further below is not seen at first sight."""
_PLACE = re.compile("([A-Z]{1,3})[0-9]{1,7}")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def sheet_names(source: Source) -> tuple[str, ...]:
    """Return the names of the sheets of a workbook, hidden ones included. WorldError as `workbook_parts.opened`."""
    with opened(source) as archive:
        return tuple(sheet_places(archive))


def first_of_each(source: Source, count: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the first rows of every sheet, in order, by name. WorldError as `sheet_records`, of the first sheet alone.

    Nothing is looked for far below the last row that holds anything. In the other sheets a formula without a value is
    empty: that is said where the sheet is the one to be read.
    """
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    with opened(source) as archive:
        parts = parts_of(archive)
        for name, place in parts.sheets.items():
            with WithoutEmptyRows(archive.open(place)) as file:
                rows = _Rows(source, name, parts, lenient=bool(found)).read(file, gap=FAR)
                found[name] = tuple(tuple(cells) for _, cells in islice(rows, count))
    return found


def first_rows(source: Source, sheet: str, count: int) -> tuple[tuple[str, ...], ...]:
    """Return the first rows of a sheet in which anything stands. WorldError as `sheet_records`."""
    found: list[tuple[str, ...]] = []
    for _, cells in sheet_records(source, sheet):
        found.append(tuple(cells))
        if len(found) == count:
            break
    return tuple(found)


def sheet_records(source: Source, sheet: str, watch: Watch = unwatched) -> Iterator[Record]:
    """Yield the rows of a sheet in which anything stands, as text: 12.5, 2024-03-12, true.

    A formula gives the value that was kept with it. WorldError: import_formula where none was, import_no_sheet,
    import_changed, and those of `workbook_parts.opened`.
    """
    with opened(source) as archive:
        parts = parts_of(archive)
        if sheet not in parts.sheets:
            raise WorldError("import_no_sheet", file=source.name, sheet=sheet, found=", ".join(parts.sheets) or "–")
        place = parts.sheets[sheet]
        with _watched(archive, place, watch) as file:
            yield from _Rows(source, sheet, parts).read(file)
        if not source.member and _size(source) != source.size:
            raise WorldError("import_changed", file=source.name)


class _Rows:
    """The rows of one sheet; its place is kept for what has to be said of a cell."""

    def __init__(self, source: Source, sheet: str, parts: Parts, *, lenient: bool = False) -> None:
        self._source = source
        self._sheet = sheet
        self._parts = parts
        self._lenient = lenient

    def read(self, file: IO[bytes] | io.RawIOBase, *, gap: int = 0) -> Iterator[Record]:
        """Yield the rows that hold anything, down to a `gap` of so many rows that hold nothing (0: to the end)."""
        number = last = 0
        for _, row in elements(file, "row"):
            number = int(row.get("r") or number + 1)
            cells = self._cells(row, number) if len(row) else []
            if any(cells):
                last = number
                yield number, cells
            elif gap and number - last > gap:
                return

    def _cells(self, row: Element, number: int) -> list[str]:
        cells: list[str] = []
        place = 0
        for cell in row:
            if cell.tag != "c":
                continue
            place = _column(cell.get("r", ""), place + 1)
            text = self._text(cell, number, place)
            if text:
                cells += [""] * (place - len(cells))
                cells[place - 1] = text
        return cells

    def _text(self, cell: Element, row: int, place: int) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return text_in(child(cell, "is"))
        value = child(cell, "v")
        valued = value is not None and bool(value.text or kind == "str")
        if not valued and not self._lenient and child(cell, "f") is not None:
            column = get_column_letter(place)
            raise WorldError("import_formula", file=self._source.name, sheet=self._sheet, row=row, column=column)
        said = (value.text or "") if value is not None else ""
        if kind == "s":
            return self._parts.strings[int(said)] if said else ""
        if kind == "b":
            return {"1": "true", "0": "false"}.get(said, said)
        if kind == "d":
            return _moment(datetime.fromisoformat(said.replace("Z", ""))) if said else ""
        return self._number(said, int(cell.get("s", "0"))) if kind == "n" and said else said

    def _number(self, said: str, style: int) -> str:
        value = float(said)
        if style in self._parts.dates:
            try:
                return _moment(from_excel(value, self._parts.epoch))
            except (OverflowError, ValueError):
                pass  # out of the calendar: it is shown as the number it is
        return number_text(value)


def number_text(value: float) -> str:
    """Return a number without exponent nor the noise of its last binary digits (workbooks show 15 digits).

    1.234 becomes 1.2340: read by itself, "1.234" is also how 1 234 is typed.
    """
    text = f"{Decimal(repr(float(f'{value:.15g}'))):f}"
    text = text.removesuffix(".0")
    return f"{text}0" if _AMBIGUOUS.fullmatch(text) else text


def _moment(moment: datetime | date | time | timedelta | None) -> str:
    if isinstance(moment, datetime):
        whole = moment.time() == time(0)
        return moment.date().isoformat() if whole else moment.isoformat(" ", "seconds")
    return str(moment) if moment is not None else ""


def _column(reference: str, following: int) -> int:
    match = _PLACE.fullmatch(reference)
    place = following
    if match:
        place = 0
        for letter in match[1]:
            place = place * 26 + ord(letter) - 64
    if place > MOST_COLUMNS:
        raise ValueError(reference)
    return place


def _size(source: Source) -> int:
    return source.path.stat().st_size


def _watched(archive: zipfile.ZipFile, place: str, watch: Watch) -> WithoutEmptyRows:
    return WithoutEmptyRows(_Watched(archive.open(place), archive.getinfo(place).file_size, watch))


class _Watched(io.RawIOBase):
    """A sheet's file that tells how far it was read."""

    def __init__(self, file: IO[bytes], total: int, watch: Watch) -> None:
        super().__init__()
        self._file = file
        self._total = total
        self._watch = watch
        self._done = 0

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self._done += len(block)
        self._watch(self._done, self._total)
        return block

    def close(self) -> None:
        self._file.close()
        super().close()
