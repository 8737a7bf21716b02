"""A table of values for an index: a CSV with one row a unit and one column an indicator."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from diagnostic.assessment.scale import Flags, Floats
from diagnostic.errors import WorldError
from diagnostic.framework.model import Framework

UNKNOWN = frozenset({"", "?"})
NOT_APPLICABLE = frozenset({"na", "n/a"})


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
    WorldError: values_unreadable, values_empty, values_column (an indicator has none), values_twice, values_cell,
    values_row; each names the file, the row (the header is row 1) and the column.
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
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise WorldError("values_unreadable", file=path, reason=fault) from fault
    header = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(), delimiter=";" if header.count(";") > header.count(",") else ",")
    width = 0
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        width = width or len(cells)
        if len(cells) != width:
            raise WorldError("values_row", file=path, row=reader.line_num, found=len(cells), expected=width)
        yield reader.line_num, cells


def _places(path: Path, header: Sequence[str], framework: Framework) -> list[int]:
    names = [name.strip() for name in header]
    missing = [indicator.id for indicator in framework.indicators if indicator.id not in names[1:]]
    if missing:
        raise WorldError("values_column", file=path, column=", ".join(missing))
    return [names.index(indicator.id, 1) for indicator in framework.indicators]


def _check_units(path: Path, rows: Sequence[tuple[int, list[str]]], units: Sequence[str]) -> None:
    seen: set[str] = set()
    for (line, _), unit in zip(rows[1:], units, strict=True):
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
