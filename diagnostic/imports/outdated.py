"""Rows of a dossier that a source gave in an earlier year and names no more: counted beside the new ones, if they stay.

A file that gives all that its source knows of a territory says so (`Reading.whole`). What the user typed has another
source, and is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.dossier.operations import title_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.editions import year_of
from diagnostic.imports.reading import Reading, Said, Whole
from diagnostic.territory.folding import fold


@dataclass(frozen=True, slots=True)
class Leaving:
    """A row whose removal is proposed. `why` the file names it no more; `doubt`: why it is not taken by itself."""

    row: Row
    why: Said
    sure: bool
    doubt: Said | None = None


def leaving(reading: Reading, snapshot: Snapshot, named: Collection[tuple[str, int]]) -> Iterator[Leaving]:
    """Yield the rows of the file's source and of an earlier year that are not among those `named` (kind and id).

    What the user noted on a row would go with it: it is then for the user to say.
    """
    whole = reading.whole
    if whole is None or reading.year is None:
        return
    unsaid = Said("why.named_no_more", MappingProxyType({"year": reading.year}))
    for row in snapshot.rows(whole.kind):
        if (row.kind, row.id) in named or not _is_earlier(row, whole, reading.year):
            continue
        found = whole.gone.get(fold(title_of(row)))
        noted = Said("doubt.noted") if row.comment else None
        yield Leaving(row, found.why if found else unsaid, bool(found and found.sure) and noted is None, noted)


def _is_earlier(row: Row, whole: Whole, year: int) -> bool:
    own = row.source.startswith(whole.sources)
    return own and 0 < year_of(row.source_date) < year
