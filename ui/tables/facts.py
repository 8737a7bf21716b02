"""What the columns of a table need besides the row. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from diagnostic.assessment.facts.communities import communities
from diagnostic.assessment.facts.home import HOME
from diagnostic.assessment.facts.spending import spending_year
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
    `year`: the year of the budget lines that the scores read.
    `uncounted`: rows with a figure that no total adds, and the key of the sentence that says why.
    """

    texts: Texts
    countries: Countries
    population: int | None
    associations: Mapping[str, int] | None
    partnerships: Mapping[int, str]
    uncounted: Mapping[int, str] = field(default_factory=dict)
    year: int | None = None


def facts_of(snapshot: Snapshot, texts: Texts, countries: Countries) -> Facts:
    """Return the facts of a campaign."""
    counted = Counter(code for association in snapshot.associations for code in association.countries)
    return Facts(
        texts=texts,
        countries=countries,
        population=snapshot.territory.population,
        associations=counted if snapshot.associations else None,
        partnerships={row.id: title_of(row) for row in snapshot.partnerships},
        uncounted=_uncounted(snapshot),
        year=spending_year(snapshot),
    )


def _uncounted(snapshot: Snapshot) -> dict[int, str]:
    counted = {id_ for community in communities(snapshot.diasporas).values() for id_ in community.ids}
    return {
        row.id: "table.at_home" if row.country in HOME else "table.counted_once"
        for row in snapshot.diasporas
        if row.people is not None and row.id not in counted
    }
