"""A table of values for an index: a CSV with one row a unit and one column an indicator."""

from __future__ import annotations

import csv
import errno
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from diagnostic.assessment.scale import Flags, Floats
from diagnostic.errors import WorldError
from diagnostic.framework.model import Framework

UNKNOWN = frozenset({"", "?"})
NOT_APPLICABLE = frozenset({"na", "n/a"})
NAMED = 8
"""Columns that a refusal names."""
_UNREAD = {errno.ENOENT: "values_missing", errno.EISDIR: "values_folder"}


class _Reader(Protocol):
    """What `csv.reader` returns, which has no name of its own."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class ValueTable:
    """The values of every unit, of shape (units, indicators), NaN where unknown, and where they have a sense."""

    units: tuple[str, ...]
    values: Floats
    applicable: Flags


def read_values(path: Path, framework: Framework) -> ValueTable:
    """Return the values of a CSV file for a framework.

    UTF-8, comma or semicolon (then a decimal comma is read too). The first column names the unit, the others bear
    the ids of indicators; further columns are left alone. An empty cell or "?" is unknown, "na" not applicable.
    WorldError: values_missing, values_folder, values_unreadable, values_not_utf8, values_empty, values_column(s)
    (an indicator has none), values_unnamed, values_twice, values_cell, values_row, values_malformed; each names the
    file, the row (the header is row 1) and the column.
    """
    rows = list(_rows(path))
    if len(rows) < 2:
        raise WorldError("values_empty", file=path)
    places = _places(path, rows[0][1], framework)
    units = tuple(cells[0].strip() for _, cells in rows[1:])
    _check_units(path, rows, units)
    cells = [[_cell(path, line, row, place) for place in places] for line, row in rows[1:]]
    return ValueTable(
        units=units,
        values=np.array([[value for value, _ in row] for row in cells], dtype=np.float64),
        applicable=np.array([[applies for _, applies in row] for row in cells], dtype=np.bool_),
    )


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = _text(path)
    header = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(), delimiter=";" if header.count(";") > header.count(",") else ",")
    width = 0
    for cells in _each(path, reader):
        if not any(cell.strip() for cell in cells):
            continue
        width = width or len(cells)
        if len(cells) != width:
            raise WorldError("values_row", file=path, row=reader.line_num, found=len(cells), expected=width)
        yield reader.line_num, cells


def _each(path: Path, reader: _Reader) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as fault:
        raise WorldError("values_malformed", file=path, row=reader.line_num) from fault


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise WorldError(_UNREAD.get(fault.errno or 0, "values_unreadable"), file=path) from fault
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise WorldError("values_not_utf8", file=path, row=content[: fault.start].count(b"\n") + 1) from fault


def _places(path: Path, header: Sequence[str], framework: Framework) -> list[int]:
    names = [name.strip() for name in header]
    missing = [indicator.id for indicator in framework.indicators if indicator.id not in names[1:]]
    if missing:
        raise _lacking(path, missing)
    return [names.index(indicator.id, 1) for indicator in framework.indicators]


def _lacking(path: Path, missing: Sequence[str]) -> WorldError:
    if len(missing) == 1:
        return WorldError("values_column", file=path, column=missing[0])
    if len(missing) <= NAMED:
        return WorldError("values_columns", file=path, columns=", ".join(missing))
    named = missing[: min(NAMED, len(missing) - 2)]  # "and 1 others" is not said
    return WorldError("values_columns_more", file=path, columns=", ".join(named), more=len(missing) - len(named))


def _check_units(path: Path, rows: Sequence[tuple[int, list[str]]], units: Sequence[str]) -> None:
    seen: set[str] = set()
    for (line, _), unit in zip(rows[1:], units, strict=True):
        if not unit:
            raise WorldError("values_unnamed", file=path, row=line)
        if unit in seen:
            raise WorldError("values_twice", file=path, row=line, unit=unit)
        seen.add(unit)


def _cell(path: Path, line: int, row: Sequence[str], place: int) -> tuple[float, bool]:
    text = row[place].strip().lower()
    if text in UNKNOWN or text in NOT_APPLICABLE:
        return math.nan, text not in NOT_APPLICABLE
    try:
        value = float(text.replace(",", ".").replace("\u202f", "").replace("\u00a0", ""))
    except ValueError:
        raise WorldError("values_cell", file=path, row=line, column=place + 1, text=row[place].strip()) from None
    if not math.isfinite(value):
        raise WorldError("values_cell", file=path, row=line, column=place + 1, text=row[place].strip())
    return value, True
