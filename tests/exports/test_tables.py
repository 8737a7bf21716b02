"""Everything goes out to XLSX, CSV and JSON; nothing in it runs, no contact leaves unasked, the JSON comes back in."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from diagnostic.assessment.assess import assess
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.founding import new_campaign, own_territory
from diagnostic.dossier.opening import create_dossier, open_dossier
from diagnostic.dossier.records import (
    RECORDS,
    Association,
    BudgetLine,
    Diaspora,
    NetworkMembership,
    Partnership,
    StudentGroup,
)
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import Confidence
from diagnostic.errors import WorldError
from diagnostic.exports.csv_files import csv_of, guarded, zip_of
from diagnostic.exports.document import FORMAT, json_of
from diagnostic.exports.spreadsheet import xlsx_of
from diagnostic.exports.tables import Table, tables_of
from diagnostic.framework.model import Framework
from diagnostic.imports.bringing import case_of, read_file
from diagnostic.imports.formats.own_json import MARK
from diagnostic.imports.layout import guess
from diagnostic.imports.mapping import plain, read_mapped
from diagnostic.imports.preview import Fate, Preview, not_chosen, operation, preview
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.source import open_source
from diagnostic.imports.words import load_words
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from tests.builders import snapshot

RISKY = ("=1+1", "+33 6", "-2", "@SUM(A1)", "'quoted", "=cmd|'/c calc'!A0")


@pytest.fixture
def demo(tmp_path: Path, demonstration: Path) -> Iterator[Dossier]:
    """The demonstration dossier, open."""
    dossier = open_dossier(shutil.copy(demonstration, tmp_path / "demo.rose"))
    yield dossier
    dossier.close()


@pytest.fixture
def bare(tmp_path: Path, framework: Framework) -> Iterator[Dossier]:
    """A dossier of the demonstration's territory with nothing in it."""
    territory = own_territory("Port-Alizé")
    dossier = create_dossier(tmp_path / "vide.rose", territory, new_campaign(framework, 2026, "2026-03-24"))
    yield dossier
    dossier.close()


def seen(path: Path, dossier: Dossier, places: Places, countries: Countries, year: int | None = None) -> Preview:
    """Return what a file would do to a dossier."""
    case = case_of(dossier.snapshot(), places, countries, lang="fr", day="2026-11-21", year=year)
    return preview(read_file(path, case, FORMATS), dossier.snapshot())


def rows_of(found: Snapshot) -> dict[str, Any]:
    """Return the rows of a campaign by kind."""
    return {kind: found.rows(kind) for kind in RECORDS if kind != "territory"}


def test_the_json_comes_back_as_it_was_into_an_empty_dossier(
    demo: Dossier, bare: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    path = tmp_path / "tout.json"
    path.write_bytes(json_of([demo.snapshot_of(campaign) for campaign in demo.campaigns()], contacts=True))
    found = seen(path, bare, places, countries)
    done = operation(found)
    assert done
    bare.apply(done)
    wanted, got = demo.snapshot(), bare.snapshot()
    assert rows_of(got) == rows_of(wanted)
    assert replace(got.territory, id=0) == replace(wanted.territory, id=0)
    assert replace(got, campaign=wanted.campaign, territory=wanted.territory) == wanted
    assert operation(seen(path, bare, places, countries)) is None
    bare.undo()
    assert all(rows == () for rows in rows_of(bare.snapshot()).values())


def test_the_json_of_a_dossier_changes_nothing_in_it_and_takes_back_what_changed(
    demo: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    from diagnostic.dossier import operations

    before = demo.snapshot()
    path = tmp_path / "tout.json"
    path.write_bytes(json_of([demo.snapshot_of(campaign) for campaign in demo.campaigns()]))
    assert {line.fate for line in seen(path, demo, places, countries).lines} == {Fate.SAME}
    demo.apply(operations.edit(before.partnerships[0], name="Autre", confidence=None))
    demo.apply(operations.edit(before.budget_lines[0], partnership=None, comment="perdu"))
    done = operation(seen(path, demo, places, countries))
    assert done
    demo.apply(done)
    assert demo.snapshot() == before


def test_the_rows_of_another_dossier_are_added_beside_with_their_links(
    demo: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    other = snapshot(
        Partnership(id=1, name="Quito", country="EC"),
        BudgetLine(id=1, label="Mission", amount=5.0, partnership=1),
        Diaspora(id=1, country="EC", people=4),
    )
    path = tmp_path / "autre.json"
    path.write_bytes(json_of([other]))
    held = demo.snapshot()
    found = seen(path, demo, places, countries)
    done = operation(found, [place for place, line in enumerate(found.lines) if line.after.kind == "territory"])
    assert done
    demo.apply(done)
    after = demo.snapshot()
    quito = next(row for row in after.partnerships if row.name == "Quito")
    assert quito.id not in {row.id for row in held.partnerships}
    assert next(row for row in after.budget_lines if row.label == "Mission").partnership == quito.id
    assert after.partnerships[: len(held.partnerships)] == held.partnerships


def test_the_json_says_everything_and_personal_data_only_when_asked(demo: Dossier) -> None:
    assert FORMAT == MARK
    from diagnostic.dossier import operations

    demo.apply(operations.edit(demo.snapshot().partnerships[0], contact="Awa Ndiaye"))
    every = [demo.snapshot_of(campaign) for campaign in demo.campaigns()]
    document = json.loads(json_of(every))
    assert [each["year"] for each in document["campaigns"]] == [2025, 2026]
    last = document["campaigns"][-1]
    assert set(last["rows"]) == set(RECORDS)
    assert last["framework"] == {"id": every[-1].campaign.framework, "version": every[-1].campaign.framework_version}
    assert b"Awa" not in json_of(every)
    assert b"Awa" in json_of(every, contacts=True)


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (lambda text: text[: len(text) // 2], "import_json_place"),
        (lambda text: text.replace('"people": ', '"people": "beaucoup", "x": ', 1), "import_json"),
        (lambda text: text.replace('"campaigns"', '"autre"', 1), "import_json"),
        (lambda text: text.replace('"rows": {', '"rows": [], "y": {', 1), "import_json"),
    ],
)
def test_a_spoilt_json_is_refused_calmly(
    demo: Dossier, tmp_path: Path, places: Places, countries: Countries, spoil: Any, key: str
) -> None:
    path = tmp_path / "tout.json"
    path.write_text(spoil(json_of([demo.snapshot()]).decode()), encoding="utf-8")
    with pytest.raises(WorldError) as fault:
        seen(path, demo, places, countries)
    assert fault.value.key == key


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = sorted({"id", "unread", *(name for record in RECORDS.values() for name in specs_of(record))})


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.dictionaries(
        st.sampled_from(sorted(RECORDS)),
        st.lists(st.dictionaries(st.sampled_from(FIELDS), JSONS | st.just("2024-02-30"), max_size=4), max_size=3),
        max_size=3,
    )
)
def test_any_json_gives_rows_that_can_be_stored_or_a_calm_fault(
    bare: Dossier, tmp_path: Path, places: Places, countries: Countries, rows: Any
) -> None:
    path = tmp_path / "fuzz.json"
    path.write_text(json.dumps({"format": FORMAT, "campaigns": [{"year": 2026, "rows": rows}]}), encoding="utf-8")
    try:
        done = operation(seen(path, bare, places, countries))
    except WorldError:
        return
    if done:
        bare.apply(done)
        bare.snapshot()
        bare.undo()


def test_what_a_dossier_has_once_stays_once(
    bare: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    twice = {"territory": [{"id": 1, "name": "Port-Alizé"}, {"id": 2, "name": "B"}], "answer": [{"indicator": "x"}] * 2}
    path = tmp_path / "deux.json"
    path.write_text(json.dumps({"format": FORMAT, "campaigns": [{"year": 2026, "rows": twice}]}), encoding="utf-8")
    found = seen(path, bare, places, countries)
    assert {each.why.key: each.lines for each in found.skipped} == {"skip.one_only": (2,), "skip.repeated": (2,)}
    done = operation(found)
    assert done
    bare.apply(done)
    assert bare.snapshot().territory.name == "Port-Alizé"
    assert list(bare.snapshot().answers) == ["x"]


def test_the_json_of_another_territory_is_refused_and_both_are_named(
    demo: Dossier, bare: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    from diagnostic.dossier import operations

    bare.apply(operations.edit(bare.snapshot().territory, name="Ailleurs"))
    path = tmp_path / "tout.json"
    path.write_bytes(json_of([demo.snapshot()]))
    with pytest.raises(WorldError) as fault:
        seen(path, bare, places, countries)
    assert fault.value.key == "import_territory_made"
    assert (fault.value.params["theirs"], fault.value.params["ours"]) == ("Port-Alizé", "Ailleurs")


def test_a_country_that_there_is_not_stays_as_it_was_written(
    bare: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    rows = {
        "diaspora": [{"id": 1, "country": "QQ", "people": 4}],
        "association": [{"id": 1, "name": "Amis", "countries": ["ML", "QQ"]}],
    }
    path = tmp_path / "q.json"
    path.write_text(json.dumps({"format": FORMAT, "campaigns": [{"year": 2026, "rows": rows}]}), encoding="utf-8")
    done = operation(seen(path, bare, places, countries))
    assert done
    bare.apply(done)
    held = bare.snapshot()
    assert [(row.country, dict(row.unread)) for row in held.diasporas] == [("", {"country": "QQ"})]
    assert [(row.countries, dict(row.unread)) for row in held.associations] == [(("ML",), {"countries": "QQ"})]
    assert operation(seen(path, bare, places, countries)) is None


def test_a_csv_of_ours_comes_back_whole_where_rows_share_a_name(
    bare: Dossier, tmp_path: Path, framework: Framework, texts: Texts, countries: Countries, places: Places
) -> None:
    rows = (
        BudgetLine(label="Subvention", year=2024, amount=1000.0),
        BudgetLine(label="Subvention", year=2024, amount=2000.0, country="ML"),
        BudgetLine(label="Subvention", year=2024, amount=2000.0, country="TG"),
        StudentGroup(institution="Université", people=30), StudentGroup(institution="Université", people=5),
        Diaspora(country="ML", people=100), Diaspora(country="ML", people=200),
        NetworkMembership(name="CGLU", fee=100.0), NetworkMembership(name="CGLU", fee=200.0),
        Association(name="Amis", countries=("ML",)), Association(name="Amis", countries=("TG",)),
        Action(title="Accueil", owner="Maire"), Action(title="Accueil", owner="Adjointe"),
    )  # fmt: skip
    for table in tables(snapshot(*rows), framework, texts, countries):
        for _ in range(2):
            if table.rows and table.id in {row.kind for row in rows}:
                path = tmp_path / f"{table.id}.csv"
                path.write_bytes(csv_of(table, "fr"))
                found = seen(path, bare, places, countries)
                assert not_chosen(found) == frozenset()
                if (done := operation(found)) is not None:
                    bare.apply(done)
    held = [row for kind in ("budget_line", "student_group", "diaspora", "network_membership", "association", "action")
            for row in bare.snapshot().rows(kind)]  # fmt: skip
    assert [replace(row, id=0) for row in held] == list(rows)


def test_an_export_of_ours_comes_back_with_the_rows_that_look_alike(
    bare: Dossier, tmp_path: Path, framework: Framework, texts: Texts, countries: Countries, places: Places
) -> None:
    row = BudgetLine(label="Subvention", year=2024, amount=2000.0)
    path = tmp_path / "tout.xlsx"
    path.write_bytes(
        xlsx_of(texts("exports.about.title"), [], tables(snapshot(row, row), framework, texts, countries), "2026-03-24")
    )
    done = operation(seen(path, bare, places, countries))
    assert done
    bare.apply(done)
    assert [replace(line, id=0) for line in bare.snapshot().budget_lines] == [row, row]
    assert operation(seen(path, bare, places, countries)) is None


def test_a_campaign_is_chosen_by_its_year(
    demo: Dossier, bare: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    path = tmp_path / "tout.json"
    path.write_bytes(json_of([demo.snapshot_of(campaign) for campaign in demo.campaigns()]))
    first = demo.snapshot_of(demo.campaigns()[0])
    found = seen(path, bare, places, countries, year=2025)
    assert len([line for line in found.lines if line.after.kind == "answer"]) == len(first.answers)
    assert [note.key for note in found.reading.notes] == ["note.other_campaigns"]
    with pytest.raises(WorldError) as fault:
        seen(path, bare, places, countries, year=1999)
    assert fault.value.key == "import_json_year"


def tables(
    held: Snapshot, framework: Framework, texts: Texts, countries: Countries, **options: Any
) -> tuple[Table, ...]:
    """Return the tables of a campaign."""
    return tables_of(held, assess(held, framework), framework, texts, countries, **options)


def test_a_workbook_holds_every_kind_and_the_results_with_their_intervals(
    demo: Dossier, framework: Framework, texts: Texts, countries: Countries
) -> None:
    held = demo.snapshot()
    data = xlsx_of("À propos", [("Territoire", "X")], tables(held, framework, texts, countries), "2026-03-24")
    book = load_workbook(io.BytesIO(data))
    assert len(book.sheetnames) == 2 + len(RECORDS)
    sheet = book["Partenariats"]
    assert sheet.max_row == 1 + len(held.partnerships)
    assert next(cell.value for cell in sheet[1]) == "Partenaire"
    results = [[cell.value for cell in row] for row in book["Résultats"].iter_rows(min_row=2)]
    assert len(results) == len(framework.nodes) + len(framework.indicators)
    assessment = assess(held, framework)
    node = assessment.nodes[0]
    assert results[0][4:6] == [round(node.interval.low, 1), round(node.interval.high, 1)]
    amounts = book["Budget"]
    at = [cell.value for cell in amounts[1]].index("Montant (€)")
    assert [row[at].value for row in amounts.iter_rows(min_row=2)] == [row.amount for row in held.budget_lines]


def test_nothing_exported_runs(framework: Framework, texts: Texts, countries: Countries) -> None:
    held = snapshot(*(BudgetLine(label=text, comment=f"{text}\tx") for text in RISKY))
    found = tables(held, framework, texts, countries)
    book = load_workbook(io.BytesIO(xlsx_of("T", [("=a", "=b")], found, "2026-01-01")))
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    labels = [row[1].value for row in book["Budget"].iter_rows(min_row=2)]
    assert labels == list(RISKY)
    with zipfile.ZipFile(io.BytesIO(zip_of(found, "fr"))) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8-sig")
            for line in csv.reader(io.StringIO(text), delimiter=";"):
                assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)


def test_a_csv_of_ours_comes_back_with_its_texts(
    tmp_path: Path, framework: Framework, texts: Texts, countries: Countries, places: Places
) -> None:
    held = snapshot(
        *(
            BudgetLine(label=text, amount=1234.5, confidence=Confidence.INTERNAL, source_date="2024-03")
            for text in RISKY
        )
    )
    (table,) = [each for each in tables(held, framework, texts, countries) if each.id == "budget_line"]
    path = tmp_path / "budget.csv"
    path.write_bytes(csv_of(table, "fr"))
    case = case_of(held, places, countries, lang="fr", day="2026-11-21")
    layout = guess([table.header], load_words())
    assert layout
    assert layout.kind == "budget_line"
    found = preview(read_mapped(open_source(path), layout, case), held)
    assert [line.fate for line in found.lines] == [Fate.SAME] * len(RISKY)


@settings(max_examples=200)
@given(st.text(max_size=20))
def test_the_guard_is_taken_off_exactly(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain(guarded(text)) == text


def test_no_contact_leaves_unasked(framework: Framework, texts: Texts, countries: Countries) -> None:
    held = snapshot(Partnership(name="A", country="MA", contact="Awa"))
    assert "Awa" not in str(tables(held, framework, texts, countries))
    assert "Awa" in str(tables(held, framework, texts, countries, contacts=True))
