"""The DGFiP's balances: what is international in them, what the collectivité spends in all, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.records import BudgetLine, Territory
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection, BudgetSection, ChartOfAccounts, Confidence, TerritoryKind
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case
from diagnostic.imports.preview import Fate, operation, preview
from diagnostic.imports.reading import Candidate, Reading
from diagnostic.imports.recognise import look_at, recognise
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.scope import scope_of
from diagnostic.imports.source import open_source
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from diagnostic.watching import unwatched
from tests.imports.accounts import RENNES, balance, row

EXTRACT = Path(__file__).parents[3] / "shared" / "data" / "dgfip" / "balancespl_fonction_2018_extrait1000.csv"
CHARTS = EXTRACT.parents[1] / "nomenclatures"
MakeCase = Callable[..., Case]


@pytest.fixture
def case(places: Places, countries: Countries) -> MakeCase:
    """Return a case of Rennes, or of a territory given."""

    def make(territory: Territory | None = None, **fields: Any) -> Case:
        place = places.by_code("35238")
        assert place
        whose = territory or territory_of(place, places)
        return Case(
            territory=whose,
            scope=scope_of(whose, places),
            places=places,
            countries=countries,
            lang="fr",
            day="2026-11-21",
            **fields,
        )

    return make


def read(path: Path, case: Case) -> Reading:
    source = open_source(path)
    return recognise(look_at(source), FORMATS).read(source, case, unwatched)


def lines(reading: Reading) -> list[BudgetLine]:
    return [candidate.row for candidate in reading.candidates if isinstance(candidate.row, BudgetLine)]


def whole(reading: Reading) -> Candidate:
    return next(candidate for candidate in reading.candidates if candidate.row.kind == "territory")


def skipped(reading: Reading) -> dict[str, tuple[int, ...]]:
    return {each.why.key.removeprefix("skip."): each.lines for each in reading.skipped}


def notes(reading: Reading) -> set[str]:
    return {note.key for note in reading.notes}


def test_a_function_of_international_action_makes_a_line_of_the_budget(tmp_path: Path, case: MakeCase) -> None:
    file = balance(tmp_path / "b.csv", row("65748", "12500,50", function="048"), row("6251", "400,00", function="43"))
    reading = read(file, case())
    (line,) = lines(reading)
    assert (reading.format, reading.year) == ("dgfip_function", 2024)
    assert (line.year, line.amount, line.function, line.nature) == (2024, 12500.5, "048", "65748")
    assert (line.chart, line.direction) == (ChartOfAccounts.M57, BudgetDirection.EXPENSE)
    assert (line.section, line.confidence) == (BudgetSection.OPERATING, Confidence.OFFICIAL)
    assert line.source == "DGFiP, balances comptables par nature et fonction, 2024"
    assert line.label.endswith(" : Autres personnes de droit privé – Autres actions")
    assert skipped(reading) == {"dgfip_elsewhere": (3,)}


def test_nature_6562_is_cooperation_in_m57_and_m52_and_something_else_in_m14(tmp_path: Path, case: MakeCase) -> None:
    def nature(chart: str) -> list[BudgetLine]:
        return lines(read(balance(tmp_path / f"{chart}.csv", row("6562", "900,00", "", "33", NOMEN=chart)), case()))

    assert nature("M57")[0].label.startswith("Au titre de la coopération décentralisée")
    assert len(nature("M52")) == 1
    assert nature("M14") == []


@pytest.mark.parametrize(
    ("chart", "function", "found"),
    [
        ("M14", "04", "04"),
        ("M14", "048", "048"),
        ("M52", "041", "041"),
        ("M57A", "044", "044"),
        ("M57", "93048", "048"),
        ("M57", "90043", "043"),
        ("M14", "92041", "041"),
        ("M57", "40", ""),
        ("M57", "4", ""),
        ("M49", "04", ""),
        ("M71", "04", ""),
        ("M14", "05", ""),
    ],
)
def test_functions_are_read_in_their_chart(
    tmp_path: Path, case: MakeCase, chart: str, function: str, found: str
) -> None:
    reading = read(balance(tmp_path / "b.csv", row("6281", "10,00", "", function, NOMEN=chart)), case())
    assert "".join(line.function for line in lines(reading)) == found
    unknown = [note.params["chart"] for note in reading.notes if note.key == "note.dgfip_chart"]
    assert unknown == ([chart] if chart in ("M49", "M71") else [])


def test_european_funds_are_proposed_but_not_taken(tmp_path: Path, case: MakeCase) -> None:
    file = balance(tmp_path / "b.csv", row("65748", "9,00", "", "052"), row("65748", "8,00", "", "041"))
    funds, grant = (each for each in read(file, case()).candidates if each.row.kind == "budget_line")
    assert (funds.chosen, funds.why and funds.why.key) == (False, "why.dgfip_european_funds")
    assert (grant.chosen, grant.why and grant.why.key) == (True, "why.dgfip_global_grant")


def test_money_goes_both_ways_and_order_operations_are_no_money(tmp_path: Path, case: MakeCase) -> None:
    file = balance(
        tmp_path / "b.csv",
        row("74718", "0,00", "3400,00", "048", OOBCRE="400,00"),
        row("204421", "700,00", "0,00", "048", OOBDEB="200,00"),
        row("1321", "0,00", "90,00", "048"),
        row("6811", "50,00", "0,00", "048", OOBDEB="50,00"),
        row("6281", "10,00", "30,00", "048"),
        row("6574", "1,10", "0,00", "048"),
        row("6574", "2,20", "0,00", "048"),
    )
    reading = read(file, case())
    found = {(line.nature, line.direction.value, line.section.value): line.amount for line in lines(reading)}
    assert found == {
        ("74718", "income", "operating"): 3000.0,
        ("204421", "expense", "investment"): 500.0,
        ("1321", "income", "investment"): 90.0,
        ("6574", "expense", "operating"): 3.3,
    }
    assert skipped(reading) == {"dgfip_no_money": (5,), "dgfip_handed_back": (6,)}


def test_the_totals_are_the_real_expenditure_of_the_main_budget(tmp_path: Path, case: MakeCase) -> None:
    file = balance(
        tmp_path / "b.csv",
        row("64111", "1000,00", "", "01"),
        row("6419", "0,00", "40,00", "01"),
        row("6811", "300,00", "", "01", OOBDEB="300,00"),
        row("6817", "70,00", "", "01"),
        row("675", "500,00", "", "01"),
        row("739113", "900,00", "", "01"),
        row("2313", "2000,00", "", "01", OOBDEB="600,00"),
        row("1641", "250,00", "1000,00", "01"),
        row("16449", "9000,00", "9000,00", "01"),
        row("238", "30,00", "10,00", "01"),
        row("4011", "77,00", "77,00"),
        row("6061", "5555,00", "", "", CBUDG="3", LBUDG="LOTISSEMENT", IDENT=RENNES + "00027"),
    )
    reading = read(file, case())
    territory = whole(reading).row
    assert isinstance(territory, Territory)
    assert (territory.operating_budget, territory.investment_budget) == (960.0, 1670.0)
    assert territory.budget_year == 2024
    assert whole(reading).brought == {"operating_budget", "source", "investment_budget", "budget_year"}
    assert "note.dgfip_annexes" in notes(reading)


def test_annex_budgets_feed_the_one_percent_only_where_chart_and_name_say_so(tmp_path: Path, case: MakeCase) -> None:
    def annex(name: str, chart: str, number: int, amount: str) -> dict[str, str]:
        return row("7011", "", amount, "", CBUDG="3", NOMEN=chart, LBUDG=name, IDENT=f"{RENNES}{number:05}")

    file = balance(
        tmp_path / "b.csv",
        row("6061", "10,00"),
        annex("EAU POTABLE RENNES", "M49", 20, "100,00"),
        annex("EAUX USEES", "M49", 30, "200,00"),
        annex("EAU ET ASSAINISSEMENT", "M49A", 40, "400,00"),
        annex("TRANSPORTS", "M43", 50, "800,00"),
        annex("ORDURES MENAGERES", "M14", 60, "1600,00"),
    )
    found = whole(read(file, case()))
    territory = found.row
    assert isinstance(territory, Territory)
    assert (territory.water_budget, territory.sanitation_budget, territory.mobility_budget) == (100.0, 200.0, 800.0)
    assert territory.waste_budget is None
    assert "waste_budget" not in found.brought


def test_a_line_of_an_annex_budget_says_which(tmp_path: Path, case: MakeCase) -> None:
    file = balance(tmp_path / "b.csv", row("6281", "5,00", "", "048", CBUDG="3", LBUDG="PORT"))
    reading = read(file, case())
    assert [line.label for line in lines(reading)] == ["Concours divers (cotisations) – Autres actions (PORT)"]
    assert "note.dgfip_no_main" in notes(reading)


def test_only_the_operating_section_of_the_main_budget_is_taken(tmp_path: Path, case: MakeCase, texts: Texts) -> None:
    port = {"CBUDG": "3", "LBUDG": "PORT", "IDENT": RENNES + "00027"}
    file = balance(
        tmp_path / "b.csv",
        row("65748", "1000,00", "", "044"),
        row("65748", "50000,00", "", "044", **port),
        row("6061", "700,00", "", "", **port),
        row("2041", "20000,00", "", "044"),
        row("1321", "", "90,00", "044"),
        row("6061", "99000,00", "", "01"),
    )
    reading = read(file, case())
    territory = whole(reading).row
    assert isinstance(territory, Territory)
    taken = [each.row for each in reading.candidates if each.chosen and isinstance(each.row, BudgetLine)]
    assert sum(line.amount or 0 for line in taken) / (territory.operating_budget or 1) == 0.01  # 10 ‰
    said = {each.why.key: texts(f"import.{each.why.key}", **each.why.params) for each in reading.candidates if each.why}
    assert set(said) == {"why.dgfip_annex", "why.dgfip_investment"}
    assert "50700" in said["why.dgfip_annex"]
    assert "PORT" in said["why.dgfip_annex"]
    assert [each.chosen for each in reading.candidates] == [True, True, False, False, False]


def test_only_definitive_lines_of_the_collectivite_and_the_year_count(tmp_path: Path, case: MakeCase) -> None:
    rows = (
        row("6281", "1,00", "", "048"),
        row("6281", "2,00", "", "048", BAL="PROV"),
        row("6281", "4,00", "", "048", EXER="2023"),
        row("6281", "8,00", "", "048", CBUDG="2"),
        row("6281", "16,00", "", "048", siren="213500000"),
        row("6281", "32,00", "", "048", siren="213500000", BEDEB=RENNES),
        row("6281", "64,00", "", "048", EXER="20X4"),
    )
    file = balance(tmp_path / "b.csv", *rows)
    reading = read(file, case())
    assert [(line.year, line.amount) for line in lines(reading)] == [(2024, 1.0)]
    assert skipped(reading) == {"dgfip_provisional": (3,), "dgfip_attached": (5,), "dgfip_year": (8, 4)}
    assert [(line.year, line.amount) for line in lines(read(file, case(year=2023)))] == [(2023, 4.0)]
    with pytest.raises(WorldError, match="import_nothing_here"):
        read(file, case(year=2020))


def test_the_layouts_of_other_years_are_read_by_name(tmp_path: Path, case: MakeCase) -> None:
    line = row("6562", "5,00", "", "048")
    for missing in ("MODVTHEL", "MODVTHEL CATEG BAL IDENT"):
        assert len(lines(read(balance(tmp_path / "b.csv", line, without=missing), case()))) == 1
    for encoding, end in (("utf-8-sig", "\n"), ("utf-16", "\r\n"), ("cp1252", "\r")):
        file = balance(tmp_path / "b.csv", row("6562", "5,00", LBUDG="Forêt"), encoding=encoding, end=end)
        assert len(lines(read(file, case()))) == 1


def test_without_functions_the_totals_still_come_and_it_is_said(tmp_path: Path, case: MakeCase) -> None:
    simple = read(balance(tmp_path / "b.csv", row("6562", "5,00"), without="FONCTION MODVTHEL"), case())
    assert (simple.format, [line.amount for line in lines(simple)]) == ("dgfip_simple", [5.0])
    assert "note.dgfip_simple" in notes(simple)
    empty = read(balance(tmp_path / "b.csv", row("6281", "5,00")), case())
    assert "note.dgfip_no_function" in notes(empty)
    assert whole(empty).brought == {"operating_budget", "source", "budget_year"}


def test_the_same_file_twice_changes_nothing_and_the_next_year_adds_its_own(tmp_path: Path, case: MakeCase) -> None:
    file = balance(tmp_path / "b.csv", row("6281", "5,10", "", "048"))
    first = preview(
        read(file, case()), Snapshot(campaign=Campaign(year=2026, day="2026-11-21"), territory=case().territory)
    )
    assert [line.fate for line in first.lines] == [Fate.CHANGED, Fate.ADDED]
    territory, line = (replace(each.after, id=1) for each in first.lines)
    assert isinstance(territory, Territory)
    assert isinstance(line, BudgetLine)
    assert territory.source.startswith(case().territory.source)  # that of its population
    assert territory.source.endswith("dépenses\u00a0: DGFiP, balances comptables par nature et fonction, 2024")
    kept = Snapshot(
        campaign=Campaign(year=2026, day="2026-11-21"),
        territory=territory,
        budget_lines=(replace(line, comment="vu", country="BE"),),
    )
    again = preview(read(file, case(territory)), kept)
    assert {each.fate for each in again.lines} == {Fate.SAME}
    assert operation(again) is None
    corrected = balance(tmp_path / "c.csv", row("6281", "6,10", "", "048"))
    mended = preview(read(corrected, case(territory)), kept).lines[1].after
    assert isinstance(mended, BudgetLine)
    assert (mended.amount, mended.comment, mended.country) == (6.1, "vu", "BE")


def test_a_line_that_the_user_named_otherwise_is_the_same_line(tmp_path: Path, case: MakeCase) -> None:
    path = balance(tmp_path / "b.csv", row("6562", "1200,50", "", "048"))
    reading = read(path, case())
    (line,) = lines(reading)
    renamed = replace(line, id=7, label="Coopération avec Sétif", comment="voté en mars")
    held = Snapshot(campaign=Campaign(year=2024, day="2024-05-02"), budget_lines=(renamed,))
    found = next(each for each in preview(reading, held).lines if each.after.kind == "budget_line")
    assert (found.fate, found.before) == (Fate.SAME, renamed)
    dearer = replace(renamed, amount=900.0)
    changed = next(
        each
        for each in preview(reading, replace(held, budget_lines=(dearer,))).lines
        if each.after.kind == "budget_line"
    )
    assert (changed.fate, changed.fields, changed.after) == (Fate.CHANGED, ("amount",), replace(renamed))


def test_an_older_file_does_not_take_the_place_of_a_later_budget(tmp_path: Path, case: MakeCase) -> None:
    later = replace(case().territory, budget_year=2025, operating_budget=1e6)
    found = whole(read(balance(tmp_path / "b.csv", row("6281", "5,00")), case(later)))
    assert (found.chosen, found.why and found.why.params["year"]) == (False, 2025)


def test_a_departement_is_found_by_its_category_where_its_siren_is_not_known(
    tmp_path: Path, places: Places, case: MakeCase
) -> None:
    place = next(each for each in places.search("Ille-et-Vilaine") if each.kind.value == "departement")
    departement = territory_of(place, places)
    own = {"siren": "223500018", "CATEG": "DEPT", "LBUDG": "DEP ILLE ET VILAINE", "NOMEN": "M52"}
    file = balance(tmp_path / "b.csv", row("6562", "5,00", **own), row("6562", "7,00", "", "048"))
    assert [line.amount for line in lines(read(file, case(departement)))] == [5.0]
    for siren in ("223500018", "223 500 018 00013"):
        known = replace(departement, siren=siren)
        assert [line.amount for line in lines(read(file, case(known)))] == [5.0]
    with pytest.raises(WorldError, match="import_no_siren"):
        read(file, case(Territory(type=TerritoryKind.OTHER, name="Ailleurs")))


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (lambda text: text.replace("OOBDEB", "AUTRE"), "import_missing_column"),
        (lambda text: text.replace("5,00", "5,0O"), "import_cell"),
        (lambda text: text.replace("5,00", "1,234.5"), "import_cell"),
        (lambda text: text.replace("5,00", "9" * 14), "import_cell"),
        (lambda text: text[: text.rindex(";0,00;0,00")], "import_cells"),
        (lambda text: text.replace("RENNES", '"RENNES'), "import_cells"),
        (lambda text: text.replace("RENNES", "RENNES\x00"), "import_not_text"),
        (lambda text: text.replace(";", ","), "import_cells"),
        (lambda text: text.replace(RENNES, "111111111"), "import_nothing_here"),
    ],
)
def test_a_damaged_file_says_where(
    tmp_path: Path, case: MakeCase, texts: Texts, damage: Callable[[str], str], key: str
) -> None:
    file = balance(tmp_path / "b.csv", row("6281", "5,00", "", "048"))
    file.write_bytes(damage(file.read_bytes().decode("latin-1")).encode("latin-1"))
    with pytest.raises(WorldError) as fault:
        read(file, case())
    assert fault.value.key == key
    assert "b.csv" in texts.error(fault.value)


def test_everything_that_is_said_has_its_sentence(tmp_path: Path, case: MakeCase, texts: Texts) -> None:
    rows = (row("6281", "5,00", "", "052"), row("6281", "5,00", BAL="X"), row("1", CBUDG="3"), row("2", CBUDG="4"))
    reading = read(balance(tmp_path / "b.csv", *rows), case())
    said = [*reading.notes, *(each.why for each in reading.skipped), *(c.why for c in reading.candidates if c.why)]
    assert all(texts(f"import.{each.key}", **each.params) for each in said)
    assert all(texts.has(f"import.format.{format_.id}") for format_ in FORMATS)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_damage_gives_a_reading_or_a_sentence(tmp_path: Path, case: MakeCase, data: st.DataObject) -> None:
    file = balance(tmp_path / "b.csv", row("6281", "5,00", "", "048"), row("2313", "7,50"))
    content = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(content)))
        content[start : start + data.draw(st.integers(0, 12))] = data.draw(st.binary(max_size=8))
    file.write_bytes(bytes(content) or b";")
    try:
        reading = read(file, case())
    except WorldError:
        return
    assert isinstance(reading, Reading)


@pytest.mark.skipif(not EXTRACT.exists(), reason="the real extract is not here")
def test_the_real_extract_gives_the_totals_of_a_group(case: MakeCase) -> None:
    body = Territory(type=TerritoryKind.OTHER, name="GIP MDPH de la Vienne", siren="130000086")
    reading = read(EXTRACT, case(body))
    territory = whole(reading).row
    assert isinstance(territory, Territory)
    expected = sum(
        float(cells[21].replace(",", ".")) - float(cells[22].replace(",", "."))
        for cells in (line.split(";") for line in EXTRACT.read_text("latin-1").splitlines())
        if cells[9] == "130000086" and cells[18].startswith("6") and not cells[18].startswith(("675", "676", "68"))
    )
    assert territory.operating_budget == pytest.approx(expected)
    assert (reading.year, lines(reading)) == (2018, [])


def test_a_commune_that_merged_is_told_whose_accounts_are_not_there(
    tmp_path: Path, places: Places, case: MakeCase
) -> None:
    annecy = places.by_code("74010")
    assert annecy
    own = territory_of(annecy, places)
    merged = read(balance(tmp_path / "b.csv", row("6281", "5,00", siren=own.siren)), case(own))
    assert "note.dgfip_merged" in notes(merged)
    assert "note.dgfip_merged" not in notes(read(balance(tmp_path / "c.csv", row("6281", "5,00")), case()))


@pytest.mark.skipif(not CHARTS.is_dir(), reason="the official charts are not beside the project")
def test_all_functions_that_the_official_charts_call_international_are_read(tmp_path: Path, case: MakeCase) -> None:
    for chart in ("M57", "M14", "M52"):
        (file,) = CHARTS.glob(f"planDeCompte_{chart}_*.xml")
        known = re.findall(r'<RefFonc Code="(0[45]\d*)"', file.read_text(encoding="latin-1"))
        assert {"04", "041", "048"} <= set(known)
        amounts = {code: f"{place},00" for place, code in enumerate(sorted(set(known)), 1)}
        rows = [row("6281", amount, "", code, NOMEN=chart) for code, amount in amounts.items()]
        found = [each for each in read(balance(tmp_path / f"{chart}.csv", *rows), case()).candidates if each.line]
        assert {each.row.function for each in found if isinstance(each.row, BudgetLine)} == set(known)
        assert all(each.chosen == each.row.function.startswith("04") for each in found)  # type: ignore[attr-defined]
