"""What the columns of a table need besides the row. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from diagnostic.dossier.operations import title_of
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

DEPENDS = frozenset({"territory", "association", "partnership"})
"""The kinds of row whose change shows in other kinds' tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The campaign's figures beside the rows, and the language they are shown in.

    `associations` counts them by country; None where nobody has listed any.
    """

    texts: Texts
    countries: Countries
    population: int | None
    associations: Mapping[str, int] | None
    partnerships: Mapping[int, str]


def facts_of(snapshot: Snapshot, texts: Texts, countries: Countries) -> Facts:
    """Return the facts of a campaign."""
    counted = Counter(code for association in snapshot.associations for code in association.countries)
    return Facts(
        texts=texts,
        countries=countries,
        population=snapshot.territory.population,
        associations=counted if snapshot.associations else None,
        partnerships={row.id: title_of(row) for row in snapshot.partnerships},
    )
