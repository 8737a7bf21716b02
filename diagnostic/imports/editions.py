"""Figures older than those that stand: a file of an earlier year is not put over a later one unasked."""

from __future__ import annotations

import re
from collections.abc import Collection
from types import MappingProxyType

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty
from diagnostic.imports.reading import EVIDENCE, Candidate, Reading, Said

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:[-/–]\d{2,4})?(?!\d)")
_BESIDE = EVIDENCE | {"comment"}


class Editions:
    """What years of a file's own source the dossier cites already."""

    def __init__(self, reading: Reading, snapshot: Snapshot) -> None:
        self._year = reading.year
        sources = {_masked(each.row.source) for each in reading.candidates} - {""}
        cited = [row.source for kind in RECORDS for row in snapshot.rows(kind) if row.source] if sources else []
        years = [int(year[1]) for text in cited if _masked(text) in sources if (year := _YEAR.search(text))]
        self._latest = max(years, default=0)

    def doubt(self, candidate: Candidate, before: Row | None, fields: Collection[str]) -> Said | None:
        """Return why a line of the file is left alone unless asked for; None where nothing newer stands."""
        if candidate.whole or "year" in specs_of(type(candidate.row)):  # a row that says its year is of that year
            return None
        if before is not None and not any(_holds(before, name) for name in fields if name not in _BESIDE):
            return None
        said = candidate.row.source_date[:4] if "source_date" in candidate.brought else ""
        own = _year(said) if said else self._year or 0
        stands = _year(before.source_date) if before is not None and said else self._latest
        if not own or stands <= own:
            return None
        key = "older" if before is not None else "older_added"
        return Said(f"doubt.{key}", MappingProxyType({"year": own, "later": stands}))


def _year(date: str) -> int:
    """Return the year that a date begins with, 0 for none: a dossier written by hand may hold any text."""
    first = date[:4]
    return int(first) if first.isascii() and first.isdigit() else 0


def _holds(row: Row, name: str) -> bool:
    return bool(getattr(row, name) != empty(specs_of(type(row))[name]))


def _masked(source: str) -> str:
    return _YEAR.sub("#", source) if _YEAR.search(source) else ""
