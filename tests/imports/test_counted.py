"""Files that speak of the same money: what is counted already is left alone, with the reason, unless asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.dossier.operations import add
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import BudgetDirection
from diagnostic.imports.preview import Line, not_chosen, operation, preview
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.imports.accounts import balance, row
from tests.imports.reading_for import Reader
from tests.imports.registers import grant, grants

RENNES = "35238"


@pytest.fixture
def reader(places: Places, countries: Countries) -> Reader:
    return Reader(places, countries)


def bring(dossier: Dossier, reader: Reader, path: Path) -> dict[str, Line]:
    """Import a file as it is proposed, and return its lines of money by label."""
    found = preview(reader(path, RENNES), dossier.snapshot())
    if change := operation(found, not_chosen(found)):
        dossier.apply(change)
    return {line.after.label: line for line in found.lines if isinstance(line.after, BudgetLine)}


def spent(dossier: Dossier) -> float:
    lines = dossier.snapshot().budget_lines
    return sum(line.amount or 0 for line in lines if line.direction is BudgetDirection.EXPENSE)


def by_function(folder: Path) -> Path:
    rows = (row("6562", "60,00", "", "048"), row("6562", "40,00", "", "01"), row("6281", "5,00", "", "048"))
    return balance(folder / "fonction.csv", *rows)


def simple(folder: Path) -> Path:
    return balance(folder / "simple.csv", row("6562", "100,00"), row("6281", "5,00"), without="FONCTION")


@pytest.mark.parametrize("first", ["function", "simple"])
def test_accounts_with_and_without_functions_count_a_euro_once(
    dossier: Dossier, reader: Reader, tmp_path: Path, first: str
) -> None:
    files = [by_function(tmp_path), simple(tmp_path)]
    for path in files if first == "function" else reversed(files):
        lines = bring(dossier, reader, path)
    assert spent(dossier) == 105.0
    doubted = [line for line in lines.values() if line.doubt]
    assert {line.doubt.key for line in doubted if line.doubt} == {"doubt.function"}
    assert not any(line.chosen for line in doubted)
    amount = doubted[0].doubt.params["amount"] if doubted[0].doubt else None
    assert amount == 100
    again = bring(dossier, reader, path)
    assert [line.doubt for line in again.values() if line.doubt]  # asked each time, never taken by itself
    assert spent(dossier) == 105.0


def test_other_years_and_natures_are_other_money(dossier: Dossier, reader: Reader, tmp_path: Path) -> None:
    bring(dossier, reader, by_function(tmp_path))
    later = balance(tmp_path / "s.csv", row("6562", "70,00", EXER="2025"), without="FONCTION")
    bring(dossier, reader, later)
    assert spent(dossier) == 175.0


def listed(folder: Path, amount: str = "1000.00") -> Path:
    return grants(folder / "subventions.csv", grant(montant=amount))


def granted(folder: Path, amount: str = "5000,00") -> Path:
    return balance(folder / "b.csv", row("65748", amount, "", "048"), row("6281", "5,00", "", "048"))


def test_a_grant_that_the_accounts_may_hold_is_left_alone(dossier: Dossier, reader: Reader, tmp_path: Path) -> None:
    bring(dossier, reader, granted(tmp_path))
    (line,) = bring(dossier, reader, listed(tmp_path)).values()
    assert (line.chosen, line.doubt and line.doubt.key) == (False, "doubt.grants")
    assert spent(dossier) == 5005.0


def test_a_line_of_the_accounts_that_may_hold_listed_grants_is_left_alone(
    dossier: Dossier, reader: Reader, tmp_path: Path
) -> None:
    bring(dossier, reader, listed(tmp_path))
    lines = bring(dossier, reader, granted(tmp_path))
    assert [line.doubt is not None for line in lines.values()] == [True, False]
    assert spent(dossier) == 1005.0


@pytest.mark.parametrize("grants_first", [True, False])
def test_grants_larger_than_the_line_of_the_accounts_may_be_in_it_in_part(
    dossier: Dossier, reader: Reader, tmp_path: Path, grants_first: bool
) -> None:
    files = [granted(tmp_path, "500,00"), listed(tmp_path)]
    for path in reversed(files) if grants_first else files:
        lines = bring(dossier, reader, path)
    (doubt,) = [line.doubt for line in lines.values() if line.doubt]
    assert doubt.key == "doubt.grants_part"
    assert doubt.params["amount"] == (1000 if grants_first else 500)
    assert spent(dossier) == (1005.0 if grants_first else 505.0)


def test_a_line_typed_by_hand_casts_no_doubt(dossier: Dossier, reader: Reader, tmp_path: Path) -> None:
    typed = BudgetLine(year=2024, label="Voyage à Sendai", direction=BudgetDirection.EXPENSE, amount=10.0)
    dossier.apply(add(typed))
    bring(dossier, reader, granted(tmp_path))
    assert spent(dossier) == 5015.0


def test_what_is_asked_for_is_taken_all_the_same(dossier: Dossier, reader: Reader, tmp_path: Path) -> None:
    bring(dossier, reader, granted(tmp_path))
    change = operation(preview(reader(listed(tmp_path), RENNES), dossier.snapshot()))
    assert change
    dossier.apply(change)
    assert spent(dossier) == 6005.0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_doubt_names_the_line_that_counts_it(dossier: Dossier, reader: Reader, tmp_path: Path, lang: str) -> None:
    bring(dossier, reader, granted(tmp_path))
    (line,) = bring(dossier, reader, listed(tmp_path)).values()
    (held, _) = dossier.snapshot().budget_lines
    said = " ".join(sentence(reason, load_texts(lang)) for reason in line.reasons)
    assert held.label in said
    assert "5000" in "".join(said.replace(",", "").split())
    assert "Sénégal" in said  # what the guess rests on is said too
