"""The directory holds the facts it was given, says where from, and lets the users' rows stand over its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.dossier.decisions import Ally
from diagnostic.dossier.vocabulary import AllyKind
from diagnostic.errors import WorldError
from diagnostic.strategy.directory import Directory, load_directory, read_directory
from diagnostic.territory.places import PlaceKind, Places

FOLDER = Path("resources/directory")


@pytest.fixture(scope="module")
def directory() -> Directory:
    """The shipped directory."""
    return load_directory()


def test_every_entry_says_its_source_and_year_in_both_languages(directory: Directory) -> None:
    for entry in directory.entries:
        assert all(entry.name.values())
        assert all(entry.source.values())
        assert entry.valid_year == 2021
        for lang in ("fr", "en"):
            row = entry.as_ally(lang)
            assert (row.entry, row.name, row.contact, row.web) == (entry.id, entry.name[lang], "", "")


def test_it_holds_who_the_study_names(directory: Directory) -> None:
    by_type = {kind.value: [e.id for e in directory.entries if e.type is kind] for kind in AllyKind}
    assert {"arricod", "cuf", "afccre", "aimf", "france_urbaine", "amf", "eurocities", "cglu"} == set(
        by_type["network"]
    )
    assert len(by_type["regional_network"]) == 11
    assert by_type["thinking"] == ["pfvt", "iris", "ifri", "monde_commun"]
    assert {"meae", "ficol", "europe", "cuf_funds", "regions", "water_agencies"} < set(by_type["funder"])
    assert len({e.scheme for e in directory.entries if e.scheme}) == 4


def test_ficol_has_its_published_rules_and_nobody_else_has_amounts(directory: Directory) -> None:
    amounts = {
        e.id: (e.minimum, e.maximum, e.local_share, e.years) for e in directory.entries if e.minimum or e.maximum
    }
    assert amounts == {"ficol": (200_000, 1_500_000, 30, 3)}
    assert [e.id for e in directory.entries if e.needs_oda] == ["meae"]


def test_regional_networks_stand_in_regions_that_exist(directory: Directory, places: Places) -> None:
    codes = {entry.region: entry for entry in directory.entries if entry.type is AllyKind.REGIONAL_NETWORK}
    regions = {place.code: place.name for place in places.all(PlaceKind.REGION)}
    assert len(codes) == 11
    for code, entry in codes.items():
        assert regions[code].replace("'", "’") in entry.brings["fr"]


def test_the_users_row_stands_in_the_entrys_place(directory: Directory) -> None:
    mine = Ally(id=1, entry="ficol", name="FICOL 2027", type=AllyKind.FUNDER, minimum=100_000.0)
    listed = {one.ally.entry: one for one in directory.listed((mine,), "fr")}
    assert listed["ficol"].ally is mine
    assert listed["ficol"].own
    assert not listed["meae"].own
    assert len(listed) == len(directory.entries)


def test_a_changed_scheme_stays_a_scheme(directory: Directory) -> None:
    mine = Ally(id=1, entry="one_percent_waste", name="Notre 1 %", type=AllyKind.FUNDER)
    assert next(one for one in directory.listed((mine,), "fr") if one.ally is mine).scheme == "waste"


def test_what_is_left_out_is_hidden_and_can_be_found(directory: Directory) -> None:
    hidden = Ally(id=1, entry="iris", name="IRIS", type=AllyKind.THINKING, left_out=True)
    assert "iris" not in [one.ally.entry for one in directory.listed((hidden,), "fr")]
    assert [one.ally for one in directory.left_out((hidden,), "fr")] == [hidden]


def test_rows_of_ones_own_come_after_and_none_is_lost(directory: Directory) -> None:
    rows = (
        Ally(id=1, name="Fonds local", type=AllyKind.FUNDER),
        Ally(id=2, entry="ficol", name="Premier"),
        Ally(id=3, entry="ficol", name="Second"),
        Ally(id=4, entry="entry of another version", name="Ancien"),
    )
    listed = directory.listed(rows, "en")
    assert [one.ally.name for one in listed[len(directory.entries) :]] == ["Fonds local", "Premier", "Ancien"]
    assert len(listed) == len(directory.entries) + 3


@pytest.mark.parametrize(
    ("before", "after", "key", "entry"),
    [
        ('type = "funder"', 'type = "bank"', "framework_unknown_reference", "meae"),
        ("minimum = 200000", 'minimum = "much"', "framework_wrong_type", "ficol"),
        ("minimum = 200000", "minimun = 200000", "framework_unknown_field", "ficol"),
        ('id = "europe"', 'id = "meae"', "framework_duplicate", "meae"),
        ('name.en = "European Union"', "", "framework_missing_translation", "europe"),
        ("[declaration]", "[other]", "framework_unknown_field", ""),
    ],
)
def test_a_slip_in_a_file_is_named(before: str, after: str, key: str, entry: str) -> None:
    text = (FOLDER / "funders.toml").read_text(encoding="utf-8")
    assert before in text
    with pytest.raises(WorldError) as fault:
        read_directory({"funders.toml": text.replace(before, after, 1)})
    assert (fault.value.key, fault.value.params["entry"]) == (key, entry)
