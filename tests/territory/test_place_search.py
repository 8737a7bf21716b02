import pytest

from diagnostic.territory.places import PlaceKind, Places
from diagnostic.territory.search import NameIndex, slips


def codes(places: Places, text: str, limit: int = 12) -> list[str]:
    return [place.code for place in places.search(text, limit)]


@pytest.mark.parametrize("text", ["saint den", "st-denis", "Saint-Denis", "SAINT DENIS"])
def test_saint_denis_comes_first_then_its_namesake_overseas(places: Places, text: str) -> None:
    assert codes(places, text)[:2] == ["93066", "97411"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("93066", "93066"),
        ("rennes", "35238"),
        ("strasbourg eurometropole", "246700488"),
        ("seine saint denis", "93"),
        ("bretagne", "53"),
        ("plaine commune", "200057867"),
        ("paris", "75056"),
        ("lyon", "69123"),
        ("l'haÿ les roses", "94038"),
        ("hay les roses", "94038"),
        ("havre", "76351"),
        ("75056", "75056"),
        ("243500139", "243500139"),
        ("243 500 139", "243500139"),
        ("93", "93"),
        ("2A", "2A"),
        ("2a", "2A"),
        ("974", "974"),
        ("ville de rennes", "35238"),
        ("région bretagne", "53"),
        ("ca grand paris sud", "200059228"),
    ],
)
def test_what_people_type_finds_the_place_they_mean(places: Places, text: str, first: str) -> None:
    assert codes(places, text)[0] == first


def test_the_city_comes_before_its_metropole(places: Places) -> None:
    assert codes(places, "rennes")[:2] == ["35238", "243500139"]
    assert [p.kind for p in places.search("paris")[:2]] == [PlaceKind.COMMUNE, PlaceKind.DEPARTEMENT]
    assert "200046977" in codes(places, "lyon")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("strasbourgg", "67482"), ("renes", "35238"), ("rennse", "35238"), ("bordaux", "33063"), ("sant denis", "93066")],
)
def test_a_slip_of_the_finger_still_finds_the_place(places: Places, text: str, meant: str) -> None:
    assert meant in codes(places, text)


@pytest.mark.parametrize("text", ["", "   ", "-'!", "zzqxw", "💶", "\t\n"])
def test_nothing_to_find_gives_nothing(places: Places, text: str) -> None:
    assert places.search(text) == ()


def test_kinds_and_limit_narrow_the_answer(places: Places) -> None:
    assert [p.code for p in places.search("93", kinds=[PlaceKind.REGION])] == ["93"]
    assert {p.kind for p in places.search("rennes", kinds=[PlaceKind.EPCI])} == {PlaceKind.EPCI}
    assert len(places.search("saint", limit=5)) == 5
    assert places.search("paris 13e", kinds=[PlaceKind.ARRONDISSEMENT])[0].code == "75113"
    assert places.search("rennes", kinds=[]) == ()


def test_a_name_that_begins_with_the_text_precedes_one_that_only_holds_it() -> None:
    index = NameIndex(["grand ville neuve", "neuve ville", "ville", "villeneuve"], {})
    assert index.find("ville", 4, lambda _: True) == (2, 3, 0, 1)


def test_one_slip_is_a_letter_added_removed_replaced_or_swapped() -> None:
    assert {"lile", "lillle", "lilla", "ilile", "lilel"} & slips("lille") == {"lile", "lillle", "lilla", "lilel"}
    assert "lille" not in slips("lille")
