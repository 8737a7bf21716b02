"""Delimited text as numbered records: which separator, quotes that span lines, quotes that never close."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from diagnostic.errors import WorldError
from diagnostic.imports.decoding import lines
from diagnostic.imports.source import Source
from diagnostic.watching import Watch, unwatched

SEPARATORS = (";", "\t", ",", "|")
LONGEST_QUOTE = 1000
"""Lines: a quoted text that runs longer was never closed."""

Record = tuple[int, list[str]]
"""The number of the line on which a record begins (from 1), and its cells."""


def separator_of(text: str) -> str:
    """Return the separator of a table from its first lines: the one that cuts most of them into as many cells."""
    most = csv.field_size_limit()  # a longer line cut by the wrong mark would be one cell too long to be read
    sample = [line[:most] for line in text.splitlines()[:40] if line.strip()]
    return max(SEPARATORS, key=lambda mark: (_agreement(sample, mark), -SEPARATORS.index(mark)))


def records(source: Source, separator: str, watch: Watch = unwatched) -> Iterator[Record]:
    """Yield the records of a table, blank lines left out.

    WorldError import_open_quote (the line where it opens), import_row, and those of `decoding.lines`.
    """
    monitor = _Quotes(lines(source, watch), source.name)
    reader = csv.reader(monitor, delimiter=separator)
    begun = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begun, cells
            begun = reader.line_num + 1
    except csv.Error as fault:
        raise WorldError("import_row", file=source.name, row=begun, most=csv.field_size_limit()) from fault
    monitor.close()


def cells_of(line: str, separator: str, *, file: str, row: int) -> list[str]:
    """Return the cells of a record that stands on one line. WorldError import_row."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error as fault:
        raise WorldError("import_row", file=file, row=row, most=csv.field_size_limit()) from fault


class _Quotes:
    """Lines on their way to the csv module, which would take a quote that never closes for one endless text."""

    def __init__(self, source: Iterable[str], name: str) -> None:
        self._lines = iter(source)
        self._name = name
        self._open_since = 0
        self._number = 0

    def __iter__(self) -> _Quotes:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._number += 1
        if line.count('"') % 2:
            self._open_since = 0 if self._open_since else self._number
        if self._open_since and self._number - self._open_since > LONGEST_QUOTE:
            self._refuse()
        return line

    def close(self) -> None:
        """Raise WorldError if a quote is still open at the end."""
        if self._open_since:
            self._refuse()

    def _refuse(self) -> None:
        raise WorldError("import_open_quote", file=self._name, row=self._open_since)


def _agreement(sample: list[str], mark: str) -> int:
    """Return how many of the lines are cut in as many cells (two or more) as the most frequent count."""
    counts = [len(next(csv.reader([line], delimiter=mark), [])) for line in sample]
    several = [count for count in counts if count > 1]
    return max((several.count(count) for count in set(several)), default=0)
