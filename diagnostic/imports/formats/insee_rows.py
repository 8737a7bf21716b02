"""Diaspora rows from the census: of one country, of all the others, or a wider territory's in proportion."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.vocabulary import Confidence, DiasporaDefinition
from diagnostic.imports.format import Case
from diagnostic.imports.formats.insee_place import own_place
from diagnostic.imports.reading import Candidate, Said
from diagnostic.territory.places import Place
from diagnostic.texts import Texts

BROUGHT = frozenset({"country", "people", "definition", "source", "source_date", "confidence"})
OTHERS = ""
"""The country of a row that counts people whose countries are not told apart."""


@dataclass(frozen=True, slots=True)
class Share:
    """What part of a wider territory's people is supposed to live in the dossier's: populations of one reference."""

    wider: Place
    own: int
    whole: int

    def of(self, people: float) -> int:
        """Return the part of a number of people, rounded."""
        return round(people * self.own / self.whole)


def share_of(wider: Place, case: Case) -> Share | None:
    """Return the dossier's share of a wider territory's population; None when either is unknown."""
    place = own_place(case.scope, case.places)
    own = (place.population if place else None) or case.territory.population
    return Share(wider, own, wider.population) if own and wider.population and own <= wider.population else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """What the rows of a file have in common. `table` is INSEE's (IMG1B…), `share` set for a wider territory's."""

    texts: Texts
    year: int | None
    table: str
    definition: DiasporaDefinition
    share: Share | None = None

    def row(self, country: str, people: float, line: int, *, total: bool = False) -> Candidate:
        """Return a row as it is proposed: as counted, or in proportion and then not taken unless asked for."""
        if self.share is not None:
            return self._estimated(country, people, line, self.share, total=total)
        return Candidate(
            row=Diaspora(
                country=country,
                people=round(people),
                definition=self.definition,
                source=self._source(country, total=total),
                source_date=str(self.year or ""),
                confidence=Confidence.OFFICIAL,
            ),
            brought=BROUGHT,
            line=line,
            total=total,
            rest_source=self._source(country, total=False) if total else "",
            why=Said("why.insee_total") if total else None,
        )

    def _estimated(self, country: str, people: float, line: int, share: Share, *, total: bool) -> Candidate:
        computed = {
            "people": self.texts.number(round(people)),
            "wider": share.wider.name,
            "own": self.texts.number(share.own),
            "whole": self.texts.number(share.whole),
        }
        source, rest = (
            self.texts("import.insee.source_share", source=self._source(country, total=each), **computed)
            for each in (total, False)
        )
        return Candidate(
            row=Diaspora(
                country=country,
                people=share.of(people),
                definition=DiasporaDefinition.ESTIMATE,
                source=source,
                source_date=str(self.year or ""),
                confidence=Confidence.ESTIMATE,
                comment=self.texts("import.insee.comment_share", wider=share.wider.name),
            ),
            brought=BROUGHT,
            line=line,
            why=Said("why.insee_share", MappingProxyType(computed)),
            chosen=False,
            total=total,
            rest_source=rest if total else "",
        )

    def _source(self, country: str, *, total: bool) -> str:
        year = str(self.year or "?")
        key = "source" if country else ("source_total" if total else "source_others")
        return self.texts(f"import.insee.{key}", year=year, table=self.table)
