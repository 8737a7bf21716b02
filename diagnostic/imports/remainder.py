"""A total of all countries beside rows by country: what it counts of others, so that nobody is counted twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import CENSUS
from diagnostic.imports.reading import Candidate, Said, Setting, Skipped

_FRANCE = "FR"


class Remainders:
    """What totals count beyond the rows by country of a campaign.

    A census total of one definition (birthplace, nationality) is compared with the rows of that definition: the others
    count the same people their own way, and no sum puts the two together. An estimate is compared with every row, each
    country in the definition that counts most.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._diasporas = snapshot.diasporas
        self._setting = Setting()

    def of(self, candidate: Candidate) -> tuple[Candidate | None, Said | None]:
        """Return a total less the people that rows by country name, with what to say of it; any other row as it is.

        None where they name as many as it counts, or more: it is then set aside.
        """
        row = candidate.row
        named = self._named(row) if candidate.total and isinstance(row, Diaspora) else 0
        people = getattr(row, "people", None)
        if not named or people is None:
            return candidate, None
        if people <= named:
            self._setting.aside(candidate.line, "no_rest", named=named)
            return None, None
        values: dict[str, Any] = {"people": people - named, "source": candidate.rest_source or row.source}
        why = None if candidate.chosen else candidate.why  # that it is for a table without countries is said no more
        said = Said("doubt.rest", MappingProxyType({"total": people, "named": named, "people": people - named}))
        return replace(candidate, row=replace(row, **values), why=why), said

    def skipped(self) -> tuple[Skipped, ...]:
        """Return the totals that were set aside."""
        return self._setting.skipped()

    def _named(self, total: Diaspora) -> int:
        counts: dict[str, dict[object, int]] = defaultdict(lambda: defaultdict(int))
        for row in self._diasporas:
            alike = row.definition is total.definition or total.definition not in CENSUS
            if row.country not in ("", _FRANCE) and alike:
                counts[row.country][row.definition] += row.people or 0
        return sum(max(by_definition.values()) for by_definition in counts.values())
