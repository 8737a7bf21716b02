"""What the user wrote over what a register said, or took out, is not undone unasked by the same file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diagnostic.dossier.operations import add, edit, remove
from diagnostic.dossier.records import Association
from diagnostic.dossier.store import Dossier
from diagnostic.imports.preview import Fate, Line, not_chosen, operation, preview
from diagnostic.imports.reading import Candidate, Reading
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.imports.accounts import balance, row
from tests.imports.census import BIRTH, export
from tests.imports.reading_for import Reader
from tests.imports.registers import association, register

RENNES = "35238"
ROWS = [association(n, f"AMIS DU {name}", "entraide") for n, name in enumerate(("MALI", "TOGO", "NIGER"), 1)]


@pytest.fixture
def read(places: Places, countries: Countries) -> Reader:
    """A reader of files for places of the reference."""
    return Reader(places, countries)


def bring(dossier: Dossier, reading: Reading) -> list[Line]:
    """Import a file as it is proposed; return the lines that were left alone."""
    found = preview(reading, dossier.snapshot())
    if change := operation(found, not_chosen(found)):
        dossier.apply(change)
    return [line for line in found.lines if line.fate is not Fate.SAME and not line.chosen]


def doubts(lines: list[Line]) -> list[str]:
    for line in lines:
        assert all(sentence(said, load_texts(lang)) for said in line.reasons for lang in LANGUAGES)
    return [line.doubt.key for line in lines if line.doubt]


def test_a_name_that_was_written_over_is_kept(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    file = register(tmp_path / "rna_20260101.csv", *ROWS)
    bring(dossier, read(file, RENNES))
    first = dossier.snapshot().associations[0]
    dossier.apply(edit(first, name="Renommée"))
    assert doubts(bring(dossier, read(file, RENNES))) == ["doubt.typed_over"]
    later = register(tmp_path / "rna_20270101.csv", *ROWS)
    assert doubts(bring(dossier, read(later, RENNES))) == ["doubt.called_otherwise"]
    assert dossier.snapshot().associations[0].name == "Renommée"


def test_an_association_that_was_removed_is_proposed_only(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    file = register(tmp_path / "rna_20260101.csv", *ROWS)
    bring(dossier, read(file, RENNES))
    dossier.apply(remove("association", dossier.snapshot().associations[:1]))
    assert doubts(bring(dossier, read(file, RENNES))) == ["doubt.taken_before"]
    assert len(dossier.snapshot().associations) == 2
    other = [association(n, f"AMIS DU {name}", "") for n, name in ((7, "BENIN"), (8, "GHANA"))]
    half = register(tmp_path / "rna_dpt_22_20260101.csv", *other)
    assert bring(dossier, read(half, RENNES)) == []
    assert len(dossier.snapshot().associations) == 4


def test_a_figure_written_over_what_an_edition_says_is_kept_and_the_next_edition_changes_it(
    dossier: Dossier, read: Reader, tmp_path: Path
) -> None:
    def people() -> int | None:
        return next(each.people for each in dossier.snapshot().diasporas if each.country == "MA")

    def file(year: int) -> Path:
        return export(tmp_path / f"rp{year}.csv", [("IMG1B - Pays de naissance regroupé", BIRTH)], year=year)

    bring(dossier, read(file(2022), RENNES))
    dossier.apply(edit(next(each for each in dossier.snapshot().diasporas if each.country == "MA"), people=3000))
    assert doubts(bring(dossier, read(file(2022), RENNES))) == ["doubt.typed_over"]
    assert people() == 3000
    assert bring(dossier, read(file(2023), RENNES)) == []
    assert people() == 3100


def test_an_association_renamed_and_numbered_since_is_not_added_unasked(dossier: Dossier) -> None:
    def table() -> Reading:
        rows = (Association(name="Amis", countries=("ML",)), Association(name="Judo", countries=("ML",)))
        brought = frozenset({"name", "countries"})
        return Reading(
            format="columns", file="z.csv", candidates=tuple(Candidate(row=r, brought=brought) for r in rows)
        )

    bring(dossier, replace(table(), candidates=table().candidates[:1]))
    dossier.apply(edit(dossier.snapshot().associations[0], name="Amis du Mali", rna="W353000001"))
    assert doubts(bring(dossier, table())) == ["doubt.renamed"]
    assert [each.name for each in dossier.snapshot().associations] == ["Amis du Mali", "Judo"]


def test_the_accounts_of_the_next_year_change_the_total_and_say_where_it_comes_from(
    dossier: Dossier, read: Reader, tmp_path: Path
) -> None:
    def accounts(year: int, paid: str) -> Path:
        invested = [row("2181", "50,00", EXER="2024")] if year == 2024 else []
        return balance(tmp_path / f"b{year}.csv", row("60611", paid, EXER=str(year)), *invested)

    whose = replace(dossier.snapshot().territory, source="population municipale, INSEE, en vigueur en 2026")
    dossier.apply(edit(dossier.snapshot().territory, source=whose.source))
    for year, paid in ((2024, "100,00"), (2025, "200,00")):
        assert bring(dossier, read(accounts(year, paid), replace(whose, siren="213502388"))) == []
        whose = dossier.snapshot().territory
    assert (whose.budget_year, whose.operating_budget, whose.investment_budget) == (2025, 200.0, None)
    assert whose.source.startswith("population municipale, INSEE, en vigueur en 2026")
    assert whose.source.count("DGFiP") == 1
    assert whose.source.endswith("2025")
    older = read(accounts(2024, "100,00"), replace(whose, budget_year=None, siren="213502388"))
    assert doubts(bring(dossier, older)) == ["doubt.older"]
    assert dossier.snapshot().territory.operating_budget == 200.0


def test_a_row_typed_by_hand_casts_no_doubt(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    dossier.apply(add(Association(name="Judo", rna="W999999999")))
    assert bring(dossier, read(register(tmp_path / "rna_20260101.csv", *ROWS), RENNES)) == []


def test_a_name_whose_country_is_told_afterwards_is_not_counted_twice(
    dossier: Dossier, read: Reader, tmp_path: Path
) -> None:
    people = {"Congolais": 200.0, "Marocains": 500.0, "Autres nationalités": 300.0}
    file = export(tmp_path / "rp2022_nat1.csv", [("NAT1 - Nationalité", people)], header="Nationalité")
    bring(dossier, read(file, RENNES))
    assert bring(dossier, read(file, RENNES, names={"congolais": "CD"})) == []
    assert {each.country: each.people for each in dossier.snapshot().diasporas} == {"CD": 200, "MA": 500, "": 300}
