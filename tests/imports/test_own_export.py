"""What the program wrote itself comes back in: the workbook and the archive of an export, for the same territory."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.dossier import operations
from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.records import BudgetLine, Diaspora, Partnership, StudentGroup, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import BudgetDirection
from diagnostic.errors import WorldError
from diagnostic.exports.csv_files import zip_of
from diagnostic.exports.spreadsheet import xlsx_of
from diagnostic.exports.tables import tables_of
from diagnostic.framework.model import Framework
from diagnostic.imports.bringing import case_of, read_file
from diagnostic.imports.preview import Fate, Preview, operation, preview
from diagnostic.imports.registry import FORMATS
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.builders import snapshot

ROWS: tuple[Row, ...] = (
    Diaspora(country="ML", people=512),
    StudentGroup(institution="INSA", people=40),
    Partnership(name="Sétif", country="DZ", yearly_cost=700.0, contact="Awa Ndiaye"),
    BudgetLine(year=2024, label="Subvention", direction=BudgetDirection.EXPENSE, amount=1000.0),
    BudgetLine(year=2024, label="Subvention", direction=BudgetDirection.EXPENSE, amount=2000.0),
)


@pytest.fixture(params=["xlsx", "zip"])
def suffix(request: pytest.FixtureRequest) -> str:
    """Both forms of an export."""
    return str(request.param)


@pytest.fixture(params=LANGUAGES)
def exported(request: pytest.FixtureRequest, suffix: str, tmp_path: Path, framework: Framework, places: Places,
             countries: Countries) -> Path:  # fmt: skip
    """The export of a dossier of Rennes, in each language."""
    place = places.by_code("35238")
    assert place
    texts = load_texts(str(request.param))
    whose = territory_of(place, places)
    held = snapshot(*ROWS, **{each.name: getattr(whose, each.name) for each in fields(whose)})
    tables = tables_of(held, assess(held, framework), framework, texts, countries)
    path = tmp_path / f"rennes.{suffix}"
    about = [("Territoire", "Rennes")]
    data = xlsx_of(texts("exports.about.title"), about, tables, "2026-03-24") if suffix == "xlsx" else None
    path.write_bytes(data or zip_of(tables, texts.lang))
    return path


def seen(path: Path, dossier: Dossier, places: Places, countries: Countries) -> Preview:
    """Return what a file would do to a dossier."""
    held = dossier.snapshot()
    return preview(read_file(path, case_of(held, places, countries, lang="fr", day="2026-11-21"), FORMATS), held)


def test_its_tables_come_back_in_and_only_once(
    exported: Path, dossier: Dossier, places: Places, countries: Countries
) -> None:
    done = operation(seen(exported, dossier, places, countries))
    assert done
    dossier.apply(done)
    held = dossier.snapshot()
    assert [(row.country, row.people) for row in held.diasporas] == [("ML", 512)]
    assert [(row.institution, row.people) for row in held.student_groups] == [("INSA", 40)]
    assert [(row.name, row.yearly_cost, row.contact) for row in held.partnerships] == [("Sétif", 700.0, "")]
    assert sorted(row.amount or 0 for row in held.budget_lines) == [1000.0, 2000.0]
    assert {line.fate for line in seen(exported, dossier, places, countries).lines} == {Fate.SAME}


def test_what_is_not_taken_from_it_is_said(
    exported: Path, dossier: Dossier, places: Places, countries: Countries
) -> None:
    found = seen(exported, dossier, places, countries)
    keys = {note.key for note in found.reading.notes}
    assert found.reading.format == "own_export"
    assert {"note.export_parts", "note.export_rest"} <= keys
    assert {line.after.kind for line in found.lines} == {row.kind for row in ROWS}


def test_that_of_another_territory_is_refused(
    exported: Path, dossier: Dossier, places: Places, countries: Countries
) -> None:
    nantes = places.by_code("44109")
    assert nantes
    dossier.apply(founded(dossier, territory_of(nantes, places)))
    with pytest.raises(WorldError) as fault:
        seen(exported, dossier, places, countries)
    assert fault.value.key == "import_other_territory"


def founded(dossier: Dossier, other: Territory) -> Operation:
    """Return the change of a dossier's territory to another one."""
    own = dossier.snapshot().territory
    changed = {each.name: getattr(other, each.name) for each in fields(other) if each.name != "id"}
    return operations.edit(own, **changed)
