"""Before an import: what it would add, change and leave; and the one operation that does it, and undoes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diagnostic.dossier import operations
from diagnostic.dossier.records import BudgetLine, Diaspora, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import BudgetDirection, Confidence, DiasporaDefinition
from diagnostic.imports.format import Case
from diagnostic.imports.preview import Fate, Preview, not_chosen, operation, preview
from diagnostic.imports.reading import Candidate, Reading
from diagnostic.imports.recognise import look_at, recognise
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.scope import scope_of
from diagnostic.imports.source import open_source
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.watching import unwatched
from tests.imports.accounts import balance, row

BROUGHT = frozenset({"people", "source", "source_date", "confidence"})


def people(country: str, count: int, **fields: object) -> Diaspora:
    base = Diaspora(
        country=country,
        people=count,
        definition=DiasporaDefinition.NATIONALITY,
        source="INSEE 2022",
        source_date="2022",
        confidence=Confidence.OFFICIAL,
    )
    return replace(base, **fields)  # type: ignore[arg-type]  # fields of the record


def reading(*rows: Row, **fields: object) -> Reading:
    candidates = tuple(Candidate(row=each, brought=BROUGHT, **fields) for each in rows)  # type: ignore[arg-type]
    return Reading(format="test", file="file.csv", candidates=candidates)


def fates(found: Preview) -> list[str]:
    return [line.fate.value for line in found.lines]


def applied(dossier: Dossier, found: Preview) -> None:
    change = operation(found, not_chosen(found))
    assert change
    dossier.apply(change)


def test_an_import_is_one_step_and_one_step_back(dossier: Dossier) -> None:
    dossier.apply(operations.add(people("MA", 10, source="INSEE 2021", source_date="2021")))
    before = dossier.snapshot()
    found = preview(reading(people("MA", 12), people("SN", 5)), before)
    assert fates(found) == ["changed", "added"]
    assert found.lines[0].fields == ("people",)
    applied(dossier, found)
    assert {each.country: each.people for each in dossier.snapshot().diasporas} == {"MA": 12, "SN": 5}
    dossier.undo()
    assert dossier.snapshot() == before


def test_the_same_file_twice_changes_nothing(dossier: Dossier) -> None:
    file = reading(people("MA", 12), people("SN", 5), people("SN", 6))
    applied(dossier, preview(file, dossier.snapshot()))
    again = preview(file, dossier.snapshot())
    assert fates(again) == ["same", "same", "same"]
    assert operation(again) is None
    assert [each.people for each in dossier.snapshot().diasporas] == [12, 5, 6]


def test_next_year_s_figures_keep_what_the_user_typed(dossier: Dossier) -> None:
    typed = people("MA", 10, comment="vu avec le consulat", unread={"people": "environ 10"})
    dossier.apply(operations.add(typed))
    later = people("MA", 12, source="INSEE 2023", source_date="2023", comment="")
    applied(dossier, preview(reading(later), dossier.snapshot()))
    (row_now,) = dossier.snapshot().diasporas
    assert (row_now.people, row_now.source, row_now.comment) == (12, "INSEE 2023", "vu avec le consulat")
    assert row_now.unread == {}


def test_a_source_alone_is_no_change(dossier: Dossier) -> None:
    dossier.apply(operations.add(people("MA", 10, source="Ma note", confidence=Confidence.INTERNAL)))
    assert fates(preview(reading(people("MA", 10)), dossier.snapshot())) == ["same"]


def test_what_is_left_out_or_only_proposed_is_not_done(dossier: Dossier) -> None:
    found = preview(reading(people("MA", 1), people("SN", 2), chosen=False), dossier.snapshot())
    assert not_chosen(found) == {0, 1}
    assert operation(found, not_chosen(found)) is None
    partial = operation(found, {0})
    assert partial
    assert [change.row.id for change in partial.changes] == [0]
    dossier.apply(partial)
    assert [each.country for each in dossier.snapshot().diasporas] == ["SN"]


def test_the_accounts_of_a_file_come_in_whole(
    dossier: Dossier, tmp_path: Path, places: Places, countries: Countries
) -> None:
    def bring(*lines: dict[str, str]) -> Preview:
        territory = dossier.snapshot().territory
        case = Case(
            territory=territory,
            scope=scope_of(territory, places),
            places=places,
            countries=countries,
            lang="fr",
            day="2026-11-21",
        )
        source = open_source(balance(tmp_path / "b.csv", *lines))
        read = recognise(look_at(source), FORMATS).read(source, case, unwatched)
        return preview(read, dossier.snapshot())

    rows = (row("65748", "900,30", "", "048"), row("65748", "50,00", "", "052"), row("60612", "99,70", "", "01"))
    before = dossier.snapshot().territory
    applied(dossier, bring(*rows))
    after = dossier.snapshot()
    assert (after.territory.operating_budget, after.territory.budget_year) == (1050.0, 2024)
    assert after.territory.source.startswith(f"{before.source}\u202f; dépenses")
    kept = replace(after.territory, operating_budget=None, budget_year=None, source=before.source)
    assert kept == before
    assert [(each.amount, each.direction) for each in after.budget_lines] == [(900.3, BudgetDirection.EXPENSE)]
    again = bring(*rows)
    assert {line.fate for line in again.lines if line.candidate.chosen} == {Fate.SAME}
    assert isinstance(again.lines[0].after, Territory | BudgetLine)
    dossier.undo()
    assert dossier.snapshot().territory == before
    assert dossier.snapshot().budget_lines == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_source_is_said_in_the_dossier_s_language(
    dossier: Dossier, tmp_path: Path, places: Places, countries: Countries, lang: str
) -> None:
    territory = dossier.snapshot().territory
    case = Case(
        territory=territory,
        scope=scope_of(territory, places),
        places=places,
        countries=countries,
        lang=lang,
        day="2026-11-21",
    )
    source = open_source(balance(tmp_path / "b.csv", row("65748", "900,30", "", "048")))
    read = recognise(look_at(source), FORMATS).read(source, case, unwatched)
    said = {each.row.source for each in read.candidates if each.row.kind == "budget_line"}
    balances = {"fr": "balances comptables par nature et fonction", "en": "balances of accounts by nature and function"}
    assert said == {f"DGFiP, {balances[lang]}, 2024"}
