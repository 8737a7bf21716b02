"""A census total beside rows by country: taken, it brings only the people that no row names."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.dossier import operations
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import Confidence, DiasporaDefinition
from diagnostic.imports.preview import Fate, Preview, not_chosen, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.builders import people
from tests.imports.census import BIRTH, export, long_file
from tests.imports.reading_for import Reader

RENNES = "35238"
GROUPED = "IMG1B - Pays de naissance regroupé"
BIRTHPLACE, NATIONALITY = DiasporaDefinition.BIRTHPLACE, DiasporaDefinition.NATIONALITY


@pytest.fixture
def read(places: Places, countries: Countries) -> Reader:
    """A reader of files for places of the reference."""
    return Reader(places, countries)


def total(read: Reader, folder: Path, count: float, **what: str) -> Reading:
    return read(long_file(folder / "TD_IMG1A_2022.csv", [("COM", RENNES, count)], **what), RENNES)


def take_all(dossier: Dossier, reading: Reading) -> Preview:
    """Import a file with all that it proposes, as --proposed does."""
    found = preview(reading, dossier.snapshot())
    if change := operation(found):
        dossier.apply(change)
    return found


def counted(dossier: Dossier, definition: DiasporaDefinition = BIRTHPLACE) -> int:
    return sum(row.people or 0 for row in dossier.snapshot().diasporas if row.definition is definition)


def test_what_is_taken_with_the_countries_is_the_total_of_the_file(
    dossier: Dossier, read: Reader, tmp_path: Path
) -> None:
    take_all(dossier, read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)]), RENNES))
    assert counted(dossier) == sum(map(int, (*BIRTH.values(),))) + 1  # 2600.6 is rounded
    file = total(read, tmp_path, 28_763)
    assert not_chosen(preview(file, dossier.snapshot())) == {0}
    (line,) = take_all(dossier, file).lines
    assert (line.fate, counted(dossier)) == (Fate.CHANGED, 28_763)
    assert line.after.source == "Insee, recensement 2022, IMG1A (autres pays, non détaillés)"
    for lang in LANGUAGES:
        assert load_texts(lang).number(28_763) in sentence(line.reasons[0], load_texts(lang))
    again = preview(file, dossier.snapshot())
    assert [each.fate for each in again.lines] == [Fate.SAME]


def test_where_nothing_is_left_the_total_is_set_aside_and_named(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    dossier.apply(operations.add(people("MA", 900, definition=BIRTHPLACE)))
    found = take_all(dossier, total(read, tmp_path, 800))
    assert found.lines == ()
    assert [(each.why.key, len(each.lines)) for each in found.skipped] == [("skip.no_rest", 1)]
    assert counted(dossier) == 900


def test_a_total_of_the_other_definition_is_whole(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    dossier.apply(operations.add(people("MA", 900, definition=BIRTHPLACE)))
    take_all(dossier, total(read, tmp_path, 1000, what="INATC", abroad="2"))
    assert (counted(dossier), counted(dossier, NATIONALITY)) == (900, 1000)


def test_a_share_of_a_wider_territory_counts_the_named_countries_once(
    dossier: Dossier, read: Reader, tmp_path: Path
) -> None:
    acigne = "35001"
    file = long_file(tmp_path / "TD_IMG1A_2022.csv", [("COM", RENNES, 28_763)])
    estimate = preview(read(file, acigne), dossier.snapshot()).lines[0].after
    whole = estimate.people  # type: ignore[attr-defined]  # a row of the diasporas
    dossier.apply(operations.add(people("MA", 40, definition=BIRTHPLACE), people("MA", 30, definition=NATIONALITY)))
    (line,) = take_all(dossier, read(file, acigne)).lines
    assert (line.after.people, line.after.confidence) == (whole - 40, Confidence.ESTIMATE)  # type: ignore[attr-defined]
    assert {said.key for said in line.reasons} == {"doubt.rest", "why.insee_share"}
