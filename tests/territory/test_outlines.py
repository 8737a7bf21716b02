"""The map has every country of the list, where it is."""

from itertools import pairwise

from diagnostic.territory.countries import load_countries

COUNTRIES = load_countries()
OUTLINES = {outline.code: outline for outline in COUNTRIES.outlines}


def test_every_country_of_the_list_is_on_the_map() -> None:
    assert {country.code for country in COUNTRIES.all()} == set(OUTLINES) - {""}


def test_small_states_and_islands_are_dots_and_large_ones_outlines() -> None:
    assert all(not OUTLINES[code].rings for code in ("KM", "CV", "MU", "TV", "VA", "SG"))
    assert all(OUTLINES[code].rings for code in ("FR", "ML", "RU", "FJ", "LS"))


def test_countries_stand_where_they_are() -> None:
    for code, longitude, latitude in (("KM", 43.7, -11.9), ("CV", -23.6, 15.1), ("TK", -171.9, -9.2), ("FJ", 178, -18)):
        x, y = OUTLINES[code].point
        assert abs((x - longitude + 180) % 360 - 180) < 3, code
        assert abs(y - latitude) < 3, code


def test_no_outline_leaps_round_the_world() -> None:
    for outline in OUTLINES.values():
        for ring in outline.rings:
            assert all(abs(x - other) < 40 for (x, _), (other, _) in pairwise((*ring, ring[0]))), outline.code


def test_crimea_is_drawn_with_the_country_the_united_nations_give_it_to() -> None:
    def holds(code: str) -> bool:
        return any(33.0 < x < 36.0 and 44.3 < y < 45.5 for ring in OUTLINES[code].rings for x, y in ring)

    assert holds("UA")
    assert not holds("RU")
