"""The users' own brief in the dossier: kept, undone, carried into the next campaign, taken out and brought in."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from diagnostic.dossier import operations
from diagnostic.dossier.briefing import (
    arrange,
    as_composed,
    carried_foreword,
    dress,
    drop_edits,
    keep_foreword,
    look_of,
    rewrite,
)
from diagnostic.dossier.checks import remarks
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.dossier.opening import open_dossier, restore_dossier
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.picture_files import load_picture
from diagnostic.dossier.pictures import read_picture
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import BriefDocument, BriefPart
from diagnostic.errors import WorldError
from diagnostic.exports.document import json_of
from diagnostic.exports.tables import tables_of
from diagnostic.imports.source import open_source
from diagnostic.imports.whole import read_whole
from diagnostic.territory.countries import Countries

KINDS = ("brief_edit", "brief_layout", "brief_look")
EDIT = BriefEdit(lang="fr", section="means", part=BriefPart.PARAGRAPH, original="Le budget vaut 3 €.", text="À nous.")


@pytest.fixture(scope="module")
def logo() -> bytes:
    """A logo as a dossier keeps it."""
    target = BytesIO()
    Image.new("RGB", (40, 20), "#aa3322").save(target, "PNG")
    return read_picture(target.getvalue(), "logo.png")


def done(dossier: Dossier, operation: Operation | None) -> Operation:
    """Apply an operation that changes something."""
    assert operation is not None
    return dossier.apply(operation)


@pytest.fixture
def own(dossier: Dossier, logo: bytes) -> Dossier:
    """A dossier whose users made the brief their own."""
    done(dossier, rewrite(dossier.snapshot(), EDIT))
    done(dossier, arrange(dossier.snapshot(), BriefDocument.FULL, {"world": 1, "means": 2}, {"means": True}))
    done(dossier, dress(dossier.snapshot(), foreword_fr="Bonjour.", signed="A. Dupont", logo=logo, colour="#1f6f78"))
    return dossier


def held(dossier: Dossier) -> dict[str, list[object]]:
    """Return what the dossier holds of the brief, ids left out."""
    return {kind: [replace(row, id=0) for row in dossier.snapshot().rows(kind)] for kind in KINDS}


def test_what_was_chosen_is_in_the_file_when_it_is_opened_again(own: Dossier) -> None:
    before = held(own)
    own.close()
    again = open_dossier(own.path)
    assert held(again) == before
    assert [(row.section, row.place, row.hidden) for row in again.snapshot().brief_layouts] == [
        ("world", 1, False),
        ("means", 2, True),
    ]
    again.close()


def test_all_of_it_is_undone_and_done_again(own: Dossier) -> None:
    after = held(own)
    for _ in range(3):
        own.undo()
    assert held(own) == {kind: [] for kind in KINDS}
    for _ in range(3):
        own.redo()
    assert held(own) == after


def test_the_next_campaign_begins_with_it(own: Dossier) -> None:
    before = held(own)
    own.start_campaign(2027, "2027-03-01")
    assert held(own) == before
    done(own, dress(own.snapshot(), colour=""))
    own.choose(own.campaigns()[0])
    assert look_of(own.snapshot()).colour == "#1f6f78"


def test_words_that_say_what_the_program_says_are_taken_back(own: Dossier) -> None:
    (row,) = own.snapshot().brief_edits
    assert rewrite(own.snapshot(), row) is None
    done(own, rewrite(own.snapshot(), replace(row, text=row.original), merge="typing"))
    assert own.snapshot().brief_edits == ()
    done(own, rewrite(own.snapshot(), EDIT, merge="typing"))
    own.undo()
    assert own.snapshot().brief_edits == ()
    assert drop_edits(own.snapshot(), [row]) is None


def test_typing_is_undone_as_one(dossier: Dossier) -> None:
    done(dossier, rewrite(dossier.snapshot(), replace(EDIT, text="À"), merge="typing"))
    (row,) = dossier.snapshot().brief_edits
    done(dossier, rewrite(dossier.snapshot(), replace(row, text="À nous."), merge="typing"))
    dossier.undo()
    assert dossier.snapshot().brief_edits == ()


def test_a_section_shown_in_its_place_needs_no_row(own: Dossier) -> None:
    done(own, as_composed(own.snapshot(), BriefDocument.FULL))
    assert own.snapshot().brief_layouts == ()
    assert as_composed(own.snapshot(), BriefDocument.FULL) is None
    done(own, arrange(own.snapshot(), BriefDocument.SUMMARY, {}, {"means": True}))
    done(own, arrange(own.snapshot(), BriefDocument.SUMMARY, {}, {"means": False}))
    assert own.snapshot().brief_layouts == ()


def exported(dossier: Dossier, path: Path) -> Path:
    """Write the dossier's JSON."""
    path.write_bytes(json_of([dossier.snapshot()], frameworks=dossier.kept_frameworks()))
    return path


def test_the_json_of_a_dossier_holds_it_and_makes_it_again(own: Dossier, tmp_path: Path, countries: Countries) -> None:
    whole = read_whole(open_source(exported(own, tmp_path / "tout.json")), countries)
    campaigns = [(each.campaign, each.rows) for each in whole.campaigns]
    made = restore_dossier(tmp_path / "copie.rose", campaigns, whole.frameworks)
    assert {kind: made.snapshot().rows(kind) for kind in KINDS} == {kind: own.snapshot().rows(kind) for kind in KINDS}
    made.close()


@pytest.mark.parametrize("data", ["<svg>", "PHN2Zy8+", 7, None])
def test_a_logo_in_json_that_is_no_picture_is_refused(
    own: Dossier, tmp_path: Path, countries: Countries, data: object
) -> None:
    path = exported(own, tmp_path / "tout.json")
    document = json.loads(path.read_text("utf-8"))
    document["campaigns"][0]["rows"]["brief_look"][0]["logo"] = data
    path.write_text(json.dumps(document), "utf-8")
    if data is None:
        assert read_whole(open_source(path), countries).campaigns[0].rows[-1].logo == b""
        return
    with pytest.raises(WorldError, match="import_json"):
        read_whole(open_source(path), countries)


def test_tables_for_a_spreadsheet_hold_the_words_and_no_picture(own: Dossier, framework, texts, countries) -> None:
    from diagnostic.assessment.assess import assess

    snapshot = own.snapshot()
    tables = {each.id: each for each in tables_of(snapshot, assess(snapshot, framework), framework, texts, countries)}
    assert "À nous." in tables["brief_edit"].rows[0]
    assert "Logo" not in tables["brief_look"].header
    assert "Bonjour." in tables["brief_look"].rows[0]


def test_a_look_is_one_row_a_campaign(own: Dossier) -> None:
    assert len(own.snapshot().brief_looks) == 1
    done(own, dress(own.snapshot(), colour="#000000"))
    assert len(own.snapshot().brief_looks) == 1
    assert dress(own.snapshot(), colour="#000000") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_any_words_come_back_as_they_were_written(dossier: Dossier, text: str) -> None:
    for row in dossier.snapshot().brief_edits:
        dossier.apply(operations.remove(dossier.snapshot(), [row]))
    operation = rewrite(dossier.snapshot(), replace(EDIT, text=text))
    if operation is not None:
        dossier.apply(operation)
        assert dossier.snapshot().brief_edits[0].text == text


def test_a_foreword_carried_into_the_next_campaign_is_known_until_it_is_kept_or_written_again(own: Dossier) -> None:
    assert carried_foreword(own.snapshot(), own.previous(), "fr") is None
    own.start_campaign(2027, own.snapshot().campaign.day)
    assert carried_foreword(own.snapshot(), own.previous(), "fr") == 2026
    assert carried_foreword(own.snapshot(), own.previous(), "en") is None
    done(own, keep_foreword(own.snapshot()))
    assert carried_foreword(own.snapshot(), own.previous(), "fr") is None
    assert remarks(look_of(own.snapshot()), own.snapshot()) == ()
    own.start_campaign(2028, own.snapshot().campaign.day)
    assert carried_foreword(own.snapshot(), own.previous(), "fr") == 2027
    done(own, dress(own.snapshot(), foreword_fr="Autre."))
    assert carried_foreword(own.snapshot(), own.previous(), "fr") is None


@pytest.mark.parametrize(("name", "key"), [("absente.png", "picture_missing"), (".", "picture_is_a_folder")])
def test_a_logo_that_is_not_there_or_is_a_folder_is_said_to_be(tmp_path: Path, name: str, key: str) -> None:
    with pytest.raises(WorldError) as told:
        load_picture(tmp_path / name)
    assert told.value.key == key
