"""The collection workbook goes out, is filled in by several, and comes back in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.records import RECORDS, Answer, BudgetLine, Diaspora, Partnership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import AnswerState, Confidence, TerritoryKind
from diagnostic.errors import WorldError
from diagnostic.exports.sheet_style import put as write
from diagnostic.exports.workbook import workbook_of
from diagnostic.framework.model import Framework
from diagnostic.imports.answered import Questions
from diagnostic.imports.bringing import case_of, read_file
from diagnostic.imports.conflict_words import conflict_lines
from diagnostic.imports.conflicts import DOSSIER, Gathered, gather
from diagnostic.imports.preview import Fate, Preview, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.saying import sentence
from diagnostic.imports.workbook_mark import ANSWER, ID, SHEET, Mark, lines_of
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts

Fill = Callable[[Any], None]


@pytest.fixture
def demo(tmp_path: Path, demonstration: Path) -> Any:
    """The demonstration dossier, open."""
    dossier = open_dossier(shutil.copy(demonstration, tmp_path / "demo.rose"))
    yield dossier
    dossier.close()


class Desk:
    """An officer who sends the workbook and reads back what comes."""

    def __init__(
        self, folder: Path, dossier: Dossier, framework: Framework, places: Places, countries: Countries
    ) -> None:
        self.folder, self.dossier, self.framework = folder, dossier, framework
        self.places, self.countries = places, countries

    def send(self, name: str, texts: Texts, fill: Fill | None = None, **options: Any) -> Path:
        """Write a workbook, filled in by `fill`."""
        path = self.folder / name
        path.write_bytes(workbook_of(self.snapshot, self.framework, texts, self.countries, **options))
        if fill:
            book = load_workbook(path)
            fill(book)
            book.save(path)
        return path

    @property
    def snapshot(self) -> Snapshot:
        """What the dossier holds."""
        return self.dossier.snapshot()

    def read(self, path: Path) -> Reading:
        """Read a workbook, recognised from its content."""
        case = case_of(self.snapshot, self.places, self.countries, lang="fr", day="2026-11-21")
        return read_file(path, case, FORMATS)

    def gather(self, *paths: Path, prefer: str = "") -> Gathered:
        """Gather filled workbooks."""
        return gather([self.read(path) for path in paths], self.snapshot, prefer)

    def preview(self, *paths: Path) -> Preview:
        """Show what workbooks that do not disagree would do."""
        found = self.gather(*paths)
        assert found.conflicts == ()
        return preview(found.reading, self.snapshot)


@pytest.fixture
def desk(tmp_path: Path, demo: Dossier, framework: Framework, places: Places, countries: Countries) -> Desk:
    """The desk of the demonstration's officer."""
    return Desk(tmp_path, demo, framework, places, countries)


def columns(sheet: Any) -> Mapping[str, int]:
    """Return the columns of a sheet by the fields' names."""
    return {cell.value: cell.column for cell in sheet[2] if cell.value}


def put(book: Any, title: str, row: int, **values: Any) -> None:
    """Fill in cells of a row; 5 is the first."""
    sheet = book[title]
    for name, value in values.items():
        cell = sheet.cell(row, columns(sheet)[name])
        assert not cell.protection.locked
        cell.value = value


def new_row(book: Any, title: str) -> int:
    """Return the first row with nothing in it."""
    sheet = book[title]
    last = max(row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 1).value)
    return last + 1


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_workbook_that_nobody_filled_in_changes_nothing(desk: Desk, lang: str, texts: Texts, english: Texts) -> None:
    path = desk.send("w.xlsx", texts if lang == "fr" else english)
    found = desk.preview(path)
    assert {line.fate for line in found.lines} == {Fate.SAME}
    assert len(found.lines) > 200
    assert found.reading.skipped == ()
    assert found.reading.notes == ()
    assert {line.fate for line in preview(desk.read(path), desk.snapshot).lines} == {Fate.SAME}


def test_an_empty_workbook_has_no_row_and_takes_new_ones(desk: Desk, texts: Texts) -> None:
    def fill(book: Any) -> None:
        put(book, "Diasporas", 5, country="Pérou", people=12, definition="Estimation", confidence="Interne")

    found = desk.preview(desk.send("w.xlsx", texts, fill, prefilled=False))
    (line,) = found.lines
    assert line.fate is Fate.ADDED
    assert isinstance(line.after, Diaspora)
    assert (line.after.country, line.after.people, line.after.confidence) == ("PE", 12, Confidence.INTERNAL)


def test_changed_cells_and_new_rows_come_in_as_one_operation_and_only_they(desk: Desk, texts: Texts) -> None:
    before = desk.snapshot
    first = before.partnerships[0]

    def fill(book: Any) -> None:
        put(book, "Partenariats", 5, name="Nouveau nom", yearly_cost=4321.5, comment=None)
        put(book, "Partenariats", 6, source="Rapport 2025")
        at = new_row(book, "Partenariats")
        put(
            book,
            "Partenariats",
            at,
            name="Quito",
            country="Équateur",
            fields="Paix et droits humains; Éducation et jeunesse",
        )
        at = new_row(book, "Budget")
        put(book, "Budget", at, label="Mission", amount=1500, partnership="Quito", direction="Dépense")

    found = desk.preview(desk.send("w.xlsx", texts, fill))
    changed = {line.after.id: line.fields for line in found.of(Fate.CHANGED)}
    assert changed == {first.id: ("name", "yearly_cost"), before.partnerships[1].id: ("source",)}
    assert sorted(line.after.kind for line in found.of(Fate.ADDED)) == ["budget_line", "partnership"]
    done = operation(found)
    assert done
    desk.dossier.apply(done)
    after = desk.snapshot
    assert after.partnerships[0].comment == first.comment
    quito = next(row for row in after.partnerships if row.name == "Quito")
    assert [row.label for row in after.budget_lines if row.partnership == quito.id] == ["Mission"]
    desk.dossier.undo()
    assert desk.snapshot == before


def test_answers_come_back_by_their_labels_and_their_numbers(desk: Desk, texts: Texts, framework: Framework) -> None:
    rows = {indicator.id: place for place, indicator in enumerate(framework.questions(), 5)}
    number = next(each for each in framework.questions() if each.input.value == "number")
    status = next(each for each in framework.questions() if each.input.value == "status")
    choice = next(each for each in framework.questions() if each.input.value == "choice")

    def fill(book: Any) -> None:
        put(book, "Questions", rows[number.id], answer=7)
        put(book, "Questions", rows[status.id], answer="Prévu", comment="en mai")
        put(book, "Questions", rows[choice.id], answer=choice.options[-1].label["fr"])

    path = desk.send("w.xlsx", texts, fill, prefilled=False)
    found = preview(desk.gather(path, prefer="w.xlsx").reading, desk.snapshot)
    said = {line.after.indicator: line.after for line in found.lines if isinstance(line.after, Answer)}
    assert (said[number.id].state, said[number.id].number) == (AnswerState.VALUE, 7)
    assert (said[status.id].state, said[status.id].comment) == (AnswerState.PLANNED, "en mai")
    assert (said[choice.id].state, said[choice.id].choice) == (AnswerState.VALUE, choice.options[-1].id)


def test_an_empty_cell_says_nothing_and_a_dash_empties(desk: Desk, texts: Texts) -> None:
    first = desk.snapshot.diasporas[0]

    def fill(book: Any) -> None:
        sheet = book["Diasporas"]
        for column in range(2, 9):
            sheet.cell(6, column).value = None
        put(book, "Diasporas", 5, people="-", source=None)

    found = desk.preview(desk.send("w.xlsx", texts, fill))
    (line,) = found.of(Fate.CHANGED)
    assert (line.after.id, line.fields) == (first.id, ("people",))
    assert isinstance(line.after, Diaspora)
    assert (line.after.people, line.after.source) == (None, first.source)


def test_what_cannot_be_read_is_kept_in_its_row(desk: Desk, texts: Texts) -> None:
    from diagnostic.dossier import operations

    desk.dossier.apply(operations.edit(desk.snapshot.diasporas[0], people=None))
    found = desk.preview(desk.send("w.xlsx", texts, lambda book: put(book, "Diasporas", 5, people="environ 300")))
    (line,) = found.of(Fate.CHANGED)
    assert dict(line.after.unread)["people"] == "environ 300"
    assert [note.key for note in found.reading.notes] == ["note.unread_cells"]


def test_what_could_not_be_read_before_the_workbook_went_out_is_told_no_more(desk: Desk, texts: Texts) -> None:
    from diagnostic.dossier import operations

    desk.dossier.apply(operations.edit(desk.snapshot.diasporas[0], people=None, unread={"people": "environ 300"}))
    found = desk.preview(desk.send("w.xlsx", texts, lambda book: put(book, "Diasporas", 5, comment="vu")))
    (line,) = found.of(Fate.CHANGED)
    assert (line.fields, dict(line.after.unread)) == (("comment",), {"people": "environ 300"})
    assert (found.reading.notes, found.skipped) == ((), ())


def test_a_mistyped_cell_leaves_a_good_figure_and_is_told(desk: Desk, texts: Texts) -> None:
    first = desk.snapshot.diasporas[0]
    path = desk.send("w.xlsx", texts, lambda book: put(book, "Diasporas", 5, people="1,234.5", comment="vu"))
    found = desk.preview(path)
    (line,) = found.of(Fate.CHANGED)
    assert isinstance(line.after, Diaspora)
    assert (line.fields, line.after.people, line.after.unread) == (("comment",), first.people, first.unread)
    (told,) = found.skipped
    assert (told.why.key, told.lines, told.example) == ("skip.unread_kept", (5,), "1,234.5")
    assert texts("field.diaspora.people") in sentence(told.why, texts)


def test_two_workbooks_that_disagree_are_a_conflict_and_nothing_is_chosen(
    desk: Desk, texts: Texts, countries: Countries
) -> None:
    one = desk.send("un.xlsx", texts, lambda book: put(book, "Diasporas", 5, people=111, comment="vu"))
    two = desk.send("deux.xlsx", texts, lambda book: put(book, "Diasporas", 5, people=222))
    found = desk.gather(one, two)
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.field) == ("diaspora", "people")
    assert [(saying.who, saying.value) for saying in conflict.says] == [("un.xlsx", 111), ("deux.xlsx", 222)]
    (line,) = conflict_lines(found.conflicts, texts, countries, Questions(desk.framework, texts))
    assert "111 (un.xlsx)" in line
    assert "222 (deux.xlsx)" in line
    settled = desk.gather(one, two, prefer="deux.xlsx")
    assert settled.conflicts == ()
    (changed,) = preview(settled.reading, desk.snapshot).of(Fate.CHANGED)
    assert isinstance(changed.after, Diaspora)
    assert (changed.after.people, changed.after.comment) == (222, "vu")


def test_two_workbooks_that_agree_or_speak_of_other_cells_are_no_conflict(desk: Desk, texts: Texts) -> None:
    def add(book: Any, **values: Any) -> None:
        put(book, "Réseaux", new_row(book, "Réseaux"), name="Réseau neuf", **values)

    one = desk.send("un.xlsx", texts, lambda book: add(book, fee=50))
    two = desk.send("deux.xlsx", texts, lambda book: add(book, fee="50,00 €", since=2020))
    (line,) = desk.preview(one, two).of(Fate.ADDED)
    assert (getattr(line.after, "fee", 0), getattr(line.after, "since", 0)) == (50.0, 2020)


def test_the_dossier_changed_since_is_a_conflict_only_where_both_changed(desk: Desk, texts: Texts) -> None:
    from diagnostic.dossier import operations

    path = desk.send("un.xlsx", texts, lambda book: put(book, "Diasporas", 5, people=111))
    first, second = desk.snapshot.diasporas[:2]
    desk.dossier.apply(operations.edit(second, people=5))
    desk.dossier.apply(operations.edit(first, comment="depuis"))
    (line,) = desk.preview(path).of(Fate.CHANGED)
    assert (line.after.id, line.after.comment) == (first.id, "depuis")
    desk.dossier.apply(operations.edit(desk.snapshot.diasporas[0], people=99))
    (conflict,) = desk.gather(path).conflicts
    assert [(saying.who, saying.value) for saying in conflict.says] == [("un.xlsx", 111), (DOSSIER, 99)]
    kept = desk.gather(path, prefer=DOSSIER)
    assert kept.conflicts == ()
    assert preview(kept.reading, desk.snapshot).of(Fate.CHANGED) == ()


def filled_blind(book: Any, framework: Framework) -> None:
    """Fill in a workbook that had nothing in it: a partnership, an answer by a number and one by a status."""
    rows = {indicator.id: place for place, indicator in enumerate(framework.questions(), 5)}
    put(book, "Partenariats", 5, name="Sétif", country="Algérie", yearly_cost=700)
    put(book, "Questions", rows["means_staff"], answer=4)
    put(book, "Questions", rows["students_welcome"], answer="Un dispositif est prévu")


def typed_meanwhile(desk: Desk) -> None:
    """Type other figures into the dossier while the workbook is out."""
    from diagnostic.dossier import operations

    desk.dossier.apply(operations.add(Partnership(name="Sétif", country="DZ", yearly_cost=500.0)))
    desk.dossier.apply(operations.answer(desk.snapshot, "means_staff", AnswerState.VALUE, number=3.0))
    desk.dossier.apply(operations.answer(desk.snapshot, "students_welcome", AnswerState.VALUE, choice="none"))


def test_what_was_typed_while_an_empty_workbook_was_out_is_asked(
    desk: Desk, texts: Texts, framework: Framework
) -> None:
    path = desk.send("w.xlsx", texts, lambda book: filled_blind(book, framework), prefilled=False)
    typed_meanwhile(desk)
    before = desk.snapshot
    found = desk.gather(path)
    assert sorted((each.kind, each.field) for each in found.conflicts) == [
        ("answer", "choice"), ("answer", "number"), ("partnership", "yearly_cost"),
    ]  # fmt: skip
    assert all([saying.who for saying in each.says] == ["w.xlsx", DOSSIER] for each in found.conflicts)
    kept = desk.gather(path, prefer=DOSSIER)
    assert kept.conflicts == ()
    assert operation(preview(kept.reading, before)) is None
    taken = desk.gather(path, prefer="w.xlsx")
    done = operation(preview(taken.reading, before))
    assert done
    desk.dossier.apply(done)
    after = desk.snapshot
    assert [row.yearly_cost for row in after.partnerships if row.name == "Sétif"] == [700.0]
    assert (after.answers["means_staff"].number, after.answers["students_welcome"].choice) == (4.0, "planned")


def test_a_status_that_contradicts_a_number_is_settled_as_one_cell(
    desk: Desk, texts: Texts, framework: Framework
) -> None:
    from diagnostic.dossier import operations

    rows = {indicator.id: place for place, indicator in enumerate(framework.questions(), 5)}
    path = desk.send("w.xlsx", texts, lambda book: put(book, "Questions", rows["means_staff"], answer=4))
    desk.dossier.apply(operations.answer(desk.snapshot, "means_staff", AnswerState.NOT_APPLICABLE))
    (conflict,) = desk.gather(path).conflicts
    assert (conflict.kind, conflict.field) == ("answer", "state")
    assert operation(preview(desk.gather(path, prefer=DOSSIER).reading, desk.snapshot)) is None


def test_two_departments_in_turn_disagree_as_they_would_together(
    desk: Desk, texts: Texts, framework: Framework
) -> None:
    one = desk.send("A.xlsx", texts, lambda book: filled_blind(book, framework), prefilled=False)

    def other(book: Any) -> None:
        filled_blind(book, framework)
        put(book, "Partenariats", 5, yearly_cost=900)

    two = desk.send("B.xlsx", texts, other, prefilled=False)
    done = operation(preview(desk.gather(one, prefer="A.xlsx").reading, desk.snapshot))
    assert done
    desk.dossier.apply(done)
    (conflict,) = desk.gather(two).conflicts
    assert [(saying.who, saying.value) for saying in conflict.says] == [("B.xlsx", 900.0), (DOSSIER, 700.0)]
    assert desk.gather(one).conflicts == ()


def test_two_departments_that_add_one_row_disagree_even_where_one_left_a_blank(desk: Desk, texts: Texts) -> None:
    def cost(amount: int, **more: Any) -> Fill:
        return lambda book: put(book, "Partenariats", 5, name="Sétif", country="Algérie", yearly_cost=amount, **more)

    one = desk.send("A.xlsx", texts, cost(500), prefilled=False)
    two = desk.send("B.xlsx", texts, cost(700, place="Kabylie"), prefilled=False)
    (conflict,) = desk.gather(one, two).conflicts
    assert [(saying.who, saying.value) for saying in conflict.says] == [("A.xlsx", 500.0), ("B.xlsx", 700.0)]
    (line,) = preview(desk.gather(one, two, prefer="A.xlsx").reading, desk.snapshot).lines
    assert isinstance(line.after, Partnership)
    assert (line.fate, line.after.place, line.after.yearly_cost) == (Fate.ADDED, "Kabylie", 500.0)


def test_rows_of_one_name_in_two_workbooks_go_by_what_they_say(desk: Desk, texts: Texts) -> None:
    def amounts(*found: int) -> Fill:
        def fill(book: Any) -> None:
            at = new_row(book, "Budget")
            for place, amount in enumerate(found):
                put(book, "Budget", at + place, label="Subvention neuve", amount=amount)

        return fill

    one = desk.send("A.xlsx", texts, amounts(1000, 2000))
    two = desk.send("B.xlsx", texts, amounts(3000, 2000, 1000))
    found = desk.preview(one, two)
    assert sorted(getattr(line.after, "amount", 0) for line in found.of(Fate.ADDED)) == [1000.0, 2000.0, 3000.0]


def test_an_answer_that_cannot_be_read_leaves_the_good_one(desk: Desk, texts: Texts, framework: Framework) -> None:
    from diagnostic.dossier import operations

    rows = {indicator.id: place for place, indicator in enumerate(framework.questions(), 5)}
    desk.dossier.apply(operations.answer(desk.snapshot, "means_staff", AnswerState.VALUE, number=3.0))
    path = desk.send("w.xlsx", texts, lambda book: put(book, "Questions", rows["means_staff"], answer="quatre"))
    found = desk.preview(path)
    assert operation(found) is None
    assert [(each.why.key, each.example) for each in found.skipped] == [("skip.unread_kept", "quatre")]
    blank = desk.send("b.xlsx", texts, lambda book: put(book, "Questions", rows["means_staff"], answer="quatre"),
                      prefilled=False)  # fmt: skip
    assert operation(desk.preview(blank)) is None


def test_two_new_rows_of_one_name_in_a_workbook_are_two(desk: Desk, texts: Texts) -> None:
    def fill(book: Any) -> None:
        at = new_row(book, "Budget")
        for place, amount in enumerate((1000, 2000, 1000)):
            put(book, "Budget", at + place, label="Subvention neuve", amount=amount)

    path = desk.send("w.xlsx", texts, fill)
    found = desk.preview(path)
    assert [getattr(line.after, "amount", 0) for line in found.of(Fate.ADDED)] == [1000.0, 2000.0]
    assert [(each.why.key, len(each.lines)) for each in found.skipped] == [("skip.repeated", 1)]
    done = operation(found)
    assert done
    desk.dossier.apply(done)
    assert operation(desk.preview(path)) is None


def test_the_workbook_of_another_territory_is_refused_and_both_are_named(desk: Desk, texts: Texts) -> None:
    from diagnostic.dossier import operations

    path = desk.send("w.xlsx", texts)
    ours = desk.snapshot.territory
    desk.dossier.apply(operations.edit(ours, name="Rennes Métropole", code="243500139", type=TerritoryKind.EPCI))
    with pytest.raises(WorldError) as fault:
        desk.read(path)
    assert fault.value.key == "import_other_territory"
    assert ours.name in str(fault.value.params["theirs"])
    assert "Rennes Métropole" in str(fault.value.params["ours"])


@pytest.mark.parametrize(("word", "passes"), [("35238", True), ("Rennes", True), ("Nantes", False), ("44109", False)])
def test_a_workbook_of_an_earlier_edition_says_its_territory_in_one_word(
    desk: Desk, texts: Texts, word: str, passes: bool
) -> None:
    from diagnostic.dossier import operations

    def earlier(book: Any) -> None:
        sheet = book[SHEET]
        for row in range(sheet.max_row, 0, -1):
            if sheet.cell(row, 1).value in ("territory_name", "territory_type"):
                sheet.delete_rows(row)
        sheet.cell(2, 2).value = word

    desk.dossier.apply(operations.edit(desk.snapshot.territory, name="Rennes", code="35238"))
    path = desk.send("w.xlsx", texts, earlier)
    if passes:
        assert desk.read(path).candidates
    else:
        with pytest.raises(WorldError):
            desk.read(path)


def test_a_row_removed_from_the_dossier_does_not_come_back_by_itself(desk: Desk, texts: Texts) -> None:
    from diagnostic.dossier import operations

    path = desk.send("un.xlsx", texts)
    desk.dossier.apply(operations.remove(desk.snapshot, desk.snapshot.diasporas[:1]))
    found = desk.preview(path)
    assert found.of(Fate.ADDED) == ()
    assert [each.why.key for each in found.reading.skipped] == ["skip.gone_since"]


def test_contacts_do_not_leave_and_may_come_in(desk: Desk, texts: Texts) -> None:
    from diagnostic.dossier import operations

    first = desk.snapshot.partnerships[0]
    desk.dossier.apply(operations.edit(first, contact="Awa, 06 00 00 00 00"))
    path = desk.send("w.xlsx", texts, lambda book: put(book, "Partenariats", 6, contact="Léa"))
    book = load_workbook(path)
    assert not any("Awa" in str(cell.value) for sheet in book for row in sheet for cell in row)
    (line,) = desk.preview(path).of(Fate.CHANGED)
    assert isinstance(line.after, Partnership)
    assert line.after.contact == "Léa"
    assert desk.snapshot.partnerships[0].contact == "Awa, 06 00 00 00 00"


def test_what_would_run_stays_text_and_comes_back(desk: Desk, texts: Texts) -> None:
    from diagnostic.dossier import operations

    odd = '=HYPERLINK("x") _x0041_ \x07'
    desk.dossier.apply(operations.add(BudgetLine(label=odd), BudgetLine(label="@SUM(1)"), BudgetLine(label="-2+3")))
    path = desk.send("w.xlsx", texts)
    cells = [cell for sheet in load_workbook(path) for row in sheet for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert {line.fate for line in desk.preview(path).lines} == {Fate.SAME}


def test_the_workbook_helps_and_protects(desk: Desk, texts: Texts) -> None:
    book = load_workbook(desk.send("w.xlsx", texts))
    assert book.sheetnames[0] == "Mode d’emploi"
    assert book[SHEET].sheet_state == "veryHidden"
    sheet = book["Partenariats"]
    assert sheet.protection.sheet
    assert sheet.cell(3, 2).protection.locked
    assert not sheet.cell(5, 2).protection.locked
    assert sheet.freeze_panes == "C5"
    assert sheet.column_dimensions["A"].hidden
    ranges = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert len(ranges) >= 6
    places = columns(sheet)
    assert {"source", "source_date", "confidence", "comment"} <= set(places)
    assert "facultatif" in sheet.cell(3, places["contact"]).value
    assert len(list(book["Questions"].data_validations.dataValidation)) > 10


def test_a_workbook_without_its_mark_is_refused_calmly(desk: Desk, texts: Texts) -> None:
    def spoil(book: Any) -> None:
        book[SHEET]["A1"].value = "autre"

    with pytest.raises(WorldError) as fault:
        desk.read(desk.send("w.xlsx", texts, spoil))
    assert fault.value.key == "import_workbook_mark"
    plain = Workbook()
    plain.save(desk.folder / "p.xlsx")
    with pytest.raises(WorldError) as fault:
        desk.read(desk.folder / "p.xlsx")
    assert fault.value.key == "import_unknown"


WORDS = st.text(max_size=12) | st.sampled_from(
    ["1", "-", "17", "x", "Maroc", "2024-03-12", "=1", "Quito", "oui", "Dépense", "1e400", "٣", "\ud800"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(WORDS, min_size=1, max_size=9), max_size=4),
    kind=st.sampled_from(["diaspora", "partnership", "budget_line", "answer", "action", "autre"]),
    base=WORDS,
)
def test_any_filled_cells_give_rows_that_can_be_stored_or_a_calm_fault(
    desk: Desk, rows: list[list[str]], kind: str, base: str
) -> None:
    record = RECORDS.get(kind, Diaspora)
    names = [ID, *([ANSWER] if kind == ANSWER else []), *specs_of(record)]
    book = Workbook()
    sheet = book.create_sheet("Feuille")
    for place, line in enumerate([[], names, [], [], *rows], 1):
        for column, text in enumerate(line, 1):
            write(sheet, place, column, text)
    mark = Mark(
        territory=desk.snapshot.territory.name,
        campaign=2026,
        sheets={"Feuille": kind, base or "x": "diaspora"},
        rows={(kind, 17): {"id": 17, "name": base}, (kind, 1): {"id": base}},
        options={"17": {base: base, "oui": "state:done"}, "x": {"1": "choice:1"}},
    )
    hidden = book.create_sheet(SHEET)
    for place, line in enumerate(lines_of(mark), 1):
        for column, text in enumerate(line, 1):
            write(hidden, place, column, text)
    path = desk.folder / "fuzz.xlsx"
    book.save(path)
    try:
        gathered = desk.gather(path)
    except WorldError:
        return
    done = operation(preview(gathered.reading, desk.snapshot))
    if done:
        before = desk.snapshot
        desk.dossier.apply(done)
        assert desk.snapshot != before
        desk.dossier.undo()
        assert desk.snapshot == before


def test_each_answer_that_differs_is_shown_with_the_question_in_words(
    desk: Desk, texts: Texts, framework: Framework, countries: Countries
) -> None:
    place = next(at for at, each in enumerate(framework.questions(), 5) if each.id == "diasporas_languages")
    paths = [
        desk.send(f"D{n}.xlsx", texts, lambda book, said=said: put(book, "Questions", place, answer=said))
        for n, said in enumerate((12, 15, texts.label(AnswerState.NOT_APPLICABLE)), 1)
    ]
    found = desk.gather(*paths)
    (conflict,) = found.conflicts
    assert [saying.who for saying in conflict.says] == ["D1.xlsx", "D2.xlsx", "D3.xlsx"]
    (line,) = conflict_lines(found.conflicts, texts, countries, Questions(framework, texts))
    for said in ("12 langues (D1.xlsx)", "15 langues (D2.xlsx)", "Sans objet ici (D3.xlsx)", "Réponse", "Combien de"):
        assert said in line.replace("\u00a0", " ")
    assert "diasporas_languages" not in line
    for who, number in (("D1.xlsx", 12.0), ("D2.xlsx", 15.0), ("D3.xlsx", None)):
        settled = desk.gather(*paths, prefer=who)
        assert settled.conflicts == ()
        (row,) = (
            each.row for each in settled.reading.candidates if getattr(each.row, "indicator", "") == conflict.title
        )
        assert isinstance(row, Answer)
        assert row.number == number


def test_capitals_alone_are_no_disagreement(desk: Desk, texts: Texts) -> None:
    def fill(said: str) -> Callable[[Any], None]:
        return lambda book: put(
            book, "Partenariats", new_row(book, "Partenariats"), name="Ville neuve", country="Irlande", place=said
        )

    one, two = (desk.send(f"{n}.xlsx", texts, fill(said)) for n, said in enumerate(("CORK", "Cork")))
    found = desk.gather(one, two)
    assert found.conflicts == ()
    assert "Cork" in [getattr(each.row, "place", "") for each in found.reading.candidates]


def test_an_answer_that_cannot_be_read_is_told_of_the_column_that_the_sheet_has(
    desk: Desk, texts: Texts, framework: Framework
) -> None:
    place = next(at for at, each in enumerate(framework.questions(), 5) if each.id == "students_welcome")
    reading = desk.read(desk.send("w.xlsx", texts, lambda book: put(book, "Questions", place, answer="x")))
    (note,) = reading.notes
    assert "« Réponse »" in sentence(note, texts).replace("\u202f", " ")
    (row,) = (each.row for each in reading.candidates if getattr(each.row, "indicator", "") == "students_welcome")
    assert isinstance(row, Answer)
    assert Questions(framework, texts).answered(row) == "x"


def test_the_hidden_lists_are_called_in_the_language_of_the_workbook(desk: Desk, texts: Texts, english: Texts) -> None:
    for of, title in ((texts, "listes"), (english, "lists")):
        book = load_workbook(desk.send(f"{of.lang}.xlsx", of))
        assert book.sheetnames[-1] == title
        rules = [
            rule.formula1 for sheet in book for rule in sheet.data_validations.dataValidation if rule.type == "list"
        ]
        assert rules
        assert all(rule.startswith(f"'{title}'!") for rule in rules)


def test_no_dossier_is_said_to_be_made_of_a_workbook(desk: Desk, texts: Texts) -> None:
    for of in ("import_other_territory", "import_territory_made"):
        fault = WorldError(of, file="w.xlsx", theirs="A", ours="B")
        assert ("créez" in texts.error(fault)) == (of == "import_territory_made")
