import csv
from pathlib import Path

import pytest

from diagnostic.territory.countries import Countries
from diagnostic.territory.folding import fold

RECIPIENTS = Path(__file__).parents[3] / "shared" / "data" / "oecd" / "recipients.csv"


def test_the_states_and_territories_of_the_world_are_there(countries: Countries) -> None:
    everyone = countries.all()
    assert len(everyone) == 250
    assert len({c.code for c in everyone}) == len({c.iso3 for c in everyone}) == 250
    assert all(c.name_fr and c.name_en for c in everyone)
    assert {c.region for c in everyone} == {"africa", "americas", "asia", "europe", "oceania", "antarctica"}


def test_france_is_home_with_its_overseas_territories(countries: Countries) -> None:
    home = {c.code for c in countries.all()} - {c.code for c in countries.abroad()}
    assert home == {"FR", "GP", "GF", "MQ", "RE", "YT", "NC", "PF", "PM", "BL", "MF", "WF", "TF"}


def test_every_country_abroad_with_inhabitants_has_an_insee_code(countries: Countries) -> None:
    assert {c.code for c in countries.abroad() if not c.insee} == {"HM", "UM"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Birmanie", "MM"), ("Myanmar", "MM"), ("RD Congo", "CD"), ("Congo", "CG"), ("Grande-Bretagne", "GB"),
        ("Viêt Nam", "VN"), ("VIETNAM", "VN"), ("Cote d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Etats-Unis", "US"),
        ("USA", "US"), ("Swaziland", "SZ"), ("Macédoine", "MK"), ("Cap-Vert", "CV"), ("Cabo Verde", "CV"),
        ("Hollande", "NL"), ("Turquie", "TR"), ("Türkiye", "TR"), ("ml", "ML"), ("MLI", "ML"), ("99335", "ML"),
        ("Palestine (État de)", "PS"), ("COREE (REPUBLIQUE DE)", "KR"), ("République tchèque", "CZ"), ("XK", "XK"),
        ("99157", "XK"), ("Kosovo", "XK"), ("99100", "FR"), ("RU", "RU"), ("Germany", "DE"), ("Hong-Kong", "HK"),
    ],
)  # fmt: skip
def test_a_country_is_recognised_however_a_file_writes_it(countries: Countries, written: str, code: str) -> None:
    country = countries.recognise(written)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize(
    "written", ["", "Corée", "Yougoslavie", "Tchécoslovaquie", "Autres pays", "Saint", "Mal", "99999"]
)
def test_a_doubtful_name_stays_unknown(countries: Countries, written: str) -> None:
    assert countries.recognise(written) is None


def test_a_code_that_territories_share_gives_their_state(countries: Countries) -> None:
    sharing = {c.code for c in countries.all() if c.insee == "99425"}
    assert sharing == {"AI", "BM", "KY", "MS", "TC", "VG"}
    assert countries.recognise("99425") is countries.get("GB")


def test_each_name_and_code_leads_back_to_its_country(countries: Countries) -> None:
    for country in countries.all():
        for name in (country.code, country.iso3, country.name_fr, country.name_en, *country.other_names):
            assert countries.recognise(name) is country, name


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("sen", "fr", "SN"), ("cote d iv", "fr", "CI"), ("ivory", "en", "CI"), ("etats", "fr", "US"),
        ("usa", "fr", "US"),
        ("germ", "en", "DE"), ("birm", "fr", "MM"), ("burma", "en", "MM"), ("arabie", "fr", "SA"),
        ("99350", "fr", "MA"),
        ("nord", "fr", "KP"), ("zaire", "fr", "CD"),
    ],
)  # fmt: skip
def test_typing_a_few_letters_finds_the_country(countries: Countries, text: str, lang: str, first: str) -> None:
    assert countries.search(text, lang)[0].code == first


def test_search_keeps_to_its_limit_and_finds_nothing_in_nothing(countries: Countries) -> None:
    assert len(countries.search("a", limit=3)) == 3
    assert countries.search("") == countries.search("?!") == countries.search("xyzzy") == ()


def test_countries_stand_in_the_order_of_the_language(countries: Countries) -> None:
    for lang in ("fr", "en"):
        shown = [fold(c.name(lang)) for c in countries.all(lang)]
        assert shown == sorted(shown)
    assert countries.all("fr")[0].name("fr") == "Afghanistan"


def test_oda_recipients_are_marked(countries: Countries) -> None:
    recipients = {c.code for c in countries.all() if c.oda}
    assert len(recipients) == 141
    assert {"ML", "SN", "MA", "PS", "KP", "XK"} <= recipients
    assert not {"FR", "DE", "US", "JP", "CL", "KR"} & recipients


@pytest.mark.skipif(not RECIPIENTS.exists(), reason="the published OECD list is not here")
def test_every_recipient_of_the_published_list_is_marked(countries: Countries) -> None:
    with RECIPIENTS.open(encoding="utf-8-sig", newline="") as stream:
        listed = [r for r in csv.DictReader(stream) if r["income_group"] != "Part I unallocated by income"]
    for record in listed:
        country = countries.recognise(record["name_en"])
        assert country is not None, record
        assert country.oda, record
