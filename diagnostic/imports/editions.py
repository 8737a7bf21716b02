"""Figures older than those that stand: a file of an earlier year is not put over a later one unasked."""

from __future__ import annotations

import re
from collections.abc import Collection
from types import MappingProxyType

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS, Association, Diaspora, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty
from diagnostic.imports.reading import EVIDENCE, Candidate, Reading, Said

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:[-/–]\d{2,4})?(?!\d)")
_BESIDE = EVIDENCE | {"comment"}


class Editions:
    """What years of a file's own source the dossier cites already.

    The territory's row has figures of several sources: those of its budgets are of its `budget_year`.
    """

    def __init__(self, reading: Reading, snapshot: Snapshot) -> None:
        self._year = reading.year
        self._taken = _taken(reading, snapshot)
        sources = {_masked(each.row.source) for each in reading.candidates if "source" in each.brought} - {""}
        cited = [row.source for kind in RECORDS for row in snapshot.rows(kind) if row.source] if sources else []
        years = [int(year[1]) for text in cited if _masked(text) in sources if (year := _YEAR.search(text))]
        self._latest = max(years, default=0)

    def doubt(self, candidate: Candidate, before: Row | None, fields: Collection[str]) -> Said | None:
        """Return why a line of the file is left alone unless asked for; None where nothing newer stands."""
        if candidate.whole:
            return None
        if before is None and self._taken and candidate.row.kind == Association.kind:
            return Said("doubt.taken_before")
        if before is not None and (key := _typed_over(candidate, before, fields)):
            return Said(key)
        if "year" in specs_of(type(candidate.row)):  # a row that says its year is of that year
            return None
        row = candidate.row
        if isinstance(before, Territory) and isinstance(row, Territory) and "budget_year" in candidate.brought:
            return _older(row.budget_year or 0, before.budget_year or 0)
        if before is not None and not any(_holds(before, name) for name in fields if name not in _BESIDE):
            return None
        said = candidate.row.source_date[:4] if "source_date" in candidate.brought else ""
        own = year_of(said) if said else self._year or 0
        stands = year_of(before.source_date) if before is not None and said else self._latest
        return _older(own, stands, "older" if before is not None else "older_added")


def _taken(reading: Reading, snapshot: Snapshot) -> bool:
    """Return whether this very edition of a register came in before: the dossier has most of what it proposes.

    What it has no more was then removed, or left alone. The other half of an edition (another département's file) has
    nothing in common with what is there.
    """
    dated = [each for each in snapshot.associations if each.rna and each.source_date]
    said = {(each.rna, each.source, each.source_date) for each in dated}
    rows = [each.row for each in reading.candidates if each.chosen and "source_date" in each.brought]
    numbered = [row for row in rows if isinstance(row, Association) and row.rna]
    held = sum((row.rna, row.source, row.source_date) in said for row in numbered)
    return 2 * held > len(numbered)


def _typed_over(candidate: Candidate, before: Row, fields: Collection[str]) -> str:
    """Return why the dossier's words are kept: it says something else than the edition that it cites, or calls an
    association otherwise than any edition does; "" where neither is so.

    Somebody wrote over it, or the source was mended since: nothing tells which. What a reader adds up of countries that
    are not told apart is no figure of the edition: it is less once the user says which country a name is.
    """
    if isinstance(before, Diaspora) and not before.country:
        return ""
    written = [name for name in fields if name not in _BESIDE and _holds(before, name)]
    row = candidate.row
    cited = row.source and row.source_date and (row.source, row.source_date) == (before.source, before.source_date)
    if written and cited:
        return "doubt.typed_over"
    return "doubt.called_otherwise" if isinstance(row, Association) and row.rna and "name" in written else ""


def _older(own: int, stands: int, key: str = "older") -> Said | None:
    """Return that figures of a year are older than those that stand; None where they are not, or nobody knows."""
    if not own or stands <= own:
        return None
    return Said(f"doubt.{key}", MappingProxyType({"year": own, "later": stands}))


def year_of(date: str) -> int:
    """Return the year that a date begins with, 0 for none: a dossier written by hand may hold any text."""
    first = date[:4]
    return int(first) if first.isascii() and first.isdigit() else 0


def _holds(row: Row, name: str) -> bool:
    return bool(getattr(row, name) != empty(specs_of(type(row))[name]))


def _masked(source: str) -> str:
    return _YEAR.sub("#", source) if _YEAR.search(source) else ""
