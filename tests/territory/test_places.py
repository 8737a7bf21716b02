from collections import Counter

import pytest

from diagnostic.territory.places import Place, PlaceKind, Places


def names(found: tuple[Place, ...]) -> list[str]:
    return [place.name for place in found]


def test_every_commune_and_grouping_of_2026_is_there(places: Places) -> None:
    counts = {kind: len(places.all(kind)) for kind in PlaceKind}
    assert counts == {
        PlaceKind.COMMUNE: 34_969,
        PlaceKind.EPCI: 1_255,
        PlaceKind.EPT: 11,
        PlaceKind.DEPARTEMENT: 109,
        PlaceKind.REGION: 26,
        PlaceKind.ARRONDISSEMENT: 45,
    }


def test_kinds_of_epci_are_the_four_of_the_law(places: Places) -> None:
    statuses = Counter(place.status for place in places.all(PlaceKind.EPCI))
    assert statuses == {"CC": 989, "CA": 230, "METRO": 22, "CU": 14}


def test_rennes_belongs_to_rennes_metropole(places: Places) -> None:
    rennes = places.by_code("35238")
    assert rennes is not None
    assert names(places.context(rennes)) == ["Rennes Métropole", "Ille-et-Vilaine", "Bretagne"]
    metropole = places.context(rennes)[0]
    assert (metropole.code, metropole.siren, metropole.status) == ("243500139", "243500139", "METRO")
    assert rennes.siren == "213502388"


def test_saint_denis_has_its_ept_and_the_metropole(places: Places) -> None:
    saint_denis = places.by_code("93066")
    assert saint_denis is not None
    assert names(places.context(saint_denis)) == [
        "Plaine Commune", "Métropole du Grand Paris", "Seine-Saint-Denis", "Île-de-France",
    ]  # fmt: skip


def test_a_grouping_over_several_departements_claims_none(places: Places) -> None:
    grand_paris = places.by_code("200054781")
    assert grand_paris is not None
    assert names(places.context(grand_paris)) == ["Île-de-France"]


def test_an_overseas_collectivity_is_named_once(places: Places) -> None:
    papeete = places.by_code("98735")
    assert papeete is not None
    assert names(places.context(papeete)) == ["Polynésie française"]
    assert names(places.search("polynésie française")) == ["Polynésie française"]
    assert names(places.search("polynésie française", kinds=[PlaceKind.REGION])) == ["Polynésie française"]


def test_a_code_of_two_kinds_is_told_apart(places: Places) -> None:
    assert places.by_code("93") == places.by_code("93", PlaceKind.DEPARTEMENT)
    region = places.by_code("93", PlaceKind.REGION)
    assert region is not None
    assert region.name == "Provence-Alpes-Côte d'Azur"
    assert places.by_code("93", PlaceKind.COMMUNE) is None
    assert places.by_code("99999") is None
    assert places.by_code("") is None


def test_the_siren_of_a_commune_finds_it(places: Places) -> None:
    assert places.by_code("217500016") == places.by_code("75056")


def test_the_code_of_a_merged_commune_gives_the_commune_of_today(places: Places) -> None:
    assert places.by_code("93059") == places.by_code("93066")


@pytest.mark.parametrize(("arrondissement", "city"), [("75113", "Paris"), ("69383", "Lyon"), ("13201", "Marseille")])
def test_an_arrondissement_answers_to_its_code_and_knows_its_city(
    places: Places, arrondissement: str, city: str
) -> None:
    place = places.by_code(arrondissement)
    assert place is not None
    assert place.kind is PlaceKind.ARRONDISSEMENT
    assert places.context(place)[0].name == city
    assert place not in places.search(city, limit=100)


def test_no_arrondissement_is_counted_twice(places: Places) -> None:
    paris, departement = places.by_code("75056"), places.by_code("75")
    assert paris is not None
    assert departement is not None
    assert paris.population == departement.population == 2_103_778
    for kind, column in (
        (PlaceKind.DEPARTEMENT, "departement"),
        (PlaceKind.REGION, "region"),
        (PlaceKind.EPCI, "epci"),
    ):
        sums: Counter[str] = Counter()
        for commune in places.all(PlaceKind.COMMUNE):
            sums[getattr(commune, column)] += commune.population or 0
        assert {p.code: p.population or 0 for p in places.all(kind)} == {c: n for c, n in sums.items() if c}


def test_populations_are_known_but_where_nobody_lives(places: Places) -> None:
    unknown = {place.departement for place in places.all(PlaceKind.COMMUNE) if place.population is None}
    assert unknown == {"984", "989"}


@pytest.mark.parametrize(
    ("code", "year"), [("35238", 2023), ("97611", 2017), ("06", 2017), ("98735", 2022), ("988", 2025)]
)
def test_the_year_of_a_population_is_said(places: Places, code: str, year: int) -> None:
    place = places.by_code(code, PlaceKind.REGION) if code == "06" else places.by_code(code)
    assert place is not None
    assert places.population_year_of(place) == year
    assert places.population_year == 2023
