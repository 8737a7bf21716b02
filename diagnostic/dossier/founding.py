"""What a new dossier begins with: a place of the reference, or a territory of one's own, and a campaign."""

from __future__ import annotations

from diagnostic.dossier.records import Territory
from diagnostic.dossier.snapshot import Campaign, KeptFramework
from diagnostic.dossier.vocabulary import Confidence, TerritoryKind
from diagnostic.framework.model import Framework
from diagnostic.territory.places import Place, PlaceKind, Places


def territory_of(place: Place, places: Places) -> Territory:
    """Return the territory of a place of the reference: its codes, names, population, and where they come from."""
    around = {each.kind: each for each in places.context(place)}
    found = {kind: around[kind].name if kind in around else "" for kind in PlaceKind}
    known = place.population is not None
    return Territory(
        type=TerritoryKind.COMMUNE if place.kind is PlaceKind.ARRONDISSEMENT else TerritoryKind(place.kind.value),
        name=place.name,
        code=place.code,
        siren=place.siren,
        epci=place.epci,
        epci_name=found[PlaceKind.EPCI],
        ept=place.ept,
        ept_name=found[PlaceKind.EPT],
        departement=place.departement,
        departement_name=found[PlaceKind.DEPARTEMENT],
        region=place.region,
        region_name=found[PlaceKind.REGION],
        population=place.population,
        population_year=places.population_year_of(place) if known else None,
        source=places.facts["population"] if known else "",
        confidence=Confidence.OFFICIAL if known else None,
    )


def own_territory(name: str) -> Territory:
    """Return a territory that is in no reference, known by its name alone."""
    return Territory(type=TerritoryKind.OTHER, name=name)


def new_campaign(framework: Framework, year: int, day: str) -> Campaign:
    """Return a first campaign, made with an edition of the framework. `day` is an ISO date."""
    return Campaign(year=year, day=day, framework=framework.id, framework_version=framework.version)


def kept(framework: Framework) -> KeptFramework:
    """Return a framework as a dossier keeps it."""
    return KeptFramework(code=framework.id, version=framework.version, sources=framework.sources)
