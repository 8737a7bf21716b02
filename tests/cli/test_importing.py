"""Published files brought in by the command line: a preview, then one operation, or nothing at all."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from diagnostic.cli import importing, main
from diagnostic.cli.progress import Progress
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.imports.layout import Layout, signature
from diagnostic.imports.remembered import FILE, Remembered, write_remembered
from diagnostic.texts import Texts
from tests.cli.conftest import Run
from tests.imports.census import BIRTH, export, long_file
from tests.imports.registers import association, register
from tests.imports.test_mesr import line, table

GROUPED = "IMG1B - Pays de naissance regroupé"


def read(path: Path) -> Snapshot:
    """Return the latest campaign of a closed dossier."""
    dossier = open_dossier(path, read_only=True)
    snapshot = dossier.snapshot()
    dossier.close()
    return snapshot


def plain(words: str) -> str:
    """Return words with ordinary spaces, as they are compared."""
    return words.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def census(tmp_path: Path) -> Path:
    """The immigrants of Rennes by country of birth."""
    return export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)])


@pytest.fixture
def students(tmp_path: Path) -> Path:
    """The students of Rennes."""
    return table(tmp_path / "mesr.csv", [line("A", people="120"), line("A", "2021-22", people="90")])


def test_files_of_several_kinds_come_in_together(run: Run, rennes: Path, census: Path, students: Path) -> None:
    ran = run("import", rennes, census, students)
    assert ran.code == 0
    for said in ("Maroc · 3 100", "Groupe de plusieurs pays", "À savoir", "A · 120 · 1 000", "Autre année"):
        assert said in plain(ran.out)
    held = read(rennes)
    assert {row.country for row in held.diasporas} == {"PT", "IT", "ES", "DZ", "MA", "TN", "TR", ""}
    assert [(row.institution, row.people) for row in held.student_groups] == [("A", 120)]


def test_importing_again_changes_nothing(run: Run, rennes: Path, census: Path) -> None:
    assert run("import", rennes, census).code == 0
    before = read(rennes)
    ran = run("import", rennes, census)
    assert "Rien à changer." in ran.out
    assert read(rennes) == before


def test_a_change_shows_the_row_and_what_it_was(run: Run, rennes: Path, census: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=3000", "definition=birthplace", "comment=à revoir")
    ran = run("import", rennes, census)
    assert "Maroc — Personnes : 3 000 → 3 100" in plain(ran.out)
    assert [row.comment for row in read(rennes).diasporas if row.country == "MA"] == ["à revoir"]


def test_a_dry_run_shows_and_changes_nothing(run: Run, rennes: Path, census: Path) -> None:
    before = rennes.read_bytes()
    ran = run("import", rennes, census, "--dry-run", "--country", "Congolais=CD")
    assert (ran.code, rennes.read_bytes()) == (0, before)
    assert "Maroc" in ran.out


def test_one_file_that_cannot_be_read_keeps_all_of_them_out(
    run: Run, rennes: Path, census: Path, tmp_path: Path
) -> None:
    before = read(rennes)
    ran = run("import", rennes, census, tmp_path / "missing.csv")
    assert (ran.code, read(rennes)) == (1, before)
    assert "missing.csv" in ran.err


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), WorldError("disk_full", file="x")])
def test_what_stops_the_second_file_takes_the_first_one_back(
    rennes: Path, census: Path, students: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    before = read(rennes)
    apply = Dossier.apply

    def applied(self: Dossier, operation: Any) -> Any:
        if operation.kind == "student_group":
            raise stop
        return apply(self, operation)

    monkeypatch.setattr(Dossier, "apply", applied)
    assert main(["import", str(rennes), str(census), str(students)]) in (1, 130)
    assert read(rennes) == before


def test_one_import_is_one_operation(run: Run, rennes: Path, census: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    apply = Dossier.apply
    monkeypatch.setattr(Dossier, "apply", lambda self, each: (done.append(each.name), apply(self, each))[1])
    run("import", rennes, census)
    assert done == ["import"]


def test_estimates_are_taken_only_when_asked_for(run: Run, rennes: Path, tmp_path: Path) -> None:
    wider = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)], place="Ille-et-Vilaine (35)")
    assert "--proposed" in run("import", rennes, wider).out
    assert read(rennes).diasporas == ()
    run("import", rennes, wider, "--proposed")
    assert {str(row.definition) for row in read(rennes).diasporas} == {"estimate"}


def test_a_name_is_asked_once_and_remembered(run: Run, rennes: Path, tmp_path: Path, own_data_folder: Path) -> None:
    path = export(tmp_path / "rp2022_td_nat1.csv", [("NAT1 - X", {"Congolais": 200.0})])
    assert '--country "Congolais=PAYS"' in run("import", rennes, path).out
    assert run("import", rennes, path, "--country", "Congolais=RD Congo").code == 0
    assert "CD" in {row.country for row in read(rennes).diasporas}
    assert json.loads((own_data_folder / FILE).read_text(encoding="utf-8"))["countries"] == {"congolais": "CD"}
    assert "--country" not in run("import", rennes, path).out


@pytest.mark.parametrize(
    "words",
    [
        ["--country", "Congolais"],
        ["--country", "x=Pays de Cocagne"],
        ["--kind", "nope"],
        ["--prefer", "autre.xlsx"],
    ],
)
def test_bad_usage_is_said(run: Run, rennes: Path, census: Path, words: list[str]) -> None:
    assert run("import", rennes, census, *words).code == 2


def test_the_json_says_it_all(run: Run, rennes: Path, census: Path, students: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=3000", "definition=birthplace", "comment=à revoir")
    found = json.loads(run("import", rennes, census, students, "--json").out)
    assert (found["format"], found["dry_run"], found["campaign"]) == ("rosedesvents.import/1", False, 2026)
    first, second = found["files"]
    assert (first["kind"], first["year"], first["applied"]) == ("insee_export", 2022, True)
    fates = {row["row"]["country"]: (row["fate"], row["changes"]) for row in first["rows"]}
    assert fates["MA"] == ("changed", {"people": 3000})
    assert fates["PT"] == ("added", {})
    assert {each["reason"] for each in first["skipped"]} == {"skip.insee_group", "skip.insee_total"}
    assert second["rows"][0]["row"]["institution"] == "A"


@pytest.mark.parametrize("year", [2021, 2022])
def test_the_year_can_be_asked_for(run: Run, rennes: Path, students: Path, year: int) -> None:
    run("import", rennes, students, "--year", year)
    assert {row.source_date for row in read(rennes).student_groups} == {str(year)}


def test_help_lists_the_formats_in_both_languages(run: Run) -> None:
    for lang in ("fr", "en"):
        ran = run("import", "--help", "--lang", lang)
        assert ran.code == 0
        assert "insee_long" in ran.out


def test_progress_is_a_line_that_goes_away(texts: Texts) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    ticks = iter([0.0, 1.0, 1.05, 2.0])
    with Progress("paris.csv", texts, out := Terminal(), lambda: next(ticks)) as progress:
        for done in (25, 30, 50):
            progress.watch(done, 100)
    shown = out.getvalue().split("\r")
    assert len([each for each in shown if "paris.csv" in each]) == 2
    assert "encore 3" in plain(shown[1])
    assert shown[-1] == ""
    assert shown[-2].strip() == ""


def test_nothing_is_drawn_where_there_is_no_terminal(texts: Texts) -> None:
    with Progress("x", texts, out := io.StringIO()) as progress:
        progress.watch(1, 2)
    assert out.getvalue() == ""


def test_stopping_while_reading_leaves_the_dossier(
    rennes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = long_file(tmp_path / "TD_NAT1_2022.csv", [("COM", "35238", 10.0)])
    before = read(rennes)

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "read_as_before", stop)
    assert main(["import", str(rennes), str(path)]) == 130
    assert read(rennes) == before


@pytest.fixture
def own_table(tmp_path: Path) -> Path:
    """A table whose columns say nothing to the program."""
    path = tmp_path / "a-nous.csv"
    path.write_text("V.;Quoi;Combien\nQuito;Équateur;12\n", encoding="utf-8")
    return path


def test_columns_matched_once_on_the_screen_are_matched_here(
    run: Run, rennes: Path, own_table: Path, own_data_folder: Path
) -> None:
    assert run("import", rennes, own_table).code == 1
    layout = Layout(kind="partnership", columns={0: "name", 1: "country", 2: "yearly_cost"}, separator=";")
    write_remembered(own_data_folder, Remembered().with_layout("v|quoi|combien", layout.to_json()))
    ran = run("import", rennes, own_table)
    assert "comme la dernière fois" in ran.out
    assert [(row.name, row.country, row.yearly_cost) for row in read(rennes).partnerships] == [("Quito", "EC", 12.0)]


def test_a_published_file_named_by_its_format_is_not_read_by_columns(
    run: Run, rennes: Path, students: Path, own_data_folder: Path
) -> None:
    columns = students.read_text(encoding="utf-8-sig").splitlines()[0].split(";")
    layout = Layout(kind="partnership", columns={2: "name"}, separator=";")
    write_remembered(own_data_folder, Remembered().with_layout(signature([columns]), layout.to_json()))
    assert json.loads(run("import", rennes, students, "--dry-run", "--json").out)["files"][0]["kind"] == "columns"
    assert run("import", rennes, students, "--kind", "mesr_students").code == 0
    assert len(read(rennes).student_groups) == 1


def test_a_kind_of_row_makes_a_table_of_any_file(run: Run, rennes: Path, tmp_path: Path) -> None:
    path = tmp_path / "villes.csv"
    path.write_text("Nom;x;y\nQuito;1;2\nLima;3;4\n", encoding="utf-8")
    assert run("import", rennes, path, "--kind", "network_membership").code == 0
    assert [row.name for row in read(rennes).network_memberships] == ["Quito", "Lima"]
    path.write_text("Séville;Espagne\n", encoding="utf-8")
    assert run("import", rennes, path, "--kind", "partnership").code == 0
    assert [(row.name, row.country) for row in read(rennes).partnerships] == [("Séville", "ES")]
    assert "network_membership" in run("import", "--help").out


def test_a_kind_of_row_without_any_column_of_it_is_refused(run: Run, rennes: Path, tmp_path: Path) -> None:
    path = tmp_path / "vide.csv"
    path.write_text("\n\n", encoding="utf-8")
    ran = run("import", rennes, path, "--kind", "partnership")
    assert (ran.code, read(rennes).partnerships) == (1, ())


def test_a_second_column_of_one_name_is_told_not_dropped_in_silence(run: Run, rennes: Path, tmp_path: Path) -> None:
    path = tmp_path / "deux.csv"
    path.write_text("Partenaire;Partenaire;Pays\nAgadir;Oran;Maroc\n", encoding="utf-8")
    ran = run("import", rennes, path)
    assert [row.name for row in read(rennes).partnerships] == ["Agadir"]
    assert "Colonnes laissées de côté\u00a0: Partenaire." in ran.out


def test_the_json_of_another_territory_changes_nothing(run: Run, rennes: Path, tmp_path: Path) -> None:
    other = tmp_path / "nantes.rose"
    assert run("new", other, "--territory", "44109").code == 0
    assert run("add", other, "partnership", "name=Sarrebruck", "country=DE").code == 0
    assert run("export", other, "-o", tmp_path / "nantes.json").code == 0
    before = read(rennes)
    ran = run("import", rennes, tmp_path / "nantes.json")
    assert ran.code == 1
    assert "Nantes" in ran.err
    assert "Rennes" in ran.err
    assert read(rennes) == before


def test_what_a_workbook_and_the_dossier_say_otherwise_is_asked(run: Run, rennes: Path, tmp_path: Path) -> None:
    book, sent = tmp_path / "w.xlsx", tmp_path / "Santé.xlsx"
    assert run("workbook", rennes, "-o", book, "--empty").code == 0
    filled = load_workbook(book)
    sheet = filled["Partenariats"]
    columns = {cell.value: cell.column for cell in sheet[2] if cell.value}
    for name, value in (("name", "Sétif"), ("country", "Algérie"), ("yearly_cost", 700)):
        sheet.cell(5, columns[name]).value = value
    filled.save(sent)
    assert run("add", rennes, "partnership", "name=Sétif", "country=DZ", "yearly_cost=500").code == 0
    asked = run("import", rennes, sent)
    assert asked.code == 1
    assert "700 (Santé.xlsx), 500 (le dossier)" in asked.out
    assert run("import", rennes, sent, "--prefer", rennes).code == 0
    assert [row.yearly_cost for row in read(rennes).partnerships] == [500.0]
    assert run("import", rennes, sent, "--prefer", sent).code == 0
    assert [row.yearly_cost for row in read(rennes).partnerships] == [700.0]


def test_students_by_nationality_are_not_taken_for_a_diaspora(run: Run, rennes: Path, tmp_path: Path) -> None:
    assert run("add", rennes, "diaspora", "country=ML", "people=512").code == 0
    path = tmp_path / "etudiants.csv"
    path.write_text("Établissement;Pays;Personnes\nINSA;Mali;30\n", encoding="utf-8")
    assert run("import", rennes, path).code == 0
    held = read(rennes)
    assert [(row.country, row.people) for row in held.diasporas] == [("ML", 512)]
    assert [(row.institution, row.country, row.people) for row in held.student_groups] == [("INSA", "ML", 30)]


def test_a_word_that_two_countries_share_is_said_when_the_register_comes_in(
    run: Run, rennes: Path, tmp_path: Path
) -> None:
    for lang, words in (("fr", "Le pays reste à dire pour 1 ligne"), ("en", "still to be said for 1 line")):
        data = register(tmp_path / f"rna_{lang}.csv", association(8, "CONGO AVENIR", "écoles"))
        ran = run("import", rennes, data, "--dry-run", "--lang", lang)
        assert ran.code == 0
        assert words in plain(ran.out)


def test_a_fault_in_the_words_of_the_second_file_leaves_nothing_of_the_first(
    run: Run, rennes: Path, census: Path, students: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(rennes)

    def fail(done: Any, *_: Any, **__: Any) -> Any:
        if done.preview.reading.file == students.name:
            raise KeyError("import.note.missing")
        return iter(())

    monkeypatch.setattr(importing, "lines_of", fail)
    with pytest.raises(KeyError):
        run("import", rennes, census, students)
    assert read(rennes) == before
    with pytest.raises(KeyError):
        run("import", rennes, students)
    assert read(rennes) == before


def test_one_line_is_called_a_line_and_what_is_cut_says_so(run: Run, rennes: Path, tmp_path: Path) -> None:
    data = tmp_path / "jumelages.csv"
    data.write_text(f"Partenaire;Pays\n{'Très long nom ' * 8};Syldavie\n", encoding="utf-8")
    ran = run("import", rennes, data, "--kind", "partnership", "--dry-run")
    assert "(ligne 2)" in plain(ran.out)
    (shown,) = [line for line in ran.out.splitlines() if "l. 2 " in line]
    assert "…" in shown
