"""Which codes of a published file are the territory's own, and which wider territories could stand for it."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.dossier.records import Territory
from diagnostic.dossier.vocabulary import TerritoryKind
from diagnostic.territory.places import Place, PlaceKind, Places


@dataclass(frozen=True, slots=True)
class Scope:
    """A territory in a file's terms. `communes` are its present communes, without municipal arrondissements.

    `arrondissements` are those of its communes: a file that gives both must not be counted twice. `siren` is that of
    the collectivité itself. `wider` are the territories that hold it, nearest first.
    """

    kind: TerritoryKind | None
    name: str
    code: str
    siren: str
    communes: frozenset[str]
    arrondissements: frozenset[str]
    departement: str
    region: str
    wider: tuple[Place, ...]


def scope_of(territory: Territory, places: Places) -> Scope:
    """Return the scope of a dossier's territory; no communes for one that is in no reference."""
    place = _place(territory, places)
    members = _members(place, places) if place else frozenset()
    arrondissements = {each.code for each in places.all(PlaceKind.ARRONDISSEMENT) if each.commune in members}
    return Scope(
        kind=territory.type,
        name=territory.name,
        code=place.code if place else territory.code,
        siren=territory.siren or (place.siren if place else ""),
        communes=members,
        arrondissements=frozenset(arrondissements),
        departement=place.departement if place else territory.departement,
        region=place.region if place else territory.region,
        wider=places.context(place) if place else (),
    )


def place_scope(place: Place, places: Places) -> Scope:
    """Return the scope of a place of the reference: a wider territory that stands for another."""
    members = _members(place, places)
    own = {each.code for each in places.all(PlaceKind.ARRONDISSEMENT) if each.commune in members}
    kind = TerritoryKind(place.kind.value) if place.kind is not PlaceKind.ARRONDISSEMENT else TerritoryKind.COMMUNE
    return Scope(
        kind, place.name, place.code, place.siren, members, frozenset(own), place.departement, place.region,
        places.context(place),
    )  # fmt: skip


def commune_now(code: str, places: Places) -> str:
    """Return the present commune of an INSEE code: that which took in a commune that merged; "" for no commune."""
    place = places.by_code(code.zfill(5), PlaceKind.COMMUNE)
    return place.code if place else ""


def _place(territory: Territory, places: Places) -> Place | None:
    kinds = {kind.value: kind for kind in PlaceKind}
    kind = kinds.get(territory.type.value) if territory.type else None
    if kind is None or not territory.code:
        return None
    return places.by_code(territory.code, kind) or places.by_code(territory.code)


def _members(place: Place, places: Places) -> frozenset[str]:
    if place.kind in (PlaceKind.COMMUNE, PlaceKind.ARRONDISSEMENT):
        return frozenset({place.code})
    field = {PlaceKind.DEPARTEMENT: "departement", PlaceKind.REGION: "region", PlaceKind.EPT: "ept"}.get(
        place.kind, "epci"
    )
    return frozenset(each.code for each in places.all(PlaceKind.COMMUNE) if getattr(each, field) == place.code)
